//! Values of arguments, read once and then of a type that says so.

use clap::{
    ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use serviceline::{Audience, Date};

/// How to show what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Human,
    /// One object of JSON a line
    Json,
}

/// How to show problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people
    Human,
    /// One object of JSON a line
    Json,
    /// Annotations of a GitHub workflow
    Github,
}

impl From<Format> for ReportFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Human => Self::Human,
            Format::Json => Self::Json,
        }
    }
}

/// What to take for an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Every warning
    Warnings,
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "expected year, month and day, for example 2026-11-24".to_owned())
}

/// The audiences by name, so that help and completions list them.
pub(super) fn audience() -> impl TypedValueParser<Value = Audience> {
    PossibleValuesParser::new(Audience::ALL.iter().map(|audience| audience.name())).try_map(|name| {
        let found = Audience::ALL.iter().copied().find(|audience| audience.name() == name);
        found.ok_or_else(|| format!("no audience is called `{name}`"))
    })
}

//! What is wrong with a description, where, and what to do about it.
//!
//! A [`Diagnostic`] is one problem. A [`Report`] is all problems of one run, and the one error type of everything that
//! checks, composes or encodes. Neither prints anything: [`Diagnostic::to_json_line`] and [`Diagnostic::to_github`]
//! write a problem down for other programs.

mod quote;
mod report;
mod sink;
mod written;

use std::fmt;

use serde::Serialize;

pub(crate) use quote::quote;
pub use report::Report;
pub(crate) use sink::Sink;

use crate::path::FieldPath;
use crate::source::Place;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing can be published until it is mended.
    Error,
    /// Publishing goes on; somebody should look at it.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One problem: what it is, where it is, and what to do about it.
///
/// ```
/// use serviceline_core::diagnostic::Diagnostic;
///
/// let problem = Diagnostic::error("unknown-reference", "no claim has the id `spine-volum`")
///     .help("did you mean `spine-volume`?")
///     .at_path("reasons[2].body");
/// assert_eq!(
///     problem.to_string(),
///     "reasons[2].body: error[unknown-reference]: no claim has the id `spine-volum`; did you mean `spine-volume`?",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The kebab-case name of this kind of problem; [`crate::codes::explain`] tells about it.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What was expected and what was found: lower case, no full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The field that is wrong.
    pub path: Option<FieldPath>,
    /// Where in its file.
    pub place: Option<Place>,
}

impl Diagnostic {
    /// A problem that stops publication.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, message.into())
    }

    /// A problem that doesn't stop publication.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, message.into())
    }

    fn new(code: &'static str, severity: Severity, message: String) -> Self {
        Self { code, severity, message, help: None, path: None, place: None }
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Names the field that is wrong.
    #[must_use]
    pub fn at_path(mut self, path: impl Into<FieldPath>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Points to where it stands in its file.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Whether this stops publication.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// One line: `file:line:column: error[code]: message; help`. Where no file is known, the field stands in its stead.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.place, &self.path) {
            (Some(place), _) => write!(f, "{place}: ")?,
            (None, Some(path)) => write!(f, "{path}: ")?,
            (None, None) => {}
        }
        write!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        self.help.as_ref().map_or(Ok(()), |help| write!(f, "; {help}"))
    }
}

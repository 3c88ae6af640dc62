//! The kinds of problems, each with its reason and an example, for `explain` and for the reference.
//!
//! A code never changes its meaning: people search for it, and scripts filter by it. Each area has its own list.

mod channels;
mod content;
mod prose;
mod publish;
mod source;
mod templates;

use crate::diagnostic::Severity;

/// A kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its name, as reports show it: `unknown-field`.
    pub id: &'static str,
    /// How grave it usually is.
    pub severity: Severity,
    /// What it is, in one line.
    pub summary: &'static str,
    /// Why it is a problem, and what to do about it, in plain words.
    pub why: &'static str,
    /// Content that has it, and the same content without.
    pub example: &'static str,
}

/// The lists, in the order in which a description is read, checked and published.
const LISTS: [&[Code]; 6] =
    [source::CODES, content::CODES, prose::CODES, templates::CODES, publish::CODES, channels::CODES];

/// All codes, in the order in which a description is read, checked and published.
pub fn all() -> impl Iterator<Item = &'static Code> {
    LISTS.into_iter().flatten()
}

/// The code with this name.
#[must_use]
pub fn explain(id: &str) -> Option<&'static Code> {
    all().find(|code| code.id == id)
}

const fn error(id: &'static str, summary: &'static str, why: &'static str, example: &'static str) -> Code {
    Code { id, severity: Severity::Error, summary, why, example }
}

const fn warning(id: &'static str, summary: &'static str, why: &'static str, example: &'static str) -> Code {
    Code { id, severity: Severity::Warning, summary, why, example }
}

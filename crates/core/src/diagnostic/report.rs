//! All problems of one run.

use std::fmt;

use super::Diagnostic;

/// All problems of one run; the one error type of checking, composing and encoding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report(Vec<Diagnostic>);

impl Report {
    /// A report without problems.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Whether there is nothing to report.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether anything in it stops publication.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(Diagnostic::is_error)
    }

    /// The problems, in the order in which they were found unless [`Report::sort`] was called.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.0
    }

    /// The problems themselves.
    #[must_use]
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.0
    }

    /// The problems one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Puts the problems in the order of files and of places in them; those without a place follow, by field.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| reading_order(a).cmp(&reading_order(b)));
    }

    /// Sorts the problems and takes out those that say the same about the same place.
    pub fn tidy(&mut self) {
        self.sort();
        self.0.dedup();
    }

    /// The report as an error if anything in it stops publication, else `value` with the warnings.
    ///
    /// # Errors
    ///
    /// The report itself, when it has an error.
    pub fn or<T>(self, value: T) -> Result<(T, Vec<Diagnostic>), Self> {
        if self.has_errors() { Err(self) } else { Ok((value, self.0)) }
    }
}

/// What [`Report::sort`] goes by.
fn reading_order(d: &Diagnostic) -> impl Ord + '_ {
    let place = d.place.as_ref().map(|place| (place.file(), place.span().start));
    (place.is_none(), place, d.path.as_ref(), d.severity, d.code, d.message.as_str())
}

impl From<Diagnostic> for Report {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

impl From<Vec<Diagnostic>> for Report {
    fn from(diagnostics: Vec<Diagnostic>) -> Self {
        Self(diagnostics)
    }
}

impl Extend<Diagnostic> for Report {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.0.extend(diagnostics);
    }
}

impl FromIterator<Diagnostic> for Report {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self(diagnostics.into_iter().collect())
    }
}

impl IntoIterator for Report {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'r> IntoIterator for &'r Report {
    type Item = &'r Diagnostic;
    type IntoIter = std::slice::Iter<'r, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// One line a problem.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, diagnostic) in self.0.iter().enumerate() {
            write!(f, "{}{diagnostic}", if i == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {}

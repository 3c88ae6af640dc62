//! What keeps the command from working: wrong use, or a file that can't be read or written.

use std::{fmt, io, path::Path};

use serviceline::nearest::advice;

/// Why the command stopped, and what to do about it. Exit code 2.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    help: Option<String>,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
    /// `name` was found where one of the `known` names was expected.
    pub(crate) fn unknown(kind: &str, name: &str, known: &[&str]) -> Self {
        let help = advice(name, known);
        Self { message: format!("no {kind} is called `{name}`"), help }
    }
    /// A file or folder can't be read.
    pub(crate) fn reading(path: &Path, error: &io::Error) -> Self {
        Self::new(format!("can't read {}: {}", path.display(), reason(error)))
    }
    /// A file or folder can't be written.
    pub(crate) fn writing(path: &Path, error: &io::Error) -> Self {
        Self::new(format!("can't write {}: {}", path.display(), reason(error)))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.message)?;
        self.help.as_ref().map_or(Ok(()), |help| write!(f, "\n  help: {help}"))
    }
}

/// What the system says, in lower case and without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split_once(" (os error").map_or(text.as_str(), |(text, _)| text);
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

//! The terminal: what it can show, and writing to it.

use std::{
    env,
    fmt::Display,
    io::{self, IsTerminal as _, Write as _},
    path::Path,
};

use crate::failure::Failure;

/// What the reader of the standard output can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Screen {
    /// Box-drawing characters.
    pub(crate) drawing: bool,
    /// Colours.
    pub(crate) color: bool,
    /// Characters in a line.
    pub(crate) width: usize,
}

impl Screen {
    /// No colours, no drawing, narrow: for files, pipes and programs.
    pub(crate) const PLAIN: Self = Self { drawing: false, color: false, width: 80 };

    /// The screen that the standard output goes to. Colours follow <https://no-color.org>.
    pub(crate) fn stdout() -> Self {
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        if !io::stdout().is_terminal() || dumb {
            return Self::PLAIN;
        }
        let width = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
        let color = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { drawing: true, color, width: width.clamp(40, 110) }
    }
    /// A word that matters.
    pub(crate) fn bold(self, text: impl Display) -> String {
        self.paint("1", text)
    }
    /// A word that can be skipped.
    pub(crate) fn dim(self, text: impl Display) -> String {
        self.paint("2", text)
    }
    /// Bad news.
    pub(crate) fn red(self, text: impl Display) -> String {
        self.paint("1;31", text)
    }
    fn paint(self, style: &str, text: impl Display) -> String {
        if self.color { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_string() }
    }
}

/// Writes to the standard output. A reader who has gone (`| head`) has seen enough, and is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::writing(Path::new("to the standard output"), &error))
        }
        _ => Ok(()),
    }
}

/// Says on the standard error why the command stopped. If that is closed there is nobody to tell.
pub(crate) fn complain(failure: &Failure) {
    let _ = writeln!(io::stderr(), "{failure}");
}

/// A number with its noun: `1 error`, `3 errors`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

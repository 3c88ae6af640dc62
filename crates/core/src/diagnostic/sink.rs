//! Where the stages of reading one file put what they find.

use std::ops::Range;
use std::sync::Arc;

use super::Diagnostic;
use crate::source::{Place, Source};

/// Takes the problems of one file, up to a number that nobody would read beyond.
pub(crate) struct Sink<'s> {
    source: &'s Arc<Source>,
    found: &'s mut Vec<Diagnostic>,
    most: usize,
    room: usize,
    overflown: bool,
}

impl<'s> Sink<'s> {
    pub(crate) fn new(source: &'s Arc<Source>, found: &'s mut Vec<Diagnostic>, most: usize) -> Self {
        Self { source, found, most, room: most, overflown: false }
    }

    /// The file that is being read.
    pub(crate) fn source(&self) -> &'s Arc<Source> {
        self.source
    }

    /// Adds a problem at a stretch of the file.
    pub(crate) fn push(&mut self, mut problem: Diagnostic, span: Range<u32>) {
        // The whole file is no field.
        problem.path = problem.path.filter(|path| !path.as_str().is_empty());
        let place = Place::new(self.source, span);
        if self.room > 0 {
            self.room -= 1;
            self.found.push(problem.at(place));
        } else if !self.overflown {
            self.overflown = true;
            self.found.push(
                Diagnostic::error("too-many-faults", "there are more problems in this file than are shown")
                    .help("mend these first, then look again")
                    .at(place),
            );
        }
    }

    /// Takes back the last problem if it has this code and place, because one that says more follows.
    pub(crate) fn take_back(&mut self, code: &str, span: &Range<u32>) {
        let same = |last: &Diagnostic| last.code == code && last.place == Some(Place::new(self.source, span.clone()));
        if self.has_found() && self.found.last().is_some_and(same) {
            self.found.pop();
            self.room += 1;
        }
    }

    /// Whether anything was found.
    pub(crate) fn has_found(&self) -> bool {
        self.overflown || self.room < self.most
    }

    /// Whether problems are no longer shown.
    pub(crate) fn is_full(&self) -> bool {
        self.overflown
    }
}

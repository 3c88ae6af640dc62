//! The text of a file as its author wrote it, and places in it.
//!
//! Every problem that is found in a file is reported at a [`Place`], so that an editor can jump there.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A source file: its name, as it is shown to people, and its text.
#[derive(PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
    /// The byte offset at which each line starts; never empty.
    line_starts: Vec<usize>,
}

impl Source {
    /// Keeps the text of a file under the name by which people know it.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let text = text.into();
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Arc::new(Self { name: name.into(), text, line_starts })
    }

    /// The name of the file, as it is shown to people.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset, both counted from one; the column counts characters, as editors do.
    ///
    /// An offset beyond the end is taken for the end, and one within a character for the start of that character.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let offset = char_start(&self.text, offset as usize);
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        (line, self.text[start..offset].chars().count() + 1)
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({}, {} bytes)", self.name, self.text.len())
    }
}

/// A stretch of a source file, from one byte offset up to another.
///
/// The stretch always lies within the file and begins and ends between characters.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    source: Arc<Source>,
    span: Range<u32>,
}

impl Place {
    /// The stretch `span` of `source`, moved inwards to the file and to whole characters where it is not.
    #[must_use]
    pub fn new(source: &Arc<Source>, span: Range<u32>) -> Self {
        let start = char_start(&source.text, span.start as usize);
        let end = char_start(&source.text, span.end as usize).max(start);
        Self { source: Arc::clone(source), span: start as u32..end as u32 }
    }

    /// The file in which this stands.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The byte offsets of its start and end.
    #[must_use]
    pub fn span(&self) -> Range<u32> {
        self.span.clone()
    }

    /// The name of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        self.source.name()
    }

    /// The line on which it starts, counted from one.
    #[must_use]
    pub fn line(&self) -> usize {
        self.source.line_column(self.span.start).0
    }

    /// The column, in characters, in which it starts, counted from one.
    #[must_use]
    pub fn column(&self) -> usize {
        self.source.line_column(self.span.start).1
    }

    /// The text at this place, up to the end of its first line.
    #[must_use]
    pub fn excerpt(&self) -> &str {
        let text = &self.source.text[self.span.start as usize..self.span.end as usize];
        text.lines().next().unwrap_or_default().trim_end()
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} {:?}", self.excerpt())
    }
}

/// `file:line:column`, as terminals and editors link it.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.source.line_column(self.span.start);
        write!(f, "{}:{line}:{column}", self.source.name)
    }
}

/// The start of the character at the byte `at`, or the end of the text.
pub(crate) fn char_start(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// The end of the character before the byte `at`, or the end of the text.
pub(crate) fn char_end(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

//! A run of words without markup, in which references are found, and where each word stands in the text.

use std::ops::Range;

/// Words put together from the pieces into which Markdown or line ends cut them.
#[derive(Default)]
pub(super) struct Run {
    text: String,
    pieces: Vec<Piece>,
    /// A line ended after the last piece.
    line_ended: bool,
}

struct Piece {
    /// Where it begins in the run.
    start: usize,
    /// Where it stands in the text.
    source: Range<usize>,
    /// Whether a backslash stands before it, so that a brace is a brace.
    escaped: bool,
}

impl Run {
    /// Adds words that stand at `source` in the text.
    pub(super) fn push(&mut self, words: &str, source: Range<usize>, escaped: bool) {
        if self.line_ended && !joins(&self.text, words) {
            self.text.push(' ');
        }
        self.line_ended = false;
        self.pieces.push(Piece { start: self.text.len(), source, escaped });
        self.text.push_str(words);
    }

    /// Adds the end of a line of the source.
    pub(super) fn end_line(&mut self) {
        self.line_ended = true;
    }

    /// Ends the run, and begins the next.
    pub(super) fn take(&mut self) -> Self {
        if std::mem::take(&mut self.line_ended) {
            self.text.push(' ');
        }
        std::mem::take(self)
    }

    /// The words.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && !self.line_ended
    }

    /// The first brace at or after `from` that doesn't have a backslash before it, and its place.
    pub(super) fn brace(&self, from: usize) -> Option<(usize, char)> {
        let found = self.text.get(from..)?.char_indices().map(|(at, c)| (from + at, c));
        found.into_iter().find(|(at, c)| matches!(c, '{' | '}') && !self.piece(*at).is_some_and(|p| p.escaped))
    }

    /// Where a stretch of the run stands in the text.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.offset(range.start);
        let end = range.end.checked_sub(1).map_or(start, |last| self.offset(last) + 1);
        start..end.max(start)
    }

    fn offset(&self, at: usize) -> usize {
        self.piece(at).map_or(0, |piece| (piece.source.start + (at - piece.start)).min(piece.source.end))
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        self.pieces[..self.pieces.partition_point(|piece| piece.start <= at)].last()
    }
}

/// Whether two lines are joined without a space: in Chinese and Japanese, which write none between words.
fn joins(before: &str, after: &str) -> bool {
    let spaceless = |c: char| matches!(c, '\u{2e80}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff64}' | '\u{20000}'..='\u{3ffff}');
    before.chars().next_back().is_some_and(spaceless) && after.chars().next().is_some_and(spaceless)
}

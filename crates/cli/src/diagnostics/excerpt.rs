//! The line of a file in which a problem stands, as a terminal can show it.

use std::ops::Range;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use serviceline::source::Place;

/// The line in which a place begins, cut to a width, and without characters that would move the cursor or can't be seen.
///
/// It has as many bytes as the stretch of the file that it stands for, so that offsets of the file hold in it.
#[derive(Debug)]
pub(super) struct Excerpt {
    file: String,
    line: usize,
    column: usize,
    /// Where `text` begins in the file.
    start: usize,
    text: String,
    /// The stretch in question, which ends where the line or the cut ends.
    marked: Range<usize>,
}

/// Stands where a line was cut.
const CUT: &str = "…";

impl Excerpt {
    /// The excerpt for a place, for a screen of `width` characters.
    pub(super) fn of(place: &Place, width: usize) -> Self {
        let (text, span) = (place.source().text(), place.span());
        let (from, to) = (span.start as usize, span.end as usize);
        let head = text.get(..from).unwrap_or(text);
        let begin = head.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(from..).unwrap_or_default();
        let end = from + rest.find('\n').unwrap_or(rest.len());
        let end = begin + text[begin..end].trim_end_matches('\r').len();
        let line = &text[begin..end.max(from.min(text.len()))];

        let at = from - begin;
        let window = window(line, at, width.saturating_sub(12).max(20));
        let mut shown = visible(&line[window.clone()]);
        let mut start = begin + window.start;
        if window.start > 0 {
            start -= CUT.len();
            shown.insert_str(0, CUT);
        }
        let last = begin + window.end;
        if window.end < line.len() {
            shown.push_str(CUT);
        }
        let marked = from..to.clamp(from, last.max(from));
        Self { file: place.file().to_owned(), line: place.line(), column: place.column(), start, text: shown, marked }
    }
    /// The stretch in question.
    pub(super) fn span(&self) -> SourceSpan {
        (self.marked.start, self.marked.len()).into()
    }
}

/// The stretch of a line to be shown: about `width` characters around the byte `at`, and never a cut that saves less than
/// the sign for it takes.
fn window(line: &str, at: usize, width: usize) -> Range<usize> {
    if line.chars().count() <= width {
        return 0..line.len();
    }
    let back = |from: usize, count: usize| line[..from].char_indices().rev().nth(count).map_or(0, |(at, _)| at);
    let on = |from: usize, count: usize| line[from..].char_indices().nth(count).map_or(line.len(), |(at, _)| from + at);
    let start = back(at, width / 3);
    let start = if start < CUT.len() { 0 } else { start };
    let end = on(start, width);
    let start = if end == line.len() { back(end, width).min(start) } else { start };
    (if start < CUT.len() { 0 } else { start })..end
}

/// The same number of bytes without what a terminal would obey or hide.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match (c, c.len_utf8()) {
            ('\t', _) => shown.push(' '),
            (c, _) if !(c.is_control() || is_hidden(c)) => shown.push(c),
            (_, 3) => shown.push(char::REPLACEMENT_CHARACTER),
            (_, length) => shown.extend(std::iter::repeat_n('?', length)),
        }
    }
    shown
}

/// Characters that turn the direction of text or take no room.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        if span.offset() < self.start {
            return Err(MietteError::OutOfBounds);
        }
        let shown = (self.start, self.text.len()).into();
        let (line, column) = (self.line.saturating_sub(1), self.column.saturating_sub(1));
        Ok(Box::new(MietteSpanContents::new_named(self.file.clone(), self.text.as_bytes(), shown, line, column, 1)))
    }
}

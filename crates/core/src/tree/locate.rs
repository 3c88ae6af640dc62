//! From a place in a text back to its place in the file.
//!
//! The text lost its quotes, escapes, indentation and line ends on the way. Both are walked side by side, character by
//! character; white space is left out, because that is what YAML folds.

use std::ops::Range;
use std::sync::Arc;

use super::{Data, Node, Style, characters};
use crate::source::{Place, Source};

impl Node {
    /// Where the bytes `range` of this node's text stand in the file. For a node without a text, the whole node.
    #[must_use]
    pub fn offset_in_source(&self, source: &Source, range: Range<usize>) -> Range<u32> {
        let Data::Scalar(scalar) = &self.data else { return self.span.clone() };
        let Some(raw) = source.text().get(self.span.start as usize..self.span.end as usize) else {
            return self.span.clone();
        };
        let found = locate(raw, &scalar.text, scalar.style, &range);
        found.map_or_else(|| self.span.clone(), |at| self.span.start + at.start as u32..self.span.start + at.end as u32)
    }

    /// The place of this node in the file.
    #[must_use]
    pub fn place(&self, source: &Arc<Source>) -> Place {
        Place::new(source, self.span.clone())
    }

    /// The place of the bytes `range` of this node's text in the file.
    #[must_use]
    pub fn place_of(&self, source: &Arc<Source>, range: Range<usize>) -> Place {
        Place::new(source, self.offset_in_source(source, range))
    }
}

/// The bytes of `raw` that stand for the bytes `range` of `text`; nothing if raw and text don't agree.
fn locate(raw: &str, text: &str, style: Style, range: &Range<usize>) -> Option<Range<usize>> {
    let mut units = Units { raw, at: usize::from(matches!(style, Style::Single | Style::Double)), style };
    let mut start = None;
    let mut end = units.at;
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        if at >= range.end && start.is_some() {
            break;
        }
        let unit = units.find(c)?;
        if at >= range.start {
            start.get_or_insert(unit.start);
        }
        end = unit.end;
    }
    let start = start.unwrap_or(end);
    Some(start..end.max(start))
}

/// The visible characters of a text as the file writes it.
struct Units<'r> {
    raw: &'r str,
    at: usize,
    style: Style,
}

impl Units<'_> {
    /// The bytes of the next character that can be seen, if it is `c`.
    fn find(&mut self, c: char) -> Option<Range<usize>> {
        loop {
            let rest = self.raw.get(self.at..)?;
            let next = rest.chars().next()?;
            let (length, shows) = match (self.style, next) {
                (Style::Double, '\\') => escape(rest),
                (Style::Single, '\'') => (2, true),
                _ => (next.len_utf8(), !next.is_whitespace()),
            };
            let unit = self.at..(self.at + length).min(self.raw.len());
            self.at = unit.end;
            if shows {
                return (next == c || next == '\\').then_some(unit);
            }
        }
    }
}

/// The length of the escape that `rest` begins with, and whether it stands for a character that can be seen.
fn escape(rest: &str) -> (usize, bool) {
    let digits = |n: usize| rest.get(2..2 + n).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    let hidden = |c: char| c.is_whitespace() || characters::fault(c).is_some();
    let shows = |code: Option<u32>| code.and_then(char::from_u32).is_none_or(|c| !hidden(c));
    match rest.chars().nth(1) {
        Some('x') => (4, shows(digits(2))),
        Some('u') if matches!(digits(4), Some(0xd800..0xe000)) => (12, true),
        Some('u') => (6, shows(digits(4))),
        Some('U') => (10, shows(digits(8))),
        Some(c) => (1 + c.len_utf8(), !(c.is_whitespace() || "0abetnvfrNLP_".contains(c))),
        None => (1, false),
    }
}

//! What checks want to know of a text: its words, its references, its numbers.

use std::ops::Range;

use super::{Block, Inline, Prose, RefKind};

/// A reference in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference<'p> {
    /// What kind of fact it is.
    pub kind: RefKind,
    /// Its id.
    pub id: &'p str,
    /// The words for it here.
    pub label: Option<&'p str>,
}

/// The references of a text, in the order in which they are read.
pub fn references(prose: &Prose) -> impl Iterator<Item = Reference<'_>> {
    let mut found = vec![];
    visit(&prose.blocks, &mut |inline| {
        if let Inline::Reference { kind, id, label } = inline {
            found.push(Reference { kind: *kind, id, label: label.as_deref() });
        }
    });
    found.into_iter()
}

/// Where the first reference of this kind and id stands in the text from which a [`Prose`] was read.
#[must_use]
pub fn locate(text: &str, kind: RefKind, id: &str) -> Option<Range<usize>> {
    let start = format!("{{{kind}:{id}");
    let ends = |at: &usize| text[at + start.len()..].starts_with(['}', '|']);
    let at = text.match_indices(&start).map(|(at, _)| at).find(ends)?;
    let end = text[at..].find('}').map_or(text.len(), |close| at + close + 1);
    Some(at..end)
}

/// The words of a text without markup, one line a paragraph or item.
///
/// A reference without words of its own is written `\u{fffc}`, the sign for something that isn't a character: what it
/// says depends on the channel. A blank to fill in is written as its name.
#[must_use]
pub fn plain_text(prose: &Prose) -> String {
    let mut text = String::new();
    write_blocks(&prose.blocks, &mut text);
    text
}

fn write_blocks(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => {
                if !text.is_empty() {
                    text.push('\n');
                }
                write_inlines(inlines, text);
            }
            Block::List { items, .. } => items.iter().for_each(|item| write_blocks(item, text)),
        }
    }
}

fn write_inlines(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::FillIn(words) => text.push_str(words),
            Inline::Emphasis(within) | Inline::Strong(within) | Inline::Link { text: within, .. } => {
                write_inlines(within, text);
            }
            Inline::Break => text.push('\n'),
            Inline::Reference { label, .. } => text.push_str(label.as_deref().unwrap_or("\u{fffc}")),
        }
    }
}

fn visit<'p>(blocks: &'p [Block], see: &mut dyn FnMut(&'p Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => visit_inlines(inlines, see),
            Block::List { items, .. } => items.iter().for_each(|item| visit(item, see)),
        }
    }
}

fn visit_inlines<'p>(inlines: &'p [Inline], see: &mut dyn FnMut(&'p Inline)) {
    for inline in inlines {
        see(inline);
        if let Inline::Emphasis(within) | Inline::Strong(within) | Inline::Link { text: within, .. } = inline {
            visit_inlines(within, see);
        }
    }
}

/// The numbers of a text that are written in digits, in order and in one form each: `1,200` is `1200`.
///
/// A comma, a full stop, an apostrophe or a space that doesn't break groups digits if exactly three follow; otherwise a comma or a
/// full stop between digits belongs to the number, so that `1.5` is one number and `24/7` is two. Two texts are compared
/// by it, so that it matters only that the same number comes out the same.
///
/// ```
/// use serviceline_core::prose::numbers;
///
/// assert_eq!(numbers("1,200 operations, 1.5 hours, open 24/7"), ["1200", "1.5", "24", "7"]);
/// ```
#[must_use]
pub fn numbers(text: &str) -> Vec<String> {
    let mut numbers = vec![];
    let mut rest = text;
    while let Some(start) = rest.find(char::is_numeric) {
        let (number, length) = number(&rest[start..]);
        numbers.push(number);
        rest = &rest[start + length..];
    }
    numbers
}

/// The number at the start of `text`, and how many bytes it takes.
fn number(text: &str) -> (String, usize) {
    let mut number = String::new();
    let mut at = 0;
    loop {
        let digits = text[at..].find(|c: char| !c.is_numeric()).unwrap_or(text.len() - at);
        number.push_str(&text[at..at + digits]);
        at += digits;
        let mut after = text[at..].chars();
        let Some(separator) = after.next() else { return (number, at) };
        let following = after.as_str().chars().take_while(|c| c.is_numeric()).count();
        match separator {
            ',' | '.' | '\'' | '’' | '\u{a0}' | '\u{202f}' if following == 3 => {}
            ',' | '.' if following > 0 => number.push(separator),
            _ => return (number, at),
        }
        at += separator.len_utf8();
    }
}

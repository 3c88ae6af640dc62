//! References that YAML would take for something else, because the text around them stands without quotes.
//!
//! `how: {phone:x}` is a group with the field `phone:x` to YAML, and `{ how: Call {phone:x} }` is no YAML at all.

use std::ops::Range;

use super::{Data, Key, Node, Scalar, Style};
use crate::diagnostic::Diagnostic;
use crate::prose::RefKind;

/// The help for every reference without quotes.
const HELP: &str = "write the whole text in quotes, or as a block after `|`";

/// The diagnostic for a reference in a text without quotes.
pub(super) fn problem(reference: &str) -> Diagnostic {
    let message = format!("`{reference}` stands in a text without quotes, and YAML reads its brace as its own");
    Diagnostic::error("unquoted-reference", message).help(HELP)
}

/// The reference that was meant where YAML found a group between braces.
pub(super) fn meant<'t>(text: &'t str, span: &Range<u32>, fields: &[(Key, Node)]) -> Option<&'t str> {
    let raw = text.get(span.start as usize..span.end as usize)?;
    let (first, value) = fields.first()?;
    let bare = matches!(value.data, Data::Null) && value.span.is_empty();
    (bare && raw.get(1..)?.starts_with(&*first.name) && looks_like_one(raw)).then_some(raw)
}

/// The text that was meant, in the stead of the group.
pub(super) fn as_text(raw: &str) -> Data {
    Data::Scalar(Scalar { text: raw.into(), style: Style::Plain })
}

/// The reference in the line around `at` on which reading stopped, and where it stands.
pub(super) fn before(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    let mut from = start;
    while let Some(open) = text[from..end].find('{').map(|found| from + found) {
        let close = text[open..end].find('}').map_or(end, |found| open + found + 1);
        if open > at {
            return None;
        }
        if looks_like_one(&text[open..close]) && !text[start..open].contains(['"', '\'', '#']) {
            return Some(open..close);
        }
        from = open + 1;
    }
    None
}

/// Whether a piece from brace to brace is a reference or a fill-in.
fn looks_like_one(piece: &str) -> bool {
    let Some(inner) = piece.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else { return false };
    match inner.split_once(':') {
        Some((kind, id)) => RefKind::named(kind).is_some() && !id.is_empty() && !id.starts_with(' '),
        None => crate::prose::is_fill_in(inner),
    }
}

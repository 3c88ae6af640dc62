//! What the parser's complaints mean to somebody who writes about health care, and not about YAML.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::reference;
use crate::diagnostic::{Diagnostic, quote};
use crate::source::char_start;

/// The diagnostic for an error of the parser, and its place.
pub(super) fn explain(error: &ScanError, text: &str) -> (Diagnostic, Range<u32>) {
    let at = char_start(text, error.marker().byte_offset().unwrap_or(text.len()));
    let kind = error.kind();
    if let Some(found) = reference::before(text, at).filter(|_| breaks_at_brace(kind)) {
        let problem = reference::problem(&text[found.clone()]);
        return (problem, found.start as u32..found.end as u32);
    }
    if let Some(found) = half_a_character(kind, text, at) {
        let message = format!("{} is half of a character", quote(&text[found.clone()]));
        let problem = Diagnostic::error("control-character", message)
            .help("write the character itself, or both of its halves, such as `\\ud83d\\ude00`");
        return (problem, found.start as u32..found.end as u32);
    }
    let line = rest_of_line(text, at);
    let about = about_text(kind, &text[line.clone()]).or_else(|| about_structure(kind, text, at, &text[line.clone()]));
    let (message, help) = about.unwrap_or_else(|| (error.info(), "compare with the lines around it"));
    let code = if matches!(kind, ErrorKind::RecursionLimitExceeded) { "source-too-deep" } else { "syntax" };
    (Diagnostic::error(code, message).help(help), line.start as u32..line.end as u32)
}

/// From `at` to the end of its line, without the space around it; at the end of the file, the last character.
fn rest_of_line(text: &str, at: usize) -> Range<usize> {
    let line = text[at..].lines().next().unwrap_or_default();
    let start = at + line.len() - line.trim_start().len();
    let end = at + line.trim_end().len();
    if end > start {
        return start..end;
    }
    let before = text[..at].trim_end();
    let last = before.chars().next_back().map_or(0, char::len_utf8);
    before.len() - last..before.len()
}

/// Whether a brace within a text without quotes can have caused this.
fn breaks_at_brace(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::FlowMappingValueAdjacentCollection
            | ErrorKind::ExpectedDocumentStart
            | ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidSimpleKey
    )
}

/// The escape that stands for half of a character, in the quoted text that begins at `at`.
fn half_a_character(kind: &ErrorKind, text: &str, at: usize) -> Option<Range<usize>> {
    use ErrorKind::{InvalidLowSurrogate, InvalidUnicodeEscape, MissingLowSurrogate, UnpairedLowSurrogate};
    if !matches!(kind, InvalidLowSurrogate | InvalidUnicodeEscape | MissingLowSurrogate | UnpairedLowSurrogate) {
        return None;
    }
    let mut from = at;
    loop {
        let start = from + text[from..].find("\\u")?;
        let unit = |at: usize| u16::from_str_radix(text.get(at..at + 6)?.strip_prefix("\\u")?, 16).ok();
        match (unit(start)?, unit(start + 6)) {
            (0xd800..0xdc00, Some(0xdc00..0xe000)) => from = start + 12,
            (0xd800..0xe000, _) => return Some(start..start + 6),
            _ => from = start + 6,
        }
    }
}

/// A message and its help.
type Words = (String, &'static str);

fn words(message: &str, help: &'static str) -> Words {
    (message.to_owned(), help)
}

/// What is wrong within a text: its quotes, its escapes, the sign that it begins with.
fn about_text(kind: &ErrorKind, rest: &str) -> Option<Words> {
    use ErrorKind as K;
    Some(match kind {
        K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar | K::InvalidQuotedScalarIndent => {
            words("the quotation mark that begins this text is never closed", "close it where the text ends")
        }
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => (
            format!("expected the end of the text after its closing quotation mark, found {}", quote(rest)),
            "put the whole text in quotes; inside, write `''` between single ones and `\\\"` between double ones",
        ),
        K::UnknownQuotedScalarEscape | K::InvalidQuotedScalarHexEscape | K::InvalidUnicodeEscape => words(
            "this text holds a backslash with something after it that isn't an escape",
            "write `\\\\` for a backslash, or put the text between single quotes",
        ),
        K::UnexpectedCharacter { character } => (
            format!("a text without quotes can't begin with `{}`", character.escape_default()),
            "put the text in quotes",
        ),
        K::TabNotAllowed | K::TabInBlockIndentation | K::TabInIndentation | K::TabAtBlockScalarStart => {
            words("this line is indented with a tab", "indent with spaces")
        }
        _ => return None,
    })
}

/// What is wrong with fields, items and brackets.
fn about_structure(kind: &ErrorKind, text: &str, at: usize, rest: &str) -> Option<Words> {
    use ErrorKind as K;
    Some(match kind {
        K::MappingValueNotAllowed | K::InvalidColonPlacement if colons_before(text, at) => words(
            "a text without quotes holds `: `, which begins a value",
            "put the whole text in quotes, or in a block after `|`",
        ),
        K::MappingValueNotAllowed | K::InvalidColonPlacement => words(
            "expected no field here: the lines before belong to a text that is still going on",
            "begin the field in the same column as the one before it; check that quotes and brackets above are closed",
        ),
        K::SimpleKeyExpected | K::InvalidSimpleKey => (
            format!("expected a field name and `:`, found {}", quote(rest)),
            "indent the further lines of a text, or write it as a block after `|`",
        ),
        K::ExpectedBlockMappingKey | K::ExpectedBlockSequenceEntry | K::InvalidIndentation => (
            format!("expected the next field or item here, found {}", quote(rest)),
            "fields and items that belong together begin in the same column; put a text that goes on after a closing quote or bracket in quotes",
        ),
        K::BlockSequenceEntryNotAllowed => words(
            "expected a value on the line of its field, found the start of a list",
            "begin each item on a line of its own; put a text that begins with `- ` in quotes",
        ),
        K::ExpectedFlowMappingSeparator | K::ExpectedFlowSequenceSeparator => (
            format!("expected `,` or the closing bracket, found {}", quote(rest)),
            "put texts between brackets in quotes if they hold any of , : { } [ ]",
        ),
        K::UnclosedFlowCollection { .. } | K::UnexpectedEofFlowMapping | K::UnexpectedEofFlowSequence => {
            words("this bracket is never closed", "close it, or put the text that it belongs to in quotes")
        }
        K::MisplacedFlowCollectionEnd | K::MismatchedFlowCollectionEnd { .. } => {
            words("this bracket closes nothing that is open", "remove it, or put the text that it belongs to in quotes")
        }
        K::RecursionLimitExceeded => words("values are nested too deep", "nest them less"),
        K::ExpectedDocumentStart => words("the file goes on after the end of its content", "remove what is too much"),
        _ => return None,
    })
}

/// Whether the colon at `at` isn't the first on its line, or the line begins with what can't be a name.
fn colons_before(text: &str, at: usize) -> bool {
    let line = &text[..at];
    let line = &line[line.rfind('\n').map_or(0, |newline| newline + 1)..];
    line.contains(": ")
}

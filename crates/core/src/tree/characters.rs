//! Characters that no reader would see, and that would change or break what readers do see.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Sink};

/// What is wrong with a character, in words that follow "this is"; nothing if it may stand in a text.
pub(crate) fn fault(c: char) -> Option<&'static str> {
    Some(match c {
        '\t' | '\n' | '\r' => return None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => "a control character",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "an invisible character that turns the direction of the text"
        }
        '\u{2028}' | '\u{2029}' => "an invisible line separator",
        '\u{feff}' => "a byte order mark, which belongs at the start of a file only",
        '\u{fffd}' => "the mark of a character that was lost when the text was converted",
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => "a private character, which every font draws differently",
        '\u{e0000}'..='\u{e0fff}' => "an invisible tag character",
        '\u{fdd0}'..='\u{fdef}' => "not a character",
        c if u32::from(c) & 0xfffe == 0xfffe => "not a character",
        _ => return None,
    })
}

/// The diagnostic for a character that may not stand in a text.
pub(crate) fn problem(c: char, what: &str) -> Diagnostic {
    let help = match c {
        '\u{fffd}' => {
            "write the character that was meant; open the original with the right encoding (UTF-8) and copy it again"
        }
        _ => "delete it; it cannot be seen in most editors",
    };
    Diagnostic::error("control-character", format!("U+{:04X} is {what}", u32::from(c))).help(help)
}

/// Reports every such character of a file, and puts spaces in their stead, so that all offsets stay as they are and the
/// rest of the file can be read.
pub(super) fn check<'t>(text: &'t str, sink: &mut Sink<'_>) -> Cow<'t, str> {
    let allowed = |(at, c): (usize, char)| fault(c).is_none() || (at == 0 && c == '\u{feff}');
    if text.char_indices().all(allowed) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match fault(c) {
            Some(what) if !allowed((at, c)) => {
                let end = at + c.len_utf8();
                sink.push(problem(c, what), at as u32..end as u32);
                cleaned.extend(std::iter::repeat_n(' ', c.len_utf8()));
            }
            _ => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

//! Calm text: words in which CommonMark has nothing to escape, kept from the formatter.
//!
//! comrak's formatter looks at each character by itself, and most of a page is words in which nothing can be mistaken for
//! markup. So one character of a private-use plane stands for such a text in the syntax tree, and the text takes its place
//! as the formatter writes it. What the formatter decides does not depend on the words: a text counts as calm only if no
//! character of it is ever escaped, wherever it stands.

use std::cell::RefCell;
use std::fmt;

/// The first character that stands for a text.
const FIRST: u32 = 0xF_0000;
/// The last one.
const LAST: u32 = 0xF_FFFD;

/// The texts that characters stand for.
#[derive(Debug, Default)]
pub(crate) struct Calm {
    texts: RefCell<Vec<String>>,
}

/// Characters that the formatter writes as they are. All others of ASCII are left to it.
const PLAIN: [bool; 128] = {
    let mut plain = [false; 128];
    let mut byte = 0;
    while byte < 128 {
        plain[byte] = matches!(byte as u8, b' ' | b'"' | b'$' | b'%' | b'\'' | b'(' | b')' | b'+'..=b';' | b'=' | b'?')
            || (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

impl Calm {
    /// The character that stands for a text; nothing for a text that the formatter has to see.
    pub(crate) fn stand_in(&self, text: &str) -> Option<char> {
        let mut texts = self.texts.borrow_mut();
        let stand_in = char::from_u32(FIRST + u32::try_from(texts.len()).ok()?).filter(|c| u32::from(*c) <= LAST)?;
        is_calm(text).then(|| {
            texts.push(text.to_owned());
            stand_in
        })
    }
}

/// At the start of a line a digit, a dash, a plus or an equals sign can begin a list or underline a heading.
fn is_calm(text: &str) -> bool {
    let risky = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '=');
    let plain = |byte: u8| PLAIN.get(usize::from(byte)).copied().unwrap_or(byte < 0xf3);
    !text.is_empty() && !text.starts_with(risky) && text.bytes().all(plain)
}

/// Takes what the formatter writes, with each text in its place.
pub(crate) struct Sink<'c> {
    pub(crate) calm: &'c Calm,
    pub(crate) out: String,
}

impl fmt::Write for Sink<'_> {
    fn write_str(&mut self, written: &str) -> fmt::Result {
        let mut characters = written.chars();
        let first = characters.next().map_or(0, u32::from);
        let text = (first >= FIRST && characters.as_str().is_empty()).then(|| (first - FIRST) as usize);
        let texts = self.calm.texts.borrow();
        self.out.push_str(text.and_then(|at| texts.get(at)).map_or(written, String::as_str));
        Ok(())
    }
}

//! How long a text takes, counted once for all who ask.

use serviceline_core::{
    Words,
    words::{Piece, Role},
};

use crate::timing::PHONE_SECONDS;

/// How much there is to say: words, of which punctuation alone is none, and phone numbers, each timed by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) words: u32,
    pub(crate) phones: u32,
}

impl Length {
    /// The length of words, in which `pause` stands between the groups of a phone number.
    pub(crate) fn of(words: &Words, pause: &str) -> Self {
        let mut length = Self::default();
        // A word may go on from one piece to the next.
        let mut in_word = 0;
        for piece in words.pieces() {
            if is_number(piece, pause) {
                length.phones += 1;
                in_word = 0;
                continue;
            }
            for byte in piece.text().bytes() {
                let kind = KINDS[usize::from(byte)];
                let begins = kind & BEGINS;
                length.words += u32::from(begins & !in_word);
                in_word = (in_word | begins) & !(kind >> 1);
            }
        }
        length
    }

    /// The length of two texts, one after the other.
    pub(crate) fn and(self, other: Self) -> Self {
        Self { words: self.words + other.words, phones: self.phones + other.phones }
    }

    /// How many seconds it takes, at so many words a minute.
    pub(crate) fn seconds(self, words_per_minute: u16) -> f64 {
        f64::from(self.words) * 60.0 / f64::from(words_per_minute.max(1)) + f64::from(self.phones) * PHONE_SECONDS
    }
}

/// A phone number that is said in groups, not a code such as 911.
pub(crate) fn is_number(piece: &Piece, pause: &str) -> bool {
    matches!(piece.role(), Role::Phone { .. }) && !pause.is_empty() && piece.text().contains(pause)
}

/// A word can begin with this byte.
const BEGINS: u8 = 1;
/// A word ends before this byte.
const SPACE: u8 = 2;

/// What each byte does to the words that are counted.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if byte.is_ascii_whitespace() {
            kinds[at] = SPACE;
        } else if byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'{' | b'*' | b'"' | b'\'') {
            kinds[at] = BEGINS;
        }
        at += 1;
    }
    kinds
};

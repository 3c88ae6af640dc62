//! How much there is to say in a text, counted in one go: for the clock, and for the breath of the one who says it.

use serviceline_core::{
    Words,
    words::{Piece, Role},
};

use crate::timing::PHONE_SECONDS;

/// How long a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Length {
    /// The words that take time; punctuation alone is none, and a phone number is timed by itself.
    words: u32,
    phones: u32,
    /// All that stands between spaces; a phone number is one, and a blank too.
    pub(crate) all: u32,
    /// As many in the longest sentence.
    pub(crate) sentence: u32,
}

impl Length {
    /// The length of words, in which `pause` stands between the groups of a phone number.
    pub(crate) fn of(words: &Words, pause: &str) -> Self {
        let mut count = Count::default();
        for piece in words.pieces() {
            if is_number(piece, pause) {
                count.number();
            } else {
                count.text(piece.text());
            }
        }
        count.length
    }

    /// Whether a phone number is said.
    pub(crate) fn has_phones(self) -> bool {
        self.phones > 0
    }

    /// The length of two texts, one after the other.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            phones: self.phones + other.phones,
            all: self.all + other.all,
            sentence: self.sentence.max(other.sentence),
        }
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

/// Where a count is. A word may go on from one piece to the next.
#[derive(Default)]
struct Count {
    length: Length,
    /// 1 within a word that takes time.
    timed: u8,
    in_token: bool,
    in_blank: bool,
    /// How many there are in this sentence.
    sentence: u32,
}

impl Count {
    fn number(&mut self) {
        self.length.phones += 1;
        self.timed = 0;
        self.token();
        self.in_token = false;
    }

    fn token(&mut self) {
        self.length.all += 1;
        self.sentence += 1;
        self.length.sentence = self.length.sentence.max(self.sentence);
        self.in_token = true;
    }

    fn text(&mut self, text: &str) {
        for byte in text.bytes() {
            let kind = KINDS[usize::from(byte)];
            let begins = kind & BEGINS;
            self.length.words += u32::from(begins & !self.timed);
            self.timed = (self.timed | begins) & !(kind >> 1);
            if kind & (SPACE | STOP | CLOSE) == 0 {
                if !self.in_token {
                    self.token();
                    self.in_blank = byte == b'{';
                }
            } else if kind & STOP != 0 {
                (self.sentence, self.in_token) = (0, false);
            } else if kind & CLOSE != 0 {
                self.in_blank = false;
            } else if !self.in_blank {
                self.in_token = false;
            }
        }
    }
}

/// A word that takes time can begin with this byte.
const BEGINS: u8 = 1;
/// A word ends before this byte.
const SPACE: u8 = 2;
/// A sentence, or a part of one in which one can breathe, ends with this byte.
const STOP: u8 = 4;
/// A blank ends with this byte.
const CLOSE: u8 = 8;

/// What each byte does to what is counted.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        kinds[at] = match byte {
            b'.' | b'?' | b'!' | b':' | b';' => STOP,
            b'}' => CLOSE,
            b'{' | b'*' | b'"' | b'\'' => BEGINS,
            _ if byte.is_ascii_whitespace() => SPACE,
            _ if byte.is_ascii_alphanumeric() || !byte.is_ascii() => BEGINS,
            _ => 0,
        };
        at += 1;
    }
    kinds
};

//! What is said as it is written: most words, and so most texts.

use super::familiar::Hash;
use super::speaker::Speaker;

impl Speaker {
    /// Whether a text is nothing but ordinary words, as most are. It may begin with a stop that closes what stands before.
    pub(super) fn is_said_as_written(&self, before: &str, text: &str) -> bool {
        let (mut last, words) = match text.strip_prefix(STOPS) {
            Some(rest) if rest.is_empty() || rest.starts_with(' ') => ("", rest),
            _ => (before.trim_end_matches(' '), text),
        };
        let inner = words.trim_matches(' ');
        if inner.is_empty() || inner.len() + 2 < words.len() {
            return words.len() < 2;
        }
        let mut rest = inner;
        loop {
            let end = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
            let core = without_stops(&rest[..end]);
            if !self.is_ordinary(last, core, &rest[..end]) {
                return false;
            }
            last = core;
            match rest.get(end + 1..) {
                Some(after) => rest = after,
                None => return true,
            }
        }
    }

    /// Whether a word can be no written form, whatever stands around it; `last` is the word before.
    pub(super) fn is_ordinary(&self, last: &str, core: &str, word: &str) -> bool {
        let (core, stops) = (core.as_bytes(), &word.as_bytes()[core.len()..]);
        let Some((first, rest)) = core.split_first().filter(|(first, _)| first.is_ascii_alphabetic()) else {
            return false;
        };
        let mut hash = Hash::default().then(*first);
        for byte in rest {
            if !(byte.is_ascii_lowercase() || matches!(byte, b'\'' | b'-')) {
                return false;
            }
            hash = hash.then(*byte);
        }
        let with_stops = stops.iter().fold(hash, |hash, byte| hash.then(*byte));
        let numeral = || {
            matches!(core, b"I" | b"V" | b"X") && self.rules.roman.iter().any(|head| head.eq_ignore_ascii_case(last))
        };
        !self.listed.may_hold_hash(hash) && !self.listed.may_hold_hash(with_stops) && !numeral()
    }
}

/// What closes a sentence or a part of it.
const STOPS: [char; 6] = ['.', ',', ';', ':', '?', '!'];

/// A word without the stops behind it.
fn without_stops(word: &str) -> &str {
    let is_stop = |byte: &u8| matches!(byte, b'.' | b',' | b';' | b':' | b'?' | b'!');
    let stops = word.bytes().rev().take_while(is_stop).count();
    &word[..word.len() - stops]
}

/// Letters alone, with a hyphen or an apostrophe at most, and no two capitals side by side.
pub(super) fn is_word(core: &str) -> bool {
    let mut capital = false;
    let letters = core.bytes().all(|b| {
        let two = std::mem::replace(&mut capital, b.is_ascii_uppercase()) && b.is_ascii_uppercase();
        !two && (b.is_ascii_alphabetic() || b == b'-' || b == b'\'')
    });
    letters && core.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Letters and the punctuation of sentences, no two capitals side by side.
pub(super) fn is_speakable(text: &str) -> bool {
    let mut capital = false;
    text.chars().all(|c| {
        let two = std::mem::replace(&mut capital, c.is_ascii_uppercase()) && c.is_ascii_uppercase();
        !two && (c.is_alphabetic() || c == ' ' || is_punctuation(c))
    })
}

pub(super) fn is_punctuation(c: char) -> bool {
    ".,;:?!'\"-".contains(c)
}

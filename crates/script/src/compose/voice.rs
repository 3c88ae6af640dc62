//! Three ways to write words down: as they are said, in capitals for the agent's eyes, and as they are.

use std::borrow::Cow;

use any_ascii::any_ascii;
use serviceline_core::{
    Words,
    words::{Origin, Piece, Role},
};

use super::Composer;

impl Composer<'_, '_> {
    /// The words as they are said, with a capital at the front. Blanks and gaps stay as they are.
    pub(super) fn aloud(&self, words: &Words) -> Words {
        let said = self.murmur(words);
        let first = said.pieces().iter().find(|piece| !piece.text().is_empty());
        let small = first.is_some_and(|piece| piece.text().starts_with(|c: char| c.is_ascii_lowercase()));
        if small { said.capitalized() } else { said }
    }

    /// The words as they are said, within a sentence.
    pub(super) fn murmur(&self, words: &Words) -> Words {
        between(words, |piece, around| match piece.role() {
            Role::FillIn => self.blank(piece.text()),
            Role::Gap => self.spelled(piece.text()).into_owned(),
            _ => self.with_marks(piece, around.before(), &around.after()),
        })
    }

    /// Says a text but for the blanks in it. Phrases may mark a stressed word with asterisks, which stay.
    fn with_marks(&self, piece: &Piece, before: &str, after: &str) -> String {
        let phrase = matches!(piece.origin(), Origin::Phrase(_));
        // The braces of an author are braces: a blank in a text is a piece of its own.
        if !phrase || memchr::memchr2(b'{', b'*', piece.text().as_bytes()).is_none() {
            return self.speaker.say_between(before, piece.text(), after);
        }
        let marks: &[char] = &['{', '*'];
        let mut out = String::with_capacity(piece.text().len() * 2);
        let mut rest = piece.text();
        while let Some(open) = rest.find(marks) {
            let blank = rest[open..].starts_with('{');
            let close = rest[open + 1..].find(if blank { '}' } else { '*' }).map_or(rest.len(), |at| open + at + 2);
            let before = if out.is_empty() { before } else { last_word(&out) };
            let said = self.speaker.say_between(before, &rest[..open], &rest[open..]);
            out.push_str(&said);
            match &rest[open..close] {
                marked if blank || marked.len() < 2 => out.push_str(&self.spelled(marked)),
                marked => {
                    out.push('*');
                    out.push_str(&self.speaker.say(marked.trim_matches('*')));
                    out.push('*');
                }
            }
            rest = &rest[close..];
        }
        let before = if out.is_empty() { before } else { last_word(&out) };
        let said = self.speaker.say_between(before, rest, after);
        out + &said
    }

    /// A title from a phrase.
    pub(super) fn title(&self, key: &str, values: &[(&str, &Words)]) -> Words {
        self.loud(&self.phrase(key, values))
    }

    /// The words in capitals: the caller does not hear them.
    pub(super) fn loud(&self, words: &Words) -> Words {
        between(words, |piece, around| self.plain(piece, around).to_uppercase())
    }

    /// The words as they are.
    pub(super) fn written(&self, words: &Words) -> Words {
        between(words, |piece, around| self.plain(piece, around).into_owned())
    }

    /// A piece as it is; a full stop that the next piece brings too is written once.
    fn plain<'p>(&self, piece: &'p Piece, around: Around<'_>) -> Cow<'p, str> {
        if *piece.role() == Role::FillIn {
            return self.blank(piece.text()).into();
        }
        let text = piece.text();
        self.spelled(text.strip_suffix('.').filter(|_| around.is_stopped()).unwrap_or(text))
    }

    fn blank(&self, text: &str) -> String {
        format!("{{{}}}", self.spelled(text.trim_matches(['{', '}'])))
    }

    /// The text in the letters of the script.
    fn spelled<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.options.utf8 || text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(any_ascii(text)) }
    }
}

/// The words with a small first letter, so that they fit inside a sentence. Acronyms stay.
pub(super) fn lowered(words: &Words) -> Words {
    let mut first = true;
    words.respell(|piece| {
        let mut letters = piece.text().chars();
        let start = first;
        first &= piece.text().is_empty();
        match (letters.next(), letters.clone().next()) {
            (Some(initial), second) if start && second.is_none_or(|second| !second.is_uppercase()) => {
                initial.to_lowercase().chain(letters).collect()
            }
            _ => piece.text().to_owned(),
        }
    })
}

/// Rewrites each piece with what stands around it in view.
fn between(words: &Words, mut write: impl FnMut(&Piece, Around<'_>) -> String) -> Words {
    let pieces = words.pieces();
    let mut at = 0;
    words.respell(|piece| {
        while pieces.get(at).is_some_and(|piece| *piece.role() == Role::Break) {
            at += 1;
        }
        at += 1;
        write(piece, Around { pieces, at: at - 1 })
    })
}

/// What stands around a piece of some words.
#[derive(Clone, Copy)]
struct Around<'w> {
    pieces: &'w [Piece],
    at: usize,
}

impl<'w> Around<'w> {
    /// The last word before the piece, with its space.
    fn before(self) -> &'w str {
        texts(&self.pieces[..self.at]).rev().find(|text| !text.is_empty()).map_or("", last_word)
    }

    /// The text behind the piece, with a space before it if there is one.
    fn after(self) -> Cow<'w, str> {
        let (spaced, next) = self.next();
        if spaced { Cow::Owned([" ", next].concat()) } else { Cow::Borrowed(next) }
    }

    /// Whether a full stop stands right behind the piece.
    fn is_stopped(self) -> bool {
        let (spaced, next) = self.next();
        !spaced && next.starts_with('.')
    }

    /// The next text that is more than space, and whether there is space before it.
    fn next(self) -> (bool, &'w str) {
        let mut spaced = false;
        for text in texts(&self.pieces[self.at + 1..]) {
            if !text.trim().is_empty() {
                return (spaced, text);
            }
            spaced |= !text.is_empty();
        }
        (false, "")
    }
}

fn texts(pieces: &[Piece]) -> impl DoubleEndedIterator<Item = &str> {
    pieces.iter().filter(|piece| *piece.role() != Role::Break).map(Piece::text)
}

/// The last word of a text, with its space.
fn last_word(text: &str) -> &str {
    let trimmed = text.trim_end();
    let start = trimmed.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    text.get(start..).unwrap_or(text)
}

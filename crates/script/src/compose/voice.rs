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
        between(words, |piece, before, after| match piece.role() {
            Role::FillIn => blank(piece.text()),
            Role::Gap => any_ascii(piece.text()),
            _ => self.with_marks(piece, before, after),
        })
    }

    /// Says a text but for the blanks in it. Phrases may mark a stressed word with asterisks, which stay.
    fn with_marks(&self, piece: &Piece, before: &str, after: &str) -> String {
        let phrase = matches!(piece.origin(), Origin::Phrase(_));
        // The braces of an author are braces: a blank in a text is a piece of its own.
        if !phrase || piece.text().bytes().all(|b| b != b'{' && b != b'*') {
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
                marked if blank || marked.len() < 2 => out.push_str(&any_ascii(marked)),
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
        loud(&self.phrase(key, values))
    }
}

/// The words in capitals: the caller does not hear them.
pub(super) fn loud(words: &Words) -> Words {
    between(words, |piece, _, after| {
        let text = if *piece.role() == Role::FillIn { blank(piece.text()) } else { plain(piece.text(), after) };
        text.to_ascii_uppercase()
    })
}

/// The words as they are, in ASCII.
pub(super) fn written(words: &Words) -> Words {
    between(
        words,
        |piece, _, after| {
            if *piece.role() == Role::FillIn { blank(piece.text()) } else { plain(piece.text(), after) }
        },
    )
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

fn blank(text: &str) -> String {
    format!("{{{}}}", any_ascii(text.trim_matches(['{', '}'])))
}

/// ASCII; a full stop that the next piece brings too is written once.
fn plain(text: &str, after: &str) -> String {
    let text = if after.starts_with('.') { text.strip_suffix('.').unwrap_or(text) } else { text };
    if text.is_ascii() { text.to_owned() } else { any_ascii(text) }
}

/// Rewrites each piece with the text before and after it in view.
fn between(words: &Words, mut write: impl FnMut(&Piece, &str, &str) -> String) -> Words {
    let texts: Vec<&str> =
        words.pieces().iter().filter(|piece| *piece.role() != Role::Break).map(Piece::text).collect();
    let mut at = 0;
    words.respell(|piece| {
        let before = texts[..at].iter().rev().find(|text| !text.is_empty()).map_or("", |text| last_word(text));
        let rest = texts.get(at + 1..).unwrap_or_default();
        let next = rest.iter().position(|text| !text.trim().is_empty());
        let spaced = rest[..next.unwrap_or_default()].iter().any(|text| !text.is_empty());
        let next = next.map_or("", |at| rest[at]);
        let after = if spaced { Cow::Owned(format!(" {next}")) } else { Cow::Borrowed(next) };
        at += 1;
        write(piece, before, &after)
    })
}

/// The last word of a text, with its space.
fn last_word(text: &str) -> &str {
    let trimmed = text.trim_end();
    let start = trimmed.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    text.get(start..).unwrap_or(text)
}

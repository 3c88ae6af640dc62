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
            Role::FillIn => self.blank(piece.text()),
            Role::Gap => self.spelled(piece.text()).into_owned(),
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
        between(words, |piece, _, after| self.plain(piece, after).to_uppercase())
    }

    /// The words as they are.
    pub(super) fn written(&self, words: &Words) -> Words {
        between(words, |piece, _, after| self.plain(piece, after))
    }

    /// A piece as it is; a full stop that the next piece brings too is written once.
    fn plain(&self, piece: &Piece, after: &str) -> String {
        if *piece.role() == Role::FillIn {
            return self.blank(piece.text());
        }
        let text = piece.text();
        let text = if after.starts_with('.') { text.strip_suffix('.').unwrap_or(text) } else { text };
        self.spelled(text).into_owned()
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

/// Rewrites each piece with the text before and after it in view.
fn between(words: &Words, mut write: impl FnMut(&Piece, &str, &str) -> String) -> Words {
    if let [_] = words.pieces() {
        return words.respell(|piece| write(piece, "", ""));
    }
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

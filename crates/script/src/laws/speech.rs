//! What is said and what is shown: nothing that cannot be said, nothing too long, capitals for the agent's eyes alone.

use std::collections::BTreeSet;
use std::fmt;

use serviceline_core::{
    Words,
    words::{Origin, Role},
};

use crate::dialogue::{Body, Cue, Dialogue, Kind, Part, Row};
use crate::length::is_number;

/// The most words in one cue that is read word for word: about 25 seconds.
pub(crate) const CUE_WORDS: u32 = 60;
/// The most words in one sentence.
const SENTENCE_WORDS: u32 = 20;

/// A law of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Law {
    /// Only words are read aloud: no digit, sign, address, or capitals side by side.
    OnlyWords,
    /// What is read word for word has at most 60 words.
    ShortCue,
    /// A sentence that is read aloud has at most 20 words.
    ShortSentence,
    /// What is not read aloud is in capitals.
    Capitals,
    /// A phone number that is said stands in the quick facts.
    KnownPhone,
    /// Everything is plain ASCII, unless the options keep other letters.
    Ascii,
}

impl Law {
    /// The law in one sentence.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::OnlyWords => "only words are read aloud",
            Self::ShortCue => "what is read word for word has at most 60 words",
            Self::ShortSentence => "a sentence that is read aloud has at most 20 words",
            Self::Capitals => "what is not read aloud is in capitals",
            Self::KnownPhone => "a phone number that is said stands in the quick facts",
            Self::Ascii => "the script is plain ASCII",
        }
    }
}

/// A place where a law is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The law.
    pub law: Law,
    /// The step, or the subject of the quick answer.
    pub place: String,
    /// The field that the words come from, if they are the content's.
    pub field: Option<String>,
    /// The words.
    pub words: String,
}

/// Every breach of the laws of speech, in the order of the script.
#[must_use]
pub fn speech(dialogue: &Dialogue) -> Vec<Breach> {
    let mut breaches = vec![];
    let known = known_phones(dialogue);
    let mut audit = Audit { pause: &dialogue.timing.pause, known: &known, breaches: &mut breaches };
    for step in &dialogue.steps {
        let place = step.id.to_string();
        audit.silent(&place, &step.title);
        for cue in step.cues() {
            audit.cue(&place, cue);
        }
        for part in &step.parts {
            if let Part::Choice(choice) = part {
                choice.when.iter().for_each(|when| audit.silent(&place, when));
            }
        }
    }
    for entry in &dialogue.answers.entries {
        let place = entry.subject.text();
        audit.silent(&place, &entry.subject);
        if let Body::Answer { about, words, .. } = &entry.body {
            for line in about {
                audit.silent(&place, line);
            }
            audit.lengths(&place, Kind::Tell, words);
            audit.aloud(&place, words);
        }
    }
    dialogue.words(&mut |words| {
        if !words.text().is_ascii() {
            audit.breach(Law::Ascii, "", words);
        }
    });
    breaches
}

/// The lines whose numbers stand in the quick facts, by id.
fn known_phones(dialogue: &Dialogue) -> BTreeSet<String> {
    let rows = dialogue.facts.tables.iter().flat_map(|table| &table.rows);
    let words = rows.filter_map(|row| match row {
        Row::Pair(_, number) => Some(number),
        _ => None,
    });
    words.flat_map(phones).collect()
}

fn phones(words: &Words) -> Vec<String> {
    let ids = words.pieces().iter().filter_map(|piece| match piece.role() {
        Role::Phone { id, .. } => Some(id.to_string()),
        _ => None,
    });
    ids.collect()
}

/// Every cue and answer that is too long to be said, in the order of the script: a part of [`speech`], quickly found.
#[must_use]
pub fn too_long(dialogue: &Dialogue) -> Vec<Breach> {
    let mut breaches = vec![];
    let known = BTreeSet::new();
    let mut audit = Audit { pause: &dialogue.timing.pause, known: &known, breaches: &mut breaches };
    for step in &dialogue.steps {
        for cue in step.cues().filter(|cue| cue.kind.is_aloud()) {
            audit.lengths(&step.id, cue.kind, &cue.words);
            cue.items.iter().flatten().for_each(|item| audit.lengths(&step.id, Kind::Ask, item));
        }
    }
    for entry in &dialogue.answers.entries {
        if let Body::Answer { words, .. } = &entry.body {
            audit.lengths(&Subject(&entry.subject), Kind::Tell, words);
        }
    }
    breaches
}

/// A subject that is written out only if something is wrong there.
struct Subject<'a>(&'a Words);

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.pieces().iter().try_for_each(|piece| f.write_str(piece.text()))
    }
}

struct Audit<'a> {
    pause: &'a str,
    known: &'a BTreeSet<String>,
    breaches: &'a mut Vec<Breach>,
}

impl Audit<'_> {
    fn cue(&mut self, place: &str, cue: &Cue) {
        let lines = std::iter::once(&cue.words).chain(cue.items.iter().flatten());
        if cue.kind.is_aloud() {
            for (at, line) in lines.enumerate() {
                self.lengths(&place, if at == 0 { cue.kind } else { Kind::Ask }, line);
                self.aloud(place, line);
            }
        } else {
            lines.filter(|line| !is_said_first(cue, line)).for_each(|line| self.silent(place, line));
        }
    }

    fn aloud(&mut self, place: &str, words: &Words) {
        let said = said(words, self.pause);
        if unspeakable(&said) {
            self.breach(Law::OnlyWords, place, words);
        }
        if phones(words).iter().any(|id| !self.known.contains(id)) {
            self.breach(Law::KnownPhone, place, words);
        }
    }

    fn lengths(&mut self, place: &dyn fmt::Display, kind: Kind, words: &Words) {
        let Lengths { all, sentence } = lengths(words, self.pause);
        if kind == Kind::Say && all > CUE_WORDS {
            self.breach(Law::ShortCue, &place.to_string(), words);
        }
        if sentence > SENTENCE_WORDS {
            self.breach(Law::ShortSentence, &place.to_string(), words);
        }
    }

    fn silent(&mut self, place: &str, words: &Words) {
        if words.text().chars().any(char::is_lowercase) {
            self.breach(Law::Capitals, place, words);
        }
    }

    fn breach(&mut self, law: Law, place: &str, words: &Words) {
        let field = words.pieces().iter().find_map(|piece| match piece.origin() {
            Origin::Field(path) => Some(path.as_str().to_owned()),
            Origin::Phrase(_) => None,
        });
        self.breaches.push(Breach { law, place: place.to_owned(), field, words: words.text() });
    }
}

/// A point of a list of offices holds, behind the office and its line, one line to be said, with "say first" before it.
fn is_said_first(cue: &Cue, line: &Words) -> bool {
    cue.kind == Kind::Act && cue.items.iter().any(|lines| lines.get(2).is_some_and(|said| std::ptr::eq(said, line)))
}

/// What is said, without blanks, gaps, marks of stress and long phone numbers.
fn said(words: &Words, pause: &str) -> String {
    let mut text = String::new();
    for piece in words.pieces() {
        match piece.role() {
            Role::Gap | Role::FillIn => text.push_str(" blank "),
            _ if is_number(piece, pause) => text.push_str(" number "),
            _ => text.push_str(piece.text()),
        }
    }
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '*' => {}
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// What ends a sentence, or a part of one behind which one can breathe.
fn is_stop(byte: u8) -> bool {
    matches!(byte, b'.' | b'?' | b'!' | b':' | b';')
}

/// How many words there are in all, and in the longest sentence.
struct Lengths {
    all: u32,
    sentence: u32,
}

/// Counts words; a phone number is one, and a blank too.
fn lengths(words: &Words, pause: &str) -> Lengths {
    let mut lengths = Lengths { all: 0, sentence: 0 };
    let (mut sentence, mut in_word, mut in_blank) = (0, false, false);
    for piece in words.pieces() {
        if is_number(piece, pause) {
            (lengths.all, sentence, in_word) = (lengths.all + 1, sentence + 1, false);
            continue;
        }
        for byte in piece.text().bytes() {
            match byte {
                b'}' => in_blank = false,
                _ if is_stop(byte) => (sentence, in_word) = (0, false),
                b' ' | b'\n' if !in_blank => in_word = false,
                _ if !in_word => {
                    (lengths.all, sentence, in_word) = (lengths.all + 1, sentence + 1, true);
                    in_blank = byte == b'{';
                    lengths.sentence = lengths.sentence.max(sentence);
                }
                _ => {}
            }
        }
    }
    lengths
}

/// A digit, a sign that is no punctuation, or two capitals side by side.
fn unspeakable(said: &str) -> bool {
    let mut capital = false;
    said.chars().any(|c| {
        let two = std::mem::replace(&mut capital, c.is_uppercase()) && c.is_uppercase();
        two || c.is_ascii_digit() || !(c.is_alphabetic() || c.is_whitespace() || ".,;:?!'\"-".contains(c))
    })
}

//! Quick answers: what the caller asks about, from A to Z, each in twenty seconds or less.
//!
//! An answer stands under the caller's own words; other words for it lead there. Answers with a claim are read word for
//! word, all others are told. Entries from the content are never dropped; words of the phrases that would lead to what
//! is there already are.

mod access;
mod care;
mod places;
mod support;

use std::collections::BTreeSet;

use serviceline_core::{
    Leaf, Text, Words,
    words::{Block, Origin},
};

use super::{Composer, ways::S0};
use crate::dialogue::{Answers, Body, Dialogue, Entry, Kind};

/// The entries while they are collected.
#[derive(Default)]
pub(super) struct Index {
    entries: Vec<Entry>,
    /// Leads from the phrases, which give way to whatever the content has under the same words.
    leads: Vec<Entry>,
    /// The subjects that have an answer.
    answered: BTreeSet<String>,
}

/// An answer as it is said.
struct Said {
    kind: Kind,
    words: Words,
    seconds: f64,
}

impl Index {
    fn add(&mut self, subject: Words, sounds: Option<Words>, about: Vec<Words>, answer: Said) {
        let Said { kind, words, seconds } = answer;
        if !words.is_empty() {
            self.answered.insert(subject.text());
            self.entries.push(Entry { subject, sounds, body: Body::Answer { about, kind, words, seconds } });
        }
    }
    fn finish(mut self) -> Vec<Entry> {
        let mut taken: BTreeSet<String> = self.entries.iter().map(|entry| entry.subject.text()).collect();
        self.leads.retain(|lead| taken.insert(lead.subject.text()));
        self.entries.append(&mut self.leads);
        // What belongs to a subject stands right behind it: "CT: ..." before "CT SCAN".
        self.entries
            .sort_by_cached_key(|entry| (entry.subject.text().replace(": ", "\n"), matches!(entry.body, Body::See(_))));
        self.entries
    }
}

impl Composer<'_, '_> {
    pub(super) fn answers(&self, so_far: &Dialogue) -> Answers {
        let mut index = Index::default();
        self.care(&mut index);
        self.support(&mut index);
        self.places(&mut index);
        self.phones(&mut index);
        self.access(&mut index);
        self.wait_claim(&mut index, so_far);
        let parts = vec![
            self.note("answers.own_words", &[]),
            self.note("answers.number", &[]),
            self.when("when.emergency", S0),
        ];
        Answers { title: self.title("answers.title", &[]), parts, entries: index.finish() }
    }

    /// A subject from a phrase.
    fn subject(&self, key: &str, values: &[(&str, &Words)]) -> Words {
        self.loud(&self.phrase(key, values))
    }

    /// A subject from the content: in capitals, without an article at the front.
    fn subject_of(&self, words: &Words) -> Words {
        let mut first = true;
        let trimmed = words.respell(|piece| {
            let start = first;
            first &= piece.text().trim().is_empty();
            let (word, rest) = piece.text().split_once(' ').unwrap_or((piece.text(), ""));
            let dropped = start
                && !rest.is_empty()
                && self.small_words.split_whitespace().any(|small| small.eq_ignore_ascii_case(word));
            if dropped { rest.to_owned() } else { piece.text().to_owned() }
        });
        self.loud(&trimmed)
    }

    /// Another word of the content's for a subject leads there, if something stands there and goes by another name.
    fn see(&self, index: &mut Index, other: &Text, to: &Words) {
        let from = self.subject_of(&self.text(other));
        if !index.answered.contains(&to.text()) {
            self.leave_out(other, "there is no answer that it could lead to");
        } else if from.text() == to.text() {
            self.leave_out(other, "the answer goes by these words already");
        } else {
            index.entries.push(Entry { subject: from, sounds: None, body: Body::See(to.clone()) });
        }
    }

    /// Words of the phrases that lead to a subject.
    fn leads(&self, index: &mut Index, key: &str, to: &Words) {
        let phrase = self.phrase(key, &[]);
        for at in 0..phrase.text().split(';').count() {
            let one = phrase.respell(|piece| piece.text().split(';').nth(at).unwrap_or_default().trim().to_owned());
            index.leads.push(Entry { subject: self.loud(&one), sounds: None, body: Body::See(to.clone()) });
        }
    }

    /// An answer as it is said: word for word if it holds a claim, in one's own words if not.
    fn answer(&self, words: &Words) -> Said {
        self.said(if Self::is_verbatim(words) { Kind::Say } else { Kind::Tell }, self.aloud(words))
    }

    fn said(&self, kind: Kind, words: Words) -> Said {
        let seconds = self.pace.aloud(&words);
        Said { kind, words, seconds }
    }

    /// A text in one run; the items of a list as a list within the sentence.
    pub(super) fn run_of(&self, text: &Text) -> Words {
        self.run(self.selection.prose(text).blocks)
    }

    /// A text in one run; its short wording if it is too long for an answer and nobody wrote a spoken one.
    fn fitting(&self, text: &Text) -> Words {
        let full = self.run_of(text);
        if text.spoken().is_some() || text.short().is_none() || self.fits(&self.answer(&full)) {
            return full;
        }
        self.run(self.selection.prose_as(text, serviceline_core::Variant::Short).blocks)
    }

    pub(super) fn run(&self, blocks: Vec<Block>) -> Words {
        let parts = blocks.into_iter().map(|block| match block {
            Block::Paragraph(words) => words,
            Block::List { items, .. } => {
                let items: Vec<Words> = items.into_iter().map(|item| self.run(item)).collect();
                let list = self.selection.writer().list(&items);
                if list.is_empty() || list.ends_sentence() {
                    list
                } else {
                    self.phrase("sentence", &[("sentence", &list)])
                }
            }
        });
        self.sentences(parts)
    }

    /// Sentences one after the other.
    pub(super) fn sentences(&self, parts: impl IntoIterator<Item = Words>) -> Words {
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        Words::join(parts, &self.selection.own(" "))
    }

    /// The words, with a full stop if they have none.
    fn sentence(&self, words: Words) -> Words {
        if words.is_empty() || words.ends_sentence() { words } else { self.phrase("sentence", &[("sentence", &words)]) }
    }

    /// The respelling of a word, if the content has one.
    fn sounds(&self, say: &Text) -> Option<Words> {
        let say = self.text(say);
        (!say.is_empty()).then(|| self.written(&say))
    }

    /// Whether it is short enough for one answer.
    fn fits(&self, said: &Said) -> bool {
        said.seconds <= f64::from(self.options.answer_seconds)
    }

    /// A line under a subject, in capitals; nothing if the text is absent.
    fn about(&self, key: &str, name: &str, text: &Text) -> Vec<Words> {
        if text.is_empty() {
            return vec![];
        }
        vec![self.loud(&self.phrase(key, &[(name, &self.text(text))]))]
    }
}

/// Whether a dialogue or one of these entries says a field.
fn says(dialogue: &Dialogue, entries: &[Entry], field: &str) -> bool {
    let holds = |words: &Words| {
        words.pieces().iter().any(|piece| matches!(piece.origin(), Origin::Field(path) if path.as_str() == field))
    };
    let mut said = false;
    dialogue.words(&mut |words| said |= holds(words));
    said || entries.iter().any(|entry| matches!(&entry.body, Body::Answer { words, .. } if holds(words)))
}

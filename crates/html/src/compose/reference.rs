//! What readers look up: words explained, and what the claims rest on.

use std::collections::BTreeSet;

use serviceline_core::TermEntry;
use serviceline_core::leaf::Leaf;
use serviceline_core::words::{Role, Words};

use super::Composer;
use crate::page::{Back, Note, Notes, Page, Say, Section, Word, WordList};
use crate::rich::reference;

impl Composer<'_, '_> {
    /// The words that the page uses and that are explained, in the order of the alphabet.
    pub(super) fn words(&self, page: &Page) -> Option<Section> {
        let selection = self.selection;
        let mut used: BTreeSet<String> =
            selection.organization().glossary.iter().map(|term| term.id.to_string()).collect();
        page.words(&mut |words| used.extend(terms(words)));
        let mut items: Vec<Word> = Vec::new();
        // What an explanation says may have to be explained too.
        loop {
            let known: BTreeSet<String> = items.iter().map(|item| item.id.clone()).collect();
            let more: Vec<Word> = self.entries(|id| used.contains(id) && !known.contains(id));
            if more.is_empty() {
                break;
            }
            for word in &more {
                used.extend(terms(&word.plain));
            }
            items.extend(more);
        }
        items.sort_by_key(|item| item.term.text().to_lowercase());
        let heading = &selection.sections.glossary;
        (!items.is_empty()).then(|| Section {
            id: "words".to_owned(),
            title: self.say(&heading.title).unwrap_or_else(|| selection.phrase("page.section.words")),
            intro: self.prose(&heading.intro),
            words: Some(WordList { items }),
            ..Section::default()
        })
    }

    fn entries(&self, wanted: impl Fn(&str) -> bool) -> Vec<Word> {
        let terms = self.selection.edition().terms().filter(|term| wanted(term.id));
        terms.map(|term| self.word(term)).collect()
    }

    fn word(&self, term: TermEntry<'_>) -> Word {
        let letters = || Say { verb: self.selection.phrase("word.letters"), sound: None };
        Word {
            id: term.id.to_owned(),
            term: self.selection.say(term.word).capitalized(),
            say: self.respelled(term.say).or_else(|| term.spell_out.then(letters)),
            plain: self.selection.say(term.plain).capitalized(),
        }
    }

    /// What the claims rest on, in the order in which they are cited.
    pub(super) fn notes_section(&self, page: &Page) -> Option<Section> {
        let selection = self.selection;
        let cited = page.citations();
        let citations = selection.citations();
        if citations.is_empty() {
            return None;
        }
        let note = |citation: &serviceline_core::Citation<'_>| Note {
            number: citation.number.to_string(),
            source: self.source(citation.claim),
            backs: self.backs(citation.number, cited.get(&citation.number).copied().unwrap_or_default()),
        };
        let heading = &selection.sections.sources;
        Some(Section {
            id: "notes".to_owned(),
            class: Some("sl-notes".to_owned()),
            title: self.say(&heading.title).unwrap_or_else(|| selection.phrase("page.section.notes")),
            intro: self.prose(&heading.intro),
            notes: Some(Notes { items: citations.iter().map(note).collect() }),
            ..Section::default()
        })
    }

    fn source(&self, claim: &serviceline_core::model::Claim) -> Words {
        let selection = self.selection;
        let source = selection.say(&claim.source);
        let date = selection.fact(&claim.as_of, |date| selection.locale().date(*date));
        let dated = selection.phrase_with("claim.as_of", &[("source", &source), ("date", &date)]);
        if claim.evidence_url.is_empty() {
            return dated;
        }
        let link = selection.to(selection.phrase("claim.evidence_link"), &claim.evidence_url);
        selection.phrase_with("claim.evidence", &[("source", &dated), ("link", &link)])
    }

    fn backs(&self, number: usize, mentions: usize) -> Vec<Back> {
        let selection = self.selection;
        let back = |before: usize| {
            let which = selection.own((before + 1).to_string());
            let label =
                if mentions > 1 { self.with("page.back_to", "which", &which) } else { selection.phrase("page.back") };
            let hidden = self.with("page.back_which", "number", &selection.own(number.to_string()));
            Back { id: reference(number, before), label, which: hidden }
        };
        (0..mentions).map(back).collect()
    }
}

/// The words that link to their explanation.
fn terms(words: &Words) -> impl Iterator<Item = String> + '_ {
    words.pieces().iter().filter_map(|piece| match piece.role() {
        Role::Term { id } => Some(id.to_string()),
        _ => None,
    })
}

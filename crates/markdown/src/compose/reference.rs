//! What one looks up: words, sources, related care.

use std::collections::BTreeSet;

use serviceline_core::leaf::Leaf;
use serviceline_core::model::Related;
use serviceline_core::{Citation, TermEntry, Words};

use super::Composer;
use super::opening::terms;
use crate::options::Flavor;
use crate::outline::Block;

impl Composer<'_, '_> {
    pub(super) fn reference(&mut self) {
        self.word_list();
        self.sources();
        let related = &self.selection.related;
        self.section("related", &self.selection.sections.related, !related.is_empty());
        let links = related.iter().map(|Related { title, url, .. }| self.selection.to(self.words(title), url));
        let links: Vec<Words> = links.collect();
        self.lines(links);
    }

    /// The words of the glossary that the text uses, and all others that it refers to or that are hard to say.
    fn word_list(&mut self) {
        let mut used = BTreeSet::new();
        terms(&self.blocks, &mut used);
        let glossary: Vec<&str> = self.selection.organization().glossary.iter().map(|term| term.id.as_str()).collect();
        let mut words: Vec<TermEntry<'_>> = self
            .selection
            .terms()
            .filter(|term| glossary.contains(&term.id) || used.contains(term.id) || !term.say.is_empty())
            .collect();
        words.sort_by_cached_key(|term| term.word.full().to_lowercase());
        self.section("glossary", &self.selection.sections.glossary, !words.is_empty());
        let words: Vec<Words> = words.into_iter().map(|term| self.word(term)).collect();
        self.lines(words);
    }

    fn word(&self, term: TermEntry<'_>) -> Words {
        let word = self.words(term.word).capitalized().strong();
        let say = match (term.say.is_empty(), term.spell_out) {
            (false, _) => self.words(term.say),
            (true, true) => self.selection.phrase("word.letters"),
            (true, false) => Words::default(),
        };
        let word = if say.is_empty() {
            word
        } else {
            self.spaced([word, self.selection.phrase_with("word.say", &[("say", &say)])])
        };
        let word = self.selection.phrase_with("label.colon", &[("label", &word)]);
        self.spaced([word, self.words(term.plain)])
    }

    fn sources(&mut self) {
        let citations = self.selection.citations();
        let is_footnotes = self.options.flavor == Flavor::Gfm;
        // Readers of footnotes put them at the end, under a heading of their own.
        self.section("sources", &self.selection.sections.sources, !citations.is_empty() && !is_footnotes);
        if is_footnotes {
            let notes = citations
                .iter()
                .map(|citation| Block::Footnote { number: citation.number, words: self.source(citation) });
            let notes: Vec<Block> = notes.collect();
            return self.blocks.extend(notes);
        }
        let sources: Vec<Vec<Block>> =
            citations.iter().map(|citation| vec![Block::Paragraph(self.source(citation))]).collect();
        if !sources.is_empty() {
            self.blocks.push(Block::List { ordered: true, items: sources });
        }
    }

    fn source(&self, citation: &Citation<'_>) -> Words {
        let claim = citation.claim;
        let source = self.words(&claim.source);
        let date = self.selection.fact(&claim.as_of, |date| self.selection.locale().date(*date));
        let source = if date.is_empty() {
            self.sentence(source)
        } else {
            self.selection.phrase_with("claim.as_of", &[("source", &source), ("date", &date)])
        };
        if claim.evidence_url.is_empty() {
            return source;
        }
        let link = self.selection.to(self.selection.phrase("claim.evidence_link"), &claim.evidence_url);
        self.selection.phrase_with("claim.evidence", &[("source", &source), ("link", &link)])
    }
}

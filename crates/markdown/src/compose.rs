//! Decides what the Markdown says, in which words and order.

mod about;
mod access;
mod anchor;
mod care;
mod contact;
mod front;
mod opening;
mod places;
mod reference;
mod support;

use serviceline_core::leaf::{Fact, FactValue, Leaf, Text};
use serviceline_core::model::{Link, LinkRef, Phone, PhoneRef, Section};
use serviceline_core::words::Role;
use serviceline_core::{Notes, Selection, Words};

use crate::options::{Flavor, HeadingIds, Links, MarkdownOptions};
use crate::outline::{Block, Outline, Style};

/// Composes the document. Things are said in reading order, so that terms are explained and sources numbered as they come.
pub(crate) fn compose(selection: &Selection<'_>, options: &MarkdownOptions, notes: &mut Notes) -> Outline {
    let mut composer = Composer { selection, options, notes, blocks: Vec::new() };
    composer.opening();
    composer.urgent();
    composer.glance();
    composer.care();
    composer.access();
    composer.questions();
    composer.support();
    composer.testimonials();
    composer.places();
    composer.contact();
    composer.reference();
    composer.about();
    composer.notices();
    let front = composer.front();
    Outline { style: style(selection, options), front, blocks: composer.blocks }
}

fn style(selection: &Selection<'_>, options: &MarkdownOptions) -> Style {
    let base =
        selection.organization().web.base_url.as_ref().map(|base| base.as_str().trim_end_matches('/').to_owned());
    Style {
        flavor: options.flavor,
        heading_ids: if options.flavor == Flavor::Plain { HeadingIds::None } else { options.heading_ids },
        base: base.filter(|_| options.links == Links::Relative),
        width: options.width,
    }
}

/// A document in the making.
struct Composer<'s, 'e> {
    selection: &'s Selection<'e>,
    options: &'s MarkdownOptions,
    notes: &'s mut Notes,
    blocks: Vec<Block>,
}

impl<'e> Composer<'_, 'e> {
    /// The heading of a section and its opening text; nothing for a section without content.
    fn section(&mut self, name: &str, section: &Section, has_content: bool) {
        if !has_content && section.title.is_empty() && section.intro.is_empty() {
            return;
        }
        let title = if section.title.is_empty() {
            self.selection.phrase(&format!("section.{name}"))
        } else {
            self.words(&section.title)
        };
        self.heading(2, title);
        self.prose(&section.intro);
    }

    fn heading(&mut self, level: u8, words: Words) {
        if !words.is_empty() {
            let id = self.anchor(&words);
            self.blocks.push(Block::Heading { level, id, words });
        }
    }

    fn paragraph(&mut self, words: Words) {
        if !words.is_empty() {
            self.blocks.push(Block::Paragraph(words));
        }
    }

    /// A list of the lines that have something to say.
    fn lines(&mut self, lines: impl IntoIterator<Item = Words>) {
        let lines: Vec<Words> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.blocks.push(Block::lines(lines));
        }
    }

    fn texts(&mut self, texts: &[Text]) {
        let lines: Vec<Words> = texts.iter().map(|text| self.words(text)).collect();
        self.lines(lines);
    }

    /// A text in its paragraphs and lists.
    fn prose(&mut self, text: &Text) {
        self.prose_after(Words::default(), text);
    }

    /// A text in its paragraphs and lists, the first paragraph led by other words.
    fn prose_after(&mut self, lead: Words, text: &Text) {
        let mut blocks = Block::passage(self.selection.prose(text));
        for block in &mut blocks {
            self.mark_sources(block);
        }
        match blocks.first_mut() {
            Some(Block::Paragraph(words)) => {
                let first = std::mem::take(words);
                *words = self.spaced([lead, first]);
            }
            _ => self.paragraph(lead),
        }
        self.blocks.append(&mut blocks);
    }

    /// A text in one run.
    fn words(&self, text: &Text) -> Words {
        self.marked(self.selection.say(text))
    }

    fn mark_sources(&self, block: &mut Block) {
        match block {
            Block::Heading { words, .. }
            | Block::Paragraph(words)
            | Block::Footnote { words, .. }
            | Block::Picture { alt: words, .. } => *words = self.marked(std::mem::take(words)),
            Block::Table { rows, .. } => {
                rows.iter_mut().flatten().for_each(|words| *words = self.marked(std::mem::take(words)));
            }
            Block::List { items, .. } => items.iter_mut().flatten().for_each(|block| self.mark_sources(block)),
        }
    }

    /// The numbers of sources, written out where there are no footnotes.
    fn marked(&self, words: Words) -> Words {
        if self.options.flavor == Flavor::Gfm { words } else { self.spelled_out(words) }
    }

    /// The numbers of sources, written out.
    fn spelled_out(&self, words: Words) -> Words {
        let is_cite = |role: &Role| matches!(role, Role::Cite { .. });
        if !words.pieces().iter().any(|piece| is_cite(piece.role())) {
            return words;
        }
        words.respell(|piece| match piece.role() {
            Role::Cite { number } => format!(" {}", self.phrase_text("claim.mark", &[("number", &number.to_string())])),
            _ => piece.text().to_owned(),
        })
    }

    /// The text of a phrase, for facts that are written in words.
    fn phrase_text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.selection.locale().phrases().fill(key, values).unwrap_or_else(|fault| {
            self.selection.fault(fault);
            String::new()
        })
    }

    /// A choice in the words of the phrase `group.choice`.
    fn choice<T: FactValue + std::fmt::Display>(&self, fact: &Fact<T>, group: &str) -> Words {
        self.selection.fact(fact, |value| self.phrase_text(&format!("{group}.{value}"), &[]))
    }

    /// `**Label:** words`, or nothing if there are no words.
    fn labelled(&self, key: &str, words: Words) -> Words {
        if words.is_empty() { words } else { self.under(&self.selection.phrase(&format!("label.{key}")), words) }
    }

    /// The words behind a label of their own.
    fn under(&self, label: &Words, words: Words) -> Words {
        let label = self.selection.phrase_with("label.colon", &[("label", label)]).strong();
        self.spaced([label, words])
    }

    /// With a full stop, unless the words end a sentence already.
    fn sentence(&self, words: Words) -> Words {
        if words.is_empty() || words.ends_sentence() { words } else { words.then(self.selection.phrase("text.stop")) }
    }

    fn spaced(&self, parts: impl IntoIterator<Item = Words>) -> Words {
        self.joined("text.space", parts)
    }

    /// The parts that have something to say, with a phrase between each two.
    fn joined(&self, key: &str, parts: impl IntoIterator<Item = Words>) -> Words {
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        Words::join(parts, &self.selection.phrase(key))
    }

    /// The phone line that a reference points to. A line that these readers may not see is left out.
    fn line(&mut self, at: &Fact<PhoneRef>) -> Option<&'e Phone> {
        const REASON: &str = "it names a phone line that is not for these readers";
        let phone = self.selection.phone_at(at)?;
        let visible = self.selection.organization().phones.iter().any(|seen| seen.id == phone.id);
        if !visible {
            self.notes.leave_out(at, REASON);
        }
        visible.then_some(phone)
    }

    /// The number that a reference points to, or the gap in its place; nothing if these readers may not see it.
    fn number(&mut self, at: &Fact<PhoneRef>) -> Words {
        match self.line(at) {
            Some(_) => self.selection.phone_number(at),
            None => self.selection.gap_of(at),
        }
    }

    /// The link that a reference points to, with its own words. A link that these readers may not see is left out.
    fn link(&mut self, at: &Fact<LinkRef>) -> Words {
        const REASON: &str = "it names a link that is not for these readers";
        let same = |link: &Link, seen: &Link| seen.id == link.id;
        if let Some(link) = self.selection.link_at(at) {
            let mut seen = self.selection.links.iter().chain(&self.selection.organization().links);
            if !seen.any(|seen| same(link, seen)) {
                self.notes.leave_out(at, REASON);
                return Words::default();
            }
        }
        self.selection.link_words(at)
    }
}

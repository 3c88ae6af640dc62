//! What stands on which panel, before anything has a place: sections of headings, texts, lists and cards.

use std::sync::Arc;

use serviceline_core::words::Words;

use crate::color::Color;
use crate::design::TextRole;
use crate::format::Place;
use crate::leaflet::Tag;
use crate::logo::{Logo, On};
use crate::picture::Picture;

/// Everything that is to be printed, panel by panel in reading order.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) panels: Vec<PanelDraft>,
}

/// What is to be printed on one panel.
#[derive(Debug)]
pub(crate) struct PanelDraft {
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) cover: Option<CoverDraft>,
    pub(crate) sections: Vec<Section>,
    /// Small print, which stands at the foot of the panel.
    pub(crate) foot: Vec<Section>,
}

/// What the cover says.
#[derive(Debug, Default)]
pub(crate) struct CoverDraft {
    pub(crate) name: Words,
    /// What stands in the place of the name, and what it shows.
    pub(crate) logo: Option<(CoverLogo, Words)>,
    pub(crate) kicker: Words,
    pub(crate) title: Words,
    pub(crate) lead: Words,
    /// Running text below, on a card that has no other side to begin on.
    pub(crate) message: Words,
    pub(crate) call: Words,
    pub(crate) phone: Words,
    pub(crate) picture: Option<(Picture, Words)>,
    /// What is left out first if there is no room for all of it.
    pub(crate) expendable: Option<String>,
}

/// The logo on the cover.
#[derive(Debug)]
pub(crate) enum CoverLogo {
    /// Drawn, with the colours that the brand gives in inks too.
    Drawing(Arc<Logo>, On, Vec<Color>),
    /// Made of pixels.
    Picture(Picture),
}

/// A section of the panel map.
#[derive(Debug, Default)]
pub(crate) struct Section {
    /// What it is, by which a design gives it a box and an icon.
    pub(crate) name: &'static str,
    /// The entry of the map that it comes from: what one entry wrote stays together.
    pub(crate) entry: String,
    /// What is left out first of what the entry wrote, if there is no room for all of it: the name of a section, or of
    /// the last item of a list.
    pub(crate) expendable: Option<String>,
    /// The panel that it moves to if its own is too full.
    pub(crate) to: Option<String>,
    pub(crate) blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug)]
pub(crate) enum Block {
    /// The section's heading, with a rule above.
    Heading(Words),
    /// A text of its own.
    Text(TextBlock),
    /// A list.
    List(List),
    /// What somebody said, with who said it and what keeps it from misleading, each a text.
    Quote(Vec<TextBlock>),
    /// A card that says when to call the emergency number.
    Emergency { head: Words, items: Vec<Words> },
    /// A code that phones scan, with the words and the address beside it.
    Code { words: Words, address: Words, href: String, alt: Words },
    /// The sources of claims, each with its number.
    Notes(Vec<(usize, Words)>),
}

/// A text that is one block.
#[derive(Debug)]
pub(crate) struct TextBlock {
    pub(crate) role: TextRole,
    pub(crate) tag: Tag,
    pub(crate) words: Words,
    pub(crate) language: Option<String>,
}

/// A list.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) kind: ListKind,
    pub(crate) items: Vec<Vec<TextBlock>>,
}

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListKind {
    /// With a dash.
    Plain,
    /// With a large numeral.
    Reasons,
    /// With a numeral.
    Steps,
}

impl Section {
    /// A section of a name, with nothing in it yet.
    pub(crate) fn named(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Whether it is the card that says when to call the emergency number.
    pub(crate) fn is_emergency(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Emergency { .. }))
    }

    /// Whether a code stands in it.
    pub(crate) fn has_code(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Code { .. }))
    }

    pub(crate) fn heading(&mut self, words: Words) {
        if !words.is_empty() {
            self.blocks.push(Block::Heading(words));
        }
    }

    pub(crate) fn text(&mut self, role: TextRole, words: Words) {
        if !words.is_empty() {
            self.blocks.push(Block::Text(TextBlock::new(role, words)));
        }
    }

    pub(crate) fn list(&mut self, kind: ListKind, items: impl IntoIterator<Item = Words>) {
        let item = |words: Words| (!words.is_empty()).then(|| vec![TextBlock::new(TextRole::List, words)]);
        self.items(kind, items.into_iter().filter_map(item).collect());
    }

    pub(crate) fn items(&mut self, kind: ListKind, items: Vec<Vec<TextBlock>>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(List { kind, items }));
        }
    }

    /// Every run of words in it.
    pub(crate) fn words<'s>(&'s self, see: &mut dyn FnMut(&'s Words)) {
        for block in &self.blocks {
            match block {
                Block::Heading(words) => see(words),
                Block::Text(block) => see(&block.words),
                Block::List(list) => list.items.iter().flatten().for_each(|block| see(&block.words)),
                Block::Quote(blocks) => blocks.iter().for_each(|block| see(&block.words)),
                Block::Code { words, address, alt, .. } => [words, address, alt].into_iter().for_each(&mut *see),
                Block::Emergency { head, items } => std::iter::once(head).chain(items).for_each(&mut *see),
                Block::Notes(notes) => notes.iter().for_each(|(_, words)| see(words)),
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

impl TextBlock {
    pub(crate) fn new(role: TextRole, words: Words) -> Self {
        let tag = match role {
            TextRole::H2 => Tag::H2,
            TextRole::H3 => Tag::H3,
            _ => Tag::P,
        };
        Self { role, tag, words, language: None }
    }
}

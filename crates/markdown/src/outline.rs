//! The Markdown document before it is written down: what is said, in which order.

use std::sync::Arc;

use serviceline_core::words::{self, Passage, Words};

use crate::front_matter::FrontMatter;
use crate::options::{Flavor, HeadingIds};

/// A finished document: what stands in front, then headings, paragraphs, lists and pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// How it is written down.
    pub style: Style,
    /// What programs read, in front of the text.
    pub front: FrontMatter,
    /// The text.
    pub blocks: Vec<Block>,
}

/// How a document is written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The kind of Markdown.
    pub flavor: Flavor,
    /// How the ids of headings are written.
    pub heading_ids: HeadingIds,
    /// What links leave away at their start.
    pub base: Option<String>,
    /// The most characters in a line of a paragraph.
    pub width: Option<u16>,
}

impl Style {
    /// An address, without what all addresses of the organization's own site begin with.
    pub(crate) fn address(&self, address: &Arc<str>) -> Arc<str> {
        let below = self.base.as_deref().and_then(|base| address.strip_prefix(base));
        match below {
            Some("") => "/".into(),
            Some(path) if path.starts_with('/') => path.into(),
            _ => Arc::clone(address),
        }
    }
}

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 for the title, 2 for a section, 3 for an entry, 4 for a part of one.
        level: u8,
        /// Its place in the document; empty if it has none of its own.
        id: String,
        /// Its words.
        words: Words,
    },
    /// A paragraph.
    Paragraph(Words),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// A table, in a flavor that has them.
    Table {
        /// The headings of the columns.
        head: Vec<Words>,
        /// The rows, each with as many cells as there are columns.
        rows: Vec<Vec<Words>>,
    },
    /// What a source says, in a flavor that has footnotes.
    Footnote {
        /// The number by which the text cites it.
        number: usize,
        /// Its words.
        words: Words,
    },
    /// A picture on a line of its own.
    Picture {
        /// Where the file is.
        file: String,
        /// What it shows; empty for decoration.
        alt: Words,
    },
}

impl Outline {
    /// All words, in the order in which they are written down.
    pub fn words<'a>(&'a self, see: &mut dyn FnMut(&'a Words)) {
        self.front.words(see);
        self.blocks.iter().for_each(|block| block.words(see));
    }
}

impl Block {
    /// A list of single lines.
    #[must_use]
    pub fn lines(lines: impl IntoIterator<Item = Words>) -> Self {
        Self::List { ordered: false, items: lines.into_iter().map(|line| vec![Self::Paragraph(line)]).collect() }
    }

    /// All words, in the order in which they are written down.
    pub fn words<'a>(&'a self, see: &mut dyn FnMut(&'a Words)) {
        match self {
            Self::Heading { words, .. }
            | Self::Paragraph(words)
            | Self::Footnote { words, .. }
            | Self::Picture { alt: words, .. } => see(words),
            Self::Table { head, rows } => head.iter().chain(rows.iter().flatten()).for_each(see),
            Self::List { items, .. } => items.iter().flatten().for_each(|block| block.words(see)),
        }
    }

    /// The blocks of a passage.
    #[must_use]
    pub fn passage(passage: Passage) -> Vec<Self> {
        passage.blocks.into_iter().map(Self::from).collect()
    }
}

impl From<words::Block> for Block {
    fn from(block: words::Block) -> Self {
        match block {
            words::Block::Paragraph(words) => Self::Paragraph(words),
            words::Block::List { ordered, items } => {
                let items = items.into_iter().map(|item| item.into_iter().map(Self::from).collect());
                Self::List { ordered, items: items.collect() }
            }
        }
    }
}

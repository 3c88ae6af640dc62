//! The Markdown document before it is written down: what is said, in which order.

use serviceline_core::words::{self, Passage, Words};

use crate::front_matter::FrontMatter;

/// A finished document: what stands in front, then headings, paragraphs, lists and pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// What programs read, in front of the text.
    pub front: FrontMatter,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 for the title, 2 for a section, 3 for an entry, 4 for a part of one.
        level: u8,
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
    /// A picture on a line of its own.
    Picture {
        /// The file, relative to the folder of the content.
        file: String,
        /// What it shows; empty for decoration.
        alt: Words,
    },
}

impl Outline {
    /// All words, in the order in which they are written down.
    pub fn words<'a>(&'a self, see: &mut dyn FnMut(&'a Words)) {
        self.front.words(see);
        block_words(&self.blocks, see);
    }
}

impl Block {
    /// A list of single lines.
    #[must_use]
    pub fn lines(lines: impl IntoIterator<Item = Words>) -> Self {
        Self::List { ordered: false, items: lines.into_iter().map(|line| vec![Self::Paragraph(line)]).collect() }
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

fn block_words<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Words)) {
    for block in blocks {
        match block {
            Block::Heading { words, .. } | Block::Paragraph(words) | Block::Picture { alt: words, .. } => see(words),
            Block::List { items, .. } => items.iter().for_each(|item| block_words(item, see)),
        }
    }
}

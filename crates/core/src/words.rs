//! Words of a finished document: text that knows who said it.
//!
//! Words are made by a [`Selection`](crate::Selection) and by phrases, and by nothing else; so a document cannot mention
//! content without a trace. A channel may join words, or write their text in other letters ([`Words::respell`]); where
//! they came from stays with them.

use std::sync::Arc;

use crate::{path::FieldPath, phrase::Splice};

/// Who said a piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A field of the content.
    Field(FieldPath),
    /// A phrase of the product or of a hospital's templates, by its key.
    Phrase(Arc<str>),
}

/// What a piece of text is, besides text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Role {
    /// Text.
    #[default]
    Plain,
    /// A phone number that can be called.
    Phone {
        /// The id of the phone line.
        id: Arc<str>,
        /// Its `tel:` URI.
        uri: Arc<str>,
    },
    /// The words of a link.
    Link {
        /// Its absolute address.
        href: Arc<str>,
    },
    /// The number of a source, right behind the claim that rests on it.
    Cite {
        /// The number in [`Selection::citations`](crate::Selection::citations).
        number: usize,
    },
    /// A word that the document explains.
    Term {
        /// The id of the term.
        id: Arc<str>,
    },
    /// A line break.
    Break,
    /// A blank that a person fills in while reading aloud.
    FillIn,
    /// A gap in a draft.
    Gap,
}

/// How a piece of text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Of strong importance.
    pub strong: bool,
    /// Stressed.
    pub emphasis: bool,
}

/// A stretch of text from one origin, in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub(crate) text: String,
    pub(crate) origin: Origin,
    pub(crate) role: Role,
    pub(crate) style: Style,
    /// Other fields that this piece stands for, such as the address of a link.
    pub(crate) also: Vec<FieldPath>,
}

impl Piece {
    pub(crate) fn new(text: impl Into<String>, origin: Origin) -> Self {
        Self { text: text.into(), origin, role: Role::Plain, style: Style::default(), also: vec![] }
    }
    pub(crate) fn with(mut self, role: Role, style: Style) -> Self {
        (self.role, self.style) = (role, style);
        self
    }
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
    /// Who said it.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }
    /// Every field that a reader of this piece has before them.
    pub fn fields(&self) -> impl Iterator<Item = &FieldPath> {
        let own = match &self.origin {
            Origin::Field(path) => Some(path),
            Origin::Phrase(_) => None,
        };
        own.into_iter().chain(&self.also)
    }
    /// What it is, besides text.
    #[must_use]
    pub fn role(&self) -> &Role {
        &self.role
    }
    /// How it is set.
    #[must_use]
    pub fn style(&self) -> Style {
        self.style
    }
}

/// A run of text within a line or a paragraph, each piece with its origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub(crate) pieces: Vec<Piece>,
}

impl Words {
    /// The pieces in order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }
    /// The text of all pieces.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.pieces.iter().map(|piece| piece.text.len()).sum());
        self.pieces.iter().for_each(|piece| text.push_str(&piece.text));
        text
    }
    /// Nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|p| p.text.is_empty())
    }

    /// Whether some of it is read from right to left, as Arabic and Hebrew are. Then the groups of a phone number change
    /// places (UAX #9, W2 and W4) unless a channel keeps the number apart.
    #[must_use]
    pub fn reads_from_right(&self) -> bool {
        self.pieces.iter().any(|piece| !piece.text.is_ascii() && piece.text.contains(is_from_right))
    }

    /// Adds other words at the end.
    pub fn append(&mut self, mut other: Words) {
        self.pieces.append(&mut other.pieces);
    }
    /// These words and then others.
    #[must_use]
    pub fn then(mut self, other: Words) -> Self {
        self.append(other);
        self
    }
    /// The same words in other letters: the text of each piece goes through `write`, and its origin stays.
    ///
    /// A line break between two pieces is no text and is not shown to `write`.
    #[must_use]
    pub fn respell(&self, mut write: impl FnMut(&Piece) -> String) -> Self {
        let respelled = |piece: &Piece| match piece.role {
            Role::Break => piece.clone(),
            // Field by field: cloning the text only to replace it is what most of the time would go to.
            _ => Piece {
                text: write(piece),
                origin: piece.origin.clone(),
                role: piece.role.clone(),
                style: piece.style,
                also: piece.also.clone(),
            },
        };
        Self { pieces: self.pieces.iter().map(respelled).collect() }
    }
    /// The same words, all in one style more.
    #[must_use]
    pub fn strong(mut self) -> Self {
        for piece in &mut self.pieces {
            piece.style.strong = true;
        }
        self
    }
    /// The same words, all stressed.
    #[must_use]
    pub fn emphasized(mut self) -> Self {
        for piece in &mut self.pieces {
            piece.style.emphasis = true;
        }
        self
    }
    /// The same words with a capital first letter. A first word with a capital further on, such as `mRNA`, is written as it is.
    #[must_use]
    pub fn capitalized(mut self) -> Self {
        let first = self.pieces.iter_mut().find(|p| !p.text.is_empty());
        let is_fixed =
            |text: &str| text.split(' ').next().is_some_and(|word| word.chars().skip(1).any(char::is_uppercase));
        if let Some(piece) = first.filter(|piece| !is_fixed(&piece.text)) {
            let mut letters = piece.text.chars();
            let first = letters.next();
            piece.text = first.into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        }
        self
    }
    /// Ends as a sentence ends: with a full stop, a question mark, an exclamation mark or a colon, quotes and brackets aside.
    #[must_use]
    pub fn ends_sentence(&self) -> bool {
        let closing = |c: char| c.is_whitespace() || "\"'”’»)]".contains(c);
        let mut letters = self
            .pieces
            .iter()
            .rev()
            .filter(|p| !matches!(p.role, Role::Cite { .. }))
            .flat_map(|p| p.text.chars().rev());
        letters.find(|c| !closing(*c)).is_some_and(|c| ".!?:…".contains(c))
    }
    /// The parts between the line breaks.
    #[must_use]
    pub fn lines(&self) -> Vec<Words> {
        self.pieces.split(|p| p.role == Role::Break).map(|pieces| Words { pieces: pieces.to_vec() }).collect()
    }
    /// The words before a byte of their text, and those from it on. A piece that is cut stands on both sides, with its
    /// origin; a byte within a letter counts as the letter's first.
    #[must_use]
    pub fn cut(mut self, at: usize) -> (Words, Words) {
        let mut left = at;
        let lengths = self.pieces.iter().take_while(|piece| {
            let before = piece.text.len() <= left;
            left -= if before { piece.text.len() } else { 0 };
            before
        });
        let whole = lengths.count();
        let mut rest = self.pieces.split_off(whole);
        if let Some(piece) = rest.first_mut() {
            let end = (0..=left).rev().find(|end| piece.text.is_char_boundary(*end)).unwrap_or_default();
            if end > 0 {
                let front = piece.text.drain(..end).collect();
                self.pieces.push(Piece { text: front, ..piece.clone() });
            }
        }
        (self, Words { pieces: rest })
    }
    /// Puts other words between each two.
    #[must_use]
    pub fn join(parts: impl IntoIterator<Item = Words>, between: &Words) -> Words {
        let mut joined = Words::default();
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                joined.append(between.clone());
            }
            joined.append(part);
        }
        joined
    }
}

impl From<Piece> for Words {
    fn from(piece: Piece) -> Self {
        Self { pieces: vec![piece] }
    }
}

impl Splice for Words {
    fn splice(&mut self, other: &Self) {
        self.pieces.extend_from_slice(&other.pieces);
    }
}

/// Prose of a finished document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Its paragraphs and lists, in order.
    pub blocks: Vec<Block>,
}

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Words),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The blocks of each item.
        items: Vec<Vec<Block>>,
    },
}

impl Passage {
    /// A passage of one paragraph.
    #[must_use]
    pub fn paragraph(words: Words) -> Self {
        Self { blocks: vec![Block::Paragraph(words)] }
    }
    /// Nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let mut empty = true;
        self.words(&mut |words| empty &= words.is_empty());
        empty
    }
    /// All words, in reading order.
    pub fn words<'a>(&'a self, see: &mut dyn FnMut(&'a Words)) {
        block_words(&self.blocks, see);
    }
    /// All words in one run, with a space between two blocks.
    #[must_use]
    pub fn into_words(self) -> Words {
        let mut run = Words::default();
        run_on(self.blocks, &mut run);
        run
    }
}

fn run_on(blocks: Vec<Block>, run: &mut Words) {
    for block in blocks {
        match block {
            Block::Paragraph(words) if run.pieces.is_empty() => *run = words,
            Block::Paragraph(words) => {
                if let Some(last) = run.pieces.last_mut().filter(|_| !words.is_empty()) {
                    last.text.push(' ');
                }
                run.append(words);
            }
            Block::List { items, .. } => items.into_iter().for_each(|item| run_on(item, run)),
        }
    }
}

fn block_words<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Words)) {
    for block in blocks {
        match block {
            Block::Paragraph(words) => see(words),
            Block::List { items, .. } => items.iter().for_each(|item| block_words(item, see)),
        }
    }
}

/// A text that is read from left to right, whatever stands beside it: between the marks LRI and PDI (UAX #9, 2.3), which
/// are not seen.
///
/// ```
/// assert_eq!(serviceline_core::words::isolated("614-555-0180"), "\u{2066}614-555-0180\u{2069}");
/// ```
#[must_use]
pub fn isolated(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Letters of the scripts that are written from right to left (the classes R and AL of UAX #9).
fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

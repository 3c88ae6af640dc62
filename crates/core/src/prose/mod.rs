//! Texts with a little Markdown and with references to facts, as a small typed tree.
//!
//! Prose is what every channel can say: paragraphs, lists, emphasis, links, line breaks and references. Headings,
//! tables, pictures, code and raw HTML mean nothing on a phone, so they are faults. What somebody wrote is never lost:
//! the tree holds the words of a faulty piece too, for a draft to show.

mod block;
mod inline;
mod link;
mod plain;
mod read;
mod reference;
mod run;

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use crate::source::{char_end, char_start};
use crate::tree::characters;

pub use read::{Reference, locate, numbers, plain_text, references};
pub(crate) use reference::is_fill_in;

/// A text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Prose {
    /// Its paragraphs and lists, in order.
    pub blocks: Vec<Block>,
}

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// Items, each with blocks of its own.
    List {
        /// Whether the items are numbered, from one on.
        ordered: bool,
        /// The items in order.
        items: Vec<Vec<Block>>,
    },
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    /// Words. Line ends of the source are spaces; there are never two spaces together.
    Text(String),
    /// Emphasized.
    Emphasis(Vec<Inline>),
    /// Strongly emphasized.
    Strong(Vec<Inline>),
    /// A link to an address that is written out. A path, such as `/locations`, belongs to the organization's site.
    Link {
        /// The address: `https:`, `http:`, `mailto:` or `tel:`, or a path.
        url: String,
        /// The words that are linked.
        text: Vec<Inline>,
    },
    /// The end of a line that the author wants here.
    Break,
    /// A fact that is said once, elsewhere: `{phone:appointments}`.
    Reference {
        /// What kind of fact it is.
        kind: RefKind,
        /// Its id.
        id: String,
        /// The words for it here: only for terms and links.
        label: Option<String>,
    },
    /// What an agent fills in while reading aloud: `{AGENT NAME}`, without the braces.
    FillIn(String),
}

/// The kinds of facts that a text can refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RefKind {
    /// A phone number.
    Phone,
    /// A claim, with its qualifier and source.
    Claim,
    /// A term that is explained.
    Term,
    /// Opening hours.
    Hours,
    /// A link that is listed by id.
    Link,
}

impl RefKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Phone, Self::Claim, Self::Term, Self::Hours, Self::Link];

    /// The kind as it is written in a reference.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Claim => "claim",
            Self::Term => "term",
            Self::Hours => "hours",
            Self::Link => "link",
        }
    }

    /// The kind that is written so.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Whether a reference may bring its own words. A fact, such as a phone number, has no second wording.
    #[must_use]
    pub fn takes_label(self) -> bool {
        matches!(self, Self::Term | Self::Link)
    }
}

impl fmt::Display for RefKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a text may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProseOptions {
    /// Whether it may have blanks for an agent to fill in, `{AGENT NAME}`. Only phone scripts are read by one.
    pub fill_ins: bool,
}

/// What is wrong with a text, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseFault {
    /// The code, one of [`crate::codes`].
    pub code: &'static str,
    /// The bytes of the text that are wrong.
    pub range: Range<usize>,
    /// What was expected and what was found.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl ProseFault {
    pub(crate) fn new(code: &'static str, range: Range<usize>, message: impl Into<String>, help: &str) -> Self {
        Self { code, range, message: message.into(), help: Some(help.to_owned()) }
    }
}

/// As many faults of one text as anybody would read. A hostile text could have one a character.
const MOST_FAULTS: usize = 100;

/// Reads a text; the faults, at most a hundred, come in the order of their places.
///
/// ```
/// use serviceline_core::prose::{Block, Inline, ProseOptions, RefKind, parse};
///
/// let (prose, faults) = parse("Call {phone:appointments}.", ProseOptions::default());
/// assert!(faults.is_empty());
/// let words = vec![
///     Inline::Text("Call ".into()),
///     Inline::Reference { kind: RefKind::Phone, id: "appointments".into(), label: None },
///     Inline::Text(".".into()),
/// ];
/// assert_eq!(prose.blocks, [Block::Paragraph(words)]);
/// ```
#[must_use]
pub fn parse(text: &str, options: ProseOptions) -> (Prose, Vec<ProseFault>) {
    read_by(text, |faults| match plain::paragraphs(text) {
        Some(paragraphs) => plain::blocks(text, &paragraphs, options, faults),
        None => block::parse(text, options, faults),
    })
}

/// Reads a text by way of Markdown even where there is none in it, which is slower and must not make a difference.
#[doc(hidden)]
#[must_use]
pub fn parse_as_markdown(text: &str, options: ProseOptions) -> (Prose, Vec<ProseFault>) {
    read_by(text, |faults| block::parse(text, options, faults))
}

fn read_by(text: &str, read: impl FnOnce(&mut Vec<ProseFault>) -> Vec<Block>) -> (Prose, Vec<ProseFault>) {
    let mut faults = forbidden_characters(text);
    let blocks = read(&mut faults);
    for fault in &mut faults {
        // The Markdown parser counts lines anew after what it takes out of a text, so that a place may be wrong there.
        let start = char_start(text, fault.range.start);
        fault.range = start..char_end(text, fault.range.end).max(start);
    }
    faults.sort_by_key(|fault| (fault.range.start, fault.range.end));
    faults.truncate(MOST_FAULTS);
    (Prose { blocks }, faults)
}

fn forbidden_characters(text: &str) -> Vec<ProseFault> {
    let found = text.char_indices().filter_map(|(at, c)| Some((at, c, characters::fault(c)?)));
    found.map(|(at, c, what)| forbidden(c, what, at..at + c.len_utf8())).collect()
}

fn forbidden(c: char, what: &str, range: Range<usize>) -> ProseFault {
    let problem = characters::problem(c, what);
    ProseFault { code: problem.code, range, message: problem.message, help: problem.help }
}

//! A source file as a tree in which every piece knows where it stands.
//!
//! The tree comes from YAML 1.2, and so from JSON too. Scalars stay text: whether `2025` is a year, a number or a word is
//! for the type that is decoded from it to say ([`crate::decode`]). What can be read is returned, and what cannot is a
//! diagnostic.

mod anchors;
mod build;
pub(crate) mod characters;
mod find;
mod hidden;
mod locate;
mod problems;
mod reference;
mod settle;
mod syntax;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Sink};
use crate::source::Source;

/// One value of a file and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The byte offsets of its first character and its end.
    pub span: Range<u32>,
    /// What it holds.
    pub data: Data,
    /// Set while decoding, on pieces that will be taken out of the tree.
    pub(crate) faulty: bool,
    pub(crate) cut_short: bool,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// `null` or `~`, written out.
    Null,
    /// Words, a number, a date: text.
    Scalar(Scalar),
    /// Items in their order.
    List(Vec<Node>),
    /// Named fields in their order; every name occurs once.
    Map(Vec<(Key, Node)>),
}

/// A text as it is meant, without the quotes, escapes and indentation of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text.
    pub text: Box<str>,
    /// How the file writes it.
    pub style: Style,
}

/// How a file writes a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single quotes, where `''` stands for `'`.
    Single,
    /// In double quotes, with escapes such as `\n`.
    Double,
    /// As an indented block after `|` or `>`.
    Block,
}

/// The name of a field and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name.
    pub name: Box<str>,
    /// The byte offsets of its first character and its end.
    pub span: Range<u32>,
}

/// What a file may cost to read. A hostile file is refused before it costs more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The size of the file, and of all its texts after aliases.
    pub bytes: usize,
    /// The number of values after aliases.
    pub values: usize,
    /// How deep values are nested.
    pub levels: usize,
    /// How many problems are reported.
    pub faults: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1 << 20, values: 20_000, levels: 32, faults: 100 }
    }
}

impl Node {
    pub(crate) fn new(span: Range<u32>, data: Data) -> Self {
        Self { span, data, faulty: false, cut_short: false }
    }

    /// Whether reading stopped within this node, so that more may stand in the file than in the tree. What is missing
    /// in such a node needs no report: the one that says why reading stopped is the one to act on.
    #[must_use]
    pub fn is_cut_short(&self) -> bool {
        self.cut_short
    }

    /// The text, if the node holds one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.data {
            Data::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The value of the field `name`, if the node has fields and this is one of them.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Node> {
        match &self.data {
            Data::Map(fields) => fields.iter().find(|(key, _)| &*key.name == name).map(|(_, node)| node),
            _ => None,
        }
    }
}

/// Reads a file. Problems go to `faults`, each with its place; nothing is returned if there is nothing to go on with.
///
/// After a syntax error the tree holds what stands before it, and says so: [`Node::is_cut_short`].
pub fn parse(source: &Arc<Source>, limits: Limits, faults: &mut Vec<Diagnostic>) -> Option<Node> {
    let mut sink = Sink::new(source, faults, limits.faults);
    let size = source.text().len();
    if size > limits.bytes {
        let message = format!("the file has {size} bytes, the limit is {}", limits.bytes);
        sink.push(Diagnostic::error("source-too-large", message), 0..0);
        return None;
    }
    let text = characters::check(source.text(), &mut sink);
    build::build(&text, limits, sink)
}

//! What an agent looks up, as data.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Manner, Part, Text};

/// The quick answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Answers {
    /// How to use them.
    pub parts: Vec<Part>,
    /// The entries in the order of the alphabet.
    pub entries: Vec<Entry>,
}

/// An entry of the quick answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Entry {
    /// An answer.
    Answer {
        /// What the caller asks about.
        subject: Text,
        /// How the subject is pronounced.
        #[serde(skip_serializing_if = "Option::is_none")]
        sounds: Option<Text>,
        /// What it answers: the question, or when it holds.
        about: Vec<Text>,
        /// Word for word, or in one's own words.
        cue: Manner,
        /// The answer.
        words: Text,
        /// How long it takes, in seconds.
        seconds: u32,
    },
    /// Another word for the subject of an answer.
    See {
        /// What the caller asks about.
        subject: Text,
        /// How the subject is pronounced.
        #[serde(skip_serializing_if = "Option::is_none")]
        sounds: Option<Text>,
        /// The subject under which the answer stands.
        see: Text,
    },
}

/// A table of facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Table {
    /// Its title.
    pub title: Text,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Row {
    /// A name and its value.
    Pair {
        /// The name.
        name: Text,
        /// The value.
        value: Text,
    },
    /// One line.
    Line {
        /// Its words.
        words: Text,
    },
    /// A line that belongs to the row above.
    Under {
        /// Its words.
        words: Text,
    },
    /// A point of a list.
    Item {
        /// Its words.
        words: Text,
    },
}

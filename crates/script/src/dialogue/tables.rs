//! What an agent looks up: quick answers and quick facts.

use serviceline_core::Words;

use super::{Kind, Part};

/// The index of quick answers.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// Its title.
    pub title: Words,
    /// How to use it.
    pub parts: Vec<Part>,
    /// The entries in the order of the alphabet.
    pub entries: Vec<Entry>,
}

/// An entry of the index.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What the caller asks about, in capitals.
    pub subject: Words,
    /// How the subject is pronounced.
    pub sounds: Option<Words>,
    /// What is to be answered, or where the answer stands.
    pub body: Body,
}

/// What an entry of the index holds.
#[derive(Clone, Debug)]
pub enum Body {
    /// An answer.
    Answer {
        /// What it answers, in capitals: the question, or when it holds.
        about: Vec<Words>,
        /// Word for word, or in one's own words.
        kind: Kind,
        /// The answer.
        words: Words,
        /// How long it takes, in seconds.
        seconds: f64,
    },
    /// The subject of another entry.
    See(Words),
}

/// The tables at the end.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Their title.
    pub title: Words,
    /// The tables.
    pub tables: Vec<Table>,
}

/// One table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its title.
    pub title: Words,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub enum Row {
    /// Two columns.
    Pair(Words, Words),
    /// One line across.
    Line(Words),
    /// A line that belongs to the row above.
    Under(Words),
    /// A point of a list.
    Item(Words),
}

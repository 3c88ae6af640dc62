//! A script as data, for programs that lead an agent through a call: JSON with a published schema.
//!
//! It holds what the text holds: every step with its cues and choices, the quick answers and the quick facts. Texts are
//! worded as in the text; each names the fields of the content that it comes from, and the numbers that can be dialed.
//!
//! [`Call`] is the root. [`schema`] is its JSON Schema (draft 2020-12); `serviceline schema dialogue` prints it. A change
//! that breaks readers raises [`VERSION`].

mod from;
mod steps;
mod tables;

use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::Serialize;

use crate::dialogue::Dialogue;

pub use steps::{Choice, Cue, Decider, Manner, Part, Step, Target};
pub use tables::{Answers, Entry, Row, Table};

/// The version of the format.
pub const VERSION: u32 = 1;

/// The JSON Schema of a script as data.
///
/// ```
/// let schema = serviceline_script::data::schema();
/// assert_eq!(schema.as_value()["properties"]["emergency"]["type"], "string");
/// ```
#[must_use]
pub fn schema() -> Schema {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Call>();
    schema.insert("title".to_owned(), "Serviceline dialogue".into());
    schema
}

/// Writes a script as JSON.
pub(crate) fn json(dialogue: &Dialogue) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(&Call::from(dialogue))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A phone script.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Call {
    /// The version of this format.
    pub version: u32,
    /// The id of the service line.
    pub id: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// The code of the edition: equal editions have equal words.
    pub edition: String,
    /// The pace, in words a minute.
    pub words_per_minute: u16,
    /// Who answers for it, and how to read it.
    pub head: Head,
    /// The step in which a call begins; absent where only the steps of an emergency are written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The step that leads to help. It can be reached from any step.
    pub emergency: String,
    /// The steps.
    pub steps: Vec<Step>,
    /// What to answer, by what the caller asks about.
    pub answers: Answers,
    /// Phones, places, sources of claims, pronunciation.
    pub facts: Vec<Table>,
    /// How long the parts of a call take.
    pub totals: Vec<Total>,
}

/// Words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Text {
    /// The words. `*words*` between asterisks are stressed, words in `{braces}` are filled in by the agent, and a line
    /// break stands as one.
    pub text: String,
    /// The phone lines that are named, each once, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub phones: Vec<Phone>,
    /// The fields of the content that these words come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub fields: Vec<String>,
}

/// A phone line that a text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Phone {
    /// The id of the line.
    pub id: String,
    /// Its number as a `tel:` URI (RFC 3966).
    pub uri: String,
}

/// The head of a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Head {
    /// The lines of the masthead, each with what stands left and right.
    pub masthead: Vec<[Text; 2]>,
    /// Edition, dates, owner, reviewers.
    pub facts: Vec<Field>,
    /// Remarks.
    pub notices: Vec<Text>,
    /// What is still missing: a draft is not for use with callers.
    pub gaps: Vec<Text>,
}

/// A name and the lines of its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Field {
    /// What it is.
    pub name: Text,
    /// What it says.
    pub lines: Vec<Text>,
}

/// How long a part of a call takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Total {
    /// The part.
    pub name: Text,
    /// How long it takes, in seconds.
    pub seconds: u32,
    /// How long it should take at most, in seconds.
    pub limit: u16,
}

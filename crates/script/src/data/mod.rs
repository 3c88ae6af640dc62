//! A script as data, for programs that lead an agent through a call: JSON with a published schema.
//!
//! It holds what the text holds: every step with its cues and choices, the quick answers and the quick facts. Texts are
//! worded as in the text; each names the fields of the content that it comes from, and the numbers that can be dialed.
//!
//! [`Call`] is the root. [`schema`] is its JSON Schema (draft 2020-12); `serviceline schema dialogue` prints it. A change
//! that breaks readers raises [`VERSION`].

mod from;

use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::Serialize;

use crate::dialogue::Dialogue;

/// The version of the format.
pub const VERSION: u32 = 1;

/// The JSON Schema of a script as data.
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

/// A step of a call.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Step {
    /// Its name, for example `S0A`.
    pub id: String,
    /// What it is for.
    pub title: Text,
    /// How long all that is read aloud in it takes, in seconds.
    pub seconds: u32,
    /// What happens, in order.
    pub parts: Vec<Part>,
}

/// A part of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Part {
    /// Something to say or to do.
    Cue(Cue),
    /// A way on.
    Choice(Choice),
    /// Between two groups of parts.
    Space,
    /// How a call can end, and what is done then.
    Ending {
        /// The code.
        code: String,
        /// What it means.
        meaning: Text,
    },
}

/// Something to say or to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cue {
    /// What it asks of the agent.
    pub cue: Manner,
    /// Its words.
    pub words: Text,
    /// Points under it, each with its lines.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub items: Vec<Vec<Text>>,
}

/// What a cue asks of the agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// Read aloud, word for word.
    Say,
    /// Tell in one's own words.
    Tell,
    /// Read aloud, and wait for the answer.
    Ask,
    /// Do; never read aloud.
    Do,
    /// Listen for it; never read aloud.
    Listen,
    /// Know it; never read aloud.
    Note,
    /// Be silent for a second.
    Pause,
}

/// A way on from a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Choice {
    /// When it is taken; absent if always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Text>,
    /// Who decides it.
    pub decided_by: Decider,
    /// What happens first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub cues: Vec<Cue>,
    /// Where it leads.
    pub target: Target,
    /// A code that is kept for the end of the call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep: Option<String>,
}

/// Who decides which way a call takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decider {
    /// The caller, by what he or she says.
    Caller,
    /// What the agent sees or what happens.
    Event,
}

/// Where a choice leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Target {
    /// To a step.
    Step {
        /// Its name.
        step: String,
    },
    /// To the end of the call.
    End {
        /// The code that the agent enters.
        code: String,
    },
    /// To the next question of the same step.
    Next,
    /// Back to the step that was left for an emergency.
    Back,
}

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

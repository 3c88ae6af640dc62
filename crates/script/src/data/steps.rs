//! The steps of a call, as data.

use schemars::JsonSchema;
use serde::Serialize;

use super::Text;

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

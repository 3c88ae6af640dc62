//! A phone script before it is written down: steps and the ways between them, what is said in each, and the tables an
//! agent looks things up in.
//!
//! It is a graph. A [`Step`] holds cues in order and choices that lead to other steps, or to a [`Code`] that ends the
//! call. Nothing here is text alone: a tool can walk the steps, time them, or hand them to another program.

mod head;
mod name;
mod seen;
mod tables;

use serviceline_core::Words;

use crate::{Width, length::Length, timing::Timing};

pub use head::{Field, Header, Labels};
pub use name::{Code, NoStep, StepId};
pub use tables::{Answers, Body, Entry, Facts, Row, Table};

/// A finished script.
#[derive(Clone, Debug)]
pub struct Dialogue {
    /// The id of the service line.
    pub id: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// The code of the edition.
    pub edition: String,
    /// How wide a line may be.
    pub width: Width,
    /// What it is written as, besides text.
    pub forms: Forms,
    /// The words that the layout itself prints.
    pub labels: Labels,
    /// Who answers for it, and how to read it.
    pub header: Header,
    /// The call, step by step.
    pub steps: Vec<Step>,
    /// What to answer, by what the caller asks.
    pub answers: Answers,
    /// Phones, places, claims, pronunciation.
    pub facts: Facts,
    /// How long each part takes.
    pub timing: Timing,
}

/// What a script is written as, besides text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// As data for other programs: [`data`](crate::data).
    pub json: bool,
    /// As speech for voice systems: [`ssml`](crate::ssml).
    pub ssml: bool,
}

/// One step of a call.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name.
    pub id: StepId,
    /// What it is for.
    pub title: Words,
    /// What happens, in order.
    pub parts: Vec<Part>,
}

impl Step {
    /// The cues, those within choices too, in order.
    pub fn cues(&self) -> impl Iterator<Item = &Cue> {
        self.parts.iter().flat_map(|part| match part {
            Part::Cue(cue) => std::slice::from_ref(cue),
            Part::Choice(choice) => &choice.cues,
            Part::Space | Part::Ending { .. } => &[],
        })
    }
    /// The cues, to be changed.
    pub(crate) fn cues_mut(&mut self) -> impl Iterator<Item = &mut Cue> {
        self.parts.iter_mut().flat_map(|part| match part {
            Part::Cue(cue) => std::slice::from_mut(cue),
            Part::Choice(choice) => &mut choice.cues,
            Part::Space | Part::Ending { .. } => &mut [],
        })
    }
    /// The choices in order.
    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.parts.iter().filter_map(|part| match part {
            Part::Choice(choice) => Some(choice),
            _ => None,
        })
    }
}

/// A part of a step.
#[derive(Clone, Debug)]
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
        code: Code,
        /// What it means.
        words: Words,
    },
}

/// What a cue asks of the agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Read aloud, word for word.
    Say,
    /// Tell in one's own words.
    Tell,
    /// Ask, and wait.
    Ask,
    /// Do.
    Act,
    /// Listen for it.
    Listen,
    /// Know it.
    Note,
    /// Be silent for a second.
    Pause,
}

impl Kind {
    /// Whether the caller hears it.
    #[must_use]
    pub fn is_aloud(self) -> bool {
        matches!(self, Self::Say | Self::Tell | Self::Ask)
    }
}

/// Something to say or to do.
#[derive(Clone, Debug)]
pub struct Cue {
    /// What it asks of the agent.
    pub kind: Kind,
    /// Its words; in capitals if the caller does not hear them.
    pub words: Words,
    /// Points under it; the first line of each stands behind a dash.
    pub items: Vec<Vec<Words>>,
    /// How long it is, once it is as it will be said.
    length: Option<Length>,
}

/// Who decides which way a call takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decider {
    /// The caller, by what he or she says.
    #[default]
    Caller,
    /// What the agent sees or what happens: a closed desk, no answer, a record that does not match.
    Event,
}

/// A way on from a step.
#[derive(Clone, Debug)]
pub struct Choice {
    /// When it is taken; nothing if always.
    pub when: Option<Words>,
    /// Who decides it.
    pub by: Decider,
    /// What happens first.
    pub cues: Vec<Cue>,
    /// Where it leads.
    pub to: Target,
    /// A code that is kept for the end of the call.
    pub keep: Option<Code>,
}

/// Where a choice leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To another step.
    Step(StepId),
    /// To the end of the call.
    Disposition(Code),
    /// To the next question of the same step.
    Next,
    /// Back to the step that was left.
    Back,
}

impl Dialogue {
    /// The step with this name.
    #[must_use]
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}

impl Cue {
    /// A cue without points under it.
    #[must_use]
    pub fn new(kind: Kind, words: Words) -> Self {
        Self { kind, words, items: vec![], length: None }
    }
    /// The same cue with these points under it.
    #[must_use]
    pub fn with_items(self, items: Vec<Vec<Words>>) -> Self {
        Self { items, length: None, ..self }
    }
    /// Counts how long it is, once for all who ask.
    pub(crate) fn measure(&mut self, pause: &str) {
        self.length = Some(self.length(pause));
    }
    /// How long it is with its points; `pause` stands between the groups of a phone number.
    pub(crate) fn length(&self, pause: &str) -> Length {
        let count = || self.every_words().fold(Length::default(), |length, words| length.and(Length::of(words, pause)));
        self.length.unwrap_or_else(count)
    }
    /// Its words, and those of the points under it.
    pub fn every_words(&self) -> impl Iterator<Item = &Words> {
        std::iter::once(&self.words).chain(self.items.iter().flatten())
    }
}

impl From<Cue> for Part {
    fn from(cue: Cue) -> Self {
        Self::Cue(cue)
    }
}

impl Part {
    /// The same part, which, if it is a choice, is decided by what happens and not by the caller's words.
    #[must_use]
    pub fn by_event(mut self) -> Self {
        if let Self::Choice(choice) = &mut self {
            choice.by = Decider::Event;
        }
        self
    }
}

impl From<Choice> for Part {
    fn from(choice: Choice) -> Self {
        Self::Choice(choice)
    }
}

impl From<StepId> for Target {
    fn from(step: StepId) -> Self {
        Self::Step(step)
    }
}

impl From<Code> for Target {
    fn from(code: Code) -> Self {
        Self::Disposition(code)
    }
}

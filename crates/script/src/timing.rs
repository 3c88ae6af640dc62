//! How long a script takes to read aloud.
//!
//! A cue takes its words at the pace of the script; a phone number takes six seconds instead of its words, a pause one
//! second. The information path is the shortest call that only informs; its length counts the choices that are taken.

use serviceline_core::Words;

use crate::dialogue::{Cue, Dialogue, Kind, Part, Step, StepId, Target};
use crate::length::Length;

/// Seconds for a phone number, however many digits it has.
pub const PHONE_SECONDS: f64 = 6.0;
/// Seconds for a pause.
pub const PAUSE_SECONDS: f64 = 1.0;
/// Words a minute, unless the content says otherwise: calm conversation.
pub const WORDS_PER_MINUTE: u16 = 140;

/// The pace of a script, and what it comes to.
#[derive(Clone, Debug, Default)]
pub struct Timing {
    /// The title of the table.
    pub title: Words,
    /// Words a minute.
    pub words_per_minute: u16,
    /// What stands between the numbers of a phone, so that the layout can tell a number from a code.
    pub pause: String,
    /// The steps that are timed, in order.
    pub steps: Vec<(StepId, f64)>,
    /// What is told of itself, with its limit.
    pub totals: Vec<Total>,
}

/// A length with the limit it should keep.
#[derive(Clone, Debug)]
pub struct Total {
    /// What is measured.
    pub name: Words,
    /// How long it takes, in seconds.
    pub seconds: f64,
    /// How long it may take.
    pub limit: u16,
    /// The word before the limit.
    pub limit_name: Words,
}

impl Timing {
    pub(crate) fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        see(&self.title);
        for total in &self.totals {
            see(&total.name);
            see(&total.limit_name);
        }
    }

    /// How long one cue takes: nothing, if the caller does not hear it.
    #[must_use]
    pub fn cue(&self, cue: &Cue) -> f64 {
        match cue.kind {
            Kind::Pause => PAUSE_SECONDS,
            kind if kind.is_aloud() => cue.length(&self.pause).seconds(self.words_per_minute),
            _ => 0.0,
        }
    }

    /// How long one text takes to read aloud.
    #[must_use]
    pub fn aloud(&self, words: &Words) -> f64 {
        Length::of(words, &self.pause).seconds(self.words_per_minute)
    }

    /// How long a step takes with all that is in it.
    #[must_use]
    pub fn step(&self, step: &Step) -> f64 {
        step.cues().map(|cue| self.cue(cue)).sum()
    }

    /// How long the steps of a path take, each up to the choice that leads to the next; `end` is where the last leads.
    #[must_use]
    pub fn path(&self, dialogue: &Dialogue, path: &[StepId], end: StepId) -> f64 {
        let nexts = path.iter().skip(1).chain([&end]);
        path.iter().zip(nexts).filter_map(|(id, next)| Some(self.taken(dialogue.step(*id)?, *next))).sum()
    }

    fn taken(&self, step: &Step, next: StepId) -> f64 {
        let leads = |part: &&Part| matches!(part, Part::Choice(choice) if choice.to == Target::Step(next));
        let way = step.parts.iter().position(|part| leads(&part));
        let cues = step.parts.iter().enumerate().flat_map(|(at, part)| match part {
            Part::Cue(cue) => std::slice::from_ref(cue),
            Part::Choice(choice) if Some(at) == way => &choice.cues,
            _ => &[],
        });
        cues.map(|cue| self.cue(cue)).sum()
    }
}

/// Whole seconds, as they are shown.
#[must_use]
pub fn shown(seconds: f64) -> u32 {
    seconds.round() as u32
}

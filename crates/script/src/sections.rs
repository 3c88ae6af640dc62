//! Which parts of a script are written.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A part of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// The call, step by step.
    Steps,
    /// What to answer, by what the caller asks.
    Answers,
    /// Phones, places, claims, pronunciation.
    Facts,
}

impl Section {
    /// Every part, in the order in which they are written.
    pub const ALL: [Self; 3] = [Self::Steps, Self::Answers, Self::Facts];

    /// The key of the phrase that names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Steps => "head.part_steps",
            Self::Answers => "head.part_answers",
            Self::Facts => "head.part_facts",
        }
    }
}

/// The parts that are written: all of them, unless they are named. The steps of an emergency always are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<Section>", into = "Vec<Section>")]
pub struct Sections(#[schemars(length(min = 1))] BTreeSet<Section>);

impl Sections {
    /// Whether a part is written.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        self.0.contains(&section)
    }
    /// The parts that are not written, in order.
    pub fn missing(&self) -> impl Iterator<Item = Section> + '_ {
        Section::ALL.into_iter().filter(|section| !self.has(*section))
    }
}

impl Default for Sections {
    fn default() -> Self {
        Self(Section::ALL.into())
    }
}

impl TryFrom<Vec<Section>> for Sections {
    type Error = String;

    /// # Errors
    ///
    /// No part at all, and a part that is named twice.
    fn try_from(named: Vec<Section>) -> Result<Self, String> {
        let sections: BTreeSet<Section> = named.iter().copied().collect();
        if sections.is_empty() {
            return Err("expected at least one of `steps`, `answers` and `facts`, found none".to_owned());
        }
        if sections.len() < named.len() {
            return Err("expected each part once, found one twice".to_owned());
        }
        Ok(Self(sections))
    }
}

impl From<Sections> for Vec<Section> {
    fn from(sections: Sections) -> Self {
        sections.0.into_iter().collect()
    }
}

//! The laws of a call, as functions over a finished [`Dialogue`].
//!
//! [`flow`] is what composing itself obeys: no script that breaks it is published. [`speech`] is about what is said and
//! shown; it names the step or entry and what is wrong there.

mod speech;

use std::collections::{BTreeSet, VecDeque};
use std::fmt;

use serviceline_core::{Diagnostic, Report};

use crate::compose::EMERGENCY_STEPS;
use crate::dialogue::{Decider, Dialogue, Kind, Part, Step, StepId, Target};

pub(crate) use speech::CUE_WORDS;
pub use speech::{Breach, Law, speech, too_long};

/// Checks the ways through a call.
///
/// # Errors
///
/// `script-flow` for every choice that leads to a step or a code that isn't there; for every step that nothing leads to,
/// that leads nowhere, or from which no way comes to an end; and for a step in which the caller speaks and that doesn't offer the
/// way to the emergency step.
pub fn flow(dialogue: &Dialogue) -> Result<(), Report> {
    let mut report = Report::new();
    let codes = codes(dialogue);
    for step in &dialogue.steps {
        for target in targets(step) {
            if let Some(missing) = missing(dialogue, &codes, target) {
                report.push(fault(step.id, &format!("leads to {missing}, which is not there")));
            }
        }
        for code in step.choices().filter_map(|choice| choice.keep.as_ref()) {
            if !codes.contains(code.as_str()) {
                report.push(fault(step.id, &format!("keeps the code {}, which is not explained", code.as_str())));
            }
        }
        if listens(step) && !EMERGENCY_STEPS.contains(&step.id) && !leads_to(step, EMERGENCY_STEPS[0]) {
            report.push(fault(step.id, "lets the caller speak and does not offer the way to S0"));
        }
    }
    let reached = reached(dialogue);
    let ending = ending(dialogue);
    for step in &dialogue.steps {
        if !reached.contains(&step.id) {
            report.push(fault(step.id, "is a step that nothing leads to"));
        }
        if !ending.contains(&step.id) {
            report.push(fault(step.id, "is a step from which no way ends the call"));
        }
    }
    report.or(()).map(|_| ())
}

fn fault(step: StepId, what: &str) -> Diagnostic {
    Diagnostic::error("script-flow", format!("step {step} {what}"))
}

/// Where a step leads.
fn targets(step: &Step) -> impl Iterator<Item = &Target> {
    step.choices().map(|choice| &choice.to)
}

fn codes(dialogue: &Dialogue) -> BTreeSet<&str> {
    let parts = dialogue.steps.iter().flat_map(|step| &step.parts);
    let codes = parts.filter_map(|part| match part {
        Part::Ending { code, .. } => Some(code.as_str()),
        _ => None,
    });
    codes.collect()
}

fn missing(dialogue: &Dialogue, codes: &BTreeSet<&str>, target: &Target) -> Option<String> {
    match target {
        Target::Step(id) => dialogue.step(*id).is_none().then(|| id.to_string()),
        Target::Disposition(code) => (!codes.contains(code.as_str())).then(|| code.as_str().to_owned()),
        Target::Next | Target::Back => None,
    }
}

/// Whether the caller speaks in a step: asked, or choosing a way by what he or she says.
fn listens(step: &Step) -> bool {
    step.cues().any(|cue| cue.kind == Kind::Ask) || step.choices().any(|choice| choice.by == Decider::Caller)
}

fn leads_to(step: &Step, id: StepId) -> bool {
    targets(step).any(|target| *target == Target::Step(id))
}

/// The steps that a call can come to: from the first, and from the emergency step, which is always at hand.
fn reached(dialogue: &Dialogue) -> BTreeSet<StepId> {
    let mut reached: BTreeSet<StepId> = BTreeSet::new();
    let mut open: VecDeque<StepId> = VecDeque::from([StepId::new(0), StepId::new(1)]);
    while let Some(id) = open.pop_front() {
        let Some(step) = dialogue.step(id).filter(|_| reached.insert(id)) else { continue };
        open.extend(targets(step).filter_map(|target| match target {
            Target::Step(next) => Some(*next),
            _ => None,
        }));
    }
    reached
}

/// The steps from which some way ends the call.
fn ending(dialogue: &Dialogue) -> BTreeSet<StepId> {
    let holds_codes = |step: &Step| step.parts.iter().any(|part| matches!(part, Part::Ending { .. }));
    let mut ending: BTreeSet<StepId> = BTreeSet::new();
    loop {
        let ends = |target: &Target| match target {
            Target::Disposition(_) => true,
            Target::Step(id) => ending.contains(id),
            Target::Next | Target::Back => false,
        };
        let more: Vec<StepId> = dialogue
            .steps
            .iter()
            .filter(|step| !ending.contains(&step.id) && (holds_codes(step) || targets(step).any(ends)))
            .map(|step| step.id)
            .collect();
        if more.is_empty() {
            return ending;
        }
        ending.extend(more);
    }
}

impl fmt::Display for Law {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.rule())
    }
}

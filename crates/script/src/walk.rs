//! Walks through a script, as a caller and an agent do, and tells what was said on the way: training material, and the
//! proof that every choice leads somewhere.
//!
//! ```text
//! Dialogue --walk--> Path --encode--> transcript
//! ```
//!
//! A [`Path`] begins with the greeting and ends in a code. Scripts have loops, so the paths cannot be counted;
//! [`all`] walks one for every choice: on the shortest way to it, through it, and on the shortest way to the end. It
//! takes the way to the emergency step only where that is the choice to be walked. Among ways of one length, the one
//! that stands first in the script is taken.

mod channel;
mod graph;

use std::collections::BTreeSet;

use serviceline_core::Words;

use crate::dialogue::{Choice, Code, Cue, Decider, Dialogue, Kind, Part, Step, StepId, Target};
use graph::{Graph, Move};

pub use channel::Rehearsal;

/// A call from the greeting to its end.
#[derive(Clone, Debug)]
pub struct Path<'d> {
    /// The steps in order, and what happens in each.
    pub visits: Vec<Visit<'d>>,
    /// The codes that the agent enters: those that were kept, or the one that ended the call.
    pub codes: Vec<Code>,
    /// How long all that is read aloud takes, in seconds.
    pub seconds: f64,
}

/// A step on a path.
#[derive(Clone, Debug)]
pub struct Visit<'d> {
    /// The step.
    pub step: &'d Step,
    /// What is said and done there, in order.
    pub lines: Vec<Line<'d>>,
}

/// What happens in a call.
#[derive(Clone, Copy, Debug)]
pub enum Line<'d> {
    /// The agent says or does this.
    Agent(&'d Cue),
    /// The caller says this, in words to this effect.
    Caller(&'d Words),
    /// This happens: a desk is closed, nobody answers.
    Event(&'d Words),
}

impl Path<'_> {
    /// The names of the steps in order.
    pub fn steps(&self) -> impl Iterator<Item = StepId> + '_ {
        self.visits.iter().map(|visit| visit.step.id)
    }
}

/// The shortest call through a step; nothing if there is no such step, or if no call comes to it.
#[must_use]
pub fn through(dialogue: &Dialogue, step: StepId) -> Option<Path<'_>> {
    let graph = Graph::of(dialogue);
    Some(told(dialogue, &graph, &graph.through(graph.start(step)?)?))
}

/// A call for every choice of every step, in the order of the script. A call that takes several choices stands once.
#[must_use]
pub fn all(dialogue: &Dialogue) -> Vec<Path<'_>> {
    let graph = Graph::of(dialogue);
    let mut known = BTreeSet::new();
    let mut covered = BTreeSet::new();
    let mut paths = vec![];
    for taken in graph.choices() {
        if covered.contains(&taken) {
            continue;
        }
        if let Some(moves) = graph.taking(taken).filter(|moves| known.insert(moves.clone())) {
            covered.extend(moves.iter().filter(|step| step.taken).map(|step| step.at));
            paths.push(told(dialogue, &graph, &moves));
        }
    }
    paths
}

/// The choices that no call can take, each as the step that it stands in and its place there: none, in a sound script.
#[must_use]
pub fn stuck(dialogue: &Dialogue) -> Vec<(StepId, usize)> {
    let graph = Graph::of(dialogue);
    graph.choices().filter(|at| graph.taking(*at).is_none()).map(|at| graph.place(at)).collect()
}

/// What is said and done on a way through the graph.
fn told<'d>(dialogue: &'d Dialogue, graph: &Graph, moves: &[Move]) -> Path<'d> {
    let mut path = Path { visits: vec![], codes: vec![], seconds: 0.0 };
    for (index, this) in moves.iter().enumerate() {
        let (id, part) = graph.place(this.at);
        let Some(step) = dialogue.step(id) else { continue };
        let before = index.checked_sub(1).map(|at| moves[at]);
        if before.is_none_or(|before| graph.place(before.at).0 != id || before.taken && part == 0) {
            path.visits.push(Visit { step, lines: vec![] });
        }
        let Some(visit) = path.visits.last_mut() else { continue };
        match step.parts.get(part) {
            Some(Part::Cue(cue))
                if cue.kind != Kind::Note
                    && (!is_conditional(step, part) || is_heard(step, part, &moves[index + 1..], graph)) =>
            {
                visit.lines.push(Line::Agent(cue));
            }
            Some(Part::Choice(choice)) if this.taken => take(choice, visit, &mut path.codes),
            _ => {}
        }
    }
    let cues = path.visits.iter().flat_map(|visit| &visit.lines).filter_map(|line| match line {
        Line::Agent(cue) => Some(*cue),
        _ => None,
    });
    path.seconds = cues.map(|cue| dialogue.timing.cue(cue)).sum();
    path
}

fn take<'d>(choice: &'d Choice, visit: &mut Visit<'d>, codes: &mut Vec<Code>) {
    visit.lines.extend(choice.when.iter().map(|when| match choice.by {
        Decider::Caller => Line::Caller(when),
        Decider::Event => Line::Event(when),
    }));
    visit.lines.extend(choice.cues.iter().filter(|cue| cue.kind != Kind::Note).map(Line::Agent));
    let ends = match &choice.to {
        Target::Disposition(code) => Some(code),
        _ => None,
    };
    for code in ends.into_iter().chain(&choice.keep) {
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
}

/// Whether a cue belongs to something that the agent listens for.
fn is_conditional(step: &Step, part: usize) -> bool {
    let begins = |part: &&Part| matches!(part, Part::Space) || is_listen(part);
    step.parts[..=part].iter().rev().find(begins).is_some_and(is_listen)
}

/// Whether it is heard: a way is taken before the next group begins.
fn is_heard(step: &Step, part: usize, rest: &[Move], graph: &Graph) -> bool {
    for next in rest {
        let (id, at) = graph.place(next.at);
        match step.parts.get(at) {
            Some(group) if id == step.id && at > part && !matches!(group, Part::Space) && !is_listen(group) => {
                if next.taken {
                    return !matches!(group, Part::Choice(choice) if choice.to == Target::Back);
                }
            }
            _ => return false,
        }
    }
    false
}

fn is_listen(part: &Part) -> bool {
    matches!(part, Part::Cue(cue) if cue.kind == Kind::Listen)
}

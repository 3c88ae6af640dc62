//! A script as places and the moves between them. A place is a part of a step, or the end of a step.

use std::collections::BTreeMap;

use crate::dialogue::{Dialogue, Kind, Part, Step, StepId, Target};

/// What a way to the emergency step costs on the way to the end: more than any call without one.
const DETOUR: u32 = 1000;
/// What it costs to end a call in the middle: a call that is closed in its own step is the usual one.
const BREAK: u32 = 4;

/// A place on a way, and whether its choice is taken there or passed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Move {
    pub(super) at: usize,
    pub(super) taken: bool,
}

/// A move from a place to another, or to the end of the call.
#[derive(Clone, Copy)]
struct Edge {
    to: Option<usize>,
    cost: u32,
    taken: bool,
}

pub(super) struct Graph {
    /// The step and the part of every place, in order.
    places: Vec<(StepId, usize)>,
    edges: Vec<Vec<Edge>>,
    choices: Vec<usize>,
    starts: BTreeMap<StepId, usize>,
    /// The choices that lead back to the step that was left.
    backs: Vec<usize>,
    /// The cheapest way from every place to the end: what it costs, and its first move.
    to_end: Vec<Option<(u32, Edge)>>,
    /// The cheapest way from the greeting to every place: what it costs, and its last move.
    from_start: Vec<Option<(u32, Option<Move>)>>,
}

impl Graph {
    pub(super) fn of(dialogue: &Dialogue) -> Self {
        let mut graph = Self {
            places: vec![],
            edges: vec![],
            choices: vec![],
            starts: BTreeMap::new(),
            backs: vec![],
            to_end: vec![],
            from_start: vec![],
        };
        for step in &dialogue.steps {
            graph.starts.insert(step.id, graph.places.len());
            graph.places.extend((0..=step.parts.len()).map(|part| (step.id, part)));
        }
        for step in &dialogue.steps {
            graph.connect(step);
        }
        graph.to_end = graph.ends();
        graph.from_start = graph.reach();
        graph
    }

    pub(super) fn start(&self, step: StepId) -> Option<usize> {
        self.starts.get(&step).copied()
    }

    pub(super) fn choices(&self) -> impl Iterator<Item = usize> + '_ {
        self.choices.iter().copied()
    }

    pub(super) fn place(&self, at: usize) -> (StepId, usize) {
        self.places[at]
    }

    fn connect(&mut self, step: &Step) {
        let first = self.edges.len();
        for (part, kind) in step.parts.iter().enumerate() {
            let on = Edge { to: Some(first + part + 1), cost: 0, taken: false };
            let mut edges = vec![];
            match kind {
                Part::Ending { .. } => edges.push(Edge { to: None, cost: 0, taken: false }),
                Part::Cue(_) | Part::Space => edges.push(on),
                Part::Choice(choice) => {
                    self.choices.push(first + part);
                    let taken = |to, cost| Edge { to, cost, taken: true };
                    match &choice.to {
                        Target::Disposition(_) => edges.push(taken(None, BREAK)),
                        Target::Step(id) => {
                            let cost = if *id == StepId::EMERGENCY { DETOUR } else { 1 };
                            edges.extend(self.start(*id).map(|to| taken(Some(to), cost)));
                        }
                        Target::Next => edges.extend(next_question(step, part).map(|at| taken(Some(first + at), 1))),
                        Target::Back => self.backs.push(first + part),
                    }
                    if choice.when.is_some() && may_pass(step, part) {
                        edges.push(on);
                    }
                }
            }
            self.edges.push(edges);
        }
        self.edges.push(vec![]);
    }

    /// The cheapest ways to the end, by relaxing until nothing gets cheaper.
    fn ends(&self) -> Vec<Option<(u32, Edge)>> {
        let mut best: Vec<Option<(u32, Edge)>> = vec![None; self.places.len()];
        loop {
            let mut better = false;
            for at in (0..self.edges.len()).rev() {
                for edge in &self.edges[at] {
                    let rest = edge.to.map_or(Some(0), |to| best[to].map(|(cost, _)| cost));
                    let Some(cost) = rest.map(|rest| rest + edge.cost) else { continue };
                    if best[at].is_none_or(|(known, _)| cost < known) {
                        best[at] = Some((cost, *edge));
                        better = true;
                    }
                }
            }
            if !better {
                return best;
            }
        }
    }

    /// The cheapest ways from the greeting.
    fn reach(&self) -> Vec<Option<(u32, Option<Move>)>> {
        let mut best: Vec<Option<(u32, Option<Move>)>> = vec![None; self.places.len()];
        if let Some(first) = self.start(StepId::GREETING) {
            best[first] = Some((0, None));
        }
        loop {
            let mut better = false;
            for at in 0..self.edges.len() {
                let Some((sofar, _)) = best[at] else { continue };
                for edge in &self.edges[at] {
                    let Some(to) = edge.to else { continue };
                    // On the way to a place that the emergency step leads to, that step is no detour.
                    let cost = sofar + edge.cost.min(1);
                    if best[to].is_none_or(|(known, _)| cost < known) {
                        best[to] = Some((cost, Some(Move { at, taken: edge.taken })));
                        better = true;
                    }
                }
            }
            if !better {
                return best;
            }
        }
    }

    /// The cheapest way that leads to this place and from there to the end.
    pub(super) fn through(&self, at: usize) -> Option<Vec<Move>> {
        let mut way = self.way_to(at)?;
        way.extend(self.way_on(at)?);
        Some(way)
    }

    /// The cheapest way that takes this choice.
    pub(super) fn taking(&self, at: usize) -> Option<Vec<Move>> {
        let mut way = self.way_to(at)?;
        let next = if self.backs.contains(&at) {
            let left = way.iter().rposition(|step| step.taken && self.leads_to_emergency(step.at))?;
            way[left].at + 1
        } else {
            let edge = self.edges[at].iter().find(|edge| edge.taken)?;
            if let Some(to) = edge.to {
                to
            } else {
                way.push(Move { at, taken: true });
                return Some(way);
            }
        };
        way.push(Move { at, taken: true });
        way.extend(self.way_on(next)?);
        Some(way)
    }

    fn leads_to_emergency(&self, at: usize) -> bool {
        let emergency = self.start(StepId::EMERGENCY);
        self.edges[at].iter().any(|edge| edge.taken && edge.to.is_some() && edge.to == emergency)
    }

    fn way_to(&self, at: usize) -> Option<Vec<Move>> {
        let mut way = vec![];
        let (_, mut last) = self.from_start[at]?;
        while let Some(step) = last {
            way.push(step);
            last = self.from_start[step.at]?.1;
        }
        way.reverse();
        Some(way)
    }

    fn way_on(&self, at: usize) -> Option<Vec<Move>> {
        let mut way = vec![];
        let mut at = at;
        loop {
            let (_, edge) = self.to_end[at]?;
            way.push(Move { at, taken: edge.taken });
            match edge.to {
                Some(to) => at = to,
                None => return Some(way),
            }
        }
    }
}

/// The next question of a step behind a part.
fn next_question(step: &Step, part: usize) -> Option<usize> {
    let asks = |part: &Part| matches!(part, Part::Cue(cue) if cue.kind == Kind::Ask);
    step.parts.iter().enumerate().skip(part + 1).find(|(_, part)| asks(part)).map(|(at, _)| at)
}

/// Whether a choice can be passed by. It cannot where one of its group must be taken: where the next question follows
/// at once, and there is a choice that leads to it.
fn may_pass(step: &Step, part: usize) -> bool {
    let is_choice = |part: &Part| matches!(part, Part::Choice(_));
    let Some(end) = (part..step.parts.len()).find(|at| !is_choice(&step.parts[*at])) else { return true };
    if end > part + 1 {
        return true;
    }
    let begin = (0..=part).rev().find(|at| !is_choice(&step.parts[*at])).map_or(0, |at| at + 1);
    let skips = |part: &Part| matches!(part, Part::Choice(choice) if choice.to == Target::Next);
    next_question(step, part) != Some(end) || !step.parts[begin..end].iter().any(skips)
}

//! Sections that may move to another panel, where their own is too full.

use crate::draft::Draft;
use crate::fit::fill::{Filled, SLACK, loosest, tightest};
use crate::fit::report::Move;
use crate::flow::House;
use crate::unit::Pt;

/// How full a panel may be with a section that moves there.
const FILLED: f32 = 0.95;

/// Moves sections out of panels that are over, as long as another panel has room for them.
///
/// Before anything gives way, that panel keeps some air. Where everything has given way, it need only hold what it must.
pub(super) fn arrange(
    filled: &mut [Filled<'_>],
    draft: &Draft,
    house: House<'_>,
    sheet: (Pt, Pt),
    at: Stage,
) -> Vec<Move> {
    let mut moved = Vec::new();
    let (knobs, ornament) = match at {
        Stage::Loose => loosest(house),
        Stage::Tight => tightest(house),
    };
    let most = if at == Stage::Loose { FILLED } else { 1.0 };
    let state = |filled: &[Filled<'_>], at: usize| {
        let attempt = filled.get(at).map(|panel| panel.fill(knobs, ornament, Pt::ZERO, house, sheet));
        attempt.map_or((false, 0.0), |attempt| (attempt.over > SLACK, attempt.panel.fill))
    };
    for at in (0..draft.panels.len()).filter(|at| draft.panels[*at].cover.is_none()) {
        let mut names: Vec<(&str, &str)> = Vec::new();
        for part in filled[at].parts.iter().rev() {
            names.extend(part.to.map(|to| (part.entry, to)).filter(|name| !names.contains(name)));
        }
        for (name, to) in names {
            if !state(filled, at).0 {
                break;
            }
            let step = Move { section: name.to_owned(), from: draft.panels[at].name.clone(), to: to.to_owned() };
            let before: Vec<_> = filled.iter().map(|panel| panel.parts.clone()).collect();
            let Some(target) = carry_out(filled, &step) else { continue };
            let (over, fill) = state(filled, target);
            if over || fill > most {
                filled.iter_mut().zip(before).for_each(|(panel, parts)| panel.parts = parts);
            } else {
                moved.push(step);
            }
        }
    }
    moved
}

/// When sections move.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Before anything gives way.
    Loose,
    /// After everything has.
    Tight,
}

/// The same moves again.
pub(super) fn again(filled: &mut [Filled<'_>], moved: &[Move]) {
    for step in moved {
        carry_out(filled, step);
    }
}

/// Moves what one entry of the map wrote. It comes to stand first on the panel that is read next, and last on any other,
/// so that the order of reading stays that of the map. Gives the panel that it is on then.
fn carry_out(filled: &mut [Filled<'_>], step: &Move) -> Option<usize> {
    let at = |name: &str| filled.iter().position(|panel| panel.draft.name == name);
    let (from, to) = (at(&step.from)?, at(&step.to)?);
    let parts = std::mem::take(&mut filled[from].parts);
    let (moving, staying): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.entry == step.section);
    filled[from].parts = staying;
    let start = if to == from + 1 { 0 } else { filled[to].parts.len() };
    for (n, part) in moving.into_iter().enumerate() {
        filled[to].parts.insert(start + n, part.moved());
    }
    Some(to)
}

//! What stands together on a page: a heading with what follows it, a paragraph, an item of a list, a box.

use std::sync::Arc;

use crate::design::TextRole;
use crate::leaflet::{SetText, Tag};
use crate::typeset::{Set, SetBlock, SetList, SetSection};

/// A text is divided only if at least so many of its lines stand on each of two pages.
const LEAST: usize = 3;
/// How many parts within each other a piece of a section goes on with.
const SECTION: usize = 1;
const BLOCK: usize = 2;
const ITEM: usize = 4;
const BLOCK_OF_ITEM: usize = 5;

/// The pieces of a section, in order. A box is one piece.
pub(super) fn pieces(section: SetSection) -> Vec<SetSection> {
    let has_code = section.blocks.iter().any(|block| matches!(block, SetBlock::Code { .. }));
    if section.frame.is_some() || has_code {
        return vec![section];
    }
    let SetSection { frame, surface, column, blocks, .. } = section;
    let mut pieces: Vec<SetSection> = Vec::new();
    let mut held = Vec::new();
    let mut goes_on = 0;
    for (unit, depth) in blocks.into_iter().flat_map(units) {
        if held.is_empty() && !pieces.is_empty() {
            goes_on = depth;
        }
        let leads = leads(&unit);
        held.push(unit);
        if !leads {
            pieces.push(SetSection { frame, surface, column, blocks: std::mem::take(&mut held), goes_on });
        }
    }
    if !held.is_empty() {
        pieces.push(SetSection { frame, surface, column, blocks: held, goes_on });
    }
    pieces
}

/// The parts of a block that can stand on two pages, each with how deep it goes on with what stands before.
fn units(block: SetBlock) -> Vec<(SetBlock, usize)> {
    match block {
        SetBlock::List(SetList { kind, indent, columns, items, .. }) => {
            let list =
                |items: &[_]| SetBlock::List(SetList { kind, indent, goes_on: false, columns, items: items.to_vec() });
            let depth = |at: usize| if at == 0 { SECTION } else { BLOCK };
            let rows = items.chunks(if columns.is_some() { 2 } else { 1 });
            rows.enumerate().map(|(at, row)| (list(row), depth(at))).collect()
        }
        SetBlock::Notes(notes) => notes.into_iter().map(|note| (SetBlock::Notes(vec![note]), SECTION)).collect(),
        block => vec![(block, SECTION)],
    }
}

/// Whether it stands with what follows: a heading, a label, a line that ends in a colon.
fn leads(block: &SetBlock) -> bool {
    match block {
        SetBlock::Heading(_) => true,
        SetBlock::Text(set) => {
            let is_head = matches!(set.tag, Tag::H2 | Tag::H3) || set.text.role == TextRole::Label;
            is_head || set.text.shaped.text.trim_end().ends_with(':')
        }
        _ => false,
    }
}

/// A piece in two: as many lines of its last text as `fits` takes, and the rest, which goes on with it. Nothing if
/// so few lines would be left on one of the pages that it had better move as a whole.
pub(super) fn divide(piece: &SetSection, fits: &dyn Fn(&SetSection) -> bool) -> Option<(SetSection, SetSection)> {
    let (divisible, before) = piece.blocks.split_last().filter(|_| piece.frame.is_none())?;
    let count = match divisible {
        SetBlock::Text(set) => set.text.lines.len(),
        SetBlock::List(list) if list.columns.is_none() => {
            list.items.iter().flat_map(|(_, sets)| sets).map(|set| set.text.lines.len()).sum()
        }
        _ => 0,
    };
    (LEAST..=count.checked_sub(LEAST)?).rev().find_map(|lines| {
        let (block, rest, depth) = cut(divisible, lines).filter(|(first, rest, _)| !is_torn(first, rest))?;
        let blocks = before.iter().cloned().chain([block]).collect();
        let first = SetSection { blocks, ..piece.clone() };
        fits(&first).then(|| (first, SetSection { blocks: vec![rest], goes_on: depth, ..piece.clone() }))
    })
}

/// Whether a text would be divided so that next to nothing of it stands on one of the pages.
fn is_torn(first: &SetBlock, rest: &SetBlock) -> bool {
    let sets = |block: &SetBlock| match block {
        SetBlock::Text(set) => vec![Arc::clone(&set.text)],
        SetBlock::List(list) => list.items.iter().flat_map(|(_, sets)| sets).map(|set| Arc::clone(&set.text)).collect(),
        _ => Vec::new(),
    };
    let (first, rest) = (sets(first), sets(rest));
    let (Some(last), Some(next)) = (first.last(), rest.first()) else { return false };
    Arc::ptr_eq(&last.shaped, &next.shaped) && last.lines.len().min(next.lines.len()) < LEAST
}

/// A block in two after a number of lines, with the depth at which the second goes on with the first.
fn cut(block: &SetBlock, lines: usize) -> Option<(SetBlock, SetBlock, usize)> {
    match block {
        SetBlock::Text(set) => {
            let (first, rest) = cut_text(set, lines);
            Some((SetBlock::Text(first), SetBlock::Text(rest), BLOCK))
        }
        SetBlock::List(list) => {
            let (mark, sets) = list.items.first()?;
            let (first, rest, depth) = cut_item(sets, lines);
            let divided = |goes_on, item| SetBlock::List(SetList { goes_on, items: vec![item], ..*list });
            Some((divided(list.goes_on, (mark.clone(), first)), divided(true, (None, rest)), depth))
        }
        _ => None,
    }
}

fn cut_item(sets: &[Set], lines: usize) -> (Vec<Set>, Vec<Set>, usize) {
    let (mut first, mut rest, mut depth) = (Vec::new(), Vec::new(), ITEM);
    let mut left = lines;
    for set in sets {
        let count = set.text.lines.len();
        if left >= count {
            first.push(set.clone());
        } else if left == 0 {
            rest.push(set.clone());
        } else {
            let (head, tail) = cut_text(set, left);
            first.push(head);
            rest.push(tail);
            depth = BLOCK_OF_ITEM;
        }
        left = left.saturating_sub(count);
    }
    (first, rest, depth)
}

fn cut_text(set: &Set, lines: usize) -> (Set, Set) {
    let part = |text: SetText| Set { text: Arc::new(text), ..set.clone() };
    (part(set.text.part(0..lines)), part(set.text.part(lines..set.text.lines.len())))
}

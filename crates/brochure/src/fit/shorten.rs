//! Which texts are said in their short wording, where a panel is over and nothing else helps.

use std::collections::{BTreeMap, BTreeSet};

use serviceline_core::words::{Origin, Words};

use crate::design::TextRole;
use crate::draft::Draft;
use crate::fit::{Fitting, SLACK, SetDraft};
use crate::leaflet::SetText;
use crate::typeset::{SetBlock, SetList, SetSection, Setter};
use crate::unit::Pt;

/// The texts to shorten next so that the panels that are over come to hold theirs: on each panel those that save the most
/// lines first, and of equal ones the later. `short` is the draft with every text in its short wording that has one.
pub(crate) fn more(
    fitting: &Fitting,
    long: &Draft,
    short: &Draft,
    candidates: &BTreeSet<String>,
    setter: &mut Setter<'_>,
) -> BTreeSet<String> {
    let before = lines(&fitting.set, long, setter);
    let after = lines(&SetDraft::new(short, setter), short, setter);
    let count = |lines: &BTreeMap<String, usize>, field: &str| lines.get(field).copied().unwrap_or_default();
    let mut chosen = BTreeSet::new();
    for attempt in fitting.attempts.iter().filter(|attempt| attempt.over > SLACK) {
        let mut gains: Vec<(usize, usize, &String)> = Vec::new();
        for (at, field) in fields(&attempt.panel.sections).iter().enumerate() {
            let gain = count(&before, field).saturating_sub(count(&after, field));
            gains.extend(candidates.get(field).filter(|_| gain > 0).map(|field| (gain, at, field)));
        }
        gains.sort_by_key(|(gain, at, _)| std::cmp::Reverse((*gain, *at)));
        let mut saved = Pt::ZERO;
        for (gain, _, field) in gains {
            if saved >= attempt.over {
                break;
            }
            saved += fitting.lead * gain as f32;
            chosen.insert(field.clone());
        }
    }
    chosen
}

/// The fields on a panel, in reading order.
fn fields(sections: &[crate::leaflet::Node]) -> Vec<String> {
    let mut fields = Vec::new();
    for section in sections {
        section.texts(&mut |text| text.text.words.iter().for_each(|words| each_field(words, &mut fields)));
    }
    fields
}

fn each_field(words: &Words, fields: &mut Vec<String>) {
    for piece in words.pieces() {
        if let Origin::Field(path) = piece.origin()
            && !fields.iter().any(|known| known == path.as_str())
        {
            fields.push(path.as_str().to_owned());
        }
    }
}

/// How many lines the texts take that each field is in.
fn lines(set: &SetDraft, draft: &Draft, setter: &mut Setter<'_>) -> BTreeMap<String, usize> {
    let mut lines = BTreeMap::new();
    let mut count = |text: &SetText| {
        let mut fields = Vec::new();
        text.words.iter().for_each(|words| each_field(words, &mut fields));
        for field in fields {
            *lines.entry(field).or_default() += text.lines.len();
        }
    };
    set.sections.iter().flatten().for_each(|section| texts(section, &mut count));
    for panel in &draft.panels {
        if let Some(cover) = &panel.cover {
            for (role, words) in [(TextRole::CoverLead, &cover.lead), (TextRole::CoverMessage, &cover.message)] {
                count(&setter.text(role, words, panel.place.measure));
            }
        }
    }
    lines
}

/// Every text of a section.
fn texts(section: &SetSection, see: &mut dyn FnMut(&SetText)) {
    let list = |list: &SetList, see: &mut dyn FnMut(&SetText)| {
        list.items.iter().flat_map(|(_, blocks)| blocks).for_each(|set| see(&set.text));
    };
    for block in &section.blocks {
        match block {
            SetBlock::Heading(heading) => see(&heading.text),
            SetBlock::Text(set) => see(&set.text),
            SetBlock::Quote(sets) => sets.iter().for_each(|set| see(&set.text)),
            SetBlock::List(items) => list(items, see),
            // What to do in an emergency, codes and notes are never shortened.
            SetBlock::Emergency { .. } | SetBlock::Code { .. } | SetBlock::Notes(_) => {}
        }
    }
}

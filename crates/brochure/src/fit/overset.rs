//! What is said of a panel that does not hold what it must.

use std::collections::BTreeMap;

use serviceline_core::words::{Origin, Words};
use serviceline_core::{Diagnostic, Severity};

use crate::design::TextRole;
use crate::fit::Attempt;
use crate::flow::House;
use crate::leaflet::{Node, PlacedText};
use crate::unit::Pt;

/// The report of a panel that is over. `cure` is what else the author can do than to cut.
pub(super) fn overset(attempt: &Attempt, house: House<'_>, cure: &str, severity: Severity) -> Diagnostic {
    let lead = house.design.fit.lead.last().copied().unwrap_or(Pt(16.0));
    let lines = (attempt.over / lead).ceil().max(1.0);
    let (fields, longest) = fields(&attempt.panel.sections, attempt.limit);
    let s = if lines > 1.0 { "s" } else { "" };
    let panel = &attempt.panel.name;
    let message = format!("panel `{panel}` is over by {lines} line{s}; what does not fit: {}", fields.join(", "));
    let cut = match longest {
        Some((field, count)) if count as f32 > lines => format!("cut {lines} line{s} from {field}"),
        _ => format!("cut {lines} line{s} there"),
    };
    let help = format!("{cut}, name fewer sections in `brochure.panels.{panel}`, or {cure}");
    let mut problem = Diagnostic::error("overset", message).help(help);
    problem.severity = severity;
    match fields.first() {
        Some(path) => problem.at_path(path.as_str()),
        None => problem,
    }
}

/// A box that is taller than a page.
pub(crate) struct OnPage<'p> {
    pub(crate) sections: &'p [Node],
    /// Where text must end.
    pub(crate) limit: Pt,
    pub(crate) over: Pt,
}

impl OnPage<'_> {
    /// The report of it.
    pub(crate) fn report(&self, page: usize, house: House<'_>) -> Diagnostic {
        let lines = (self.over / house.design.style(TextRole::Body).lead).ceil().max(1.0);
        let (fields, longest) = fields(self.sections, self.limit);
        let s = if lines > 1.0 { "s" } else { "" };
        let message = format!(
            "page {page} is over by {lines} line{s}: a box is never divided, and this one is taller than the page; what does not fit: {}",
            fields.join(", ")
        );
        let from = longest.map_or_else(|| "it".to_owned(), |(field, _)| field);
        let problem = Diagnostic::error("overset", message).help(format!("cut {lines} line{s} from {from}"));
        match fields.first() {
            Some(path) => problem.at_path(path.as_str()),
            None => problem,
        }
    }
}

/// The fields that do not fit above a limit, and the field that takes the most lines, with their number.
fn fields(sections: &[Node], limit: Pt) -> (Vec<String>, Option<(String, usize)>) {
    let (mut outside, mut lowest): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut see = |text: &PlacedText| {
        let mut here: Vec<String> = Vec::new();
        for piece in text.text.words.iter().flat_map(Words::pieces) {
            let Origin::Field(path) = piece.origin() else { continue };
            here.push(path.as_str().to_owned());
            if text.last_baseline() > limit && !outside.iter().any(|known| known == path.as_str()) {
                outside.push(path.as_str().to_owned());
            }
        }
        if !here.is_empty() {
            lowest = here;
        }
        if let Some(path) = text.text.words.as_ref().and_then(last_field) {
            *lines.entry(path).or_default() += text.text.lines.len();
        }
    };
    // The small print at the foot stands where it must; what runs into it is what is over.
    let above = |node: &&Node| !is_small_print(node);
    sections.iter().filter(above).for_each(|node| node.texts(&mut see));
    // Where all lines have room, but not the box or the code around the last of them.
    if outside.is_empty() {
        lowest.dedup();
        outside = lowest;
    }
    let longest = lines.into_iter().max_by_key(|(_, count)| *count);
    (outside, longest)
}

/// In `Chordoma: a rare bone cancer` it is the field of the explanation, which has the more words.
fn last_field(words: &Words) -> Option<String> {
    words.pieces().iter().rev().find_map(|piece| match piece.origin() {
        Origin::Field(path) => Some(path.as_str().to_owned()),
        Origin::Phrase(_) => None,
    })
}

fn is_small_print(section: &Node) -> bool {
    let mut small = true;
    section.texts(&mut |text| small &= text.text.role.is_small_print());
    small
}

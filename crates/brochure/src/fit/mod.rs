//! Panels are filled, and made to hold what they must, in steps that are the same for everybody.
//!
//! Sections that may move, do; then the ornament at the foot gives way, then the spaces on that side of the sheet, then
//! the lead of the whole document. If that is not enough, texts are said in their short wording, panel by panel; and only
//! then does the size of running text go down, for the whole document and with a warning. Each step is taken only as far
//! as it must be. What still does not fit is an error that names panel, fields and lines: nothing is printed over
//! something else, and nothing is lost.
//!
//! All panels have one measure, so no text is set again because a section moves or a space changes.

mod fill;
mod moves;
mod overset;
mod report;
mod shorten;

use std::collections::BTreeSet;

use serviceline_core::{Diagnostic, Severity};

use crate::art::Shape;
use crate::color::Role;
use crate::cover;
use crate::design::Surface;
use crate::draft::{Draft, PanelDraft, Section};
use crate::flow::{Flow, House, Knobs};
use crate::format::Face;
use crate::leaflet::Panel;
use crate::typeset::{SetSection, Setter};
use crate::unit::Pt;

pub(crate) use overset::OnPage;
pub use report::{FitReport, Move, PanelFit};

pub(crate) use fill::{Attempt, SLACK};
use fill::{Filled, fill_faces};
use moves::Stage;
pub(crate) use shorten::more as shorten;

/// All panels, filled as well as they can be in one wording and one size.
pub(crate) struct Fitting {
    /// In reading order, the cover among them.
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) moved: Vec<Move>,
    pub(crate) lead: Pt,
    /// What gave way on each side.
    pub(crate) faces: Vec<(Face, Knobs, f32)>,
    /// The texts that were set.
    set: SetDraft,
}

/// The texts of a draft, set.
pub(crate) struct SetDraft {
    /// By panel.
    sections: Vec<Vec<SetSection>>,
    /// Those that may move, as they are set on the panel that they move to, where its ground is another.
    elsewhere: Vec<Vec<Option<SetSection>>>,
    foot: Vec<Vec<SetSection>>,
}

impl SetDraft {
    pub(crate) fn new(draft: &Draft, setter: &mut Setter<'_>) -> Self {
        let design = setter.design;
        let surface = |panel: &PanelDraft| {
            let names: Vec<&str> = panel.sections.iter().map(|section| section.name).collect();
            design.panel_ground(&panel.name, &names).map_or(Surface::Paper, |ground| ground.surface)
        };
        let surface_of = |name: &String| draft.panels.iter().find(|panel| panel.name == *name).map(surface);
        let mut set = Self { sections: Vec::new(), elsewhere: Vec::new(), foot: Vec::new() };
        for panel in &draft.panels {
            let (place, here) = (&panel.place, surface(panel));
            let mut all = |sections: &[Section]| -> Vec<SetSection> {
                sections.iter().map(|section| setter.section(section, place, here)).collect()
            };
            set.sections.push(all(&panel.sections));
            set.foot.push(all(&panel.foot));
            // Words take their colours from the panel that they stand on.
            let mut there = |section: &Section| {
                let surface = section.to.as_ref().and_then(surface_of)?;
                (surface != here).then(|| setter.section(section, place, surface))
            };
            set.elsewhere.push(panel.sections.iter().map(&mut there).collect());
        }
        set
    }
}

/// Fills all panels. What cannot be set is left in `setter.problems`.
pub(crate) fn fit(draft: &Draft, house: House<'_>, setter: &mut Setter<'_>, sheet: (Pt, Pt)) -> Fitting {
    let set = SetDraft::new(draft, setter);
    let mut filled = Filled::all(draft, &set);
    let mut moved = moves::arrange(&mut filled, draft, house, sheet, Stage::Loose);
    let mut filling = fill_faces(&filled, house, sheet);
    if filling.is_over() {
        let more = moves::arrange(&mut filled, draft, house, sheet, Stage::Tight);
        if !more.is_empty() {
            filling = fill_faces(&filled, house, sheet);
            moved.extend(more);
        }
    }
    let mut attempts = filling.attempts;
    for (at, panel) in draft.panels.iter().enumerate() {
        let Some(cover) = &panel.cover else { continue };
        let (page, over) = cover::compose(panel, cover, Pt::ZERO, house, setter);
        let (limit, knobs, expendable) = (Pt::ZERO, filling.loosest, cover.expendable.clone());
        attempts.push((at, Attempt { panel: page, over, limit, knobs, expendable }));
    }
    attempts.sort_by_key(|(at, _)| *at);
    let attempts = attempts.into_iter().map(|(_, attempt)| attempt).collect();
    Fitting { attempts, moved, lead: filling.lead, faces: filling.faces, set }
}

impl Fitting {
    /// Whether every panel holds what it must.
    pub(crate) fn fits(&self) -> bool {
        self.attempts.iter().all(|attempt| attempt.over <= SLACK)
    }

    /// What to leave out next of the panels that are over, where the map says that something may be.
    pub(crate) fn expendable(&self) -> BTreeSet<String> {
        let over = self.attempts.iter().filter(|attempt| attempt.over > SLACK);
        over.filter_map(|attempt| attempt.expendable.clone()).collect()
    }

    /// A report of each panel that is over.
    pub(crate) fn overset(&self, draft: &Draft, house: House<'_>, cure: &str, severity: Severity) -> Vec<Diagnostic> {
        let over = self.attempts.iter().zip(&draft.panels).filter(|(attempt, _)| attempt.over > SLACK);
        over.map(|(attempt, panel)| match &panel.cover {
            Some(cover) => cover::too_tall(cover, attempt.over, severity),
            None => overset::overset(attempt, house, cure, severity),
        })
        .collect()
    }

    /// The panels. One that is over becomes a longer page, with red ticks where the paper ends: a draft is there to be
    /// read, gaps and all.
    pub(crate) fn lengthened(
        self,
        draft: &Draft,
        house: House<'_>,
        setter: &mut Setter<'_>,
        sheet: (Pt, Pt),
    ) -> Vec<Panel> {
        let mut filled = Filled::all(draft, &self.set);
        moves::again(&mut filled, &self.moved);
        let mut panels = Vec::new();
        for ((attempt, panel), filled) in self.attempts.into_iter().zip(&draft.panels).zip(&filled) {
            if attempt.over <= SLACK {
                panels.push(attempt.panel);
                continue;
            }
            let mut longer = match &panel.cover {
                Some(cover) => cover::compose(panel, cover, attempt.over, house, setter).0,
                None => filled.fill(attempt.knobs, 0.0, attempt.over, house, sheet).panel,
            };
            mark_end(&mut longer, panel.place.size.1, house);
            panels.push(longer);
        }
        panels
    }
}

/// A page that lists what is missing, as long as it must be.
pub(crate) fn page_of_gaps(gaps: &Section, draft: &Draft, house: House<'_>, setter: &mut Setter<'_>) -> Option<Panel> {
    let place = draft.panels.first()?.place;
    let section = setter.section(gaps, &place, Surface::Paper);
    let lead = house.design.fit.lead.first().copied().unwrap_or(Pt(16.0));
    let knobs = Knobs { spacing: 1.0, lead, ..Knobs::default() };
    let mut flow = Flow::new(house, knobs, &place, house.design.margin.top);
    flow.section(&section);
    let height = place.size.1.max(flow.foot() + house.design.margin.foot);
    let (art, sections) = (flow.art, flow.sections);
    Some(Panel {
        name: "draft".to_owned(),
        size: (place.size.0, height),
        art,
        sections,
        running: Vec::new(),
        fill: 1.0,
    })
}

/// Ticks in the margins where the paper ends.
fn mark_end(panel: &mut Panel, end: Pt, house: House<'_>) {
    let color = house.palette.get(Role::Red);
    let (width, length) = (panel.size.0, Pt(16.0));
    for x in [Pt::ZERO, width - length] {
        panel.art.push(Shape::rule(x, end, length, Pt(1.5), color));
    }
}

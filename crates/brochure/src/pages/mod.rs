//! Pages that follow one another: as many as the text needs, each with a running foot.
//!
//! A heading stands with what follows it, a box is never divided, and a section that would fill little of a page is kept
//! whole. The emergency card stands on the first page. Nothing gives way: there is always another page, so the only thing
//! that can be too long is a box that is taller than a page.

mod pieces;
mod running;

use serviceline_core::{Diagnostic, Report, Severity};

use crate::brand::body;
use crate::compose::{Choice, Composer};
use crate::cover::{self, masthead};
use crate::design::{Surface, TextRole};
use crate::draft::{Draft, Section};
use crate::fit::{self, FitReport, PanelFit, SLACK};
use crate::flow::{Flow, House, Knobs};
use crate::format::{self, Place};
use crate::layout::{Fitted, Layout, report};
use crate::leaflet::{Node, Panel};
use crate::typeset::{SetBlock, SetSection, Setter};
use crate::unit::Pt;
use pieces::{divide, pieces};

/// A section that takes at most this share of a page is not divided.
const WHOLE: f32 = 0.3;
/// A last page that is filled less is saved if tighter spaces do it.
const POOR: f32 = 0.25;
/// Between the head of the first page and the text.
const BELOW_HEAD: Pt = Pt(16.0);
/// Between the text and the rule above the running foot.
const ABOVE_FOOT: Pt = Pt(10.0);

impl Layout<'_, '_> {
    /// The pages of what `composer` says.
    ///
    /// # Errors
    ///
    /// All that keeps the pages from being right.
    pub(crate) fn pages(&self, composer: &mut Composer<'_, '_>, margins: format::Pages) -> Result<Fitted, Report> {
        let mut problems = Vec::new();
        // There is room, so text is never smaller than the design wants it.
        let size = body(self.design, self.selection.brochure.body_pt, &mut problems).max(self.design.body);
        let design = self.sized(size);
        let draft = composer.draft(self.map, self.design, &Choice::default());
        let mut setter = self.setter(&design);
        let head = Head::new(&draft, self.house(&design), &mut setter);
        let sections = sections(&draft, &mut setter);
        let paged = Paged::best(&head, &sections, self.house(&design), margins);
        let Paged { mut panels, over, spacing, .. } = paged;
        self.running(&composer.writer, &mut panels, margins, &mut setter);
        problems.extend(composer.problems.iter().cloned());
        problems.append(&mut setter.problems);
        let mut warnings = Vec::new();
        if self.selection.is_draft() {
            let warning = |mut problem: Diagnostic| {
                problem.severity = Severity::Warning;
                problem
            };
            warnings = over.into_iter().map(warning).collect();
            panels.extend(fit::page_of_gaps(&composer.gaps(), &draft, self.house(&design), &mut setter));
        } else {
            problems.extend(over);
        }
        if !problems.is_empty() {
            return Err(report(problems));
        }
        let fit = FitReport {
            format: self.map.name.to_owned(),
            body: size,
            lead: design.style(TextRole::Body).lead,
            panels: panels.iter().map(|p| PanelFit { name: p.name.clone(), fill: p.fill }).collect(),
            steps: (spacing < 1.0).then(|| format!("spaces at {} %", (spacing * 100.0).round())).into_iter().collect(),
            ..FitReport::default()
        };
        Ok(Fitted { panels, report: fit, warnings })
    }
}

/// The head of the first page, if the map gives it one.
#[derive(Default)]
struct Head {
    place: Place,
    masthead: Option<cover::Masthead>,
    over: Option<Diagnostic>,
}

impl Head {
    fn new(draft: &Draft, house: House<'_>, setter: &mut Setter<'_>) -> Self {
        let Some(panel) = draft.panels.first() else { return Self::default() };
        let Some(cover) = &panel.cover else { return Self { place: panel.place, ..Self::default() } };
        let masthead = masthead(panel, cover, house, setter);
        let over = masthead.foot - panel.place.size.1 / 2.0;
        let over = (over > Pt::ZERO).then(|| cover::too_tall(cover, over, Severity::Error));
        Self { place: panel.place, masthead: Some(masthead), over }
    }
}

/// Every section, set and in pieces.
fn sections(draft: &Draft, setter: &mut Setter<'_>) -> Vec<Vec<SetSection>> {
    let mut all = Vec::new();
    for panel in &draft.panels {
        let mut add = |section: &Section| all.push(pieces(setter.section(section, &panel.place, Surface::Paper)));
        panel.sections.iter().chain(&panel.foot).for_each(&mut add);
    }
    all
}

/// Pages that are being filled.
struct Paged<'p> {
    house: House<'p>,
    margins: format::Pages,
    place: Place,
    spacing: f32,
    /// The page that is being filled.
    flow: Flow<'p>,
    /// What stands on it before its sections.
    opening: (Vec<crate::art::Shape>, Vec<Node>),
    panels: Vec<Panel>,
    over: Vec<Diagnostic>,
}

impl<'p> Paged<'p> {
    /// The pages with the designed spaces, or with tighter ones if that saves a last page with little on it.
    fn best(head: &Head, sections: &[Vec<SetSection>], house: House<'p>, margins: format::Pages) -> Self {
        let paged = Self::fill(head, sections, house, margins, 1.0);
        if paged.panels.len() < 2 || paged.panels.last().is_none_or(|last| last.fill >= POOR) {
            return paged;
        }
        let tighter = house.design.fit.spacing.iter().filter(|spacing| **spacing < 1.0);
        let mut others = tighter.map(|spacing| Self::fill(head, sections, house, margins, *spacing));
        others.find(|other| other.panels.len() < paged.panels.len()).unwrap_or(paged)
    }

    fn fill(head: &Head, sections: &[Vec<SetSection>], house: House<'p>, margins: format::Pages, spacing: f32) -> Self {
        let (mut top, mut opening) = (margins.top, (Vec::new(), Vec::new()));
        if let Some(masthead) = &head.masthead {
            top = masthead.foot + BELOW_HEAD;
            opening = (masthead.art.clone(), vec![masthead.section.clone()]);
        }
        let lead = house.design.style(TextRole::Body).lead;
        let knobs = Knobs { spacing, lead, ..Knobs::default() };
        let flow = Flow::new(house, knobs, &head.place, top);
        let over = head.over.iter().cloned().collect();
        let mut paged = Self { house, margins, place: head.place, spacing, flow, opening, panels: Vec::new(), over };
        for pieces in sections {
            paged.section(pieces);
        }
        paged.turn();
        paged
    }

    /// Where text must end.
    fn limit(&self) -> Pt {
        self.place.size.1 - self.margins.foot - ABOVE_FOOT
    }

    fn is_fresh(&self) -> bool {
        self.flow.sections.is_empty()
    }

    fn fits(&self, pieces: &[SetSection]) -> bool {
        reach(self.flow.trial(), pieces) <= self.limit() + SLACK
    }

    fn section(&mut self, pieces: &[SetSection]) {
        let has_heading = |piece: &SetSection| matches!(piece.blocks.first(), Some(SetBlock::Heading(_)));
        if !self.is_fresh() && !pieces.first().is_some_and(|piece| piece.frame.is_some() || has_heading(piece)) {
            self.flow.gap(self.house.design.style(TextRole::H2).before);
        }
        if !self.is_fresh() && !self.fits(pieces) {
            let blank = Flow::new(self.house, self.flow.knobs(), &self.place, Pt::ZERO);
            if reach(blank, pieces) <= (self.limit() - self.margins.top) * WHOLE {
                self.turn();
            }
        }
        for piece in pieces {
            self.piece(piece.clone());
        }
    }

    /// Puts a piece on this page, or on the next one, or as much of it here as there is room for.
    fn piece(&mut self, piece: SetSection) {
        let mut rest = Some(piece);
        while let Some(piece) = rest.take() {
            if self.fits(std::slice::from_ref(&piece)) {
                self.put(&piece);
            } else if let Some((first, after)) = divide(&piece, &|first| self.fits(std::slice::from_ref(first))) {
                self.put(&first);
                self.turn();
                rest = Some(after);
            } else if self.is_fresh() && !self.panels.is_empty() {
                self.over.push(self.too_tall(&piece));
                self.put(&piece);
            } else {
                self.turn();
                rest = Some(piece);
            }
        }
    }

    fn put(&mut self, piece: &SetSection) {
        let emergency = piece.blocks.iter().find_map(|block| match block {
            SetBlock::Emergency { head, .. } => head.words.as_ref(),
            _ => None,
        });
        if let Some(words) = emergency.filter(|_| !self.panels.is_empty()) {
            let message = "the emergency card has no room on the first page";
            let problem = Diagnostic::error("overset", message)
                .help("name `urgent.emergency` earlier in `brochure.panels.pages`, and give the card fewer words");
            self.over.push(match crate::typeset::field_of(words) {
                Some(path) => problem.at_path(path),
                None => problem,
            });
        }
        self.flow.section(piece);
    }

    /// Ends this page.
    fn turn(&mut self) {
        let flow = Flow::new(self.house, self.flow.knobs(), &self.place, self.margins.top);
        let full = std::mem::replace(&mut self.flow, flow);
        let foot = full.foot();
        let (mut art, mut sections) = std::mem::take(&mut self.opening);
        art.extend(full.art);
        sections.extend(full.sections);
        if sections.is_empty() {
            return;
        }
        let height = self.place.size.1.max(foot + self.margins.foot + ABOVE_FOOT);
        let panel = Panel {
            name: format!("page_{}", self.panels.len() + 1),
            size: (self.place.size.0, height),
            art,
            sections,
            running: Vec::new(),
            fill: (foot - self.margins.top) / (self.limit() - self.margins.top),
        };
        self.panels.push(panel);
    }

    /// The report of a box that no page holds.
    fn too_tall(&self, piece: &SetSection) -> Diagnostic {
        let mut trial = self.flow.trial();
        trial.section(piece);
        let page = self.panels.len() + 1;
        let attempt = fit::OnPage { sections: &trial.sections, limit: self.limit(), over: trial.foot() - self.limit() };
        attempt.report(page, self.house)
    }
}

/// How far down a column is filled with these pieces.
fn reach(mut flow: Flow<'_>, pieces: &[SetSection]) -> Pt {
    for piece in pieces {
        flow.section(piece);
    }
    flow.foot()
}

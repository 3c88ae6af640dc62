//! From a selection to panels: words are said and set, lines get their places, and what does not fit is made to.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serviceline_core::phrase::Phrases;
use serviceline_core::{Diagnostic, Report, Selection, Severity};

use crate::brand::{body, small_text};
use crate::compose::{Choice, Composer};
use crate::design::{Design, Surface};
use crate::draft::Draft;
use crate::fit::{self, FitReport, Fitting};
use crate::flow::House;
use crate::kit::Kit;
use crate::leaflet::Panel;
use crate::map::PanelMap;
use crate::palette::Palette;
use crate::typeset::Setter;
use crate::unit::Pt;

/// What a layout is made with.
pub(crate) struct Layout<'l, 'e> {
    pub(crate) selection: &'l Selection<'e>,
    pub(crate) kit: &'l Kit,
    pub(crate) phrases: &'l Phrases,
    pub(crate) map: &'l PanelMap<'l>,
    /// The design as it is in the format.
    pub(crate) design: &'l Design,
    pub(crate) palette: &'l Palette,
}

/// Panels that hold what they must.
pub(crate) struct Fitted {
    pub(crate) panels: Vec<Panel>,
    pub(crate) report: FitReport,
    pub(crate) warnings: Vec<Diagnostic>,
}

/// A wording and a size, and what they came to.
struct Trial<'t> {
    draft: Draft,
    fitting: Fitting,
    body: Pt,
    wanted: Pt,
    choice: &'t Choice,
}

impl Layout<'_, '_> {
    /// The panels of what `composer` says, in the wording and the size that they have room for.
    ///
    /// # Errors
    ///
    /// All that keeps the panels from being right.
    pub(crate) fn panels(&self, composer: &mut Composer<'_, '_>) -> Result<Fitted, Report> {
        if let Some(margins) = self.map.format.pages() {
            return self.pages(composer, margins);
        }
        let (mut wrong, mut problems) = (Vec::new(), Vec::new());
        let wanted = body(self.design, self.selection.brochure.body_pt, &mut wrong);
        let mut choice = Choice::default();
        for size in self.sizes(wanted) {
            let design = self.sized(size);
            loop {
                let draft = composer.draft(self.map, self.design, &choice);
                let mut setter = self.setter(&design);
                let fitting = fit::fit(&draft, self.house(&design), &mut setter, self.map.format.sheet);
                // A word that is wider than its line is no reason for smaller type.
                let is_final = !setter.problems.is_empty() || !wrong.is_empty();
                let trial = Trial { draft, fitting, body: size, wanted, choice: &choice };
                if self.selection.is_draft() {
                    return self.lengthened(trial, composer, setter);
                }
                problems.clone_from(&wrong);
                problems.extend(composer.problems.iter().cloned());
                problems.append(&mut setter.problems);
                if trial.fitting.fits() && problems.is_empty() {
                    return Ok(self.finished(trial));
                }
                problems.extend(trial.fitting.overset(&trial.draft, self.house(&design), CURE, Severity::Error));
                let more = self.more(&trial, composer, &mut setter);
                if more == choice && is_final {
                    return Err(report(problems));
                } else if more == choice {
                    break;
                }
                choice = more;
            }
        }
        Err(report(problems))
    }

    /// The sizes of running text to try. One that is larger than the design's was asked for on purpose, and stays.
    fn sizes(&self, wanted: Pt) -> Vec<Pt> {
        let smaller = |size: &&Pt| **size < wanted && wanted <= self.design.body;
        std::iter::once(wanted).chain(self.design.fit.size.iter().filter(smaller).copied()).collect()
    }

    pub(crate) fn sized(&self, size: Pt) -> Cow<'_, Design> {
        let same = (size - self.design.body).0.abs() < 0.01;
        if same { Cow::Borrowed(self.design) } else { Cow::Owned(self.design.scaled(size)) }
    }

    /// What gives way next: short wordings, and where they do not help, what the map says that it may be left out. The same
    /// as before if nothing can.
    fn more(&self, trial: &Trial<'_>, composer: &mut Composer<'_, '_>, setter: &mut Setter<'_>) -> Choice {
        let mut choice = trial.choice.clone();
        let offered = composer.writer.offered.borrow().clone();
        let candidates: BTreeSet<String> = offered.difference(&choice.short).cloned().collect();
        if !candidates.is_empty() {
            let all = Choice { short: offered, ..choice.clone() };
            let shortest = composer.draft(self.map, self.design, &all);
            choice.short.extend(fit::shorten(&trial.fitting, &trial.draft, &shortest, &candidates, setter));
        }
        if choice == *trial.choice {
            choice.left_out.extend(trial.fitting.expendable());
        }
        choice
    }

    fn finished(&self, trial: Trial<'_>) -> Fitted {
        let report = self.report(&trial);
        let panels: Vec<Panel> = trial.fitting.attempts.into_iter().map(|attempt| attempt.panel).collect();
        let mut warnings: Vec<Diagnostic> = small_text(trial.body, trial.wanted).into_iter().collect();
        warnings.extend(self.nearly_empty(&panels));
        Fitted { panels, report, warnings }
    }

    /// The pages of a draft, with what does not fit, and what is missing on a page of its own.
    fn lengthened(
        &self,
        trial: Trial<'_>,
        composer: &Composer<'_, '_>,
        mut setter: Setter<'_>,
    ) -> Result<Fitted, Report> {
        let house = House { design: setter.design, palette: self.palette, icons: &self.kit.icons };
        let report = self.report(&trial);
        let warnings = trial.fitting.overset(&trial.draft, house, CURE, Severity::Warning);
        let mut panels = trial.fitting.lengthened(&trial.draft, house, &mut setter, self.map.format.sheet);
        panels.extend(fit::page_of_gaps(&composer.gaps(), &trial.draft, house, &mut setter));
        let mut problems = composer.problems.clone();
        problems.append(&mut setter.problems);
        if problems.is_empty() { Ok(Fitted { panels, report, warnings }) } else { Err(self::report(problems)) }
    }

    fn report(&self, trial: &Trial<'_>) -> FitReport {
        let loosest = self.design.scaled(trial.body).fit.lead.first().copied().unwrap_or_default();
        FitReport::new(self.map.name, &trial.fitting, trial.body, trial.wanted, loosest, trial.choice)
    }

    pub(crate) fn house<'h>(&'h self, design: &'h Design) -> House<'h> {
        House { design, palette: self.palette, icons: &self.kit.icons }
    }

    pub(crate) fn setter<'s>(&'s self, design: &'s Design) -> Setter<'s> {
        Setter {
            fonts: &self.kit.fonts,
            memory: &self.kit.memory,
            design,
            palette: self.palette,
            surface: Surface::Paper,
            phrases: self.phrases,
            problems: Vec::new(),
        }
    }

    fn nearly_empty(&self, panels: &[Panel]) -> Option<Diagnostic> {
        let least = self.design.fit.fill_warn;
        let poor: Vec<&Panel> = panels.iter().filter(|panel| panel.fill < least && !panel.is_cover()).collect();
        let list = |panel: &&Panel| format!("`{}` to {} %", panel.name, (panel.fill * 100.0).round());
        let fills: Vec<String> = poor.iter().map(list).collect();
        let message = format!("panels are filled little: {}", fills.join(", "));
        let empty = poor.iter().filter(|panel| panel.fill < EMPTY).count();
        let help = if empty > 1 {
            "name more sections for them in `brochure.panels`, or print a smaller format"
        } else {
            "name more sections for them in `brochure.panels`"
        };
        let problem = Diagnostic::warning("nearly-empty", message).help(help).at_path("brochure.panels");
        (!poor.is_empty()).then_some(problem)
    }
}

/// What else an author can do where a panel is over.
const CURE: &str = "give long texts a `short`";
/// Where more than one panel is filled less, the format is too large.
const EMPTY: f32 = 0.35;

/// All problems as one error.
pub(crate) fn report(problems: Vec<Diagnostic>) -> Report {
    let mut report = Report::new();
    for problem in problems {
        report.push(problem);
    }
    report
}

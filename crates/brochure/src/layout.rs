//! From a draft to panels: the design is fitted to the hospital, words are set, lines get their places.

use serviceline_core::phrase::Phrases;
use serviceline_core::{Diagnostic, Notes, Report, Selection};

use crate::brand::{palette, sized};
use crate::color::Ink;
use crate::design::Surface;
use crate::draft::{Draft, Section};
use crate::fit;
use crate::flow::House;
use crate::kit::Kit;
use crate::leaflet::Panel;
use crate::typeset::Setter;
use crate::unit::Pt;

/// What a layout is made with.
pub(crate) struct Layout<'l, 'e> {
    pub(crate) selection: &'l Selection<'e>,
    pub(crate) kit: &'l Kit,
    pub(crate) phrases: &'l Phrases,
    /// The family of the format.
    pub(crate) family: &'l str,
    pub(crate) ink: Ink,
    /// Width and height of the flat sheet.
    pub(crate) sheet: (Pt, Pt),
}

impl Layout<'_, '_> {
    /// The panels of a draft. `gaps` is what a draft edition lists on a page of its own.
    ///
    /// # Errors
    ///
    /// The problems that were found before, and all that keeps the panels from being right.
    pub(crate) fn panels(
        &self,
        draft: &Draft,
        gaps: Option<&Section>,
        notes: &mut Notes,
        mut problems: Vec<Diagnostic>,
    ) -> Result<Vec<Panel>, Report> {
        let (kit, selection) = (self.kit, self.selection);
        let design = kit.design(self.family);
        let palette = palette(selection.organization(), design, self.ink, notes, &mut problems);
        let design = sized(design, selection.brochure.body_pt, &mut problems);
        let call = |number: &str| self.link_to_call(number);
        let note = |number: usize| self.mark_of_note(number);
        let mut setter = Setter {
            fonts: &kit.fonts,
            memory: &kit.memory,
            design: &design,
            palette: &palette,
            surface: Surface::Paper,
            call: &call,
            note: &note,
            problems,
        };
        let house = House { design: &design, palette: &palette, icons: &kit.icons };
        let panels = match gaps {
            None => fit::fit(draft, house, &mut setter, self.sheet),
            Some(gaps) => {
                let (mut panels, warnings) = fit::fit_draft(draft, house, &mut setter, self.sheet);
                for warning in warnings {
                    notes.warn(warning);
                }
                panels.extend(fit::page_of_gaps(gaps, draft, house, &mut setter));
                panels
            }
        };
        let poor = |panel: &&Panel| panel.fill < design.fit.fill_warn && !panel.is_cover();
        let poor: Vec<&Panel> = panels.iter().filter(poor).collect();
        if !poor.is_empty() && !selection.is_draft() {
            notes.warn(nearly_empty(&poor));
        }
        if setter.problems.is_empty() { Ok(panels) } else { Err(report(setter.problems)) }
    }

    /// What a link to a phone does. A language without these words shows the number alone.
    fn link_to_call(&self, number: &str) -> String {
        let call = self.phrases.fill("link.call", &[("phone", number)]);
        call.unwrap_or_else(|_| number.to_owned())
    }

    /// How the mark of a note is read.
    fn mark_of_note(&self, number: usize) -> String {
        let number = number.to_string();
        let mark = self.phrases.fill("note.mark", &[("number", &number)]);
        mark.unwrap_or(number)
    }
}

/// All problems as one error.
pub(crate) fn report(problems: Vec<Diagnostic>) -> Report {
    let mut report = Report::new();
    for problem in problems {
        report.push(problem);
    }
    report
}

fn nearly_empty(panels: &[&Panel]) -> Diagnostic {
    let list = |panel: &&Panel| format!("`{}` to {} %", panel.name, (panel.fill * 100.0).round());
    let fills: Vec<String> = panels.iter().map(list).collect();
    let message = format!("panels are filled little: {}", fills.join(", "));
    Diagnostic::warning("nearly-empty", message)
        .help("name more sections for them in `brochure.panels`")
        .at_path("brochure.panels")
}

//! The job ticket: what a printer asks before a job runs, answered.

use std::fmt;

use serviceline_core::words::Words;

use crate::art::Shape;
use crate::color::Color;
use crate::fonts::FaceId;
use crate::inks::Inks;
use crate::leaflet::{Panel, PlacedText};
use crate::press::check::{COLORS, Shown};
use crate::press::{Condition, Job, Worded};
use crate::unit::Pt;

/// A job ticket: lines of words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ticket {
    pub(crate) lines: Vec<Words>,
}

/// How wide the ticket is, in characters.
const WIDTH: usize = 72;
/// A ground of so little ink needs a press that holds the lightest tones.
const FAINT: f32 = 0.121;

impl Worded<'_, '_> {
    pub(super) fn ticket(&self, job: &Job, limit: u16, shown: &[Shown]) -> Ticket {
        let s = self.selection;
        let mut lines = vec![
            self.say("press.ticket.title", &[("title", &s.say(&s.title))]),
            self.say("press.ticket.for", &[("organization", &s.say(&s.organization().name))]),
            self.which(),
            Words::default(),
            self.say("press.ticket.quantity", &[]),
            self.say("press.ticket.dummy", &[]),
            Words::default(),
        ];
        lines.extend(self.sheet_lines(job));
        lines.push(Words::default());
        lines.extend(self.color_lines(job, limit));
        lines.push(Words::default());
        lines.push(self.say("press.ticket.fonts", &[("fonts", &s.own(fonts(job).join(", ")))]));
        lines.extend(shown.iter().map(|shown| {
            let ppi = s.own(shown.ppi.floor().to_string());
            let panel = self.name("panel", &shown.panel);
            self.say("press.ticket.picture", &[("file", &s.own(shown.file.as_str())), ("ppi", &ppi), ("panel", &panel)])
        }));
        if shown.is_empty() {
            lines.push(self.say("press.ticket.no_pictures", &[]));
        }
        Ticket { lines }
    }

    /// Size, fold, bleed, marks and paper.
    fn sheet_lines(&self, job: &Job) -> Vec<Words> {
        let (width, height) = job.leaflet.sheet;
        let folded = job.sheets.iter().any(|sheet| !sheet.folds.is_empty());
        let finished = if folded { widest(job).unwrap_or(width) } else { width };
        let count = self.selection.own(job.sheets.len().to_string());
        let mut lines = vec![
            self.say("press.ticket.trim", &[("size", &self.measured(&[width, height]))]),
            self.say("press.ticket.finished", &[("size", &self.measured(&[finished, height]))]),
            self.say("press.ticket.fold", &[("fold", &self.fold(job))]),
        ];
        if let Some(short) = short_panel(job) {
            let values = [("panel", &self.name("panel", &short.name)), ("width", &self.length(short.size.0))];
            let mut words = values.to_vec();
            let others = self.length(finished);
            words.push(("others", &others));
            lines.push(self.say("press.ticket.short", &words));
        }
        lines.push(self.say("press.ticket.sheets", &[("count", &count), ("turn", &self.turn(job))]));
        lines.push(self.say("press.ticket.bleed", &[("bleed", &self.length(job.bleed))]));
        let (crop, fold) = (job.options.crop_marks, job.options.fold_marks && folded);
        let marks =
            [(crop, "crop_marks"), (fold, "fold_marks"), (!(crop || fold), "no_marks")].into_iter().filter(|m| m.0);
        lines.extend(marks.map(|(_, key)| self.say(&format!("press.ticket.{key}"), &[])));
        let stock = match self.selection.brochure.paper.as_deref() {
            _ if job.leaflet.sides.is_empty() => "press.paper.pages",
            _ if !folded => "press.paper.flat",
            Some("cover") => "press.paper.cover",
            _ => "press.paper.text",
        };
        lines.push(self.say("press.ticket.paper", &[("paper", &self.say(stock, &[]))]));
        lines
    }

    /// Inks, limits and the printing condition.
    fn color_lines(&self, job: &Job, limit: u16) -> Vec<Words> {
        let s = self.selection;
        let own = |text: String| s.own(text);
        let mut lines = vec![self.say("press.ticket.inks", &[])];
        for name in COLORS {
            if let Some(inks) = s.organization().brand.colors.get(name).and_then(|c| Inks::from_percent(&c.cmyk)) {
                let values = [("name", &self.name("press.color", name)), ("inks", &own(inks.to_string()))];
                lines.push(self.say("press.ticket.color", &values));
            }
        }
        lines.push(self.say("press.ticket.black", &[]));
        let most = own(most_ink(job).ceil().to_string());
        lines.push(self.say("press.ticket.limit", &[("limit", &own(limit.to_string())), ("most", &most)]));
        if faint_ground(job) {
            lines.push(self.say("press.ticket.tint", &[]));
        }
        match &job.condition {
            Condition::Profile(profile) => {
                let name = own(profile.name.clone());
                lines.push(self.say("press.ticket.profile", &[("profile", &name)]));
            }
            Condition::Named { name, about, .. } => {
                let values = [("condition", &own(name.clone())), ("about", &own(about.clone()))];
                lines.push(self.say("press.ticket.condition", &values));
                lines.push(self.say("press.ticket.no_profile", &[]));
            }
        }
        lines
    }
}

fn panels(job: &Job) -> impl Iterator<Item = &Panel> {
    let folded = job.sheets.iter().filter(|sheet| !sheet.folds.is_empty());
    folded.flat_map(|sheet| &sheet.panels).filter_map(|(number, _)| job.leaflet.panels.get(*number))
}

fn widest(job: &Job) -> Option<Pt> {
    panels(job).map(|panel| panel.size.0).reduce(Pt::max)
}

/// The panel that is folded in, if it is narrower: the one on the outside.
fn short_panel(job: &Job) -> Option<&Panel> {
    panels(job).find(|panel| is_short(job, panel))
}

/// Whether a panel is narrower than others, so that it can be folded in.
pub(super) fn is_short(job: &Job, panel: &Panel) -> bool {
    widest(job).is_some_and(|widest| panel.size.0 < widest - Pt(0.01))
}

/// Every colour of shapes and letters, as it is printed.
fn most_ink(job: &Job) -> f32 {
    let mut most = 0.0f32;
    let mut see = |color: &Color, limit: f32| most = most.max(color.inks.within(limit).total());
    for panel in &job.leaflet.panels {
        for shape in &panel.art {
            match shape {
                Shape::Block { color, .. }
                | Shape::Fill { color, .. }
                | Shape::EvenOdd { color, .. }
                | Shape::Stroke { color, .. } => {
                    see(color, job.rules.limit);
                }
            }
        }
        let mut text = |placed: &PlacedText| {
            let limit = job.rules.text_limit.min(job.rules.limit);
            placed.text.segments.iter().for_each(|segment| see(&segment.color, limit));
        };
        panel.sections.iter().for_each(|section| section.texts(&mut text));
    }
    most
}

/// Whether a whole panel is tinted with next to no ink.
fn faint_ground(job: &Job) -> bool {
    let is_faint = |inks: Inks| inks.count() > 0 && inks.0.iter().all(|ink| *ink <= FAINT);
    job.leaflet.panels.iter().any(|panel| {
        panel.art.iter().any(|shape| match shape {
            Shape::Block { area, color } => {
                area.width >= panel.size.0 && area.height >= panel.size.1 && is_faint(color.inks)
            }
            Shape::Fill { .. } | Shape::EvenOdd { .. } | Shape::Stroke { .. } => false,
        })
    })
}

/// The names of the faces that are used.
fn fonts(job: &Job) -> Vec<&str> {
    let mut names = Vec::new();
    let mut see = |placed: &PlacedText| {
        let mut faces: Vec<FaceId> = placed.text.shaped.glyphs.iter().map(|glyph| glyph.face).collect();
        faces.dedup();
        for face in faces {
            let name = job.leaflet.fonts.face(face).map(|face| face.name.as_str());
            names.extend(name.filter(|name| !names.contains(name)));
        }
    };
    for section in job.leaflet.panels.iter().flat_map(|panel| &panel.sections) {
        let mut text = |placed: &_| see(placed);
        section.texts(&mut text);
    }
    names.sort_unstable();
    names
}

impl fmt::Display for Ticket {
    /// Plain text of 72 columns; what a line goes on with is indented.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for words in &self.lines {
            let text = words.text();
            let mut column = 0;
            for word in text.split_whitespace() {
                let length = word.chars().count();
                if column > 0 && column + 1 + length > WIDTH {
                    f.write_str("\n  ")?;
                    column = 2;
                } else if column > 0 {
                    f.write_str(" ")?;
                    column += 1;
                }
                f.write_str(word)?;
                column += length;
            }
            f.write_str("\n")?;
        }
        Ok(())
    }
}

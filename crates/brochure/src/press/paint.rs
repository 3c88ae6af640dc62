//! The sheets, painted: grounds and drawings up to the bleed, then the text of every panel, then the marks.

use std::sync::Arc;

use crate::art::Shape;
use crate::faces::Faces;
use crate::leaflet::{Leaflet, Panel};
use crate::medium::Medium;
use crate::paint::Painter;
use crate::pdf::canvas::Fill;
use crate::picture::Picture;
use crate::press::Job;
use crate::press::sheet::{Reach, Sheet};
use crate::unit::Pt;

/// The painted sheets.
pub(crate) struct Painted {
    pub(crate) pages: Vec<Vec<u8>>,
    pub(crate) faces: Faces,
    pub(crate) pictures: Vec<(String, Arc<Picture>)>,
}

pub(crate) fn paint(job: &Job) -> Painted {
    let mut all = Painted { pages: Vec::new(), faces: Faces::default(), pictures: Vec::new() };
    for (number, sheet) in job.sheets.iter().enumerate() {
        let medium = Medium::Press(job.rules);
        let (faces, pictures) = (&mut all.faces, &mut all.pictures);
        let painter = Painter::new(&job.leaflet.fonts, faces, pictures, number, sheet.trim.1, medium);
        all.pages.push(SheetPainter { job, sheet, painter }.page(number));
    }
    all
}

struct SheetPainter<'a> {
    job: &'a Job,
    sheet: &'a Sheet,
    painter: Painter<'a>,
}

impl SheetPainter<'_> {
    fn page(mut self, number: usize) -> Vec<u8> {
        let leaflet: &Leaflet = &self.job.leaflet;
        let placed = self.sheet.panels.iter().filter_map(|(n, left)| Some((leaflet.panels.get(*n)?, *left)));
        let placed: Vec<(&Panel, Pt)> = placed.collect();
        // A cover is painted last, for its ground lies around the fold over that of its neighbour.
        for is_cover in [false, true] {
            for (panel, left) in placed.iter().filter(|(panel, _)| panel.is_cover() == is_cover) {
                self.panel(panel, *left, Self::art);
            }
        }
        for (panel, left) in &placed {
            self.panel(panel, *left, |this, panel| {
                for section in &panel.sections {
                    this.painter.node(section);
                }
                this.painter.running(panel);
            });
        }
        self.job.marks(&mut self.painter, self.sheet, number);
        self.painter.canvas.into_bytes()
    }

    /// Paints something in the coordinates of a panel.
    fn panel(&mut self, panel: &Panel, left: Pt, paint: impl Fn(&mut Self, &Panel)) {
        let Job { tokens, bleed, .. } = self.job;
        self.painter.reach = self.sheet.reach(panel, left, *bleed, tokens.wrap);
        (self.painter.size, self.painter.height) = (panel.size, panel.size.1);
        let foot = tokens.margin + self.sheet.trim.1 - panel.size.1;
        self.within(|this| {
            this.painter.canvas.translate(tokens.margin + left, foot);
            paint(this, panel);
        });
        self.painter.reach = Reach::default();
    }

    /// Paints the drawings of a panel. Grounds may lie around a fold; everything else ends there.
    fn art(&mut self, panel: &Panel) {
        let reach = self.painter.reach;
        self.painter.canvas.round_lines();
        let is_ground = |shape: &Shape| matches!(shape, Shape::Block { .. });
        for shapes in panel.art.chunk_by(|a, b| is_ground(a) == is_ground(b)) {
            let grounds = shapes.first().is_some_and(is_ground);
            let end = if grounds { reach } else { reach.within_folds(self.job.bleed) };
            self.within(|this| {
                this.painter.rectangle(end.around(panel.size), Fill::Clip);
                for shape in shapes {
                    this.painter.shape(shape);
                }
            });
        }
    }

    /// Paints something after which all is as before.
    fn within(&mut self, paint: impl FnOnce(&mut Self)) {
        self.painter.canvas.save();
        self.painter.forget();
        paint(self);
        self.painter.canvas.restore();
        self.painter.forget();
    }
}

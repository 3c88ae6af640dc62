//! What stands outside the trim: crop marks, fold marks, the names of the panels and the slug line.

use crate::medium::Paint;
use crate::paint::Painter;
use crate::press::Job;
use crate::press::setup::Mark;
use crate::press::sheet::Sheet;
use crate::unit::Pt;

/// Every ink at once: allowed in crop marks alone, so that they show on every plate.
const REGISTRATION: [u16; 4] = [1000; 4];
const BLACK: [u16; 4] = [0, 0, 0, 1000];

/// A line from one point to the other, from the left and the foot of the page.
type Stretch = [(Pt, Pt); 2];

impl Job {
    /// Paints the marks of a sheet, in the coordinates of its page.
    pub(super) fn marks(&self, painter: &mut Painter<'_>, sheet: &Sheet, number: usize) {
        let options = &self.options;
        if options.crop_marks {
            lines(painter, &self.crops(sheet), self.tokens.crop, REGISTRATION);
        }
        if options.fold_marks && !sheet.folds.is_empty() {
            lines(painter, &self.folds(sheet), self.tokens.fold, BLACK);
        }
        painter.height = sheet.trim.1 + self.tokens.margin * 2.0;
        painter.forget();
        for slug in self.slugs.get(number).into_iter().flatten() {
            painter.text("P", slug, &mut Vec::new());
        }
    }

    /// How far marks are from the trim: never within the bleed.
    fn offset(&self, mark: Mark) -> Pt {
        mark.offset.max(self.bleed + Pt(1.0))
    }

    /// The marks at the four corners.
    fn crops(&self, sheet: &Sheet) -> Vec<Stretch> {
        let (mark, margin) = (self.tokens.crop, self.tokens.margin);
        let near = self.offset(mark);
        let far = near + mark.length;
        let (left, foot) = (margin, margin);
        let (right, top) = (margin + sheet.trim.0, margin + sheet.trim.1);
        let mut marks = Vec::new();
        for y in [foot, top] {
            marks.extend([[(left - far, y), (left - near, y)], [(right + near, y), (right + far, y)]]);
        }
        for x in [left, right] {
            marks.extend([[(x, foot - far), (x, foot - near)], [(x, top + near), (x, top + far)]]);
        }
        marks
    }

    /// The marks above and below each fold.
    fn folds(&self, sheet: &Sheet) -> Vec<Stretch> {
        let (mark, margin) = (self.tokens.fold, self.tokens.margin);
        let near = self.offset(mark);
        let (foot, top) = (margin - near, margin + sheet.trim.1 + near);
        let both = |fold: &Pt| {
            let x = margin + *fold;
            [[(x, foot - mark.length), (x, foot)], [(x, top), (x, top + mark.length)]]
        };
        sheet.folds.iter().flat_map(both).collect()
    }
}

fn lines(painter: &mut Painter<'_>, stretches: &[Stretch], mark: Mark, inks: [u16; 4]) {
    painter.overprint(Paint::Inks(inks));
    let canvas = &mut painter.canvas;
    canvas.stroke_color(&inks);
    canvas.line_width(mark.width);
    let dashes = [mark.dash.0, mark.dash.1].map(Pt);
    canvas.butt_lines(if mark.dash.0 > 0.0 { &dashes } else { &[] });
    for [from, to] in stretches {
        canvas.move_to(from.0, from.1);
        canvas.line_to(to.0, to.1);
    }
    canvas.stroke();
}

//! What is drawn and means nothing: grounds, rules, icons, ornaments. All of it is one artifact a page.

use crate::art::{Shape, Verb};
use crate::leaflet::Panel;
use crate::medium::Medium;
use crate::paint::Painter;
use crate::pdf::canvas::Fill;
use crate::unit::{Area, Point, Pt};

impl Painter<'_> {
    /// The drawings of a panel, as one artifact.
    pub(crate) fn artifacts(&mut self, panel: &Panel) {
        self.artifact(&panel.art);
    }

    /// Draws shapes that mean nothing.
    pub(crate) fn artifact(&mut self, art: &[Shape]) {
        if art.is_empty() {
            return;
        }
        self.begin_artifact("Layout");
        self.canvas.round_lines();
        for shape in art {
            self.shape(shape);
        }
        self.end_artifact();
    }

    /// Begins what is no part of the document.
    pub(crate) fn begin_artifact(&mut self, kind: &str) {
        if self.medium == Medium::Screen {
            self.canvas.begin_artifact(kind);
        }
    }

    pub(crate) fn end_artifact(&mut self) {
        if self.medium == Medium::Screen {
            self.canvas.end_marked();
        }
    }

    pub(crate) fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Block { area, color } => {
                self.fill_color(*color);
                self.rectangle(self.reach.stretch(*area, self.size), Fill::Nonzero);
            }
            Shape::Fill { path, color } => {
                self.fill_color(*color);
                self.path(path, Fill::Nonzero);
            }
            Shape::EvenOdd { path, color } => {
                self.fill_color(*color);
                self.path(path, Fill::EvenOdd);
            }
            Shape::Stroke { path, color, width } => {
                self.stroke_style(*color, *width);
                self.outlines(path);
                self.canvas.stroke();
            }
        }
    }

    /// What lies within outlines.
    pub(crate) fn path(&mut self, path: &[Verb], fill: Fill) {
        self.outlines(path);
        self.canvas.fill(fill);
    }

    pub(crate) fn rectangle(&mut self, area: Area, fill: Fill) {
        let (Point(x, y), right, foot) = (area.origin, area.right(), area.foot());
        let corner = |x, y| Verb::Line(Point(x, y));
        let start = Verb::Move(area.origin);
        self.path(&[start, corner(right, y), corner(right, foot), corner(x, foot), Verb::Close], fill);
    }

    fn outlines(&mut self, path: &[Verb]) {
        for outline in path.split_inclusive(|verb| matches!(verb, Verb::Close)) {
            match *outline {
                [Verb::Move(a), Verb::Line(b), Verb::Line(c), Verb::Line(d), Verb::Close]
                    if a.1 == b.1 && b.0 == c.0 && c.1 == d.1 && d.0 == a.0 =>
                {
                    self.canvas.rectangle((a.0, self.height - a.1), (c.0 - a.0, a.1 - c.1));
                }
                _ => outline.iter().for_each(|verb| self.stretch(*verb)),
            }
        }
    }

    fn stretch(&mut self, verb: Verb) {
        let height = self.height;
        match verb {
            Verb::Move(Point(x, y)) => self.canvas.move_to(x, height - y),
            Verb::Line(Point(x, y)) => self.canvas.line_to(x, height - y),
            Verb::Curve(a, b, p) => self.canvas.curve_to([a.0, height - a.1, b.0, height - b.1, p.0, height - p.1]),
            Verb::Close => self.canvas.close(),
        }
    }
}

/// A hundredth of a point is finer than any printer, and keeps files small.
pub(crate) fn rounded(length: Pt) -> f32 {
    (length.0 * 100.0).round() / 100.0
}

//! What is drawn and means nothing: grounds, rules, icons, ornaments. All of it is one artifact a page.

use std::collections::BTreeMap;

use printpdf::{
    DictItem, Line, LineCapStyle, LineJoinStyle, LinePoint, Op, PaintMode, Point as PdfPoint, Polygon, PolygonRing,
    Pt as PdfPt, WindingOrder,
};

use crate::art::{Shape, Verb};
use crate::leaflet::Panel;
use crate::medium::Medium;
use crate::paint::Painter;
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
        self.round_lines();
        for shape in art {
            self.shape(shape);
        }
        self.end_artifact();
    }

    /// Begins what is no part of the document, of a kind that ISO 32000-1, 14.8.2.2.2 names.
    pub(crate) fn begin_artifact(&mut self, kind: &str) {
        if self.medium == Medium::Screen {
            let map = BTreeMap::from([("Type".to_owned(), DictItem::Name(kind.as_bytes().to_vec()))]);
            let (tag, properties) = ("Artifact".to_owned(), DictItem::Dict { map });
            self.ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
        }
    }

    pub(crate) fn end_artifact(&mut self) {
        if self.medium == Medium::Screen {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Lines end and turn in a round way from now on.
    pub(crate) fn round_lines(&mut self) {
        self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
        self.ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
    }

    pub(crate) fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Block { area, color } => {
                self.fill_color(*color);
                let polygon = self.rectangle(self.reach.stretch(*area, self.size), PaintMode::Fill);
                self.ops.push(Op::DrawPolygon { polygon });
            }
            Shape::Fill { path, color } => {
                self.fill_color(*color);
                let polygon = self.polygon(path, PaintMode::Fill);
                self.ops.push(Op::DrawPolygon { polygon });
            }
            Shape::EvenOdd { path, color } => {
                self.fill_color(*color);
                let polygon = Polygon { winding_order: WindingOrder::EvenOdd, ..self.polygon(path, PaintMode::Fill) };
                self.ops.push(Op::DrawPolygon { polygon });
            }
            Shape::Stroke { path, color, width } => {
                self.stroke_style(*color, *width);
                let outlines = path.split(|verb| matches!(verb, Verb::Close)).zip(closings(path));
                for (outline, is_closed) in outlines {
                    self.outline(outline, is_closed);
                }
            }
        }
    }

    /// Draws the lines between two closings, each of which may begin anew several times.
    fn outline(&mut self, verbs: &[Verb], is_closed: bool) {
        let starts = verbs.iter().enumerate().filter(|(_, verb)| matches!(verb, Verb::Move(_))).map(|(at, _)| at);
        let starts: Vec<usize> = starts.collect();
        for (n, start) in starts.iter().enumerate() {
            let end = starts.get(n + 1).copied().unwrap_or(verbs.len());
            let point = |p: Point, bezier: bool| LinePoint { p: self.point(p), bezier };
            let points = verbs[*start..end].iter().flat_map(|verb| match *verb {
                Verb::Move(p) | Verb::Line(p) => vec![point(p, false)],
                Verb::Curve(a, b, p) => vec![point(a, true), point(b, true), point(p, false)],
                Verb::Close => Vec::new(),
            });
            let line = Line { points: points.collect(), is_closed: is_closed && n + 1 == starts.len() };
            self.ops.push(Op::DrawLine { line });
        }
    }

    /// Outlines that are filled, each a ring.
    pub(crate) fn polygon(&self, path: &[Verb], mode: PaintMode) -> Polygon {
        let mut rings: Vec<PolygonRing> = Vec::new();
        for verb in path {
            let point = |p: Point, bezier: bool| LinePoint { p: self.point(p), bezier };
            if let Verb::Move(p) = verb {
                rings.push(PolygonRing { points: vec![point(*p, false)] });
                continue;
            }
            let Some(ring) = rings.last_mut() else { continue };
            match *verb {
                Verb::Line(p) => ring.points.push(point(p, false)),
                Verb::Curve(a, b, p) => ring.points.extend([point(a, true), point(b, true), point(p, false)]),
                Verb::Move(_) | Verb::Close => {}
            }
        }
        Polygon { rings, mode, winding_order: WindingOrder::NonZero }
    }

    pub(crate) fn rectangle(&self, area: Area, mode: PaintMode) -> Polygon {
        let (Point(x, y), right, foot) = (area.origin, area.right(), area.foot());
        let corners = [Point(x, y), Point(right, y), Point(right, foot), Point(x, foot)];
        let points = corners.iter().map(|p| LinePoint { p: self.point(*p), bezier: false }).collect();
        Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero }
    }

    fn point(&self, point: Point) -> PdfPoint {
        PdfPoint { x: PdfPt(rounded(point.0)), y: PdfPt(rounded(self.height - point.1)) }
    }
}

/// For each stretch between two closings, whether a closing ends it.
fn closings(path: &[Verb]) -> impl Iterator<Item = bool> {
    let count = path.iter().filter(|verb| matches!(verb, Verb::Close)).count();
    (0..=count).map(move |n| n < count)
}

/// A hundredth of a point is finer than any printer, and keeps files small.
pub(crate) fn rounded(length: Pt) -> f32 {
    (length.0 * 100.0).round() / 100.0
}

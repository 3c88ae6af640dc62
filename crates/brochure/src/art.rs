//! Drawn things: rules, grounds, icons, ornaments. Flat fills and strokes only; nothing here is text.

use crate::color::Color;
use crate::unit::{Area, Point, Pt};

/// A stretch of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verb {
    /// Begins a new outline.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve: two handles and its end.
    Curve(Point, Point, Point),
    /// Back to where the outline began.
    Close,
}

/// One or more outlines.
pub type Path = Vec<Verb>;

/// Something drawn, in the coordinates of its panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Block {
        /// Where.
        area: Area,
        /// In what colour.
        color: Color,
    },
    /// A line along outlines, with round ends and corners.
    Stroke {
        /// The outlines.
        path: Path,
        /// In what colour.
        color: Color,
        /// How thick.
        width: Pt,
    },
}

impl Shape {
    /// A horizontal rule whose upper edge is at `y`.
    #[must_use]
    pub fn rule(x: Pt, y: Pt, length: Pt, weight: Pt, color: Color) -> Self {
        Self::Block { area: Area::new(x, y, length, weight), color }
    }
}

impl Shape {
    /// Whether a line of it runs through one of these areas.
    #[must_use]
    pub fn touches(&self, areas: &[Area]) -> bool {
        let inside = |p: Point| areas.iter().any(|area| area.holds(p));
        match self {
            Self::Block { .. } => false,
            Self::Stroke { path, .. } => samples(path).into_iter().any(inside),
        }
    }
}

/// Points along the outlines, close enough to each other to find out what they run through.
fn samples(path: &[Verb]) -> Vec<Point> {
    const STEPS: u8 = 24;
    let (mut from, mut points) = (Point::default(), Vec::new());
    for verb in path {
        match *verb {
            Verb::Move(p) => from = p,
            Verb::Line(p) => {
                points.extend((0..=STEPS).map(|n| cubic([from, from, p, p], f32::from(n) / f32::from(STEPS))));
                from = p;
            }
            Verb::Curve(a, b, p) => {
                points.extend((0..=STEPS).map(|n| cubic([from, a, b, p], f32::from(n) / f32::from(STEPS))));
                from = p;
            }
            Verb::Close => {}
        }
    }
    points
}

/// A point of a cubic curve.
fn cubic(points: [Point; 4], at: f32) -> Point {
    let rest = 1.0 - at;
    let shares = [rest * rest * rest, 3.0 * at * rest * rest, 3.0 * at * at * rest, at * at * at];
    let sum = |part: fn(&Point) -> Pt| points.iter().zip(shares).map(|(point, share)| part(point) * share).sum();
    Point(sum(|point| point.0), sum(|point| point.1))
}

/// Moves and scales a path.
#[must_use]
pub fn transform(path: &[Verb], scale: (f32, f32), by: Point) -> Path {
    let at = |p: Point| Point(p.0 * scale.0 + by.0, p.1 * scale.1 + by.1);
    path.iter()
        .map(|verb| match *verb {
            Verb::Move(p) => Verb::Move(at(p)),
            Verb::Line(p) => Verb::Line(at(p)),
            Verb::Curve(a, b, p) => Verb::Curve(at(a), at(b), at(p)),
            Verb::Close => Verb::Close,
        })
        .collect()
}

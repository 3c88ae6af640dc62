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
    /// The inside of outlines; an outline that is drawn the other way round is a hole.
    Fill {
        /// The outlines.
        path: Path,
        /// In what colour.
        color: Color,
    },
    /// The inside of outlines; what an even number of outlines lies around is a hole.
    EvenOdd {
        /// The outlines.
        path: Path,
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
            Self::Block { .. } | Self::Fill { .. } | Self::EvenOdd { .. } => false,
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

/// How far the handles of a quarter circle are from its ends, as a share of the radius.
const ROUND: f32 = 0.5523;

/// A circle.
#[must_use]
pub fn circle(center: Point, radius: Pt) -> Path {
    let area = Area::new(center.0 - radius, center.1 - radius, radius * 2.0, radius * 2.0);
    rounded(area, [radius; 4])
}

/// An area whose upper end is half a disc.
#[must_use]
pub fn arch(area: Area) -> Path {
    let (Point(x, y), right, foot, radius) = (area.origin, area.right(), area.foot(), area.width / 2.0);
    let (shoulder, near) = (y + radius, radius * (1.0 - ROUND));
    vec![
        Verb::Move(Point(x, foot)),
        Verb::Line(Point(x, shoulder)),
        Verb::Curve(Point(x, y + near), Point(x + near, y), Point(x + radius, y)),
        Verb::Curve(Point(right - near, y), Point(right, y + near), Point(right, shoulder)),
        Verb::Line(Point(right, foot)),
        Verb::Close,
    ]
}

/// A rectangle whose corners are round: top left, top right, bottom right, bottom left.
#[must_use]
pub fn rounded(area: Area, radii: [Pt; 4]) -> Path {
    let most = area.width.min(area.height) / 2.0;
    let [tl, tr, br, bl] = radii.map(|radius| radius.min(most).max(Pt::ZERO));
    let (Point(x, y), right, foot) = (area.origin, area.right(), area.foot());
    let far = |radius: Pt| radius * (1.0 - ROUND);
    let mut path = vec![Verb::Move(Point(x + tl, y))];
    let mut side = |to: Point, radius: Pt, a: Point, b: Point, end: Point| {
        path.push(Verb::Line(to));
        if radius > Pt::ZERO {
            path.push(Verb::Curve(a, b, end));
        }
    };
    side(Point(right - tr, y), tr, Point(right - far(tr), y), Point(right, y + far(tr)), Point(right, y + tr));
    side(
        Point(right, foot - br),
        br,
        Point(right, foot - far(br)),
        Point(right - far(br), foot),
        Point(right - br, foot),
    );
    side(Point(x + bl, foot), bl, Point(x + far(bl), foot), Point(x, foot - far(bl)), Point(x, foot - bl));
    side(Point(x, y + tl), tl, Point(x, y + far(tl)), Point(x + far(tl), y), Point(x + tl, y));
    path.push(Verb::Close);
    path
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

//! Hills, one behind the other, with a sun and sprigs.

use serde::Deserialize;

use crate::art::{Path, Shape, Verb, circle};
use crate::color::Role;
use crate::ornament::{OVER, Stand};
use crate::palette::Palette;
use crate::unit::{Point, Pt};

/// A landscape: its layers from back to front.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hills {
    /// The height at which it begins.
    pub top: Pt,
    /// What it is made of.
    pub layers: Vec<Layer>,
}

/// One thing in a landscape.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Layer {
    /// The sun.
    Disc { at: Point, radius: Pt, color: Role },
    /// A hill, closed down to the edge.
    Hill { ridge: [Point; 7], color: Role },
    /// The ridge of a hill, repeated lower down in lines.
    Lines { ridge: [Point; 7], steps: Vec<Pt>, width: Pt, color: Role },
    /// A plant of some height.
    Sprig { at: Point, height: Pt, color: Role },
}

impl Hills {
    /// All layers.
    #[must_use]
    pub fn draw(&self, stand: Stand, palette: &Palette) -> Vec<Shape> {
        self.layers.iter().flat_map(|layer| layer.draw(stand, palette)).collect()
    }
}

impl Layer {
    fn draw(&self, stand: Stand, palette: &Palette) -> Vec<Shape> {
        match self {
            Self::Disc { at, radius, color } => {
                let path = circle(stand.at(*at), *radius * stand.high);
                vec![Shape::Fill { path, color: palette.get(*color) }]
            }
            Self::Hill { ridge, color } => {
                let mut path = curve(ridge, Pt::ZERO, stand);
                let foot = stand.foot.1 + OVER;
                let side = |p: &Point| Point(stand.at(*p).0, foot);
                path.extend([Verb::Line(side(&ridge[6])), Verb::Line(side(&ridge[0])), Verb::Close]);
                vec![Shape::Fill { path, color: palette.get(*color) }]
            }
            Self::Lines { ridge, steps, width, color } => {
                let line = |step: &Pt| {
                    let path = curve(ridge, *step, stand);
                    Shape::Stroke { path, color: palette.get(*color), width: *width }
                };
                steps.iter().map(line).collect()
            }
            Self::Sprig { at, height, color } => sprig(stand.at(*at), *height * stand.high, palette, *color),
        }
    }
}

fn curve(ridge: &[Point; 7], lower: Pt, stand: Stand) -> Path {
    let p = |i: usize| stand.at(Point(ridge[i].0, ridge[i].1 + lower));
    vec![Verb::Move(p(0)), Verb::Curve(p(1), p(2), p(3)), Verb::Curve(p(4), p(5), p(6))]
}

/// Where the leaves of a sprig grow, as shares of its height, and in which directions, in degrees.
const LEAVES: [f32; 5] = [0.28, 0.42, 0.58, 0.72, 0.86];
const TO_SIDES: [f32; 2] = [-38.0, -142.0];

fn sprig(foot: Point, height: Pt, palette: &Palette, color: Role) -> Vec<Shape> {
    let color = palette.get(color);
    let at = |x: f32, y: f32| Point(foot.0 + height * x, foot.1 - height * y);
    let stem = vec![Verb::Move(foot), Verb::Curve(at(-0.02, 0.4), at(0.06, 0.7), at(0.02, 1.0))];
    let mut shapes = vec![Shape::Stroke { path: stem, color, width: Pt(1.5) }];
    let stem_x = |y: f32| {
        let rest = 1.0 - y;
        3.0 * y * rest * rest * -0.02 + 3.0 * y * y * rest * 0.06 + y * y * y * 0.02
    };
    let mut leaf = |y: f32, length: f32, width: f32, degrees: f32| {
        let path = leaf(at(stem_x(y), y), height * length, height * width, degrees);
        shapes.push(Shape::Fill { path, color });
    };
    for (index, y) in LEAVES.into_iter().enumerate() {
        leaf(y, 0.30, 0.075, TO_SIDES[index % 2]);
    }
    leaf(0.97, 0.24, 0.07, -84.0);
    shapes
}

/// A leaf of a length and half a width that points in a direction.
fn leaf(from: Point, length: Pt, width: Pt, degrees: f32) -> Path {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let at = |along: f32, aside: f32| {
        let (x, y) = (length * along, width * aside);
        Point(from.0 + x * cos - y * sin, from.1 + x * sin + y * cos)
    };
    vec![
        Verb::Move(at(0.0, 0.0)),
        Verb::Curve(at(0.25, -1.0), at(0.75, -1.0), at(1.0, 0.0)),
        Verb::Curve(at(0.75, 1.0), at(0.25, 1.0), at(0.0, 0.0)),
        Verb::Close,
    ]
}

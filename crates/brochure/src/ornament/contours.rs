//! Bundles of contour lines.

use crate::art::{Shape, Verb};
use crate::design::cover::Contours;
use crate::ornament::Stand;
use crate::palette::Palette;
use crate::unit::{Point, Pt};

/// The curves, from the first to the last, each a little further in shape, thickness and colour.
#[must_use]
pub fn contours(drawing: &Contours, stand: Stand, palette: &Palette) -> Vec<Shape> {
    let last = f32::from(drawing.count.saturating_sub(1).max(1));
    let (from, to) = (palette.get(drawing.color.0), palette.get(drawing.color.1));
    (0..drawing.count)
        .map(|n| {
            let share = f32::from(n) / last;
            let between = |a: Pt, b: Pt| a + (b - a) * share;
            let point = |i: usize| {
                let (a, b) = (drawing.first[i], drawing.last[i]);
                stand.at(Point(between(a.0, b.0), between(a.1, b.1)))
            };
            Shape::Stroke {
                path: vec![
                    Verb::Move(point(0)),
                    Verb::Curve(point(1), point(2), point(3)),
                    Verb::Curve(point(4), point(5), point(6)),
                ],
                color: to.mix(from, share),
                width: between(drawing.width.0, drawing.width.1),
            }
        })
        .collect()
}

//! The ornaments of a design: bundles of contour lines on the cover and at the foot of the inside.

use crate::art::{Shape, Verb};
use crate::color::Palette;
use crate::design::Contours;
use crate::unit::{Point, Pt};

/// Where an ornament is drawn: how it is stretched, how far it is moved to the left, and where its foot is.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    /// Stretch along x.
    pub wide: f32,
    /// Stretch along y, about the foot.
    pub high: f32,
    /// How far the drawing is moved to the left, in points of the panel.
    pub left: Pt,
    /// The height of the drawing's foot as it was designed, and as it stands on the panel.
    pub foot: (Pt, Pt),
}

impl Stand {
    fn at(&self, point: Point) -> Point {
        Point(point.0 * self.wide - self.left, self.foot.1 - (self.foot.0 - point.1) * self.high)
    }

    /// Where a height of the drawing comes to stand.
    #[must_use]
    pub fn height(&self, y: Pt) -> Pt {
        self.at(Point(Pt::ZERO, y)).1
    }
}

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

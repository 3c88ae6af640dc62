//! The ornaments of a design, on the cover and along the edges of the inside. They mean nothing.

pub mod contours;
pub mod hills;
pub mod mosaic;

use crate::art::Shape;
use crate::design::Ornament;
use crate::palette::Palette;
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
    /// Where a point of the drawing comes to stand.
    #[must_use]
    pub fn at(&self, point: Point) -> Point {
        Point(point.0 * self.wide - self.left, self.foot.1 - (self.foot.0 - point.1) * self.high)
    }

    /// Where a height of the drawing comes to stand.
    #[must_use]
    pub fn height(&self, y: Pt) -> Pt {
        self.at(Point(Pt::ZERO, y)).1
    }
}

/// How far drawings reach over the edge of their panel, so that nothing white shows where the paper is cut.
pub const OVER: Pt = Pt(14.0);

impl Ornament {
    /// The height at which it begins as it was drawn.
    #[must_use]
    pub fn top(&self) -> Option<Pt> {
        match self {
            Self::None | Self::Mosaic(_) => None,
            Self::Contours(drawing) => Some(drawing.top),
            Self::Hills(drawing) => Some(drawing.top),
        }
    }

    /// The drawing, at its place; a mosaic is made of squares and is placed by [`mosaic`].
    #[must_use]
    pub fn draw(&self, stand: Stand, palette: &Palette) -> Vec<Shape> {
        match self {
            Self::None | Self::Mosaic(_) => Vec::new(),
            Self::Contours(drawing) => contours::contours(drawing, stand, palette),
            Self::Hills(drawing) => drawing.draw(stand, palette),
        }
    }
}

//! Lengths. Everything on a panel is measured in points (1/72 inch), from the top left corner of the trim, y downwards.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use serde::Deserialize;

/// A length in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Deserialize)]
#[serde(transparent)]
pub struct Pt(pub f32);

/// A point on a panel: x to the right, y downwards, from the top left corner of the trim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
pub struct Point(pub Pt, pub Pt);

/// An upright rectangle on a panel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// The top left corner.
    pub origin: Point,
    /// How wide it is.
    pub width: Pt,
    /// How high it is.
    pub height: Pt,
}

impl Pt {
    /// No length at all.
    pub const ZERO: Self = Self(0.0);

    /// The longer of two lengths.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }

    /// The shorter of two lengths.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }
}

impl Area {
    /// The rectangle from `(x, y)` to `(x + width, y + height)`.
    #[must_use]
    pub fn new(x: Pt, y: Pt, width: Pt, height: Pt) -> Self {
        Self { origin: Point(x, y), width, height }
    }

    /// The right edge.
    #[must_use]
    pub fn right(&self) -> Pt {
        self.origin.0 + self.width
    }

    /// Whether a point lies within.
    #[must_use]
    pub fn holds(&self, point: Point) -> bool {
        let Point(x, y) = self.origin;
        point.0 >= x && point.0 <= self.right() && point.1 >= y && point.1 <= self.foot()
    }

    /// The lower edge.
    #[must_use]
    pub fn foot(&self) -> Pt {
        self.origin.1 + self.height
    }
}

impl Add for Pt {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl Sub for Pt {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl Neg for Pt {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}
impl Mul<f32> for Pt {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        Self(self.0 * factor)
    }
}
impl Div<f32> for Pt {
    type Output = Self;
    fn div(self, factor: f32) -> Self {
        Self(self.0 / factor)
    }
}
impl Div for Pt {
    type Output = f32;
    fn div(self, other: Self) -> f32 {
        self.0 / other.0
    }
}
impl AddAssign for Pt {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl SubAssign for Pt {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}
impl Sum for Pt {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        Self(lengths.map(|length| length.0).sum())
    }
}

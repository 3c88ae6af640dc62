//! Covers and ornaments.

use serde::Deserialize;

use super::parts::Tile;
use crate::color::Role;
use crate::ornament::hills::Hills;
use crate::ornament::mosaic::{Mosaic, Ribbon};
use crate::unit::{Point, Pt};

/// The cover: a ground, a logo, a title in the upper part, an ornament or a picture, a call at the foot.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// The colour of its ground.
    pub ground: Role,
    /// Its ground is dark, and asks for the logo that is made for it.
    #[serde(default)]
    pub dark: bool,
    /// Top of the logo or the name.
    pub logo_y: Pt,
    /// Top of kicker and title.
    pub text_y: Pt,
    /// From the last baseline of the call to the trim.
    pub foot_margin: Pt,
    /// Least distance between the text and the ornament.
    pub clear: Pt,
    /// Sizes of the title, largest first.
    pub title_steps: Vec<Pt>,
    /// The title's lead as a multiple of its size.
    pub title_lead: f32,
    /// The band that the call stands on, if it has one.
    #[serde(default)]
    pub band: Option<Band>,
    /// The picture.
    pub photo: Photo,
    /// The ornament.
    pub ornament: Ornament,
    /// The head of the first page, in formats whose pages have no cover.
    #[serde(default)]
    pub masthead: Masthead,
}

/// The head of the first page: a band of the cover's ground.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Masthead {
    /// The height for which its ornament was drawn, and which it has at least.
    pub height: Pt,
    /// How wide its text may be, if not as wide as other text.
    pub measure: Option<Pt>,
    /// The number to call stands beside its call, not below.
    pub beside: bool,
    /// What it is decorated with.
    pub ornament: Ornament,
}

/// A band of colour at the foot of the cover, with an icon before the call.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    missing_docs,
    reason = "distance from its edge to the call, its colour, the icon's tile, the icon, the distance to the text"
)]
pub struct Band {
    pub top: Pt,
    pub fill: Role,
    pub tile: Tile,
    pub icon: Pt,
    pub stroke: Pt,
    pub color: Role,
    pub gap: Pt,
}

/// The picture on the cover.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(
    missing_docs,
    reason = "lengths from the panel's foot, the picture's height, the rule below, the least distance above"
)]
pub enum Photo {
    /// As wide as the panel, with a rule below.
    Slot { foot: Pt, height: Pt, rule: Pt, clear: Pt },
    /// The field of a mosaic, less the pieces of these rows and columns.
    Mosaic { pieces: Vec<(usize, usize)>, clear: Pt },
    /// An arch that stands behind hills.
    Arch { width: Pt, top: Pt, front: Hills, clear: Pt },
}

/// What a cover or the foot of a side is decorated with.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ornament {
    /// Nothing.
    #[default]
    None,
    /// A bundle of lines.
    Contours(Contours),
    /// Squares with simple figures.
    Mosaic(Mosaic),
    /// Hills and a sun.
    Hills(Hills),
}

/// A bundle of curves between a first and a last one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "one curve's points, colours and widths run evenly from the first to the second value")]
pub struct Contours {
    pub count: u16,
    pub width: (Pt, Pt),
    pub color: (Role, Role),
    /// The height at which the ornament begins.
    pub top: Pt,
    pub first: [Point; 7],
    pub last: [Point; 7],
}

/// The ornament at the foot of the inside.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "least distance below the text, and the ornament")]
pub struct Foot {
    pub clear: Pt,
    pub ornament: Ornament,
    /// A band of small pieces along the upper edge.
    #[serde(default)]
    pub ribbon: Option<Ribbon>,
}

//! The parts of a page: headings, boxes, lists, the emergency card, the code that phones scan.

use serde::Deserialize;

use super::roles::{Surface, TextRole};
use crate::color::Role;
use crate::unit::Pt;

/// The heading of a section.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// How it looks.
    pub style: HeadingStyle,
    /// How it looks on the brand's ground, and as which text it is set there.
    #[serde(default)]
    pub reversed: Option<(HeadingStyle, TextRole)>,
    /// Distance to a numbered list below.
    pub after_numbered: Pt,
    /// The most lines.
    pub lines: usize,
}

/// How a heading looks.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it; colours are of the part that they stand before or after")]
pub enum HeadingStyle {
    /// Text alone.
    Plain,
    /// A rule above the text.
    Rule { weight: Pt, gap: Pt, color: Role },
    /// A bar across the top of a box, with an icon before the text. `indent` is from the edge of running text.
    Strip { height: Pt, fill: Role, icon: Pt, stroke: Pt, color: Role, indent: Pt },
    /// An icon on a disc before the text, which is centred on it.
    Disc { side: Pt, fill: Role, icon: Pt, stroke: Pt, color: Role, gap: Pt },
    /// An icon before the text.
    Icon { side: Pt, stroke: Pt, color: Role, indent: Pt },
}

impl HeadingStyle {
    /// How far the text is moved in for the icon.
    #[must_use]
    pub fn indent(self) -> Pt {
        match self {
            Self::Plain | Self::Rule { .. } => Pt::ZERO,
            Self::Strip { indent, .. } | Self::Icon { indent, .. } => indent,
            Self::Disc { side, gap, .. } => side + gap,
        }
    }
}

/// A box around a section.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// The colour of the box, if it has one.
    #[serde(default)]
    pub fill: Option<Role>,
    /// What its text stands on.
    #[serde(default)]
    pub surface: Surface,
    /// Roundness of its corners.
    #[serde(default)]
    pub radius: Pt,
    /// How much wider than running text it is, on each side.
    #[serde(default)]
    pub outset: Pt,
    /// From its upper edge to the text.
    #[serde(default)]
    pub top: Pt,
    /// From the last baseline to its lower edge.
    #[serde(default)]
    pub foot: Pt,
    /// Distance to the box above.
    pub before: Pt,
    /// It opens the panel, as wide as the panel, from the trim.
    #[serde(default)]
    pub bleed: bool,
    /// How its heading looks, if otherwise than others.
    #[serde(default)]
    pub heading: Option<HeadingStyle>,
    /// As which text its heading is set.
    #[serde(default = "h2")]
    pub head: TextRole,
    /// The code that phones scan, if the section has one.
    #[serde(default)]
    pub code: Code,
}

fn h2() -> TextRole {
    TextRole::H2
}

/// How the code that phones scan stands on its ground.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Code {
    /// How far its quiet zone hangs into the margin.
    pub hang: Pt,
    /// Roundness of the sheet of paper that it lies on.
    pub patch: Pt,
    /// Distance to the words beside it.
    pub gap: Pt,
    /// Distance to the text above.
    pub before: Pt,
    /// Distance to the text below.
    pub after: Pt,
}

impl Default for Code {
    fn default() -> Self {
        Self { hang: Pt(8.0), patch: Pt::ZERO, gap: Pt(10.0), before: Pt(12.0), after: Pt(9.0) }
    }
}

/// A panel that has a ground of its own: that of a name, or one that a section stands on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PanelGround {
    #[serde(default)]
    pub panel: Option<String>,
    #[serde(default)]
    pub section: Option<String>,
    pub fill: Role,
    #[serde(default)]
    pub surface: Surface,
}

/// The marks of plain lists.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ListMark {
    pub indent: Pt,
    pub mark: Mark,
}

/// The mark before an item of a plain list.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs, reason = "lengths from the left edge of the text; colours on paper and on the brand's ground")]
pub enum Mark {
    /// A character.
    Text(String),
    /// A square.
    Square { side: Pt, color: Role, reversed: Role },
    /// A disc.
    Disc { x: Pt, radius: Pt, color: Role, reversed: Role },
}

/// A numbered list.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbered {
    /// The width of the numerals' column.
    pub column: Pt,
    /// Distance between items.
    pub after: Pt,
    /// What a numeral stands on.
    #[serde(default)]
    pub tile: Option<Tile>,
    /// Its items stand in two columns, so far apart, and without numerals; in one if a word has no room in them.
    #[serde(default)]
    pub columns: Option<Pt>,
}

/// A square or, with round corners, a disc behind a numeral or an icon.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "distance from the edge of running text, side, roundness of the corners, colour")]
pub struct Tile {
    #[serde(default)]
    pub x: Pt,
    pub side: Pt,
    pub radius: Pt,
    pub fill: Role,
}

/// A rule that is drawn above small print.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "weight, length (the measure if none), distance to the text above, distance below")]
pub struct NoteRule {
    pub rule: Pt,
    #[serde(default)]
    pub rule_width: Option<Pt>,
    #[serde(default)]
    pub gap: Pt,
    pub before: Pt,
}

/// The emergency card. It differs from every other box in its shape too: in grey, red looks like any dark colour.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Emergency {
    /// Its colour.
    pub fill: Role,
    /// Roundness of its corners.
    #[serde(default)]
    pub radius: Pt,
    /// The bar at its left.
    #[serde(default)]
    pub bar: Pt,
    /// The line around it, outside its edge.
    #[serde(default)]
    pub frame: Pt,
    /// On the brand's ground it needs no line around it, and lies within the measure.
    #[serde(default)]
    pub inset_on_brand: bool,
    /// How much wider than running text it is, on each side.
    #[serde(default)]
    pub outset: Pt,
    /// From the bar or the left edge to the text.
    pub left: Pt,
    /// From the text to the right edge.
    pub right: Pt,
    /// From the upper edge, or from the strip, to the text.
    pub top: Pt,
    /// From the last baseline to the lower edge.
    pub foot: Pt,
    /// Distance to the text above.
    pub before: Pt,
    /// How the head looks.
    pub head: EmergencyHead,
    /// The side of the icon.
    pub icon: Pt,
    /// The thickness of its lines.
    pub icon_stroke: Pt,
    /// From the text's edge to the head.
    pub head_indent: Pt,
}

impl Emergency {
    /// How much wider than running text it is on a surface.
    #[must_use]
    pub fn outset_on(&self, surface: Surface) -> Pt {
        if self.inset_on_brand && surface == Surface::Brand { Pt::ZERO } else { self.outset }
    }
}

/// How the head of the emergency card looks.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs, reason = "the height of the strip, the side of the disc")]
pub enum EmergencyHead {
    /// The icon before the text.
    Plain,
    /// A red strip across the top.
    Strip { height: Pt },
    /// The icon on a red disc.
    Disc { side: Pt },
}

//! Pages that follow one another, as many as the text needs.

use serde::Deserialize;

use super::{BadFormat, Face, Place};
use crate::unit::Pt;

/// Pages of one size, as many as the text needs.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pages {
    /// From the left trim to the text.
    pub left: Pt,
    /// From the text to the right trim.
    pub right: Pt,
    /// From the upper trim to the text.
    pub top: Pt,
    /// From the rule above the page's number to the lower trim.
    pub foot: Pt,
    /// The column at the left that headings hang in; without one they stand above their text.
    #[serde(default)]
    pub heading: Option<HeadingColumn>,
}

/// A column of headings beside their texts.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadingColumn {
    /// How wide it is.
    pub width: Pt,
    /// The distance to the text.
    pub gutter: Pt,
}

impl HeadingColumn {
    /// How far the text is from the left edge of its heading.
    #[must_use]
    pub fn indent(self) -> Pt {
        self.width + self.gutter
    }
}

impl Pages {
    pub(super) fn check(&self, sheet: (Pt, Pt)) -> Result<(), BadFormat> {
        let place = self.place(sheet);
        let measure = place.text_measure().min(place.heading.map_or(place.measure, |column| column.width));
        if measure <= Pt::ZERO {
            return Err(BadFormat::NoMeasure(measure.0));
        }
        let height = sheet.1 - self.top - self.foot;
        if height <= Pt::ZERO { Err(BadFormat::NoHeight(height.0)) } else { Ok(()) }
    }

    /// A page, and where its text stands.
    #[must_use]
    pub fn place(&self, sheet: (Pt, Pt)) -> Place {
        let measure = sheet.0 - self.left - self.right;
        Place { face: Face::Outside, left: Pt::ZERO, size: sheet, side: self.left, measure, heading: self.heading }
    }
}

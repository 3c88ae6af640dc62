//! The geometry of folded sheets: which panels there are, how wide each is, where the folds lie.
//!
//! Pure functions over the data of `brochure/formats.json`. What stands on a panel is no business of this module.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::unit::{Area, Point, Pt};

/// How stiff the paper is. It sets by how much the flap that is folded in is shorter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stock {
    /// Text weight, up to about 170 g/m².
    #[default]
    Text,
    /// Cover weight, which needs scoring.
    Cover,
}

/// One of the two sides of the flat sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The side with the cover.
    Outside,
    /// The side that is seen when the brochure lies open.
    Inside,
}

/// A format of the table: a sheet that is folded twice into three panels a side.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// What it is, for people.
    pub about: String,
    /// Width and height of the trimmed flat sheet.
    pub sheet: (Pt, Pt),
    /// By how much the flap is narrower than the other panels.
    pub shorter: BTreeMap<Stock, Pt>,
    /// The panels of the outside as printed, from left to right.
    pub outside: [String; 3],
    /// The panels of the inside as printed, from left to right.
    pub inside: [String; 3],
    /// All panels in the order in which they are read.
    pub reading: Vec<String>,
    /// The side margin of the narrowest panel.
    pub side: Pt,
    /// The panel map that is used if the author gives none.
    pub map: String,
}

/// The table of formats and the panel maps that they come with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formats {
    /// The format that is used if the author names none.
    pub default: String,
    /// Formats by name.
    pub formats: BTreeMap<String, Format>,
    /// Panel maps by name: sections by panel.
    pub maps: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// Where a panel lies on its face of the sheet, and where its text stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The side of the sheet.
    pub face: Face,
    /// How far the panel's left edge is from the left trim of its face.
    pub left: Pt,
    /// The panel itself, from its own top left corner.
    pub size: (Pt, Pt),
    /// How far the text stands from the panel's left edge.
    pub side: Pt,
    /// The width of the text: the same on all panels of a format, so that a section can move without being set again.
    pub measure: Pt,
}

impl Place {
    /// The whole panel.
    #[must_use]
    pub fn area(&self) -> Area {
        Area { origin: Point::default(), width: self.size.0, height: self.size.1 }
    }
}

impl Format {
    /// The widths of a face's panels on the given stock, from left to right as printed.
    ///
    /// With a sheet `W` wide and a flap shorter by `d`, a wide panel is `(W + d) / 3` and the flap `d` less. The flap is
    /// the left panel of the outside and therefore the right one of the inside.
    #[must_use]
    pub fn widths(&self, face: Face, stock: Stock) -> [Pt; 3] {
        let shorter = self.shorter.get(&stock).copied().unwrap_or_default();
        let wide = (self.sheet.0 + shorter) / 3.0;
        match face {
            Face::Outside => [wide - shorter, wide, wide],
            Face::Inside => [wide, wide, wide - shorter],
        }
    }

    /// How far the two folds are from the left trim of a face.
    #[must_use]
    pub fn folds(&self, face: Face, stock: Stock) -> [Pt; 2] {
        let [first, second, _] = self.widths(face, stock);
        [first, first + second]
    }

    /// The width of the text on every panel: the narrowest panel less its two side margins.
    #[must_use]
    pub fn measure(&self, stock: Stock) -> Pt {
        let [a, b, c] = self.widths(Face::Outside, stock);
        a.min(b).min(c) - self.side * 2.0
    }

    /// Where a panel lies, or nothing if the format has no panel of that name.
    #[must_use]
    pub fn place(&self, panel: &str, stock: Stock) -> Option<Place> {
        let at = |names: &[String; 3]| names.iter().position(|name| name == panel);
        let (face, index) =
            at(&self.outside).map(|i| (Face::Outside, i)).or_else(|| at(&self.inside).map(|i| (Face::Inside, i)))?;
        let widths = self.widths(face, stock);
        let (width, measure) = (*widths.get(index)?, self.measure(stock));
        Some(Place {
            face,
            left: widths.iter().take(index).copied().sum(),
            size: (width, self.sheet.1),
            side: (width - measure) / 2.0,
            measure,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn format(width: f32, height: f32, shorter: f32) -> Format {
        let name = |names: [&str; 3]| names.map(str::to_owned);
        Format {
            about: String::new(),
            sheet: (Pt(width), Pt(height)),
            shorter: BTreeMap::from([(Stock::Text, Pt(shorter))]),
            outside: name(["flap", "back", "cover"]),
            inside: name(["inside_left", "inside_center", "inside_right"]),
            reading: Vec::new(),
            side: Pt(24.0),
            map: String::new(),
        }
    }

    #[test]
    fn the_letter_tri_fold_has_the_widths_that_printers_publish() {
        let letter = format(792.0, 612.0, 4.5);
        assert_eq!(letter.widths(Face::Inside, Stock::Text), [Pt(265.5), Pt(265.5), Pt(261.0)]);
        assert_eq!(letter.folds(Face::Outside, Stock::Text), [Pt(261.0), Pt(526.5)]);
        assert_eq!(letter.measure(Stock::Text), Pt(213.0));
    }

    proptest! {
        #[test]
        fn panels_fill_the_sheet_and_the_faces_mirror_each_other(
            width in 500.0f32..1300.0, height in 400.0f32..900.0, shorter in 0.0f32..12.0
        ) {
            let format = format(width, height, shorter);
            let outside = format.widths(Face::Outside, Stock::Text);
            let mut inside = format.widths(Face::Inside, Stock::Text);
            let total: Pt = outside.iter().copied().sum();
            prop_assert!((total.0 - width).abs() < 0.01);
            inside.reverse();
            prop_assert_eq!(outside, inside);
        }

        #[test]
        fn all_panels_have_one_measure_and_even_margins(
            width in 500.0f32..1300.0, height in 400.0f32..900.0, shorter in 0.0f32..12.0
        ) {
            let format = format(width, height, shorter);
            for panel in format.outside.iter().chain(&format.inside) {
                let place = format.place(panel, Stock::Text).unwrap();
                prop_assert_eq!(place.measure, format.measure(Stock::Text));
                prop_assert!(place.side.0 >= 24.0 - 0.001);
                prop_assert!((place.side.0 * 2.0 + place.measure.0 - place.size.0.0).abs() < 0.01);
                prop_assert!(place.left.0 + place.size.0.0 <= width + 0.01);
            }
        }
    }

    #[test]
    fn a_panel_that_the_format_lacks_has_no_place() {
        assert_eq!(format(792.0, 612.0, 4.5).place("wing", Stock::Text), None);
    }
}

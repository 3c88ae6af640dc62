//! The geometry of printed sheets: which panels there are, how wide each is, where the folds lie.
//!
//! Pure functions over the data of `brochure/formats/`. What stands on a panel is no business of this module.

mod folded;
mod pages;

use serde::Deserialize;
use thiserror::Error;

pub use self::folded::Folded;
pub use self::pages::{HeadingColumn, Pages};
use crate::unit::{Area, Point, Pt};

/// How stiff the paper is. It sets by how much a flap that is folded in is shorter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stock {
    /// Text weight, up to about 170 g/m².
    #[default]
    Text,
    /// Cover weight, which needs scoring.
    Cover,
}

/// One of the two sides of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// The side with the cover.
    #[default]
    Outside,
    /// The side that is seen when the brochure lies open; the back of a card.
    Inside,
}

/// About which edge a sheet is turned between its two sides, so that both stand upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// About the short edge, as landscape sheets are.
    ShortEdge,
    /// About the long edge, as upright ones are.
    LongEdge,
}

/// A format, as its file in `brochure/formats/` describes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// What it is, for people.
    pub about: String,
    /// Width and height of the trimmed flat sheet.
    pub sheet: (Pt, Pt),
    /// The panel map that is used if the author gives none: the name of a file in `brochure/maps/`.
    pub map: String,
    /// The name by which a design gives formats of one kind their margins.
    pub family: String,
    /// How it is divided.
    pub layout: Layout,
}

/// How a format is divided.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Into panels.
    Folded(Folded),
    /// Into pages that follow one another.
    Pages(Pages),
}

/// What a map calls the head of the first page, and all that follows it.
pub const PARTS: [&str; 2] = ["masthead", "pages"];

/// A format whose numbers contradict each other.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum BadFormat {
    /// A sheet of no size.
    #[error("expected a sheet of some width and height, found {0} x {1} pt")]
    NoSheet(f32, f32),
    /// The two sides have not the same number of panels.
    #[error("expected as many panels inside as outside, found {0} and {1}")]
    Uneven(usize, usize),
    /// The order of reading is not that of the panels.
    #[error("expected `reading` to name each panel once, found {0:?}")]
    Reading(Vec<String>),
    /// Margins leave no room for text.
    #[error("expected room for text between the margins, found a measure of {0} pt")]
    NoMeasure(f32),
    /// Margins leave no room for lines.
    #[error("expected room for lines between the margins, found a height of {0} pt")]
    NoHeight(f32),
}

/// Where a panel lies on its side of the sheet, and where its text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// The side of the sheet.
    pub face: Face,
    /// How far the panel's left edge is from the left trim of its side.
    pub left: Pt,
    /// The panel itself, from its own top left corner.
    pub size: (Pt, Pt),
    /// How far the text stands from the panel's left edge.
    pub side: Pt,
    /// The width of the text: the same on all panels of a format, so that a section can move without being set again.
    pub measure: Pt,
    /// The part of it that headings hang in.
    pub heading: Option<HeadingColumn>,
}

/// One side of the flat sheet as it is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetSide {
    /// Which side.
    pub face: Face,
    /// Its panels, from left to right.
    pub panels: Vec<(String, Place)>,
    /// How far the folds are from its left trim.
    pub folds: Vec<Pt>,
}

impl Place {
    /// The whole panel.
    #[must_use]
    pub fn area(&self) -> Area {
        Area { origin: Point::default(), width: self.size.0, height: self.size.1 }
    }

    /// The width of text that stands beside its heading.
    #[must_use]
    pub fn text_measure(&self) -> Pt {
        self.measure - self.heading.map_or(Pt::ZERO, HeadingColumn::indent)
    }
}

impl Format {
    /// The same format, if its numbers agree.
    ///
    /// # Errors
    ///
    /// The first contradiction.
    pub fn checked(self) -> Result<Self, BadFormat> {
        let (width, height) = self.sheet;
        if width <= Pt::ZERO || height <= Pt::ZERO {
            return Err(BadFormat::NoSheet(width.0, height.0));
        }
        match &self.layout {
            Layout::Folded(folded) => folded.check(width)?,
            Layout::Pages(pages) => pages.check(self.sheet)?,
        }
        Ok(self)
    }

    /// About which edge the sheet is turned: always about an upright axis, so that what is on the left of one side lies
    /// behind what is on the right of the other.
    #[must_use]
    pub fn turn(&self) -> Turn {
        if self.sheet.0 >= self.sheet.1 { Turn::ShortEdge } else { Turn::LongEdge }
    }

    /// The sides of a sheet that is folded. Pages lie on none.
    #[must_use]
    pub fn sides(&self, stock: Stock) -> Vec<SheetSide> {
        match &self.layout {
            Layout::Folded(folded) => {
                [Face::Outside, Face::Inside].map(|face| folded.side(face, stock, self.sheet)).into()
            }
            Layout::Pages(_) => Vec::new(),
        }
    }

    /// The margins of its pages, if it has pages.
    #[must_use]
    pub fn pages(&self) -> Option<Pages> {
        match self.layout {
            Layout::Pages(pages) => Some(pages),
            Layout::Folded(_) => None,
        }
    }

    /// Where a panel lies, or nothing if the format has no panel of that name.
    #[must_use]
    pub fn place(&self, panel: &str, stock: Stock) -> Option<Place> {
        if let Layout::Pages(pages) = &self.layout {
            return PARTS.contains(&panel).then(|| pages.place(self.sheet));
        }
        let mut panels = self.sides(stock).into_iter().flat_map(|side| side.panels);
        panels.find(|(name, _)| name == panel).map(|(_, place)| place)
    }

    /// The panels in the order in which they are read.
    #[must_use]
    pub fn reading(&self) -> Vec<&str> {
        match &self.layout {
            Layout::Folded(folded) => folded.reading.iter().map(String::as_str).collect(),
            Layout::Pages(_) => PARTS.to_vec(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use proptest::prelude::*;

    fn format(panels: usize, sheet: (f32, f32), shorter: f32) -> Format {
        let names = |face: &str| (0..panels).map(|n| format!("{face}{n}")).collect::<Vec<_>>();
        let (outside, inside) = (names("outside"), names("inside"));
        let reading = outside.iter().chain(&inside).cloned().collect();
        let shorter = BTreeMap::from([(Stock::Text, Pt(shorter))]);
        Format {
            about: String::new(),
            sheet: (Pt(sheet.0), Pt(sheet.1)),
            map: String::new(),
            family: String::new(),
            layout: Layout::Folded(Folded { shorter, outside, inside, reading, side: Pt(24.0) }),
        }
    }

    fn widths(side: &SheetSide) -> Vec<Pt> {
        side.panels.iter().map(|(_, place)| place.size.0).collect()
    }

    #[test]
    fn the_tri_folds_have_the_widths_that_printers_publish() {
        let sides = format(3, (792.0, 612.0), 4.5).sides(Stock::Text);
        assert_eq!(widths(&sides[1]), [Pt(265.5), Pt(265.5), Pt(261.0)]);
        assert_eq!(sides[0].folds, [Pt(261.0), Pt(526.5)]);
        assert_eq!(sides[0].panels[0].1.measure, Pt(213.0));
        let sides = format(3, (841.89, 595.276), 8.504).sides(Stock::Text);
        let millimetres =
            |side: &SheetSide| widths(side).iter().map(|w| (w.0 / 72.0 * 25.4).round()).collect::<Vec<_>>();
        assert_eq!(millimetres(&sides[1]), [100.0, 100.0, 97.0]);
        assert_eq!(millimetres(&sides[0]), [97.0, 100.0, 100.0]);
    }

    proptest! {
        #[test]
        fn panels_fill_the_sheet_and_the_sides_mirror_each_other(
            panels in 1usize..5, width in 400.0f32..1300.0, height in 400.0f32..900.0, shorter in 0.0f32..12.0
        ) {
            let format = format(panels, (width, height), shorter);
            let sides = format.sides(Stock::Text);
            let (outside, mut inside) = (widths(&sides[0]), widths(&sides[1]));
            let total: Pt = outside.iter().copied().sum();
            prop_assert!((total.0 - width).abs() < 0.05, "{total:?} of {width}");
            inside.reverse();
            prop_assert_eq!(&outside, &inside);
            // Turned about an upright axis, the folds of one side lie on those of the other.
            for (fold, behind) in sides[0].folds.iter().zip(sides[1].folds.iter().rev()) {
                prop_assert!((fold.0 + behind.0 - width).abs() < 0.05);
            }
            prop_assert_eq!(format.turn() == Turn::ShortEdge, width >= height);
        }

        #[test]
        fn all_panels_have_one_measure_and_margins_that_add_up(
            panels in 1usize..5, width in 400.0f32..1300.0, height in 400.0f32..900.0, shorter in 0.0f32..12.0
        ) {
            let format = format(panels, (width, height), shorter);
            let mut measures = Vec::new();
            for side in format.sides(Stock::Text) {
                let mut edge = 0.0;
                for (name, place) in &side.panels {
                    prop_assert_eq!(format.place(name, Stock::Text), Some(*place));
                    prop_assert!((place.left.0 - edge).abs() < 0.05);
                    prop_assert!(place.side.0 >= 24.0 - 0.001);
                    prop_assert!((place.side.0 * 2.0 + place.measure.0 - place.size.0.0).abs() < 0.05);
                    edge = place.left.0 + place.size.0.0;
                    measures.push(place.measure);
                }
                prop_assert!((edge - width).abs() < 0.05);
                prop_assert_eq!(side.folds.len() + 1, side.panels.len());
            }
            prop_assert!(measures.windows(2).all(|pair| pair[0] == pair[1]));
        }
    }

    #[test]
    fn a_format_that_contradicts_itself_is_refused() {
        let change = |change: fn(&mut Folded)| {
            let mut format = format(3, (792.0, 612.0), 4.5);
            if let Layout::Folded(folded) = &mut format.layout {
                change(folded);
            }
            format.checked().unwrap_err()
        };
        assert_eq!(change(|f| drop(f.inside.pop())), BadFormat::Uneven(3, 2));
        assert!(matches!(change(|f| drop(f.reading.pop())), BadFormat::Reading(_)));
        assert!(matches!(change(|f| f.reading.push("outside0".to_owned())), BadFormat::Reading(_)));
        assert!(matches!(change(|f| f.side = Pt(140.0)), BadFormat::NoMeasure(_)));
        assert_eq!(format(3, (0.0, 612.0), 0.0).checked().unwrap_err(), BadFormat::NoSheet(0.0, 612.0));
    }

    #[test]
    fn headings_and_texts_of_a_page_share_its_measure() {
        let heading = Some(HeadingColumn { width: Pt(112.0), gutter: Pt(18.0) });
        let pages = Pages { left: Pt(54.0), right: Pt(60.0), top: Pt(34.0), foot: Pt(44.0), heading };
        let page = |pages: Pages| Format { layout: Layout::Pages(pages), ..format(1, (612.0, 792.0), 0.0) };
        let place = page(pages).checked().unwrap().place("pages", Stock::Text).unwrap();
        assert_eq!((place.side, place.measure, place.text_measure()), (Pt(54.0), Pt(498.0), Pt(368.0)));
        let narrow = Pages { right: Pt(440.0), ..pages };
        assert_eq!(page(narrow).checked().unwrap_err(), BadFormat::NoMeasure(-12.0));
        let low = Pages { foot: Pt(780.0), ..pages };
        assert_eq!(page(low).checked().unwrap_err(), BadFormat::NoHeight(-22.0));
    }

    #[test]
    fn a_panel_that_the_format_lacks_has_no_place() {
        assert_eq!(format(3, (792.0, 612.0), 4.5).place("wing", Stock::Text), None);
    }
}

//! Sheets that are folded: panels side by side on both sides.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{BadFormat, Face, Place, SheetSide, Stock};
use crate::unit::Pt;

/// A sheet with as many panels on one side as on the other; a card that is not folded has one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Folded {
    /// By how much the flap, the left panel of the outside, is narrower than the other panels.
    #[serde(default)]
    pub shorter: BTreeMap<Stock, Pt>,
    /// The panels of the outside as printed, from left to right.
    pub outside: Vec<String>,
    /// The panels of the inside as printed, from left to right.
    pub inside: Vec<String>,
    /// All panels in the order in which they are read.
    pub reading: Vec<String>,
    /// The side margin of the narrowest panel.
    pub side: Pt,
}

impl Folded {
    pub(super) fn check(&self, sheet: Pt) -> Result<(), BadFormat> {
        if self.outside.is_empty() || self.outside.len() != self.inside.len() {
            return Err(BadFormat::Uneven(self.outside.len(), self.inside.len()));
        }
        let panels: BTreeSet<&String> = self.outside.iter().chain(&self.inside).collect();
        let read: BTreeSet<&String> = self.reading.iter().collect();
        let count = self.outside.len() + self.inside.len();
        if panels != read || self.reading.len() != count || panels.len() != count {
            return Err(BadFormat::Reading(self.reading.clone()));
        }
        let stocks = [Stock::Text, Stock::Cover].map(|stock| self.measure(stock, sheet).0);
        stocks.into_iter().find(|measure| *measure <= 0.0).map_or(Ok(()), |measure| Err(BadFormat::NoMeasure(measure)))
    }

    pub(super) fn names(&self, face: Face) -> &[String] {
        match face {
            Face::Outside => &self.outside,
            Face::Inside => &self.inside,
        }
    }

    /// The widths of a side's panels on the given stock, from left to right as printed, on a sheet `sheet` wide.
    ///
    /// With `n` panels a side and a flap shorter by `d`, a wide panel is `(W + d) / n` and the flap `d` less. The flap is
    /// the left panel of the outside and therefore the right one of the inside.
    #[must_use]
    pub fn widths(&self, face: Face, stock: Stock, sheet: Pt) -> Vec<Pt> {
        let count = self.outside.len();
        let shorter = self.shorter.get(&stock).copied().filter(|_| count > 1).unwrap_or_default();
        let wide = (sheet + shorter) / count.max(1) as f32;
        let mut widths = vec![wide; count];
        let flap = match face {
            Face::Outside => widths.first_mut(),
            Face::Inside => widths.last_mut(),
        };
        if let Some(flap) = flap {
            *flap = wide - shorter;
        }
        widths
    }

    /// The width of the text on every panel: the narrowest panel less its two side margins.
    #[must_use]
    pub fn measure(&self, stock: Stock, sheet: Pt) -> Pt {
        let narrowest = self.widths(Face::Outside, stock, sheet).into_iter().reduce(Pt::min);
        narrowest.unwrap_or_default() - self.side * 2.0
    }

    pub(super) fn side(&self, face: Face, stock: Stock, sheet: (Pt, Pt)) -> SheetSide {
        let measure = self.measure(stock, sheet.0);
        let (mut left, mut panels) = (Pt::ZERO, Vec::new());
        for (name, width) in self.names(face).iter().zip(self.widths(face, stock, sheet.0)) {
            let side = (width - measure) / 2.0;
            panels.push((name.clone(), Place { face, left, size: (width, sheet.1), side, measure, heading: None }));
            left += width;
        }
        let folds = panels.iter().skip(1).map(|(_, place)| place.left).collect();
        SheetSide { face, panels, folds }
    }
}

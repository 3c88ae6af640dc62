//! Imposition: which panels lie where on the printed sheets, how far colour reaches, and the boxes of the pages.

use crate::format::Face;
use crate::leaflet::{Leaflet, Panel};
use crate::unit::{Area, Point, Pt};

/// One side of a sheet as it is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Which side of the folded sheet it is; none for a page that belongs to no fold.
    pub face: Option<Face>,
    /// Width and height after trimming.
    pub trim: (Pt, Pt),
    /// The number of each panel in the leaflet, and how far its left edge is from the left trim.
    pub panels: Vec<(usize, Pt)>,
    /// How far the folds are from the left trim.
    pub folds: Vec<Pt>,
}

/// How far what touches an edge of a panel is drawn beyond it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reach {
    /// Beyond the left edge.
    pub left: Pt,
    /// Beyond the right edge.
    pub right: Pt,
    /// Beyond the upper edge.
    pub top: Pt,
    /// Beyond the lower edge.
    pub foot: Pt,
}

/// Closer than this is touching.
const TOUCH: f32 = 0.02;

/// The sides of the sheets that a leaflet is printed on, in order. A page that lies on no side is a sheet of its own.
#[must_use]
pub fn impose(leaflet: &Leaflet) -> Vec<Sheet> {
    let number = |name: &str| leaflet.panels.iter().position(|panel| panel.name == name);
    let mut placed = Vec::new();
    let mut sheets: Vec<Sheet> = Vec::new();
    for side in &leaflet.sides {
        let panels: Vec<(usize, Pt)> =
            side.panels.iter().filter_map(|(name, place)| Some((number(name)?, place.left))).collect();
        if panels.is_empty() {
            continue;
        }
        placed.extend(panels.iter().map(|(number, _)| *number));
        let heights = panels.iter().filter_map(|(number, _)| leaflet.panels.get(*number)).map(|panel| panel.size.1);
        let trim = (leaflet.sheet.0, heights.fold(leaflet.sheet.1, Pt::max));
        sheets.push(Sheet { face: Some(side.face), trim, panels, folds: side.folds.clone() });
    }
    let alone = |(number, panel): (usize, &Panel)| {
        (!placed.contains(&number)).then(|| Sheet {
            face: None,
            trim: panel.size,
            panels: vec![(number, Pt::ZERO)],
            folds: Vec::new(),
        })
    };
    sheets.extend(leaflet.panels.iter().enumerate().filter_map(alone));
    sheets
}

impl Sheet {
    /// How far colour reaches beyond a panel: to the bleed where the sheet is trimmed; at a fold not at all, but the
    /// ground of a cover goes `wrap` around it, so that a fold that is a little off shows on the back.
    #[must_use]
    pub fn reach(&self, panel: &Panel, left: Pt, bleed: Pt, wrap: Pt) -> Reach {
        let at_fold = if panel.is_cover() { wrap } else { Pt::ZERO };
        let edge = |at_trim: bool| if at_trim { bleed } else { at_fold };
        Reach {
            left: edge(left.0.abs() < TOUCH),
            right: edge((left + panel.size.0 - self.trim.0).0.abs() < TOUCH),
            top: bleed,
            foot: bleed,
        }
    }

    /// The media box, the bleed box and the trim box, each as left, foot, right and top.
    #[must_use]
    pub fn boxes(&self, margin: Pt, bleed: Pt) -> [[f32; 4]; 3] {
        let (width, height) = self.trim;
        let around = |more: Pt| [margin - more, margin - more, margin + width + more, margin + height + more];
        [around(margin), around(bleed), around(Pt::ZERO)].map(|corners| corners.map(|length| round(length.0)))
    }
}

/// Thousandths of a point.
fn round(length: f32) -> f32 {
    (length * 1000.0).round() / 1000.0
}

impl Reach {
    /// The same area, drawn on beyond the edges of a panel of the given size that it touches.
    #[must_use]
    pub fn stretch(&self, area: Area, panel: (Pt, Pt)) -> Area {
        let more = |distance: Pt, reach: Pt| if distance.0.abs() < TOUCH { reach } else { Pt::ZERO };
        let Point(x, y) = area.origin;
        let (left, top) = (more(x, self.left), more(y, self.top));
        let right = more(panel.0 - area.right(), self.right);
        let foot = more(panel.1 - area.foot(), self.foot);
        Area::new(x - left, y - top, area.width + left + right, area.height + top + foot)
    }

    /// The whole panel with all that it reaches beyond.
    #[must_use]
    pub fn around(&self, panel: (Pt, Pt)) -> Area {
        self.stretch(Area::new(Pt::ZERO, Pt::ZERO, panel.0, panel.1), panel)
    }

    /// Where lines are drawn: up to the bleed, but not around a fold.
    #[must_use]
    pub fn within_folds(&self, bleed: Pt) -> Self {
        let side = |reach: Pt| if reach < bleed { Pt::ZERO } else { reach };
        Self { left: side(self.left), right: side(self.right), ..*self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sheet(width: f32, height: f32) -> Sheet {
        Sheet { face: Some(Face::Outside), trim: (Pt(width), Pt(height)), panels: Vec::new(), folds: Vec::new() }
    }

    proptest! {
        #[test]
        fn the_trim_lies_in_the_bleed_and_the_bleed_in_the_media(
            width in 100.0f32..1300.0, height in 100.0f32..900.0, bleed in 0.0f32..20.0
        ) {
            let [media, bleeds, trim] = sheet(width, height).boxes(Pt(36.0), Pt(bleed));
            for (outer, inner) in [(media, bleeds), (bleeds, trim)] {
                prop_assert!(outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]);
            }
            prop_assert!((trim[2] - trim[0] - width).abs() < 0.01 && (trim[3] - trim[1] - height).abs() < 0.01);
            prop_assert_eq!((media[0], media[1]), (0.0, 0.0));
        }

        #[test]
        fn only_what_touches_an_edge_is_drawn_beyond_it(x in 1.0f32..100.0, y in 1.0f32..100.0) {
            let reach = Reach { left: Pt(2.0), right: Pt(9.0), top: Pt(9.0), foot: Pt(9.0) };
            let inside = Area::new(Pt(x), Pt(y), Pt(50.0), Pt(50.0));
            prop_assert_eq!(reach.stretch(inside, (Pt(265.5), Pt(612.0))), inside);
            let strip = Area::new(Pt(0.0), Pt(y), Pt(265.5), Pt(20.0));
            prop_assert_eq!(reach.stretch(strip, (Pt(265.5), Pt(612.0))), Area::new(Pt(-2.0), Pt(y), Pt(276.5), Pt(20.0)));
        }
    }

    #[test]
    fn the_boxes_of_a_letter_sheet() {
        let [media, bleed, trim] = sheet(792.0, 612.0).boxes(Pt(36.0), Pt(9.0));
        assert_eq!(
            format!("{media:?} {bleed:?} {trim:?}"),
            "[0.0, 0.0, 864.0, 684.0] [27.0, 27.0, 837.0, 657.0] [36.0, 36.0, 828.0, 648.0]"
        );
    }
}

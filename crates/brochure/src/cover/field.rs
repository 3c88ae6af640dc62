//! The field between the text and the call: a picture or an ornament.

use std::sync::Arc;

use serviceline_core::words::Words;

use super::{DRAWN, FLATTEST, Page};
use crate::art::{Shape, arch};
use crate::color::Role;
use crate::design::cover::Photo;
use crate::design::{Ornament, TextRole};
use crate::flow::House;
use crate::leaflet::{Kid, Node, PlacedPicture, Tag};
use crate::ornament::Stand;
use crate::ornament::mosaic::Mosaic;
use crate::picture::Picture;
use crate::unit::{Area, Pt};

impl Page<'_> {
    /// Where a picture is seen, if there is room for it.
    pub(super) fn window(&self, bottom: Pt, foot_top: Pt) -> Option<Area> {
        let (width, height) = self.place.size;
        match &self.house.design.cover.photo {
            Photo::Slot { foot, height: high, clear, .. } => {
                let foot = (height - *foot).min(foot_top - *clear);
                let top = (foot - *high).max(bottom + *clear);
                (foot - top >= *high * FLATTEST).then(|| Area::new(Pt::ZERO, top, width, foot - top))
            }
            Photo::Mosaic { clear, .. } => {
                let Ornament::Mosaic(mosaic) = &self.house.design.cover.ornament else { return None };
                let rows = self.rows(mosaic, bottom + *clear, foot_top)?;
                let (side, foot) = (mosaic.side(width), self.field_foot(foot_top));
                let top = foot - side * rows as f32;
                Some(Area::new(Pt::ZERO, top, width, foot - top))
            }
            Photo::Arch { width: wide, top, clear, .. } => {
                let wide = *wide * (width / DRAWN.0).min(1.3);
                let top = (height - (DRAWN.1 - *top)).max(bottom + *clear);
                let foot = foot_top - Pt(10.0);
                let least = wide * 0.5 + Pt(30.0);
                (foot - top >= least).then(|| Area::new((width - wide) / 2.0, top, wide, foot - top))
            }
        }
    }

    /// The picture, between the text and the call. Gives whether there was room for it.
    pub(super) fn picture(&mut self, picture: &Picture, alt: &Words, bottom: Pt, foot_top: Pt) -> bool {
        let Some(window) = self.window(bottom, foot_top) else { return false };
        let House { design, palette, .. } = self.house;
        let (width, _) = self.place.size;
        let mut placed = PlacedPicture {
            picture: Arc::new(picture.clone()),
            alt: alt.clone(),
            window,
            outline: None,
            front: Vec::new(),
            area: covering(window, picture.size),
        };
        match (&design.cover.photo, &design.cover.ornament) {
            (Photo::Slot { rule, .. }, _) => {
                self.art.push(Shape::rule(Pt::ZERO, window.foot(), width, *rule, palette.get(Role::Hi)));
            }
            (Photo::Mosaic { pieces, .. }, Ornament::Mosaic(mosaic)) => {
                let rows = (window.height / mosaic.side(width)).round() as usize;
                let first = mosaic.rows.len().saturating_sub(rows);
                // A low picture keeps two corners only, or there would be little to see of it.
                let corners = [pieces.first().map(|(_, column)| (first, *column)), pieces.last().copied()];
                let low = rows < mosaic.rows.len();
                let keep = |row: usize, column: usize| {
                    if low { corners.contains(&Some((row, column))) } else { pieces.contains(&(row, column)) }
                };
                placed.front = mosaic.draw(rows, width, window.foot(), palette, keep);
            }
            (Photo::Arch { front, .. }, _) => {
                placed.outline = Some(arch(window));
                placed.front = front.draw(self.stand(1.0, foot_top), palette);
            }
            _ => {}
        }
        self.kids.push(Kid::Node(Node::new(Tag::Figure, vec![Kid::Picture(placed)])));
        true
    }

    /// How many rows of a mosaic have room below a height.
    fn rows(&self, mosaic: &Mosaic, top: Pt, foot_top: Pt) -> Option<usize> {
        let side = mosaic.side(self.place.size.0);
        let room = ((self.field_foot(foot_top) - top + Pt(0.5)) / side).floor().max(0.0) as usize;
        (room >= mosaic.least).then(|| room.min(mosaic.rows.len()))
    }

    /// Where the ornament stands: higher up where the call has more lines than it was drawn for.
    fn stand(&self, high: f32, foot_top: Pt) -> Stand {
        let (width, height) = self.place.size;
        let drawn: Pt = [TextRole::CoverCall, TextRole::CoverPhone]
            .map(|role| self.house.design.style(role))
            .map(|style| style.lead + style.before)
            .into_iter()
            .sum();
        let lift = (height - self.house.design.cover.foot_margin - drawn - foot_top).max(Pt::ZERO);
        Stand { wide: width / DRAWN.0, high, left: Pt::ZERO, foot: (DRAWN.1, height - lift) }
    }

    pub(super) fn has_room(&self, bottom: Pt, foot_top: Pt) -> bool {
        let top = bottom + self.house.design.cover.clear;
        match &self.house.design.cover.ornament {
            Ornament::Mosaic(mosaic) => self.rows(mosaic, top, foot_top).is_some(),
            ornament => ornament.top().is_none_or(|drawn| self.stand(FLATTEST, foot_top).height(drawn) >= top),
        }
    }

    /// The ornament, between the text and the trim; flatter where there is little room, and left out where there is none.
    pub(super) fn ornament(&mut self, bottom: Pt, foot_top: Pt, call: &[Area]) {
        let House { design, palette, .. } = self.house;
        let top = bottom + design.cover.clear;
        match &design.cover.ornament {
            Ornament::None => {}
            Ornament::Mosaic(mosaic) => {
                if let Some(rows) = self.rows(mosaic, top, foot_top) {
                    let foot = self.field_foot(foot_top);
                    self.art.extend(mosaic.draw(rows, self.place.size.0, foot, palette, |_, _| true));
                }
            }
            ornament => {
                let Some(drawn) = ornament.top() else { return };
                let mut stand = self.stand(1.0, foot_top);
                loop {
                    stand.high = ((stand.foot.1 - top) / (DRAWN.1 - drawn)).min(1.0);
                    if stand.high < FLATTEST {
                        return;
                    }
                    let drawing = ornament.draw(stand, palette);
                    if !drawing.iter().any(|shape| shape.touches(call)) {
                        return self.art.extend(drawing);
                    }
                    stand.foot.1 -= Pt(6.0);
                }
            }
        }
    }
}

/// The smallest area of a picture's proportions that covers a window, centred on it.
pub(crate) fn covering(window: Area, size: (u32, u32)) -> Area {
    let (width, height) = (size.0.max(1) as f32, size.1.max(1) as f32);
    let scale = (window.width.0 / width).max(window.height.0 / height);
    let (width, height) = (Pt(width * scale), Pt(height * scale));
    let x = window.origin.0 + (window.width - width) / 2.0;
    let y = window.origin.1 + (window.height - height) / 2.0;
    Area::new(x, y, width, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_covers_its_window_whole_and_keeps_its_proportions() {
        let window = Area::new(Pt(0.0), Pt(300.0), Pt(265.5), Pt(190.0));
        for size in [(2400, 1600), (100, 900), (1, 1), (0, 5)] {
            let area = covering(window, size);
            assert!(area.origin.0 <= Pt(0.01) && area.origin.1 <= Pt(300.01), "{size:?}");
            assert!(area.right() >= Pt(265.49) && area.foot() >= Pt(489.99), "{size:?}");
        }
    }
}

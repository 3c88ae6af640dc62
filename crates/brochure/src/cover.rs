//! The cover: name, title and a line in the upper part, where a rack does not hide them; a picture or an ornament; and at
//! the foot the number to call.

use std::sync::Arc;

use serviceline_core::words::Words;
use serviceline_core::{Diagnostic, Severity};

use crate::art::Shape;
use crate::color::Role;
use crate::design::{TextRole, TypeStyle};
use crate::draft::{CoverDraft, PanelDraft};
use crate::flow::House;
use crate::format::Place;
use crate::leaflet::{Kid, Node, Panel, PlacedPicture, PlacedText, SetText, Tag};
use crate::ornament::{Stand, contours};
use crate::picture::Picture;
use crate::typeset::{Setter, field_of};
use crate::unit::{Area, Point, Pt};

/// The height for which the cover's ornament was drawn, and its width.
const DRAWN: (Pt, Pt) = (Pt(265.5), Pt(612.0));
/// The ornament is not pressed flatter than this.
const FLATTEST: f32 = 0.7;
/// The ornament stays this far from the call.
const NEAR: Pt = Pt(4.0);
/// Text stays this far from the trim.
const CLEAR: Pt = Pt(18.0);
/// The most lines of a title.
const TITLE_LINES: usize = 4;

/// Sets the cover on a page that is `more` longer than the paper, and tells by how much it is over.
pub(crate) fn compose(
    draft: &PanelDraft,
    cover: &CoverDraft,
    more: Pt,
    house: House<'_>,
    setter: &mut Setter<'_>,
) -> (Panel, Pt) {
    let mut place = draft.place;
    place.size.1 += more;
    let mut page = Page { place, house, art: Vec::new(), kids: Vec::new() };
    page.ground();
    page.name(&cover.name, setter);
    let foot_top = page.call_top(cover, setter);
    let ground = page.kids.len();
    let mut last = page.text(cover, setter, None);
    if last.is_none_or(|y| y + house.design.cover.clear > foot_top) {
        page.kids.truncate(ground);
        let smallest = house.design.cover.title_steps.last().copied();
        last = page.text(cover, setter, smallest);
    }
    let bottom = last.unwrap_or(foot_top);
    let over = bottom + house.design.cover.clear - foot_top;
    let pictured = cover.picture.as_ref().is_some_and(|(picture, alt)| page.picture(picture, alt, bottom, foot_top));
    let call = page.call(cover, foot_top, setter);
    if !pictured {
        page.ornament(bottom, &call);
    }
    let used = bottom - house.design.cover.logo_y + (place.size.1 - foot_top);
    let fill = used / (place.size.1 - house.design.cover.logo_y - house.design.cover.foot_margin);
    let sections = vec![Node::new(Tag::Sect, page.kids)];
    (Panel { name: draft.name.clone(), size: place.size, art: page.art, sections, fill }, over)
}

struct Page<'a> {
    place: Place,
    house: House<'a>,
    art: Vec<Shape>,
    kids: Vec<Kid>,
}

impl Page<'_> {
    fn ground(&mut self) {
        let color = self.house.palette.get(Role::BrandGround);
        self.art.push(Shape::Block { area: self.place.area(), color });
    }

    fn put(&mut self, tag: Tag, text: &Arc<SetText>, style: TypeStyle, y: Pt) -> Pt {
        let at = Point(self.place.side, y + style.lead);
        let placed = PlacedText { text: Arc::clone(text), at, lead: style.lead };
        let last = placed.last_baseline();
        self.kids.push(Kid::Node(Node::new(tag, vec![Kid::Text(placed)])));
        last
    }

    /// One line of words in the style of its role, below `y`. Gives the last baseline.
    fn line(&mut self, tag: Tag, role: TextRole, words: &Words, y: Pt, setter: &mut Setter<'_>) -> Pt {
        if words.is_empty() {
            return y;
        }
        let text = setter.text(role, words, self.place.measure);
        let style = self.house.design.style(role);
        self.put(tag, &text, style, y + style.before)
    }

    fn name(&mut self, name: &Words, setter: &mut Setter<'_>) {
        let y = self.house.design.cover.logo_y - Pt(4.0);
        self.line(Tag::P, TextRole::CoverName, name, y, setter);
    }

    /// Kicker, title and the line below. Gives the last baseline; nothing if no size of the title fits.
    fn text(&mut self, cover: &CoverDraft, setter: &mut Setter<'_>, size: Option<Pt>) -> Option<Pt> {
        let design = &self.house.design.cover;
        let y = self.line(Tag::P, TextRole::CoverKicker, &cover.kicker, design.text_y, setter);
        let style = self.house.design.style(TextRole::CoverTitle);
        let steps: Vec<Pt> = size.map_or_else(|| design.title_steps.clone(), |size| vec![size]);
        let (problems, last) = (setter.problems.len(), steps.len().saturating_sub(1));
        for (index, size) in steps.into_iter().enumerate() {
            let style = TypeStyle { size, lead: size * design.title_lead, ..style };
            let title = setter.text_in(TextRole::CoverTitle, style, &cover.title, self.place.measure);
            let fits =
                setter.problems.len() == problems && title.lines.len() <= TITLE_LINES + usize::from(index == last);
            if fits || index == last {
                let y = self.put(Tag::H1, &title, style, y + style.before);
                return Some(self.line(Tag::P, TextRole::CoverLead, &cover.lead, y, setter));
            }
            setter.problems.truncate(problems);
        }
        None
    }

    /// The measure of the call: short lines, which may come nearer to the trim than running text.
    fn wide(&self) -> Pt {
        self.place.size.0 - self.place.side - CLEAR
    }

    /// Where the call at the foot begins.
    fn call_top(&self, cover: &CoverDraft, setter: &mut Setter<'_>) -> Pt {
        let mut y = self.place.size.1 - self.house.design.cover.foot_margin;
        for (role, words) in cover.foot() {
            let style = self.house.design.style(role);
            let lines = setter.text(role, words, self.wide()).lines.len();
            y -= style.lead * lines as f32 + style.before;
        }
        y
    }

    /// The call at the foot. Gives the areas of its lines.
    fn call(&mut self, cover: &CoverDraft, top: Pt, setter: &mut Setter<'_>) -> Vec<Area> {
        let (mut y, mut areas) = (top, Vec::new());
        for (role, words) in cover.foot() {
            let text = setter.text(role, words, self.wide());
            let style = self.house.design.style(role);
            let first = y + style.before;
            y = self.put(Tag::P, &text, style, first);
            for (number, line) in text.lines.iter().enumerate() {
                let top = first + style.lead * (number as f32 + 0.2);
                areas.push(Area::new(self.place.side, top, line.width + NEAR, style.lead));
            }
        }
        areas
    }

    /// The picture, between the text and the call. Gives whether there was room for it.
    fn picture(&mut self, picture: &Picture, alt: &Words, bottom: Pt, foot_top: Pt) -> bool {
        let photo = self.house.design.cover.photo;
        let (width, height) = self.place.size;
        let foot = (height - photo.foot).min(foot_top - photo.clear);
        let top = (foot - photo.height).max(bottom + photo.clear);
        if foot - top < photo.height * FLATTEST {
            return false;
        }
        let window = Area::new(Pt::ZERO, top, width, foot - top);
        let color = self.house.palette.get(Role::Hi);
        self.art.push(Shape::rule(Pt::ZERO, foot, width, photo.rule, color));
        let placed = PlacedPicture {
            picture: Arc::new(picture.clone()),
            alt: alt.clone(),
            window,
            area: covering(window, picture.size),
        };
        self.kids.push(Kid::Node(Node::new(Tag::Figure, vec![Kid::Picture(placed)])));
        true
    }

    /// The ornament, between the text and the trim; higher up if it would run into the call, and left out if there is no
    /// room for it.
    fn ornament(&mut self, bottom: Pt, call: &[Area]) {
        let design = &self.house.design.cover;
        let (width, height) = self.place.size;
        let mut foot = height;
        loop {
            let room = foot - (bottom + design.clear);
            let high = (room / (DRAWN.1 - design.contours.top)).min(1.0);
            if high < FLATTEST {
                return;
            }
            let stand = Stand { wide: width / DRAWN.0, high, left: Pt::ZERO, foot: (DRAWN.1, foot) };
            let drawing = contours(&design.contours, stand, self.house.palette);
            if !drawing.iter().any(|shape| shape.touches(call)) {
                self.art.extend(drawing);
                return;
            }
            foot -= Pt(6.0);
        }
    }
}

impl CoverDraft {
    /// What stands at the foot, from top to bottom.
    fn foot(&self) -> impl Iterator<Item = (TextRole, &Words)> {
        let lines = [
            (TextRole::CoverCall, &self.call),
            (TextRole::CoverPhone, &self.phone),
            (TextRole::CoverCall, &self.hours),
        ];
        lines.into_iter().filter(|(_, words)| !words.is_empty())
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

/// The report of a cover that is over.
pub(crate) fn too_tall(cover: &CoverDraft, by: Pt, severity: Severity) -> Diagnostic {
    let fields: Vec<&str> = [&cover.title, &cover.lead].into_iter().filter_map(field_of).collect();
    let message = format!(
        "panel `cover` is over by {} pt: expected a title and a line that fit above the number to call, found {}",
        by.0.ceil(),
        fields.join(", ")
    );
    let mut problem = Diagnostic::error("overset", message).help("shorten the title or the line below it");
    problem.severity = severity;
    match fields.first() {
        Some(path) => problem.at_path(*path),
        None => problem,
    }
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

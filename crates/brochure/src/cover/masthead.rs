//! The head of the first page, where pages have no cover: name, title and the number to call, on a band of colour.

use serviceline_core::words::Words;

use super::Page;
use crate::art::Shape;
use crate::color::{PAPER, Role};
use crate::design::cover::{self, Ornament};
use crate::design::{Surface, TextRole, TypeStyle};
use crate::draft::{CoverDraft, PanelDraft};
use crate::flow::House;
use crate::leaflet::{Node, Tag};
use crate::ornament::{OVER, Stand};
use crate::typeset::{Setter, width_of};
use crate::unit::{Area, Point, Pt};

/// The head of a first page, with its foot.
pub(crate) struct Masthead {
    pub(crate) art: Vec<Shape>,
    pub(crate) section: Node,
    pub(crate) foot: Pt,
}

/// The width of the page that the ornament was drawn for.
const DRAWN: Pt = Pt(612.0);

/// Sets the head of the first page.
pub(crate) fn masthead(draft: &PanelDraft, cover: &CoverDraft, house: House<'_>, setter: &mut Setter<'_>) -> Masthead {
    let tokens = &house.design.cover.masthead;
    let mut place = draft.place;
    place.measure = tokens.measure.map_or(place.measure, |most| place.measure.min(most));
    setter.surface = Surface::Paper;
    let mut page = Page { place, house, art: Vec::new(), behind: Vec::new(), kids: Vec::new() };
    match &cover.logo {
        Some((logo, alt)) => page.logo(logo, alt),
        None => page.name(&cover.name, setter),
    }
    let bottom = page.title(cover, setter);
    let bottom = page.call_below(cover, bottom, setter);
    let foot = tokens.height.max(bottom + house.design.cover.foot_margin);
    let mut art = band(tokens, Area::new(Pt::ZERO, Pt::ZERO, place.size.0, foot), house);
    art.extend(page.art);
    Masthead { art, section: Node::new(Tag::Sect, page.kids), foot }
}

/// The ground of the head and its ornament, down to its foot.
fn band(tokens: &cover::Masthead, area: Area, house: House<'_>) -> Vec<Shape> {
    let House { design, palette, .. } = house;
    let mut shapes = Vec::new();
    let color = palette.get(design.cover.ground);
    if color == PAPER && matches!(tokens.ornament, Ornament::None) {
        return shapes;
    }
    shapes.push(Shape::Block { area, color });
    if let Ornament::Mosaic(mosaic) = &tokens.ornament {
        shapes.extend(mosaic.draw(mosaic.rows.len(), area.width, area.foot(), palette, |_, _| true));
        return shapes;
    }
    let wide = area.width / DRAWN;
    let stand = Stand { wide, high: 1.0, left: Pt::ZERO, foot: (tokens.height, area.foot()) };
    shapes.extend(tokens.ornament.draw(stand, palette));
    // What grows below the band is covered by the page.
    let below = Area::new(-OVER, area.foot(), area.width + OVER * 2.0, OVER + Pt(1.0));
    shapes.push(Shape::Block { area: below, color: palette.get(Role::Paper) });
    shapes
}

impl Page<'_> {
    /// Kicker, title and the line below, in the largest size in which the title has two lines at most.
    fn title(&mut self, cover: &CoverDraft, setter: &mut Setter<'_>) -> Pt {
        let design = &self.house.design.cover;
        let style = self.house.design.style(TextRole::CoverTitle);
        let last = design.title_steps.len().saturating_sub(1);
        for (step, size) in design.title_steps.iter().enumerate() {
            let style = TypeStyle { size: *size, lead: *size * design.title_lead, ..style };
            let problems = setter.problems.len();
            let title = setter.text_in(TextRole::CoverTitle, style, &cover.title, self.place.measure);
            if step < last && (setter.problems.len() > problems || title.lines.len() > LINES) {
                setter.problems.truncate(problems);
                continue;
            }
            let y = self.line(Tag::P, TextRole::CoverKicker, &cover.kicker, design.text_y, setter);
            let y = self.put(Tag::H1, &title, style, Point(self.place.side, y + style.before));
            let y = self.line(Tag::P, TextRole::CoverLead, &cover.lead, y, setter);
            return self.line(Tag::P, TextRole::CoverMessage, &cover.message, y, setter);
        }
        design.text_y
    }

    /// The call and its number: on one line where there is room for both.
    fn call_below(&mut self, cover: &CoverDraft, y: Pt, setter: &mut Setter<'_>) -> Pt {
        let [call, phone] = [TextRole::CoverCall, TextRole::CoverPhone].map(|role| self.house.design.style(role));
        let words: [&Words; 2] = [&cover.call, &cover.phone];
        if words.iter().any(|words| words.is_empty()) {
            let y = self.line(Tag::P, TextRole::CoverCall, words[0], y, setter);
            return self.line(Tag::P, TextRole::CoverPhone, words[1], y, setter);
        }
        let texts = [
            setter.text(TextRole::CoverCall, words[0], self.place.measure),
            setter.text(TextRole::CoverPhone, words[1], self.place.measure),
        ];
        let width = width_of(&texts[0]) + GAP;
        let fits = texts.iter().all(|text| text.lines.len() < 2) && width + width_of(&texts[1]) <= self.place.measure;
        if !self.house.design.cover.masthead.beside || !fits {
            let y = self.put(Tag::P, &texts[0], call, Point(self.place.side, y + call.before));
            return self.put(Tag::P, &texts[1], phone, Point(self.place.side, y + phone.before));
        }
        let baseline = y + call.before + phone.lead;
        for (text, style, x) in [(&texts[0], call, Pt::ZERO), (&texts[1], phone, width)] {
            self.put(Tag::P, text, style, Point(self.place.side + x, baseline - style.lead));
        }
        baseline
    }
}

/// The most lines of a title.
const LINES: usize = 2;
/// Between the call and its number.
const GAP: Pt = Pt(8.0);

//! The cover: name, title and a line in the upper part, where a rack does not hide them; a picture or an ornament; and at
//! the foot the number to call.

mod field;
mod masthead;

use std::sync::Arc;

use serviceline_core::words::Words;
use serviceline_core::{Diagnostic, Severity};

use crate::art::{Shape, rounded};
use crate::color::PAPER;
use crate::design::{Surface, TextRole, TypeStyle};
use crate::draft::{CoverDraft, CoverLogo, PanelDraft};
use crate::flow::House;
use crate::format::Place;
use crate::leaflet::{Kid, Meaning, Node, Panel, PlacedDrawing, PlacedPicture, PlacedText, SetText, Tag};
use crate::logo;
use crate::typeset::{Setter, field_of};
use crate::unit::{Area, Point, Pt};

pub(crate) use field::covering;
pub(crate) use masthead::{Masthead, masthead};

/// The height for which the cover's ornament was drawn, and its width.
const DRAWN: (Pt, Pt) = (Pt(265.5), Pt(612.0));
/// The ornament is not pressed flatter than this.
const FLATTEST: f32 = 0.7;
/// The ornament stays this far from the call.
const NEAR: Pt = Pt(4.0);
/// Text stays this far from the trim.
const CLEAR: Pt = Pt(18.0);
/// The most lines of a title; one more in a size this small.
const TITLE_LINES: usize = 4;
const SMALL_TITLE: Pt = Pt(30.0);

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
    setter.surface = Surface::Paper;
    let mut page = Page { place, house, art: Vec::new(), behind: Vec::new(), kids: Vec::new() };
    match &cover.logo {
        Some((logo, alt)) => page.logo(logo, alt),
        None => page.name(&cover.name, setter),
    }
    let call = page.call_lines(cover, setter);
    let foot_top = page.call_top(&call);
    let bottom = page.upper_part(cover, foot_top, setter);
    let over = bottom + house.design.cover.clear - foot_top;
    let pictured = cover.picture.as_ref().is_some_and(|(picture, alt)| page.picture(picture, alt, bottom, foot_top));
    let areas = page.call(&call, foot_top);
    if !pictured {
        page.ornament(bottom, foot_top, &areas);
    }
    page.ground(foot_top);
    let used = bottom - house.design.cover.logo_y + (place.size.1 - foot_top);
    let fill = used / (place.size.1 - house.design.cover.logo_y - house.design.cover.foot_margin);
    page.behind.extend(page.art);
    let sections = vec![Node::new(Tag::Sect, page.kids)];
    (Panel { name: draft.name.clone(), size: place.size, art: page.behind, sections, running: Vec::new(), fill }, over)
}

struct Page<'a> {
    place: Place,
    house: House<'a>,
    art: Vec<Shape>,
    /// What lies behind all other things.
    behind: Vec<Shape>,
    kids: Vec<Kid>,
}

/// A line of the call, set.
struct CallLine {
    role: TextRole,
    text: Arc<SetText>,
}

impl Page<'_> {
    fn ground(&mut self, foot_top: Pt) {
        let House { design, palette, .. } = self.house;
        let color = palette.get(design.cover.ground);
        if color != PAPER {
            self.behind.push(Shape::Block { area: self.place.area(), color });
        }
        if let Some(band) = design.cover.band {
            let top = foot_top - band.top;
            let (width, height) = self.place.size;
            let area = Area::new(Pt::ZERO, top, width, height - top);
            self.behind.push(Shape::Block { area, color: palette.get(band.fill) });
            let tile = band.tile;
            let corner = Point(self.place.side, top + (height - top - tile.side) / 2.0 - Pt(2.0));
            let square = Area::new(corner.0, corner.1, tile.side, tile.side);
            self.art.push(Shape::Fill { path: rounded(square, [tile.radius; 4]), color: palette.get(tile.fill) });
            let inset = (tile.side - band.icon) / 2.0;
            let at = Point(corner.0 + inset, corner.1 + inset);
            self.art.extend(self.house.icons.draw("phone", at, band.icon, band.stroke, palette.get(band.color)));
        }
    }

    /// Where ornament and picture must end.
    fn field_foot(&self, foot_top: Pt) -> Pt {
        self.house.design.cover.band.map_or(self.place.size.1, |band| foot_top - band.top)
    }

    fn put(&mut self, tag: Tag, text: &Arc<SetText>, style: TypeStyle, at: Point) -> Pt {
        let at = Point(at.0, at.1 + style.lead);
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
        self.put(tag, &text, style, Point(self.place.side, y + style.before))
    }

    fn name(&mut self, name: &Words, setter: &mut Setter<'_>) {
        let y = self.house.design.cover.logo_y - Pt(4.0);
        self.line(Tag::P, TextRole::CoverName, name, y, setter);
    }

    fn logo(&mut self, logo: &CoverLogo, alt: &Words) {
        let (left, top) = (self.place.side, self.house.design.cover.logo_y);
        let at = |size: (Pt, Pt)| {
            let (width, height) = logo::fit(size, self.place.measure);
            Area::new(left, top, width, height)
        };
        let kid = match logo {
            CoverLogo::Drawing(drawing, on, colors) => {
                let (width, height) = drawing.size(self.place.measure);
                let area = Area::new(left, top, width, height);
                let art = drawing.draw(area, *on, self.house.palette, colors);
                Kid::Drawing(PlacedDrawing { art, meaning: Meaning::Figure(alt.clone(), area) })
            }
            CoverLogo::Picture(picture) => {
                let area = at((Pt(picture.size.0 as f32), Pt(picture.size.1 as f32)));
                Kid::Picture(PlacedPicture {
                    picture: Arc::new(picture.clone()),
                    alt: alt.clone(),
                    window: area,
                    outline: None,
                    front: Vec::new(),
                    area,
                })
            }
        };
        self.kids.push(Kid::Node(Node::new(Tag::Figure, vec![kid])));
    }

    /// Kicker, title and the line below, in the largest size that leaves room for what is below. Gives the last baseline.
    fn upper_part(&mut self, cover: &CoverDraft, foot_top: Pt, setter: &mut Setter<'_>) -> Pt {
        let design = &self.house.design.cover;
        let room = |bottom: Pt, page: &Self| match &cover.picture {
            Some(_) => page.window(bottom, foot_top).is_some(),
            None => page.has_room(bottom, foot_top),
        };
        let ground = self.kids.len();
        let mut fits = Vec::new();
        for (index, size) in design.title_steps.iter().enumerate() {
            if let Some(bottom) = self.text(cover, setter, *size, index + 1 == design.title_steps.len()) {
                if room(bottom, self) {
                    return bottom;
                }
                fits.push((*size, bottom + design.clear <= foot_top));
            }
            self.kids.truncate(ground);
        }
        // No size leaves room for the ornament, so it is the title's: in the largest size that keeps clear of the call.
        let largest = fits.iter().find(|(_, is_clear)| *is_clear).map(|(size, _)| *size);
        let size = largest.or(design.title_steps.last().copied()).unwrap_or(Pt(30.0));
        self.text(cover, setter, size, true).unwrap_or(foot_top)
    }

    /// Kicker, title in a size and the line below. Gives the last baseline; nothing if the title has too many lines.
    fn text(&mut self, cover: &CoverDraft, setter: &mut Setter<'_>, size: Pt, is_last: bool) -> Option<Pt> {
        let design = &self.house.design.cover;
        let style = self.house.design.style(TextRole::CoverTitle);
        let style = TypeStyle { size, lead: size * design.title_lead, ..style };
        let problems = setter.problems.len();
        let title = setter.text_in(TextRole::CoverTitle, style, &cover.title, self.place.measure);
        let most = TITLE_LINES + usize::from(size <= SMALL_TITLE);
        if !is_last && (setter.problems.len() > problems || title.lines.len() > most) {
            setter.problems.truncate(problems);
            return None;
        }
        let y = self.line(Tag::P, TextRole::CoverKicker, &cover.kicker, design.text_y, setter);
        let y = self.put(Tag::H1, &title, style, Point(self.place.side, y + style.before));
        let y = self.line(Tag::P, TextRole::CoverLead, &cover.lead, y, setter);
        Some(self.line(Tag::P, TextRole::CoverMessage, &cover.message, y, setter))
    }

    /// Where the call's lines begin from the left.
    fn call_left(&self) -> Pt {
        let band = self.house.design.cover.band;
        self.place.side + band.map_or(Pt::ZERO, |band| band.tile.side + band.gap)
    }

    /// The lines of the call: they are short, and may come nearer to the trim than running text.
    fn call_lines(&self, cover: &CoverDraft, setter: &mut Setter<'_>) -> Vec<CallLine> {
        let measure = self.place.size.0 - self.call_left() - CLEAR;
        cover.foot().map(|(role, words)| CallLine { role, text: setter.text(role, words, measure) }).collect()
    }

    /// Where the call at the foot begins.
    fn call_top(&self, call: &[CallLine]) -> Pt {
        let height = |line: &CallLine| {
            let style = self.house.design.style(line.role);
            style.lead * line.text.lines.len() as f32 + style.before
        };
        self.place.size.1 - self.house.design.cover.foot_margin - call.iter().map(height).sum::<Pt>()
    }

    /// The call at the foot. Gives the areas of its lines.
    fn call(&mut self, call: &[CallLine], top: Pt) -> Vec<Area> {
        let (mut y, mut areas, left) = (top, Vec::new(), self.call_left());
        for CallLine { role, text } in call {
            let style = self.house.design.style(*role);
            let first = y + style.before;
            y = self.put(Tag::P, text, style, Point(left, first));
            for (number, line) in text.lines.iter().enumerate() {
                let top = first + style.lead * (number as f32 + 0.2);
                areas.push(Area::new(left, top, line.width + NEAR, style.lead));
            }
        }
        areas
    }
}

impl CoverDraft {
    /// What stands at the foot, from top to bottom.
    fn foot(&self) -> impl Iterator<Item = (TextRole, &Words)> {
        let lines = [(TextRole::CoverCall, &self.call), (TextRole::CoverPhone, &self.phone)];
        lines.into_iter().filter(|(_, words)| !words.is_empty())
    }
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

//! Panels are filled, and made to hold what they must, in steps that are the same for everybody.
//!
//! First the ornament at the foot gives way, then the spaces on that side of the sheet, then the lead of the whole
//! document. The size of the letters never does. What still does not fit is an error that names panel, fields and lines:
//! nothing is printed over something else, and nothing is lost.

use serviceline_core::words::{Origin, Words};
use serviceline_core::{Diagnostic, Severity};

use crate::art::Shape;
use crate::color::{PAPER, Role};
use crate::cover;
use crate::design::{PanelGround, Surface};
use crate::draft::{Draft, PanelDraft, Section};
use crate::flow::{Flow, House, Knobs};
use crate::format::Face;
use crate::leaflet::{Node, Panel, PlacedText};
use crate::ornament::Stand;
use crate::typeset::{SetSection, Setter};
use crate::unit::{Area, Pt};

/// The sheet for which the ornament at the foot of the inside was drawn.
const DRAWN: (Pt, Pt) = (Pt(792.0), Pt(612.0));
/// A panel that is filled less gets more space between its sections, up to this much in these steps.
const LOOSE: f32 = 0.8;
const LOOSER: [(Pt, Pt); 4] = [(Pt(2.0), Pt(0.5)), (Pt(4.0), Pt(1.0)), (Pt(6.0), Pt(1.5)), (Pt(8.0), Pt(2.0))];

/// A panel whose texts are set.
struct Filled<'d> {
    draft: &'d PanelDraft,
    ground: Option<PanelGround>,
    sections: Vec<SetSection>,
    foot: Vec<SetSection>,
}

/// One way to fill a panel.
struct Attempt {
    panel: Panel,
    /// How far it reaches below where it may; none or less if it fits.
    over: Pt,
    /// Where text must end.
    limit: Pt,
    knobs: Knobs,
}

/// Less than this is no overset but arithmetic.
const SLACK: Pt = Pt(0.01);

/// Fills all panels.
///
/// What does not fit, and what cannot be set, is left in `setter.problems`.
pub(crate) fn fit(draft: &Draft, house: House<'_>, setter: &mut Setter<'_>, sheet: (Pt, Pt)) -> Vec<Panel> {
    let filled: Vec<Filled<'_>> = draft.panels.iter().map(|panel| Filled::set(panel, setter)).collect();
    let mut panels = Vec::new();
    for (at, attempt) in fill_faces(&filled, house, sheet) {
        if attempt.over > SLACK {
            setter.problems.push(overset(&attempt, house, Severity::Error));
        }
        panels.push((at, attempt.panel));
    }
    for (at, panel) in draft.panels.iter().enumerate() {
        let Some(cover) = &panel.cover else { continue };
        let (page, over) = cover::compose(panel, cover, Pt::ZERO, house, setter);
        setter.problems.extend((over > SLACK).then(|| cover::too_tall(cover, over, Severity::Error)));
        panels.push((at, page));
    }
    in_order(panels)
}

/// Fills all panels of a draft. A panel that is over becomes a longer page, with red ticks where the paper ends, and a
/// warning: a draft is there to be read, gaps and all.
pub(crate) fn fit_draft(
    draft: &Draft,
    house: House<'_>,
    setter: &mut Setter<'_>,
    sheet: (Pt, Pt),
) -> (Vec<Panel>, Vec<Diagnostic>) {
    let filled: Vec<Filled<'_>> = draft.panels.iter().map(|panel| Filled::set(panel, setter)).collect();
    let (mut panels, mut warnings) = (Vec::new(), Vec::new());
    for (at, attempt) in fill_faces(&filled, house, sheet) {
        let mut panel = attempt.panel;
        if let Some(filled) = filled.get(at).filter(|_| attempt.over > SLACK) {
            let longer = filled.fill(attempt.knobs, 0.0, attempt.over, house, sheet);
            warnings.push(overset(&Attempt { panel, ..attempt }, house, Severity::Warning));
            panel = longer.panel;
            mark_end(&mut panel, sheet.1, house);
        }
        panels.push((at, panel));
    }
    for (at, panel) in draft.panels.iter().enumerate() {
        let Some(cover) = &panel.cover else { continue };
        let (mut page, over) = cover::compose(panel, cover, Pt::ZERO, house, setter);
        if over > SLACK {
            warnings.push(cover::too_tall(cover, over, Severity::Warning));
            page = cover::compose(panel, cover, over, house, setter).0;
            mark_end(&mut page, sheet.1, house);
        }
        panels.push((at, page));
    }
    (in_order(panels), warnings)
}

/// A page that lists what is missing, as long as it must be.
pub(crate) fn page_of_gaps(gaps: &Section, draft: &Draft, house: House<'_>, setter: &mut Setter<'_>) -> Option<Panel> {
    let place = draft.panels.first()?.place;
    let section = setter.section(gaps, place.measure, Surface::Paper);
    let lead = house.design.fit.lead.first().copied().unwrap_or(Pt(16.0));
    let knobs = Knobs { spacing: 1.0, lead, section: Pt::ZERO, item: Pt::ZERO };
    let mut flow = Flow::new(house, knobs, &place, house.design.margin.top);
    flow.section(&section);
    let height = place.size.1.max(flow.foot() + house.design.margin.foot);
    let (art, sections) = (flow.art, flow.sections);
    Some(Panel { name: "draft".to_owned(), size: (place.size.0, height), art, sections, fill: 1.0 })
}

/// Ticks in the margins where the paper ends.
fn mark_end(panel: &mut Panel, end: Pt, house: House<'_>) {
    let color = house.palette.get(Role::Red);
    let (width, length) = (panel.size.0, Pt(16.0));
    for x in [Pt::ZERO, width - length] {
        panel.art.push(Shape::rule(x, end, length, Pt(1.5), color));
    }
}

fn in_order(mut panels: Vec<(usize, Panel)>) -> Vec<Panel> {
    panels.sort_by_key(|(at, _)| *at);
    panels.into_iter().map(|(_, panel)| panel).collect()
}

/// Both sides of the sheet, with the largest lead with which everything fits.
fn fill_faces(filled: &[Filled<'_>], house: House<'_>, sheet: (Pt, Pt)) -> Vec<(usize, Attempt)> {
    let mut faces = Vec::new();
    for lead in &house.design.fit.lead {
        let both = [Face::Outside, Face::Inside].map(|face| fill_face(filled, face, *lead, house, sheet));
        faces = both.into_iter().flatten().collect();
        if faces.iter().all(|(_, attempt)| attempt.over <= SLACK) {
            break;
        }
    }
    faces
}

/// The panels of one side, filled as loosely as they can all be; each with its place in the reading order.
fn fill_face(filled: &[Filled<'_>], face: Face, lead: Pt, house: House<'_>, sheet: (Pt, Pt)) -> Vec<(usize, Attempt)> {
    let fit = &house.design.fit;
    let on_face = || filled.iter().enumerate().filter(|(_, f)| f.draft.place.face == face && f.draft.cover.is_none());
    let ornaments: &[f32] = if face == Face::Inside { &fit.ornament } else { &[0.0] };
    let last = ornaments.last().copied().unwrap_or(0.0);
    let first = fit.spacing.first().copied().unwrap_or(1.0);
    let steps = ornaments.iter().map(|o| (*o, first)).chain(fit.spacing.iter().skip(1).map(|s| (last, *s)));
    let mut attempts = Vec::new();
    for (ornament, spacing) in steps {
        let knobs = Knobs { spacing, lead, section: Pt::ZERO, item: Pt::ZERO };
        attempts = on_face().map(|(at, f)| (at, f.fill(knobs, ornament, Pt::ZERO, house, sheet))).collect();
        if attempts.iter().all(|(_, attempt)| attempt.over <= SLACK) {
            return on_face().map(|(at, f)| (at, f.loosened(knobs, ornament, house, sheet))).collect();
        }
    }
    attempts
}

impl<'d> Filled<'d> {
    fn set(draft: &'d PanelDraft, setter: &mut Setter<'_>) -> Self {
        let measure = draft.place.measure;
        let names: Vec<&str> = draft.sections.iter().map(|section| section.name).collect();
        let ground = setter.design.panel_ground(&draft.name, &names).cloned();
        let surface = ground.as_ref().map_or(Surface::Paper, |ground| ground.surface);
        Self {
            draft,
            ground,
            sections: draft.sections.iter().map(|section| setter.section(section, measure, surface)).collect(),
            foot: draft.foot.iter().map(|section| setter.section(section, measure, surface)).collect(),
        }
    }

    /// A panel with little on it stands a little looser.
    fn loosened(&self, knobs: Knobs, ornament: f32, house: House<'_>, sheet: (Pt, Pt)) -> Attempt {
        let mut best = self.fill(knobs, ornament, Pt::ZERO, house, sheet);
        for (section, item) in LOOSER {
            if best.panel.fill >= LOOSE {
                break;
            }
            let next = self.fill(Knobs { section, item, ..knobs }, ornament, Pt::ZERO, house, sheet);
            if next.over > SLACK {
                break;
            }
            best = next;
        }
        best
    }

    /// `more` is how much longer than the paper the page is.
    fn fill(&self, knobs: Knobs, ornament: f32, more: Pt, house: House<'_>, sheet: (Pt, Pt)) -> Attempt {
        let mut place = self.draft.place;
        place.size.1 += more;
        let (top, floor) = (house.design.margin.top_of(place.face), place.size.1 - house.design.margin.foot);
        let mut art: Vec<Shape> = self.background(place.area(), house).into_iter().collect();
        let mut limit = floor;
        if let Some(ribbon) = house.design.foot.ribbon.as_ref().filter(|_| place.face == Face::Inside) {
            art.extend(ribbon.draw(place.left, place.size.0, house.palette));
        }
        if ornament > 0.0 {
            let stand =
                Stand { wide: sheet.0 / DRAWN.0, high: ornament, left: place.left, foot: (DRAWN.1, place.size.1) };
            let foot = &house.design.foot;
            if let Some(top) = foot.ornament.top() {
                limit = floor.min(stand.height(top) - foot.clear);
            }
            art.extend(foot.ornament.draw(stand, house.palette));
        }
        let foot = self.foot(knobs, house, floor);
        let mut used = Pt::ZERO;
        if let Some((_, foot_top)) = &foot {
            limit = *foot_top - house.design.notices.gap;
            used = floor - *foot_top + house.design.notices.gap;
        }
        let mut flow = Flow::new(house, knobs, &place, top);
        self.sections.iter().for_each(|section| flow.section(section));
        used += flow.foot() - top;
        let over = flow.foot() - limit;
        let mut sections = flow.sections;
        art.extend(flow.art);
        if let Some((foot, _)) = foot {
            art.extend(foot.art);
            sections.extend(foot.sections);
        }
        let panel =
            Panel { name: self.draft.name.clone(), size: place.size, art, sections, fill: used / (floor - top) };
        Attempt { panel, over, limit, knobs }
    }

    /// The colour behind everything, if it is not paper.
    fn background(&self, area: Area, house: House<'_>) -> Option<Shape> {
        let role = self.ground.as_ref().map_or(Role::Ground, |ground| ground.fill);
        let color = house.palette.get(role);
        (color != PAPER).then_some(Shape::Block { area, color })
    }

    /// Small print, placed so that it ends at the foot margin; with the height at which it begins.
    fn foot<'a>(&self, knobs: Knobs, house: House<'a>, floor: Pt) -> Option<(Flow<'a>, Pt)> {
        let notices = house.design.notices;
        let place = self.draft.place;
        let fill = |top: Pt| {
            let mut flow = Flow::new(house, knobs, &place, top).small_print();
            flow.rule(notices.rule, notices.before);
            self.foot.iter().for_each(|section| flow.section(section));
            flow
        };
        let height = (!self.foot.is_empty()).then(|| fill(Pt::ZERO).foot())?;
        Some((fill(floor - height), floor - height))
    }
}

fn overset(attempt: &Attempt, house: House<'_>, severity: Severity) -> Diagnostic {
    let lead = house.design.fit.lead.last().copied().unwrap_or(Pt(16.0));
    let lines = (attempt.over / lead).ceil();
    let mut fields: Vec<String> = Vec::new();
    let mut see = |text: &PlacedText| {
        let words = text.text.words.iter().filter(|_| text.last_baseline() > attempt.limit);
        for piece in words.flat_map(Words::pieces) {
            if let Origin::Field(path) = piece.origin()
                && !fields.iter().any(|known| known == path.as_str())
            {
                fields.push(path.as_str().to_owned());
            }
        }
    };
    // The small print at the foot stands where it must; what runs into it is what is over.
    let above = |node: &&Node| !is_small_print(node);
    attempt.panel.sections.iter().filter(above).for_each(|node| node.texts(&mut see));
    let s = if lines > 1.0 { "s" } else { "" };
    let panel = &attempt.panel.name;
    let message = format!("panel `{panel}` is over by {lines} line{s}; what does not fit: {}", fields.join(", "));
    let help = format!(
        "cut {lines} line{s} there, give these texts a `short`, or name fewer sections in `brochure.panels.{panel}`"
    );
    let mut problem = Diagnostic::error("overset", message).help(help);
    problem.severity = severity;
    match fields.first() {
        Some(path) => problem.at_path(path.as_str()),
        None => problem,
    }
}

fn is_small_print(section: &Node) -> bool {
    let mut small = true;
    section.texts(&mut |text| small &= text.text.role.is_small_print());
    small
}

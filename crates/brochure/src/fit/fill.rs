//! One panel, and all panels of a side, with what has to give way so that they hold their texts.

use crate::art::Shape;
use crate::color::{PAPER, Role};
use crate::draft::{Draft, PanelDraft, Section};
use crate::fit::SetDraft;
use crate::flow::{Flow, House, Knobs};
use crate::format::Face;
use crate::leaflet::Panel;
use crate::ornament::Stand;
use crate::typeset::SetSection;
use crate::unit::{Area, Pt};

/// The sheet for which the ornament at the foot of the inside was drawn.
const DRAWN: (Pt, Pt) = (Pt(792.0), Pt(612.0));
/// A panel that is filled less gets more space between its sections, up to this much in these steps.
const LOOSE: f32 = 0.8;
const LOOSER: [(Pt, Pt); 4] = [(Pt(2.0), Pt(0.5)), (Pt(4.0), Pt(1.0)), (Pt(6.0), Pt(1.5)), (Pt(8.0), Pt(2.0))];
/// Where feet are aligned, spaces grow in such steps up to this, and the foot of the last box up to that. What is shorter
/// still is not stretched: its foot would stand on no line all the same.
const GROWS: Pt = Pt(2.0);
const MOST_GROWN: Pt = Pt(6.0);
const MOST_FOOT: Pt = Pt(24.0);
/// Less than this is no overset but arithmetic.
pub(crate) const SLACK: Pt = Pt(0.01);

/// A panel whose texts are set.
pub(super) struct Filled<'d> {
    pub(super) draft: &'d PanelDraft,
    pub(super) parts: Vec<Part<'d>>,
    foot: &'d [SetSection],
}

/// A section, of this panel or moved here.
#[derive(Clone)]
pub(super) struct Part<'d> {
    /// The entry of the map that wrote it.
    pub(super) entry: &'d str,
    pub(super) to: Option<&'d str>,
    pub(super) expendable: Option<&'d str>,
    /// What it is, by which a design grounds its panel.
    kind: &'static str,
    set: &'d SetSection,
    elsewhere: Option<&'d SetSection>,
}

/// One way to fill a panel.
pub(crate) struct Attempt {
    pub(crate) panel: Panel,
    /// How far it reaches below where it may; none or less if it fits.
    pub(crate) over: Pt,
    /// Where text must end.
    pub(crate) limit: Pt,
    pub(crate) knobs: Knobs,
    /// What is left out first if that is the only way.
    pub(crate) expendable: Option<String>,
}

/// All panels but the cover, filled.
pub(super) struct Filling {
    /// Each with its place in the reading order.
    pub(super) attempts: Vec<(usize, Attempt)>,
    pub(super) lead: Pt,
    pub(super) loosest: Knobs,
    /// The knobs of each side, and how much is left of its ornament.
    pub(super) faces: Vec<(Face, Knobs, f32)>,
}

impl Filling {
    /// Whether a panel does not hold what it must.
    pub(super) fn is_over(&self) -> bool {
        self.attempts.iter().any(|(_, attempt)| attempt.over > SLACK)
    }
}

/// Nothing has given way yet.
pub(super) fn loosest(house: House<'_>) -> (Knobs, f32) {
    let fit = &house.design.fit;
    let lead = fit.lead.first().copied().unwrap_or(Pt(16.0));
    let spacing = fit.spacing.first().copied().unwrap_or(1.0);
    let knobs = Knobs { spacing, lead, ..Knobs::default() };
    (knobs, fit.ornament.first().copied().unwrap_or(0.0))
}

/// Everything has given way.
pub(super) fn tightest(house: House<'_>) -> (Knobs, f32) {
    let fit = &house.design.fit;
    let (mut knobs, _) = loosest(house);
    knobs.lead = fit.lead.last().copied().unwrap_or(knobs.lead);
    knobs.spacing = fit.spacing.last().copied().unwrap_or(knobs.spacing);
    (knobs, fit.ornament.last().copied().unwrap_or(0.0))
}

/// Both sides of the sheet, with the largest lead with which everything fits.
pub(super) fn fill_faces(filled: &[Filled<'_>], house: House<'_>, sheet: (Pt, Pt)) -> Filling {
    let (loosest, _) = loosest(house);
    let mut filling = Filling { attempts: Vec::new(), lead: loosest.lead, loosest, faces: Vec::new() };
    let last = house.design.fit.lead.last();
    for lead in &house.design.fit.lead {
        filling = Filling { attempts: Vec::new(), lead: *lead, loosest, faces: Vec::new() };
        for face in [Face::Outside, Face::Inside] {
            let (attempts, knobs, ornament) = fill_face(filled, face, *lead, house, sheet);
            filling.attempts.extend(attempts);
            filling.faces.push((face, knobs, ornament));
            if filling.is_over() && Some(lead) != last {
                break;
            }
        }
        if !filling.is_over() {
            break;
        }
    }
    filling
}

/// The panels of one side, filled as loosely as they can all be.
fn fill_face(
    filled: &[Filled<'_>],
    face: Face,
    lead: Pt,
    house: House<'_>,
    sheet: (Pt, Pt),
) -> (Vec<(usize, Attempt)>, Knobs, f32) {
    let fit = &house.design.fit;
    let on_face = || filled.iter().enumerate().filter(|(_, f)| f.draft.place.face == face && f.draft.cover.is_none());
    // The ornament runs along the foot of an open sheet. The back of a card has none.
    let is_spread = face == Face::Inside && filled.len() > 2;
    let ornaments: &[f32] = if is_spread { &fit.ornament } else { &[0.0] };
    let last = ornaments.last().copied().unwrap_or(0.0);
    let (mut knobs, _) = loosest(house);
    knobs.lead = lead;
    let tighter = fit.spacing.iter().skip(1).map(|spacing| (last, *spacing));
    let steps: Vec<(f32, f32)> = ornaments.iter().map(|o| (*o, knobs.spacing)).chain(tighter).collect();
    let mut attempts = Vec::new();
    for (step, (ornament, spacing)) in steps.iter().enumerate() {
        knobs.spacing = *spacing;
        attempts.clear();
        for (at, f) in on_face() {
            let attempt = f.fill(knobs, *ornament, Pt::ZERO, house, sheet);
            let is_over = attempt.over > SLACK;
            attempts.push((at, attempt));
            // One panel that is over is enough to go on; only the last step must tell of all.
            if is_over && step + 1 < steps.len() {
                break;
            }
        }
        if attempts.iter().all(|(_, attempt)| attempt.over <= SLACK) {
            let looser = |(at, attempt): (usize, Attempt)| match filled.get(at) {
                Some(f) => {
                    let attempt = f.loosened(attempt, *ornament, house, sheet);
                    (at, if fit.aligned { f.aligned(attempt, *ornament, house, sheet) } else { attempt })
                }
                None => (at, attempt),
            };
            return (attempts.into_iter().map(looser).collect(), knobs, *ornament);
        }
    }
    (attempts, knobs, last)
}

impl<'d> Filled<'d> {
    /// Every panel of a draft, with the sections that the map gives it.
    pub(super) fn all(draft: &'d Draft, set: &'d SetDraft) -> Vec<Self> {
        let panels = draft.panels.iter().zip(&set.sections).zip(&set.elsewhere).zip(&set.foot);
        let filled = |(((draft, set), elsewhere), foot): (((&'d PanelDraft, &'d Vec<_>), &'d Vec<_>), &'d Vec<_>)| {
            Self { draft, parts: Part::all(draft, set, elsewhere), foot }
        };
        panels.map(filled).collect()
    }

    /// A panel with little on it stands a little looser.
    fn loosened(&self, attempt: Attempt, ornament: f32, house: House<'_>, sheet: (Pt, Pt)) -> Attempt {
        let knobs = attempt.knobs;
        let mut best = attempt;
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

    /// A panel of boxes whose foot comes to stand where those of its neighbours do: spaces between items grow first, then
    /// those within boxes and between them, then the foot of the last one. One that would stay short all the same hangs
    /// from the top.
    fn aligned(&self, attempt: Attempt, ornament: f32, house: House<'_>, sheet: (Pt, Pt)) -> Attempt {
        if !self.foot.is_empty() || attempt.over >= Pt::ZERO - SLACK {
            return attempt;
        }
        let fill = |knobs: Knobs| self.fill(knobs, ornament, Pt::ZERO, house, sheet);
        let (mut knobs, mut over) = (attempt.knobs, attempt.over);
        let grow: [fn(&mut Knobs) -> &mut Pt; 3] = [|k| &mut k.item, |k| &mut k.inset, |k| &mut k.section];
        for of in grow {
            loop {
                let mut next = knobs;
                *of(&mut next) += GROWS;
                if *of(&mut next) > MOST_GROWN {
                    break;
                }
                let tried = fill(next).over;
                if tried > SLACK {
                    break;
                }
                (knobs, over) = (next, tried);
            }
        }
        knobs.foot = (Pt::ZERO - over).min(MOST_FOOT);
        let aligned = fill(knobs);
        if aligned.over < Pt::ZERO - SLACK { attempt } else { aligned }
    }

    /// `more` is how much longer than the paper the page is.
    pub(super) fn fill(&self, knobs: Knobs, ornament: f32, more: Pt, house: House<'_>, sheet: (Pt, Pt)) -> Attempt {
        let mut place = self.draft.place;
        place.size.1 += more;
        let (top, floor) = (house.design.margin.top_of(place.face), place.size.1 - house.design.margin.foot);
        let mut art: Vec<Shape> = self.background(place.area(), house).into_iter().collect();
        let (room, mut limit) = (floor, floor);
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
        // No text stands on the ornament, small print neither.
        let floor = limit;
        let foot = self.foot(knobs, house, floor);
        let mut used = Pt::ZERO;
        if let Some((_, foot_top)) = &foot {
            limit = *foot_top - house.design.notices.gap;
            used = floor - *foot_top + house.design.notices.gap;
        }
        let mut flow = Flow::new(house, knobs, &place, top);
        if let Some((last, parts)) = self.parts.split_last() {
            for part in parts {
                flow.section(part.set);
            }
            flow.last_section(last.set);
        }
        used += flow.foot() - top;
        let over = flow.foot() - limit;
        let mut sections = flow.sections;
        art.extend(flow.art);
        if let Some((foot, _)) = foot {
            art.extend(foot.art);
            sections.extend(foot.sections);
        }
        let panel = Panel {
            name: self.draft.name.clone(),
            size: place.size,
            art,
            sections,
            running: Vec::new(),
            fill: used / (room - top),
        };
        let expendable = self.parts.iter().rev().find_map(|part| part.expendable).map(str::to_owned);
        Attempt { panel, over, limit, knobs, expendable }
    }

    /// The colour behind everything, if it is not paper.
    fn background(&self, area: Area, house: House<'_>) -> Option<Shape> {
        let names: Vec<&str> = self.parts.iter().map(|part| part.kind).collect();
        let ground = house.design.panel_ground(&self.draft.name, &names);
        let color = house.palette.get(ground.map_or(Role::Ground, |ground| ground.fill));
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

impl<'d> Part<'d> {
    fn all(draft: &'d PanelDraft, set: &'d [SetSection], elsewhere: &'d [Option<SetSection>]) -> Vec<Self> {
        let sections = draft.sections.iter().zip(set).zip(elsewhere);
        let part = |((section, set), elsewhere): ((&'d Section, &'d SetSection), &'d Option<SetSection>)| Self {
            entry: &section.entry,
            to: section.to.as_deref(),
            expendable: section.expendable.as_deref(),
            kind: section.name,
            set,
            elsewhere: elsewhere.as_ref(),
        };
        sections.map(part).collect()
    }

    /// The same on the panel that it moves to, for good.
    pub(super) fn moved(self) -> Self {
        Self { to: None, set: self.elsewhere.unwrap_or(self.set), ..self }
    }
}

//! The card that says when to call the emergency number.

use std::sync::Arc;

use super::lists::CAP_MIDDLE;
use super::{Flow, House};
use crate::art::{Shape, circle, rounded};
use crate::color::Role;
use crate::design::parts::{Emergency, EmergencyHead};
use crate::design::{Surface, TextRole};
use crate::format::HeadingColumn;
use crate::leaflet::{Kid, Node, PlacedText, SetText, Tag};
use crate::typeset::SetList;
use crate::unit::{Area, Point, Pt};

/// The line around the card where it is not red.
const HEAVY: Pt = Pt(2.5);

impl Flow<'_> {
    pub(super) fn emergency(&mut self, head: &Arc<SetText>, list: &SetList) -> [Kid; 2] {
        let card = self.house.design.emergency;
        let ground = std::mem::replace(&mut self.surface, Surface::Paper);
        if !self.fresh {
            self.y += self.after.max(card.before * self.knobs.spacing);
        }
        let outset = card.outset_on(ground);
        let indent = self.column.map_or(Pt::ZERO, HeadingColumn::indent);
        let (left, width, top) = (self.left - indent - outset, self.measure + indent + outset * 2.0, self.y);
        let drawn = self.art.len();
        (self.fresh, self.after) = (false, Pt::ZERO);
        let inner = left + card.bar + card.left;
        let (placed, inner) = match self.column {
            Some(_) => (self.emergency_beside(head, card, inner), self.left),
            None => (self.emergency_head(head, card, (left, width), inner), inner),
        };
        let head = Node::new(Tag::H2, vec![Kid::Text(placed)]);
        let list = self.list_in(list, inner, true);
        self.y = self.foot() + card.foot;
        self.after = Pt::ZERO;
        let area = Area::new(left, top, width, self.y - top);
        self.art.splice(drawn..drawn, self.emergency_box(card, area, ground));
        self.surface = ground;
        [Kid::Node(head), Kid::Node(list)]
    }

    fn emergency_box(&self, card: Emergency, area: Area, ground: Surface) -> Vec<Shape> {
        let palette = self.house.palette;
        let red = palette.get(Role::Red);
        let mut shapes = vec![Shape::Fill { path: rounded(area, [card.radius; 4]), color: palette.get(card.fill) }];
        if card.bar > Pt::ZERO {
            shapes.push(Shape::Block { area: Area { width: card.bar, ..area }, color: red });
        }
        let needless = card.inset_on_brand && ground == Surface::Brand;
        let frame = if palette.marks_in_black() { card.frame.max(HEAVY) } else { card.frame };
        if frame > Pt::ZERO && !needless {
            let out = frame / 2.0;
            let (x, y) = (area.origin.0 - out, area.origin.1 - out);
            let around = Area::new(x, y, area.width + frame, area.height + frame);
            let radius = if card.radius > Pt::ZERO { card.radius + out } else { Pt::ZERO };
            shapes.push(Shape::Stroke { path: rounded(around, [radius; 4]), color: red, width: frame });
        }
        shapes
    }

    fn emergency_head(&mut self, head: &Arc<SetText>, card: Emergency, edges: (Pt, Pt), inner: Pt) -> PlacedText {
        let House { design, palette, .. } = self.house;
        let style = design.style(TextRole::EmergencyHead);
        let (top, red, paper) = (self.y, palette.get(Role::Red), palette.get(Role::Paper));
        let more = style.lead * head.lines.len().saturating_sub(1) as f32;
        let cap = style.size * CAP_MIDDLE;
        match card.head {
            EmergencyHead::Plain => {
                self.y += card.top;
                let placed = self.lines(head, style, inner + card.head_indent);
                let middle = placed.at.1 - cap;
                self.alert(Point(inner, middle - card.icon * 0.55), card, red);
                placed
            }
            EmergencyHead::Strip { height } => {
                let strip = Area::new(edges.0, top, edges.1, height + more);
                let path = rounded(strip, [card.radius, card.radius, Pt::ZERO, Pt::ZERO]);
                self.art.push(Shape::Fill { path, color: red });
                self.alert(Point(inner, top + (height - card.icon) / 2.0 - Pt(0.5)), card, paper);
                self.y = top + height / 2.0 + cap - style.lead;
                let placed = self.lines(head, style, inner + card.head_indent);
                self.y = strip.foot();
                self.after = card.top;
                placed
            }
            EmergencyHead::Disc { side } => {
                let middle = top + card.top + side / 2.0;
                let path = circle(Point(inner + side / 2.0, middle), side / 2.0);
                self.art.push(Shape::Fill { path, color: red });
                let corner = Point(inner + (side - card.icon) / 2.0, middle - card.icon * 0.55);
                self.alert(corner, card, paper);
                self.y = (middle - more / 2.0 + cap).max(top + card.top + cap * 2.0) - style.lead;
                let placed = self.lines(head, style, inner + card.head_indent);
                self.y = self.y.max(middle + side / 2.0);
                self.after = Pt(1.0);
                placed
            }
        }
    }

    /// The head in the column of headings, with the icon below it; the list stands beside both.
    fn emergency_beside(&mut self, head: &Arc<SetText>, card: Emergency, x: Pt) -> PlacedText {
        let House { design, palette, .. } = self.house;
        let style = design.style(TextRole::EmergencyHead);
        self.y += card.top;
        let placed = self.lines(head, style, x);
        let side = if let EmergencyHead::Disc { side } = card.head { side } else { card.icon };
        let corner = Point(x, self.y + style.size * CAP_MIDDLE + Pt(3.0));
        let (mut at, mut color) = (corner, palette.get(Role::Red));
        if side > card.icon {
            let middle = Point(x + side / 2.0, corner.1 + side / 2.0);
            self.art.push(Shape::Fill { path: circle(middle, side / 2.0), color });
            let inset = (side - card.icon) / 2.0;
            (at, color) = (Point(x + inset, corner.1 + inset - Pt(1.0)), palette.get(Role::Paper));
        }
        self.alert(at, card, color);
        self.heading_foot = corner.1 + side;
        self.y = placed.at.1 - self.lead(design.style(TextRole::List));
        (self.fresh, self.after) = (false, Pt::ZERO);
        placed
    }

    fn alert(&mut self, corner: Point, card: Emergency, color: crate::color::Color) {
        self.art.extend(self.house.icons.draw("alert", corner, card.icon, card.icon_stroke, color));
    }
}

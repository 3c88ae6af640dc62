//! Lists with their marks, and the notes of claims.

use std::sync::Arc;

use super::{Flow, House, first_text};
use crate::art::{Shape, circle, rounded};
use crate::color::Role;
use crate::design::parts::{Mark, Tile};
use crate::design::{Surface, TextRole};
use crate::draft::ListKind;
use crate::leaflet::{Kid, Meaning, Node, Numbering, PlacedDrawing, PlacedText, SetText, Tag};
use crate::typeset::{SetList, width_of};
use crate::unit::{Area, Point, Pt};

/// Half the height of small letters, and of capitals and figures, as a share of the size.
const SMALL_MIDDLE: f32 = 0.25;
pub(super) const CAP_MIDDLE: f32 = 0.33;

/// The least distance between two tiles.
const TILES_APART: Pt = Pt(4.0);

impl Flow<'_> {
    pub(super) fn list(&mut self, list: &SetList, x: Pt) -> Node {
        self.list_in(list, x, false)
    }

    /// A list; that of the emergency card has red marks.
    pub(super) fn list_in(&mut self, list: &SetList, x: Pt, alarm: bool) -> Node {
        let (between, numbering) = match list.kind {
            _ if list.columns.is_some() => (self.house.design.reasons.after, Numbering::None),
            ListKind::Plain => (self.house.design.style(TextRole::List).after, Numbering::Disc),
            ListKind::Reasons => (self.house.design.reasons.after, Numbering::Decimal),
            ListKind::Steps => (self.house.design.steps.after, Numbering::Decimal),
        };
        let mut items = Vec::new();
        match list.columns {
            None => items.extend((0..list.items.len()).map(|at| self.item(list, at, (x, between), alarm))),
            Some(columns) => {
                for row in 0..list.items.len().div_ceil(2) {
                    items.extend(self.row(list, row * 2, (x, between), columns));
                }
            }
        }
        Node::new(Tag::L(numbering), items)
    }

    /// Two items beside each other.
    fn row(&mut self, list: &SetList, at: usize, (x, between): (Pt, Pt), columns: Pt) -> Vec<Kid> {
        let (top, after, fresh) = (self.y, self.after, self.fresh);
        let mut items = vec![self.item(list, at, (x, between), false)];
        if at + 1 < list.items.len() {
            let foot = std::mem::replace(&mut self.y, top);
            (self.after, self.fresh) = (after, fresh);
            items.push(self.item(list, at + 1, (x + columns, between), false));
            self.y = self.y.max(foot);
        }
        items
    }

    fn item(&mut self, list: &SetList, index: usize, (x, between): (Pt, Pt), alarm: bool) -> Kid {
        let Some((mark, blocks)) = list.items.get(index) else { return Kid::Node(Node::new(Tag::LI, Vec::new())) };
        let body: Vec<Kid> = blocks.iter().map(|set| Kid::Node(self.set(set, x + list.indent))).collect();
        self.after = between * self.knobs.spacing + self.knobs.item;
        let is_marked = list.columns.is_none() && !(list.goes_on && index == 0);
        let first = first_text(&body).filter(|_| is_marked);
        if let (Some(first), Some(tile)) = (first, self.tile(list.kind)) {
            // An item of one line is lower than its tile.
            let height = last_baseline(&body) - first.baseline(0) + first.lead;
            self.after = self.after.max(tile.side + TILES_APART - height);
        }
        let label = first.map(|first| (Point(x, first.at.1), first.lead));
        let label = label.map(|(at, lead)| self.label(list.kind, mark.as_ref(), at, lead, alarm));
        // A body of one paragraph holds its text itself.
        let body = match <[Kid; 1]>::try_from(body) {
            Ok([Kid::Node(Node { tag: Tag::P, language: None, kids, .. })]) => kids,
            Ok(other) => other.into(),
            Err(body) => body,
        };
        let label = is_marked.then(|| Kid::Node(Node::new(Tag::Lbl, label.into_iter().collect())));
        let body = Kid::Node(Node::new(Tag::LBody, body));
        Kid::Node(Node::new(Tag::LI, label.into_iter().chain([body]).collect()))
    }

    /// The mark of an item whose first baseline begins at `at`.
    fn label(&mut self, kind: ListKind, text: Option<&Arc<SetText>>, at: Point, lead: Pt, alarm: bool) -> Kid {
        match (text, self.tile(kind)) {
            (None, _) => self.bullet(at, alarm),
            (Some(text), None) => Kid::Text(PlacedText { text: Arc::clone(text), at, lead }),
            (Some(text), Some(tile)) => self.on_tile(text, tile, at, lead),
        }
    }

    /// What the numerals of a list stand on.
    fn tile(&self, kind: ListKind) -> Option<Tile> {
        match kind {
            ListKind::Plain => None,
            ListKind::Reasons => self.house.design.reasons.tile,
            ListKind::Steps => self.house.design.steps.tile,
        }
    }

    /// A numeral on its tile, both in the middle of the small letters of the line.
    fn on_tile(&mut self, text: &Arc<SetText>, tile: Tile, at: Point, lead: Pt) -> Kid {
        let design = self.house.design;
        let style = design.style(text.role);
        let middle = at.1 - design.style(TextRole::Body).size * CAP_MIDDLE;
        let corner = Point(at.0 + tile.x, middle - tile.side / 2.0);
        let area = Area { origin: corner, width: tile.side, height: tile.side };
        self.art.push(Shape::Fill { path: rounded(area, [tile.radius; 4]), color: self.house.palette.get(tile.fill) });
        let x = corner.0 + (tile.side - width_of(text)) / 2.0;
        let at = Point(x, middle + style.size * CAP_MIDDLE);
        Kid::Text(PlacedText { text: Arc::clone(text), at, lead })
    }

    /// A drawn mark, in the middle of the small letters of its line.
    fn bullet(&self, at: Point, alarm: bool) -> Kid {
        let House { design, palette, .. } = self.house;
        let middle = at.1 - design.style(TextRole::List).size * SMALL_MIDDLE;
        let choose = |color: Role, reversed: Role| {
            let role = if self.surface == Surface::Brand { reversed } else { color };
            palette.get(if alarm { Role::Red } else { role })
        };
        let shape = match design.list.mark {
            Mark::Text(_) => None,
            Mark::Square { side, color, reversed } => {
                let area = Area::new(at.0, middle - side / 2.0, side, side);
                Some(Shape::Block { area, color: choose(color, reversed) })
            }
            Mark::Disc { x, radius, color, reversed } => {
                let path = circle(Point(at.0 + x, middle), radius);
                Some(Shape::Fill { path, color: choose(color, reversed) })
            }
        };
        Kid::Drawing(PlacedDrawing { art: shape.into_iter().collect(), meaning: Meaning::Bullet })
    }

    pub(super) fn notes(&mut self, notes: &[(usize, Arc<SetText>, Arc<SetText>)], kids: &mut Vec<Kid>) {
        let style = self.house.design.style(TextRole::Note);
        if !self.noting {
            self.note_rule();
        }
        self.noting = true;
        for (number, mark, text) in notes {
            let indent = width_of(mark) + style.size * 0.35;
            let body = self.lines(text, style, self.left + indent);
            let label = PlacedText { text: Arc::clone(mark), at: Point(self.left, body.at.1), lead: body.lead };
            let part = |tag, text| Kid::Node(Node::new(tag, vec![Kid::Text(text)]));
            kids.push(Kid::Node(Node::new(Tag::Note(*number), vec![part(Tag::Lbl, label), part(Tag::P, body)])));
        }
    }

    /// The rule between text and the notes below it.
    fn note_rule(&mut self) {
        let rule = self.house.design.notes;
        if self.small || self.fresh {
            return;
        }
        self.y += self.after.max(rule.gap);
        if rule.rule > Pt::ZERO {
            let color = self.house.palette.get(if rule.rule_width.is_some() { Role::Ink } else { Role::Rule });
            let width = rule.rule_width.unwrap_or(self.measure);
            self.art.push(Shape::rule(self.left, self.y, width, rule.rule, color));
        }
        self.y += rule.before;
        self.after = Pt::ZERO;
    }
}

/// The last baseline of what an item holds.
fn last_baseline(body: &[Kid]) -> Pt {
    let mut last = Pt::ZERO;
    for kid in body {
        if let Kid::Node(node) = kid {
            node.texts(&mut |text| last = last.max(text.last_baseline()));
        }
    }
    last
}

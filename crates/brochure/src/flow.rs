//! Lines get their places: blocks follow one another down a column.
//!
//! One rule for all: a line box reaches from its baseline up by its lead, and nothing hangs below. So the first baseline
//! stands one lead below the top, and from one block to the next it is the lead of the lower one and the larger of the two
//! spaces between them.

use std::sync::Arc;

use crate::art::Shape;
use crate::color::{Palette, Role};
use crate::design::{Design, TextRole, TypeStyle};
use crate::draft::ListKind;
use crate::icons::Icons;
use crate::leaflet::{Kid, Node, Numbering, PlacedText, SetText, Tag};
use crate::typeset::{Set, SetBlock, SetList, SetSection, width_of};
use crate::unit::{Area, Point, Pt};

/// What may give way so that a panel holds its text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Knobs {
    /// Factor of all spaces between blocks.
    pub(crate) spacing: f32,
    /// Lead of running text.
    pub(crate) lead: Pt,
    /// Added to the space before each section.
    pub(crate) section: Pt,
    /// Added to the space between items.
    pub(crate) item: Pt,
}

/// What does not change from panel to panel.
#[derive(Clone, Copy)]
pub(crate) struct House<'a> {
    pub(crate) design: &'a Design,
    pub(crate) palette: &'a Palette,
    pub(crate) icons: &'a Icons,
}

/// A column that is being filled.
pub(crate) struct Flow<'a> {
    house: House<'a>,
    knobs: Knobs,
    left: Pt,
    measure: Pt,
    /// The last baseline, or the foot of the last box.
    y: Pt,
    /// The space that the last block asks for.
    after: Pt,
    /// Nothing stands in the column yet.
    fresh: bool,
    pub(crate) art: Vec<Shape>,
    pub(crate) sections: Vec<Node>,
}

impl<'a> Flow<'a> {
    pub(crate) fn new(house: House<'a>, knobs: Knobs, top: Point, measure: Pt) -> Self {
        let (left, y) = (top.0, top.1);
        Self { house, knobs, left, measure, y, after: Pt::ZERO, fresh: true, art: Vec::new(), sections: Vec::new() }
    }

    /// How far down the column is filled.
    pub(crate) fn foot(&self) -> Pt {
        self.y
    }

    /// Puts a rule across the column, as small print has above it.
    pub(crate) fn rule(&mut self, weight: Pt, below: Pt) {
        let color = self.house.palette.get(Role::Rule);
        self.art.push(Shape::rule(self.left, self.y, self.measure, weight, color));
        self.y += below;
    }

    pub(crate) fn section(&mut self, section: &SetSection) {
        let mut kids = Vec::new();
        let mut blocks = section.blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            let numbered = matches!(blocks.peek(), Some(SetBlock::List(list)) if list.kind != ListKind::Plain);
            self.block(block, numbered, &mut kids);
        }
        self.sections.push(Node::new(Tag::Sect, kids));
    }

    fn block(&mut self, block: &SetBlock, before_numbered: bool, kids: &mut Vec<Kid>) {
        match block {
            SetBlock::Heading(text) => kids.push(Kid::Node(self.heading(text, before_numbered))),
            SetBlock::Text(set) => kids.push(Kid::Node(self.set(set, self.left))),
            SetBlock::List(list) => kids.push(Kid::Node(self.list(list, self.left))),
            SetBlock::Emergency { head, list } => kids.extend(self.emergency(head, list)),
            SetBlock::Notes(notes) => self.notes(notes, kids),
        }
    }

    fn heading(&mut self, text: &Arc<SetText>, before_numbered: bool) -> Node {
        let heading = self.house.design.heading;
        let style = self.house.design.style(TextRole::H2);
        if !self.fresh {
            self.y += self.after.max(style.before * self.knobs.spacing + self.knobs.section);
        }
        let color = self.house.palette.get(Role::Rule);
        self.art.push(Shape::rule(self.left, self.y, self.measure, heading.rule, color));
        self.y += heading.gap;
        (self.fresh, self.after) = (false, Pt::ZERO);
        let placed = self.lines(text, TypeStyle { before: Pt::ZERO, ..style }, self.left);
        self.after = if before_numbered { heading.after_numbered } else { style.after };
        Node::new(Tag::H2, vec![Kid::Text(placed)])
    }

    fn set(&mut self, set: &Set, x: Pt) -> Node {
        let style = self.house.design.style(set.text.role);
        let placed = self.lines(&set.text, style, x);
        Node { language: set.language.clone(), ..Node::new(set.tag, vec![Kid::Text(placed)]) }
    }

    /// Puts a text below what there is.
    pub(crate) fn lines(&mut self, text: &Arc<SetText>, style: TypeStyle, x: Pt) -> PlacedText {
        let lead = self.lead(style);
        if !self.fresh {
            self.y += self.after.max(style.before * self.knobs.spacing);
        }
        let first = style.first.filter(|_| self.fresh).unwrap_or(lead);
        let at = Point(x, self.y + first);
        let more = text.lines.len().saturating_sub(1) as f32;
        self.y = at.1 + lead * more;
        (self.fresh, self.after) = (false, style.after * self.knobs.spacing);
        PlacedText { text: Arc::clone(text), at, lead }
    }

    /// Running text follows the lead of the document; everything else has its own.
    fn lead(&self, style: TypeStyle) -> Pt {
        let running = self.house.design.fit.lead.first() == Some(&style.lead);
        if running { self.knobs.lead } else { style.lead }
    }

    fn list(&mut self, list: &SetList, x: Pt) -> Node {
        let (between, numbering) = match list.kind {
            ListKind::Plain => (self.house.design.style(TextRole::List).after, Numbering::Disc),
            ListKind::Reasons => (self.house.design.reasons.after, Numbering::Decimal),
            ListKind::Steps => (self.house.design.steps.after, Numbering::Decimal),
        };
        let items = list.items.iter().map(|(mark, blocks)| {
            let body: Vec<Kid> = blocks.iter().map(|set| Kid::Node(self.set(set, x + list.indent))).collect();
            self.after = between * self.knobs.spacing + self.knobs.item;
            let first = first_text(&body);
            let label =
                first.map(|first| PlacedText { text: Arc::clone(mark), at: Point(x, first.at.1), lead: first.lead });
            // A body of one paragraph holds its text itself.
            let body = match <[Kid; 1]>::try_from(body) {
                Ok([Kid::Node(Node { tag: Tag::P, language: None, kids, .. })]) => kids,
                Ok(other) => other.into(),
                Err(body) => body,
            };
            let label = Node::new(Tag::Lbl, label.into_iter().map(Kid::Text).collect());
            Kid::Node(Node::new(Tag::LI, vec![Kid::Node(label), Kid::Node(Node::new(Tag::LBody, body))]))
        });
        let items = items.collect();
        Node::new(Tag::L(numbering), items)
    }

    fn emergency(&mut self, head: &Arc<SetText>, list: &SetList) -> [Kid; 2] {
        let House { design, palette, icons } = self.house;
        let card = design.emergency;
        if !self.fresh {
            self.y += self.after.max(card.before * self.knobs.spacing);
        }
        let top = self.y;
        let ground = self.art.len();
        self.y += card.top;
        self.after = Pt::ZERO;
        self.fresh = false;
        let inner = self.left + card.bar + card.left;
        let style = design.style(TextRole::EmergencyHead);
        let placed = self.lines(head, style, inner + card.head_indent);
        let middle = placed.at.1 - style.size * 0.33;
        let corner = Point(inner, middle - card.icon * 0.55);
        self.art.extend(icons.draw("alert", corner, card.icon, card.icon_stroke, palette.get(Role::Red)));
        let head = Node::new(Tag::H2, vec![Kid::Text(placed)]);
        let list = self.list(list, inner);
        self.y += card.foot;
        self.after = Pt::ZERO;
        let height = self.y - top;
        let block = |x, width, role| Shape::Block { area: Area::new(x, top, width, height), color: palette.get(role) };
        let box_and_bar = [block(self.left, self.measure, Role::RedTint), block(self.left, card.bar, Role::Red)];
        self.art.splice(ground..ground, box_and_bar);
        [Kid::Node(head), Kid::Node(list)]
    }

    fn notes(&mut self, notes: &[(usize, Arc<SetText>, Arc<SetText>)], kids: &mut Vec<Kid>) {
        let style = self.house.design.style(TextRole::Note);
        for (number, mark, text) in notes {
            let indent = width_of(mark) + style.size * 0.35;
            let body = self.lines(text, style, self.left + indent);
            let label = PlacedText { text: Arc::clone(mark), at: Point(self.left, body.at.1), lead: body.lead };
            let part = |tag, text| Kid::Node(Node::new(tag, vec![Kid::Text(text)]));
            kids.push(Kid::Node(Node::new(Tag::Note(*number), vec![part(Tag::Lbl, label), part(Tag::P, body)])));
        }
    }
}

fn first_text(kids: &[Kid]) -> Option<&PlacedText> {
    kids.iter().find_map(|kid| match kid {
        Kid::Node(node) => first_text(&node.kids),
        Kid::Text(text) => Some(text),
        Kid::Picture(_) => None,
    })
}

//! Lines get their places: blocks follow one another down a column.
//!
//! One rule for all: a line box reaches from its baseline up by its lead, and nothing hangs below. So the first baseline
//! stands one lead below the top, and from one block to the next it is the lead of the lower one and the larger of the two
//! spaces between them.

mod boxes;
mod code;
mod emergency;
mod lists;
mod quote;

use std::sync::Arc;

use crate::art::Shape;
use crate::color::Role;
use crate::design::{Design, Surface, TypeStyle};
use crate::draft::ListKind;
use crate::format::{HeadingColumn, Place};
use crate::icons::Icons;
use crate::leaflet::{Kid, Node, PlacedText, SetText, Tag};
use crate::palette::Palette;
use crate::typeset::{Set, SetBlock, SetSection};
use crate::unit::{Point, Pt};

/// What may give way so that a panel holds its text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Knobs {
    /// Factor of all spaces between blocks.
    pub(crate) spacing: f32,
    /// Lead of running text.
    pub(crate) lead: Pt,
    /// Added to the space before each section.
    pub(crate) section: Pt,
    /// Added to the space between items.
    pub(crate) item: Pt,
    /// Added within boxes, above their text and below it.
    pub(crate) inset: Pt,
    /// Added below the text of the last box.
    pub(crate) foot: Pt,
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
    /// The column that the section's heading hangs in, at the left of its text.
    column: Option<HeadingColumn>,
    /// The foot of a heading that hangs beside its text.
    heading_foot: Pt,
    /// Notes are being placed.
    noting: bool,
    /// From one edge of the panel to the other.
    across: Pt,
    /// What the section stands on.
    surface: Surface,
    /// The column holds small print.
    small: bool,
    /// The last baseline, or the foot of the last box.
    y: Pt,
    /// The space that the last block asks for.
    after: Pt,
    /// Nothing stands in the column yet.
    fresh: bool,
    /// Added below the text of a box.
    below: Pt,
    pub(crate) art: Vec<Shape>,
    pub(crate) sections: Vec<Node>,
}

impl<'a> Flow<'a> {
    /// A column on a panel, from a height down.
    pub(crate) fn new(house: House<'a>, knobs: Knobs, place: &Place, top: Pt) -> Self {
        Self {
            house,
            knobs,
            left: place.side,
            measure: place.measure,
            column: None,
            heading_foot: top,
            noting: false,
            across: place.size.0,
            surface: Surface::Paper,
            small: false,
            y: top,
            after: Pt::ZERO,
            fresh: true,
            below: Pt::ZERO,
            art: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// The same column for small print.
    pub(crate) fn small_print(self) -> Self {
        Self { small: true, ..self }
    }

    /// The same column with nothing drawn yet, to try how far down something would reach.
    pub(crate) fn trial(&self) -> Self {
        Self { art: Vec::new(), sections: Vec::new(), ..*self }
    }

    /// What has given way.
    pub(crate) fn knobs(&self) -> Knobs {
        self.knobs
    }

    /// How far down the column is filled.
    pub(crate) fn foot(&self) -> Pt {
        self.y.max(self.heading_foot)
    }

    /// Keeps what follows this far away, with a section that begins with no heading.
    pub(crate) fn gap(&mut self, distance: Pt) {
        self.after = self.after.max(distance * self.knobs.spacing);
    }

    /// Puts a rule across the column, as small print has above it.
    pub(crate) fn rule(&mut self, weight: Pt, below: Pt) {
        if weight > Pt::ZERO {
            let color = self.house.palette.get(Role::Rule);
            self.art.push(Shape::rule(self.left, self.y, self.measure, weight, color));
            self.y += below;
        }
    }

    /// Puts the last section below what there is.
    pub(crate) fn last_section(&mut self, section: &SetSection) {
        self.below = self.knobs.foot;
        self.section(section);
        self.below = Pt::ZERO;
    }

    /// Puts a section, or a piece of one, below what there is.
    pub(crate) fn section(&mut self, section: &SetSection) {
        let mut kids = Vec::new();
        self.surface = section.surface;
        self.noting &= section.goes_on > 0;
        if section.goes_on == 0 {
            self.y = self.foot();
        }
        let indent = section.column.map_or(Pt::ZERO, HeadingColumn::indent);
        self.column = section.column;
        self.left += indent;
        self.measure -= indent;
        let opened = section.frame.map(|frame| self.open(frame, section));
        let mut blocks = section.blocks.iter().peekable();
        let code = section.frame.map(|frame| frame.code).unwrap_or_default();
        let mut top = self.y;
        while let Some(block) = blocks.next() {
            let numbered = matches!(blocks.peek(), Some(SetBlock::List(list)) if list.kind != ListKind::Plain);
            match block {
                SetBlock::Heading(heading) => {
                    kids.push(Kid::Node(self.heading(heading, section.frame, numbered)));
                    top = if section.column.is_some() { self.y } else { top };
                }
                SetBlock::Text(set) => kids.push(Kid::Node(self.set(set, self.left))),
                SetBlock::List(list) => kids.push(Kid::Node(self.list(list, self.left))),
                SetBlock::Quote(sets) => kids.push(self.quote(sets)),
                SetBlock::Emergency { head, list } => kids.extend(self.emergency(head, list)),
                SetBlock::Code { code: drawn, alt, texts } => kids.extend(self.code(drawn, alt, texts, code, top)),
                SetBlock::Notes(notes) => self.notes(notes, &mut kids),
            }
        }
        if let Some(opened) = opened {
            self.close(opened);
        }
        self.left -= indent;
        self.measure += indent;
        self.add(Node::new(Tag::Sect, kids), section.goes_on);
    }

    /// Adds a section, or a piece to the one that it is a piece of: on this page, or on the page before.
    fn add(&mut self, section: Node, goes_on: usize) {
        match (goes_on.checked_sub(1), self.sections.last_mut()) {
            (None, _) => self.sections.push(section),
            (Some(depth), Some(last)) => last.go_on(section, depth),
            (Some(_), None) => self.sections.push(section.continuing(goes_on)),
        }
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
}

fn first_text(kids: &[Kid]) -> Option<&PlacedText> {
    kids.iter().find_map(|kid| match kid {
        Kid::Node(node) => first_text(&node.kids),
        Kid::Text(text) => Some(text),
        Kid::Picture(_) | Kid::Drawing(_) => None,
    })
}

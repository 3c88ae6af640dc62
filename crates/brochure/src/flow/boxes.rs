//! Boxes around sections, and the headings of sections.

use super::lists::CAP_MIDDLE;
use super::{Flow, House};
use crate::art::{Shape, rounded};
use crate::color::{Color, Ink, Role};
use crate::design::parts::HeadingStyle;
use crate::design::{Frame, TextRole, TypeStyle};
use crate::format::HeadingColumn;
use crate::leaflet::{Kid, Node, Tag};
use crate::typeset::{SetBlock, SetHeading, SetSection};
use crate::unit::{Area, Point, Pt};

/// A box that is being filled.
#[derive(Clone, Copy)]
pub(super) struct Opened {
    frame: Frame,
    top: Pt,
    /// How much was drawn before it.
    drawn: usize,
}

/// The line around boxes where paper lies on paper.
const EDGE: Pt = Pt(1.0);

impl Flow<'_> {
    pub(super) fn open(&mut self, frame: Frame, section: &SetSection) -> Opened {
        let opens_panel = self.fresh && frame.bleed;
        if !self.fresh {
            self.y += self.after.max(frame.before * self.knobs.spacing + self.knobs.section);
        }
        let top = if opens_panel { -crate::ornament::OVER } else { self.y };
        let has_strip = match section.blocks.first() {
            Some(SetBlock::Heading(heading)) => matches!(heading.style, HeadingStyle::Strip { .. }),
            _ => false,
        };
        if !has_strip {
            self.y += frame.top + self.inset(frame);
        }
        (self.fresh, self.after) = (true, Pt::ZERO);
        Opened { frame, top, drawn: self.art.len() }
    }

    pub(super) fn close(&mut self, opened: Opened) {
        let Opened { frame, top, drawn } = opened;
        self.y += frame.foot + self.inset(frame) + self.below;
        (self.fresh, self.after) = (false, Pt::ZERO);
        let Some(fill) = frame.fill else { return };
        let (left, width) = self.box_width(frame);
        let area = Area::new(left, top, width, self.y - top);
        let mut shapes =
            vec![Shape::Fill { path: rounded(area, [frame.radius; 4]), color: self.house.palette.get(fill) }];
        if self.house.palette.ink() == Ink::Grey && fill == Role::Paper {
            let color = self.house.palette.get(Role::Rule);
            shapes.push(Shape::Stroke { path: rounded(area, [frame.radius; 4]), color, width: EDGE });
        }
        self.art.splice(drawn..drawn, shapes);
    }

    /// What is added within a box.
    fn inset(&self, frame: Frame) -> Pt {
        if frame.bleed { Pt::ZERO } else { self.knobs.inset }
    }

    /// The left edge and the width of a box.
    fn box_width(&self, frame: Frame) -> (Pt, Pt) {
        if frame.bleed {
            let over = crate::ornament::OVER;
            return (-over, self.across + over * 2.0);
        }
        (self.left - frame.outset, self.measure + frame.outset * 2.0)
    }

    pub(super) fn heading(&mut self, heading: &SetHeading, frame: Option<Frame>, before_numbered: bool) -> Node {
        let design = self.house.design;
        let style = design.style(heading.text.role);
        if !self.fresh {
            self.y += self.after.max(style.before * self.knobs.spacing + self.knobs.section);
        }
        let plain = TypeStyle { before: Pt::ZERO, first: None, ..style };
        self.after = Pt::ZERO;
        let placed = match heading.style {
            _ if self.column.is_some() => return self.beside(heading, plain),
            HeadingStyle::Strip { .. } => self.strip(heading, frame, plain),
            HeadingStyle::Disc { .. } if heading.icon.is_some() => self.disc(heading, plain),
            HeadingStyle::Icon { side, stroke, color, .. } => {
                let placed = self.lines(&heading.text, plain, self.left + heading.indent());
                let middle = placed.at.1 - style.size * CAP_MIDDLE;
                self.icon(heading, Point(self.left, middle - side / 2.0), side, stroke, self.house.palette.get(color));
                placed
            }
            HeadingStyle::Rule { weight, gap, color } => {
                let color = self.house.palette.get(color);
                self.art.push(Shape::rule(self.left, self.y, self.measure, weight, color));
                self.y += gap;
                self.fresh = false;
                self.lines(&heading.text, plain, self.left)
            }
            HeadingStyle::Plain | HeadingStyle::Disc { .. } => self.lines(&heading.text, plain, self.left),
        };
        self.fresh = false;
        self.after = if before_numbered { design.heading.after_numbered } else { style.after };
        if let (HeadingStyle::Strip { .. }, Some(frame)) = (heading.style, frame) {
            self.after = frame.top + self.inset(frame);
        }
        Node::new(Tag::H2, vec![Kid::Text(placed)])
    }

    /// A heading in its column; the first line of the text beside it stands on its first baseline.
    fn beside(&mut self, heading: &SetHeading, style: TypeStyle) -> Node {
        let House { design, palette, .. } = self.house;
        let indent = self.column.map_or(Pt::ZERO, HeadingColumn::indent);
        let edge = self.left - indent;
        if let HeadingStyle::Rule { weight, gap, color } = heading.style {
            self.art.push(Shape::rule(edge, self.y, self.measure + indent, weight, palette.get(color)));
            self.y += gap;
        }
        self.fresh = false;
        let placed = self.lines(&heading.text, style, edge);
        if heading.across {
            self.after = design.style(heading.text.role).after;
            return Node::new(Tag::H2, vec![Kid::Text(placed)]);
        }
        self.heading_foot = self.y;
        self.y = placed.at.1 - self.lead(design.style(TextRole::Body));
        (self.fresh, self.after) = (true, Pt::ZERO);
        Node::new(Tag::H2, vec![Kid::Text(placed)])
    }

    fn icon(&mut self, heading: &SetHeading, corner: Point, side: Pt, stroke: Pt, color: Color) {
        let icon = heading.icon.as_deref().and_then(|name| self.house.icons.draw(name, corner, side, stroke, color));
        self.art.extend(icon);
    }

    fn strip(&mut self, heading: &SetHeading, frame: Option<Frame>, style: TypeStyle) -> crate::leaflet::PlacedText {
        let House { palette, .. } = self.house;
        let HeadingStyle::Strip { height, fill, icon, stroke, color, .. } = heading.style else {
            return self.lines(&heading.text, style, self.left);
        };
        let more = style.lead * heading.text.lines.len().saturating_sub(1) as f32;
        let (left, width) = frame.map_or((self.left, self.measure), |frame| self.box_width(frame));
        let radius = frame.map_or(Pt::ZERO, |frame| frame.radius);
        let area = Area::new(left, self.y, width, height + more);
        let path = rounded(area, [radius, radius, Pt::ZERO, Pt::ZERO]);
        self.art.push(Shape::Fill { path, color: palette.get(fill) });
        let corner = Point(left + (self.left - left), area.origin.1 + (height - icon) / 2.0);
        self.icon(heading, corner, icon, stroke, palette.get(color));
        let foot = area.foot();
        self.fresh = false;
        // The first baseline: its capitals stand in the middle of a strip of one line.
        self.y += height / 2.0 + style.size * CAP_MIDDLE - style.lead;
        let placed = self.lines(&heading.text, style, self.left + heading.indent());
        self.y = foot;
        placed
    }

    fn disc(&mut self, heading: &SetHeading, style: TypeStyle) -> crate::leaflet::PlacedText {
        let HeadingStyle::Disc { side, fill, icon, stroke, color, gap } = heading.style else {
            return self.lines(&heading.text, style, self.left);
        };
        let palette = self.house.palette;
        let top = self.y;
        let area = Area::new(self.left, top, side, side);
        self.art.push(Shape::Fill { path: rounded(area, [side / 2.0; 4]), color: palette.get(fill) });
        let inset = (side - icon) / 2.0;
        self.icon(heading, Point(self.left + inset, top + inset), icon, stroke, palette.get(color));
        let lines = heading.text.lines.len();
        let cap = style.size * CAP_MIDDLE * 2.0;
        let height = style.lead * lines.saturating_sub(1) as f32 + cap;
        let first = (top + (side - height) / 2.0 + cap).max(top + cap - Pt(2.0));
        self.fresh = false;
        self.y = first - style.lead;
        let placed = self.lines(&heading.text, style, self.left + side + gap);
        if lines < 2 {
            self.y = top + side;
        }
        placed
    }
}

//! The code that phones scan, with its words beside it.

use std::sync::Arc;

use serviceline_core::words::Words;

use super::Flow;
use crate::art::{Shape, rounded};
use crate::code::Code;
use crate::color::Role;
use crate::design::{TextRole, parts};
use crate::leaflet::{Kid, Meaning, Node, PlacedDrawing, Tag};
use crate::typeset::{Set, WIDE};
use crate::unit::{Area, Point, Pt};

impl Flow<'_> {
    /// A code: in a narrow section with its words beside it, in a wide one at the right of all that the section says
    /// since `top`.
    pub(super) fn code(
        &mut self,
        code: &Arc<Code>,
        alt: &Words,
        texts: &[Set],
        style: parts::Code,
        top: Pt,
    ) -> Vec<Kid> {
        let side = code.side();
        if self.measure >= WIDE {
            let mut kids: Vec<Kid> = texts.iter().map(|set| Kid::Node(self.set(set, self.left))).collect();
            let room = (self.y - top - side).max(Pt::ZERO);
            let corner = Point(self.left + self.measure - side + style.hang, top + room / 2.0);
            kids.insert(0, self.figure(code, alt, style, corner));
            self.y = self.y.max(corner.1 + side);
            return kids;
        }
        let corner = Point(self.left - style.hang, self.y + self.after.max(style.before));
        let lead = self.house.design.style(TextRole::Body).lead;
        let lines = texts.iter().map(|set| set.text.lines.len()).sum::<usize>();
        let height = lead * lines as f32;
        let x = corner.0 + side + style.gap;
        // Letters hang below their line box by about a quarter of it.
        self.y = corner.1 + ((side - height) / 2.0).max(Pt::ZERO) - lead * 0.2;
        self.after = Pt::ZERO;
        let mut kids = vec![self.figure(code, alt, style, corner)];
        for set in texts {
            kids.push(Kid::Node(self.set(set, x)));
            self.after = Pt::ZERO;
        }
        self.y = self.y.max(corner.1 + side);
        self.after = style.after;
        kids
    }

    /// The code itself. On a coloured ground it lies on a sheet of paper.
    fn figure(&mut self, code: &Code, alt: &Words, style: parts::Code, corner: Point) -> Kid {
        let palette = self.house.palette;
        let area: Area = code.area(corner);
        self.art.push(Shape::Fill { path: rounded(area, [style.patch; 4]), color: palette.get(Role::Paper) });
        let art = vec![Shape::Fill { path: code.path(corner), color: palette.get(Role::Ink) }];
        let meaning = Meaning::Figure(alt.clone(), area);
        Kid::Node(Node::new(Tag::Figure, vec![Kid::Drawing(PlacedDrawing { art, meaning })]))
    }
}

//! What people said, set off from what the hospital says.

use super::Flow;
use crate::art::{Path, Shape, Verb, rounded};
use crate::color::Role;
use crate::design::quote::{Card, QuoteStyle};
use crate::leaflet::{Kid, Node, Tag};
use crate::ornament::mosaic::Figure;
use crate::typeset::Set;
use crate::unit::{Area, Point, Pt};

/// How far a bar reaches below the last baseline.
const BELOW: Pt = Pt(4.0);

impl Flow<'_> {
    /// The words, who said them, and what keeps them from misleading.
    pub(super) fn quote(&mut self, sets: &[Set]) -> Kid {
        let kids = match self.house.design.quotes {
            QuoteStyle::Plain => self.sets(sets, Pt::ZERO),
            QuoteStyle::Rule { weight, width, color, before, after } => {
                let (words, rest) = sets.split_at(sets.len().min(1));
                let mut kids = self.sets(words, Pt::ZERO);
                self.y += before;
                self.art.push(Shape::rule(self.left, self.y, width, weight, self.house.palette.get(color)));
                self.y += weight + after;
                self.after = Pt::ZERO;
                kids.extend(self.sets(rest, Pt::ZERO));
                kids
            }
            QuoteStyle::Bar { width, color, indent } => {
                let kids = self.sets(sets, indent);
                let top = super::first_text(&kids).map_or(self.y, |first| first.at.1 - first.lead);
                let area = Area::new(self.left, top, width, self.y + BELOW - top);
                self.art.push(Shape::Block { area, color: self.house.palette.get(color) });
                kids
            }
            QuoteStyle::Card(card) => self.card(sets, card),
        };
        Kid::Node(Node::new(Tag::BlockQuote, kids))
    }

    fn sets(&mut self, sets: &[Set], indent: Pt) -> Vec<Kid> {
        sets.iter().map(|set| Kid::Node(self.set(set, self.left + indent))).collect()
    }

    fn card(&mut self, sets: &[Set], card: Card) -> Vec<Kid> {
        if !self.fresh {
            self.y += self.after.max(card.before * self.knobs.spacing);
        }
        let (top, drawn) = (self.y, self.art.len());
        self.y += card.top;
        (self.fresh, self.after) = (false, Pt::ZERO);
        let kids = self.sets(sets, card.inset - card.outset);
        self.y += card.foot;
        self.after = card.after * self.knobs.spacing;
        let palette = self.house.palette;
        let area = Area::new(self.left - card.outset, top, self.measure + card.outset * 2.0, self.y - top);
        let fill = Shape::Fill { path: rounded(area, [card.radius; 4]), color: palette.get(card.fill) };
        let mark = Area::new(area.origin.0 + card.inset, top + card.inset, card.mark, card.mark * 0.8);
        let marks = Shape::Fill { path: opening_mark(mark), color: palette.get(Role::OnHi) };
        let corner = area.right() - card.inset - card.leaf;
        let leaf = Figure::Leaf.path(Area::new(corner, top + card.inset * 0.75, card.leaf, card.leaf));
        let leaf = Shape::Fill { path: leaf, color: palette.get(Role::Deep) };
        self.art.splice(drawn..drawn, [fill, marks, leaf]);
        kids
    }
}

/// Two drops, as quotation marks open in English: decoration only, the marks of the text are in the text.
fn opening_mark(area: Area) -> Path {
    let width = area.width * 0.44;
    let mut path = Path::new();
    for left in [area.origin.0, area.right() - width] {
        let at = |x: f32, y: f32| Point(left + width * x, area.origin.1 + area.height * y);
        path.push(Verb::Move(at(0.86, 0.0)));
        path.push(Verb::Curve(at(0.36, 0.06), at(0.0, 0.34), at(0.0, 0.66)));
        path.push(Verb::Curve(at(0.0, 0.86), at(0.2, 1.0), at(0.49, 1.0)));
        path.push(Verb::Curve(at(0.78, 1.0), at(1.0, 0.86), at(1.0, 0.68)));
        path.push(Verb::Curve(at(1.0, 0.5), at(0.82, 0.37), at(0.56, 0.37)));
        path.push(Verb::Curve(at(0.6, 0.2), at(0.74, 0.11), at(1.0, 0.07)));
        path.push(Verb::Close);
    }
    path
}

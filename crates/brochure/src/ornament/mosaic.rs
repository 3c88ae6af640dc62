//! Squares with simple figures: quarter discs, leaves, rings.

use std::str::FromStr;

use serde::de::value::{Error as Unread, StrDeserializer};
use serde::de::{Error as _, IntoDeserializer};
use serde::{Deserialize, Deserializer};

use crate::art::{Path, Shape, Verb, circle};
use crate::color::Role;
use crate::palette::Palette;
use crate::unit::{Area, Point, Pt};

/// A field of squares.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mosaic {
    /// Its rows, each from left to right.
    pub rows: Vec<Vec<Piece>>,
    /// The fewest rows that are drawn, where there is little room: the last ones.
    pub least: usize,
}

/// A band of squares that repeats.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "side of a square, the height of the lower edge, where the first begins, the squares")]
pub struct Ribbon {
    pub module: Pt,
    pub to: Pt,
    pub from: Pt,
    pub pieces: Vec<Piece>,
}

/// A figure on a square.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the figure, its colour, and the colour of the square")]
pub struct Piece {
    pub figure: Figure,
    pub color: Role,
    pub ground: Role,
}

/// What is drawn on a square.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// A quarter of a disc with its centre at the top left.
    Tl,
    /// At the top right.
    Tr,
    /// At the bottom right.
    Br,
    /// At the bottom left.
    Bl,
    /// Two arcs from the bottom left to the top right.
    Leaf,
    /// Two arcs from the top left to the bottom right.
    Leaf2,
    /// A disc.
    Disc,
    /// A disc with a hole.
    Ring,
    /// A cross of two bars.
    Plus,
    /// Four stripes.
    Bars,
}

impl FromStr for Piece {
    type Err = Unread;

    /// Reads `leaf hi/deep`: a figure, its colour, the colour of the square.
    fn from_str(text: &str) -> Result<Self, Unread> {
        let (figure, colors) =
            text.split_once(' ').ok_or_else(|| Unread::custom("expected a figure and two colours"))?;
        let (color, ground) = colors.split_once('/').ok_or_else(|| Unread::custom("expected two colours"))?;
        Ok(Self { figure: read(figure)?, color: read(color)?, ground: read(ground)? })
    }
}

/// A name as the data files write it.
fn read<'d, T: Deserialize<'d>>(word: &'d str) -> Result<T, Unread> {
    let word: StrDeserializer<'_, Unread> = word.into_deserializer();
    T::deserialize(word)
}

impl<'de> Deserialize<'de> for Piece {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// Neighbouring squares overlap by so much, or viewers show hairlines between them.
const OVERLAP: Pt = Pt(0.1);
/// How far the outer squares reach over the left and the right edge of their panel.
const OVER: (Pt, Pt) = (Pt(2.0), Pt(9.0));

impl Mosaic {
    /// The last `count` rows, as wide as a panel, ending at a height; without the pieces that `keep` refuses.
    #[must_use]
    pub fn draw(
        &self,
        count: usize,
        width: Pt,
        foot: Pt,
        palette: &Palette,
        keep: impl Fn(usize, usize) -> bool,
    ) -> Vec<Shape> {
        let skipped = self.rows.len().saturating_sub(count);
        let mut shapes = Vec::new();
        for (row, pieces) in self.rows.iter().enumerate().skip(skipped) {
            let side = width / pieces.len().max(1) as f32;
            let top = foot - side * (self.rows.len() - row) as f32;
            for (column, piece) in pieces.iter().enumerate().filter(|(column, _)| keep(row, *column)) {
                let area = Area::new(side * column as f32, top, side, side);
                let left = if column == 0 { OVER.0 } else { Pt::ZERO };
                let right = if column + 1 == pieces.len() { OVER.1 } else { OVERLAP };
                let square = Area::new(area.origin.0 - left, top, side + left + right, side + OVERLAP);
                shapes.extend(piece.draw(area, square, palette));
            }
        }
        shapes
    }

    /// The side of a square on a panel of a width.
    #[must_use]
    pub fn side(&self, width: Pt) -> Pt {
        width / self.rows.first().map_or(1, Vec::len).max(1) as f32
    }
}

impl Ribbon {
    /// The part of the band that lies on a panel, which begins at `left` of its sheet.
    #[must_use]
    pub fn draw(&self, left: Pt, width: Pt, palette: &Palette) -> Vec<Shape> {
        let mut shapes = Vec::new();
        let mut x = self.from - left;
        for piece in self.pieces.iter().cycle() {
            if x > width + OVER.1 || self.module <= Pt::ZERO {
                break;
            }
            if x + self.module > -OVER.1 {
                let area = Area::new(x, self.to - self.module, self.module, self.module);
                let square = Area { width: self.module + OVERLAP, ..area };
                shapes.extend(piece.draw(area, square, palette));
            }
            x += self.module;
        }
        shapes
    }
}

impl Piece {
    /// The figure on its square, which may reach over the area of the figure.
    #[must_use]
    pub fn draw(self, area: Area, square: Area, palette: &Palette) -> [Shape; 2] {
        let ground = Shape::Block { area: square, color: palette.get(self.ground) };
        [ground, Shape::Fill { path: self.figure.path(area), color: palette.get(self.color) }]
    }
}

/// How far the handles of a quarter circle are from its ends.
const K: f32 = 0.5523;

impl Figure {
    /// The outlines, within an area.
    #[must_use]
    pub fn path(self, area: Area) -> Path {
        let at = |x: f32, y: f32| Point(area.origin.0 + area.width * x, area.origin.1 + area.height * y);
        let quarter = |turn: fn(f32, f32) -> (f32, f32)| {
            let at = |x, y| {
                let (x, y) = turn(x, y);
                at(x, y)
            };
            let curve = Verb::Curve(at(1.0, K), at(K, 1.0), at(0.0, 1.0));
            vec![Verb::Move(at(0.0, 0.0)), Verb::Line(at(1.0, 0.0)), curve, Verb::Close]
        };
        let leaf = |mirror: bool| {
            let at = |x: f32, y: f32| at(if mirror { 1.0 - x } else { x }, y);
            vec![
                Verb::Move(at(0.0, 1.0)),
                Verb::Curve(at(0.0, 1.0 - K), at(1.0 - K, 0.0), at(1.0, 0.0)),
                Verb::Curve(at(1.0, K), at(K, 1.0), at(0.0, 1.0)),
                Verb::Close,
            ]
        };
        let bar = |x: f32, y: f32, width: f32, height: f32| {
            let (right, foot) = (x + width, y + height);
            let corners = [at(x, y), at(right, y), at(right, foot), at(x, foot)];
            let lines = corners[1..].iter().map(|corner| Verb::Line(*corner));
            std::iter::once(Verb::Move(corners[0])).chain(lines).chain([Verb::Close]).collect::<Path>()
        };
        match self {
            Self::Tl => quarter(|x, y| (x, y)),
            Self::Tr => quarter(|x, y| (1.0 - y, x)),
            Self::Br => quarter(|x, y| (1.0 - x, 1.0 - y)),
            Self::Bl => quarter(|x, y| (y, 1.0 - x)),
            Self::Leaf => leaf(false),
            Self::Leaf2 => leaf(true),
            Self::Disc => circle(at(0.5, 0.5), area.width * 0.36),
            Self::Ring => {
                let hole = circle(at(0.5, 0.5), area.width * 0.22);
                let mut ring = circle(at(0.5, 0.5), area.width * 0.40);
                ring.extend(reversed(&hole));
                ring
            }
            Self::Plus => {
                let (wide, long) = (0.24, 0.66);
                let (near, far) = ((1.0 - wide) / 2.0, (1.0 - long) / 2.0);
                [bar(near, far, wide, long), bar(far, near, long, wide)].concat()
            }
            Self::Bars => (0..4u8).flat_map(|n| bar(0.0, 0.0625 + 0.25 * f32::from(n), 1.0, 0.125)).collect(),
        }
    }
}

/// The same outline drawn the other way round, which makes a hole of it.
fn reversed(path: &[Verb]) -> Path {
    let mut from = Vec::new();
    let mut last = Point::default();
    for verb in path {
        match *verb {
            Verb::Move(p) => last = p,
            Verb::Line(p) => {
                from.push(Verb::Line(last));
                last = p;
            }
            Verb::Curve(a, b, p) => {
                from.push(Verb::Curve(b, a, last));
                last = p;
            }
            Verb::Close => {}
        }
    }
    from.push(Verb::Move(last));
    from.reverse();
    from.push(Verb::Close);
    from
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::Figure::{Bars, Bl, Br, Disc, Leaf, Leaf2, Plus, Ring, Tl, Tr};
    use super::*;

    #[test]
    fn a_piece_is_a_figure_and_two_colours() {
        let piece: Piece = "leaf2 accent/hi".parse().unwrap();
        assert_eq!(piece, Piece { figure: Leaf2, color: Role::Accent, ground: Role::Hi });
        for wrong in ["", "leaf", "leaf hi", "blob hi/deep", "leaf hi/blue"] {
            assert!(wrong.parse::<Piece>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn no_figure_reaches_over_its_square() {
        let area = Area::new(Pt(10.0), Pt(20.0), Pt(30.0), Pt(30.0));
        for figure in [Tl, Tr, Br, Bl, Leaf, Leaf2, Disc, Ring, Plus, Bars] {
            for verb in figure.path(area) {
                let ends = match verb {
                    Verb::Move(p) | Verb::Line(p) | Verb::Curve(_, _, p) => p,
                    Verb::Close => continue,
                };
                let within = ends.0 >= Pt(9.99) && ends.0 <= Pt(40.01) && ends.1 >= Pt(19.99) && ends.1 <= Pt(50.01);
                assert!(within, "{figure:?} {ends:?}");
            }
        }
    }
}

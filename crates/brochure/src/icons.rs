//! The icons of `brochure/icons.json`: line drawings on a grid of 24 units.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de};

use crate::art::{Path, Shape, Verb, transform};
use crate::color::Color;
use crate::unit::{Point, Pt};

/// All icons, by name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Icons {
    /// The side of the square that an icon is drawn in.
    pub grid: Pt,
    /// The thickness of the line, in units of the grid.
    pub stroke: Pt,
    #[serde(rename = "icons")]
    drawings: BTreeMap<String, Icon>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Icon {
    #[serde(rename = "for")]
    _purpose: String,
    #[serde(deserialize_with = "outline")]
    path: Path,
}

impl Icons {
    /// An icon of the given side with its top left corner at a point, or nothing if there is none of that name.
    #[must_use]
    pub fn draw(&self, name: &str, at: Point, side: Pt, width: Pt, color: Color) -> Option<Shape> {
        let scale = side / self.grid;
        let path = transform(&self.drawings.get(name)?.path, (scale, scale), at);
        Some(Shape::Stroke { path, color, width })
    }
}

fn outline<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Path, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| de::Error::custom("expected a path of absolute M, L, C and Z"))
}

/// Reads a path of absolute M, L, C and Z, as in SVG. Other curves were turned into C when the icons were drawn.
fn parse(text: &str) -> Option<Path> {
    let spaced: String = text.chars().flat_map(|c| spread(c).into_iter().flatten()).collect();
    let mut words = spaced.split_ascii_whitespace().peekable();
    let mut path = Path::new();
    while let Some(command) = words.next() {
        let mut point = || Some(Point(Pt(words.next()?.parse().ok()?), Pt(words.next()?.parse().ok()?)));
        path.push(match command {
            "M" => Verb::Move(point()?),
            "L" => Verb::Line(point()?),
            "C" => Verb::Curve(point()?, point()?, point()?),
            "Z" => Verb::Close,
            _ => return None,
        });
    }
    Some(path)
}

/// A command letter stands apart from its numbers.
fn spread(c: char) -> [Option<char>; 3] {
    if c.is_ascii_alphabetic() { [Some(' '), Some(c), Some(' ')] } else { [Some(c), None, None] }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read() {
        let path = parse("M1 2 L3.5 4 C1 1 2 2 3 3 Z").unwrap();
        assert_eq!(path.len(), 4);
        assert_eq!(path[1], Verb::Line(Point(Pt(3.5), Pt(4.0))));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in ["M1", "Q1 2 3 4", "M a b", "1 2"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}

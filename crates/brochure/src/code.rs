//! The code that phones scan: an address in black squares.
//!
//! It is never smaller than phones read from paper, never reversed and never tinted, and the address stands beside it in
//! letters.

use std::ops::Range;

use qrcode::{Color as Module, EcLevel, QrCode, Version};
use thiserror::Error;

use crate::art::{Path, Verb};
use crate::unit::{Area, Point, Pt};

/// A code: modules in rows, of which some are dark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many modules a row has, without the quiet zone.
    pub width: usize,
    dark: Vec<Block>,
}

/// A rectangle of dark modules.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Block {
    columns: Range<usize>,
    rows: Range<usize>,
}

/// An address of so many bytes, which is too long for a code that small.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("expected an address of at most {most} bytes, found {0}", most = Code::MOST)]
pub struct CodeError(pub usize);

/// Error correction M: a code with 15 % of it soiled is still read.
const LEVEL: EcLevel = EcLevel::M;
/// The sizes that are printed.
const VERSIONS: [Version; 2] = [Version::Normal(3), Version::Normal(4)];
/// The side of a module: 0.7 mm, the least that all phones read at arm's length.
const MODULE: Pt = Pt(2.0);
/// Modules of paper around a code.
const QUIET: usize = 4;

impl Code {
    /// The longest address in bytes.
    pub const MOST: usize = 62;
    /// The side of the smallest code with its quiet zone.
    pub const SIDE: Pt = Pt(74.0);

    /// The code of an address.
    ///
    /// # Errors
    ///
    /// The address has more than [`Code::MOST`] bytes.
    pub fn new(address: &str) -> Result<Self, CodeError> {
        let mut codes = VERSIONS.into_iter().filter_map(|version| QrCode::with_version(address, version, LEVEL).ok());
        let code = codes.next().ok_or(CodeError(address.len()))?;
        let width = code.width();
        Ok(Self { width, dark: blocks(&code.into_colors(), width) })
    }

    /// The side with the quiet zone.
    #[must_use]
    pub fn side(&self) -> Pt {
        MODULE * (self.width + 2 * QUIET) as f32
    }

    /// The dark modules of a code whose quiet zone begins at `corner`, neighbours as one.
    #[must_use]
    pub fn path(&self, corner: Point) -> Path {
        let quiet = MODULE * QUIET as f32;
        let at = |column: usize, row: usize| {
            Point(corner.0 + quiet + MODULE * column as f32, corner.1 + quiet + MODULE * row as f32)
        };
        let mut path = Path::new();
        for Block { columns, rows } in &self.dark {
            path.extend([Verb::Move(at(columns.start, rows.start)), Verb::Line(at(columns.end, rows.start))]);
            path.extend([Verb::Line(at(columns.end, rows.end)), Verb::Line(at(columns.start, rows.end)), Verb::Close]);
        }
        path
    }

    /// What it covers, with its quiet zone.
    #[must_use]
    pub fn area(&self, corner: Point) -> Area {
        Area::new(corner.0, corner.1, self.side(), self.side())
    }
}

/// Rectangles of dark modules: stretches of a row, with those of the same columns below them.
fn blocks(modules: &[Module], width: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (row, modules) in modules.chunks(width.max(1)).enumerate() {
        let mut start = 0;
        for stretch in modules.chunk_by(|a, b| a == b) {
            let columns = start..start + stretch.len();
            start = columns.end;
            if stretch.first() != Some(&Module::Dark) {
                continue;
            }
            match blocks.iter_mut().rev().find(|block| block.rows.end == row && block.columns == columns) {
                Some(above) => above.rows.end += 1,
                None => blocks.push(Block { columns, rows: row..row + 1 }),
            }
        }
    }
    blocks
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_code_grows_with_its_address_and_a_long_one_is_refused() {
        let code = |length: usize| Code::new(&"a".repeat(length));
        assert_eq!(code(42).unwrap().side(), Pt(74.0));
        assert_eq!(code(43).unwrap().side(), Pt(82.0));
        assert_eq!(code(62).unwrap().width, 33);
        assert_eq!(code(63), Err(CodeError(63)));
    }

    #[test]
    fn dark_modules_cover_what_the_code_says() {
        let address = "https://example.org/spine";
        let modules = QrCode::with_version(address, VERSIONS[0], LEVEL).unwrap().into_colors();
        let dark = modules.iter().filter(|module| **module == Module::Dark).count() as f32;
        let code = Code::new(address).unwrap();
        let mut area = 0.0;
        let path = code.path(Point::default());
        for stretch in path.split(|verb| *verb == Verb::Close).filter(|stretch| !stretch.is_empty()) {
            if let [Verb::Move(a), _, Verb::Line(c), _] = stretch {
                area += (c.0 - a.0).0 * (c.1 - a.1).0;
            }
        }
        assert!((area - dark * MODULE.0 * MODULE.0).abs() < 0.5);
    }
}

//! The content of a page (ISO 32000-1, 7.8.2), written operator by operator as it is painted.

use super::number::{decimal, integer, length};
use super::text::{escape, write_utf16};
use crate::faces::name;
use crate::unit::Pt;

/// The content of a page.
#[derive(Debug, Default)]
pub(crate) struct Canvas {
    bytes: Vec<u8>,
    shows: Shows,
    /// Where the glyphs that are being shown began, and whether there are kerns between them.
    start: usize,
    kerned: bool,
}

/// What is open of the glyphs that are being shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Shows {
    #[default]
    Nothing,
    /// An array of strings and kerns.
    Array,
    /// A string within the array.
    String,
}

/// How a path is painted (ISO 32000-1, 8.5.3 and 8.5.4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fill {
    /// Its inside, by the rule of the winding number.
    Nonzero,
    /// Its inside; what an even number of outlines lies around is a hole.
    EvenOdd,
    /// What is painted from now on shows within it alone.
    Clip,
}

impl Canvas {
    /// The bytes of the content stream.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub(crate) fn save(&mut self) {
        self.operator("q");
    }

    pub(crate) fn restore(&mut self) {
        self.operator("Q");
    }

    /// Moves what is painted from now on.
    pub(crate) fn translate(&mut self, x: Pt, y: Pt) {
        self.bytes.extend_from_slice(b"1 0 0 1 ");
        self.lengths(&[x, y]);
        self.operator("cm");
    }

    /// Paints a picture into an area with this lower left corner.
    pub(crate) fn picture(&mut self, name: &str, (x, y): (Pt, Pt), (width, height): (Pt, Pt)) {
        self.save();
        self.lengths(&[width]);
        self.bytes.extend_from_slice(b"0 0 ");
        self.lengths(&[height, x, y]);
        self.operator("cm");
        self.named(name);
        self.operator("Do");
        self.restore();
    }

    /// Sets a state of the graphics that the file names.
    pub(crate) fn state(&mut self, name: &str) {
        self.named(name);
        self.operator("gs");
    }

    /// Thousandths of each part: of red, green and blue, or of the four inks.
    pub(crate) fn fill_color(&mut self, parts: &[u16]) {
        self.parts(parts);
        self.operator(if parts.len() == 3 { "rg" } else { "k" });
    }

    /// Thousandths of each part: of red, green and blue, or of the four inks.
    pub(crate) fn stroke_color(&mut self, parts: &[u16]) {
        self.parts(parts);
        self.operator(if parts.len() == 3 { "RG" } else { "K" });
    }

    pub(crate) fn line_width(&mut self, width: Pt) {
        self.lengths(&[width]);
        self.operator("w");
    }

    /// Lines end and turn in a round way.
    pub(crate) fn round_lines(&mut self) {
        self.bytes.extend_from_slice(b"1 J\n1 j\n");
    }

    /// Lines end where they end, and are broken into dashes and gaps of these lengths, if there are any.
    pub(crate) fn butt_lines(&mut self, dashes: &[Pt]) {
        self.bytes.extend_from_slice(b"0 J\n[");
        self.lengths(dashes);
        if !dashes.is_empty() {
            self.bytes.pop();
        }
        self.bytes.extend_from_slice(b"] 0 d\n");
    }

    pub(crate) fn move_to(&mut self, x: Pt, y: Pt) {
        self.lengths(&[x, y]);
        self.operator("m");
    }

    pub(crate) fn line_to(&mut self, x: Pt, y: Pt) {
        self.lengths(&[x, y]);
        self.operator("l");
    }

    /// A cubic curve: two handles and its end.
    pub(crate) fn curve_to(&mut self, points: [Pt; 6]) {
        self.lengths(&points);
        self.operator("c");
    }

    /// A rectangle from a corner, as far to the right and up as it is wide and high.
    pub(crate) fn rectangle(&mut self, (x, y): (Pt, Pt), (width, height): (Pt, Pt)) {
        self.lengths(&[x, y, width, height]);
        self.operator("re");
    }

    pub(crate) fn close(&mut self) {
        self.operator("h");
    }

    pub(crate) fn fill(&mut self, fill: Fill) {
        self.operator(match fill {
            Fill::Nonzero => "f",
            Fill::EvenOdd => "f*",
            Fill::Clip => "W\nn",
        });
    }

    pub(crate) fn stroke(&mut self) {
        self.operator("S");
    }

    pub(crate) fn begin_text(&mut self) {
        self.operator("BT");
    }

    pub(crate) fn end_text(&mut self) {
        self.operator("ET");
    }

    /// Sets the face of this number in a size.
    pub(crate) fn font(&mut self, index: usize, size: Pt) {
        self.named(&name(index));
        self.lengths(&[size]);
        self.operator("Tf");
    }

    /// The next glyph stands here.
    pub(crate) fn text_at(&mut self, x: Pt, y: Pt) {
        self.bytes.extend_from_slice(b"1 0 0 1 ");
        self.lengths(&[x, y]);
        self.operator("Tm");
    }

    /// Shows a glyph by its number in the reduced face, behind the one before.
    pub(crate) fn glyph(&mut self, glyph: u16) {
        match self.shows {
            Shows::Nothing => {
                (self.start, self.kerned) = (self.bytes.len(), false);
                self.bytes.extend_from_slice(b"[(");
            }
            Shows::Array => self.bytes.push(b'('),
            Shows::String => {}
        }
        self.shows = Shows::String;
        glyph.to_be_bytes().into_iter().for_each(|byte| escape(byte, &mut self.bytes));
    }

    /// The next glyph stands so many thousandths of the size further to the left.
    pub(crate) fn kern(&mut self, thousandths: i64) {
        if self.shows == Shows::String {
            self.bytes.push(b')');
            (self.shows, self.kerned) = (Shows::Array, true);
            integer(thousandths, &mut self.bytes);
        }
    }

    /// The glyphs before this are shown.
    pub(crate) fn end_glyphs(&mut self) {
        match self.shows {
            Shows::Nothing => return,
            Shows::String => self.bytes.push(b')'),
            Shows::Array => {}
        }
        self.shows = Shows::Nothing;
        if self.kerned {
            self.bytes.push(b']');
            self.operator("TJ");
        } else {
            // A string alone needs no array.
            self.bytes.remove(self.start);
            self.operator("Tj");
        }
    }

    /// Begins what is no part of the document, of a kind that ISO 32000-1, 14.8.2.2.2 names.
    pub(crate) fn begin_artifact(&mut self, kind: &str) {
        self.bytes.extend_from_slice(b"/Artifact<</Type");
        self.named(kind);
        self.bytes.pop();
        self.bytes.extend_from_slice(b">>");
        self.operator("BDC");
    }

    /// Begins a stretch of a structure type (ISO 32000-1, 14.7.4.2). `mark` ties it to the structure, and it is read as
    /// `instead`, whatever it shows (14.9.4).
    pub(crate) fn begin_marked(&mut self, tag: &str, mark: Option<i64>, instead: Option<&str>) {
        self.named(tag);
        self.bytes.pop();
        self.bytes.extend_from_slice(b"<<");
        if let Some(text) = instead {
            self.bytes.extend_from_slice(b"/ActualText");
            write_utf16(text, &mut self.bytes);
        }
        if let Some(mark) = mark {
            self.bytes.extend_from_slice(b"/MCID ");
            integer(mark, &mut self.bytes);
        }
        self.bytes.extend_from_slice(b">>");
        self.operator("BDC");
    }

    pub(crate) fn end_marked(&mut self) {
        self.operator("EMC");
    }
}

impl Canvas {
    fn operator(&mut self, operator: &str) {
        self.bytes.extend_from_slice(operator.as_bytes());
        self.bytes.push(b'\n');
    }

    fn named(&mut self, name: &str) {
        self.bytes.push(b'/');
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b' ');
    }

    fn lengths(&mut self, lengths: &[Pt]) {
        for item in lengths {
            length(*item, &mut self.bytes);
            self.bytes.push(b' ');
        }
    }

    fn parts(&mut self, parts: &[u16]) {
        for part in parts {
            decimal(i64::from(*part), 1000, &mut self.bytes);
            self.bytes.push(b' ');
        }
    }
}

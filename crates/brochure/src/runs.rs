//! The glyphs of a line, in runs that are set alike.

use std::ops::Range;

use crate::direction::Direction;
use crate::draw::rounded;
use crate::fonts::FaceId;
use crate::leaflet::{PlacedText, SegmentKind, SetText};
use crate::lines::Line;
use crate::shape::Shaped;
use crate::unit::Pt;

/// Glyphs of a line that are set alike and run alike.
pub(crate) struct Run {
    pub(crate) span: u16,
    pub(crate) face: FaceId,
    pub(crate) glyphs: Range<usize>,
    /// From the left end of the block.
    pub(crate) x: Pt,
    width: Pt,
    pub(crate) from_right: bool,
}

impl Run {
    /// The area that a link covers, in the coordinates of the page.
    pub(crate) fn area(&self, placed: &PlacedText, line: usize, height: Pt) -> [f32; 4] {
        let (left, base) = (placed.at.0 + self.x, height - placed.baseline(line));
        let corners = [left, base - placed.lead * 0.25, left + self.width, base + placed.lead * 0.75];
        corners.map(rounded)
    }
}

/// The runs of a line, in the order in which they are read.
pub(crate) fn runs(text: &SetText, line: &Line) -> Vec<Run> {
    let shaped = &*text.shaped;
    let mut runs: Vec<Run> = Vec::new();
    for (glyphs, from_right) in stretches(shaped, line) {
        let first = runs.len();
        alike_glyphs(shaped, glyphs, from_right, &mut runs);
        if from_right {
            runs[first..].reverse();
        }
    }
    let whole: Pt = runs.iter().map(|run| run.width).sum();
    // The space at the end of a line that begins at the right lies to the left of what is seen.
    let unseen = if shaped.direction.is_from_right() { whole - line.width } else { Pt::ZERO };
    let mut x = line.indent - unseen;
    for run in &mut runs {
        run.x = x;
        x += run.width;
    }
    if shaped.direction != Direction::Right {
        runs.sort_by_key(|run| run.glyphs.start);
    }
    runs
}

/// The glyphs of a line that run alike, from left to right, and whether they are read from the right.
fn stretches(shaped: &Shaped, line: &Line) -> Vec<(Range<usize>, bool)> {
    let all = shaped.glyphs.get(line.glyphs.clone()).unwrap_or_default();
    let text = all.iter().map(|glyph| &glyph.text).filter(|text| !text.is_empty());
    let ends = text.clone().map(|text| text.start).min().zip(text.map(|text| text.end).max());
    let (Some((start, end)), true) = (ends, shaped.direction != Direction::Right) else {
        return vec![(line.glyphs.clone(), false)];
    };
    // A glyph without a text belongs to the one before it.
    let owners = all.iter().scan(start, |owner, glyph| {
        if !glyph.text.is_empty() {
            *owner = glyph.text.start;
        }
        Some(*owner)
    });
    let owners: Vec<usize> = owners.collect();
    let index = |byte: usize| line.glyphs.start + owners.partition_point(|owner| *owner < byte);
    let stretches = shaped.direction.stretches(&shaped.text, start..end).into_iter();
    stretches.map(|s| (index(s.text.start)..index(s.text.end), s.from_right)).collect()
}

/// The glyphs of a run in the order in which they stand, in pieces that are read as one: the whole run, or letter by letter
/// where it is read from the right. Readers take what stands for a text from the left to be in the order in which it stands,
/// so no more than a letter and its marks may be told in one.
pub(crate) fn pieces(shaped: &Shaped, run: &Run) -> Vec<Range<usize>> {
    if !run.from_right {
        return vec![run.glyphs.clone()];
    }
    let begins = |at: &usize| shaped.glyphs.get(*at).is_some_and(|glyph| !glyph.text.is_empty());
    let mut pieces = Vec::new();
    let mut end = run.glyphs.end;
    for start in run.glyphs.clone().rev() {
        if begins(&start) || start == run.glyphs.start {
            pieces.push(start..end);
            end = start;
        }
    }
    pieces
}

/// Adds runs of glyphs that are set alike, in the order in which they are read. Where they are read from the right a run is
/// a word, so that the words of a file are in their order, whatever a reader makes of its letters.
fn alike_glyphs(shaped: &Shaped, glyphs: Range<usize>, from_right: bool, runs: &mut Vec<Run>) {
    let (first, mut ends_word) = (runs.len(), false);
    for at in glyphs {
        let Some(glyph) = shaped.glyphs.get(at) else { continue };
        let text = shaped.text.get(glyph.text.clone());
        if text == Some("\n") {
            continue;
        }
        let begins_word = std::mem::replace(&mut ends_word, from_right && text == Some(" "));
        let alike = |run: &&mut Run| !begins_word && (run.span, run.face) == (glyph.span, glyph.face);
        if let Some(run) = runs[first..].last_mut().filter(alike) {
            run.glyphs.end = at + 1;
            run.width += Pt(glyph.advance);
        } else {
            let (span, face, width) = (glyph.span, glyph.face, Pt(glyph.advance));
            runs.push(Run { span, face, glyphs: at..at + 1, x: Pt::ZERO, width, from_right });
        }
    }
}

/// Whether two spans can lie in one marked stretch.
pub(crate) fn alike(text: &SetText, a: u16, b: u16) -> bool {
    let kind = |span: u16| text.segments.get(usize::from(span)).map(|segment| &segment.kind);
    let plain = |span: u16| matches!(kind(span), Some(SegmentKind::Plain) | None);
    a == b || (plain(a) && plain(b))
}

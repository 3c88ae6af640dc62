//! The glyphs of a line, in runs that are set alike.

use crate::draw::rounded;
use crate::leaflet::{PlacedText, SegmentKind, SetText};
use crate::lines::Line;
use crate::unit::Pt;

/// Glyphs of a line that are set alike.
pub(crate) struct Run {
    pub(crate) span: u16,
    pub(crate) glyphs: std::ops::Range<usize>,
    /// From the left end of the line.
    pub(crate) x: Pt,
    width: Pt,
}

impl Run {
    /// The area that a link covers, in the coordinates of the page.
    pub(crate) fn area(&self, placed: &PlacedText, line: usize, height: Pt) -> [f32; 4] {
        let (left, base) = (placed.at.0 + self.x, height - placed.baseline(line));
        let corners = [left, base - placed.lead * 0.25, left + self.width, base + placed.lead * 0.75];
        corners.map(rounded)
    }
}

pub(crate) fn runs(text: &SetText, line: &Line) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = Pt::ZERO;
    for at in line.glyphs.clone() {
        let Some(glyph) = text.shaped.glyphs.get(at) else {
            continue;
        };
        if text.shaped.text.get(glyph.text.clone()) == Some("\n") {
            continue;
        }
        match runs.last_mut().filter(|run| run.span == glyph.span) {
            Some(run) => {
                run.glyphs.end = at + 1;
                run.width += Pt(glyph.advance);
            }
            None => runs.push(Run { span: glyph.span, glyphs: at..at + 1, x, width: Pt(glyph.advance) }),
        }
        x += Pt(glyph.advance);
    }
    runs
}

/// Whether two spans can lie in one marked stretch.
pub(crate) fn alike(text: &SetText, a: u16, b: u16) -> bool {
    let kind = |span: u16| text.segments.get(usize::from(span)).map(|segment| &segment.kind);
    let plain = |span: u16| matches!(kind(span), Some(SegmentKind::Plain) | None);
    a == b || (plain(a) && plain(b))
}

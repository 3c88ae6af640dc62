//! The lines of a text, painted: runs of glyphs with what they mean, and what they are read as.

use super::Painter;
use crate::direction::{Direction, is_unseen};
use crate::leaflet::{PlacedText, SegmentKind, SetText};
use crate::medium::Medium;
use crate::pdf::tags::{Content, Element, Link};
use crate::runs::{Run, alike, pieces, runs};
use crate::shape::Glyph;
use crate::unit::Pt;

/// Where the pen stands: behind the last run of a line, or anywhere else.
#[derive(Clone, Copy, PartialEq)]
enum Pen {
    Away,
    At { raise: Pt },
}

impl Painter<'_> {
    /// Paints the lines of a text, and adds its stretches to the element that it belongs to.
    pub(crate) fn text(&mut self, tag: &str, placed: &PlacedText, kids: &mut Vec<Content>) {
        let mut open: Option<u16> = None;
        for (number, line) in placed.text.lines.iter().enumerate() {
            let mut pen = Pen::Away;
            for run in runs(&placed.text, line) {
                if open.is_none_or(|before| !alike(&placed.text, before, run.span)) {
                    self.end_text(open);
                    self.begin(tag, placed, run.span, kids);
                    self.canvas.begin_text();
                    pen = Pen::Away;
                }
                open = Some(run.span);
                pen = self.run(placed, number, &run, pen);
                if let Some(link) = kids.last_mut().and_then(Content::link_mut) {
                    link.areas.push(run.area(placed, number, self.height));
                }
            }
        }
        self.end_text(open);
    }

    fn end_text(&mut self, open: Option<u16>) {
        if open.is_some() {
            self.canvas.end_text();
            self.close();
        }
    }

    fn begin(&mut self, tag: &str, placed: &PlacedText, span: u16, kids: &mut Vec<Content>) {
        match placed.text.segments.get(usize::from(span)).map(|segment| &segment.kind) {
            Some(SegmentKind::Link { href, contents }) => {
                let mut element = Element::new("Link");
                element.kids.push(self.open("Link", None));
                let link =
                    Link { page: self.page, href: href.to_string(), contents: contents.to_string(), areas: Vec::new() };
                element.kids.push(Content::Link(link));
                kids.push(Content::Element(element));
            }
            Some(SegmentKind::Cite { spoken }) => {
                let mut label = Element::new("Lbl");
                label.kids.push(self.open("Lbl", spoken.as_deref()));
                if tag == "Lbl" {
                    // Before a note the number is its label already.
                    return kids.append(&mut label.kids);
                }
                let mut reference = Element::new("Reference");
                reference.kids.push(Content::Element(label));
                kids.push(Content::Element(reference));
            }
            Some(SegmentKind::Instead(text)) => kids.push(self.open(tag, Some(text))),
            Some(SegmentKind::Plain) | None => kids.push(self.open(tag, None)),
        }
    }

    /// Paints a run. Gives where the pen stands then.
    fn run(&mut self, placed: &PlacedText, line: usize, run: &Run, pen: Pen) -> Pen {
        let text = &*placed.text;
        let (Some(span), Some(segment)) =
            (text.shaped.spans.get(usize::from(run.span)), text.segments.get(usize::from(run.span)))
        else {
            return pen;
        };
        self.text_color(segment.color, span.size, span.weight);
        let index = self.faces.index(self.fonts, run.face);
        if self.font != Some((index, span.size)) {
            self.font = Some((index, span.size));
            self.canvas.font(index, span.size);
        }
        let at = (placed.at.0 + run.x, placed.baseline(line) - span.raise);
        let is_there = pen == (Pen::At { raise: span.raise });
        let pen = self.show(text, run, (index, span.size), at, is_there);
        if text.shaped.direction == Direction::Right && pen { Pen::At { raise: span.raise } } else { Pen::Away }
    }

    /// Shows the glyphs of a run, with the kerns between them, in a face of this number and size. `is_there` says that the
    /// pen stands at the place already. Gives whether it stands behind the run then.
    fn show(
        &mut self,
        text: &SetText,
        run: &Run,
        (index, size): (usize, Pt),
        at: (Pt, Pt),
        mut is_there: bool,
    ) -> bool {
        let units = self.fonts.face(run.face).map_or(1000.0, |face| f32::from(face.metrics.units_per_em));
        let mut x = at.0;
        for piece in pieces(&text.shaped, run) {
            let glyphs = text.shaped.glyphs.get(piece).unwrap_or_default();
            let instead = self.instead(text, run, index, glyphs);
            if let Some(instead) = &instead {
                self.canvas.end_glyphs();
                self.canvas.begin_marked("Span", None, Some(instead));
            }
            for step in 0..glyphs.len() {
                let seen = if run.from_right { glyphs.len() - 1 - step } else { step };
                let Some(glyph) = glyphs.get(seen) else { continue };
                let (id, width) = self.faces.glyph(self.fonts, index, glyph.id, shown(text, glyph));
                let is_moved = glyph.offset != (0.0, 0.0);
                if is_moved || !is_there {
                    self.canvas.end_glyphs();
                    self.canvas.text_at(x + Pt(glyph.offset.0), self.height - at.1 + Pt(glyph.offset.1));
                }
                self.canvas.glyph(id);
                x += Pt(glyph.advance);
                is_there = !is_moved;
                let kern = (f32::from(width) / units * 1000.0 - glyph.advance / size.0 * 1000.0).round();
                if kern != 0.0 {
                    self.canvas.kern(kern as i64);
                }
            }
            if instead.is_some() {
                self.canvas.end_glyphs();
                self.canvas.end_marked();
            }
        }
        self.canvas.end_glyphs();
        is_there
    }

    /// What glyphs are read as, where that cannot be told from each of them.
    fn instead(&mut self, text: &SetText, run: &Run, index: usize, glyphs: &[Glyph]) -> Option<String> {
        if self.medium != Medium::Screen || self.aside {
            return None;
        }
        let is_told = if run.from_right {
            let known =
                |glyph: &Glyph| self.faces.shows(index, glyph.id).is_none_or(|known| known == shown(text, glyph));
            matches!(glyphs, [glyph] if known(glyph))
        } else {
            glyphs.iter().all(|glyph| !glyph.text.is_empty())
        };
        let said = || glyphs.iter().filter_map(|glyph| text.shaped.text.get(glyph.text.clone())).collect();
        (!is_told).then(said)
    }
}

/// What a glyph shows. Marks that join or part letters are not seen.
fn shown<'t>(text: &'t SetText, glyph: &Glyph) -> &'t str {
    text.shaped.text.get(glyph.text.clone()).unwrap_or_default().trim_end_matches(is_unseen)
}

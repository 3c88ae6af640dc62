//! From text to glyphs: a block of text, shaped by parley as if it stood on one endless line.
//!
//! Where the line may end is the business of [`crate::lines`], and in which faces a block is set that of
//! [`crate::coverage`]. Nothing is looked up in the fonts of the system.

use std::ops::Range;

use parley::{FontFamily, FontFeatures, Layout, Run, StyleProperty};

use crate::coverage::{Covered, MissingGlyph, cover};
use crate::direction::{Direction, is_unseen};
use crate::fonts::{Face, FaceId, Family, Fonts};
use crate::unit::Pt;

/// A stretch of a block that is set alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Which bytes of the text.
    pub range: Range<usize>,
    /// From 100 to 900.
    pub weight: u16,
    /// Size of the letters.
    pub size: Pt,
    /// How far above the baseline it stands.
    pub raise: Pt,
    /// No line may end within it.
    pub whole: bool,
}

/// A glyph and the characters that it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in its face.
    pub id: u16,
    /// How far the next one stands.
    pub advance: f32,
    /// How far it stands from there, to the right and up: marks stand over and under letters.
    pub offset: (f32, f32),
    /// Which bytes of the block's text it shows; empty for all glyphs of a cluster but the first.
    pub text: Range<usize>,
    /// The number of its span.
    pub span: u16,
    /// The face that it is of.
    pub face: FaceId,
}

/// A shaped block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shaped {
    /// The text.
    pub text: String,
    /// The spans, in order.
    pub spans: Vec<Span>,
    /// The glyphs, in the order in which the text is read.
    pub glyphs: Vec<Glyph>,
    /// How the glyphs run.
    pub direction: Direction,
}

/// Shapes a block.
///
/// # Errors
///
/// A character has no glyph in the faces that the block can be set in.
pub fn shape(
    fonts: &Fonts,
    family: Family,
    fallback_scale: f32,
    text: String,
    mut spans: Vec<Span>,
) -> Result<Shaped, MissingGlyph> {
    let covered = cover(fonts, family, &text, &spans)?;
    for span in spans.iter_mut().filter(|_| covered.family == Some(Family::Fallback) && family != Family::Fallback) {
        span.size = span.size * fallback_scale;
    }
    let glyphs = run_parley(fonts, &text, &spans, &covered);
    let direction = Direction::of(&text);
    Ok(Shaped { text, spans, glyphs, direction })
}

fn run_parley(fonts: &Fonts, text: &str, spans: &[Span], covered: &Covered) -> Vec<Glyph> {
    fonts.with_shaper(|shaper| {
        let mut builder = shaper.layout.ranged_builder(&mut shaper.fonts, text, 1.0, false);
        let family = |face: FaceId| FontFamily::named(fonts.face(face).map_or("", |face| face.registered()));
        // A letter and its accent stay one glyph, so that they can be read back as one letter; some scripts are not right so.
        if covered.family.is_some() {
            builder.push_default(StyleProperty::FontFeatures(FontFeatures::from("\"ccmp\" off")));
        }
        let first_face = covered.faces.first().map(|(_, face)| *face);
        builder.push_default(StyleProperty::FontFamily(family(first_face.unwrap_or(FaceId(0)))));
        for (range, face) in covered.faces.iter().filter(|(_, face)| Some(*face) != first_face) {
            builder.push(StyleProperty::FontFamily(family(*face)), range.clone());
        }
        let first_size = spans.first().map_or(Pt::ZERO, |span| span.size);
        builder.push_default(StyleProperty::FontSize(first_size.0));
        for (number, span) in spans.iter().enumerate() {
            if span.size != first_size {
                builder.push(StyleProperty::FontSize(span.size.0), span.range.clone());
            }
            builder.push(StyleProperty::Brush(number as u16), span.range.clone());
        }
        let mut layout: Layout<u16> = builder.build(text);
        layout.break_all_lines(None);
        collect(fonts, &layout, text, covered)
    })
}

fn collect(fonts: &Fonts, layout: &Layout<u16>, block: &str, covered: &Covered) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut runs: Vec<Run<'_, u16>> = layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()).collect();
    runs.sort_by_key(|run| run.text_range().start);
    for run in runs {
        let face = covered.face(run.text_range().start);
        let space = fonts.face(face).map(Face::space);
        let mut start = glyphs.len();
        for cluster in run.clusters() {
            if cluster.is_ligature_continuation() {
                if let Some(first) = glyphs.get_mut(start) {
                    first.text.end = cluster.text_range().end;
                }
                continue;
            }
            start = glyphs.len();
            let span = cluster.style().brush;
            let mut text = cluster.text_range();
            if cluster.is_hard_line_break() {
                glyphs.push(Glyph { id: 0, advance: 0.0, offset: (0.0, 0.0), text, span, face });
                continue;
            }
            if block.get(text.clone()).is_some_and(|text| text.chars().all(is_unseen)) {
                continue;
            }
            let is_space = cluster.is_space_or_nbsp();
            let mut push = |glyph: parley::Glyph| {
                // Shapers draw a space without width for a mark that is not seen.
                if !is_space && glyph.advance == 0.0 && Some(glyph.id as u16) == space {
                    return;
                }
                let end = text.end;
                let (id, offset) = (glyph.id as u16, (glyph.x, -glyph.y));
                glyphs.push(Glyph { id, advance: glyph.advance, offset, text: text.clone(), span, face });
                text = end..end;
            };
            if cluster.is_rtl() {
                // They come from left to right.
                cluster.glyphs().collect::<Vec<_>>().into_iter().rev().for_each(push);
            } else {
                cluster.glyphs().for_each(&mut push);
            }
        }
    }
    glyphs
}

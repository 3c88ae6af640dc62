//! From text to glyphs: a block of text, shaped by parley as if it stood on one endless line.
//!
//! Where the line may end is the business of [`crate::lines`]. Nothing is looked up in the fonts of the system, and a
//! block is set in one family: if a single character is lacking, the whole block is set in the fallback face, because a
//! word of two faces looks broken.

use std::ops::Range;

use parley::{FontFamily, FontFeatures, Layout, StyleProperty};

use crate::fonts::{FaceId, Family, Fonts};
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
    /// Which bytes of the block's text it shows; empty for all glyphs of a cluster but the first.
    pub text: Range<usize>,
    /// The number of its span.
    pub span: u16,
}

/// A shaped block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shaped {
    /// The text.
    pub text: String,
    /// The spans, in order, each with the face that it is set in.
    pub spans: Vec<(Span, FaceId)>,
    /// The glyphs, in order.
    pub glyphs: Vec<Glyph>,
}

/// A character for which neither a block's own face nor the fallback face has a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingGlyph(pub char);

/// Shapes a block.
///
/// # Errors
///
/// A character has no glyph in the family's faces nor in the fallback's.
pub fn shape(
    fonts: &Fonts,
    family: Family,
    fallback_scale: f32,
    text: String,
    mut spans: Vec<Span>,
) -> Result<Shaped, MissingGlyph> {
    let lacking = |family: Family| {
        spans.iter().find_map(|span| {
            let mut drawn = text[span.range.clone()].split(char::is_control);
            drawn.find_map(|part| fonts.lacking(fonts.choose(family, span.weight), part))
        })
    };
    let mut used = family;
    if lacking(family).is_some() {
        used = Family::Fallback;
        if let Some(c) = lacking(used) {
            return Err(MissingGlyph(c));
        }
        for span in &mut spans {
            span.size = span.size * fallback_scale;
        }
    }
    let spans: Vec<_> =
        spans.into_iter().map(|span| (fonts.choose(used, span.weight), span)).map(|(f, s)| (s, f)).collect();
    let glyphs = run_parley(fonts, &text, &spans);
    Ok(Shaped { text, spans, glyphs })
}

fn run_parley(fonts: &Fonts, text: &str, spans: &[(Span, FaceId)]) -> Vec<Glyph> {
    fonts.with_shaper(|shaper| {
        let mut builder = shaper.layout.ranged_builder(&mut shaper.fonts, text, 1.0, false);
        let family = |face: FaceId| FontFamily::named(fonts.face(face).map_or("", |face| face.registered()));
        // A letter and its accent stay one glyph, so that they can be read back as one letter.
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::from("\"ccmp\" off")));
        let mut default = None;
        for (number, (span, face)) in spans.iter().enumerate() {
            if default.is_none() {
                builder.push_default(StyleProperty::FontFamily(family(*face)));
                builder.push_default(StyleProperty::FontSize(span.size.0));
                default = Some((*face, span.size));
            }
            let range = span.range.clone();
            if default != Some((*face, span.size)) {
                builder.push(StyleProperty::FontFamily(family(*face)), range.clone());
                builder.push(StyleProperty::FontSize(span.size.0), range.clone());
            }
            builder.push(StyleProperty::Brush(number as u16), range);
        }
        let mut layout: Layout<u16> = builder.build(text);
        layout.break_all_lines(None);
        collect(&layout)
    })
}

fn collect(layout: &Layout<u16>) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    for run in layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
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
                glyphs.push(Glyph { id: 0, advance: 0.0, text, span });
                continue;
            }
            for glyph in cluster.glyphs() {
                let end = text.end;
                glyphs.push(Glyph { id: glyph.id as u16, advance: glyph.advance, text, span });
                text = end..end;
            }
        }
    }
    glyphs
}

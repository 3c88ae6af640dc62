//! In which faces a block of text is set.
//!
//! A block is set in one family, because a word of two faces looks broken: if a single character is lacking, the whole block
//! is set in the fallback family. Fonts for other scripts often have no figures and no Latin letters, though every offer of
//! an interpreter ends with a phone number. So where no family has all of a block, it is shared between the families word by
//! word, and within a word only where it must be: the brackets around a name, for example.

use std::ops::Range;

use crate::direction::is_unseen;
use crate::fonts::{FaceId, Family, Fonts};
use crate::shape::Span;

/// A character for which no face has a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingGlyph(pub char);

/// The faces of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// The family that all of it is set in; none if several share it.
    pub family: Option<Family>,
    /// Stretches of the text, in order, with the face of each.
    pub faces: Vec<(Range<usize>, FaceId)>,
}

impl Covered {
    /// The face of the character that begins at a byte.
    #[must_use]
    pub fn face(&self, at: usize) -> FaceId {
        let index = self.faces.partition_point(|(range, _)| range.end <= at);
        self.faces.get(index).or(self.faces.last()).map_or(FaceId(0), |(_, face)| *face)
    }
}

/// The faces that a block of a family is set in.
///
/// # Errors
///
/// No family has a glyph for a character.
pub fn cover(fonts: &Fonts, family: Family, text: &str, spans: &[Span]) -> Result<Covered, MissingGlyph> {
    for family in [family, Family::Fallback] {
        let face = |span: &Span| fonts.choose(family, span.weight);
        if spans.iter().all(|span| has_all(fonts, face(span), &text[span.range.clone()])) {
            let faces = spans.iter().map(|span| (span.range.clone(), face(span))).collect();
            return Ok(Covered { family: Some(family), faces });
        }
    }
    let mut faces = Vec::new();
    for span in spans {
        let families = [family].into_iter().chain(fonts.others()).chain([Family::Fallback]);
        let choice: Vec<FaceId> = families.map(|family| fonts.choose(family, span.weight)).collect();
        share(fonts, text, span, &choice, &mut faces)?;
    }
    Ok(Covered { family: None, faces })
}

/// Shares a span between faces: a word is set in the first that has all of it.
fn share(
    fonts: &Fonts,
    text: &str,
    span: &Span,
    choice: &[FaceId],
    faces: &mut Vec<(Range<usize>, FaceId)>,
) -> Result<(), MissingGlyph> {
    let mut start = span.range.start;
    for word in text[span.range.clone()].split_inclusive(' ') {
        if let Some(face) = choice.iter().find(|face| has_all(fonts, **face, word)) {
            faces.push((start..start + word.len(), *face));
        } else {
            for (at, c) in word.char_indices() {
                // What stands behind a letter stays with it.
                let last = faces.last().map(|(_, face)| *face).filter(|_| at > 0);
                let has = |face: &FaceId| is_unseen(c) || fonts.has(*face, c);
                let face = last.iter().chain(choice).copied().find(has).ok_or(MissingGlyph(c))?;
                faces.push((start + at..start + at + c.len_utf8(), face));
            }
        }
        start += word.len();
    }
    Ok(())
}

fn has_all(fonts: &Fonts, face: FaceId, text: &str) -> bool {
    text.split(is_unseen).all(|part| fonts.lacking(face, part).is_none())
}

//! The faces that a leaflet uses, reduced to the glyphs that it uses.

use std::collections::BTreeMap;

use subsetter::GlyphRemapper;

use crate::fonts::{FaceId, Fonts};

/// The faces in the order in which they are first used, which names them.
#[derive(Default)]
pub(crate) struct Faces {
    used: Vec<UsedFace>,
    order: BTreeMap<FaceId, usize>,
}

/// A face and the glyphs of it that are used.
pub(crate) struct UsedFace {
    pub(crate) id: FaceId,
    pub(crate) remapper: GlyphRemapper,
    /// What each glyph shows and how wide it is, by its new number.
    pub(crate) glyphs: BTreeMap<u16, (String, u16)>,
}

/// A glyph of a reduced face.
pub(crate) struct UsedGlyph {
    pub(crate) id: u16,
    pub(crate) width: u16,
    pub(crate) text: String,
}

impl Faces {
    /// The name of a face in the file.
    pub(crate) fn name(&mut self, id: FaceId) -> String {
        format!("F{}", self.index(id) + 1)
    }

    fn index(&mut self, id: FaceId) -> usize {
        let next = self.used.len();
        let index = *self.order.entry(id).or_insert(next);
        if index == next {
            self.used.push(UsedFace { id, remapper: GlyphRemapper::new(), glyphs: BTreeMap::new() });
        }
        index
    }

    /// Marks a glyph as used. A glyph shows the text with which it was first used.
    pub(crate) fn glyph(&mut self, fonts: &Fonts, id: FaceId, glyph: u16, text: &str) -> UsedGlyph {
        let index = self.index(id);
        let Some(face) = self.used.get_mut(index) else {
            return UsedGlyph { id: 0, width: 0, text: String::new() };
        };
        let new = face.remapper.remap(glyph);
        let width = || fonts.face(id).map_or(0, |face| face.advance(glyph));
        let (known, width) = face.glyphs.entry(new).or_insert_with(|| (String::new(), width()));
        if known.is_empty() {
            text.clone_into(known);
        }
        // A glyph that shows a part of a letter only must still be read as something: a space of no width.
        let text = if known.is_empty() { "\u{200b}".to_owned() } else { known.clone() };
        UsedGlyph { id: new, width: *width, text }
    }

    pub(crate) fn each(&self) -> impl Iterator<Item = (String, &UsedFace)> {
        self.used.iter().enumerate().map(|(index, face)| (format!("F{}", index + 1), face))
    }
}

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
    /// By new number. The first is the glyph for what a font lacks, which every font has.
    pub(crate) glyphs: Vec<UsedGlyph>,
}

/// A glyph of a reduced face.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UsedGlyph {
    /// How wide it is, in the units of its font.
    pub(crate) width: u16,
    /// What it shows. A glyph that shows a part of a letter only is read as nothing.
    pub(crate) text: String,
}

impl Faces {
    /// The number of a face in the file.
    pub(crate) fn index(&mut self, fonts: &Fonts, id: FaceId) -> usize {
        let next = self.used.len();
        let index = *self.order.entry(id).or_insert(next);
        if index == next {
            let missing = UsedGlyph { width: fonts.face(id).map_or(0, |face| face.advance(0)), text: String::new() };
            self.used.push(UsedFace { id, remapper: GlyphRemapper::new(), glyphs: vec![missing] });
        }
        index
    }

    /// Marks a glyph as used, and gives its new number and its width. It shows the text with which it was first used.
    pub(crate) fn glyph(&mut self, fonts: &Fonts, index: usize, glyph: u16, text: &str) -> (u16, u16) {
        let Some(face) = self.used.get_mut(index) else { return (0, 0) };
        let new = face.remapper.remap(glyph);
        if usize::from(new) >= face.glyphs.len() {
            let width = fonts.face(face.id).map_or(0, |face| face.advance(glyph));
            face.glyphs.push(UsedGlyph { width, text: String::new() });
        }
        let Some(used) = face.glyphs.get_mut(usize::from(new)) else { return (0, 0) };
        if used.text.is_empty() {
            text.clone_into(&mut used.text);
        }
        (new, used.width)
    }

    /// What a glyph shows, if it is used already.
    pub(crate) fn shows(&self, index: usize, glyph: u16) -> Option<&str> {
        let face = self.used.get(index)?;
        let new = face.remapper.get(glyph)?;
        face.glyphs.get(usize::from(new)).map(|used| used.text.as_str()).filter(|text| !text.is_empty())
    }

    /// Every face with its name in the file.
    pub(crate) fn each(&self) -> impl Iterator<Item = (String, &UsedFace)> {
        self.used.iter().enumerate().map(|(index, face)| (name(index), face))
    }
}

/// The name of a face in the file.
pub(crate) fn name(index: usize) -> String {
    format!("F{}", index + 1)
}

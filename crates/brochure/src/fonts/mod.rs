//! The font files: parsed once, shared by everything that sets or paints.
//!
//! No font of the system is ever used: what a page looks like depends on its content alone. A shaper is not cheap to make
//! and cannot be shared between threads, so the shapers of a set of fonts lie in a pool.

mod own;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride};
use parley::{FontContext, LayoutContext};
use serde::Deserialize;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::OutlineGlyphFormat;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};
use thiserror::Error;

pub use self::own::OwnFace;

/// The families of a design.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Running text.
    #[default]
    Text,
    /// Titles.
    Display,
    /// Whole blocks with a character that their own family lacks.
    Fallback,
    /// The families that a hospital brings for other scripts, in order.
    #[serde(skip)]
    Other(u8),
}

/// The number of a face within its [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// One font file: a family in one weight.
pub struct Face {
    /// The name under which a PDF mentions it.
    pub name: String,
    /// The file.
    pub data: Arc<Vec<u8>>,
    /// The numbers that a PDF needs about it.
    pub metrics: Metrics,
    /// How its letters are drawn.
    pub outlines: Outlines,
    family: Family,
    weight: u16,
    registered: String,
    covers: Vec<bool>,
    space: u16,
    advances: Vec<u16>,
}

/// How the letters of a font are drawn, by which a PDF embeds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlines {
    /// As TrueType draws them.
    TrueType,
    /// As PostScript draws them, in the table `CFF`.
    Cff,
}

impl Outlines {
    fn of(font: &FontRef<'_>) -> Option<Self> {
        match font.outline_glyphs().format()? {
            OutlineGlyphFormat::Glyf => Some(Self::TrueType),
            OutlineGlyphFormat::Cff => Some(Self::Cff),
            OutlineGlyphFormat::Cff2 | OutlineGlyphFormat::Varc => None,
        }
    }
}

/// The numbers of a face, in its own units.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the names are those of the font's tables")]
pub struct Metrics {
    pub units_per_em: u16,
    pub ascent: i16,
    pub descent: i16,
    pub cap_height: i16,
    pub bounds: [i16; 4],
}

/// Why a font cannot be used.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum FontError {
    /// The file is not among the templates.
    #[error("expected the font file {0:?}, found none")]
    Missing(String),
    /// The file is no font.
    #[error("expected a TrueType or OpenType font in {0:?}, found something else")]
    Unreadable(String),
    /// A font, but without outlines, or with those of another kind.
    #[error("expected a font with outlines of TrueType or CFF in {0:?}, found one without")]
    NoOutlines(String),
    /// One file with many weights.
    #[error("expected a font of one weight in {0:?}, found a variable font")]
    Variable(String),
    /// What the maker of the font allows: `fsType` in its table `OS/2`.
    #[error("expected a font that may be embedded in {name:?}, found that its maker forbids {what}")]
    Forbidden {
        /// The name of the file.
        name: String,
        /// What is forbidden.
        what: &'static str,
    },
}

/// What a shaper needs; one thread at a time.
pub struct Shaper {
    /// parley's fonts.
    pub fonts: FontContext,
    /// parley's scratch space. The brush of a run is its number within its block.
    pub layout: LayoutContext<u16>,
}

/// All faces of a design.
pub struct Fonts {
    faces: Vec<Face>,
    collection: FontContext,
    pool: Mutex<Vec<Shaper>>,
}

/// Characters up to this one are looked up in a table; the few above are looked up in the font.
const TABLE: u32 = 0x2500;

impl Fonts {
    /// Reads the faces of a design, where a hospital does not bring its `own`; `file` gives a font's bytes by its name.
    ///
    /// # Errors
    ///
    /// A file is missing, or is no font that can be embedded.
    pub fn read<'f>(
        faces: &BTreeMap<Family, BTreeMap<u16, String>>,
        own: &[OwnFace],
        file: impl Fn(&str) -> Option<&'f [u8]>,
    ) -> Result<Self, FontError> {
        let mut read: Vec<Face> = Vec::new();
        let is_replaced = |family: &Family| own.iter().any(|face| face.family == *family);
        for (family, weights) in faces.iter().filter(|(family, _)| !is_replaced(family)) {
            for (weight, name) in weights {
                let data = file(name).ok_or_else(|| FontError::Missing(name.clone()))?;
                read.push(Face::read(name, *family, *weight, read.len(), data)?);
            }
        }
        for face in own {
            let mut face = Face::own(face, read.len())?;
            // Two files with one name are two fonts all the same.
            if read.iter().any(|other| other.name == face.name) {
                face.name = format!("{}-{}", face.name, read.len());
            }
            read.push(face);
        }
        let options = CollectionOptions { system_fonts: false, ..CollectionOptions::default() };
        let mut collection = FontContext { collection: Collection::new(options), ..FontContext::default() };
        for face in &read {
            let own = FontInfoOverride { family_name: Some(&face.registered), ..FontInfoOverride::default() };
            collection.collection.register_fonts(Blob::new(face.data.clone()), Some(own));
        }
        Ok(Self { faces: read, collection, pool: Mutex::default() })
    }

    /// The face of a family that is nearest to a weight.
    #[must_use]
    pub fn choose(&self, family: Family, weight: u16) -> FaceId {
        let distance = |face: &Face| (face.family != family, face.weight.abs_diff(weight));
        let nearest = self.faces.iter().enumerate().min_by_key(|(_, face)| distance(face));
        FaceId(nearest.map_or(0, |(index, _)| index as u16))
    }

    /// The families that a hospital brings for other scripts, in order.
    pub fn others(&self) -> impl Iterator<Item = Family> {
        let mut last = None;
        let others = self.faces.iter().map(|face| face.family).filter(|family| matches!(family, Family::Other(_)));
        others.filter(move |family| last.replace(*family) != Some(*family))
    }

    /// Whether a face has a glyph for a character.
    #[must_use]
    pub fn has(&self, id: FaceId, c: char) -> bool {
        self.face(id).is_some_and(|face| face.has(c))
    }

    /// A face by its number.
    #[must_use]
    pub fn face(&self, id: FaceId) -> Option<&Face> {
        self.faces.get(usize::from(id.0))
    }

    /// The first character of a text that a face has no glyph for.
    #[must_use]
    pub fn lacking(&self, id: FaceId, text: &str) -> Option<char> {
        let face = self.face(id)?;
        text.chars().find(|c| !face.has(*c))
    }

    /// Lends a shaper to `work`.
    pub fn with_shaper<T>(&self, work: impl FnOnce(&mut Shaper) -> T) -> T {
        let lent = self.pool.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut shaper =
            lent.unwrap_or_else(|| Shaper { fonts: self.collection.clone(), layout: LayoutContext::new() });
        let result = work(&mut shaper);
        self.pool.lock().unwrap_or_else(PoisonError::into_inner).push(shaper);
        result
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.faces.iter().map(|face| &face.name)).finish()
    }
}

impl Face {
    /// A face that a hospital brings.
    fn own(own: &OwnFace, number: usize) -> Result<Self, FontError> {
        let face = Self::read(&own.file.name, own.family, own.weight, number, &own.file.bytes)?;
        let name = FontRef::new(&own.file.bytes).ok().and_then(|font| own::postscript_name(&font)).unwrap_or(face.name);
        Ok(Self { name: name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect(), ..face })
    }

    fn read(name: &str, family: Family, weight: u16, number: usize, data: &[u8]) -> Result<Self, FontError> {
        let unreadable = || FontError::Unreadable(name.to_owned());
        let font = FontRef::new(data).map_err(|_| unreadable())?;
        let head = font.head().map_err(|_| unreadable())?;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        let charmap = font.charmap();
        let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let width = |glyph: u16| widths.advance_width(glyph.into()).unwrap_or(0.0) as u16;
        let advances = (0..widths.glyph_count() as u16).map(width).collect();
        let covers = (0..TABLE).map(|c| charmap.map(c).is_some_and(|glyph| glyph.to_u32() != 0)).collect();
        Ok(Self {
            name: name.to_owned(),
            data: Arc::new(data.to_vec()),
            metrics: Metrics {
                units_per_em: head.units_per_em(),
                ascent: metrics.ascent as i16,
                descent: metrics.descent as i16,
                cap_height: metrics.cap_height.unwrap_or(metrics.ascent) as i16,
                bounds: [head.x_min(), head.y_min(), head.x_max(), head.y_max()],
            },
            outlines: Outlines::of(&font).ok_or_else(|| FontError::NoOutlines(name.to_owned()))?,
            family,
            weight,
            registered: format!("face {number}"),
            covers,
            space: charmap.map(' ').map_or(0, |glyph| glyph.to_u32() as u16),
            advances,
        })
    }

    /// The name under which parley knows it.
    #[must_use]
    pub fn registered(&self) -> &str {
        &self.registered
    }

    /// From 100 to 900.
    #[must_use]
    pub fn weight(&self) -> u16 {
        self.weight
    }

    /// The glyph of a space, or that for what a font lacks.
    #[must_use]
    pub fn space(&self) -> u16 {
        self.space
    }

    /// How wide a glyph is, in the font's units.
    #[must_use]
    pub fn advance(&self, glyph: u16) -> u16 {
        self.advances.get(usize::from(glyph)).copied().unwrap_or(0)
    }

    fn has(&self, c: char) -> bool {
        let known = self.covers.get(c as usize).copied();
        known.unwrap_or_else(|| {
            FontRef::new(&self.data).is_ok_and(|font| font.charmap().map(c).is_some_and(|g| g.to_u32() != 0))
        })
    }
}

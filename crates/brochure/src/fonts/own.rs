//! The fonts that a hospital brings, and whether they can and may be embedded.

use serviceline_core::Asset;
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::{Family, FontError, Outlines};

/// A face that a hospital brings.
#[derive(Clone, Debug)]
pub struct OwnFace {
    /// What it is for. It takes the place of all of the design's faces for that.
    pub family: Family,
    /// From 100 to 900; what the font says of itself if the content does not.
    pub weight: u16,
    /// Its file.
    pub file: Asset,
}

impl OwnFace {
    /// A face of a file.
    ///
    /// # Errors
    ///
    /// The file has no outlines or more than one weight, or its maker forbids what a PDF does with it.
    pub fn read(family: Family, weight: Option<u16>, file: &Asset) -> Result<Self, FontError> {
        let own = file.made(|bytes| own_weight(&file.name, bytes));
        Ok(Self { family, weight: weight.unwrap_or((*own).clone()?), file: file.clone() })
    }
}

/// The weight of a font that can be embedded, as it says itself.
fn own_weight(name: &str, file: &[u8]) -> Result<u16, FontError> {
    let name = || name.to_owned();
    let font = FontRef::new(file).map_err(|_| FontError::Unreadable(name()))?;
    if font.fvar().is_ok() {
        return Err(FontError::Variable(name()));
    }
    Outlines::of(&font).ok_or_else(|| FontError::NoOutlines(name()))?;
    let os2 = font.os2().ok();
    if let Some(what) = os2.as_ref().and_then(|os2| forbidden(os2.fs_type())) {
        return Err(FontError::Forbidden { name: name(), what });
    }
    Ok(os2.map_or(400, |os2| os2.us_weight_class().clamp(100, 900)))
}

/// What the maker of a font forbids of that which a PDF does with it (OpenType, `OS/2`, `fsType`). Where several of the
/// lowest bits are set, the least strict of them holds.
fn forbidden(rights: u16) -> Option<&'static str> {
    match rights {
        rights if rights & 0x000e == 0x0002 => Some("to embed it"),
        rights if rights & 0x0100 != 0 => Some("to reduce it to the letters that are used"),
        rights if rights & 0x0200 != 0 => Some("to embed its outlines"),
        _ => None,
    }
}

/// The name of a font for printers (OpenType, `name`, 6).
pub(super) fn postscript_name(font: &FontRef<'_>) -> Option<String> {
    let name = font.localized_strings(StringId::POSTSCRIPT_NAME).english_or_first()?;
    Some(name.chars().collect())
}

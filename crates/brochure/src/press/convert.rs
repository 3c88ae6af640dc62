//! A hospital's profile for the press, and pictures converted through it.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use image::codecs::jpeg::JpegDecoder;
use image::{DynamicImage, ImageDecoder};
use moxcms::{ColorProfile, DataColorSpace, Layout, ProfileClass, ProfileText, TransformOptions};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::picture::{Coding, Picture};

/// A profile of a press.
#[derive(Clone)]
pub struct Profile {
    /// The file.
    pub(crate) bytes: Arc<[u8]>,
    /// What it calls itself.
    pub(crate) name: String,
    icc: Arc<ColorProfile>,
    hash: [u8; 32],
}

/// A file that is no profile of a press.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ProfileError {
    /// The file is no ICC profile.
    #[error("expected an ICC profile, found something else")]
    Unreadable,
    /// It is a profile of something else.
    #[error("expected the profile of a press (CMYK output), found one of another kind")]
    NoPress,
}

impl Profile {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// The file is no ICC profile, or not one of an output device with four inks.
    pub fn read(bytes: &Arc<[u8]>) -> Result<Self, ProfileError> {
        let icc = ColorProfile::new_from_slice(bytes).map_err(|_| ProfileError::Unreadable)?;
        if icc.color_space != DataColorSpace::Cmyk || icc.profile_class != ProfileClass::OutputDevice {
            return Err(ProfileError::NoPress);
        }
        let profile = Self {
            bytes: Arc::clone(bytes),
            name: icc.description.as_ref().and_then(plain).unwrap_or_else(|| "CMYK".to_owned()),
            icc: Arc::new(icc),
            hash: Sha256::digest(bytes).into(),
        };
        // A profile that cannot convert anything is none.
        profile.inks(&[255, 255, 255], &ColorProfile::new_srgb()).ok_or(ProfileError::Unreadable)?;
        Ok(profile)
    }

    /// The inks of pixels in RGB.
    fn inks(&self, pixels: &[u8], from: &ColorProfile) -> Option<Vec<u8>> {
        let options = TransformOptions::default();
        let transform = from.create_transform_8bit(Layout::Rgb, &self.icc, Layout::Rgba, options).ok()?;
        let mut inks = vec![0; pixels.len() / 3 * 4];
        transform.transform(pixels, &mut inks).ok()?;
        Some(inks)
    }

    /// A picture in the inks of this press; grey ones are black ink already.
    fn convert(&self, picture: &Picture) -> Option<Picture> {
        let (pixels, own) = match picture.coding {
            Coding::Raw => (picture.data.to_vec(), None),
            Coding::Jpeg => {
                let mut decoder = JpegDecoder::new(Cursor::new(&*picture.data)).ok()?;
                let own = decoder.icc_profile().ok().flatten();
                (DynamicImage::from_decoder(decoder).ok()?.into_rgb8().into_raw(), own)
            }
        };
        let own = own.and_then(|icc| ColorProfile::new_from_slice(&icc).ok());
        let own = own.filter(|icc| icc.color_space == DataColorSpace::Rgb);
        let inks = own.and_then(|own| self.inks(&pixels, &own));
        let inks = inks.or_else(|| self.inks(&pixels, &ColorProfile::new_srgb()))?;
        Some(Picture { components: 4, coding: Coding::Raw, data: inks.into(), ..picture.clone() })
    }
}

/// The English or the first wording of a text in a profile.
fn plain(text: &ProfileText) -> Option<String> {
    let text = match text {
        ProfileText::PlainString(text) => text.clone(),
        ProfileText::Localizable(texts) => {
            texts.iter().find(|text| text.language == "en").or(texts.first())?.value.clone()
        }
        ProfileText::Description(text) => text.ascii_string.clone(),
    };
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Profile({})", self.name)
    }
}

/// The checksums of a profile and of a picture.
type Key = ([u8; 32], [u8; 32]);

/// Pictures that were converted before: those of a hospital are the same in many documents.
#[derive(Default)]
pub(crate) struct Converted {
    known: Mutex<BTreeMap<Key, Picture>>,
}

/// Beyond so many pictures all are forgotten, and converted again when they are needed.
const MOST: usize = 16;

impl Converted {
    /// A picture in the inks of a press, or as it is if it has no colours or cannot be converted.
    pub(crate) fn get(&self, picture: &Arc<Picture>, profile: &Profile) -> Arc<Picture> {
        if picture.components != 3 {
            return Arc::clone(picture);
        }
        let key = (profile.hash, Sha256::digest(&picture.data).into());
        if let Some(known) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::new(known.clone());
        }
        let Some(converted) = profile.convert(picture) else {
            return Arc::clone(picture);
        };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, converted.clone());
        Arc::new(converted)
    }
}

impl fmt::Debug for Converted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Converted({})", self.known.lock().unwrap_or_else(PoisonError::into_inner).len())
    }
}

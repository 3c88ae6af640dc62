//! What is known of the file of a picture: its format, its size, and its bytes as an address.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serviceline_core::Asset;

use crate::view::Verbatim;

/// A file that browsers can show.
#[derive(Clone, Debug)]
pub(super) struct PictureFile {
    pub(super) media_type: &'static str,
    /// What names of such files end with.
    pub(super) suffix: &'static str,
    /// Width and height in pixels; nothing for a drawing, which has any.
    pub(super) pixels: Option<(u32, u32)>,
    pub(super) bytes: Arc<[u8]>,
}

impl PictureFile {
    /// The file of an asset; nothing if it is of a format that not every browser knows.
    pub(super) fn of(asset: &Asset) -> Option<Self> {
        asset.made(|bytes| Read(Self::read(bytes))).0.clone()
    }

    fn read(bytes: &Arc<[u8]>) -> Option<Self> {
        let (media_type, suffix) = format(bytes)?;
        let size = imagesize::blob_size(bytes).ok();
        let pixels = size.and_then(|size| Some((size.width.try_into().ok()?, size.height.try_into().ok()?)));
        Some(Self { media_type, suffix, pixels, bytes: Arc::clone(bytes) })
    }
}

#[derive(Debug)]
struct Read(Option<PictureFile>);

#[derive(Debug)]
struct Address(Option<Verbatim>);

/// The bytes of a picture as an address that can stand in a page.
pub(super) fn address(asset: &Asset) -> Option<Verbatim> {
    let written = |bytes: &Arc<[u8]>| {
        let mut address = format!("data:{};base64,", format(bytes)?.0);
        STANDARD.encode_string(bytes, &mut address);
        Some(Verbatim(address.into()))
    };
    asset.made(|bytes| Address(written(bytes))).0.clone()
}

/// The media type of a picture and what its name ends with, by its first bytes.
fn format(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(512))?);
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(("image/jpeg", ".jpg")),
        [0x89, b'P', b'N', b'G', ..] => Some(("image/png", ".png")),
        _ if start.contains("<svg") => Some(("image/svg+xml", ".svg")),
        _ => None,
    }
}

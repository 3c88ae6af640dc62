//! Pictures as part of the page: their bytes as addresses, so that nothing is loaded from elsewhere.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serviceline_core::channel::Notes;
use serviceline_core::leaf::Leaf;
use serviceline_core::model::Image;
use serviceline_core::words::Words;
use serviceline_core::{Asset, Selection};

use crate::page::{Logo, Photo};
use crate::view::Verbatim;

/// The pictures of a page.
pub(crate) struct Pictures<'c, 'e> {
    selection: &'c Selection<'e>,
    inline: bool,
    credits: Vec<Words>,
}

impl<'c, 'e> Pictures<'c, 'e> {
    /// The pictures of a selection; none, if they are not `inline`.
    pub(crate) fn new(selection: &'c Selection<'e>, inline: bool) -> Self {
        Self { selection, inline, credits: Vec::new() }
    }

    /// A picture, if its file is at hand. Its credit is kept for the end of the page.
    pub(crate) fn photo(&mut self, image: &Image, lazy: bool, notes: &mut Notes) -> Option<Photo> {
        let asset = self.selection.edition().asset(&image.file);
        let source = asset.filter(|_| self.inline).and_then(address);
        let Some(src) = source else {
            let reason = if self.inline {
                "the file of the picture is not at hand"
            } else {
                "the options keep pictures out of the page"
            };
            notes.leave_out_all(image, reason);
            return None;
        };
        self.credit(image);
        let size = |index: usize| image.px.get(index).map(ToString::to_string).unwrap_or_default();
        let caption = (!image.caption.is_empty()).then(|| self.selection.say(&image.caption));
        Some(Photo { src, width: size(0), height: size(1), alt: self.selection.say(&image.alt), caption, lazy })
    }

    fn credit(&mut self, image: &Image) {
        if image.credit.is_empty() {
            return;
        }
        let first = self.selection.images.iter().find(|other| other.credit.full() == image.credit.full());
        match first.filter(|first| first.id != image.id) {
            Some(first) => self.selection.same(&image.credit, &first.credit),
            None => self.credits.push(self.selection.say(&image.credit)),
        }
    }

    /// Who made the pictures that are on the page.
    pub(crate) fn credits(&self) -> Vec<Words> {
        self.credits.clone()
    }

    /// The logo. One whose text says the organization's name stands for the name.
    pub(crate) fn logo(&self) -> Option<Logo> {
        let organization = self.selection.organization();
        let logo = organization.brand.logo.as_ref()?;
        let at = |file: &str| self.selection.edition().asset(file).and_then(address);
        let says_name = logo.alt.contains(organization.name.full());
        Some(Logo {
            src: at(&logo.file)?,
            dark: organization.brand.logo_dark.as_ref().and_then(|dark| at(&dark.file)),
            alt: says_name.then(|| self.selection.say(&organization.name)),
        })
    }

    /// The small square sign of the brand.
    pub(crate) fn icon(&self) -> Option<Verbatim> {
        let icon = self.selection.organization().brand.icon.as_ref()?;
        self.selection.edition().asset(&icon.file).and_then(address)
    }
}

/// A picture as an address that holds its bytes, if browsers know its format.
#[derive(Debug)]
struct Address(Option<Verbatim>);

fn address(asset: &Asset) -> Option<Verbatim> {
    asset.made(|bytes| Address(written(bytes))).0.clone()
}

fn written(bytes: &[u8]) -> Option<Verbatim> {
    let mut address = format!("data:{};base64,", media_type(bytes)?);
    STANDARD.encode_string(bytes, &mut address);
    Some(Verbatim(address.into()))
}

/// What a picture is, by its first bytes.
fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(512))?);
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        _ if start.contains("<svg") => Some("image/svg+xml"),
        _ => None,
    }
}

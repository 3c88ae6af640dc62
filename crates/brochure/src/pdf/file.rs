//! What every PDF is made with: pages, faces and pictures, and bytes that are the same every time.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{
    DictItem, ExtendedGraphicsState, ExtendedGraphicsStateId, ExternalStream, ExternalXObject, OverprintMode,
    PdfDocument, PdfPage, PdfSaveOptions, XObject, XObjectId,
};
use serviceline_core::Diagnostic;
use sha2::{Digest, Sha256};

use super::deflate::{Deflater, kept_stream};
use super::pack::packed;
use super::pool::Pool;
use super::subsets::Subsets;
use super::text::write_hexadecimal;
use crate::faces::Faces;
use crate::fonts::Fonts;
use crate::medium::{OUT, OVER};
use crate::picture::{Coding, Picture};
use crate::profile::srgb;
use crate::unit::Pt;

/// What writes the file.
pub(crate) const PRODUCER: &str = concat!("Serviceline ", env!("CARGO_PKG_VERSION"));

/// A page: its width and height, and what is painted on it.
pub(crate) struct Page {
    pub(crate) size: (Pt, Pt),
    pub(crate) content: Vec<u8>,
}

/// A file that is being written.
pub(crate) struct Draft<'d> {
    pub(crate) document: Document,
    pub(crate) pages: Vec<ObjectId>,
    pictures: &'d [(String, Arc<Picture>)],
}

/// Writes pages with the faces and pictures that they use. `overprint` brings the two states of the press.
///
/// # Errors
///
/// A font cannot be reduced.
pub(crate) fn draft<'d>(
    pages: Vec<Page>,
    faces: &Faces,
    pictures: &'d [(String, Arc<Picture>)],
    overprint: bool,
    fonts: &Fonts,
    kept: &Subsets,
) -> Result<Draft<'d>, Diagnostic> {
    let mut pdf = PdfDocument::new("");
    for (name, picture) in pictures {
        pdf.resources.xobjects.map.insert(XObjectId(name.clone()), XObject::External(image(name, picture)));
    }
    for (name, over) in [(OVER, true), (OUT, false)].into_iter().filter(|_| overprint) {
        let state = ExtendedGraphicsState::default()
            .with_overprint_fill(over)
            .with_overprint_stroke(over)
            .with_overprint_mode(OverprintMode::KeepUnderlying);
        pdf.resources.extgstates.map.insert(ExtendedGraphicsStateId(name.to_owned()), state);
    }
    let sized = |page: &Page| {
        let [width, height] = [page.size.0, page.size.1].map(|length| printpdf::Pt(length.0).into());
        PdfPage::new(width, height, Vec::new())
    };
    pdf.pages = pages.iter().map(sized).collect();
    let mut document = printpdf::serialize::to_lopdf_doc(&pdf, &PdfSaveOptions::default(), &mut Vec::new());
    let mut used = Dictionary::new();
    for (name, face) in faces.each() {
        let Some(font) = fonts.face(face.id) else { continue };
        let subset = kept.get(font, face).map_err(|error| unwritten(&format!("{}: {error}", font.name)))?;
        used.set(name, subset.add_to(&mut document));
    }
    let ids: Vec<ObjectId> = document.page_iter().collect();
    fill_pages(&mut document, &ids, pages, used).map_err(|error| unwritten(&error.to_string()))?;
    Ok(Draft { document, pages: ids, pictures })
}

/// Gives pages their content and the fonts that it names.
fn fill_pages(document: &mut Document, ids: &[ObjectId], pages: Vec<Page>, fonts: Dictionary) -> lopdf::Result<()> {
    let fonts = document.add_object(fonts);
    for (id, page) in ids.iter().zip(pages) {
        let dictionary = document.get_dictionary(*id)?;
        let content = dictionary.get(b"Contents")?.as_reference()?;
        let resources = dictionary.get(b"Resources")?.as_reference()?;
        document.get_dictionary_mut(resources)?.set("Font", fonts);
        document.set_object(content, Stream::new(Dictionary::new(), page.content));
    }
    Ok(())
}

impl Draft<'_> {
    /// The bytes of a file whose objects, and those of a pool, are packed together, which makes a tagged file a third
    /// smaller.
    pub(super) fn packed(mut self, pool: Pool) -> Vec<u8> {
        let mut deflater = Deflater::default();
        self.fill(&mut deflater);
        packed(self.document, pool, &mut deflater)
    }

    /// The bytes of a file whose objects stand one by one, as the oldest reader understands them.
    ///
    /// # Errors
    ///
    /// The document cannot be written.
    pub(crate) fn plain(mut self) -> Result<Vec<u8>, Diagnostic> {
        self.fill(&mut Deflater::default());
        plain(&mut self.document).map_err(|error| unwritten(&error.to_string()))
    }

    fn fill(&mut self, deflater: &mut Deflater) {
        fill_pictures(&mut self.document, self.pictures);
        deflater.pack_all(&mut self.document);
    }
}

/// The profile of sRGB as an object of a file.
pub(crate) fn srgb_profile(document: &mut Document) -> ObjectId {
    static PROFILE: LazyLock<Arc<Stream>> =
        LazyLock::new(|| kept_stream(Stream::new(dictionary! { "N" => 3 }, srgb())));
    document.add_object(Object::Stream((**PROFILE).clone()))
}

pub(crate) fn unwritten(what: &str) -> Diagnostic {
    Diagnostic::error("unwritten", format!("expected a PDF that can be written, found a fault in it: {what}"))
}

/// A picture whose pixels are put in later, so that they are copied once only. Its name holds their place.
fn image(place: &str, picture: &Picture) -> ExternalXObject {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let number = |number: u32| DictItem::Int(i64::from(number));
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), number(picture.size.0)),
        ("Height".to_owned(), number(picture.size.1)),
        ("BitsPerComponent".to_owned(), number(8)),
        (
            "ColorSpace".to_owned(),
            name(match picture.components {
                1 => "DeviceGray",
                4 => "DeviceCMYK",
                _ => "DeviceRGB",
            }),
        ),
    ]);
    if picture.coding == Coding::Jpeg {
        dict.insert("Filter".to_owned(), name("DCTDecode"));
    }
    let stream = ExternalStream { dict, content: place.as_bytes().to_vec(), compress: picture.coding == Coding::Raw };
    ExternalXObject { stream, width: None, height: None, dpi: None }
}

fn fill_pictures(document: &mut Document, pictures: &[(String, Arc<Picture>)]) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
            && let Some((_, picture)) = pictures.iter().find(|(name, _)| name.as_bytes() == stream.content)
        {
            stream.set_content(picture.data.to_vec());
        }
    }
}

/// The bytes of a file, by lopdf. Its identifier takes the place of as many zeros.
fn plain(document: &mut Document) -> std::io::Result<Vec<u8>> {
    let zeros = Object::String(vec![0; ID], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![zeros.clone(), zeros]);
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let length: usize = streams.map(|stream| stream.content.len()).sum();
    let mut bytes = Vec::with_capacity(length + 128 * document.objects.len());
    document.save_to(&mut bytes)?;
    let mut hex = Vec::with_capacity(2 * ID);
    write_hexadecimal(identifier(&bytes).into_iter(), &mut hex);
    // The trailer is at the end of a file, so the first zeros from its end are those of the identifier.
    for _ in 0..2 {
        if let Some(at) = bytes.windows(2 * ID).rposition(|window| window.iter().all(|byte| *byte == b'0')) {
            bytes[at..at + hex.len()].copy_from_slice(&hex);
        }
    }
    Ok(bytes)
}

/// The identifier of a file: a hash of what it holds (ISO 32000-1, 14.4).
pub(super) fn identifier(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).iter().take(ID).copied().collect()
}

/// How many bytes an identifier has.
const ID: usize = 16;

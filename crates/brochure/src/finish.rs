//! From painted pages to a file: fonts, structure, bookmarks, metadata, and bytes that are the same every time.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{
    DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, ParsedFont, PdfDocument, PdfFont,
    PdfFontMetricsStub, PdfPage, PdfSaveOptions, XObject, XObjectId,
};
use serviceline_core::Diagnostic;
use sha2::{Digest, Sha256};

use crate::faces::{UsedFace, stand_in};
use crate::fonts::{Face, Fonts};
use crate::leaflet::Leaflet;
use crate::paint::{Bookmark, Page, Painted};
use crate::picture::{Coding, Picture};
use crate::profile::srgb;
use crate::subsets::{self, Subsets};
use crate::tags::{self, count, literal, text};
use crate::xmp::{About, packet};

/// What writes the file.
const PRODUCER: &str = concat!("Serviceline ", env!("CARGO_PKG_VERSION"));

/// Writes a painted leaflet as a PDF.
///
/// # Errors
///
/// A font cannot be reduced, or the document cannot be written.
pub(crate) fn finish(
    leaflet: &Leaflet,
    painted: Painted,
    fonts: &Fonts,
    kept: &Subsets,
) -> Result<Vec<u8>, Diagnostic> {
    let mut pdf = PdfDocument::new("");
    let mut programs = BTreeMap::new();
    for (name, used) in painted.faces.each() {
        let Some(face) = fonts.face(used.id) else {
            continue;
        };
        let program = kept.get(face, used).map_err(|error| unwritten(&format!("{}: {error}", face.name)))?;
        pdf.resources.fonts.map.insert(FontId(name.clone()), PdfFont::new(parsed(face, used)));
        programs.insert(face.name.clone(), program);
    }
    for (name, picture) in &painted.pictures {
        pdf.resources.xobjects.map.insert(XObjectId(name.clone()), XObject::External(image(name, picture)));
    }
    pdf.pages = painted.pages.into_iter().map(page).collect();
    let mut document = printpdf::serialize::to_lopdf_doc(&pdf, &PdfSaveOptions::default(), &mut Vec::new());
    "1.7".clone_into(&mut document.version);
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let root = tags::write(&mut document, &pages, painted.elements);
    let outline = outline(&mut document, &pages, &painted.bookmarks, leaflet);
    catalog(&mut document, leaflet, root, outline)?;
    subsets::replace(&mut document, &programs);
    fill_pictures(&mut document, &painted.pictures);
    subsets::compress(&mut document);
    bytes(&mut document)
}

fn unwritten(what: &str) -> Diagnostic {
    Diagnostic::error("unwritten", format!("expected a PDF that can be written, found a fault in it: {what}"))
}

fn page(page: Page) -> PdfPage {
    let (width, height) = (printpdf::Pt(page.size.0.0), printpdf::Pt(page.size.1.0));
    PdfPage::new(width.into(), height.into(), page.ops)
}

/// A face without its program, which is put in later in its compressed form: the place is held by how a font begins.
fn parsed(face: &Face, used: &UsedFace) -> ParsedFont {
    let program = vec![0, 1, 0, 0];
    let metrics = face.metrics;
    let numbered = || (0..).zip(&used.glyphs);
    let widths = numbered().map(|(glyph, used)| (glyph, used.width)).collect();
    let stand_ins = numbered().map(|(glyph, _)| (u32::from(stand_in(glyph)), glyph)).collect();
    let size = FontMetrics { ascent: metrics.ascent, descent: metrics.descent };
    let mut parsed =
        ParsedFont::with_glyph_data(program, 0, Some(face.name.clone()), stand_ins, widths, metrics.units_per_em, size);
    let [x_min, y_min, x_max, y_max] = metrics.bounds;
    parsed.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: metrics.units_per_em,
        x_min,
        y_min,
        x_max,
        y_max,
        us_weight_class: face.weight(),
        ..PdfFontMetricsStub::default()
    };
    parsed
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
        ("ColorSpace".to_owned(), name(if picture.components == 1 { "DeviceGray" } else { "DeviceRGB" })),
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

/// The outline: the cover's title, and below it every section that has a heading, in reading order.
fn outline(document: &mut Document, pages: &[ObjectId], marks: &[Bookmark], leaflet: &Leaflet) -> Option<ObjectId> {
    let (first, rest) = marks.split_first()?;
    let (root, top) = (document.new_object_id(), document.new_object_id());
    let ids: Vec<ObjectId> = rest.iter().map(|_| document.new_object_id()).collect();
    let entry = |mark: &Bookmark, parent: ObjectId| {
        let height = leaflet.panels.get(mark.page).map_or(0.0, |panel| panel.size.1.0);
        let page = pages.get(mark.page).copied().unwrap_or_default();
        let top = Object::Real((height - mark.top.0).round().min(height));
        let place = vec![page.into(), "XYZ".into(), Object::Null, top, Object::Null];
        dictionary! { "Title" => text(&mark.title), "Parent" => parent, "Dest" => place }
    };
    for (index, (mark, id)) in rest.iter().zip(&ids).enumerate() {
        let mut entry = entry(mark, top);
        if let Some(before) = index.checked_sub(1).and_then(|at| ids.get(at)) {
            entry.set("Prev", *before);
        }
        if let Some(next) = ids.get(index + 1) {
            entry.set("Next", *next);
        }
        document.set_object(*id, entry);
    }
    let mut entry = entry(first, root);
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        entry.set("First", *first);
        entry.set("Last", *last);
        entry.set("Count", count(ids.len()));
    }
    document.set_object(top, entry);
    let all = count(ids.len() + 1);
    document.set_object(root, dictionary! { "Type" => "Outlines", "First" => top, "Last" => top, "Count" => all });
    Some(root)
}

fn catalog(
    document: &mut Document,
    leaflet: &Leaflet,
    structure: ObjectId,
    outline: Option<ObjectId>,
) -> Result<(), Diagnostic> {
    let date = leaflet.reviewed.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let (title, publisher) = (leaflet.title.text(), leaflet.publisher.text());
    let about = About {
        title: &title,
        publisher: &publisher,
        language: &leaflet.language,
        date: date.as_deref(),
        producer: PRODUCER,
    };
    let metadata = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet(&about).into_bytes());
    let metadata = document.add_object(metadata.with_compression(false));
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, srgb()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => literal("sRGB IEC61966-2.1"),
        "Info" => literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    let mut info = dictionary! { "Title" => text(&title), "Producer" => literal(PRODUCER) };
    if !publisher.is_empty() {
        info.set("Author", text(&publisher));
    }
    if let Some(date) = &date {
        let date = format!("D:{}000000Z", date.replace('-', ""));
        info.set("CreationDate", literal(&date));
        info.set("ModDate", literal(&date));
    }
    let info = document.add_object(info);
    document.trailer.set("Info", info);
    let catalog = document.catalog_mut().map_err(|error| unwritten(&error.to_string()))?;
    catalog.set("StructTreeRoot", structure);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", literal(&leaflet.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.set("PageLayout", "SinglePage");
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    Ok(())
}

/// The bytes of the file. Its identifier is a hash of all that it holds; it takes the place of as many zeros.
fn bytes(document: &mut Document) -> Result<Vec<u8>, Diagnostic> {
    let zeros = Object::String(vec![0; ID], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![zeros.clone(), zeros]);
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let length: usize = streams.map(|stream| stream.content.len()).sum();
    let mut bytes = Vec::with_capacity(length + 128 * document.objects.len());
    document.save_to(&mut bytes).map_err(|error| unwritten(&error.to_string()))?;
    let hash = Sha256::digest(&bytes);
    let mut hex = String::with_capacity(2 * ID);
    for byte in hash.iter().take(ID) {
        let _ = write!(hex, "{byte:02X}");
    }
    let zeros = "0".repeat(2 * ID);
    // The trailer is the last thing in a file, so the first zeros from its end are those of the identifier.
    for _ in 0..2 {
        if let Some(at) = bytes.windows(zeros.len()).rposition(|window| window == zeros.as_bytes()) {
            bytes[at..at + hex.len()].copy_from_slice(hex.as_bytes());
        }
    }
    Ok(bytes)
}

/// How many bytes an identifier has.
const ID: usize = 16;

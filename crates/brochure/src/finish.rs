//! From painted pages to a file for the screen: structure, bookmarks, metadata, and the standards that it keeps to.

use lopdf::{Document, Object, ObjectId, Stream, dictionary};
use printpdf::PdfPage;
use serviceline_core::Diagnostic;

use crate::file::{self, Draft, PRODUCER, srgb_profile, unwritten};
use crate::fonts::Fonts;
use crate::leaflet::Leaflet;
use crate::paint::{Bookmark, Page, Painted};
use crate::subsets::Subsets;
use crate::tags::{self, count, literal, text};
use crate::xmp::{About, SCREEN, packet};

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
    let pages = painted.pages.into_iter().map(page).collect();
    let mut draft = file::draft(pages, &painted.faces, &painted.pictures, false, fonts, kept)?;
    let Draft { document, pages, .. } = &mut draft;
    "1.7".clone_into(&mut document.version);
    let root = tags::write(document, pages, painted.elements);
    let outline = outline(document, pages, &painted.bookmarks, leaflet);
    catalog(document, leaflet, root, outline)?;
    draft.bytes()
}

fn page(page: Page) -> PdfPage {
    let (width, height) = (printpdf::Pt(page.size.0.0), printpdf::Pt(page.size.1.0));
    PdfPage::new(width.into(), height.into(), page.ops)
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
        language: Some(&leaflet.language),
        date: date.as_deref(),
        producer: PRODUCER,
    };
    let metadata =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet(&about, SCREEN).into_bytes());
    let metadata = document.add_object(metadata.with_compression(false));
    let profile = srgb_profile(document);
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

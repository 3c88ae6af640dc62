//! From painted pages to a file for the screen: structure, bookmarks, metadata, and the standards that it keeps to.

use lopdf::{Dictionary, Document, ObjectId, dictionary};
use serviceline_core::Diagnostic;
use serviceline_core::words::Words;

use super::file::{self, Draft, PRODUCER, srgb_profile, unwritten};
use super::pool::Pool;
use super::subsets::Subsets;
use super::xmp::{About, SCREEN, packet};
use super::{literal, outline, structure};
use crate::fonts::Fonts;
use crate::leaflet::Leaflet;
use crate::paint::Painted;

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
    let mut draft = file::draft(painted.pages, &painted.faces, &painted.pictures, false, fonts, kept)?;
    let Draft { document, pages, .. } = &mut draft;
    "1.7".clone_into(&mut document.version);
    let mut pool = Pool::default();
    let root = structure::write(document, &mut pool, pages, painted.elements);
    let outline = outline::write(document, pages, &painted.bookmarks, leaflet);
    catalog(document, leaflet, root, outline)?;
    Ok(draft.packed(pool))
}

fn catalog(
    document: &mut Document,
    leaflet: &Leaflet,
    structure: ObjectId,
    outline: Option<ObjectId>,
) -> Result<(), Diagnostic> {
    let date = leaflet.reviewed.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let (title, publisher) = (leaflet.title.text(), leaflet.publisher.text());
    let keywords: Vec<String> = leaflet.keywords.iter().map(Words::text).filter(|name| !name.is_empty()).collect();
    let about = About {
        title: &title,
        keywords: &keywords,
        publisher: &publisher,
        language: Some(&leaflet.language),
        date: date.as_deref(),
        producer: PRODUCER,
    };
    let metadata = about.write(document, packet(&about, SCREEN), &Dictionary::new());
    let profile = srgb_profile(document);
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => literal("sRGB IEC61966-2.1"),
        "Info" => literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
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

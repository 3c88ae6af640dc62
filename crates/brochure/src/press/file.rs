//! From painted sheets to a file for the press: boxes, the printing condition, and what the file says about itself.

use std::fmt::Write as _;

use lopdf::{Document, Object, Stream, dictionary};
use serviceline_core::Diagnostic;
use sha2::{Digest, Sha256};

use crate::pdf::file::{self, Draft, PRODUCER, Page, srgb_profile, unwritten};
use crate::pdf::subsets::Subsets;
use crate::pdf::xmp::{About, escaped, packet as wrapped};
use crate::pdf::{literal, text};
use crate::press::paint::Painted;
use crate::press::{Condition, Job};
use crate::unit::Pt;

/// Writes painted sheets as a PDF.
///
/// # Errors
///
/// A font cannot be reduced, or the document cannot be written.
pub(super) fn write(job: &Job, painted: Painted, kept: &Subsets) -> Result<Vec<u8>, Diagnostic> {
    let Painted { pages, faces, pictures } = painted;
    let sizes = job.sheets.iter().map(|sheet| sheet.boxes(job.tokens.margin, job.bleed)[0]);
    let page = |(content, [_, _, width, height]): (_, [f32; 4])| Page { size: (Pt(width), Pt(height)), content };
    let pages = pages.into_iter().zip(sizes).map(page).collect();
    let mut draft = file::draft(pages, &faces, &pictures, true, &job.leaflet.fonts, kept)?;
    let Draft { document, pages, .. } = &mut draft;
    "1.6".clone_into(&mut document.version);
    for (page, sheet) in pages.iter().zip(&job.sheets) {
        let [media, bleed, trim] = sheet.boxes(job.tokens.margin, job.bleed);
        let page = document.get_dictionary_mut(*page).map_err(|error| unwritten(&error.to_string()))?;
        for (name, corners) in [("MediaBox", media), ("CropBox", media), ("BleedBox", bleed), ("TrimBox", trim)] {
            page.set(name, corners.map(Object::Real).to_vec());
        }
        page.remove(b"Annots");
    }
    if matches!(job.condition, Condition::Named { .. }) {
        name_srgb(document);
    }
    catalog(document, job)?;
    draft.plain()
}

/// Pictures in RGB say which RGB it is.
fn name_srgb(document: &mut Document) {
    let in_rgb = |object: &Object| {
        let space = object.as_stream().ok().and_then(|stream| stream.dict.get(b"ColorSpace").ok()?.as_name().ok());
        space == Some(b"DeviceRGB")
    };
    let pictures: Vec<_> = document.objects.iter().filter(|(_, object)| in_rgb(object)).map(|(id, _)| *id).collect();
    if pictures.is_empty() {
        return;
    }
    let profile = srgb_profile(document);
    for id in pictures {
        if let Ok(stream) = document.get_object_mut(id).and_then(Object::as_stream_mut) {
            stream.dict.set("ColorSpace", vec!["ICCBased".into(), profile.into()]);
        }
    }
}

fn catalog(document: &mut Document, job: &Job) -> Result<(), Diagnostic> {
    let intent = intent(document, job);
    let (title, publisher) = (job.leaflet.title.text(), job.leaflet.publisher.text());
    let date = job.leaflet.reviewed.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let about = About {
        title: &title,
        keywords: &[],
        publisher: &publisher,
        language: None,
        date: date.as_deref(),
        producer: PRODUCER,
    };
    let more = dictionary! { "Creator" => literal(PRODUCER), "Trapped" => "False" };
    let metadata = about.write(document, packet(job, &about), &more);
    let catalog = document.catalog_mut().map_err(|error| unwritten(&error.to_string()))?;
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent]);
    catalog.set("PageLayout", "SinglePage");
    Ok(())
}

/// What the file is made for: a profile, or a registered condition by its name alone.
fn intent(document: &mut Document, job: &Job) -> Object {
    let mut intent = dictionary! { "Type" => "OutputIntent", "S" => "GTS_PDFX" };
    match &job.condition {
        Condition::Profile(profile) => {
            let stream = Stream::new(dictionary! { "N" => 4 }, profile.bytes.to_vec());
            let stream = document.add_object(stream);
            intent.set("OutputConditionIdentifier", text(&profile.name));
            intent.set("Info", text(&profile.name));
            intent.set("DestOutputProfile", stream);
        }
        Condition::Named { name, about, registry } => {
            intent.set("OutputConditionIdentifier", text(name));
            intent.set("OutputCondition", text(about));
            intent.set("Info", text(about));
            intent.set("RegistryName", text(registry));
        }
    }
    intent.into()
}

/// The metadata. PDF/X-4 is named only where its rules were followed.
fn packet(job: &Job, about: &About<'_>) -> String {
    let mut facts = String::new();
    if matches!(job.condition, Condition::Profile(_)) {
        facts.push_str("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
    }
    let id = Sha256::digest(format!("{}\n{}\n{}\n{:?}", about.title, about.publisher, job.leaflet.format, about.date));
    let id: String = id.iter().take(16).fold(String::new(), |mut id, byte| {
        let _ = write!(id, "{byte:02x}");
        id
    });
    let _ = write!(
        facts,
        "<pdf:Trapped>False</pdf:Trapped><xmpMM:DocumentID>urn:serviceline:{id}</xmpMM:DocumentID>\
         <xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>\
         <xmp:CreatorTool>{}</xmp:CreatorTool>",
        escaped(PRODUCER)
    );
    wrapped(about, &facts)
}

//! The file itself, as somebody else's program reads it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::reader::Reader;
use common::{changed, edition, manuscript, pdf, publisher};
use serviceline_core::{Purpose, Text};

/// The code of the edition changes with every field of the content; the snapshots are about how the brochure is made.
fn coded_alike(text: &str) -> String {
    let edition = edition(&manuscript("spine-cancer"), Purpose::Publication);
    text.replace(edition.code(), "XXXX-XXXX")
}

#[test]
fn the_structure_of_the_spine_cancer_brochure() {
    let reader = Reader::new(&pdf(&manuscript("spine-cancer")));
    let tags = format!("{}\n== bookmarks\n{}", reader.tree(), reader.bookmarks());
    insta::assert_snapshot!("spine-cancer.tags", coded_alike(&tags));
}

#[test]
fn the_panels_of_the_spine_cancer_brochure() {
    let edition = edition(&manuscript("spine-cancer"), Purpose::Publication);
    insta::assert_snapshot!("spine-cancer.panels", coded_alike(&publisher().wording("brochure", &edition).unwrap()));
}

#[test]
fn pages_are_panels_in_reading_order() {
    let reader = Reader::new(&pdf(&manuscript("spine-cancer")));
    let openings =
        ["Spine", "Our spine doctors", "Why people choose us", "Tests to find out more", "Call 911", "Make an"];
    assert_eq!(reader.pages.len(), openings.len());
    for (page, opening) in reader.pages.iter().zip(openings) {
        assert!(page.trim_start().starts_with(opening), "{page}");
    }
}

#[test]
fn letters_extract_as_letters() {
    let text = "Office “finance” — afflicted, difficult, crème brûlée, Łódź, naïve…";
    let manuscript = changed(|service, _| {
        service.reasons[0].short = None;
        service.reasons[0].body = Text::from(text);
        // Titles are set in a face with ligatures.
        service.sections.reasons.title = Text::from("Office finance, a fit for difficult afflictions");
    });
    let read = Reader::new(&pdf(&manuscript)).text();
    assert!(read.contains(text), "{read}");
    assert!(read.contains("Office finance, a fit for difficult afflictions"), "{read}");
    assert!(read.contains("Quý vị nói tiếng Việt?"), "{read}");
}

#[test]
fn equal_content_gives_equal_bytes_again_in_threads_and_anew() {
    let edition = edition(&manuscript("spine-cancer"), Purpose::Publication);
    let publisher = publisher();
    let bytes = |publisher: &serviceline_core::Publisher| {
        publisher.publish("brochure", &edition).unwrap().files()[0].bytes().to_vec()
    };
    let first = bytes(&publisher);
    assert!(first == bytes(&publisher) && first == bytes(&common::publisher()));
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| bytes(&publisher))).collect();
        for thread in threads {
            assert!(first == thread.join().unwrap());
        }
    });
}

#[test]
fn the_file_names_its_language_title_and_dates() {
    let bytes = pdf(&manuscript("spine-cancer"));
    let reader = Reader::new(&bytes);
    let catalog = reader.catalog();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-US");
    let preferences = catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let metadata = String::from_utf8_lossy(&bytes);
    for part in [
        "<rdf:li xml:lang=\"x-default\">Spine cancer care</rdf:li>",
        "<rdf:li>Chordoma</rdf:li>",
        "<xmp:CreateDate>2026-09-01T00:00:00Z</xmp:CreateDate>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
    ] {
        assert!(metadata.contains(part), "{part}");
    }
    for (key, value) in [
        ("Title", "Spine cancer care"),
        ("Author", "Larkmere Health"),
        ("CreationDate", "D:20260901000000Z"),
        ("Keywords", "Chordoma, "),
    ] {
        assert!(reader.info(key).starts_with(value), "{key}: {}", reader.info(key));
    }
}

#[test]
fn the_cover_has_the_picture_or_the_ornament() {
    let with = publisher().wording("brochure", &edition(&manuscript("spine-cancer"), Purpose::Publication)).unwrap();
    assert!(with.contains("Picture(") && with.contains("== cover, 265.5 x 612 pt"), "{with}");
    let without = changed(|service, _| service.brochure.cover.image = None);
    let without = publisher().wording("brochure", &edition(&without, Purpose::Publication)).unwrap();
    let cover = without.lines().find(|line| line.starts_with("== cover")).unwrap();
    assert!(!without.contains("Picture(") && cover.ends_with("25 drawn"), "{cover}");
}

#[test]
fn a_png_is_printed_with_its_alternative_text() {
    let mut png = Vec::new();
    let image = image::RgbaImage::from_fn(30, 20, |x, _| image::Rgba([200, 100, 50, if x < 15 { 255 } else { 0 }]));
    image.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let file = manuscript("spine-cancer").service().images[0].file.clone();
    let reader = Reader::new(&pdf(&changed(|_, _| {}).with_asset(file, png)));
    assert!(reader.tree().contains("Figure Alt=\"Drawing of a surgeon"), "{}", reader.tree());
}

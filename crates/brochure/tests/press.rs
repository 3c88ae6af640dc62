//! The file for the press, its job ticket, and what keeps a job from being printed.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::io::Cursor;

use common::profile::press_profile;
use common::reader::Reader;
use common::{changed, edition, manuscript, publisher};
use lopdf::{Dictionary, Document, Object};
use serviceline_core::{Artifact, Manuscript, Purpose, Report, source::Source};

fn publish(manuscript: &Manuscript) -> Result<Artifact, Report> {
    publisher().publish("press", &edition(manuscript, Purpose::Publication))
}

fn press(manuscript: &Manuscript) -> Artifact {
    publish(manuscript).unwrap_or_else(|report| panic!("{report}"))
}

fn ticket(manuscript: &Manuscript) -> String {
    let press = press(manuscript);
    let ticket = press.files().iter().find(|file| file.name().ends_with("-press.txt")).unwrap();
    String::from_utf8(ticket.bytes().to_vec()).unwrap()
}

fn document(manuscript: &Manuscript) -> Document {
    Document::load_mem(press(manuscript).files()[0].bytes()).unwrap()
}

/// The operators of a page, as text.
fn drawn(document: &Document, page: u32) -> String {
    let id = document.get_pages()[&page];
    String::from_utf8_lossy(&document.get_page_content(id)).into_owned()
}

fn settings(text: &str) -> std::sync::Arc<Source> {
    Source::new("serviceline.yaml", text)
}

/// The printing condition of a file.
fn intent(document: &Document) -> Dictionary {
    let intents = document.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap();
    assert_eq!(intents.len(), 1);
    intents[0].as_dict().unwrap().clone()
}

fn metadata(document: &Document) -> String {
    let id = document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    String::from_utf8(document.get_object(id).unwrap().as_stream().unwrap().content.clone()).unwrap()
}

/// The text without the code of the edition, which changes with every word of the examples.
fn uncoded(text: &str) -> String {
    let edition = edition(&manuscript("spine-cancer"), Purpose::Publication);
    text.replace(edition.code(), "CODE")
}

#[test]
fn the_job_ticket_of_the_spine_cancer_brochure() {
    insta::assert_snapshot!("spine-cancer.ticket", uncoded(&ticket(&manuscript("spine-cancer"))));
}

#[test]
fn the_sheets_of_the_spine_cancer_brochure() {
    let edition = edition(&manuscript("spine-cancer"), Purpose::Publication);
    let wording = publisher().wording("press", &edition).unwrap();
    let sheets = &wording[wording.find("== Some(Outside)").unwrap()..wording.find(", by Larkmere").unwrap()];
    insta::assert_snapshot!("spine-cancer.sheets", uncoded(sheets));
}

#[test]
fn a_sheet_has_boxes_within_each_other_and_nothing_to_click() {
    let document = document(&manuscript("spine-cancer"));
    let pages = document.get_pages();
    assert_eq!(pages.len(), 2);
    for id in pages.values() {
        let page = document.get_dictionary(*id).unwrap();
        let corners = |name: &[u8]| -> Vec<f32> {
            page.get(name).unwrap().as_array().unwrap().iter().map(|n| n.as_float().unwrap()).collect()
        };
        assert_eq!(corners(b"MediaBox"), [0.0, 0.0, 864.0, 684.0]);
        assert_eq!(corners(b"CropBox"), corners(b"MediaBox"));
        assert_eq!(corners(b"BleedBox"), [27.0, 27.0, 837.0, 657.0]);
        assert_eq!(corners(b"TrimBox"), [36.0, 36.0, 828.0, 648.0]);
        assert!(!page.has(b"Annots") && !page.has(b"StructParents"));
    }
    let catalog = document.catalog().unwrap();
    assert!(!catalog.has(b"StructTreeRoot") && !catalog.has(b"Outlines") && !catalog.has(b"MarkInfo"));
}

#[test]
fn everything_is_in_inks_and_only_black_alone_overprints() {
    let document = document(&manuscript("spine-cancer"));
    for page in [1, 2] {
        let drawn = drawn(&document, page);
        let mut over = false;
        for line in drawn.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                [state, "gs"] => over = state == "/G1",
                [c, m, y, k, "k"] => assert_eq!(over, [c, m, y, k] == ["0", "0", "0", "1"], "{line}"),
                [.., "rg" | "RG" | "g" | "G"] => panic!("not in inks: {line}"),
                _ => {}
            }
        }
        assert!(drawn.contains("0 0 0 1 k"), "no black text");
    }
}

#[test]
fn the_sheets_say_what_the_panels_say() {
    let panels = Reader::new(&common::pdf(&manuscript("spine-cancer")));
    let sheets = Reader::new(press(&manuscript("spine-cancer")).files()[0].bytes()).text();
    for line in panels.pages.iter().flat_map(|page| page.lines()).map(str::trim).filter(|line| !line.is_empty()) {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(sheets.contains(&line), "{line:?} is not on the sheets");
    }
}

#[test]
fn each_mark_can_be_switched_off() {
    let plain = drawn(&document(&manuscript("spine-cancer")), 1);
    assert!(plain.contains("1 1 1 1 K") && plain.contains("[3 2] 0 d"), "{plain}");
    let off = "brochure:\n  press: { crop_marks: false, fold_marks: false, slug: false }\n";
    let without = manuscript("spine-cancer").with_settings(&settings(off));
    let bare = drawn(&document(&without), 1);
    assert!(!bare.contains("1 1 1 1 K") && !bare.contains("[3 2] 0 d"));
    let text = Reader::new(press(&without).files()[0].bytes()).text();
    assert!(!text.contains("Sheet 1 of 2"), "{text}");
    assert!(ticket(&without).contains("Marks: none"));
}

#[test]
fn a_metric_sheet_is_measured_in_millimetres() {
    let a4 = changed(|service, _| {
        service.brochure.format = Some("trifold-a4".to_owned());
        service.brochure.panels.retain(|panel, _| ["cover", "flap", "inside_center"].contains(&panel.as_str()));
    });
    let ticket = ticket(&a4);
    for line in ["Trim size: 297 × 210 mm", "the flap, 97 mm; the others are 100 mm", "Bleed: 3 mm", "FOGRA51"] {
        assert!(ticket.contains(line), "{line}:\n{ticket}");
    }
}

#[test]
fn without_a_profile_a_condition_is_named_and_nothing_claimed() {
    let document = document(&manuscript("spine-cancer"));
    let intent = intent(&document);
    assert_eq!(intent.get(b"OutputConditionIdentifier").unwrap().as_str().unwrap(), b"CGATS21_CRPC6");
    assert!(intent.has(b"RegistryName") && !intent.has(b"DestOutputProfile"));
    assert!(!metadata(&document).contains("PDF/X"));
    let own = "brochure:\n  press: { condition: FOGRA52 }\n";
    let own = manuscript("spine-cancer").with_settings(&settings(own));
    assert!(ticket(&own).contains("FOGRA52"));
}

/// The spine cancer line with the profile of a press.
fn with_profile() -> Manuscript {
    changed(|_, organization| organization.brand.profile = Some("press.icc".to_owned()))
        .with_asset("press.icc", press_profile())
}

#[test]
fn with_a_profile_it_is_embedded_and_pictures_are_in_inks() {
    let document = document(&with_profile());
    assert!(metadata(&document).contains("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"));
    let profile = intent(&document).get(b"DestOutputProfile").unwrap().as_reference().unwrap();
    let profile = document.get_object(profile).unwrap().as_stream().unwrap().decompressed_content().unwrap();
    assert_eq!(profile, press_profile());
    let spaces: Vec<&Object> = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image"))
        .map(|stream| stream.dict.get(b"ColorSpace").unwrap())
        .collect();
    assert_eq!(spaces, [&Object::Name(b"DeviceCMYK".to_vec())]);
    let ticket = ticket(&with_profile());
    assert!(ticket.contains("Profile: Test press, embedded") && !ticket.contains("sRGB"), "{ticket}");
}

#[test]
fn a_profile_of_something_else_is_refused() {
    for bytes in [b"no profile".to_vec(), serviceline_brochure::profile::srgb()] {
        let wrong = changed(|_, organization| organization.brand.profile = Some("screen.icc".to_owned()))
            .with_asset("screen.icc", bytes);
        let report = publish(&wrong).expect_err("it was printed").to_string();
        assert!(report.contains("error[unreadable-profile]"), "{report}");
    }
}

#[test]
fn pictures_with_few_pixels_are_remarked_on_and_with_very_few_refused() {
    let with_width = |width: u32| {
        let mut png = Vec::new();
        let image = image::RgbImage::from_pixel(width, width, image::Rgb([120, 160, 170]));
        image.write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
        let file = manuscript("spine-cancer").service().images[0].file.clone();
        publish(&changed(|_, _| {}).with_asset(file, png))
    };
    let codes = |artifact: &Artifact| artifact.warnings().iter().map(ToString::to_string).collect::<String>();
    assert!(!codes(&with_width(1200).unwrap()).contains("coarse-picture"));
    let soft = codes(&with_width(700).unwrap());
    assert!(soft.contains("spine-team.jpg prints at 182 ppi on the cover: expected at least 250 ppi"), "{soft}");
    let broken = with_width(500).expect_err("it was printed").to_string();
    assert!(broken.contains("error[coarse-picture]: spine-team.jpg prints at 130 ppi on the cover"), "{broken}");
}

#[test]
fn a_brochure_of_text_alone_is_a_small_file() {
    let text = changed(|service, _| service.brochure.cover.image = None);
    let screen = common::pdf(&text);
    let press = press(&text);
    assert!(screen.len() < 60_000, "{} bytes for the screen", screen.len());
    assert!(press.files()[0].bytes().len() < 60_000, "{} bytes for the press", press.files()[0].bytes().len());
}

#[test]
fn too_much_ink_is_taken_back_to_the_limit() {
    let heavy = changed(|_, organization| {
        organization.brand.colors.get_mut("primary").unwrap().cmyk = vec![100.0, 100.0, 100.0, 90.0];
    });
    let drawn = drawn(&document(&heavy), 1);
    for line in drawn.lines().filter(|line| line.ends_with(" k")) {
        let inks: f32 = line.split_whitespace().filter_map(|word| word.parse::<f32>().ok()).sum();
        assert!(inks <= 3.005, "{line}");
    }
}

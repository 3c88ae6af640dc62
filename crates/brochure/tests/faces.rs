//! The type faces that a hospital brings: what they are used for, what is refused, and scripts that others lack.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::reader::Reader;
use common::{Unpainted, changed, manuscript_at, named, pdf, publish, refusal};
use serviceline_brochure::leaflet::Leaflet;
use serviceline_core::model::{Face, TypeFaces};
use serviceline_core::source::Source;
use serviceline_core::{Date, Manuscript, Organization, Purpose};
use serviceline_templates::Templates;

/// A built-in font, which stands for one that a hospital brings.
fn font(name: &str) -> Vec<u8> {
    Templates::builtin().bytes(&format!("fonts/{name}.ttf")).unwrap().to_vec()
}

fn face(file: &str, bold: Option<&str>) -> Face {
    Face { file: Some(file.to_owned()), bold: bold.map(str::to_owned), ..Face::default() }
}

/// The spine cancer line with faces and their files.
fn with(faces: TypeFaces, files: &[(&str, Vec<u8>)]) -> Manuscript {
    let manuscript = changed(|_, organization: &mut Organization| organization.brand.faces = Some(faces));
    files.iter().fold(manuscript, |manuscript, (name, bytes)| manuscript.with_asset(*name, bytes.clone()))
}

/// The names of the fonts of a brochure, without what stands before them in a reduced font.
fn fonts_of(manuscript: &Manuscript) -> Vec<String> {
    let names = Reader::new(&pdf(manuscript)).fonts();
    names.into_iter().map(|name| name.split_once('+').unwrap().1.to_owned()).collect()
}

#[test]
fn text_is_set_in_the_faces_of_the_hospital_and_the_rest_in_those_of_the_design() {
    let body = TypeFaces { body: Some(face("a.ttf", Some("b.ttf"))), ..TypeFaces::default() };
    let files = [("a.ttf", font("NotoSans-Regular")), ("b.ttf", font("NotoSans-SemiBold"))];
    let fonts = fonts_of(&with(body, &files));
    assert!(fonts.iter().any(|name| name.starts_with("SourceSerif4")), "{fonts:?}");
    assert!(!fonts.iter().any(|name| name.starts_with("Atkinson")), "{fonts:?}");
}

#[test]
fn headings_are_set_in_the_face_of_the_hospital_in_every_design() {
    for design in ["calm", "bold", "warm"] {
        let heading = TypeFaces { heading: Some(face("h.ttf", None)), ..TypeFaces::default() };
        let manuscript = with(heading, &[("h.ttf", font("NotoSans-SemiBold"))]);
        // A handout has room for letters of any width.
        let settings = format!("brochure: {{ design: {design}, format: handout-letter }}");
        let fonts = fonts_of(&manuscript.with_settings(&Source::new("serviceline.yaml", settings)));
        assert!(fonts.iter().any(|name| name.starts_with("NotoSans-SemiBold")), "{design}: {fonts:?}");
        assert!(!fonts.iter().any(|name| name.starts_with("SourceSerif4")), "{design}: {fonts:?}");
    }
}

#[test]
fn outlines_of_cff_are_embedded_as_what_they_are() {
    let reader = Reader::new(&pdf(&languages()));
    assert!(reader.text().contains("Questions people ask"), "{}", reader.text());
    let mut descriptors = reader.document.objects.values().filter_map(|object| object.as_dict().ok());
    let program = descriptors.find_map(|descriptor| descriptor.get(b"FontFile3").ok()?.as_reference().ok());
    let program = reader.document.get_object(program.unwrap()).unwrap().as_stream().unwrap();
    assert_eq!(program.dict.get(b"Subtype").unwrap().as_name().unwrap(), b"CIDFontType0C");
    // A table of this kind begins with its version.
    assert!(program.decompressed_content().unwrap().starts_with(&[1, 0]));
}

/// Gives a table of a font another name.
fn renamed(mut font: Vec<u8>, table: [u8; 4], name: [u8; 4]) -> Vec<u8> {
    let at = font.windows(4).position(|window| *window == table).unwrap();
    font[at..at + 4].copy_from_slice(&name);
    font
}

/// Sets what the maker of a font allows.
fn with_rights(mut font: Vec<u8>, rights: u16) -> Vec<u8> {
    let entry = font.windows(4).position(|window| window == b"OS/2").unwrap();
    let table = u32::from_be_bytes(font[entry + 8..entry + 12].try_into().unwrap()) as usize;
    font[table + 8..table + 10].copy_from_slice(&rights.to_be_bytes());
    font
}

#[test]
fn a_font_that_cannot_be_embedded_is_refused_with_its_field_and_the_reason() {
    let good = || font("NotoSans-Regular");
    let cases = [
        (b"no font at all".to_vec(), "expected a TrueType or OpenType font"),
        (renamed(good(), *b"glyf", *b"xxxx"), "outlines of TrueType or CFF"),
        (renamed(good(), *b"glyf", *b"CFF "), "outlines of TrueType or CFF"),
        (renamed(good(), *b"GDEF", *b"fvar"), "found a variable font"),
        (with_rights(good(), 0x0002), "forbids to embed it"),
        (with_rights(good(), 0x0104), "forbids to reduce it"),
        (with_rights(good(), 0x0200), "forbids to embed its outlines"),
    ];
    for (bytes, expect) in cases {
        let faces = TypeFaces { body: Some(face("a.ttf", Some("b.ttf"))), ..TypeFaces::default() };
        let report = refusal(&with(faces, &[("a.ttf", bytes), ("b.ttf", font("NotoSans-SemiBold"))]));
        assert!(report.contains("error[unreadable-font]") && report.contains(expect), "{expect:?}:\n{report}");
        assert!(report.contains("organization.brand.type.body.file"), "{report}");
    }
}

#[test]
fn a_maker_who_allows_one_kind_of_embedding_forbids_none() {
    let faces = TypeFaces { heading: Some(face("h.ttf", None)), ..TypeFaces::default() };
    publish(&with(faces, &[("h.ttf", with_rights(font("NotoSans-Regular"), 0x000a))])).unwrap();
}

#[test]
fn text_in_one_weight_is_refused() {
    let faces = TypeFaces { body: Some(face("a.ttf", None)), ..TypeFaces::default() };
    let report = refusal(&with(faces, &[("a.ttf", font("NotoSans-Regular"))]));
    assert!(report.contains("expected text in two weights") && report.contains("bold:"), "{report}");
}

/// The service line of the corpus that speaks in many scripts.
fn languages() -> Manuscript {
    manuscript_at("tests/corpus/languages/interpreters.yaml")
}

#[test]
fn readers_are_told_letters_where_they_stand_with_their_marks_behind_them() {
    let text = Reader::new(&pdf(&languages())).pages.join("\n");
    // Readers turn letters around that are read from the right. What they are told of several glyphs in one, they do not.
    let hebrew: String = "מדברים".chars().rev().collect();
    assert!(text.contains(&hebrew), "{text}");
    let a_letter_with_its_mark = "\u{646}\u{64f}";
    assert!(text.contains(a_letter_with_its_mark), "{text}");
    // In the greeting of every language, and in the list of lines.
    assert_eq!(text.matches("402-555-0143").count(), 5, "{text}");
}

#[test]
fn lines_that_are_read_from_the_right_end_at_the_right_edge_of_their_column() {
    fn see(leaflet: &Leaflet) {
        let mut edges = Vec::new();
        for node in leaflet.panels.iter().flat_map(|panel| &panel.sections) {
            node.texts(&mut |placed| {
                for line in placed.text.lines.iter().filter(|_| placed.text.shaped.direction.is_from_right()) {
                    edges.push((placed.at.0 + line.indent + line.width).0.round() as i32);
                }
            });
        }
        edges.dedup();
        // The width of a letter sheet without its margin.
        assert_eq!(edges, [612 - 60], "{edges:?}");
    }
    let publisher = named(&["html", "markdown", "script", "press"]).with(Unpainted(see));
    let edition = publisher.prepare(&languages(), Purpose::Publication, Date::new(2026, 10, 1).unwrap()).unwrap();
    publisher.publish("brochure", &edition).unwrap();
}

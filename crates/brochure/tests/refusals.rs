//! What the brochure refuses, and what it says then.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{changed, edition, manuscript, publisher_with, refusal};
use serviceline_brochure::Brochure;
use serviceline_core::{Purpose, ServiceLine, Text};
use serviceline_templates::Templates;

/// The report on the spine cancer line with a change has all these parts.
fn check(change: impl FnOnce(&mut ServiceLine), expect: &[&str]) {
    let report = refusal(&changed(|service, _| change(service)));
    for part in expect {
        assert!(report.contains(part), "{part:?} is not in\n{report}");
    }
}

#[test]
fn text_that_does_not_fit_is_named_with_panel_fields_and_lines() {
    let long = "We look after you from the first call to the last visit, and after it. ".repeat(8);
    check(
        |service| {
            service.reasons[5].short = None;
            service.reasons[5].body = Text::from(long.as_str());
        },
        &["error[overset]: panel `inside_left` is over by", "lines; what does not fit: ", "lines from reasons[5].body"],
    );
}

#[test]
fn a_word_that_is_wider_than_its_line_is_named() {
    let word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    check(|service| service.reasons[0].title = Text::from(word), &["error[overset]", word, "reasons[0].title"]);
}

#[test]
fn a_word_that_is_too_wide_does_not_hide_what_would_have_fitted() {
    let word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    let manuscript = changed(|service, _| {
        service.brochure.panels.clear();
        service.reasons[0].title = Text::from(word);
    });
    let report = refusal(&manuscript);
    assert_eq!(report.matches("error[").count(), 1, "{report}");
}

#[test]
fn a_title_that_does_not_fit_the_cover_is_named() {
    let title = "Care of people with cancer of the spine and of all that is near to it, at all our places. ".repeat(4);
    check(|service| service.title = Text::from(title.trim()), &["error[overset]: panel `cover`", "title"]);
}

#[test]
fn a_character_without_a_glyph_is_named_with_its_field() {
    check(
        |service| service.reasons[2].title = Text::from("A clear 診断"),
        &["error[missing-glyph]", "'診' (U+8A3A)", "reasons[2].title", "brand.type.fallback"],
    );
}

#[test]
fn unknown_names_are_refused_with_the_nearest() {
    check(
        |service| service.brochure.panels.get_mut("flap").unwrap().push("journey.befor.bring".to_owned()),
        &[
            "error[unknown-section]",
            "there is no section `journey.befor.bring`",
            "did you mean `journey.before.bring`?",
        ],
    );
    check(
        |service| drop(service.brochure.panels.insert("inside_middle".to_owned(), Vec::new())),
        &["error[unknown-panel]", "inside_middle"],
    );
    check(
        |service| service.brochure.format = Some("trifold-leter".to_owned()),
        &["error[unknown-format]", "did you mean `trifold-letter`?"],
    );
    check(|service| service.brochure.paper = Some("card".to_owned()), &["error[unknown-paper]", "`text`, `cover`"]);
    check(
        |service| service.brochure.panels.get_mut("cover").unwrap().push("reasons".to_owned()),
        &["error[unknown-section]", "there is no section of the cover `reasons`"],
    );
    check(
        |service| service.brochure.cover.text = Some("one_lien".to_owned()),
        &["error[unknown-section]", "did you mean `one_line`?"],
    );
}

#[test]
fn type_that_is_too_small_or_too_large_is_refused() {
    check(
        |service| service.brochure.body_pt = Some(7.0),
        &["error[text-size]: expected text of 11 to 18 pt, found 7 pt"],
    );
    check(|service| service.brochure.body_pt = Some(40.0), &["error[text-size]"]);
}

#[test]
fn a_file_that_is_no_picture_is_refused() {
    let file = manuscript("spine-cancer").service().images[0].file.clone();
    for (bytes, expect) in
        [(b"GIF89a".to_vec(), "expected a JPEG or PNG picture"), (vec![0xff, 0xd8, 0xff, 0xe0], "damaged")]
    {
        let report = refusal(&changed(|_, _| {}).with_asset(file.clone(), bytes));
        assert!(report.contains("error[unreadable-picture]") && report.contains(expect), "{report}");
    }
}

/// The report on the spine cancer line, with a file of the templates replaced.
fn with_file(name: &str, contents: impl Into<Vec<u8>>) -> String {
    let brochure = Brochure::new(Templates::builtin().overlay(name, contents));
    let edition = edition(&manuscript("spine-cancer"), Purpose::Publication);
    publisher_with(brochure).publish("brochure", &edition).unwrap_err().to_string()
}

#[test]
fn templates_that_cannot_be_read_are_refused() {
    let report = with_file("brochure/formats/zfold-a4.json", "{ \"panels\": 6, }");
    assert!(report.contains("error[unreadable-template]") && report.contains("formats/zfold-a4.json"), "{report}");
    let format = Templates::builtin().get("brochure/formats/trifold-letter.json").unwrap().replace("\"flap\", ", "");
    let report = with_file("brochure/formats/trifold-letter.json", format);
    assert!(report.contains("expected as many panels inside as outside, found 2 and 3"), "{report}");
    let report = with_file("fonts/NotoSans-Regular.ttf", "no font");
    assert!(report.contains("error[unreadable-font]") && report.contains("NotoSans-Regular"), "{report}");
}

#[test]
fn a_font_that_breaks_off_is_refused() {
    let font = Templates::builtin().bytes("fonts/AtkinsonHyperlegibleNext-Regular.ttf").unwrap().to_vec();
    let report = with_file("fonts/AtkinsonHyperlegibleNext-Regular.ttf", &font[..font.len() / 2]);
    assert!(report.contains("error[unreadable-font]"), "{report}");
    // Where its glyphs are said to lie behind its end, it can be read, but not be reduced.
    let mut font = font;
    let entry = font.windows(4).position(|window| window == b"loca").unwrap();
    let number = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().unwrap()) as usize;
    let (start, length) = (number(entry + 8), number(entry + 12));
    font[start..start + length].fill(0xff);
    let report = with_file("fonts/AtkinsonHyperlegibleNext-Regular.ttf", font.as_slice());
    assert!(report.contains("error[unwritten]"), "{report}");
}

//! Content that is hostile, missing, or not English.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use serviceline_core::source::Source;
use serviceline_core::{Audience, Manuscript, Organization, Purpose, ServiceLine, Text};
use serviceline_html::Html;
use support::text;

/// The spine cancer line with changes, published without a check of its files.
fn changed(change: impl FnOnce(&mut ServiceLine, &mut Organization)) -> String {
    let example = support::example("spine-cancer");
    let (mut service, mut organization) = (example.service().clone(), example.organization().clone());
    without_files(&mut service, &mut organization);
    change(&mut service, &mut organization);
    let publisher = support::publisher(Html::default());
    let manuscript = Manuscript::new(service, organization);
    let edition =
        publisher.prepare(&manuscript, Purpose::Draft, support::today()).unwrap_or_else(|report| panic!("{report}"));
    support::page(&edition)
}

/// Content that is built in code has no folder from which pictures could be read.
fn without_files(service: &mut ServiceLine, organization: &mut Organization) {
    service.images.clear();
    service.brochure.cover.image = None;
    (organization.brand.logo, organization.brand.logo_dark, organization.brand.icon) = (None, None, None);
}

#[test]
fn hostile_words_end_up_as_text() {
    let hostile = "</title></script><script>alert(1)</script> \" onload=x ' & %7B";
    let before = changed(|_, _| {});
    let page = changed(|service, organization| {
        // As an author writes signs that prose would take for markup.
        let written = hostile.replace('<', "\\<");
        service.title = Text::from(written.as_str());
        service.one_line = Text::from(written.as_str());
        organization.name = Text::from(written.as_str());
    });
    assert_eq!(
        text::tags(&page).filter(|tag| *tag == "script").count(),
        text::tags(&before).filter(|tag| *tag == "script").count()
    );
    assert!(!page.contains("<script>alert"), "a tag came through");
    assert!(text::attributes(&page, "onload").is_empty());
    assert!(text::plain(&page).contains(hostile), "the words are there, as they were written");
    assert!(text::attributes(&page, "content").contains(&hostile.to_owned()), "in the description too");
}

#[test]
fn hostile_words_stay_words_for_machines_and_in_any_length() {
    let long = "a".repeat(1_000_000);
    let name = "A \"B\" </script> 'C'";
    let page = changed(|service, organization| {
        service.one_line = Text::from(long.as_str());
        organization.name = Text::from(name.replace('<', "\\<").as_str());
    });
    assert!(page.contains(&long), "no word is lost");
    assert!(text::attributes(&page, "content").contains(&name.to_owned()), "og:site_name");
}

#[test]
fn characters_that_nobody_sees_are_refused_by_name() {
    let example = support::example("spine-cancer");
    let (mut service, mut organization) = (example.service().clone(), example.organization().clone());
    without_files(&mut service, &mut organization);
    service.plain_name = Text::from("\u{202e}turned \u{0}\u{ffff}around");
    let publisher = support::publisher(Html::default());
    let report = publisher.prepare(&Manuscript::new(service, organization), Purpose::Draft, support::today());
    let report = report.unwrap_err().to_string();
    for character in ["U+202E", "U+0000", "U+FFFF"] {
        assert!(report.contains(&format!("plain_name: error[control-character]: {character}")), "{report}");
    }
}

#[test]
fn a_draft_shows_every_gap_in_its_place_and_in_a_list() {
    let path = format!("{}/../../tests/corpus/as-received/services/spine-cancer.yaml", env!("CARGO_MANIFEST_DIR"));
    let publisher = support::publisher(Html::default());
    let edition = publisher
        .prepare(&Manuscript::load(path).unwrap(), Purpose::Draft, support::today())
        .unwrap_or_else(|report| panic!("{report}"));
    let page = support::page(&edition);
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("ld+json"));
    assert!(page.contains("<title>Draft: "));
    let gaps: Vec<String> = text::attributes(&page, "id").into_iter().filter(|id| id.starts_with("gap-")).collect();
    let links: Vec<String> =
        text::attributes(&page, "href").into_iter().filter(|href| href.starts_with("#gap-")).collect();
    assert!(gaps.len() > 10, "{gaps:?}");
    assert!(links.iter().all(|link| gaps.contains(&link[1..].to_owned())), "{links:?} {gaps:?}");
    insta::assert_snapshot!("as_received_draft_wording", text::visible(&page));
}

#[test]
fn a_language_from_right_to_left_says_so() {
    let page = changed(|_, organization| {
        organization.notices.language_assistance.taglines[0].lang = "ar".parse().unwrap();
    });
    assert!(page.contains("<p lang=\"ar\" dir=\"rtl\"><strong>العربية</strong>"), "{page}");
}

#[test]
fn a_token_that_cannot_be_read_is_refused_with_the_nearest_that_can() {
    let example = support::example("spine-cancer");
    let (mut service, mut organization) = (example.service().clone(), example.organization().clone());
    without_files(&mut service, &mut organization);
    organization.brand.tokens.insert("ink".to_owned(), "#999999".to_owned());
    organization.brand.tokens.insert("inc".to_owned(), "#000000".to_owned());
    let publisher = support::publisher(Html::default());
    let manuscript = Manuscript::new(service, organization);
    let edition = publisher.prepare(&manuscript, Purpose::Draft, support::today()).unwrap();
    let report = publisher.publish("html", &edition).unwrap_err().to_string();
    insta::assert_snapshot!("unreadable_tokens", report);
}

#[test]
fn an_office_sees_its_lines_and_a_patient_does_not() {
    let publisher = support::publisher(Html::default());
    let edition = support::edition("spine-cancer", Purpose::Publication);
    let page = |audience| {
        let artifact = publisher.publish_for("html", &edition, audience).unwrap_or_else(|report| panic!("{report}"));
        text::visible(std::str::from_utf8(artifact.files()[0].bytes()).unwrap())
    };
    let (office, patient) = (page(Audience::Clinician), page(Audience::Patient));
    for fact in [
        "For doctors' offices",
        "Refer a patient at 614-555-0118.",
        "Send a fax to 614-555-0119.",
        "We see people with:",
    ] {
        assert!(office.contains(fact), "{fact}\n{office}");
        assert!(!patient.contains(fact), "{fact}");
    }
}

#[test]
fn a_hospital_orders_the_sections_and_keeps_pictures_out() {
    let settings =
        "html:\n  path: /care/{id}.html\n  pictures: none\n  structured_data: false\n  sections: [book, questions]\n";
    let manuscript = support::example("spine-cancer").with_settings(&Source::new("serviceline.yaml", settings));
    let edition = support::publisher(Html::default())
        .prepare(&manuscript, Purpose::Publication, support::today())
        .unwrap_or_else(|report| panic!("{report}"));
    let page = support::page(&edition);
    let sections: Vec<String> = text::attributes(&page, "id")
        .into_iter()
        .filter(|id| ["book", "questions", "about"].contains(&id.as_str()))
        .collect();
    assert_eq!(sections, ["book", "questions", "about"]);
    assert!(!page.contains("image/jpeg") && !page.contains("ld+json"));
    assert!(page.contains("<link rel=\"canonical\" href=\"https://larkmere.example.org/care/spine-cancer.html\">"));
}

//! A page as a part of another page.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use serviceline_core::coverage::Status;
use serviceline_core::source::Source;
use serviceline_core::{Artifact, Purpose, Report};
use serviceline_html::Html;
use support::{example, publisher, today};

fn published(settings: &str) -> Result<Artifact, Report> {
    let source = Source::new("serviceline.yaml", settings);
    let publisher = publisher(Html::default());
    let manuscript = example("spine-cancer").with_settings(&source);
    publisher.publish("html", &publisher.prepare(&manuscript, Purpose::Publication, today())?)
}

fn fragment(options: &str) -> Artifact {
    let settings = format!("html: {{ shape: fragment, fragment: {{ {options} }} }}\n");
    published(&settings).unwrap_or_else(|report| panic!("{report}"))
}

fn file(artifact: &Artifact, index: usize) -> String {
    String::from_utf8(artifact.files()[index].bytes().to_vec()).unwrap()
}

/// What follows each `before` up to the next quote.
fn values<'h>(html: &'h str, before: &str) -> Vec<&'h str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn it_is_two_files_without_the_frame_of_a_document() {
    let artifact = fragment("");
    let names: Vec<_> = artifact.files().iter().map(|file| (file.name(), file.media_type())).collect();
    let expected = [
        ("spine-cancer.fragment.html", "text/html; charset=utf-8"),
        ("spine-cancer.fragment.css", "text/css; charset=utf-8"),
    ];
    assert_eq!(names, expected);
    let html = file(&artifact, 0);
    assert!(html.starts_with("<div class=\"sl\" lang=\"en-US\" data-sl-scheme=\"light\">"), "{}", &html[..80]);
    for tag in ["<!", "<html", "<head", "<body", "<main", "<footer", "<style", "<script", "<h1", " style="] {
        assert!(!html.contains(tag), "{tag}");
    }
    let css = file(&artifact, 1);
    for rule in ["@page", ".sl-page", "/*"] {
        assert!(!css.contains(rule), "{rule}");
    }
}

#[test]
fn every_id_has_the_prefix_and_every_link_arrives() {
    for (option, prefix) in [("", "spine-cancer-"), ("id_prefix: \"x_{id}_\"", "x_spine-cancer_")] {
        let html = file(&fragment(option), 0);
        let ids = values(&html, " id=\"");
        assert!(ids.len() > 40 && ids.iter().all(|id| id.starts_with(prefix)), "{ids:?}");
        for link in values(&html, "href=\"#") {
            assert!(ids.contains(&link), "#{link}");
        }
        for name in values(&html, "aria-labelledby=\"") {
            assert!(ids.contains(&name), "{name}");
        }
    }
}

#[test]
fn headings_begin_at_the_level_that_the_caller_chose() {
    let levels = |option: &str| {
        let html = file(&fragment(option), 0);
        let mut levels: Vec<u8> = (1..=6).filter(|level| html.contains(&format!("<h{level}"))).collect();
        levels.dedup();
        levels
    };
    assert_eq!(levels("heading_level: 1"), [1, 2, 3, 4]);
    assert_eq!(levels(""), [2, 3, 4, 5]);
    assert_eq!(levels("heading_level: 4"), [4, 5, 6]);
}

#[test]
fn scheme_and_root_size_are_the_callers() {
    let usual = fragment("");
    assert!(!file(&usual, 1).contains(".sl.sl{--sl-rem:"));
    let other = fragment("scheme: auto, rem: 1.6");
    assert!(!file(&other, 0).contains("data-sl-scheme"));
    assert!(file(&other, 1).ends_with(".sl.sl{--sl-rem:1.6rem}\n"));
}

#[test]
fn notices_come_along_unless_the_page_around_shows_them() {
    let with = fragment("");
    assert!(file(&with, 0).contains("Free language help"));
    assert_eq!(with.coverage().of("organization.notices.nondiscrimination.text"), Some(&Status::Placed));
    let without = fragment("notices: false");
    assert!(!file(&without, 0).contains("Free language help"));
    let reason = |text: &str| Some(Status::LeftOut(text.into()));
    let of = |path: &str| without.coverage().of(path).cloned();
    assert_eq!(
        of("organization.notices.nondiscrimination.text"),
        reason("the page around the fragment shows the notices")
    );
    assert_eq!(of("one_line"), reason("the page around the fragment says it"));
    assert_eq!(of("title"), Some(Status::Placed));
}

#[test]
fn a_draft_shows_its_gaps() {
    let source = Source::new("serviceline.yaml", "html: { shape: fragment }\n");
    let publisher = publisher(Html::default());
    let path = format!("{}/../../tests/corpus/as-received/services/spine-cancer.yaml", env!("CARGO_MANIFEST_DIR"));
    let manuscript = serviceline_core::Manuscript::load(path).unwrap().with_settings(&source);
    let edition = publisher.prepare(&manuscript, Purpose::Draft, today()).unwrap();
    let html = file(&publisher.publish("html", &edition).unwrap(), 0);
    let ids = values(&html, " id=\"");
    let links = values(&html, "href=\"#");
    assert!(links.iter().any(|link| link.contains("gap-")) && links.iter().all(|link| ids.contains(link)), "{links:?}");
}

#[test]
fn options_out_of_range_are_refused_with_their_place() {
    for (option, message) in [
        ("heading_level: 5", "expected a level from 1 to 4, found 5"),
        ("rem: 0", "expected more than 0 and at most 10, found 0"),
        ("id_prefix: \"1 x\"", "expected a letter, then letters, digits, `-`, `_` and `{id}`, found `1 x`"),
    ] {
        let report = published(&format!("html: {{ fragment: {{ {option} }} }}\n")).unwrap_err();
        let fault = &report.diagnostics()[0];
        assert!(fault.message.contains(message), "{fault:?}");
        assert!(fault.place.is_some());
    }
}

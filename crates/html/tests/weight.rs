//! How heavy a page may be.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use serviceline_core::channel::Channel;
use serviceline_core::source::Source;
use serviceline_core::{Artifact, Diagnostic, Manuscript, Purpose};
use serviceline_html::Html;
use support::{example, publisher, today};

fn publish(manuscript: &Manuscript, options: &str) -> Artifact {
    let settings = Source::new("serviceline.yaml", format!("html: {options}\n"));
    let publisher = publisher(Html::default());
    let edition = publisher.prepare(&manuscript.clone().with_settings(&settings), Purpose::Publication, today());
    publisher.publish("html", &edition.unwrap_or_else(|report| panic!("{report}"))).unwrap()
}

fn heavy(artifact: &Artifact) -> Option<&Diagnostic> {
    artifact.warnings().iter().find(|warning| warning.code == "page-heavy")
}

/// The page without its pictures.
fn bare(artifact: &Artifact) -> String {
    let page = std::str::from_utf8(artifact.files()[0].bytes()).unwrap();
    let mut parts = page.split("\"data:");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |page, part| page + "\"" + &part[part.find('"').unwrap()..])
}

/// The words of the care itself, without the notices that stand on every page of a hospital.
fn words(page: &str) -> usize {
    let body = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let seen = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    seen.flat_map(str::split_whitespace).count()
}

/// The example without some of its parts: a page as most are.
fn usual() -> Manuscript {
    let whole = example("spine-cancer");
    let (mut service, mut organization) = (whole.service().clone(), whole.organization().clone());
    service.faqs.clear();
    service.images.clear();
    service.journey.clear();
    service.related.clear();
    service.reasons.truncate(1);
    service.team.truncate(1);
    service.tests.truncate(5);
    service.locations.truncate(1);
    service.symptoms.clear();
    service.risk_factors.clear();
    service.sections.symptoms = serviceline_core::model::Section::default();
    service.main_message = "One call gets you started.".into();
    service.support = serviceline_core::model::Support::default();
    organization.brand = serviceline_core::model::Brand::default();
    Manuscript::new(service, organization)
}

#[test]
fn a_page_of_two_thousand_words_is_light() {
    let artifact = publish(&usual(), "{}");
    let page = bare(&artifact);
    let words = words(&page);
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(page.as_bytes()).unwrap();
    let packed = packed.finish().unwrap().len();
    let found = format!("{words} words: {} bytes, packed {packed}", page.len());
    assert!((1_975..2_050).contains(&words) && page.len() < 60_000 && packed < 16_000, "{found}");
    assert_eq!(heavy(&artifact), None);
}

#[test]
fn a_heavier_one_is_a_warning_that_names_its_largest_parts() {
    let whole = example("spine-cancer");
    let artifact = publish(&whole, "{ page_kilobytes: 60 }");
    let size = bare(&artifact).len().div_ceil(1000);
    let warning = heavy(&artifact).unwrap();
    let message = &warning.message;
    assert!(message.starts_with(&format!("expected a page of at most 60 kB without its pictures, found {size} kB: ")));
    assert!(message.contains(": the style sheet 24 kB, JSON-LD 8 kB, `tests` 4 kB, `"), "{message}");
    assert!(warning.help.is_some());
    assert_eq!(heavy(&publish(&whole, &format!("{{ page_kilobytes: {size} }}"))), None, "the limit itself is kept");
    assert!(heavy(&publish(&whole, &format!("{{ page_kilobytes: {} }}", size - 1))).is_some());
}

#[test]
fn a_fragment_is_weighed_with_its_style_sheet() {
    let artifact = publish(&example("spine-cancer"), "{ shape: fragment, page_kilobytes: 40 }");
    assert!(heavy(&artifact).unwrap().message.contains(": the style sheet 2"), "{:?}", heavy(&artifact));
    let html = Html::default();
    assert!(html.remarks(&[], &serviceline_html::HtmlOptions::default()).is_empty(), "no file, no weight");
}

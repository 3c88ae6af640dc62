//! What the Markdown of real content says, leaves out, and looks like.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{edition, project, publisher};
use serviceline_core::coverage::Status;
use serviceline_core::model::LocationStatus;
use serviceline_core::source::Source;
use serviceline_core::{Artifact, Audience, Date, Edition, Manuscript, Purpose};

const SPINE: &str = "examples/content/services/spine-cancer.yaml";
const RECEIVED: &str = "tests/corpus/as-received/services/spine-cancer.yaml";

fn text(artifact: &Artifact) -> String {
    String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap()
}

fn markdown(edition: &Edition) -> String {
    text(&publisher().publish("markdown", edition).unwrap())
}

/// The lines under a heading, up to the next one of its level.
fn section(markdown: &str, heading: &str) -> String {
    let level = heading.chars().take_while(|c| *c == '#').count();
    let is_next = |line: &&str| line.starts_with('#') && line.chars().take_while(|c| *c == '#').count() <= level;
    let lines = markdown.lines().skip_while(|line| *line != heading);
    lines
        .take(1)
        .chain(markdown.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !is_next(line)))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_section_brings_terms_claims_and_qualifiers() {
    let markdown = markdown(&edition(SPINE, Purpose::Publication));
    insta::assert_snapshot!("reasons-section", section(&markdown, "## Why people choose us"));
}

#[test]
fn a_draft_shows_its_gaps_where_they_are() {
    let markdown = markdown(&edition(RECEIVED, Purpose::Draft));
    insta::assert_snapshot!("draft-conditions", section(&markdown, "## What we treat"));
    assert!(markdown.contains("\n**Draft. Not for publication.**\n"));
}

#[test]
fn doctors_offices_see_their_own_lines() {
    let edition = edition(SPINE, Purpose::Publication);
    let artifact = publisher().publish_for("markdown", &edition, Audience::Clinician).unwrap();
    insta::assert_snapshot!("referral-for-clinicians", section(&text(&artifact), "### Referral"));
}

#[test]
fn patients_see_none_of_the_lines_of_doctors_offices() {
    let edition = edition(SPINE, Purpose::Publication);
    let artifact = publisher().publish("markdown", &edition).unwrap();
    let text = text(&artifact);
    assert!(!text.contains("555-0118") && !text.contains("5550118"), "the referral desk");
    let reason = artifact.coverage().of("contact.referral").unwrap();
    assert_eq!(*reason, Status::LeftOut("it names a phone line that is not for these readers".into()));
}

#[test]
fn every_text_that_is_left_out_has_a_stated_reason() {
    let edition = edition(SPINE, Purpose::Publication);
    let artifact = publisher().publish("markdown", &edition).unwrap();
    let lines = artifact.coverage().lines();
    let mut reasons: Vec<String> = lines.filter_map(|line| line.reason).map(|reason| reason.to_string()).collect();
    reasons.sort();
    reasons.dedup();
    insta::assert_snapshot!("reasons", reasons.join("\n"));
}

#[test]
fn a_place_that_is_closed_says_so_first() {
    let manuscript = Manuscript::load(project().join("tests/corpus/small/smallest.yaml")).unwrap();
    let mut organization = manuscript.organization().clone();
    organization.locations[0].status = Some(LocationStatus::Closed);
    let manuscript = Manuscript::new(manuscript.service().clone(), organization);
    let edition = publisher().prepare(&manuscript, Purpose::Publication, Date::new(2026, 10, 10).unwrap()).unwrap();
    let place = section(&markdown(&edition), "### Pinefield Clinic");
    assert!(place.starts_with("### Pinefield Clinic\n\n- **Status:** Closed for now\n- **Address:**"), "{place}");
}

#[test]
fn front_matter_can_be_switched_off() {
    let settings = Source::new("serviceline.yaml", "markdown: { front_matter: false }\n");
    let manuscript = Manuscript::load(project().join(SPINE)).unwrap().with_settings(&settings);
    let edition = publisher().prepare(&manuscript, Purpose::Publication, Date::new(2026, 10, 10).unwrap()).unwrap();
    let artifact = publisher().publish("markdown", &edition).unwrap();
    assert!(text(&artifact).starts_with("# Spine cancer care\n"));
    let reason = artifact.coverage().of("one_line").unwrap();
    assert_eq!(*reason, Status::LeftOut("it stands in front matter, which is switched off".into()));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let edition = edition(SPINE, Purpose::Publication);
    assert_eq!(markdown(&edition), markdown(&edition));
}

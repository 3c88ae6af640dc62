//! From files to an edition: the example content is clean, and every fault has its line.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;

use serviceline_core::{Date, Manuscript, Publisher, Purpose, path::FieldPath};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

#[test]
fn the_example_content_is_clean() {
    for service in ["spine-cancer", "sleep-medicine"] {
        let file = root().join(format!("examples/content/services/{service}.yaml"));
        let manuscript = Manuscript::load(file).unwrap();
        let report = Publisher::default().check(&manuscript, today());
        let (other, channels): (Vec<_>, Vec<_>) =
            report.diagnostics().iter().partition(|d| d.code != "unknown-channel");
        assert!(!channels.is_empty(), "a publisher without channels knows none of the names in `channels:`");
        assert!(other.is_empty(), "{}", other.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
}

#[test]
fn what_was_read_is_written_the_same() {
    let file = root().join("examples/content/services/spine-cancer.yaml");
    let manuscript = Manuscript::load(file).unwrap();
    let json = serde_json::to_string(manuscript.service()).unwrap();
    let again: serviceline_core::ServiceLine = serde_json::from_str(&json).unwrap();
    assert_eq!(&again, manuscript.service());
}

#[test]
fn a_draft_turns_what_is_missing_into_gaps() {
    let service = serviceline_core::source::Source::new(
        "s.yaml",
        "id: spine\ntitle: Spine care\ntests: { todo: the list was lost }\n",
    );
    let organization = serviceline_core::source::Source::new("organization.yaml", "name: Larkmere Health\n");
    let manuscript = Manuscript::read(&service, &organization);
    let refused = Publisher::default().prepare(&manuscript, Purpose::Publication, today()).unwrap_err();
    insta::assert_snapshot!("gaps_refuse_publication", refused.to_string());
    let draft = Publisher::default().prepare(&manuscript, Purpose::Draft, today()).unwrap();
    let gaps: Vec<String> = draft.gaps().map(|(path, note)| format!("{path}: {note}")).collect();
    insta::assert_snapshot!("gaps_of_a_draft", gaps.join("\n"));
}

#[test]
fn references_among_the_settings_resolve_too() {
    let read = |name: &str| std::fs::read_to_string(root().join("examples/content").join(name)).unwrap();
    let service = read("services/spine-cancer.yaml")
        .replace("answers: [phone:appointments]", "answers: [phone:apointments]")
        .replace("text: one_line, phone: phone:appointments", "text: one_line, phone: phone:apointments");
    let service = serviceline_core::source::Source::new("spine-cancer.yaml", service);
    let organization = serviceline_core::source::Source::new("organization.yaml", read("organization.yaml"));
    let report = Publisher::default().check(&Manuscript::read(&service, &organization), today());
    let unknown = report.iter().filter(|problem| problem.code == "unknown-reference");
    let paths: Vec<&str> = unknown.filter_map(|problem| problem.path.as_ref()).map(FieldPath::as_str).collect();
    assert_eq!(paths, ["script.answers[0]", "brochure.cover.phone"]);
}

//! A key message that leads nowhere would be missed on the phone, and is refused.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{root, today};
use serviceline::{Manuscript, path::FieldPath, source::Source, standard};

/// The problems of the spine cancer line with these key messages, by path.
fn check(key_messages: &str, expected: &[&str]) {
    let read = |name: &str| std::fs::read_to_string(root().join("examples/content").join(name)).unwrap();
    let given = "key_messages: [main_message, reasons.experience, access.referral]";
    let service = read("services/spine-cancer.yaml");
    assert!(service.contains(given));
    let service = Source::new("spine-cancer.yaml", service.replace(given, &format!("key_messages: [{key_messages}]")));
    let mut manuscript = Manuscript::read(&service, &Source::new("organization.yaml", read("organization.yaml")));
    for entry in
        std::fs::read_dir(root().join("examples/content/assets")).unwrap().flatten().filter(|e| e.path().is_file())
    {
        let name = format!("assets/{}", entry.file_name().to_string_lossy());
        manuscript = manuscript.with_asset(name, std::fs::read(entry.path()).unwrap());
    }
    let report = standard().check(&manuscript, today());
    let problems = report.iter().filter(|problem| problem.code == "unknown-reference");
    let paths: Vec<&str> = problems.filter_map(|problem| problem.path.as_ref()).map(FieldPath::as_str).collect();
    assert_eq!(paths, expected, "{report}");
    let other = report.iter().filter(|problem| problem.is_error() && problem.code != "unknown-reference");
    assert_eq!(other.count(), 0, "{report}");
}

#[test]
fn paths_lead_to_fields_and_items() {
    check("one_line, reasons.experience.title, journey.before", &[]);
    check("faqs.wait, tests.exam.preparation, access.insurance", &[]);
}

#[test]
fn a_path_that_leads_nowhere_is_named() {
    check("main_message, reasons.experiense", &["script.key_messages[1]"]);
    check("reasons.experience.bodi", &["script.key_messages[0]"]);
    check("access.parking", &["script.key_messages[0]"]);
}

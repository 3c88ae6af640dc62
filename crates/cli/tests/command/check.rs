//! What `check` reports, and in which forms.

use crate::folder::Folder;

fn faulty() -> Folder {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    folder.edit("content/foot-care.yaml", "one_line:", "one_lien:");
    folder.edit("content/foot-care.yaml", "{phone:emergency}", "{phone:emergncy}");
    folder.edit("content/hand-care.yaml", "last_reviewed: 2026-09-01", "last_reviewed: 2026-13-01");
    folder
}

const CHECK: [&str; 4] = ["check", "content", "--date", "2026-11-24"];

fn check(folder: &Folder, format: &str) -> crate::folder::Ran {
    folder.run(&[&CHECK[..], &["--format", format]].concat())
}

#[test]
fn people_read_what_and_where_and_what_to_do() {
    insta::assert_snapshot!("check_human", check(&faulty(), "human").ended(1).out);
}

#[test]
fn programs_read_one_object_a_line() {
    let problems = check(&faulty(), "json").ended(1).json();
    let keys = ["code", "column", "file", "help", "line", "message", "path", "severity"];
    for problem in &problems {
        let mut found: Vec<_> = problem.as_object().unwrap().keys().map(String::as_str).collect();
        found.sort_unstable();
        assert_eq!(found, keys);
    }
    let lost = problems.iter().find(|problem| problem["code"] == "unknown-reference").unwrap();
    assert_eq!((&lost["file"], &lost["line"]), (&"content/foot-care.yaml".into(), &13.into()));
    assert_eq!(lost["help"], "did you mean `emergency`?");
}

#[test]
fn a_workflow_reads_annotations() {
    insta::assert_snapshot!("check_github", check(&faulty(), "github").ended(1).out);
}

#[test]
fn nothing_is_written() {
    let folder = Folder::with(&["foot-care"]);
    let before = folder.tree("");
    check(&folder, "human").ended(0);
    assert_eq!(folder.tree(""), before);
}

#[test]
fn warnings_count_where_they_are_denied() {
    let folder = Folder::with(&["foot-care"]);
    folder.run(&["check", "content", "--date", "2030-01-01"]).ended(0).says("warning[review-overdue]");
    folder.run(&["check", "content", "--date", "2030-01-01", "--deny", "warnings"]).ended(1);
}

#[test]
fn the_present_folder_needs_no_dot_in_names() {
    let folder = faulty();
    let mut command = folder.command(&["check", ".", "--date", "2026-11-24", "--format", "json"]);
    let ran = crate::folder::ran(command.current_dir(folder.path("content"))).ended(1);
    assert!(ran.json().iter().any(|problem| problem["file"] == "foot-care.yaml"), "{}", ran.out);
}

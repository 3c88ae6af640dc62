//! What `coverage` shows.

use std::collections::BTreeMap;

use crate::folder::Folder;

const FILE: &str = "content/foot-care.yaml";

#[test]
fn every_field_has_a_status_in_every_channel() {
    let folder = Folder::with(&["foot-care"]);
    let lines = folder.run(&["coverage", FILE, "--date", "2026-11-24", "--format", "json"]).ended(0).json();
    let mut channels: BTreeMap<String, usize> = BTreeMap::new();
    for line in &lines {
        *channels.entry(line["channel"].as_str().unwrap().to_owned()).or_default() += 1;
        assert!(line["path"].is_string());
        match line["status"].as_str().unwrap() {
            "placed" => assert!(line["reason"].is_null()),
            "left_out" => assert!(!line["reason"].as_str().unwrap().is_empty()),
            other => panic!("{other}"),
        }
    }
    let known = folder.run(&["channels", "--format", "json"]).json();
    assert_eq!(channels.len(), known.len());
    assert!(channels.values().all(|count| *count == lines.len() / known.len()));
}

#[test]
fn people_see_a_table() {
    let folder = Folder::with(&["foot-care"]);
    let ran = folder.run(&["coverage", FILE, "--date", "2026-11-24"]).ended(0);
    let head: Vec<_> = ran.out.lines().next().unwrap().split_whitespace().collect();
    assert!(head.starts_with(&["html", "markdown"]), "{}", ran.out);
    let title = ran.out.lines().find(|line| line.starts_with("title ")).unwrap();
    assert_eq!(title.split_whitespace().count(), head.len() + 1, "{title}");
    ran.says("● placed   · left out");
}

#[test]
fn a_field_is_shown_with_all_below_it_and_the_reasons() {
    let folder = Folder::with(&["foot-care"]);
    let run = |more: &[&str]| {
        folder.run(&[&["coverage", FILE, "--date", "2026-11-24", "--channel", "markdown"], more].concat())
    };
    insta::assert_snapshot!("coverage_of_a_part", run(&["--path", "urgent[0]"]).ended(0).out);
    let lines = run(&["--path", "urgent[0].items", "--format", "json"]).ended(0).json();
    let paths: Vec<_> = lines.iter().map(|line| line["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["urgent[0].items[0]"]);
    run(&["--path", "titel"]).ended(2).says("did you mean `title`?");
    run(&["--path", "urgent[0].item"]).ended(2);
    folder.run(&["coverage", "content"]).ended(2).says("content is a folder");
}

#[test]
fn content_with_errors_has_no_coverage() {
    let folder = Folder::with(&["foot-care"]);
    folder.edit(FILE, "title", "titel");
    folder.run(&["coverage", FILE]).ended(1).says("error[unknown-field]");
}

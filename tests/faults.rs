//! A file for each kind of problem: it is found, with its place and with help, and `explain` knows it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::path::{Path, PathBuf};

use common::{root, today};
use serviceline::{Manuscript, Report, codes, standard};

/// The service file of each kind of problem, by the name of the file or of its folder.
fn cases() -> Vec<(String, PathBuf)> {
    let faults = root().join("tests/corpus/faults");
    let mut cases = vec![("organization-missing".to_owned(), root().join("tests/corpus/organization-missing.yaml"))];
    for entry in std::fs::read_dir(faults).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            cases.push((name, service_in(&path)));
        } else if name != "organization" {
            cases.push((name, path));
        }
    }
    cases.sort();
    cases
}

fn service_in(folder: &Path) -> PathBuf {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let service = |file: &PathBuf| {
        let stem = file.file_stem().unwrap_or_default();
        file.extension().is_some_and(|e| e == "yaml") && stem != "organization" && stem != "serviceline"
    };
    files.into_iter().find(service).unwrap()
}

fn check(file: &Path) -> Report {
    standard().check(&Manuscript::load(file).unwrap(), today())
}

#[test]
fn every_file_triggers_its_problem_with_a_place_and_help() {
    for (code, file) in cases() {
        let report = check(&file);
        let found = report.diagnostics().iter().find(|d| d.code == code);
        let found = found.unwrap_or_else(|| panic!("{code} was not found in\n{report}"));
        assert!(found.place.is_some(), "{code} has no place: {found}");
        assert!(found.help.is_some(), "{code} has no help: {found}");
    }
}

#[test]
fn every_file_has_no_other_problem() {
    let lines: Vec<String> = cases()
        .iter()
        .map(|(code, file)| {
            let report = check(file).to_string().replace(&format!("{}/", root().display()), "");
            let more = report.lines().count().saturating_sub(8);
            let first: Vec<&str> = report.lines().take(8).collect();
            format!(
                "# {code}\n{}\n{}",
                first.join("\n"),
                if more > 0 { format!("... and {more} more\n") } else { String::new() }
            )
        })
        .collect();
    insta::with_settings!({ snapshot_path => "snapshots/corpus", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("faults.report", lines.join("\n"));
    });
}

#[test]
fn every_code_has_a_file_or_a_test_that_triggers_it() {
    let cases = cases();
    let tests: String = std::fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| text_in(&entry.unwrap().path().join("tests")))
        .collect();
    for code in codes::all() {
        let in_a_file = cases.iter().any(|(name, _)| name == code.id);
        assert!(
            in_a_file || tests.contains(&format!("{:?}", code.id)) || tests.contains(&format!("[{}]", code.id)),
            "nothing triggers `{}`",
            code.id
        );
    }
}

/// All test code and snapshots below a folder.
fn text_in(path: &Path) -> String {
    match std::fs::read_dir(path) {
        Ok(entries) => entries.map(|entry| text_in(&entry.unwrap().path())).collect(),
        Err(_) => std::fs::read_to_string(path).unwrap_or_default(),
    }
}

#[test]
fn every_code_is_explained() {
    for code in codes::all() {
        assert!(!code.summary.is_empty() && !code.why.is_empty() && !code.example.is_empty(), "{}", code.id);
        assert!(code.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", code.id);
    }
}

//! Help, schemas, codes, channels, completions and manual pages.

use serde_json::Value;

use crate::folder::Folder;

fn print(arguments: &[&str]) -> String {
    Folder::new().run(arguments).ended(0).out
}

#[test]
fn every_command_has_help_with_examples() {
    insta::assert_snapshot!("help", print(&["--help"]));
    for command in
        ["build", "check", "coverage", "schema", "explain", "channels", "templates", "script", "completions", "man"]
    {
        let help = print(&[command, "--help"]);
        assert!(help.contains("Examples:\n  serviceline "), "{help}");
        insta::assert_snapshot!(format!("help_{command}"), help);
    }
    insta::assert_snapshot!("help_script_walk", print(&["script", "walk", "--help"]));
}

#[test]
fn schemas_are_json() {
    for name in ["service", "organization", "dialogue", "html", "markdown", "brochure", "script"] {
        let schema: Value = serde_json::from_str(&print(&["schema", name])).unwrap();
        assert!(schema["$schema"].is_string(), "{name}");
    }
    let folder = Folder::new();
    folder.run(&["schema", "servise"]).ended(2).says("no schema is called `servise`\n  help: did you mean `service`?");
}

#[test]
fn every_code_is_listed_and_explained() {
    let codes: Vec<String> =
        print(&["explain"]).lines().map(|line| line.split(' ').next().unwrap().to_owned()).collect();
    assert!(!codes.is_empty());
    for code in &codes {
        let page = print(&["explain", code]);
        assert!(page.contains(&format!("[{code}]: ")) && page.contains("\nExample\n\n    "), "{page}");
        assert!(page.lines().all(|line| line == line.trim_end()), "{page}");
    }
    insta::assert_snapshot!("explain", print(&["explain", "missing-value"]));
    Folder::new().run(&["explain", "mising-value"]).ended(2).says("did you mean `missing-value`?");
}

#[test]
fn channels_are_listed_for_people_and_programs() {
    let lines = print(&["channels", "--format", "json"]);
    let ids: Vec<Value> = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].take()).collect();
    assert_eq!(ids, ["html", "markdown", "brochure", "press", "script"]);
    let text = print(&["channels"]);
    assert!(ids.iter().all(|id| text.contains(id.as_str().unwrap())));
}

#[test]
fn completions_and_manual_pages() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(print(&["completions", shell]).contains("coverage"), "{shell}");
    }
    assert!(print(&["man"]).contains(".TH serviceline 1"));
    let page = print(&["man", "build"]);
    assert!(
        page.contains(".TH serviceline-build 1") && page.contains("--channel") || page.contains("\\-\\-channel"),
        "{page}"
    );
    Folder::new().run(&["man", "biuld"]).ended(2).says("did you mean `build`?");
}

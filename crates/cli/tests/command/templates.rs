//! Templates are listed and written out, and those of a hospital take their place.

use std::fs;

use crate::folder::Folder;

#[test]
fn templates_are_listed_by_folder_and_by_name() {
    let folder = Folder::with(&[]);
    let all = folder.run(&["templates", "list"]).ended(0).out;
    assert!(all.contains("html/team.hbs\n") && all.contains("locales/en/phrases.yaml\n"), "{all}");
    let pages = folder.run(&["templates", "list", "html"]).ended(0).out;
    assert!(pages.lines().all(|name| name.starts_with("html/")) && pages.contains("html/css/tokens.css"), "{pages}");
    folder
        .run(&["templates", "list", "html/teem.hbs"])
        .ended(2)
        .says("no template is called `html/teem.hbs`")
        .says("did you mean `html/team.hbs`?");
}

#[test]
fn the_fields_of_a_template_are_told() {
    let folder = Folder::with(&[]);
    insta::assert_snapshot!("fields_of_facts", folder.run(&["templates", "fields", "html/facts.hbs"]).ended(0).out);
    folder.run(&["templates", "fields", "html/fact.hbs"]).ended(2).says("did you mean `html/facts.hbs`?");
}

#[test]
fn a_template_is_written_out_and_never_over_another() {
    let folder = Folder::with(&["foot-care"]);
    let eject = |more: &[&str]| {
        let arguments = ["templates", "eject", "html/team.hbs", "html/facts.hbs", "--out", "content/templates"];
        folder.run(&[&arguments[..], more].concat())
    };
    eject(&[]).ended(0).says("Wrote 2 templates to content/templates.");
    assert_eq!(
        folder.tree("content/templates").keys().collect::<Vec<_>>(),
        ["html/", "html/facts.hbs", "html/team.hbs"]
    );
    eject(&[]).ended(0);

    folder.edit("content/templates/html/team.hbs", "sl-team", "our-team");
    fs::remove_file(folder.path("content/templates/html/facts.hbs")).unwrap();
    eject(&[]).ended(2).says("html/team.hbs is there, and is not the built-in one").says("--overwrite");
    assert!(!folder.path("content/templates/html/facts.hbs").exists(), "half of it was written");
    eject(&["--overwrite"]).ended(0);
    assert!(folder.read("content/templates/html/team.hbs").contains("sl-team"));
}

#[test]
fn everything_that_is_written_out_publishes_the_same() {
    let folder = Folder::with(&["foot-care"]);
    folder.build(&[]).ended(0);
    let before = folder.tree("out");
    folder.run(&["templates", "eject", "--out", "content/templates"]).ended(0);
    folder.build(&[]).ended(0);
    assert_eq!(folder.tree("out"), before);
}

#[test]
fn a_fault_of_the_finished_page_names_the_line_of_the_template() {
    let folder = Folder::with(&["foot-care"]);
    folder.run(&["templates", "eject", "html/appointment.hbs", "--out", "content/templates"]).ended(0);
    folder.edit("content/templates/html/appointment.hbs", "{{> actions}}", "<h4>{{> actions}}</h4>");
    folder.build(&[]).ended(1).says("error[page-headings]").says("html/appointment.hbs:4:1");
}

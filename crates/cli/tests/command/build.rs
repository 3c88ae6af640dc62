//! What `build` publishes, refuses and says.

use crate::folder::{Folder, ran, service};

#[test]
fn every_channel_of_every_service_line_is_written() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    let ran = folder.build(&[]).ended(0);
    let channels = folder.run(&["channels", "--format", "json"]).json();
    for id in ["foot-care", "hand-care"] {
        for channel in &channels {
            let file = format!("{id}/en-US/{id}{}", channel["suffix"].as_str().unwrap());
            assert!(folder.path("out").join(&file).is_file(), "{file}");
            assert!(ran.out.contains(&file), "{file} is not in\n{}", ran.out);
        }
    }
    ran.says("Published 2 service lines to out: ");
}

#[test]
fn equal_content_gives_equal_bytes_on_one_core_and_on_many() {
    let folder = Folder::with(&["foot-care", "hand-care", "knee-care", "neck-care", "skin-care"]);
    folder.build(&[]).ended(0);
    let out = folder.tree("out");
    for (name, threads) in [("again", "0"), ("single", "1"), ("many", "7")] {
        let mut command = folder.command(&["build", "content", "--out", name, "--date", "2026-11-24"]);
        ran(command.env("RAYON_NUM_THREADS", threads)).ended(0);
        assert!(folder.tree(name) == out, "{name} differs");
    }
}

#[test]
fn a_faulty_service_line_keeps_what_was_published_before() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    folder.build(&[]).ended(0);
    let (before, manifest) = (folder.tree("out/foot-care"), folder.manifest());
    folder.edit("content/foot-care.yaml", "title: Foot care", "titel: Foot care");
    folder.edit("content/hand-care.yaml", "sore feet", "sore hands");
    folder
        .build(&[])
        .ended(1)
        .says("foot-care refused: 2 errors; its files of an earlier build stay")
        .says("did you mean `title`?");
    assert_eq!(folder.tree("out/foot-care"), before);
    assert!(folder.read("out/hand-care/en-US/hand-care.md").contains("sore hands"));

    let now = folder.manifest();
    let entries = |manifest: &serde_json::Value| -> Vec<_> {
        manifest["artifacts"].as_array().unwrap().iter().filter(|a| a["service"] == "foot-care").cloned().collect()
    };
    assert_eq!(entries(&now), entries(&manifest));
    assert_eq!(now["refused"], serde_json::json!(["foot-care"]));

    folder.edit("content/foot-care.yaml", "titel", "title");
    folder.build(&[]).ended(0);
    assert_eq!(folder.manifest()["refused"], serde_json::json!([]));
}

#[test]
fn a_file_that_cannot_be_read_as_content_is_refused_by_its_name() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    folder.write("content/foot-care.yaml", "id: [\n");
    folder.build(&[]).ended(1);
    assert_eq!(folder.manifest()["refused"], serde_json::json!(["foot-care"]));
}

#[test]
fn nothing_is_written_when_all_are_refused() {
    let folder = Folder::new();
    folder.write("content/foot-care.yaml", "id: foot-care\n");
    folder.build(&[]).ended(1).says("Nothing was published.");
    assert!(!folder.path("out").exists());
}

#[test]
fn an_error_of_the_organization_refuses_all_and_is_told_once() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    folder.edit("content/organization.yaml", "503-555-0102", "503-555-01");
    let ran = folder.build(&["--format", "json"]).ended(1);
    let phones: Vec<_> = ran.json().into_iter().filter(|problem| problem["code"] == "invalid-phone").collect();
    assert_eq!(phones.len(), 1);
    assert_eq!(phones[0]["file"], "content/organization.yaml");
    assert!(!folder.path("out").exists());
}

#[test]
fn two_files_of_one_service_line_are_both_named() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    folder.write("content/more/feet.yml", &service("foot-care"));
    let ran = folder.build(&["--format", "json"]).ended(1);
    let problems = ran.json();
    let clashes: Vec<_> = problems.iter().filter(|problem| problem["code"] == "duplicate-id").collect();
    let files: Vec<_> = clashes.iter().map(|problem| problem["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["content/foot-care.yaml", "content/more/feet.yml"]);
    let message =
        "`content/foot-care.yaml` and `content/more/feet.yml` describe the same service line: `foot-care` in `en-US`";
    assert!(clashes.iter().all(|problem| problem["message"] == message && problem["line"] == 1), "{clashes:?}");
    assert!(folder.path("out/hand-care").exists() && !folder.path("out/foot-care").exists());
}

#[test]
fn a_draft_shows_gaps_that_a_publication_refuses() {
    let folder = Folder::with(&["foot-care"]);
    folder.edit("content/foot-care.yaml", "title: Foot care", "title: { todo: ask the clinic }");
    folder.build(&[]).ended(1).says("error[gap]").says("build with --draft to see the gaps");
    folder.build(&["--draft"]).ended(0).says("Published 1 draft to out");
    assert!(folder.read("out/foot-care/en-US/foot-care.md").contains("ask the clinic"));
}

#[test]
fn warnings_refuse_only_where_they_are_denied() {
    let folder = Folder::with(&["foot-care"]);
    let late = ["build", "content", "-o", "out", "--channel", "markdown", "--date", "2030-01-01"];
    folder.run(&[&late[..], &["--deny", "warnings"]].concat()).ended(1).says("warning[review-overdue]");
    assert!(!folder.path("out").exists());
    folder.run(&late).ended(0).says("1 warning above.");
}

#[test]
fn a_hospital_can_lay_its_own_templates_over_the_built_in_ones() {
    let folder = Folder::with(&["foot-care"]);
    let phrases = include_str!("../../../../templates/locales/en/phrases.yaml");
    assert!(phrases.contains("\nsection.urgent: When to get help\n"));
    folder.write("content/templates/locales/en/phrases.yaml", &phrases.replace("When to get help", "Do not wait"));
    folder.build(&["--channel", "markdown"]).ended(0);
    assert!(folder.read("out/foot-care/en-US/foot-care.md").contains("Do not wait"));
    folder.write("content/templates/html/page.hbs", "{{#if");
    folder.build(&[]).ended(1).says("foot-care refused");
}

#[test]
fn one_channel_for_one_audience() {
    let folder = Folder::with(&["foot-care"]);
    folder.build(&["--channel", "html", "--channel", "html", "--audience", "clinician"]).ended(0);
    let names: Vec<_> = folder.tree("out").into_keys().collect();
    assert_eq!(names, ["foot-care/", "foot-care/en-US/", "foot-care/en-US/foot-care.html", "manifest.json"]);
}

#[test]
fn wrong_use_ends_with_2_and_says_what_to_do() {
    let folder = Folder::with(&["foot-care"]);
    let check = |arguments: &[&str], says: &str| {
        folder.run(arguments).ended(2).says(says);
        assert!(!folder.path("out").exists());
    };
    check(
        &["build", "content", "--out", "out", "--channel", "htm"],
        "no channel is called `htm`\n  help: did you mean `html`?",
    );
    check(&["build", "nowhere", "--out", "out"], "can't read nowhere: no such file or directory");
    check(&["build", "content", "--out", "out", "--date", "tomorrow"], "expected year, month and day");
    check(&["build", "content", "--out", "out", "--audience", "doctor"], "patient, caregiver, clinician");
    check(&["build", "content"], "--out");
    check(&["build", "content/organization.yaml", "--out", "out"], "describes no service line");
    std::fs::create_dir(folder.path("empty")).unwrap();
    check(&["build", "empty", "--out", "out"], "there is no service file in empty");
    check(&["built"], "build");
}

#[test]
fn what_is_no_service_file_is_passed_over() {
    let folder = Folder::with(&["b-care"]);
    for name in [
        "templates/x.yaml",
        "assets/x.json",
        ".hidden/x.yaml",
        ".x.yaml",
        "serviceline.yaml",
        "notes.txt",
        "more/organization.yml",
    ] {
        folder.write(&format!("content/{name}"), "{}\n");
    }
    folder.write("content/a/a-care.yaml", &service("a-care"));
    // The folder that is written to lies among the content.
    let arguments = ["build", "content", "--out", "content/out", "--date", "2026-11-24"];
    let ran = folder.run(&[&arguments[..], &["content/b-care.yaml"]].concat()).ended(0);
    assert!(ran.out.find("a-care/en-US/").unwrap() < ran.out.find("b-care/en-US/").unwrap());
    let before = folder.tree("content/out");
    folder.run(&arguments).ended(0).says("Published 2 service lines");
    assert_eq!(folder.tree("content/out"), before);
}

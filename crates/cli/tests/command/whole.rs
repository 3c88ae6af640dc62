//! A build is written whole or not at all.

use std::fs;

use crate::folder::Folder;

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = Folder::with(&["foot-care"]);
    folder.write("taken", "a file\n");
    for out in ["taken", "taken/site"] {
        let ran = folder.run(&["build", "content", "--out", out, "--date", "2026-11-24"]).ended(2);
        assert!(ran.err.starts_with("error: can't write taken"), "{}", ran.err);
    }
    assert_eq!(folder.read("taken"), "a file\n");
}

#[test]
fn a_build_that_fails_half_way_changes_nothing() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    folder.build(&[]).ended(0);
    // A folder stands where a file of the second service line belongs.
    let taken = folder.path("out/hand-care/en-US/hand-care.md");
    fs::remove_file(&taken).unwrap();
    fs::create_dir(&taken).unwrap();
    let before = folder.tree("out");
    for id in ["foot-care", "hand-care"] {
        folder.edit(&format!("content/{id}.yaml"), "title: Foot care", "title: Limb care");
    }
    folder.build(&[]).ended(2).says("hand-care.md: is a directory").says("nothing was changed");
    assert_eq!(folder.tree("out"), before);

    fs::remove_dir(&taken).unwrap();
    folder.build(&[]).ended(0);
    assert!(folder.read("out/foot-care/en-US/foot-care.md").contains("Limb care"));
}

#[test]
fn a_first_build_that_fails_leaves_no_folder() {
    let folder = Folder::with(&["foot-care"]);
    folder.write("out/manifest.json/x", "");
    let before = folder.tree("out");
    folder.build(&[]).ended(2);
    assert_eq!(folder.tree("out"), before);
    fs::remove_dir_all(folder.path("out")).unwrap();

    // A name that is too long for any file system is met only after the folders above it were made.
    let deep = format!("deep/folder/{}", "x".repeat(300));
    folder.run(&["build", "content", "--out", &deep, "--date", "2026-11-24"]).ended(2);
    assert!(!folder.path("deep").exists());
}

#[test]
fn a_service_line_that_one_channel_refuses_is_refused_by_all() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    let long = "We look after your feet. ".repeat(400);
    folder.edit("content/foot-care.yaml", "We look after your feet. ", &long);
    let ran = folder.build(&[]).ended(1).says("error[overset]").says("foot-care refused");
    assert!(!ran.out.contains("hand-care refused"));
    assert!(!folder.path("out/foot-care").exists() && folder.path("out/hand-care").exists());
}

#[test]
fn a_manifest_of_somebody_else_is_not_overwritten() {
    let folder = Folder::with(&["foot-care"]);
    folder.write("out/manifest.json", "{ \"name\": \"Some web app\" }\n");
    folder.build(&[]).ended(2).says("out/manifest.json was not written by this command");
    assert_eq!(folder.tree("out").len(), 1);
}

#[test]
fn a_reader_who_has_gone_stops_nothing() {
    let folder = Folder::with(&["foot-care"]);
    folder.edit("content/foot-care.yaml", "title", "titel");
    for arguments in [&["check", "content"][..], &["explain"], &["schema", "service"], &["--help"], &["man"]] {
        let mut command = folder.command(arguments);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output =
            command.stdout(writer).stderr(std::process::Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(i32::from(arguments[0] == "check")), "{arguments:?}");
    }
}

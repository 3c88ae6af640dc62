//! The manifest, and how a later build changes it.

use std::fs;

use serde_json::{Value, json};

use crate::folder::Folder;

#[test]
fn every_file_has_an_entry_that_is_true_of_it() {
    let folder = Folder::with(&["hand-care", "foot-care"]);
    folder.build(&[]).ended(0);
    let (manifest, mut files) = (folder.manifest(), folder.tree("out"));
    files.retain(|name, _| !name.ends_with('/') && name != "manifest.json");
    let artifacts = manifest["artifacts"].as_array().unwrap();
    assert_eq!(artifacts.len(), files.len());
    for entry in artifacts {
        let keys: Vec<_> = entry.as_object().unwrap().keys().cloned().collect();
        let mut expected = ["service", "language", "channel", "file", "media_type", "bytes", "sha256"];
        expected.sort_unstable();
        let mut keys = keys;
        keys.retain(|key| key != "content_security_policy");
        keys.sort_unstable();
        assert_eq!(keys, expected);
        assert_eq!(entry["bytes"], files[entry["file"].as_str().unwrap()].len());
        assert_eq!(entry["sha256"].as_str().unwrap().len(), 64);
    }
    let names: Vec<_> = artifacts.iter().map(|entry| entry["service"].as_str().unwrap()).collect();
    assert!(names.is_sorted());
    assert_eq!(manifest["refused"], json!([]));
}

#[test]
fn the_digest_is_the_one_that_others_compute() {
    let folder = Folder::with(&["foot-care"]);
    folder.build(&["--channel", "markdown"]).ended(0);
    let Ok(output) =
        std::process::Command::new("sha256sum").arg(folder.path("out/foot-care/en-US/foot-care.md")).output()
    else {
        return;
    };
    let digest = String::from_utf8(output.stdout).unwrap();
    assert_eq!(folder.manifest()["artifacts"][0]["sha256"], digest.split(' ').next().unwrap());
}

#[test]
fn entries_of_other_channels_and_other_service_lines_stay() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    folder.build(&[]).ended(0);
    let before = folder.manifest();
    folder.edit("content/foot-care.yaml", "sore feet", "tired feet");
    folder
        .run(&["build", "content/foot-care.yaml", "-o", "out", "--channel", "markdown", "--date", "2026-11-24"])
        .ended(0);
    let changed: Vec<_> = pairs(&before, &folder.manifest()).into_iter().filter(|(old, new)| old != new).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].1["file"], "foot-care/en-US/foot-care.md");
}

fn pairs(before: &Value, after: &Value) -> Vec<(Value, Value)> {
    let list = |manifest: &Value| manifest["artifacts"].as_array().unwrap().clone();
    let (before, after) = (list(before), list(after));
    assert_eq!(before.len(), after.len());
    before.into_iter().zip(after).collect()
}

#[test]
fn files_that_are_no_longer_made_are_removed() {
    let folder = Folder::with(&["foot-care"]);
    folder.build(&[]).ended(0);
    let fresh = folder.tree("out");
    let mut manifest = folder.manifest();
    add(&folder, &mut manifest, "fax", "foot-care/en-US/foot-care.tiff");
    add(&folder, &mut manifest, "fax", "foot-care/en-US/foot-care-pages/1.tiff");
    folder.build(&["--channel", "markdown"]).ended(0);
    assert!(folder.path("out/foot-care/en-US/foot-care.tiff").exists());
    folder.build(&[]).ended(0);
    assert_eq!(folder.tree("out"), fresh);
}

#[test]
fn a_changed_manifest_removes_no_file_of_somebody_else() {
    let folder = Folder::with(&["foot-care"]);
    folder.build(&[]).ended(0);
    let mut manifest = folder.manifest();
    for file in
        ["../precious.txt", "foot-care/en-US/../../precious.txt", "foot-care/en-US/precious.txt", "precious.txt"]
    {
        add(&folder, &mut manifest, "fax", file);
    }
    folder.build(&[]).ended(0);
    for file in ["precious.txt", "out/precious.txt", "out/foot-care/en-US/precious.txt"] {
        assert!(folder.path(file).exists(), "{file}");
    }
}

fn add(folder: &Folder, manifest: &mut Value, channel: &str, file: &str) {
    let path = folder.path("out").join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, "x").unwrap();
    manifest["artifacts"].as_array_mut().unwrap().push(json!({
        "service": "foot-care", "language": "en-US", "channel": channel, "file": file,
        "media_type": "image/tiff", "bytes": 1, "sha256": "",
    }));
    folder.write("out/manifest.json", &manifest.to_string());
}

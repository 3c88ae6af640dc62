//! Files are found by name, and a hospital's own come first.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use serviceline_templates::Templates;
use std::fs;
use std::path::Path;

const PHRASES: &str = "locales/en/phrases.yaml";

#[test]
fn every_file_on_disk_is_embedded_as_it_is() {
    let templates = Templates::builtin();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = templates.list("");
    assert!(names.contains(&PHRASES));
    for name in names {
        assert_eq!(templates.bytes(name).unwrap(), fs::read(root.join(name)).unwrap(), "{name}");
    }
}

#[test]
fn names_are_sorted_and_code_is_no_data() {
    let templates = Templates::builtin();
    let names = templates.list("");
    assert!(names.is_sorted());
    assert!(!names.iter().any(|name| name.starts_with("src/") || name.starts_with("tests/") || *name == "build.rs"));
}

#[test]
fn a_prefix_narrows_the_list() {
    let templates = Templates::builtin().overlay("locales/es/forms.yaml", "");
    let names = templates.list("locales/e");
    assert!(names.contains(&PHRASES) && names.contains(&"locales/es/forms.yaml"));
    assert!(names.iter().all(|name| name.starts_with("locales/e")));
    assert!(templates.list("no such folder/").is_empty());
}

#[test]
fn an_own_file_wins_and_leaves_the_original_alone() {
    let builtin = Templates::builtin();
    let own = builtin.clone().overlay(PHRASES, "a: b\n");
    assert_eq!(own.get(PHRASES), Some("a: b\n"));
    assert_eq!(own.list(PHRASES), [PHRASES]);
    assert_ne!(builtin.get(PHRASES), own.get(PHRASES));
}

#[test]
fn what_is_no_text_is_found_as_bytes_only() {
    let own = Templates::builtin().overlay("fonts/own.ttf", [0xff, 0x00]);
    assert_eq!(own.get("fonts/own.ttf"), None);
    assert_eq!(own.bytes("fonts/own.ttf"), Some(&[0xff, 0x00][..]));
    assert_eq!(own.bytes("fonts/none.ttf"), None);
}

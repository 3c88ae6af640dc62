//! Rules of the house that a test can hold.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under these folders, with its text.
fn sources(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let mut files = vec![];
    for folder in folders {
        collect(&root().join(folder), &mut files);
    }
    assert!(!files.is_empty());
    files
}

fn collect(path: &Path, files: &mut Vec<(PathBuf, String)>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), files);
        }
    } else if path.extension().is_some_and(|e| e == "rs") {
        files.push((path.to_owned(), std::fs::read_to_string(path).unwrap()));
    }
}

const LIBRARIES: &[&str] = &[
    "src",
    "crates/core/src",
    "crates/html/src",
    "crates/markdown/src",
    "crates/brochure/src",
    "crates/script/src",
    "templates/src",
];

/// No file has any of these words in its code; words in comments do not count.
fn check(folders: &[&str], forbidden: &[&str], why: &str) {
    for (path, text) in sources(folders) {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in forbidden {
                assert!(!code.contains(word), "{}:{}: `{word}`: {why}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn positions_survive_serde() {
    check(
        LIBRARIES,
        &["serde(untagged", "untagged)]", "flatten)]"],
        "untagged and flattened values lose their positions",
    );
}

#[test]
fn libraries_ask_nothing_of_the_machine() {
    let forbidden = [
        "SystemTime",
        "Instant::now",
        "std::env",
        "env::var",
        "Zoned::now",
        "Timestamp::now",
        "thread_rng",
        "HashMap",
        "HashSet",
    ];
    check(LIBRARIES, &forbidden, "equal inputs give equal bytes");
}

#[test]
fn libraries_write_no_files_and_read_them_in_one_place() {
    for (path, text) in sources(LIBRARIES) {
        let reads = text.lines().any(|line| line.contains("fs::") && !line.trim_start().starts_with("//"));
        assert!(!reads || path.ends_with("core/src/manuscript.rs"), "{} uses the file system", path.display());
        assert!(!text.contains("fs::write(") || text.contains("//! for file"), "{} writes files", path.display());
    }
}

#[test]
fn nothing_matches_on_the_id_of_a_channel() {
    for (path, text) in sources(&["src", "crates/core/src", "crates/cli/src"]) {
        for id in ["html", "markdown", "brochure", "script"] {
            for pattern in [format!("== \"{id}\""), format!("\"{id}\" =>"), format!("!= \"{id}\"")] {
                assert!(!text.contains(&pattern), "{} matches on the channel `{id}`", path.display());
            }
        }
    }
}

#[test]
fn no_channel_knows_another() {
    let channels = ["html", "markdown", "brochure", "script"];
    for channel in channels {
        let manifest = std::fs::read_to_string(root().join(format!("crates/{channel}/Cargo.toml"))).unwrap();
        for other in channels.iter().filter(|other| **other != channel) {
            assert!(!manifest.contains(&format!("serviceline-{other}")), "{channel} depends on {other}");
        }
    }
}

#[test]
fn no_file_is_several_rooms() {
    for (path, text) in sources(&["src", "crates", "templates", "tests", "examples", "benches"]) {
        let lines = text.lines().count();
        assert!(lines <= 500, "{} has {lines} lines", path.display());
    }
}

#[test]
fn every_snapshot_has_a_name() {
    let mut snapshots = vec![];
    find(&root().join("tests"), &mut snapshots);
    find(&root().join("crates"), &mut snapshots);
    assert!(!snapshots.is_empty());
    for snapshot in snapshots {
        let stem = snapshot.file_stem().unwrap().to_string_lossy().into_owned();
        let numbered =
            stem.rsplit('-').next().is_some_and(|last| !last.is_empty() && last.chars().all(|c| c.is_ascii_digit()));
        assert!(!numbered, "{} is numbered, not named", snapshot.display());
    }
}

fn find(path: &Path, snapshots: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            find(&entry.unwrap().path(), snapshots);
        }
    } else if path.extension().is_some_and(|e| e == "snap") {
        snapshots.push(path.to_owned());
    }
}

#[test]
fn the_readme_names_the_two_commands() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    for command in ["cargo run -- build examples/content --out out", "cargo test"] {
        assert!(readme.contains(command), "{command}");
    }
}

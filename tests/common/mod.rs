//! What the tests over all channels share: the corpus, and readers from outside.
#![allow(dead_code, reason = "each test file uses some of it")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};

use serviceline::{ArtifactFile, Date, Edition, Manuscript, Publisher, Purpose};

pub(crate) mod reader;

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The day on which everything here is published.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

/// A file of the corpus, and the purpose that it can be prepared for.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) file: PathBuf,
    pub(crate) purpose: Purpose,
}

impl Case {
    pub(crate) fn edition(&self, publisher: &Publisher) -> Edition {
        let manuscript = Manuscript::load(&self.file).unwrap();
        publisher
            .prepare(&manuscript, self.purpose, today())
            .unwrap_or_else(|report| panic!("{}:\n{report}", self.name))
    }
}

/// Every service file that can be published, and the one that can only be a draft.
pub(crate) fn corpus() -> Vec<Case> {
    let folders =
        ["examples/content/services", "tests/corpus/small", "tests/corpus/languages", "tests/corpus/pictures"];
    let mut cases: Vec<Case> = folders.iter().flat_map(|folder| services(folder)).collect();
    cases.push(Case {
        name: "as-received".into(),
        file: root().join("tests/corpus/as-received/services/spine-cancer.yaml"),
        purpose: Purpose::Draft,
    });
    cases
}

fn services(folder: &str) -> Vec<Case> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| {
        let stem = file.file_stem().unwrap().to_string_lossy();
        file.extension().is_some_and(|e| e == "yaml" || e == "json") && stem != "organization" && stem != "serviceline"
    });
    files.sort();
    let case = |file: PathBuf| Case {
        name: file.file_stem().unwrap().to_string_lossy().into(),
        file,
        purpose: Purpose::Publication,
    };
    files.into_iter().map(case).collect()
}

/// The text of a published file, as a reader from outside extracts it.
pub(crate) fn text_of(file: &ArtifactFile) -> String {
    match file.media_type() {
        "text/html" => reader::html(std::str::from_utf8(file.bytes()).unwrap()),
        "text/markdown" => reader::markdown(std::str::from_utf8(file.bytes()).unwrap()),
        "application/pdf" => reader::pdf(file.bytes()),
        _ => String::from_utf8(file.bytes().to_vec()).unwrap(),
    }
}

//! The files beside a service file that say the same in other languages.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use super::{files_in, read_source};
use crate::{
    decode::decode,
    model::{LanguageTag, ServiceLine, Slug},
    tree::{self, Limits},
};

/// What tells whether a file is a translation.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Head {
    id: Slug,
    language: Option<LanguageTag>,
}

/// The languages of the files beside `path` that have its name up to the first dot, its id, and another language. What
/// is wrong with them is reported when they are loaded themselves.
pub(super) fn beside(path: &Path, service: &ServiceLine) -> Vec<LanguageTag> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut files: Vec<PathBuf> = files_in(folder).filter(|file| is_named_like(file, path)).collect();
    files.sort();
    let heads = files.iter().filter_map(|file| head(file));
    let same = heads.filter(|head| head.id == service.id).filter_map(|head| head.language);
    let mut languages: Vec<LanguageTag> = same.filter(|language| *language != service.language).collect();
    languages.sort();
    languages.dedup();
    languages
}

fn is_named_like(file: &Path, path: &Path) -> bool {
    let first = |path: &Path| {
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        name.split('.').next().unwrap_or_default().to_owned()
    };
    let is_source =
        file.extension().and_then(OsStr::to_str).is_some_and(|kind| matches!(kind, "yaml" | "yml" | "json"));
    is_source && file.file_name() != path.file_name() && first(file) == first(path)
}

fn head(file: &Path) -> Option<Head> {
    let mut faults = Vec::new();
    let source = read_source(file, &mut faults).ok()?;
    let tree = tree::parse(&source, Limits::default(), &mut faults)?;
    Some(decode(tree, &source, &mut faults).0)
}

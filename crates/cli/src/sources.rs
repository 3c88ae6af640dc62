//! Finding the service files that the arguments name.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use crate::{failure::Failure, manifest::Manifest};

/// The service files that `paths` name, each once: a file stands for itself, a folder for all service files below it, in
/// order of their names.
///
/// # Errors
///
/// A path that isn't there or can't be read, one that is no service file, and a folder without any.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let (mut found, mut seen) = (vec![], BTreeSet::new());
    for path in paths {
        let kind = fs::metadata(path).map_err(|error| Failure::reading(path, &error))?;
        let mut files = vec![];
        if kind.is_dir() {
            // Below the present folder, names are shorter without a dot before them.
            walk(if path == Path::new(".") { Path::new("") } else { path }, &mut files)?;
            if files.is_empty() {
                return Err(no_files(path));
            }
        } else {
            files.push(single(path)?);
        }
        found.extend(
            files.into_iter().filter(|file| seen.insert(fs::canonicalize(file).unwrap_or_else(|_| file.clone()))),
        );
    }
    Ok(found)
}

fn single(path: &Path) -> Result<PathBuf, Failure> {
    if is_shared(path) {
        let message = format!("{} describes no service line", path.display());
        return Err(Failure::new(message)
            .help("it is read together with each service file: name one of those, or their folder"));
    }
    Ok(path.to_owned())
}

fn no_files(path: &Path) -> Failure {
    Failure::new(format!("there is no service file in {}", path.display()))
        .help("service files are *.yaml, *.yml or *.json, in this folder or in one below it")
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let failed = |error: std::io::Error| Failure::reading(here, &error);
    let mut entries = fs::read_dir(here).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (name, path) = (entry.file_name(), folder.join(entry.file_name()));
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        // Links to folders are not followed: they may lead round in a circle.
        if entry.file_type().map_err(failed)?.is_dir() {
            if name != "templates" && name != "assets" && Manifest::at(&path).is_none() {
                walk(&path, files)?;
            }
        } else if is_source(&path) && !is_shared(&path) && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

fn is_source(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|extension| matches!(extension, "yaml" | "yml" | "json"))
}

/// What service files share: the organization and the options of channels.
fn is_shared(path: &Path) -> bool {
    is_source(path) && path.file_stem().is_some_and(|stem| stem == "organization" || stem == "serviceline")
}

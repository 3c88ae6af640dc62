//! A hospital's own templates, laid over the built-in ones.

use std::{fs, io, path::Path};

use serviceline::Templates;

use crate::failure::Failure;

/// The built-in templates with the files of the folder `templates` beside the organization's file laid over them, or
/// nothing if there is no such folder.
///
/// # Errors
///
/// A file or folder that can't be read.
pub(crate) fn beside(organization: &Path) -> Result<Option<Templates>, Failure> {
    let folder = organization.join("templates");
    if !folder.is_dir() {
        return Ok(None);
    }
    overlay(&folder, "", Templates::builtin()).map(Some)
}

fn overlay(folder: &Path, prefix: &str, mut templates: Templates) -> Result<Templates, Failure> {
    let failed = |error: io::Error| Failure::reading(folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (file, path) = (entry.file_name(), entry.path());
        // A name that isn't Unicode is the name of no template.
        let Some(name) = file.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let name = format!("{prefix}{name}");
        if entry.file_type().map_err(failed)?.is_dir() {
            templates = overlay(&path, &format!("{name}/"), templates)?;
        } else if path.is_file() {
            templates = templates.overlay(name, fs::read(&path).map_err(|error| Failure::reading(&path, &error))?);
        }
    }
    Ok(templates)
}

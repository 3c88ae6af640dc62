//! `serviceline templates`, and a hospital's own templates, laid over the built-in ones.

use std::{fs, io, path::Path};

use serviceline::Templates;

use crate::{
    Outcome,
    args::{self, TemplatesCommand, TemplatesEject},
    failure::Failure,
    output::{self, NewFile},
    screen,
};

/// Lists the built-in templates, or writes them out.
pub(crate) fn templates(args: &args::Templates) -> Result<Outcome, Failure> {
    let builtin = Templates::builtin();
    match &args.command {
        TemplatesCommand::List(list) => {
            let names = chosen(&builtin, &list.names)?;
            screen::print(&format!("{}\n", names.join("\n")))?;
        }
        #[cfg(feature = "html")]
        TemplatesCommand::Fields(fields) => screen::print(&described(&fields.name)?)?,
        TemplatesCommand::Eject(eject) => {
            let names = chosen(&builtin, &eject.names)?;
            write_out(&builtin, &names, eject)?;
        }
    }
    Ok(Outcome::Fine)
}

/// The templates that are called so, or lie in a folder that is called so; all of them, if none is called.
fn chosen<'t>(builtin: &'t Templates, names: &[String]) -> Result<Vec<&'t str>, Failure> {
    let all = builtin.list("");
    let is = |file: &str, name: &str| {
        let rest = file.strip_prefix(name.trim_end_matches('/'));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if let Some(name) = names.iter().find(|name| !all.iter().any(|file| is(file, name))) {
        return Err(Failure::unknown("template", name, &all));
    }
    Ok(all.into_iter().filter(|file| names.is_empty() || names.iter().any(|name| is(file, name))).collect())
}

/// The fields of a template of the page, a line each.
#[cfg(feature = "html")]
fn described(name: &str) -> Result<String, Failure> {
    let builtin = Templates::builtin();
    let short = name.strip_prefix("html/").and_then(|name| name.strip_suffix(".hbs")).unwrap_or(name);
    let Some(fields) = serviceline::html::Html::default().fields(short) else {
        return Err(Failure::unknown("template of the page", name, &builtin.list("html/")));
    };
    let width = fields.iter().map(|field| field.path.len()).max().unwrap_or_default();
    let line = |field: &serviceline::html::TemplateField| {
        let absent = if field.optional { ", may be absent" } else { "" };
        format!("{:width$}  {}{absent}: {}\n", field.path, field.kind, field.about)
    };
    Ok(fields.iter().map(line).collect())
}

fn write_out(builtin: &Templates, names: &[&str], eject: &TemplatesEject) -> Result<(), Failure> {
    let files: Vec<NewFile<'_>> =
        names.iter().filter_map(|name| Some(NewFile { name, bytes: builtin.bytes(name)? })).collect();
    let changed = |file: &&NewFile<'_>| {
        let there = eject.out.join(file.name);
        there.exists() && !fs::read(there).is_ok_and(|bytes| bytes == file.bytes)
    };
    if let Some(file) = files.iter().filter(|_| !eject.overwrite).find(changed) {
        let there = eject.out.join(file.name);
        let failure = Failure::new(format!("{} is there, and is not the built-in one", there.display()));
        return Err(failure.help("nothing was written; name other templates, or take --overwrite to lose its changes"));
    }
    output::write(&eject.out, &files, &[])?;
    let (count, s) = (files.len(), if files.len() == 1 { "" } else { "s" });
    screen::print(&format!("Wrote {count} template{s} to {}.\n", eject.out.display()))
}

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

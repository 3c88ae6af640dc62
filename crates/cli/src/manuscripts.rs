//! The service lines of a run: what was read from each file, and which files describe the same.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use serviceline::{Diagnostic, Manuscript};

use crate::failure::Failure;

/// What was read from a service file.
#[derive(Debug)]
pub(crate) struct Submission {
    pub(crate) file: PathBuf,
    pub(crate) manuscript: Manuscript,
    /// Other files describe the same service line in the same language.
    pub(crate) clash: Option<Diagnostic>,
}

impl Submission {
    /// The id of the service line. Where it could not be read the name of the file has to do.
    pub(crate) fn id(&self) -> &str {
        match self.manuscript.service().id.as_str() {
            "" => self.file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("unnamed"),
            id => id,
        }
    }
}

/// Reads all service files.
///
/// # Errors
///
/// The first file that can't be read.
pub(crate) fn load(files: Vec<PathBuf>) -> Result<Vec<Submission>, Failure> {
    let read = |file: PathBuf| match Manuscript::load(&file) {
        Ok(manuscript) => Ok(Submission { file, manuscript, clash: None }),
        Err(error) => Err(Failure::reading(&file, &error)),
    };
    let mut submissions = files.into_par_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    find_clashes(&mut submissions);
    Ok(submissions)
}

/// Two files with the same id and language would be written to the same place.
fn find_clashes(submissions: &mut [Submission]) {
    let mut groups: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (at, submission) in submissions.iter().enumerate() {
        let service = submission.manuscript.service();
        if !service.id.as_str().is_empty() {
            // Some file systems don't tell `en-us` from `en-US`.
            let language = service.language.as_str().to_ascii_lowercase();
            groups.entry((service.id.to_string(), language)).or_default().push(at);
        }
    }
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let names = few(group.iter().map(|at| quoted(&submissions[*at].file)).collect());
        for at in group {
            let submission = &mut submissions[at];
            submission.clash = Some(clash(&submission.manuscript, &names));
        }
    }
}

fn clash(manuscript: &Manuscript, names: &[String]) -> Diagnostic {
    let service = manuscript.service();
    let (last, others) =
        names.split_last().map_or(("", String::new()), |(last, others)| (last.as_str(), others.join(", ")));
    let message =
        format!("{others} and {last} describe the same service line: `{}` in `{}`", service.id, service.language);
    let problem = Diagnostic::error("duplicate-id", message).at_path("id");
    let problem = problem.help("give one of them another `id`, or another `language` if it is a translation");
    match manuscript.place("id") {
        Some(place) => problem.at(place),
        None => problem,
    }
}

/// The first names; how many more there are stands for the rest.
fn few(mut names: Vec<String>) -> Vec<String> {
    let more = names.len().saturating_sub(3);
    if more > 1 {
        names.truncate(3);
        names.push(format!("{more} more files"));
    }
    names
}

fn quoted(file: &Path) -> String {
    format!("`{}`", file.display())
}

//! What a build changes in its folder: new files, files that are no longer made, and the manifest.

use std::{collections::BTreeSet, path::Path};

use serviceline::{
    ChannelInfo,
    model::{LanguageTag, Slug},
};
use sha2::{Digest as _, Sha256};

use crate::{
    failure::Failure,
    manifest::{self, Entry, Manifest},
    output::{self, NewFile},
    publishing::Issue,
};

/// The files of a build and the manifest that goes with them.
pub(crate) struct Release<'i> {
    files: Vec<(Entry, &'i [u8])>,
    stale: Vec<String>,
    manifest: Manifest,
}

impl<'i> Release<'i> {
    /// What these issues make of a folder with the manifest `before`. Entries of service lines that were refused, that
    /// were not asked for, or of channels other than `only`, stay as they are.
    pub(crate) fn plan(before: Manifest, issues: &'i [Issue], only: Option<&[ChannelInfo]>) -> Self {
        let files: Vec<(Entry, &[u8])> = issues.iter().flat_map(entries).collect();
        let rebuilt: BTreeSet<(&str, &str)> = issues
            .iter()
            .filter_map(|issue| issue.published.as_ref())
            .map(|published| (published.id.as_str(), published.language.as_str()))
            .collect();
        let replaced = |entry: &Entry| {
            rebuilt.contains(&(entry.service.as_str(), entry.language.as_str()))
                && only.is_none_or(|channels| channels.iter().any(|channel| channel.id == entry.channel))
        };
        let Manifest { artifacts, mut refused } = before;
        let (old, mut artifacts): (Vec<Entry>, Vec<Entry>) = artifacts.into_iter().partition(replaced);
        artifacts.extend(files.iter().map(|(entry, _)| entry.clone()));
        artifacts.sort();
        let names: BTreeSet<&str> = artifacts.iter().map(|entry| entry.file.as_str()).collect();
        let stale = old.iter().filter(|entry| entry.is_own() && !names.contains(entry.file.as_str()));
        let stale = stale.map(|entry| entry.file.clone()).collect();
        refused.retain(|id| issues.iter().all(|issue| issue.name != *id));
        refused.extend(issues.iter().filter(|issue| issue.published.is_none()).map(|issue| issue.name.clone()));
        Self { files, stale, manifest: Manifest { artifacts, refused } }
    }

    /// The entries of what is written, in the order of the issues.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.files.iter().map(|(entry, _)| entry)
    }

    /// Whether files of an earlier build of this service line stay.
    pub(crate) fn keeps(&self, service: &str) -> bool {
        self.manifest.artifacts.iter().any(|entry| entry.service == service)
    }

    /// Writes the files and then the manifest.
    ///
    /// # Errors
    ///
    /// A file that can't be written. Nothing is changed then.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Failure> {
        let json = self.manifest.to_json()?;
        let mut files: Vec<NewFile<'_>> =
            self.files.iter().map(|(entry, bytes)| NewFile { name: &entry.file, bytes }).collect();
        files.push(NewFile { name: manifest::NAME, bytes: json.as_bytes() });
        output::write(folder, &files, &self.stale)
    }
}

fn entries(issue: &Issue) -> impl Iterator<Item = (Entry, &[u8])> {
    issue.published.iter().flat_map(|published| {
        let folder = folder(&published.id, &published.language);
        published.artifacts.iter().flat_map(move |(channel, artifact)| {
            let folder = folder.clone();
            artifact.files().iter().map(move |file| {
                let entry = Entry {
                    service: published.id.to_string(),
                    language: published.language.to_string(),
                    channel: channel.id.to_owned(),
                    file: format!("{folder}/{}", file.name()),
                    media_type: file.media_type().to_owned(),
                    bytes: file.bytes().len() as u64,
                    sha256: hexadecimal(&Sha256::digest(file.bytes())),
                };
                (entry, file.bytes())
            })
        })
    })
}

/// Where the files of a service line lie. Letters, digits and hyphens are all that these types hold, so that the name
/// stays within the folder of the build.
fn folder(service: &Slug, language: &LanguageTag) -> String {
    format!("{service}/{language}")
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

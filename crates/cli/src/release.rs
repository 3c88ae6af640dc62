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

/// A file that belongs to no service line but to all of them: a list, a map.
pub(crate) struct Common {
    /// Its name, in the folder of the build itself.
    pub(crate) name: String,
    /// Empty, if it has none.
    pub(crate) language: String,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// What stands for a channel in the entries of common files.
const COMMON: &str = "site";

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

    /// The same with the files that belong to all service lines; those of an earlier build stay if there are none.
    pub(crate) fn with_common(mut self, common: &'i [Common]) -> Self {
        if common.is_empty() {
            return self;
        }
        let (old, kept): (Vec<Entry>, Vec<Entry>) =
            self.manifest.artifacts.into_iter().partition(|entry| entry.service.is_empty());
        let files = common.iter().map(|file| {
            let mut entry = entry(file.name.clone(), file.media_type, &file.bytes);
            (entry.language, entry.channel) = (file.language.clone(), COMMON.to_owned());
            (entry, file.bytes.as_slice())
        });
        self.files.extend(files);
        let is_new = |name: &str| common.iter().any(|file| file.name == name);
        self.stale.extend(old.into_iter().filter(|old| old.is_own() && !is_new(&old.file)).map(|old| old.file));
        let added = self.files.iter().rev().take(common.len()).map(|(entry, _)| entry.clone());
        self.manifest.artifacts = kept.into_iter().chain(added).collect();
        self.manifest.artifacts.sort();
        self
    }

    /// The Content-Security-Policy that allows every page that is written, and nothing else.
    #[cfg(feature = "html")]
    pub(crate) fn policy(&self) -> Option<String> {
        let pages = self.files.iter().filter(|(entry, _)| entry.content_security_policy.is_some());
        let mut pages = pages.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()).peekable();
        pages.peek()?;
        let mut policy = serviceline::html::Policy::default();
        pages.for_each(|page| policy.allow(page));
        Some(policy.to_string())
    }
    /// Without pages, no policy.
    #[cfg(not(feature = "html"))]
    pub(crate) fn policy(&self) -> Option<String> {
        None
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
                    ..entry(format!("{folder}/{}", file.name()), file.media_type(), file.bytes())
                };
                (entry, file.bytes())
            })
        })
    })
}

/// What the manifest says of any file.
fn entry(file: String, media_type: &str, bytes: &[u8]) -> Entry {
    Entry {
        service: String::new(),
        language: String::new(),
        channel: String::new(),
        file,
        media_type: media_type.to_owned(),
        bytes: bytes.len() as u64,
        sha256: hexadecimal(&Sha256::digest(bytes)),
        content_security_policy: policy(media_type, bytes),
    }
}

/// The policy of a page that stands alone; nothing for other files, and for parts of other pages.
#[cfg(feature = "html")]
fn policy(media_type: &str, bytes: &[u8]) -> Option<String> {
    let page = bytes.starts_with(b"<!DOCTYPE html>").then(|| std::str::from_utf8(bytes).ok()).flatten()?;
    media_type.starts_with("text/html").then(|| serviceline::html::Policy::of(page).to_string())
}
#[cfg(not(feature = "html"))]
fn policy(_: &str, _: &[u8]) -> Option<String> {
    None
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

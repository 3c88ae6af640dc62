//! `manifest.json`: what a folder of published files holds, for the programs that take it from there.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Component, Path},
};

use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// The name of the manifest in its folder.
pub(crate) const NAME: &str = "manifest.json";

/// All files of a folder of published files, in order of their names, and the service lines that were refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) artifacts: Vec<Entry>,
    pub(crate) refused: BTreeSet<String>,
}

/// A published file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Empty for a file that belongs to all service lines.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) service: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) language: String,
    pub(crate) channel: String,
    /// Its name, from the folder of the manifest, with `/` between its parts.
    pub(crate) file: String,
    pub(crate) media_type: String,
    pub(crate) bytes: u64,
    /// Of its bytes, in lower-case hexadecimal digits.
    pub(crate) sha256: String,
    /// The header that allows this page, and nothing else, to use what is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) content_security_policy: Option<String>,
}

impl Manifest {
    /// The manifest in `folder`, if there is one.
    ///
    /// # Errors
    ///
    /// A file of that name that can't be read or that this command didn't write.
    pub(crate) fn load(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = folder.join(NAME);
        match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|_| {
                Failure::new(format!("{} was not written by this command", path.display()))
                    .help("choose another folder, or remove that file if it is damaged")
            }),
            // That the folder itself is no folder shows when it is written to.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(Failure::reading(&path, &error)),
        }
    }
    /// The manifest in `folder`, if this command wrote one there.
    pub(crate) fn at(folder: &Path) -> Option<Self> {
        Self::load(folder).ok().flatten()
    }
    /// As it is written to its file.
    pub(crate) fn to_json(&self) -> Result<String, Failure> {
        let json = serde_json::to_string_pretty(self);
        json.map(|json| json + "\n").map_err(|error| Failure::new(format!("can't write {NAME}: {error}")))
    }
}

impl Entry {
    /// Whether the file lies where this command would have put it. A manifest that somebody has changed must not make it
    /// remove other files.
    pub(crate) fn is_own(&self) -> bool {
        let inside = Path::new(&self.file).components().all(|part| matches!(part, Component::Normal(_)));
        if self.service.is_empty() {
            return inside && !self.file.contains(['/', '\\']) && self.file != NAME;
        }
        inside && self.file.starts_with(&format!("{}/{}/{}", self.service, self.language, self.service))
    }
}

//! Everything that a hospital may want to change, as files: templates, phrases, locales, fonts and brochure formats.
//!
//! The files lie beside this code in `locales/`, `html/`, `script/`, `brochure/` and `fonts/`, and are embedded when it is
//! built, so a program that publishes needs no folder of data next to it. A file is found by its path in this package.
//! A hospital lays its own files over the built-in ones with [`Templates::overlay`]; what it does not bring stays as it is.
//!
//! This crate knows nothing about what the files mean: the crate that uses a file reads and checks it.
//!
//! ```
//! use serviceline_templates::Templates;
//!
//! let own = Templates::builtin().overlay("locales/en/phrases.yaml", "contact: How to reach us\n");
//! assert_eq!(own.get("locales/en/phrases.yaml"), Some("contact: How to reach us\n"));
//! assert!(own.get("locales/en/forms.yaml").is_some());
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// The files that a publisher works with: the built-in ones, and those that a hospital has laid over them.
///
/// A clone shares the files, so that it costs next to nothing.
#[derive(Clone, Default)]
pub struct Templates {
    own: Arc<BTreeMap<String, Own>>,
}

/// A built-in file. Text was checked to be UTF-8 when the package was built.
#[derive(Clone, Copy)]
enum Contents {
    Text(&'static str),
    Bytes(&'static [u8]),
}

/// A file laid over the built-in ones.
#[derive(Clone)]
enum Own {
    Text(String),
    Bytes(Vec<u8>),
}

/// The built-in files, sorted by name.
const BUILTIN: &[(&str, Contents)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

impl Templates {
    /// The built-in files alone.
    #[must_use]
    pub fn builtin() -> Self {
        Self::default()
    }

    /// The same files, with one laid over: `contents` is what is found under `name` from now on.
    ///
    /// `name` is the path with `/` between its parts, as in `html/page.hbs`. It need not be the name of a built-in file.
    #[must_use]
    pub fn overlay(mut self, name: impl Into<String>, contents: impl Into<Vec<u8>>) -> Self {
        let own = match String::from_utf8(contents.into()) {
            Ok(text) => Own::Text(text),
            Err(error) => Own::Bytes(error.into_bytes()),
        };
        Arc::make_mut(&mut self.own).insert(name.into(), own);
        self
    }

    /// The text of a file, or nothing if there is no such file or it is no UTF-8 text.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        match self.own.get(name) {
            Some(Own::Text(text)) => Some(text),
            Some(Own::Bytes(_)) => None,
            None => match builtin(name)? {
                Contents::Text(text) => Some(text),
                Contents::Bytes(_) => None,
            },
        }
    }

    /// The bytes of a file, text or not.
    #[must_use]
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        match self.own.get(name) {
            Some(Own::Text(text)) => Some(text.as_bytes()),
            Some(Own::Bytes(bytes)) => Some(bytes),
            None => match builtin(name)? {
                Contents::Text(text) => Some(text.as_bytes()),
                Contents::Bytes(bytes) => Some(bytes),
            },
        }
    }

    /// The names of all files that begin with `prefix`, sorted, each once. An empty prefix lists everything.
    #[must_use]
    pub fn list(&self, prefix: &str) -> Vec<&str> {
        let first = BUILTIN.partition_point(|(name, _)| *name < prefix);
        let builtin = BUILTIN[first..].iter().map(|(name, _)| *name);
        let own = self.own.keys().map(String::as_str);
        let names: BTreeSet<&str> = builtin
            .take_while(|name| name.starts_with(prefix))
            .chain(own.filter(|name| name.starts_with(prefix)))
            .collect();
        names.into_iter().collect()
    }
}

impl Templates {
    /// The names of the files that begin with `prefix` and are laid over the built-in ones, sorted.
    pub fn own<'t>(&'t self, prefix: &'t str) -> impl Iterator<Item = &'t str> {
        self.own.keys().map(String::as_str).filter(move |name| name.starts_with(prefix))
    }
}

impl fmt::Debug for Templates {
    /// Lists the overlay by name; the contents would fill screens.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own: Vec<_> = self.own.keys().collect();
        formatter.debug_struct("Templates").field("own", &own).finish_non_exhaustive()
    }
}

fn builtin(name: &str) -> Option<Contents> {
    let at = BUILTIN.binary_search_by(|(other, _)| (*other).cmp(name)).ok()?;
    BUILTIN.get(at).map(|(_, contents)| *contents)
}

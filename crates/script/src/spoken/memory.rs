//! What was said before: most texts of a hospital are said again in its next script.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

/// Texts with how they are said. A clone remembers nothing.
#[derive(Default)]
pub(super) struct Memory {
    /// By text, in each place that it was said in.
    known: Mutex<BTreeMap<String, Vec<Place>>>,
}

/// What stood before and after a text, and how it was said there.
struct Place {
    before: String,
    after: String,
    said: String,
}

/// Enough for a dozen service lines; beyond that all are forgotten, and worked out again when they are needed.
const MOST: usize = 4096;

impl Memory {
    /// How a text is said between two others, from memory or worked out now.
    pub(super) fn get(&self, before: &str, text: &str, after: &str, say: impl FnOnce() -> String) -> String {
        let here = |place: &&Place| place.before == before && place.after == after;
        if let Some(places) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(text)
            && let Some(place) = places.iter().find(here)
        {
            return place.said.clone();
        }
        let said = say();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST || known.get(text).is_some_and(|places| places.len() >= MOST) {
            known.clear();
        }
        let place = Place { before: before.to_owned(), after: after.to_owned(), said: said.clone() };
        known.entry(text.to_owned()).or_default().push(place);
        said
    }
}

impl Clone for Memory {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        write!(f, "Memory({})", known.len())
    }
}

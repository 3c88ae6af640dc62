//! Files that the content names: pictures and fonts.

use std::any::Any;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// A file that the content names: a picture or a font.
///
/// What a channel makes of it for every document, such as a picture decoded, is made once and kept with it.
///
/// ```
/// use serviceline_core::Asset;
///
/// let asset = Asset::new("assets/note.txt", *b"two words");
/// let words = asset.made(|bytes| bytes.split(u8::is_ascii_whitespace).count());
/// assert_eq!(*words, 2);
/// ```
#[derive(Clone)]
pub struct Asset {
    /// Its name, as the content writes it.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// What channels made of the bytes, one of each type.
    made: Arc<Mutex<Vec<Arc<dyn Any + Send + Sync>>>>,
}

impl Asset {
    /// A file of this name.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { name: name.into(), bytes: bytes.into(), made: Arc::default() }
    }

    /// What `make` makes of the bytes. It is called once for each type `T`, for this asset and its clones, so it must
    /// depend on the bytes alone.
    pub fn made<T: Any + Send + Sync>(&self, make: impl FnOnce(&Arc<[u8]>) -> T) -> Arc<T> {
        if let Some(known) = self.known() {
            return known;
        }
        let new = Arc::new(make(&self.bytes));
        self.known().unwrap_or_else(|| {
            self.made.lock().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(&new) as _);
            new
        })
    }

    fn known<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.iter().find_map(|any| Arc::clone(any).downcast().ok())
    }
}

impl PartialEq for Asset {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.bytes == other.bytes
    }
}

impl Eq for Asset {}

impl fmt::Debug for Asset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Asset({}, {} bytes)", self.name, self.bytes.len())
    }
}

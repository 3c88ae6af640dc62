//! Where a piece of content stands in its description, in the words an author would use: `reasons[2].body`.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

/// The path of a field from the root of its file: names joined by dots, items of a list by their index from zero.
///
/// Paths are compared as text. A clone is cheap, because a path accompanies every word of a document.
///
/// ```
/// use serviceline_core::path::FieldPath;
///
/// let reason = FieldPath::from("reasons").item(2).field("body");
/// assert_eq!(reason.as_str(), "reasons[2].body");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct FieldPath(Arc<str>);

impl FieldPath {
    /// Tells apart the leaves of one edition without comparing text: their clones share it.
    pub(crate) fn key(&self) -> usize {
        Arc::as_ptr(&self.0).cast::<u8>().addr()
    }

    /// The path of the whole file, written as nothing.
    #[must_use]
    pub fn root() -> Self {
        Self(Arc::from(""))
    }

    /// The path of the field `name` in the group at this path.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        if self.0.is_empty() { name.into() } else { format!("{}.{name}", self.0).into() }
    }

    /// The path of the item `index`, counted from zero, in the list at this path.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        format!("{}[{index}]", self.0).into()
    }

    /// The path as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for FieldPath {
    fn default() -> Self {
        Self::root()
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldPath({})", self.0)
    }
}

impl From<&str> for FieldPath {
    fn from(path: &str) -> Self {
        Self(path.into())
    }
}

impl From<String> for FieldPath {
    fn from(path: String) -> Self {
        Self(path.into())
    }
}

impl AsRef<str> for FieldPath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

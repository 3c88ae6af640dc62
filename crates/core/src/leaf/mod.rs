//! The two leaf types that hold published content: [`Text`] for words and [`Fact`] for everything else.
//!
//! A leaf knows its place in the source ([`FieldPath`]), once an edition has been prepared, and can be a gap: something
//! that its author knows to be missing (`todo: "..."`). No other type of the model holds anything that a reader sees.

mod fact;
mod text;

use crate::path::FieldPath;

pub use fact::{Fact, FactValue};
pub(crate) use text::Parsed;
pub use text::Text;

/// What a reference outside prose points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A phone line.
    Phone,
    /// A link.
    Link,
    /// A claim.
    Claim,
    /// A place.
    Location,
    /// A schedule, a phone line's or a place's.
    Hours,
    /// A term: glossary, conditions, tests, treatments and team share their ids.
    Term,
}

/// What texts and facts have in common: a place, and being empty, known or a gap.
pub trait Leaf {
    /// Where it stands in its source; empty until an edition is prepared.
    fn place(&self) -> &FieldPath;
    /// Nothing was given: neither content nor a gap.
    fn is_empty(&self) -> bool;
    /// The author's note on what is missing.
    fn gap(&self) -> Option<&str>;
    #[doc(hidden)]
    fn stamp(&mut self, place: FieldPath);
    #[doc(hidden)]
    fn set_gap(&mut self, note: &str);
    /// What it refers to, if it is a reference.
    fn reference(&self) -> Option<(Target, &str)> {
        None
    }
    /// The text itself, if this leaf is one.
    fn as_text(&self) -> Option<&Text> {
        None
    }
    #[doc(hidden)]
    fn as_text_mut(&mut self) -> Option<&mut Text> {
        None
    }
}

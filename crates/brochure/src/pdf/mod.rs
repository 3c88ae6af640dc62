//! The file: what stands on its pages, what that means, and how it is written (ISO 32000-1).

pub(crate) mod canvas;
mod deflate;
pub(crate) mod file;
pub(crate) mod finish;
mod number;
pub(crate) mod outline;
mod pack;
mod pool;
mod structure;
pub(crate) mod subsets;
pub(crate) mod tags;
mod text;
pub(crate) mod xmp;

pub(crate) use text::{literal, text};

/// A count as PDF writes numbers.
pub(crate) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

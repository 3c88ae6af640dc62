//! Generated contents for property tests and benches: valid, of any shape, and never of any medical meaning.
//!
//! [`content`] makes a service line with its organization; [`canary`] turns every text of one into a word that occurs
//! nowhere else, so that an outside reader of a published file can tell which texts are in it.

mod calls;
mod canary;
mod generate;

pub use canary::{Canary, canary};
pub use generate::{Specimen, content, sentence};

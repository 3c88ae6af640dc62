//! Spoken forms: what a written text becomes when somebody reads it aloud.
//!
//! "Call 614-555-0142, Mon-Fri, 8 a.m. to 5 p.m." is said "Call six one four ... five five five ... zero one four two,
//! Monday through Friday, eight A M to five P M". The word lists stand in `locales/<language>/spoken.yaml`; the modules here
//! know only how to find a written form in a text and how the language builds its numbers. They know nothing of phone
//! scripts: no cue, no layout, no content model.

mod accents;
mod familiar;
mod join;
mod letters;
mod measure;
mod memory;
mod moment;
mod number;
mod ordinary;
mod phone;
mod rules;
mod slash;
mod speaker;
mod token;
mod web;

#[cfg(test)]
mod tests;

pub use number::Thousands;
pub use speaker::{Form, Letters, Speaker};

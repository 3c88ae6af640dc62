//! The typed content of a service line, its checks, and the contract of a channel.
//!
//! ```text
//! files --load--> Manuscript --prepare--> Edition --select--> Selection --compose--> Document --encode--> Files
//! ```
//!
//! A [`Manuscript`] is what an author hands in. A [`Publisher`] checks it and makes an [`Edition`], which is publishable
//! by construction, and publishes that to each of its [`Channel`]s. A channel sees a [`Selection`]: the edition without
//! what it may not show. Whatever it says is [`words`], which know the field that they came from; so nothing can vanish
//! on the way without a stated reason ([`coverage`]).
//!
//! This crate does no I/O but [`Manuscript::load`], and knows no channel. The channels are crates of their own; the crate
//! `serviceline` puts them together.

mod asset;
pub mod channel;
pub mod codes;
pub mod coverage;
pub mod data;
pub mod decode;
pub mod diagnostic;
mod edition;
mod facts;
pub mod fields;
pub mod leaf;
pub mod locale;
mod manuscript;
pub mod model;
pub mod nearest;
pub mod path;
pub mod phrase;
mod prepare;
pub mod prose;
mod publisher;
mod reasons;
mod resolve;
mod schema;
mod selection;
mod sheet;
pub mod source;
pub mod tree;
mod uses;
mod visible;
pub mod words;

pub use asset::Asset;
pub use channel::{Account, Channel, ChannelInfo, File, Notes};
pub use diagnostic::{Diagnostic, Report, Severity};
pub use edition::{Edition, Purpose, TermEntry};
pub use fields::FieldTexts;
pub use leaf::{Fact, Leaf, Text};
pub use manuscript::Manuscript;
pub use model::{Audience, Date, Organization, ServiceLine};
pub use publisher::{Artifact, ArtifactFile, Publisher};
pub use schema::{organization_schema, service_schema};
pub use selection::{Citation, Selection, Variant};
pub use words::{Passage, Words};

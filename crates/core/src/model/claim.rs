//! Claims: what a hospital says of itself, with what it rests on.

use super::{
    Audience, ClaimKind, record,
    scalar::{Date, Url},
};
use crate::{
    fields::fields,
    leaf::{Fact, Text},
};

record! {
    /// A claim. Its text stands where prose refers to it, its qualifier after that sentence, its source among the sources.
    pub struct Claim {
        /// What kind of claim it is.
        pub kind: Option<ClaimKind>,
        /// A phrase that fits a sentence.
        pub text: Text,
        /// One full sentence that stays with the claim in every channel and variant.
        pub qualifier: Text,
        /// The figure.
        pub value: Option<String>,
        /// What the figure counts in.
        pub unit: Option<String>,
        /// The time that it is about.
        pub period: Option<String>,
        /// What is counted.
        pub counts: Option<String>,
        /// The region that it holds for.
        pub scope_geo: Option<String>,
        /// The services that it holds for.
        pub scope_service: Option<String>,
        /// Who published it.
        pub publisher: Option<String>,
        /// The list.
        pub rank_list: Option<String>,
        /// The year of the list.
        pub rank_year: Option<String>,
        /// What it rests on, in words for readers.
        pub source: Text,
        /// Where a reader can see that.
        pub evidence_url: Fact<Url>,
        /// Where the organization keeps it.
        pub evidence_note: Option<String>,
        /// The licence to use a badge or a ranking.
        pub license_ref: Option<String>,
        /// The day on which it was true.
        pub as_of: Fact<Date>,
        /// The last day on which it may be used.
        pub expires: Option<Date>,
        /// Who approved it.
        pub approved_by: Option<String>,
        /// The channels that may use it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
}
fields!(Claim {
    kind: setting,
    text: required,
    qualifier: optional,
    value: setting,
    unit: setting,
    period: setting,
    counts: setting,
    scope_geo: setting,
    scope_service: setting,
    publisher: setting,
    rank_list: setting,
    rank_year: setting,
    source: required,
    evidence_url: optional,
    evidence_note: setting,
    license_ref: setting,
    as_of: required,
    expires: setting,
    approved_by: setting,
    channels: limit,
    audience: limit,
});

//! The page as a document: every word of it, in its place, before anything is written as HTML.
//!
//! The fields have the names by which templates know them. What a reader sees is [`Words`] or a [`Passage`](serviceline_core::Passage); everything
//! else is an id, an address, or text for machines.

mod frame;
mod section;
mod top;

use std::collections::BTreeMap;

use serviceline_core::path::FieldPath;
use serviceline_core::words::{Origin, Role, Words};

use crate::fragment::Fragment;
use crate::picture::Beside;
use crate::view::{Verbatim, View, parts};

pub use frame::{
    Alternate, Breadcrumb, Draft, EmergencyLine, Footer, Formats, GapLink, Header, Icons, LanguageHelp, LanguageLink,
    Languages, Link, Logo, Review, Rights, Tagline, Theme,
};
pub use section::{
    About, Access, AccessItem, AccessPart, Appointment, Back, Bring, Condition, Conditions, Detail, Entries, Entry,
    Group, Groups, Hours, HoursLine, Journey, Locations, Member, Note, Notes, Phase, PhoneLine, Place, Question,
    Questions, Reason, Reasons, Related, Resource, Resources, Say, Section, SignList, Signs, Support, Team, Voice,
    Voices, Word, WordList,
};
pub use top::{Action, CareCall, CareCard, Cares, Contents, ContentsCall, ContentsItem, Fact, Facts, Hero, Photo};

parts! {
    /// A whole page.
    pub struct Page {
        /// How it fits into another page, if it is a part of one.
        pub fragment: Option<Fragment>,
        /// The language, for browsers.
        pub language: String,
        /// `rtl` for a language that is written from right to left.
        pub direction: Option<String>,
        /// What the page is about.
        pub title: Words,
        /// Whose page it is.
        pub organization: Words,
        /// One sentence for search results.
        pub description: Words,
        /// The address under which the page is published.
        pub canonical: Option<String>,
        /// The same page in each language, this one too; empty for a page in one language.
        pub alternates: Vec<Alternate>,
        /// Search engines must not list it.
        pub noindex: bool,
        /// The Content-Security-Policy, if the page says it itself; what stands here is replaced at the end.
        pub policy: Option<String>,
        /// A small square sign.
        pub icon: Option<Verbatim>,
        /// The colours of the browser's frame.
        pub theme: Theme,
        /// The style sheet.
        pub style: Verbatim,
        /// The script.
        pub script: Verbatim,
        /// The same facts for machines, as JSON-LD.
        pub structured: Option<Verbatim>,
        /// The words of the link that leads past the header.
        pub skip: Words,
        /// What a note's number is called where it is read aloud.
        pub note: Words,
        /// The icons that are used.
        pub icons: Icons,
        /// The header.
        pub header: Header,
        /// The way here.
        pub breadcrumb: Option<Breadcrumb>,
        /// Title, main message, first facts.
        pub hero: Hero,
        /// When to get help.
        pub cares: Option<Cares>,
        /// What is on the page.
        pub contents: Option<Contents>,
        /// The sections, in order.
        pub sections: Vec<Section>,
        /// Who reviewed it, and when.
        pub review: Review,
        /// The footer.
        pub footer: Option<Footer>,
        /// That it is a draft, and what is missing.
        pub draft: Option<Draft>,
        /// The pictures that are published beside it.
        pub beside: Beside,
    }
}

impl Page {
    /// Shows every run of words, in reading order.
    pub fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        View::words(self, see);
    }

    /// The fields that are gaps in the text of the page, in reading order, with the number of each.
    pub(crate) fn gaps(&self) -> BTreeMap<FieldPath, usize> {
        let mut gaps = BTreeMap::new();
        let mut see = |words: &Words| {
            for piece in words.pieces().iter().filter(|piece| *piece.role() == Role::Gap) {
                if let Origin::Field(path) = piece.origin() {
                    let next = gaps.len() + 1;
                    gaps.entry(path.clone()).or_insert(next);
                }
            }
        };
        // What stands in attributes alone, and in the list of gaps itself, is no place to go to.
        self.header.words(&mut see);
        self.breadcrumb.words(&mut see);
        self.hero.words(&mut see);
        self.cares.words(&mut see);
        self.sections.words(&mut see);
        self.review.words(&mut see);
        self.footer.words(&mut see);
        gaps
    }

    /// How often each source is cited.
    pub(crate) fn citations(&self) -> BTreeMap<usize, usize> {
        let mut cited = BTreeMap::new();
        self.words(&mut |words| {
            for piece in words.pieces() {
                if let Role::Cite { number } = piece.role() {
                    *cited.entry(*number).or_default() += 1;
                }
            }
        });
        cited
    }
}

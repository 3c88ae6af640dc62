//! From a selection to a page: what is said, in which words, order and place.
//!
//! The parts are composed in the order in which they are read, because the first use of a term explains it and sources are
//! numbered as they are cited.

mod access;
mod care;
mod contact;
mod elsewhere;
mod frame;
mod hours;
mod place;
mod reference;
mod support;
mod top;

use serviceline_core::channel::Notes;
use serviceline_core::leaf::{Fact, FactValue, Leaf, Text};
use serviceline_core::model::{Link, LinkRef, Phone, PhoneRef, Section as Heading};
use serviceline_core::{Passage, Selection, Words};

use crate::encode;
use crate::options::{HtmlOptions, SectionId, Shape};
use crate::page::{Contents, ContentsCall, ContentsItem, Page, Say, Section};
use crate::picture::Pictures;
use crate::site::Site;
use crate::structured;
use crate::view::Verbatim;

/// The fewest sections that are worth a list of contents.
const CONTENTS_FROM: usize = 5;
/// Sections that the list of contents leaves out, because nobody looks for them by name.
const UNLISTED: [&str; 2] = ["words", "notes"];

/// A page without style sheet and script, which are the same for every page of a brand.
pub(crate) fn compose(selection: &Selection<'_>, plan: Plan<'_>, notes: &mut Notes) -> Page {
    let Plan { options, site } = plan;
    let mut composer = Composer::new(selection, plan, notes);
    let mut page = Page {
        language: selection.language.to_string(),
        direction: direction(selection.language.language()),
        title: selection.say(&selection.title),
        organization: selection.say(&selection.organization().name),
        description: selection.say(&selection.one_line),
        canonical: composer.canonical(),
        alternates: composer.alternates(),
        policy: options.policy_meta.then(|| encode::POLICY.to_owned()),
        noindex: selection.is_draft() || site.is_some_and(|site| site.staff),
        skip: selection.phrase("page.skip"),
        note: selection.phrase("page.note"),
        ..Page::default()
    };
    page.header = composer.header();
    page.breadcrumb = composer.breadcrumb();
    page.hero = composer.hero();
    page.cares = composer.cares();
    page.sections = composer.sections();
    page.sections.extend(composer.words(&page));
    page.sections.extend(composer.notes_section(&page));
    composer.leave_out_headings_of_lists(&page);
    page.contents = composer.contents(&page.sections);
    page.review = composer.review(page.canonical.as_deref());
    page.footer = Some(composer.footer());
    page.icon = composer.pictures.icon();
    page.beside = composer.pictures.beside();
    if options.shape == Shape::Fragment && site.is_none() {
        composer.fit_in(&mut page);
    }
    page.icons = frame::icons(&page);
    composer.leave_out_what_is_not_for_readers();
    if selection.is_draft() {
        page.draft = Some(composer.draft(&page));
    } else if options.structured_data && page.fragment.is_none() {
        page.structured = Some(structured::structured(selection, &page, composer.index_address()));
    }
    page
}

/// By what a page is made, besides its content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan<'p> {
    /// What the hospital has set.
    pub(crate) options: &'p HtmlOptions,
    /// The site that the page is a part of.
    pub(crate) site: Option<&'p Site>,
}

pub(crate) struct Composer<'c, 'e> {
    pub(crate) selection: &'c Selection<'e>,
    options: &'c HtmlOptions,
    site: Option<&'c Site>,
    notes: &'c mut Notes,
    pictures: Pictures<'c, 'e>,
}

impl<'c, 'e> Composer<'c, 'e> {
    pub(crate) fn new(selection: &'c Selection<'e>, plan: Plan<'c>, notes: &'c mut Notes) -> Self {
        let pictures = Pictures::new(selection, plan.options);
        Self { selection, options: plan.options, site: plan.site, notes, pictures }
    }

    fn sections(&mut self) -> Vec<Section> {
        let mut order = self.options.sections.clone();
        order.extend(SectionId::ALL.iter().filter(|id| !self.options.sections.contains(id)));
        order.into_iter().filter_map(|id| self.section(id)).collect()
    }

    fn section(&mut self, id: SectionId) -> Option<Section> {
        match id {
            SectionId::About => self.about(),
            SectionId::Symptoms => self.signs(),
            SectionId::Conditions => self.conditions(),
            SectionId::Reasons => self.reasons(),
            SectionId::Tests => self.tests(),
            SectionId::Treatments => self.treatments(),
            SectionId::Journey => self.journey(),
            SectionId::Team => self.team(),
            SectionId::Locations => self.locations(),
            SectionId::Access => self.access(),
            SectionId::Questions => self.questions(),
            SectionId::Support => self.support(),
            SectionId::Voices => self.voices(),
            SectionId::Related => self.related(),
            SectionId::Book => Some(self.appointment()),
        }
    }

    /// The sign of the organization.
    pub(crate) fn icon(&self) -> Option<Verbatim> {
        self.pictures.icon()
    }

    /// A section with the content's own title and opening text, or the title of the language.
    fn headed(&self, id: SectionId, heading: &Heading, phrase: &str) -> Section {
        Section {
            id: id.anchor().to_owned(),
            title: self.say(&heading.title).unwrap_or_else(|| self.selection.phrase(phrase)),
            intro: self.prose(&heading.intro),
            ..Section::default()
        }
    }

    fn contents(&self, sections: &[Section]) -> Option<Contents> {
        let listed = || sections.iter().filter(|section| !UNLISTED.contains(&section.id.as_str()));
        if listed().count() < CONTENTS_FROM {
            return None;
        }
        let label = |section: &Section| {
            let key = format!("page.contents.{}", section.id);
            let known = self.selection.locale().phrases().get(&key).is_ok();
            if known { self.selection.phrase(&key) } else { section.title.clone() }
        };
        let items = listed().map(|section| ContentsItem { id: section.id.clone(), label: label(section) }).collect();
        let phone = self.phone(&self.selection.contact.appointments);
        let call = phone
            .map(|phone| ContentsCall { label: self.selection.say(&phone.label), phone: self.selection.phone(phone) });
        Some(Contents { title: self.selection.phrase("page.contents"), items, call })
    }

    /// The words of a text, if it was given.
    fn say(&self, text: &Text) -> Option<Words> {
        (!text.is_empty()).then(|| self.selection.say(text))
    }

    /// The paragraphs of a text, if it was given.
    fn prose(&self, text: &Text) -> Option<Passage> {
        (!text.is_empty()).then(|| self.selection.prose(text))
    }

    /// A fact in written form, if it was given.
    fn fact<T: FactValue>(&self, fact: &Fact<T>, write: impl FnOnce(&T) -> String) -> Option<Words> {
        (!fact.is_empty()).then(|| self.selection.fact(fact, write))
    }

    /// A choice in the words of a phrase: the key, a dot, and the word of the choice.
    fn choice<T: FactValue + std::fmt::Display>(&self, fact: &Fact<T>, key: &str) -> Option<Words> {
        self.fact(fact, |value| self.selection.phrase(&format!("{key}.{value}")).text())
    }

    /// A phrase with one value.
    fn with(&self, key: &str, name: &str, value: &Words) -> Words {
        self.selection.phrase_with(key, &[(name, value)])
    }

    /// Words that end as a sentence ends: `6 p.m.` needs no second stop.
    fn stopped(&self, words: Words) -> Words {
        if words.ends_sentence() { words } else { words.then(self.selection.phrase("text.stop")) }
    }

    /// How a word sounds, if that was given.
    fn respelled(&self, say: &Text) -> Option<Say> {
        let sound = self.say(say)?;
        Some(Say { verb: self.selection.phrase("page.say"), sound: Some(sound) })
    }

    /// Other names, if there are any: `Also called A and B.`
    fn other_names(&self, names: &[Text]) -> Option<Words> {
        let names: Vec<Words> = names.iter().filter_map(|name| self.say(name)).collect();
        (!names.is_empty()).then(|| self.with("list.aka", "names", &self.selection.writer().list_or(&names)))
    }

    /// The line that a reference points to, if the readers of this page may see it.
    fn phone(&self, at: &Fact<PhoneRef>) -> Option<&'e Phone> {
        let phone = self.selection.phone_at(at)?;
        self.selection.organization().phones.iter().any(|visible| visible.id == phone.id).then_some(phone)
    }

    /// The link that a reference points to, if the readers of this page may see it.
    fn link(&self, at: &Fact<LinkRef>) -> Option<&'e Link> {
        let link = self.selection.link_at(at)?;
        let all = self.selection.links.iter().chain(&self.selection.organization().links);
        all.into_iter().any(|visible| visible.id == link.id).then_some(link)
    }

    /// Facts that help a hospital run its content, not a reader.
    /// The titles of lists that the page makes itself, where there is nothing to list.
    fn leave_out_headings_of_lists(&mut self, page: &Page) {
        let sections = &self.selection.sections;
        let lists = [
            ("words", &sections.glossary, "the page explains no words"),
            ("notes", &sections.sources, "the page cites no sources"),
        ];
        for (id, heading, reason) in lists {
            if page.sections.iter().all(|section| section.id != id) {
                self.notes.leave_out(&heading.title, reason);
                self.notes.leave_out(&heading.intro, reason);
            }
        }
    }

    fn leave_out_what_is_not_for_readers(&mut self) {
        self.notes.leave_out(&self.selection.review.owner.email, "an address for the staff who keep the content");
    }
}

/// The place of an item on the page: the list that it is in, and its own id. A draft may lack the id, and so the place.
pub(crate) fn anchor(list: &str, id: &str) -> String {
    if id.is_empty() { String::new() } else { format!("{list}-{id}") }
}

pub(crate) use elsewhere::language_name;

/// `rtl` for languages whose script is written from right to left.
pub(crate) fn direction(language: &str) -> Option<String> {
    ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"].contains(&language).then(|| "rtl".to_owned())
}

//! An [`Edition`]: content that has been checked and may be published, or shown as a draft.

use std::{any::Any, collections::BTreeMap, ops::Deref, sync::Arc};

use crate::{
    Diagnostic,
    asset::Asset,
    fields::Limits,
    leaf::Text,
    locale::Locale,
    model::{Claim, Date, LanguageTag, Link, Location, Organization, Phone, Schedule, ServiceLine},
    path::FieldPath,
    sheet::Sheets,
    source::Place,
    visible::Sights,
};

/// What an edition is prepared for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// For readers. Any gap or error refuses it.
    Publication,
    /// For the team. Gaps are shown by every channel.
    Draft,
}

/// A leaf of an edition, and all that bears on who may see it.
#[derive(Clone, Debug)]
pub(crate) struct LeafRecord {
    pub(crate) path: FieldPath,
    pub(crate) place: Option<Place>,
    pub(crate) limits: Vec<Limits>,
    pub(crate) spoken: bool,
    pub(crate) gap: Option<String>,
}

/// Content in hand that is publishable: every reference resolves, every phone is a phone, and every required field is
/// there or, in a draft, is a gap.
///
/// It is the service line with all its fields ([`Deref`]), and the [`Organization`] around it.
#[derive(Clone, Debug)]
pub struct Edition {
    pub(crate) service: ServiceLine,
    pub(crate) organization: Organization,
    pub(crate) purpose: Purpose,
    pub(crate) today: Date,
    pub(crate) locale: Locale,
    pub(crate) leaves: Arc<[LeafRecord]>,
    pub(crate) warnings: Vec<Diagnostic>,
    pub(crate) options: BTreeMap<&'static str, Arc<dyn Any + Send + Sync>>,
    pub(crate) assets: Arc<BTreeMap<String, Asset>>,
    pub(crate) code: String,
    pub(crate) sheets: Sheets,
    pub(crate) valid_until: Option<Date>,
    pub(crate) translations: Vec<LanguageTag>,
    pub(crate) sights: Sights,
}

impl Deref for Edition {
    type Target = ServiceLine;
    fn deref(&self) -> &ServiceLine {
        &self.service
    }
}

/// A word that can be explained, wherever it is listed.
#[derive(Clone, Copy, Debug)]
pub struct TermEntry<'e> {
    /// Its id.
    pub id: &'e str,
    /// The word.
    pub word: &'e Text,
    /// What it means.
    pub plain: &'e Text,
    /// How it sounds, respelled.
    pub say: &'e Text,
    /// It is said letter by letter.
    pub spell_out: bool,
    /// It is explained in the sentence that first uses it.
    pub inline: bool,
    /// It stands in the glossary, not in a list of its own kind.
    pub glossary: bool,
}

impl Edition {
    /// The organization that publishes it.
    #[must_use]
    pub fn organization(&self) -> &Organization {
        &self.organization
    }
    /// Problems that do not stop publication.
    #[must_use]
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }
    /// Gaps may be shown.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.purpose == Purpose::Draft
    }
    /// The day it was prepared on. It decides only what has expired; no output prints it.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today
    }
    /// Eight letters and digits that change when the content changes, in two groups: `7KQ4-M2XD`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }
    /// The last day on which all of its facts may be used: the earliest of the next review and the last days of the
    /// claims that it cites.
    #[must_use]
    pub fn valid_until(&self) -> Option<Date> {
        self.valid_until
    }
    /// The other languages in which the same service line is published, in order.
    #[must_use]
    pub fn translations(&self) -> &[LanguageTag] {
        &self.translations
    }
    /// A file that the content names.
    #[must_use]
    pub fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.get(name)
    }
    /// What a hospital has set for a channel, if the channel's options are of this type.
    #[must_use]
    pub fn options<T: 'static>(&self, channel: &str) -> Option<&T> {
        self.options.get(channel)?.downcast_ref()
    }
    /// Every gap with its note, in source order.
    pub fn gaps(&self) -> impl Iterator<Item = (&FieldPath, &str)> {
        self.leaves.iter().filter_map(|leaf| leaf.gap.as_deref().map(|note| (&leaf.path, note)))
    }
    /// The phone line with this id.
    #[must_use]
    pub fn phone(&self, id: &str) -> Option<&Phone> {
        self.organization.phones.iter().find(|p| p.id.as_str() == id)
    }
    /// The place with this id.
    #[must_use]
    pub fn location(&self, id: &str) -> Option<&Location> {
        self.organization.locations.iter().find(|l| l.id.as_str() == id)
    }
    /// The link with this id: the service line's own, else the organization's.
    #[must_use]
    pub fn link(&self, id: &str) -> Option<&Link> {
        self.service.links.iter().chain(&self.organization.links).find(|l| l.id.as_str() == id)
    }
    /// The claim with this id: the service line's own, else the organization's.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.service.claims.get(id).or_else(|| self.organization.claims.get(id))
    }
    /// The named schedule, or that of the phone line or the place with this id.
    #[must_use]
    pub fn schedule(&self, id: &str) -> Option<&Schedule> {
        let named = |id: &str| self.organization.hours.iter().find(|h| h.id.as_str() == id);
        let phone = || self.phone(id).and_then(|p| p.hours.value());
        let place = || self.location(id).and_then(|l| l.hours.value());
        named(id).or_else(|| named(phone().or_else(place)?.id()))
    }
    /// Every word that can be explained: the glossary, and the conditions, tests, treatments and roles.
    pub fn terms(&self) -> impl Iterator<Item = TermEntry<'_>> {
        terms(&self.service, &self.organization)
    }
    /// The word with this id.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<TermEntry<'_>> {
        self.terms().find(|t| t.id == id)
    }
}

/// Every word that can be explained.
pub(crate) fn terms<'e>(
    service: &'e ServiceLine,
    organization: &'e Organization,
) -> impl Iterator<Item = TermEntry<'e>> {
    use crate::model::FirstUse::List;
    macro_rules! entries {
        ($list:expr, $word:ident, $spell_out:expr, $glossary:expr) => {
            $list.iter().map(|t| TermEntry {
                id: t.id.as_str(),
                word: &t.$word,
                plain: &t.plain,
                say: &t.say,
                spell_out: $spell_out(t),
                inline: t.first_use != Some(List),
                glossary: $glossary,
            })
        };
    }
    entries!(organization.glossary, term, |t: &crate::model::Term| t.spell_out, true)
        .chain(entries!(service.conditions, name, |_| false, false))
        .chain(entries!(service.tests, name, |_| false, false))
        .chain(entries!(service.treatments, name, |_| false, false))
        .chain(entries!(service.team, role, |_| false, false))
}

//! What a service line uses of its organization: the phones, places, links, schedules, words and claims that its visible
//! content refers to. The rest is kept back from a selection, with that as the reason.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    edition::Edition,
    fields::Fields,
    leaf::{Fact, Leaf, Target, Text},
    model::{Organization, PhonePurpose, ServiceLine, Slug},
    path::FieldPath,
    prose::{self, Prose, RefKind},
    selection::Variant,
};

/// Ids by kind.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    ids: BTreeMap<Target, BTreeSet<String>>,
    /// All visible prose, for the words that are used without a reference.
    haystack: String,
    variant: Option<Variant>,
}

impl Uses {
    /// What the visible content refers to.
    pub(crate) fn of(edition: &Edition, service: &ServiceLine, organization: &Organization, variant: Variant) -> Self {
        let mut uses = Self { variant: Some(variant), ..Self::default() };
        service.leaves(&mut |leaf| uses.see(leaf));
        organization.notices.leaves(&mut |leaf| uses.see(leaf));
        organization.script.leaves(&mut |leaf| uses.see(leaf));
        for answered in service.script.answers.iter().chain(&organization.script.answers) {
            uses.add(Target::Phone, answered.id());
        }
        if let Some(phone) = &service.brochure.cover.phone {
            uses.add(Target::Phone, phone.id());
        }
        for phone in &organization.phones {
            if phone.purpose.is_some_and(for_everybody) {
                uses.add(Target::Phone, phone.id.as_str());
            }
        }
        uses.follow(edition, organization);
        uses
    }

    /// What is used by what is used.
    fn follow(&mut self, edition: &Edition, organization: &Organization) {
        for claim in self.list(Target::Claim) {
            if let Some(claim) = edition.organization.claims.get(&claim) {
                claim.leaves(&mut |leaf| self.see(leaf));
            }
        }
        for place in &organization.locations {
            if self.has(Target::Location, place.id.as_str()) {
                place.leaves(&mut |leaf| self.see(leaf));
            }
        }
        for phone in &organization.phones {
            if self.has(Target::Phone, phone.id.as_str()) {
                phone.leaves(&mut |leaf| self.see(leaf));
            }
        }
        for id in self.list(Target::Hours) {
            if let Some(schedule) = edition.schedule(&id) {
                self.add(Target::Hours, schedule.id.as_str());
            }
        }
    }

    fn list(&self, kind: Target) -> Vec<String> {
        self.ids.get(&kind).into_iter().flatten().cloned().collect()
    }
    fn add(&mut self, kind: Target, id: &str) {
        self.ids.entry(kind).or_default().insert(id.to_owned());
    }
    pub(crate) fn has(&self, kind: Target, id: &str) -> bool {
        self.ids.get(&kind).is_some_and(|ids| ids.contains(id))
    }

    fn see(&mut self, leaf: &dyn Leaf) {
        if let Some((kind, id)) = leaf.reference() {
            self.add(kind, id);
        }
        if let Some(text) = leaf.as_text() {
            self.see_text(text);
        }
    }
    fn see_text(&mut self, text: &Text) {
        let Some(parsed) = &text.parsed else { return };
        let spoken = self.variant == Some(Variant::Spoken);
        for prose in [Some(&parsed.full), parsed.short.as_ref(), parsed.spoken.as_ref().filter(|_| spoken)].into_iter().flatten() {
            self.see_prose(prose);
        }
    }
    fn see_prose(&mut self, prose: &Prose) {
        for reference in prose::references(prose) {
            self.add(target(reference.kind), reference.id);
        }
        self.haystack.push_str(&prose::plain_text(prose));
        self.haystack.push('\n');
    }

    /// Takes out what is not used, and says so.
    pub(crate) fn retain(&self, service: &mut ServiceLine, org: &mut Organization, kept: &mut Vec<(FieldPath, String)>) {
        keep_items(&mut org.phones, |p| self.has(Target::Phone, p.id.as_str()), kept);
        keep_items(&mut org.locations, |l| self.has(Target::Location, l.id.as_str()), kept);
        keep_items(&mut org.hours, |h| self.has(Target::Hours, h.id.as_str()), kept);
        if org.hours.is_empty() {
            keep_back(&org.time_zone, kept);
            org.time_zone = Fact::default();
        }
        if org.hours.iter().all(|schedule| schedule.closed_on.is_empty()) {
            keep_back(&org.holidays, kept);
            org.holidays.clear();
        }
        keep_items(&mut service.links, |l| self.has(Target::Link, l.id.as_str()), kept);
        let (text, lower) = (&self.haystack, self.haystack.to_lowercase());
        let used = |id: &Slug, word: &str| self.has(Target::Term, id.as_str()) || uses_word(text, &lower, word);
        keep_items(&mut org.glossary, |t| used(&t.id, t.term.full()), kept);
        // Privacy practices are shown by whoever shows notices.
        keep_items(&mut org.links, |l| l.id.as_str() == "privacy" || self.has(Target::Link, l.id.as_str()), kept);
        for claims in [&mut service.claims, &mut org.claims] {
            claims.retain(|id, claim| {
                let used = self.has(Target::Claim, id);
                if !used {
                    keep_back(claim, kept);
                }
                used
            });
        }
    }
}

fn keep_items<T: Fields>(list: &mut Vec<T>, used: impl Fn(&T) -> bool, kept: &mut Vec<(FieldPath, String)>) {
    list.retain(|item| {
        let used = used(item);
        if !used {
            keep_back(item, kept);
        }
        used
    });
}

fn keep_back(item: &impl Fields, kept: &mut Vec<(FieldPath, String)>) {
    item.leaves(&mut |leaf| kept.push((leaf.place().clone(), "nothing that this channel shows refers to it".to_owned())));
}

/// Lines that every service line shows, whether or not it refers to them.
fn for_everybody(purpose: PhonePurpose) -> bool {
    use PhonePurpose::{Crisis, Emergency, Interpreter, Main, Tty};
    matches!(purpose, Emergency | Crisis | Tty | Main | Interpreter)
}

/// What a reference in prose points to.
pub(crate) fn target(kind: RefKind) -> Target {
    match kind {
        RefKind::Phone => Target::Phone,
        RefKind::Claim => Target::Claim,
        RefKind::Term => Target::Term,
        RefKind::Hours => Target::Hours,
        RefKind::Link => Target::Link,
    }
}

/// Whether a word, or its plural in `s`, stands in a text. Acronyms must be in capitals, other words may be.
fn uses_word(text: &str, lower: &str, word: &str) -> bool {
    let acronym = !word.is_empty() && word.chars().all(|c| !c.is_lowercase());
    let (text, word) = if acronym { (text, word.to_owned()) } else { (lower, word.to_lowercase()) };
    if word.trim().is_empty() {
        return false;
    }
    let letter = |c: char| c.is_alphanumeric();
    text.match_indices(&word).any(|(at, found)| {
        let rest = &text[at + found.len()..];
        let after = rest.strip_prefix('s').filter(|r| !r.starts_with(letter)).unwrap_or(rest);
        !text[..at].ends_with(letter) && !after.starts_with(letter)
    })
}

//! What a service line uses of its organization: the phones, places, links, schedules, words and claims that its visible
//! content refers to. The rest is kept back from a selection, with that as the reason.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    edition::Edition,
    fields::Fields,
    leaf::{Fact, Leaf, Target},
    model::{Organization, PhonePurpose, ServiceLine, Voicemail},
    reasons::Reasons,
};

/// Ids by kind, sorted.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    ids: BTreeMap<Target, BTreeSet<Arc<str>>>,
    /// The wordings that are read aloud are visible.
    aloud: bool,
}

impl Uses {
    /// What the visible content refers to.
    pub(crate) fn of(edition: &Edition, service: &ServiceLine, organization: &Organization, aloud: bool) -> Self {
        let mut uses = Self { aloud, ..Self::default() };
        service.leaves(&mut |leaf| uses.see(leaf));
        organization.notices.leaves(&mut |leaf| uses.see(leaf));
        // A service line that leaves another number on answering machines does not use the organization's.
        let overridden = &organization.script.voicemail.phone;
        let overrides = !service.script.voicemail.phone.is_empty();
        organization.script.leaves(&mut |leaf| {
            if !(overrides && leaf.place() == overridden.place()) {
                uses.see(leaf);
            }
        });
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
            if let Some(claim) = edition.organization.claims.get(&*claim) {
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

    fn list(&self, kind: Target) -> Vec<Arc<str>> {
        self.ids.get(&kind).into_iter().flatten().map(Arc::clone).collect()
    }
    fn add(&mut self, kind: Target, id: &str) {
        if !self.has(kind, id) {
            self.ids.entry(kind).or_default().insert(id.into());
        }
    }
    pub(crate) fn has(&self, kind: Target, id: &str) -> bool {
        self.ids.get(&kind).is_some_and(|ids| ids.contains(id))
    }

    fn see(&mut self, leaf: &dyn Leaf) {
        if let Some((kind, id)) = leaf.reference() {
            self.add(kind, id);
        }
        let Some(parsed) = leaf.as_text().and_then(|text| text.parsed.as_ref()) else { return };
        let aloud: &[(Target, Arc<str>)] = if self.aloud { &parsed.refers_aloud } else { &[] };
        for (kind, id) in parsed.refers.iter().chain(aloud) {
            self.add(*kind, id);
        }
    }

    /// Takes out what is not used, and says so.
    pub(crate) fn retain(&self, service: &mut ServiceLine, org: &mut Organization, kept: &mut Reasons) {
        if !service.script.voicemail.phone.is_empty() {
            org.script.voicemail.leaves(&mut |leaf| kept.add(leaf.place(), "the service line has its own"));
            org.script.voicemail = Voicemail::default();
        }
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
        keep_items(&mut org.glossary, |t| self.has(Target::Term, t.id.as_str()), kept);
        keep_items(&mut org.links, |l| self.has(Target::Link, l.id.as_str()), kept);
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

fn keep_items<T: Fields>(list: &mut Vec<T>, used: impl Fn(&T) -> bool, kept: &mut Reasons) {
    list.retain(|item| {
        let used = used(item);
        if !used {
            keep_back(item, kept);
        }
        used
    });
}

fn keep_back(item: &impl Fields, kept: &mut Reasons) {
    item.leaves(&mut |leaf| kept.add(leaf.place(), "nothing that this channel shows refers to it"));
}

/// Lines that every service line shows, whether or not it refers to them.
fn for_everybody(purpose: PhonePurpose) -> bool {
    use PhonePurpose::{Crisis, Emergency, Interpreter, Main, Tty};
    matches!(purpose, Emergency | Crisis | Tty | Main | Interpreter)
}

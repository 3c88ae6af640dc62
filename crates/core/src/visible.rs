//! What of an edition some readers may see: items kept from them are gone, and what nothing refers to any more.

use std::sync::{Arc, Mutex, PoisonError};

use crate::{
    edition::Edition,
    fields::{Fields, Limits, Reader, Readership},
    leaf::Leaf,
    model::{Organization, ServiceLine},
    path::FieldPath,
    reasons::{Reasons, Sorted},
    uses::Uses,
};

/// What some readers may see of an edition.
#[derive(Debug)]
pub(crate) struct Visible {
    pub(crate) service: ServiceLine,
    pub(crate) organization: Organization,
    /// Why leaves of the edition are not in it: the path of a leaf or of a part, and the reason.
    pub(crate) kept_back: Sorted,
}

/// What is visible of an edition, by readers. It is found out once for each of them: a brochure and its file for the press
/// show the same, and an edition may be published more than once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sights(Arc<Mutex<Vec<Sight>>>);

type Sight = (Reader, Arc<Visible>);

/// Enough for every channel and audience; beyond that all are forgotten, and found out again.
const MOST_SIGHTS: usize = 32;

impl Sights {
    pub(crate) fn of(&self, edition: &Edition, reader: Reader) -> Arc<Visible> {
        let mut sights = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = sights.iter().find(|(known, _)| *known == reader) {
            return Arc::clone(known);
        }
        let visible = Arc::new(Visible::of(edition, reader.clone()));
        if sights.len() >= MOST_SIGHTS {
            sights.clear();
        }
        sights.push((reader, Arc::clone(&visible)));
        visible
    }
}

impl Visible {
    fn of(edition: &Edition, reader: Reader) -> Self {
        let (mut service, mut organization) = (edition.service.clone(), edition.organization.clone());
        let mut kept_back = barred_leaves(edition, &reader);
        let aloud = reader.spoken;
        let readership = Readership(reader);
        service.select(&readership);
        organization.select(&readership);
        for (name, section) in edition.service.sections.each() {
            if let Some(reason) = readership.0.bars(&section.limits()) {
                service.clear_section(name);
                kept_back.add_part(name, &reason);
            }
        }
        for (name, title) in bare_titles(&service) {
            kept_back.add(&title, &format!("nothing else of the section `{name}` is for these readers"));
            service.sections.clear_title(name);
        }
        let uses = Uses::of(edition, &service, &organization, aloud);
        uses.retain(&mut service, &mut organization, &mut kept_back);
        Self { service, organization, kept_back: kept_back.sorted() }
    }
}

/// The titles of sections under which nothing is left.
fn bare_titles(service: &ServiceLine) -> Vec<(&'static str, FieldPath)> {
    let titled = service.sections.each().filter(|(_, section)| !section.title.is_empty());
    titled
        .filter(|(name, _)| service.is_bare(name))
        .map(|(name, section)| (name, section.title.place().clone()))
        .collect()
}

/// Leaves that the reader may not see, with the reason.
fn barred_leaves(edition: &Edition, reader: &Reader) -> Reasons {
    let mut barred = Reasons::default();
    for leaf in edition.leaves.iter() {
        let limited = leaf.limits.iter().find_map(|limits: &Limits| reader.bars(limits));
        if let Some(reason) = limited {
            barred.add(&leaf.path, &reason);
        } else if leaf.spoken && !reader.spoken {
            barred.add(&leaf.path, "it is a wording for channels that are read aloud");
        }
    }
    barred
}

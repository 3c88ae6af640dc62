//! Checks of what a date decides: claims that may no longer be used, and reviews that are due.

use std::collections::BTreeSet;

use super::{Check, texts::Uses};
use crate::{
    Diagnostic,
    leaf::Target,
    model::{Date, Organization, ServiceLine},
};

impl Check<'_> {
    /// A claim that is cited must not have expired.
    pub(super) fn claims(&mut self, service: &ServiceLine, organization: &Organization) {
        let cited: BTreeSet<String> = cited(&self.uses).map(str::to_owned).collect();
        let mut expired = vec![];
        for (root, claims) in [("claims", &service.claims), ("organization.claims", &organization.claims)] {
            for (id, claim) in claims.iter().filter(|(id, _)| cited.contains(*id)) {
                if let Some(last) = claim.expires.filter(|last| *last < self.setting.today) {
                    expired.push((format!("{root}.{id}.expires"), id.clone(), last));
                }
            }
        }
        for (path, id, last) in expired {
            let message = format!("the claim `{id}` may not be used after {last}, and it is {}", self.setting.today);
            let problem = Diagnostic::error("claim-expired", message);
            self.problem(&path, problem.help("bring the claim up to date, or take it out of the texts that cite it"));
        }
    }

    pub(super) fn dates(&mut self, service: &ServiceLine) {
        let review = &service.review;
        if let Some(next) = review.next_review.value().filter(|next| **next < self.setting.today) {
            let problem = Diagnostic::warning("review-overdue", format!("the next review was due on {next}"));
            self.problem("review.next_review", problem.help("review the content, and set both dates"));
        }
    }
}

fn cited(uses: &Uses) -> impl Iterator<Item = &str> {
    uses.0.iter().filter(|u| u.kind == Target::Claim).map(|u| u.id.as_str())
}

/// The last day on which every cited fact and every quote may be used.
pub(super) fn valid_until(service: &ServiceLine, organization: &Organization, uses: &Uses) -> Option<Date> {
    let claim = |id: &str| service.claims.get(id).or_else(|| organization.claims.get(id));
    let expiries = cited(uses).filter_map(|id| claim(id)?.expires);
    let quotes = service.testimonials.iter().filter_map(|testimonial| testimonial.authorization_expires);
    expiries.chain(quotes).chain(service.review.next_review.value().copied()).min()
}

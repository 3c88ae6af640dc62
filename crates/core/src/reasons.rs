//! Why fields are left out.

use std::sync::Arc;

use crate::path::FieldPath;

/// Fields, or parts with all that they hold, and the reason why each is left out. The first reason counts.
#[derive(Debug, Default)]
pub(crate) struct Reasons {
    fields: Vec<(usize, Arc<str>)>,
    parts: Vec<(FieldPath, Arc<str>)>,
}

impl Reasons {
    /// Leaves a field out.
    pub(crate) fn add(&mut self, place: &FieldPath, reason: &str) {
        // Whole parts are left out for one reason: it need not be kept again for each of their fields.
        let reason = match self.fields.last() {
            Some((_, last)) if &**last == reason => Arc::clone(last),
            _ => reason.into(),
        };
        self.fields.push((place.key(), reason));
    }
    /// Leaves a part out, with every field in it.
    pub(crate) fn add_part(&mut self, path: &str, reason: &str) {
        self.parts.push((path.into(), reason.into()));
    }
    /// Adds the reasons of others behind these.
    pub(crate) fn extend(&mut self, other: &Reasons) {
        self.fields.extend_from_slice(&other.fields);
        self.parts.extend_from_slice(&other.parts);
    }
    /// The same reasons, ready for look-ups.
    pub(crate) fn sorted(mut self) -> Sorted {
        self.fields.sort_by_key(|(key, _)| *key);
        self.fields.dedup_by_key(|(key, _)| *key);
        Sorted(self)
    }
}

/// Reasons in order of field.
#[derive(Debug)]
pub(crate) struct Sorted(Reasons);

impl Sorted {
    /// The reason for the field itself.
    pub(crate) fn of_field(&self, place: &FieldPath) -> Option<&Arc<str>> {
        let fields = &self.0.fields;
        fields.binary_search_by_key(&place.key(), |(key, _)| *key).ok().map(|at| &fields[at].1)
    }
    /// The reason for a part that the field belongs to.
    pub(crate) fn of_part(&self, place: &FieldPath) -> Option<&Arc<str>> {
        let within = |part: &FieldPath| {
            let rest = place.as_str().strip_prefix(part.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.0.parts.iter().find(|(part, _)| within(part)).map(|(_, reason)| reason)
    }
}

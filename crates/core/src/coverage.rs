//! Coverage: for each field of an edition, whether a channel placed it, or left it out and why.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    Diagnostic, Report,
    channel::Notes,
    edition::Edition,
    path::FieldPath,
    reasons::{Reasons, Sorted},
    selection::Selection,
};

/// What became of a field in a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// A reader finds it.
    Placed,
    /// It was left out, for this reason.
    LeftOut(Arc<str>),
}

/// One line of coverage. As JSON: `path`, `channel`, `status` (`placed` or `left_out`), `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Covered {
    /// The field.
    pub path: FieldPath,
    /// The channel.
    pub channel: &'static str,
    /// `placed` or `left_out`.
    pub status: &'static str,
    /// Why it was left out.
    pub reason: Option<Arc<str>>,
}

/// What became of every field of an edition in one channel, in source order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    pub(crate) channel: &'static str,
    pub(crate) fields: Vec<(FieldPath, Status)>,
}

impl Coverage {
    /// The fields with their status, in source order.
    #[must_use]
    pub fn fields(&self) -> &[(FieldPath, Status)] {
        &self.fields
    }
    /// The status of one field.
    #[must_use]
    pub fn of(&self, path: &str) -> Option<&Status> {
        self.fields.iter().find(|(at, _)| at.as_str() == path).map(|(_, status)| status)
    }
    /// One line a field.
    pub fn lines(&self) -> impl Iterator<Item = Covered> + '_ {
        self.fields.iter().map(|(path, status)| Covered {
            path: path.clone(),
            channel: self.channel,
            status: if *status == Status::Placed { "placed" } else { "left_out" },
            reason: match status {
                Status::Placed => None,
                Status::LeftOut(reason) => Some(Arc::clone(reason)),
            },
        })
    }
}

/// Compares what a channel placed and left out with what there is. A field that is neither is lost, and an error.
pub(crate) fn cover(
    channel: &'static str,
    edition: &Edition,
    selection: &Selection<'_>,
    notes: &Notes,
    placed: Vec<usize>,
) -> Result<Coverage, Report> {
    let journal = selection.journal.borrow();
    let placed = all_placed(placed, &journal.same);
    let mut left = Reasons::default();
    for reasons in [&notes.left, &journal.left] {
        left.extend(reasons);
    }
    let left = Left([selection.kept_back(), &left.sorted()]);
    let (mut coverage, mut lost) =
        (Coverage { channel, fields: Vec::with_capacity(edition.leaves.len()) }, Report::new());
    for leaf in edition.leaves.iter() {
        let placed = placed.binary_search(&leaf.path.key()).is_ok().then_some(Status::Placed);
        let reason = || left.of(&leaf.path).or_else(|| shared(&leaf.path, &journal.same, &left));
        match placed.or_else(|| reason().map(|reason| Status::LeftOut(Arc::clone(reason)))) {
            Some(status) => coverage.fields.push((leaf.path.clone(), status)),
            None => lost.push(lost_content(channel, leaf)),
        }
    }
    if lost.is_empty() { Ok(coverage) } else { Err(lost) }
}

/// Why fields are left out: for reasons of the edition, then for those of the channel.
struct Left<'r>([&'r Sorted; 2]);

impl<'r> Left<'r> {
    fn of(&self, place: &FieldPath) -> Option<&'r Arc<str>> {
        let field = self.0.iter().find_map(|sorted| sorted.of_field(place));
        field.or_else(|| self.0.iter().find_map(|sorted| sorted.of_part(place)))
    }
}

/// Why a field is left out that says the same as another: for the reason for which that one is.
fn shared<'r>(path: &FieldPath, same: &[(FieldPath, FieldPath)], left: &Left<'r>) -> Option<&'r Arc<str>> {
    let mut alike = vec![path];
    let mut at = 0;
    while let Some(path) = alike.get(at).copied() {
        for (_, other) in same.iter().filter(|(leaf, _)| leaf == path) {
            if let Some(reason) = left.of(other) {
                return Some(reason);
            }
            if !alike.contains(&other) {
                alike.push(other);
            }
        }
        at += 1;
    }
    None
}

/// The keys of all fields that a reader finds, sorted: those with words, and those that say the same as one of these.
fn all_placed(mut keys: Vec<usize>, same: &[(FieldPath, FieldPath)]) -> Vec<usize> {
    loop {
        keys.sort_unstable();
        keys.dedup();
        let known = |path: &FieldPath| keys.binary_search(&path.key()).is_ok();
        let more: Vec<usize> =
            same.iter().filter(|(leaf, other)| known(other) && !known(leaf)).map(|(leaf, _)| leaf.key()).collect();
        if more.is_empty() {
            return keys;
        }
        keys.extend(more);
    }
}

fn lost_content(channel: &str, leaf: &crate::edition::LeafRecord) -> Diagnostic {
    let message = format!("channel `{channel}` neither shows `{}` nor says why it leaves it out", leaf.path);
    let diagnostic = Diagnostic::error("lost-content", message)
        .at_path(leaf.path.clone())
        .help("let the channel place this field, or leave it out with a reason; an author can use `channels:`");
    match &leaf.place {
        Some(place) => diagnostic.at(place.clone()),
        None => diagnostic,
    }
}

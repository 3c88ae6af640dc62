//! Coverage: for each field of an edition, whether a channel placed it, or left it out and why.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{Diagnostic, Report, channel::Notes, edition::Edition, path::FieldPath, selection::Selection};

/// What became of a field in a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// A reader finds it.
    Placed,
    /// It was left out, for this reason.
    LeftOut(String),
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
    pub reason: Option<String>,
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
                Status::LeftOut(reason) => Some(reason.clone()),
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
    placed: Vec<FieldPath>,
) -> Result<Coverage, Report> {
    let journal = selection.journal.borrow();
    let mut placed: BTreeSet<FieldPath> = placed.into_iter().collect();
    loop {
        let more: Vec<FieldPath> = journal
            .same
            .iter()
            .filter(|(leaf, other)| placed.contains(other) && !placed.contains(leaf))
            .map(|(leaf, _)| leaf.clone())
            .collect();
        if more.is_empty() {
            break;
        }
        placed.extend(more);
    }
    let mut left: BTreeMap<&str, &str> = BTreeMap::new();
    for (path, reason) in selection.kept_back.iter().chain(&notes.left).chain(&journal.left) {
        left.entry(path.as_str()).or_insert(reason.as_str());
    }
    let (mut coverage, mut lost) = (Coverage { channel, fields: vec![] }, Report::new());
    for leaf in edition.leaves.iter() {
        let status = if placed.contains(&leaf.path) {
            Some(Status::Placed)
        } else {
            reason(leaf.path.as_str(), &left).map(|reason| Status::LeftOut(reason.to_owned()))
        };
        match status {
            Some(status) => coverage.fields.push((leaf.path.clone(), status)),
            None => lost.push(lost_content(channel, leaf)),
        }
    }
    if lost.is_empty() { Ok(coverage) } else { Err(lost) }
}

/// The reason for the field, or for the part that it belongs to.
fn reason<'r>(path: &str, left: &BTreeMap<&str, &'r str>) -> Option<&'r str> {
    let parents = path.char_indices().rev().filter(|(_, c)| matches!(c, '.' | '[')).map(|(at, _)| &path[..at]);
    std::iter::once(path).chain(parents).find_map(|at| left.get(at).copied())
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

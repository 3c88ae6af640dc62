//! Where `{ todo: note }` goes when it stands in place of a whole group.

use crate::tree::{Data, Node};

/// The fields that name a group, or say what it has to say. The first one that a group has takes the gap.
const NAMING: [&str; 19] = [
    "title",
    "name",
    "text",
    "question",
    "label",
    "role",
    "phase",
    "action",
    "summary",
    "plain",
    "body",
    "answer",
    "say",
    "legal_name",
    "team",
    "number",
    "schedule",
    "street",
    "url",
];

/// Whether a node is `{ todo: note }` and nothing else.
pub(super) fn is_gap(node: &Node) -> bool {
    let Data::Map(fields) = &node.data else { return false };
    let mut kept = fields.iter().filter(|(_, field)| !field.faulty);
    matches!((kept.next(), kept.next()), (Some((key, _)), None) if &*key.name == "todo")
}

/// The field that takes the gap of a group with these fields.
pub(super) fn field(fields: &'static [&'static str]) -> Option<&'static str> {
    NAMING.into_iter().find(|name| fields.contains(name))
}

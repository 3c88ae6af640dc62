//! What may not stand in a list or a group: nothing, the same field twice, fields merged from elsewhere.

use std::collections::BTreeMap;

use super::problems::{duplicate, empty, yaml_feature};
use super::{Data, Key, Node, Scalar};
use crate::diagnostic::{Sink, quote};
use crate::path::FieldPath;

/// Takes empty items out of the list at `path`.
pub(super) fn items(items: Vec<Node>, path: &FieldPath, sink: &mut Sink<'_>) -> Vec<Node> {
    let mut kept = Vec::with_capacity(items.len());
    for (i, item) in items.into_iter().enumerate() {
        if is_empty(&item) {
            sink.push(empty("this item of the list").at_path(path.item(i)), item.span);
        } else {
            kept.push(item);
        }
    }
    kept
}

/// Takes empty, repeated and merged fields out of the group at `path`.
pub(super) fn fields(fields: Vec<(Key, Node)>, path: &FieldPath, sink: &mut Sink<'_>) -> Vec<(Key, Node)> {
    let mut kept = Vec::with_capacity(fields.len());
    let mut lines: BTreeMap<Box<str>, usize> = BTreeMap::new();
    for (key, node) in fields {
        let (line, _) = sink.source().line_column(key.span.start);
        let problem = if let Some(first) = lines.get(&key.name) {
            duplicate(&key.name, *first)
        } else if &*key.name == "<<" {
            yaml_feature("`<<` doesn't merge fields here").help("write the fields out")
        } else if is_empty(&node) {
            empty(&quote(&key.name))
        } else {
            lines.insert(key.name.clone(), line);
            kept.push((key, node));
            continue;
        };
        lines.entry(key.name.clone()).or_insert(line);
        sink.push(problem.at_path(path.field(&key.name)), key.span);
    }
    kept
}

/// Whether a value was left out: nothing after the colon, or a text of white space only. `null` is written, and so not
/// empty; whether it may stand there is for the field to say.
pub(super) fn is_empty(node: &Node) -> bool {
    match &node.data {
        Data::Null => node.span.is_empty(),
        Data::Scalar(Scalar { text, .. }) => text.trim().is_empty(),
        Data::List(_) | Data::Map(_) => false,
    }
}

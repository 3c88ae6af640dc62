//! Typed values out of a tree, with every fault of a file in one run.
//!
//! `serde` stops at the first fault. So the faulty piece is reported and left out, and reading goes on from there, until
//! nothing is left to report. That works because every field of the model has a default: a piece that is left out is
//! simply absent, and whether it may be absent is for later checks to say.
//!
//! A gap, `{ todo: note }`, may stand where a text, a list or a group of fields belongs: in the stead of a list it is a
//! list of one gap, in the stead of a group it is a gap in the field that names the group.

mod entries;
mod fault;
mod gap;
mod number;
mod reader;
mod stop;

use std::sync::Arc;

use serde::de::DeserializeOwned;

pub use fault::{Fault, fault};
use reader::Reader;
use stop::Stop;

use crate::diagnostic::{Diagnostic, Sink};
use crate::path::FieldPath;
use crate::source::Source;
use crate::tree::{Data, Limits, Node};

/// Reads what can be read, and reports the rest.
///
/// Also returns the tree of what was read: the faulty pieces are gone, so that the third item of a list in the value is
/// the third item in the tree.
///
/// Every type below `T` has to accept absent fields, as `#[serde(default)]` makes it do; where one doesn't, all of it
/// is left out.
pub fn decode<T: DeserializeOwned + Default>(
    mut tree: Node,
    source: &Arc<Source>,
    faults: &mut Vec<Diagnostic>,
) -> (T, Node) {
    let mut sink = Sink::new(source, faults, Limits::default().faults);
    // What stands before this has been read without a fault. Reading it once for each fault would cost time.
    let mut from = vec![];
    loop {
        match T::deserialize(Reader::new(&tree, &from)) {
            Ok(value) if from.is_empty() => {
                prune(&mut tree);
                return (value, tree);
            }
            Ok(_) => from.clear(),
            // A piece of which only the rest was read may miss what was skipped.
            Err(stop) if !from.is_empty() && from.starts_with(&stop.steps()) => from.clear(),
            Err(stop) => {
                from = stop.steps();
                report(stop, &tree, &from, &mut sink);
                if sink.is_full() {
                    from.truncate(1);
                }
                if from.is_empty() || !leave_out(&mut tree, &from) {
                    return (T::default(), Node::new(tree.span, Data::Map(vec![])));
                }
            }
        }
    }
}

fn report(stop: Stop, tree: &Node, steps: &[usize], sink: &mut Sink<'_>) {
    let (problem, span) = stop.into_problem();
    sink.push(problem.at_path(path(tree, steps)), span.unwrap_or_else(|| tree.span.clone()));
}

/// The path to which these steps lead from the root.
fn path(tree: &Node, steps: &[usize]) -> FieldPath {
    let mut path = FieldPath::root();
    let mut node = Some(tree);
    for step in steps {
        node = match node.map(|node| &node.data) {
            Some(Data::List(items)) => {
                path = path.item(*step);
                items.get(*step)
            }
            Some(Data::Map(fields)) => fields.get(*step).map(|(key, field)| {
                path = path.field(&key.name);
                field
            }),
            _ => None,
        };
    }
    path
}

/// Marks the piece to which these steps lead; whether there is one that wasn't marked yet.
fn leave_out(tree: &mut Node, steps: &[usize]) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        return !std::mem::replace(&mut tree.faulty, true);
    };
    let child = match &mut tree.data {
        Data::List(items) => items.get_mut(*step),
        Data::Map(fields) => fields.get_mut(*step).map(|(_, field)| field),
        Data::Null | Data::Scalar(_) => None,
    };
    child.is_some_and(|child| leave_out(child, rest))
}

/// Takes out the marked pieces.
fn prune(node: &mut Node) {
    match &mut node.data {
        Data::List(items) => {
            items.retain(|item| !item.faulty);
            items.iter_mut().for_each(prune);
        }
        Data::Map(fields) => {
            fields.retain(|(_, field)| !field.faulty);
            fields.iter_mut().map(|(_, field)| field).for_each(prune);
        }
        Data::Null | Data::Scalar(_) => {}
    }
}

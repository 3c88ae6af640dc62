//! Values that a file names with `&name`, to repeat them with `*name`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Data, Node};

/// The named values of a file. The parser numbers them from one, and writes zero for "no name".
#[derive(Default)]
pub(super) struct Anchors(BTreeMap<usize, Anchor>);

#[derive(Default)]
struct Anchor {
    name: Box<str>,
    span: Range<u32>,
    used: bool,
    /// Nothing until the value is complete.
    value: Option<Value>,
}

struct Value {
    node: Node,
    size: Size,
}

/// What a value adds to the content when it is repeated.
#[derive(Clone, Copy)]
struct Size {
    values: usize,
    bytes: usize,
    levels: usize,
}

/// Why a value can't be repeated.
pub(super) enum Refusal {
    /// The value isn't complete: it would hold itself.
    Cycle,
    /// The value would be nested too deep.
    TooDeep,
}

impl Anchors {
    /// A list or a group with a name begins.
    pub(super) fn open(&mut self, id: usize) {
        if id != 0 {
            self.0.entry(id).or_default();
        }
    }

    /// Keeps the name and its place.
    pub(super) fn name(&mut self, id: usize, name: &str, span: Range<u32>) {
        let anchor = self.0.entry(id).or_default();
        anchor.name = name.into();
        anchor.span = span;
    }

    /// The value is complete.
    pub(super) fn close(&mut self, id: usize, node: &Node) {
        if id != 0 {
            self.0.entry(id).or_default().value = Some(Value { node: node.clone(), size: measure(node) });
        }
    }

    /// The number of values and of bytes that are added by repeating a value where `levels` may still be nested.
    pub(super) fn repeat(&mut self, id: usize, levels: usize) -> Result<(usize, usize), Refusal> {
        let anchor = self.0.entry(id).or_default();
        anchor.used = true;
        match &anchor.value {
            None => Err(Refusal::Cycle),
            Some(value) if value.size.levels > levels => Err(Refusal::TooDeep),
            Some(Value { size, .. }) => Ok((size.values, size.bytes)),
        }
    }

    /// The value with this number, if it is complete.
    pub(super) fn value(&self, id: usize) -> Option<&Node> {
        self.0.get(&id)?.value.as_ref().map(|value| &value.node)
    }

    /// The names that nothing repeats, and where they stand.
    pub(super) fn unused(&self) -> Vec<(Box<str>, Range<u32>)> {
        self.0.values().filter(|a| !a.used).map(|a| (a.name.clone(), a.span.clone())).collect()
    }

    /// Forgets all names: the rest of the file, which may use them, isn't read.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}

fn measure(node: &Node) -> Size {
    let own = Size { values: 1, bytes: node.text().map_or(0, str::len), levels: 0 };
    let nested = |sum: Size, child: &Node| {
        let size = measure(child);
        Size {
            values: sum.values + size.values,
            bytes: sum.bytes + size.bytes,
            levels: sum.levels.max(size.levels + 1),
        }
    };
    let container = Size { levels: 1, ..own };
    match &node.data {
        Data::Null | Data::Scalar(_) => own,
        Data::List(items) => items.iter().fold(container, nested),
        Data::Map(fields) => fields.iter().map(|(_, node)| node).fold(container, nested),
    }
}

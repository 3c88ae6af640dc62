//! The items of a list and the fields of a group, as `serde` asks for them.

use std::iter::Enumerate;
use std::slice::Iter;

use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess};

use super::reader::Reader;
use super::stop::Stop;
use crate::tree::{Key, Node};

/// The children from which reading goes on: those before were read, and the one at `first` was read in part.
fn rest_of(from: &[usize], index: usize) -> &[usize] {
    match from.split_first() {
        Some((first, rest)) if *first == index => rest,
        _ => &[],
    }
}

/// The items of a list.
pub(super) struct Items<'t> {
    items: Enumerate<Iter<'t, Node>>,
    from: &'t [usize],
}

impl<'t> Items<'t> {
    pub(super) fn new(items: &'t [Node], from: &'t [usize]) -> Self {
        Self { items: items.iter().enumerate(), from }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Stop;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        let first = self.from.first().copied().unwrap_or_default();
        let Some((i, node)) = self.items.find(|(i, node)| *i >= first && !node.faulty) else { return Ok(None) };
        let value = seed.deserialize(Reader::new(node, rest_of(self.from, i)));
        value.map(Some).map_err(|stop| stop.at(&node.span).through(i))
    }
}

/// The fields of a group.
pub(super) struct Entries<'t> {
    fields: Enumerate<Iter<'t, (Key, Node)>>,
    from: &'t [usize],
    /// The field of which the name was asked for, and the value wasn't yet.
    named: Option<(usize, &'t Node)>,
}

impl<'t> Entries<'t> {
    pub(super) fn new(fields: &'t [(Key, Node)], from: &'t [usize]) -> Self {
        Self { fields: fields.iter().enumerate(), from, named: None }
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Stop;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        let first = self.from.first().copied().unwrap_or_default();
        let next = self.fields.find(|(i, (_, node))| *i >= first && !node.faulty);
        let Some((i, (key, node))) = next else { return Ok(None) };
        self.named = Some((i, node));
        let name = seed.deserialize((&*key.name).into_deserializer());
        name.map(Some).map_err(|stop: Stop| stop.at(&key.span).through(i))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Stop> {
        let Some((i, node)) = self.named.take() else {
            return Err(Stop::new("wrong-type", "expected a name before its value"));
        };
        let value = seed.deserialize(Reader::new(node, rest_of(self.from, i)));
        value.map_err(|stop| stop.at(&node.span).through(i))
    }
}

/// A gap as a list of one item. The file has no list there, so that faults belong to the gap as a whole.
pub(super) struct OneItem<'t>(pub(super) Option<&'t Node>);

impl<'de> SeqAccess<'de> for OneItem<'_> {
    type Error = Stop;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        self.0.take().map(|node| seed.deserialize(Reader::new(node, &[])).map_err(Stop::whole)).transpose()
    }
}

/// A gap as a group of one field, the name of which comes first.
pub(super) struct OneField<'t>(pub(super) Option<&'static str>, pub(super) &'t Node);

impl<'de> MapAccess<'de> for OneField<'_> {
    type Error = Stop;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        self.0.take().map(|name| seed.deserialize(name.into_deserializer())).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Stop> {
        seed.deserialize(Reader::new(self.1, &[])).map_err(Stop::whole)
    }
}

//! A node of the tree as `serde` reads it. The type that is read decides what a text means.

use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, Error as _, Unexpected, Visitor};

use super::entries::{Entries, Items, OneField, OneItem};
use super::stop::Stop;
use super::{gap, number};
use crate::diagnostic::quote;
use crate::tree::{Data, Node};

/// Reads a node, from the child on to which `from` leads.
#[derive(Clone, Copy)]
pub(super) struct Reader<'t> {
    node: &'t Node,
    from: &'t [usize],
}

impl<'t> Reader<'t> {
    pub(super) fn new(node: &'t Node, from: &'t [usize]) -> Self {
        Self { node, from }
    }

    fn found(&self) -> Unexpected<'t> {
        match &self.node.data {
            Data::Null => Unexpected::Unit,
            Data::Scalar(scalar) => Unexpected::Str(&scalar.text),
            Data::List(_) => Unexpected::Seq,
            Data::Map(_) => Unexpected::Map,
        }
    }

    fn text(&self, expected: &'static str) -> Result<&'t str, Stop> {
        self.node.text().ok_or_else(|| Stop::invalid_type(self.found(), &expected))
    }

    /// Adds the place to a fault that doesn't know it.
    fn placed<T>(&self, result: Result<T, Stop>) -> Result<T, Stop> {
        result.map_err(|stop| stop.at(&self.node.span))
    }

    fn whole(&self, least: i128, most: i128) -> Result<i128, Stop> {
        self.text("a whole number").and_then(|text| number::whole(text, least, most))
    }

    fn truth(&self) -> Result<bool, Stop> {
        match self.text("`true` or `false`")? {
            "true" | "True" | "TRUE" => Ok(true),
            "false" | "False" | "FALSE" => Ok(false),
            text => Err(Stop::new("wrong-value", format!("expected `true` or `false`, found {}", quote(text)))),
        }
    }

    /// What to say to somebody who wrote something else where a group belongs.
    fn not_a_group(&self, fields: &[&str]) -> Stop {
        let problem = Stop::invalid_type(self.found(), &"a group of fields");
        let some = fields.iter().take(4).map(|name| format!("`{name}: `")).collect::<Vec<_>>().join(", ");
        let more = if fields.len() > 4 { " and others" } else { "" };
        if fields.is_empty() {
            problem
        } else {
            problem.help(format!("write its fields on lines of their own: {some}{more}"))
        }
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $type:ty),* $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
            let number = self.whole(<$type>::MIN.into(), <$type>::MAX.into());
            // The bounds are those of the type, so that the conversion holds.
            self.placed(number.and_then(|n| visitor.$visit(n as $type)))
        })*
    };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Stop;

    whole_numbers! {
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64, deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64,
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let number = self.text("a number").and_then(number::decimal);
        self.placed(number.and_then(|n| visitor.visit_f64(n)))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.placed(self.truth().and_then(|truth| visitor.visit_bool(truth)))
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.placed(match &self.node.data {
            Data::Null => visitor.visit_unit(),
            Data::Scalar(scalar) => visitor.visit_str(&scalar.text),
            Data::List(items) => visitor.visit_seq(Items::new(items, self.from)),
            Data::Map(fields) => visitor.visit_map(Entries::new(fields, self.from)),
        })
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let text = self.text("a text").map_err(|stop| match self.node.data {
            Data::Map(_) => stop.help("if this is meant as a text, put it in quotes: `: ` and braces begin fields"),
            _ => stop,
        });
        self.placed(text.and_then(|text| visitor.visit_str(text)))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        if matches!(self.node.data, Data::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        choices: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let word = self.text("one word").map_err(|stop| {
            let choices = choices.iter().map(|choice| format!("`{choice}`")).collect::<Vec<_>>().join(", ");
            stop.help(format!("the choices are {choices}"))
        });
        self.placed(word.and_then(|word| visitor.visit_enum(StrDeserializer::new(word))))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.placed(match &self.node.data {
            Data::List(items) => visitor.visit_seq(Items::new(items, self.from)),
            _ if gap::is_gap(self.node) => visitor.visit_seq(OneItem(Some(self.node))),
            _ => Err(Stop::invalid_type(self.found(), &"a list")),
        })
    }

    /// A list of fixed length can't be read in part, or do without one of its items.
    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Stop> {
        let read = match &self.node.data {
            Data::List(items) => visitor.visit_seq(Items::new(items, &[])),
            _ => Err(Stop::invalid_type(self.found(), &"a list")),
        };
        self.placed(read).map_err(Stop::whole)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.placed(match &self.node.data {
            _ if gap::is_gap(self.node) => visitor.visit_map(OneField(Some("todo"), self.node)),
            Data::Map(fields) => visitor.visit_map(Entries::new(fields, self.from)),
            _ => Err(Stop::invalid_type(self.found(), &"named values").help("write `name: value` for each")),
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let gap = (gap::is_gap(self.node) && !fields.contains(&"todo")).then(|| gap::field(fields));
        self.placed(match (&self.node.data, gap) {
            (_, Some(Some(field))) => visitor.visit_map(OneField(Some(field), self.node)),
            (_, Some(None)) => Err(Stop::new("wrong-type", "`todo` can't stand for this group as a whole")
                .help("write `todo` at each of its fields that isn't known yet")),
            (Data::Map(entries), None) => visitor.visit_map(Entries::new(entries, self.from)),
            (_, None) => Err(self.not_a_group(fields)),
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { char bytes byte_buf unit unit_struct tuple_struct identifier }
}

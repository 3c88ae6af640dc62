//! Authored facts that are not words.

use std::{fmt, marker::PhantomData};

use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, DeserializeOwned, value},
};

use super::{Leaf, Target};
use crate::path::FieldPath;

/// An authored fact that is not words: a date, a phone, a choice. Empty, known, or a gap.
///
/// ```
/// use serviceline_core::{leaf::Fact, model::Date};
/// let fact = Fact::from(Date::new(2027, 9, 1).unwrap());
/// assert_eq!(fact.value().unwrap().to_string(), "2027-09-01");
/// ```
#[derive(Clone)]
pub struct Fact<T> {
    value: Option<T>,
    todo: Option<String>,
    place: FieldPath,
}

impl<T> Fact<T> {
    /// The fact, if it is known.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }
    /// A known gap, with a note on what is missing.
    #[must_use]
    pub fn todo(note: &str) -> Self {
        Self { todo: Some(note.to_owned()), ..Self::default() }
    }
}
impl<T> Default for Fact<T> {
    fn default() -> Self {
        Self { value: None, todo: None, place: FieldPath::default() }
    }
}
impl<T> From<T> for Fact<T> {
    fn from(value: T) -> Self {
        Self { value: Some(value), ..Self::default() }
    }
}
impl<T: PartialEq> PartialEq for Fact<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.todo == other.todo
    }
}
impl<T: fmt::Debug> fmt::Debug for Fact<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.value, &self.todo) {
            (_, Some(note)) => write!(f, "Fact(todo: {note:?})"),
            (Some(value), None) => write!(f, "Fact({value:?})"),
            (None, None) => f.write_str("Fact(-)"),
        }
    }
}
/// A value that a fact can have.
pub trait FactValue {
    /// What it refers to, if it is a reference.
    fn reference(&self) -> Option<(Target, &str)> {
        None
    }
}
impl FactValue for bool {}

impl<T: FactValue> Leaf for Fact<T> {
    fn place(&self) -> &FieldPath {
        &self.place
    }
    fn is_empty(&self) -> bool {
        self.value.is_none() && self.todo.is_none()
    }
    fn gap(&self) -> Option<&str> {
        self.todo.as_deref()
    }
    fn stamp(&mut self, place: FieldPath) {
        self.place = place;
    }
    fn set_gap(&mut self, note: &str) {
        self.todo = Some(note.to_owned());
    }
    fn reference(&self) -> Option<(Target, &str)> {
        self.value.as_ref().and_then(FactValue::reference)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Fact<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FactVisitor<T>(PhantomData<T>);
        impl<'de, T: DeserializeOwned> de::Visitor<'de> for FactVisitor<T> {
            type Value = Fact<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one value")
            }
            fn visit_unit<E>(self) -> Result<Fact<T>, E> {
                Ok(Fact::default())
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Fact<T>, E> {
                T::deserialize(Scalar(text, PhantomData)).map(Fact::from)
            }
            fn visit_bool<E: de::Error>(self, v: bool) -> Result<Fact<T>, E> {
                self.visit_str(if v { "true" } else { "false" })
            }
            fn visit_u64<E: de::Error>(self, v: u64) -> Result<Fact<T>, E> {
                self.visit_str(&v.to_string())
            }
            fn visit_i64<E: de::Error>(self, v: i64) -> Result<Fact<T>, E> {
                self.visit_str(&v.to_string())
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Fact<T>, A::Error> {
                T::deserialize(value::SeqAccessDeserializer::new(seq)).map(Fact::from)
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Fact<T>, A::Error> {
                match map.next_key::<String>()? {
                    Some(key) if key == "todo" => Ok(Fact { todo: Some(map.next_value()?), ..Fact::default() }),
                    Some(key) => Err(de::Error::unknown_field(&key, &["todo"])),
                    None => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
                }
            }
        }
        deserializer.deserialize_any(FactVisitor(PhantomData))
    }
}
impl<T: Serialize> Serialize for Fact<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Gap<'a> {
            todo: &'a str,
        }
        match (&self.value, &self.todo) {
            (_, Some(note)) => Gap { todo: note }.serialize(serializer),
            (Some(value), None) => value.serialize(serializer),
            (None, None) => serializer.serialize_none(),
        }
    }
}
impl<T: JsonSchema> JsonSchema for Fact<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("FactOf{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let known = generator.subschema_for::<T>();
        schemars::json_schema!({ "anyOf": [known, {
            "type": "object", "properties": { "todo": { "type": "string" } },
            "required": ["todo"], "additionalProperties": false
        }] })
    }
}

/// A scalar that is read as whatever its type asks for.
struct Scalar<'a, E>(&'a str, PhantomData<E>);
macro_rules! parsed {
    ($($method:ident $visit:ident $ty:ty),* $(,)?) => { $(
        fn $method<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            match self.0.parse::<$ty>() {
                Ok(value) => visitor.$visit(value),
                Err(_) => Err(de::Error::invalid_value(de::Unexpected::Str(self.0), &visitor)),
            }
        }
    )* };
}
impl<'de, E: de::Error> Deserializer<'de> for Scalar<'_, E> {
    type Error = E;
    fn deserialize_any<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_str(self.0)
    }
    fn deserialize_enum<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_enum(value::StrDeserializer::new(self.0))
    }
    fn deserialize_newtype_struct<V: de::Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }
    parsed! {
        deserialize_bool visit_bool bool,
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32, deserialize_u64 visit_u64 u64,
        deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64,
        deserialize_f32 visit_f32 f32, deserialize_f64 visit_f64 f64,
    }
    serde::forward_to_deserialize_any! { char str string bytes byte_buf option unit unit_struct seq tuple tuple_struct map struct identifier ignored_any }
}

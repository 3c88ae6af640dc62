//! The two leaf types that hold published content: [`Text`] for words and [`Fact`] for everything else.
//!
//! A leaf knows its place in the source ([`FieldPath`]), once an edition has been prepared, and can be a gap: something
//! that its author knows to be missing (`todo: "..."`). No other type of the model holds anything that a reader sees.

use std::{fmt, marker::PhantomData, sync::Arc};

use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, DeserializeOwned, value},
};

use crate::{
    fields::Limits,
    model::Audience,
    path::FieldPath,
    prose::Prose,
};

/// What a reference outside prose points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A phone line.
    Phone,
    /// A link.
    Link,
    /// A claim.
    Claim,
    /// A place.
    Location,
    /// A schedule, a phone line's or a place's.
    Hours,
    /// A term: glossary, conditions, tests, treatments and team share their ids.
    Term,
}

/// What texts and facts have in common: a place, and being empty, known or a gap.
pub trait Leaf {
    /// Where it stands in its source; empty until an edition is prepared.
    fn place(&self) -> &FieldPath;
    /// Nothing was given: neither content nor a gap.
    fn is_empty(&self) -> bool;
    /// The author's note on what is missing.
    fn gap(&self) -> Option<&str>;
    #[doc(hidden)]
    fn stamp(&mut self, place: FieldPath);
    #[doc(hidden)]
    fn set_gap(&mut self, note: &str);
    /// What it refers to, if it is a reference.
    fn reference(&self) -> Option<(Target, &str)> {
        None
    }
    /// The text itself, if this leaf is one.
    fn as_text(&self) -> Option<&Text> {
        None
    }
    #[doc(hidden)]
    fn as_text_mut(&mut self) -> Option<&mut Text> {
        None
    }
}

/// Authored words and their variants; prose in the Markdown subset of [`crate::prose`].
///
/// In a source it is a string, or a map of `text`, `short`, `spoken`, `channels`, `audience` and `todo`.
///
/// ```
/// use serviceline_core::leaf::Text;
/// let text = Text::from("Our surgeons did many operations.").with_short("Many operations.");
/// assert_eq!(text.short(), Some("Many operations."));
/// assert_eq!(text.spoken(), None);
/// ```
#[derive(Clone, Default)]
pub struct Text {
    pub(crate) full: Arc<str>,
    pub(crate) short: Option<Arc<str>>,
    pub(crate) spoken: Option<Arc<str>>,
    pub(crate) todo: Option<Arc<str>>,
    pub(crate) limits: Limits,
    /// Given in the source, if only as nothing at all: an empty field is an error, an absent one may not be.
    pub(crate) given: bool,
    /// The variants stand beside the text as fields of its item, not within it.
    pub(crate) beside: bool,
    pub(crate) place: FieldPath,
    pub(crate) parsed: Option<Arc<Parsed>>,
}

/// The prose of a text in each of its variants.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) full: Prose,
    pub(crate) short: Option<Prose>,
    pub(crate) spoken: Option<Prose>,
    /// What it refers to in any wording but the one that is read aloud, then in that one too.
    pub(crate) refers: Vec<(Target, Arc<str>)>,
    pub(crate) refers_aloud: Vec<(Target, Arc<str>)>,
}

impl Text {
    /// A known gap, with a note on what is missing.
    #[must_use]
    pub fn todo(note: &str) -> Self {
        Self { todo: Some(note.into()), given: true, ..Self::default() }
    }
    /// The same text with a wording for where space is scarce.
    #[must_use]
    pub fn with_short(mut self, short: &str) -> Self {
        self.short = Some(short.into());
        self
    }
    /// The same text with a wording for where it is read aloud.
    #[must_use]
    pub fn with_spoken(mut self, spoken: &str) -> Self {
        self.spoken = Some(spoken.into());
        self
    }
    /// The full wording, as authored.
    #[must_use]
    pub fn full(&self) -> &str {
        &self.full
    }
    /// The wording for where space is scarce, if one was authored.
    #[must_use]
    pub fn short(&self) -> Option<&str> {
        self.short.as_deref()
    }
    /// The wording for where it is read aloud, if one was authored.
    #[must_use]
    pub fn spoken(&self) -> Option<&str> {
        self.spoken.as_deref()
    }
    /// The same words in all of its wordings.
    pub fn reword(&mut self, words: &str) {
        let words: Arc<str> = words.into();
        for variant in [&mut self.short, &mut self.spoken].into_iter().flatten() {
            *variant = Arc::clone(&words);
        }
        self.full = words;
    }
    pub(crate) fn limits(&self) -> Limits {
        self.limits.clone()
    }
    /// Where the variant called `name` stands.
    pub(crate) fn variant_place(&self, name: &str) -> FieldPath {
        let base = self.place.as_str();
        let base = if self.beside { base.rsplit_once('.').map_or("", |(parent, _)| parent) } else { base };
        if base.is_empty() { name.into() } else { format!("{base}.{name}").into() }
    }
}

impl From<&str> for Text {
    fn from(full: &str) -> Self {
        Self { full: full.into(), given: true, ..Self::default() }
    }
}
impl From<String> for Text {
    fn from(full: String) -> Self {
        Self { full: full.into(), given: true, ..Self::default() }
    }
}
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        let key = |t: &Self| (t.full.clone(), t.short.clone(), t.spoken.clone(), t.todo.clone(), t.limits.clone());
        key(self) == key(other)
    }
}
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.todo {
            Some(note) => write!(f, "Text(todo: {note:?})"),
            None => write!(f, "Text({:?})", self.full),
        }
    }
}
impl Leaf for Text {
    fn place(&self) -> &FieldPath {
        &self.place
    }
    fn is_empty(&self) -> bool {
        self.full.trim().is_empty() && self.todo.is_none()
    }
    fn gap(&self) -> Option<&str> {
        self.todo.as_deref()
    }
    fn stamp(&mut self, place: FieldPath) {
        self.place = place;
    }
    fn set_gap(&mut self, note: &str) {
        self.todo = Some(note.into());
    }
    fn as_text(&self) -> Option<&Text> {
        Some(self)
    }
    fn as_text_mut(&mut self) -> Option<&mut Text> {
        Some(self)
    }
}

/// The written-out form of a [`Text`].
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct Variants {
    /// The full wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// A wording for where space is scarce.
    #[serde(skip_serializing_if = "Option::is_none")]
    short: Option<String>,
    /// A wording for where it is read aloud.
    #[serde(skip_serializing_if = "Option::is_none")]
    spoken: Option<String>,
    /// The channels that may show this text; all of them if none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    channels: Vec<String>,
    /// The audience that this text is for, if not everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<Audience>,
    /// What is missing here. A gap blocks publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    todo: Option<String>,
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> de::Visitor<'de> for TextVisitor {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, or a group of `text`, `short` and `spoken`")
            }
            fn visit_unit<E>(self) -> Result<Text, E> {
                Ok(Text { given: true, ..Text::default() })
            }
            fn visit_str<E>(self, text: &str) -> Result<Text, E> {
                Ok(Text::from(text))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                let v = Variants::deserialize(value::MapAccessDeserializer::new(map))?;
                Ok(Text {
                    full: v.text.unwrap_or_default().into(),
                    short: v.short.map(Into::into),
                    spoken: v.spoken.map(Into::into),
                    todo: v.todo.map(Into::into),
                    limits: Limits::new(&v.channels, v.audience),
                    given: true,
                    ..Text::default()
                })
            }
        }
        deserializer.deserialize_any(TextVisitor)
    }
}
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let variants = !self.beside && (self.short.is_some() || self.spoken.is_some());
        if !variants && self.todo.is_none() && self.limits.is_none() {
            return if self.given { serializer.serialize_str(&self.full) } else { serializer.serialize_none() };
        }
        Variants {
            text: (!self.full.is_empty()).then(|| self.full.to_string()),
            short: self.short().filter(|_| !self.beside).map(str::to_owned),
            spoken: self.spoken().filter(|_| !self.beside).map(str::to_owned),
            channels: self.limits.channels.to_vec(),
            audience: self.limits.audience,
            todo: self.todo.as_deref().map(str::to_owned),
        }
        .serialize(serializer)
    }
}
impl JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let variants = generator.subschema_for::<Variants>();
        schemars::json_schema!({ "anyOf": [{ "type": ["string", "number", "boolean"] }, variants] })
    }
}

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

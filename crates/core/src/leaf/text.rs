//! Authored words and their wordings.

use std::{fmt, sync::Arc};

use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, value},
};

use super::{Leaf, Target};
use crate::{fields::Limits, model::Audience, path::FieldPath, prose::Prose};

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

//! The product's own words: templates with named values, read from data files.
//!
//! Channels say nothing of their own; they take a phrase by its key and give it values. A phrase is raw text and simple
//! `{{name}}` expressions in the syntax of handlebars, read once; filling it is splicing. Nothing is lax here: an unknown
//! key and a missing value are errors, and a file that asks for a value nobody gives is refused when it is read.

mod overlay;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use handlebars::Template;
use handlebars::template::{HelperTemplate, TemplateElement};
use serde::{Deserialize, Deserializer, de};
use serviceline_templates::Templates;

use crate::data;
use crate::diagnostic::{Diagnostic, Report};
use crate::nearest::nearest;
use crate::source::Source;

/// The name of a value that is always given: a space, for a phrase that is nothing else.
const SPACE: &str = "space";

/// A template of raw text and named values.
///
/// `{{space}}` is a space, which a file could not hold by itself: a text of spaces alone counts as empty there.
///
/// ```
/// use serviceline_core::phrase::Pattern;
/// let pattern: Pattern = "{{first}} and {{last}}".parse().unwrap();
/// assert_eq!(pattern.fill(&[("first", "English"), ("last", "Spanish")]).unwrap(), "English and Spanish");
/// assert!(pattern.fill(&[("first", "English")]).is_err());
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pattern {
    parts: Arc<[Part]>,
}

/// A stretch of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Printed as it stands.
    Literal(String),
    /// The place of the value with this name.
    Value(String),
}

/// A stretch of a pattern that was given its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound<'p, 'v, T> {
    /// The pattern's own text.
    Literal(&'p str),
    /// A value.
    Value(&'v T),
}

impl Pattern {
    /// The stretches in order. Literals are never empty, and no two stand side by side.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The names of the values that it asks for, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Value(name) => Some(name.as_str()),
            Part::Literal(_) => None,
        })
    }

    /// The stretches with their values in place.
    ///
    /// # Errors
    ///
    /// `missing-value` if a value that it asks for is not among `values`.
    pub fn bind<'p, 'v, T>(&'p self, values: &'v [(&str, T)]) -> Result<Vec<Bound<'p, 'v, T>>, Diagnostic> {
        self.parts.iter().map(|part| part.bind(values)).collect()
    }

    /// The text with its values in place.
    ///
    /// # Errors
    ///
    /// `missing-value` if a value that it asks for is not among `values`.
    pub fn fill(&self, values: &[(&str, &str)]) -> Result<String, Diagnostic> {
        let mut text = String::new();
        for part in self.parts.iter() {
            text.push_str(part.bind(values)?.text());
        }
        Ok(text)
    }
}

impl Part {
    /// The stretch with its value in place.
    ///
    /// # Errors
    ///
    /// `missing-value` if the value that it asks for is not among `values`.
    pub fn bind<'p, 'v, T>(&'p self, values: &'v [(&str, T)]) -> Result<Bound<'p, 'v, T>, Diagnostic> {
        match self {
            Self::Literal(text) => Ok(Bound::Literal(text)),
            Self::Value(name) => {
                let value = values.iter().find(|(given, _)| given == name);
                value.map(|(_, value)| Bound::Value(value)).ok_or_else(|| missing(name, values))
            }
        }
    }
}

impl<'t> Bound<'t, 't, &'t str> {
    fn text(&self) -> &'t str {
        match self {
            Self::Literal(text) => text,
            Self::Value(text) => text,
        }
    }
}

impl std::str::FromStr for Pattern {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let template = Template::compile(text).map_err(|_| Unreadable::syntax(text))?;
        let mut parts: Vec<Part> = Vec::with_capacity(template.elements.len());
        for element in template.elements {
            let part = match element {
                TemplateElement::RawString(text) => Part::Literal(text),
                TemplateElement::Expression(value) => match simple_name(&value)? {
                    name if name == SPACE => Part::Literal(" ".to_owned()),
                    name => Part::Value(name),
                },
                _ => return Err(Unreadable::not_simple()),
            };
            match (part, parts.last_mut()) {
                (Part::Literal(text), _) if text.is_empty() => {}
                (Part::Literal(text), Some(Part::Literal(before))) => before.push_str(&text),
                (part, _) => parts.push(part),
            }
        }
        Ok(Self { parts: parts.into() })
    }
}

/// The name in `{{name}}`, if that is all there is to it.
fn simple_name(value: &HelperTemplate) -> Result<String, Unreadable> {
    let plain = value.params.is_empty() && value.hash.is_empty() && !value.block;
    let name = value.name.as_name().filter(|_| plain).ok_or_else(Unreadable::not_simple)?;
    let is_word = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if is_word && !name.is_empty() { Ok(name.to_owned()) } else { Err(Unreadable::not_simple()) }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// As it is written in a file.
impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Literal(text) => f.write_str(text),
            Part::Value(name) => write!(f, "{{{{{name}}}}}"),
        })
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({self})")
    }
}

/// Why a text is no pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected text with simple values such as `{{{{name}}}}`, found {found}")]
pub struct Unreadable {
    found: String,
}

impl Unreadable {
    fn syntax(text: &str) -> Self {
        Self { found: format!("braces without one in `{text}`") }
    }

    fn not_simple() -> Self {
        Self { found: "another expression".to_owned() }
    }
}

/// What the parts of a text can be put together from: plain strings, or words that know where they came from.
pub trait Splice: Clone + Default {
    /// Adds `other` at the end.
    fn splice(&mut self, other: &Self);
}

impl Splice for String {
    fn splice(&mut self, other: &Self) {
        self.push_str(other);
    }
}

/// A phrase: a pattern under its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    key: Arc<str>,
    pattern: Pattern,
}

impl Phrase {
    /// The key, which tells in a finished document who said these words.
    #[must_use]
    pub fn key(&self) -> &Arc<str> {
        &self.key
    }

    /// What it says.
    #[must_use]
    pub fn pattern(&self) -> &Pattern {
        &self.pattern
    }
}

/// The phrases of one file, by key.
///
/// The file is a flat map of keys and patterns. A hospital's own file need hold only what it wants to say differently.
///
/// ```
/// use serviceline_core::phrase::Phrases;
/// use serviceline_templates::Templates;
///
/// let templates = Templates::builtin().overlay("locales/en/phrases.yaml", "section.contact: Call or write\n");
/// let phrases = Phrases::load(&templates, "locales/en/phrases.yaml").unwrap();
/// assert_eq!(phrases.fill("section.contact", &[]).unwrap(), "Call or write");
/// assert_eq!(phrases.fill("place.floor", &[("floor", "2")]).unwrap(), "floor 2");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    phrases: Arc<BTreeMap<Arc<str>, Phrase>>,
}

impl Phrases {
    /// Reads the phrases of one text.
    ///
    /// # Errors
    ///
    /// All keys and patterns that cannot be read, with their places.
    pub fn read(source: &Arc<Source>) -> Result<Self, Report> {
        let patterns: BTreeMap<String, Pattern> = data::read(source)?;
        let keyed = |(key, pattern): (String, Pattern)| {
            let key: Arc<str> = key.into();
            (Arc::clone(&key), Phrase { key, pattern })
        };
        Ok(Self { phrases: Arc::new(patterns.into_iter().map(keyed).collect()) })
    }

    /// Reads the built-in phrases under `name`, with a hospital's own laid over them.
    ///
    /// # Errors
    ///
    /// `missing-template` if there is no such file; all that cannot be read; and of a hospital's own phrases, each with
    /// its place, `unknown-phrase` if the built-in file lacks the key, `missing-value` if one asks for a value that the
    /// built-in phrase doesn't have, and `lost-value` if one leaves out a value that the built-in phrase says.
    pub fn load(templates: &Templates, name: &str) -> Result<Self, Report> {
        let text = data::text(templates, name)?;
        let source = Source::new(name, text);
        let own = Self::read(&source)?;
        let Some(builtin) = Templates::builtin().get(name).filter(|builtin| *builtin != text).map(str::to_owned) else {
            return Ok(own);
        };
        Self::read(&Source::new(name, builtin))?.overlaid(own, &source)
    }

    /// The phrase under a key.
    ///
    /// # Errors
    ///
    /// `unknown-phrase`, with the nearest key.
    pub fn get(&self, key: &str) -> Result<&Phrase, Diagnostic> {
        self.phrases.get(key).ok_or_else(|| {
            let problem = Diagnostic::error("unknown-phrase", format!("there is no phrase `{key}`"));
            match nearest(key, self.keys()) {
                Some(nearest) => problem.help(format!("did you mean `{nearest}`?")),
                None => problem,
            }
        })
    }

    /// The text of a phrase with its values in place.
    ///
    /// # Errors
    ///
    /// `unknown-phrase`, or `missing-value` if a value that it asks for is not among `values`.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> Result<String, Diagnostic> {
        self.get(key)?.pattern.fill(values).map_err(|missing| missing.at_path(key))
    }

    /// All keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.phrases.keys().map(|key| &**key)
    }
}

fn missing<T>(name: &str, values: &[(&str, T)]) -> Diagnostic {
    let problem =
        Diagnostic::error("missing-value", format!("the phrase asks for `{{{{{name}}}}}`, which it isn't given"));
    let given: Vec<String> = values.iter().map(|(given, _)| format!("`{given}`")).collect();
    if given.is_empty() {
        problem.help("it is given no values")
    } else {
        problem.help(format!("it is given {}", given.join(", ")))
    }
}

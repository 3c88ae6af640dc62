//! The written forms of a language: dates, hours, lists, numbers and phones, as its readers write them.
//!
//! All words and patterns come from `locales/<language>/` in the templates; there are none in this code. What is said
//! aloud is not here: the phone script has its own rules.

mod dates;
mod forms;
mod hours;
mod lists;
mod phones;

pub use hours::Writer;

use std::sync::Arc;

use serviceline_templates::Templates;

use crate::data;
use crate::diagnostic::{Diagnostic, Report};
use crate::phrase::{Pattern, Phrases};
use crate::source::Source;
use forms::Forms;

/// The written forms and the shared phrases of a language.
///
/// ```
/// use serviceline_core::locale::Locale;
/// use serviceline_templates::Templates;
///
/// let locale = Locale::load(&Templates::builtin(), "en-US").unwrap();
/// assert_eq!(locale.list(&["A", "B", "C"]), "A, B, and C");
/// assert_eq!(locale.integer(1200), "1,200");
/// ```
#[derive(Clone, Debug)]
pub struct Locale {
    forms: Arc<Forms>,
    phrases: Phrases,
}

impl Locale {
    /// Reads the locale of a language: the folder of the whole tag (`en-US`) if there is one, else that of the
    /// language alone (`en`).
    ///
    /// # Errors
    ///
    /// `unknown-language`, with the languages that there are; everything in the files that cannot be read; `bad-locale`
    /// for a pattern that would lose a value.
    pub fn load(templates: &Templates, tag: &str) -> Result<Self, Report> {
        let folder = folder(templates, tag)?;
        let name = format!("{folder}forms.yaml");
        let forms: Forms = data::read(&Source::new(name.as_str(), data::text(templates, &name)?))?;
        forms.check()?;
        let phrases = Phrases::load(templates, &format!("{folder}phrases.yaml"))?;
        Ok(Self { forms: Arc::new(forms), phrases })
    }

    /// The language of these words, as in the `lang` of a page.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.forms.language
    }

    /// The phrases that channels share.
    #[must_use]
    pub fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The text with a capital first letter, as a sentence begins.
    #[must_use]
    pub fn capitalized(&self, text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }

    /// A name as it stands within a sentence: `Nurse navigator` becomes `nurse navigator`. `MRI scan` and `X-ray` stay, and
    /// so does what somebody is the owner of, such as `Parkinson's nurse`: that is a person's name.
    #[must_use]
    pub fn uncapitalized(&self, text: &str) -> String {
        let first_word = text.split(' ').next().unwrap_or_default();
        let is_name = first_word.ends_with("'s") || first_word.ends_with("’s");
        let mut letters = text.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), Some(second)) if second.is_lowercase() && !is_name => {
                first.to_lowercase().chain(letters).collect()
            }
            _ => text.to_owned(),
        }
    }
}

/// Languages that have a folder, sorted.
#[must_use]
pub fn languages(templates: &Templates) -> Vec<String> {
    let names = templates.list("locales/").into_iter();
    let folders = names.filter_map(|name| name.strip_prefix("locales/")?.strip_suffix("/forms.yaml"));
    let mut languages: Vec<String> = folders.map(str::to_owned).collect();
    languages.sort();
    languages
}

fn folder(templates: &Templates, tag: &str) -> Result<String, Report> {
    let there_are = languages(templates);
    let primary = tag.split('-').next().unwrap_or(tag);
    let same = |wanted: &str| there_are.iter().find(|folder| folder.eq_ignore_ascii_case(wanted));
    if let Some(folder) = same(tag).or_else(|| same(primary)) {
        return Ok(format!("locales/{folder}/"));
    }
    let problem = Diagnostic::error("unknown-language", format!("there are no words for the language `{tag}`"));
    Err(problem.help(format!("use one of: {}, or add the folder locales/{primary}", there_are.join(", "))).into())
}

/// Fills a pattern of a checked locale: [`Forms::check`] has made sure that it asks for nothing else.
fn fill(pattern: &Pattern, values: &[(&str, &str)]) -> String {
    pattern.fill(values).unwrap_or_default()
}

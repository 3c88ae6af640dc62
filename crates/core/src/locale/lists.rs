//! Lists, numbers, quotes, and the names of languages, time zones and holidays.

use super::{Locale, fill};

impl Locale {
    /// "A", "A and B", "A, B, and C".
    #[must_use]
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        let items: Vec<String> = items.iter().map(|item| item.as_ref().to_owned()).collect();
        self.writer(str::to_owned).list(&items)
    }

    /// "A", "A or B", "A, B, or C".
    #[must_use]
    pub fn list_or(&self, items: &[impl AsRef<str>]) -> String {
        let items: Vec<String> = items.iter().map(|item| item.as_ref().to_owned()).collect();
        self.writer(str::to_owned).list_or(&items)
    }

    /// A whole number with separators: "1,200".
    #[must_use]
    pub fn integer(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let first = (digits.len() + 2) % 3 + 1;
        let mut text = String::from(if number < 0 { "-" } else { "" });
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (at + 3 - first).is_multiple_of(3) {
                text.push_str(&self.forms.numbers.thousands);
            }
            text.push(digit);
        }
        text
    }

    /// A number with separators and as many decimals as it has: "1,200.5".
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let plain = number.to_string();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let Ok(whole) = whole.parse::<i64>() else { return plain };
        let sign = if number < 0.0 && whole == 0 { "-" } else { "" };
        let whole = self.integer(whole);
        if decimals.is_empty() { whole } else { format!("{sign}{whole}{}{decimals}", self.forms.numbers.decimal) }
    }

    /// The text between the quotation marks of the language.
    #[must_use]
    pub fn quoted(&self, text: &str) -> String {
        fill(&self.forms.quotes.outer, &[("text", text)])
    }

    /// The text between the quotation marks that stand inside others.
    #[must_use]
    pub fn quoted_inside(&self, text: &str) -> String {
        fill(&self.forms.quotes.inner, &[("text", text)])
    }

    /// The name of a language, for `es-MX` that of `es`; the tag itself if [`Locale::knows_language`] says no.
    #[must_use]
    pub fn language_name<'t>(&'t self, tag: &'t str) -> &'t str {
        self.find_language(tag).unwrap_or(tag)
    }

    /// Whether this locale has a name for the language.
    #[must_use]
    pub fn knows_language(&self, tag: &str) -> bool {
        self.find_language(tag).is_some()
    }

    fn find_language(&self, tag: &str) -> Option<&str> {
        let names = &self.forms.languages.names;
        let primary = tag.split('-').next().unwrap_or(tag);
        names.get(tag).or_else(|| names.get(primary)).map(String::as_str)
    }

    /// "English and Spanish".
    #[must_use]
    pub fn language_names(&self, tags: &[impl AsRef<str>]) -> String {
        let names: Vec<&str> = tags.iter().map(|tag| self.language_name(tag.as_ref())).collect();
        self.list(&names)
    }

    /// "in English and Spanish".
    #[must_use]
    pub fn in_languages(&self, tags: &[impl AsRef<str>]) -> String {
        fill(&self.forms.languages.spoken_in, &[("languages", &self.language_names(tags))])
    }

    /// What people call a time zone, "Eastern time" for `America/New_York`, if this locale has a name for it.
    #[must_use]
    pub fn time_zone(&self, iana: &str) -> Option<&str> {
        self.forms.time_zones.get(iana).map(String::as_str)
    }
}

//! The page as a part of another page: what a hospital may set for it, and how it is fitted in.
//!
//! Templates are written for a page of their own. A fragment is what they print, with its headings moved to the level that
//! the page around it leaves free, and with every id under a prefix, so that two fragments can stand on one page. It is
//! done to the finished text, so that a hospital's own templates need not know of it.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::template::Shape;
use crate::view::{Data, Entries, View, parts};

/// How a fragment fits into the page around it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FragmentOptions {
    /// The level of its first heading, 1 to 4. Its other headings are up to three levels below.
    pub heading_level: HeadingLevel,
    /// What its ids begin with; `{id}` stands for that of the service line.
    pub id_prefix: IdPrefix,
    /// Whether it is light like most sites, or follows the reader's choice of light or dark.
    pub scheme: Scheme,
    /// How many `rem` of the page around it make 16 pixels: 1.6 where that page says `html{font-size:62.5%}`.
    pub rem: RootSize,
    /// Whether rights, notices and help in other languages come along. Without them the page around it must show them.
    pub notices: bool,
}

impl Default for FragmentOptions {
    fn default() -> Self {
        Self {
            heading_level: HeadingLevel::default(),
            id_prefix: IdPrefix::default(),
            scheme: Scheme::default(),
            rem: RootSize::default(),
            notices: true,
        }
    }
}

/// The level of a heading from which a fragment's three deeper levels are counted: 1 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "u8")]
pub struct HeadingLevel(#[schemars(range(min = 1, max = 4))] u8);

impl Default for HeadingLevel {
    fn default() -> Self {
        Self(2)
    }
}

impl TryFrom<u8> for HeadingLevel {
    type Error = String;
    fn try_from(level: u8) -> Result<Self, String> {
        if (1..=4).contains(&level) {
            Ok(Self(level))
        } else {
            Err(format!("expected a level from 1 to 4, found {level}"))
        }
    }
}

impl HeadingLevel {
    /// The level of a heading that a page of its own has at `level`.
    fn of(self, level: u8) -> u8 {
        (level + self.0 - 1).min(6)
    }
}

/// What ids begin with: a letter and then letters, digits, hyphens and underscores.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
pub struct IdPrefix(#[schemars(regex(pattern = r"^[A-Za-z{][A-Za-z0-9_{}-]*$"))] String);

impl Default for IdPrefix {
    fn default() -> Self {
        Self("{id}-".to_owned())
    }
}

impl TryFrom<String> for IdPrefix {
    type Error = String;
    fn try_from(prefix: String) -> Result<Self, String> {
        let plain = prefix.replace("{id}", "x");
        let named = plain.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if named && plain.starts_with(|c: char| c.is_ascii_alphabetic()) {
            Ok(Self(prefix))
        } else {
            Err(format!("expected a letter, then letters, digits, `-`, `_` and `{{id}}`, found `{prefix}`"))
        }
    }
}

/// Light, or as the reader likes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// Light, whatever the reader prefers: a dark island in a light page is a fault.
    #[default]
    Light,
    /// Light or dark, as the reader prefers.
    Auto,
}

/// How many `rem` of the page around make 16 pixels, in hundredths; more than 0 and at most 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "f64")]
#[schemars(with = "f64")]
pub struct RootSize(u16);

impl Default for RootSize {
    fn default() -> Self {
        Self(100)
    }
}

impl TryFrom<f64> for RootSize {
    type Error = String;
    fn try_from(rem: f64) -> Result<Self, String> {
        let hundredths = (rem * 100.0).round();
        if (1.0..=1000.0).contains(&hundredths) {
            Ok(Self(hundredths as u16))
        } else {
            Err(format!("expected more than 0 and at most 10, found {rem}"))
        }
    }
}

impl RootSize {
    /// The rule of the style sheet that says so; nothing for the usual size.
    fn css(self) -> String {
        if self == Self::default() {
            String::new()
        } else {
            format!(".sl.sl{{--sl-rem:{}rem}}\n", f64::from(self.0) / 100.0)
        }
    }
}

parts! {
    /// How a fragment fits into the page around it.
    pub struct Fragment {
        /// `light` for one that is never dark.
        pub scheme: Option<String>,
        /// The level of its first heading.
        pub level: HeadingLevel,
        /// What its ids begin with.
        pub prefix: String,
    }
}

impl View for HeadingLevel {
    fn shape() -> Shape {
        Shape::Text
    }
    fn value<'d>(&'d self, _: &mut Entries<'d>) -> Data<'d> {
        Data::Text(self.0.to_string().into())
    }
}

impl FragmentOptions {
    /// The fragment of the service line with this id.
    pub(crate) fn fragment(&self, id: &str) -> Fragment {
        Fragment {
            scheme: (self.scheme == Scheme::Light).then(|| "light".to_owned()),
            level: self.heading_level,
            prefix: self.id_prefix.0.replace("{id}", id),
        }
    }

    /// What the style sheet says last.
    pub(crate) fn css(&self) -> String {
        self.rem.css()
    }
}

/// Elements whose content is no markup.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];
/// Attributes that hold ids, with spaces between them.
const IDS: [&str; 9] = [
    "id",
    "for",
    "headers",
    "list",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
];

impl Fragment {
    /// The finished text with headings at their levels and with prefixed ids.
    pub(crate) fn fit(&self, html: &str) -> String {
        let mut fitted = String::with_capacity(html.len() + html.len() / 16);
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            fitted.push_str(&rest[..at]);
            rest = self.tag(&rest[at..], &mut fitted);
        }
        fitted.push_str(rest);
        fitted
    }

    /// Writes the tag or the comment that the text begins with, and returns what follows.
    fn tag<'h>(&self, html: &'h str, fitted: &mut String) -> &'h str {
        if html.starts_with("<!--") {
            return copy(html, html.find("-->").map(|at| at + 3), fitted);
        }
        let opening = if html.starts_with("</") { 2 } else { 1 };
        let name = html[opening..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let mut rest = copy(html, Some(opening), fitted);
        match name.as_bytes() {
            [b'h' | b'H', level @ b'1'..=b'6'] => {
                fitted.push('h');
                fitted.push(char::from(b'0' + self.level.of(level - b'0')));
            }
            _ => fitted.push_str(name),
        }
        rest = self.attributes(&rest[name.len()..], fitted);
        let is_raw = opening == 1 && RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw));
        if is_raw { copy(rest, rest.find("</"), fitted) } else { rest }
    }

    /// Writes the attributes of a tag and its end, and returns what follows.
    fn attributes<'h>(&self, html: &'h str, fitted: &mut String) -> &'h str {
        let mut rest = html;
        loop {
            let start = rest.find(|c: char| c.is_ascii_alphabetic() || c == '>').unwrap_or(rest.len());
            rest = copy(rest, Some(start), fitted);
            if rest.is_empty() || rest.starts_with('>') {
                return copy(rest, Some(rest.len().min(1)), fitted);
            }
            let end = rest.find(|c: char| c.is_whitespace() || "=/>".contains(c)).unwrap_or(rest.len());
            let name = &rest[..end];
            rest = copy(rest, Some(end), fitted);
            if let Some(value) = rest.strip_prefix('=') {
                fitted.push('=');
                rest = self.value(name, value, fitted);
            }
        }
    }

    /// Writes the value of an attribute, with or without quotes, and returns what follows.
    fn value<'h>(&self, name: &str, html: &'h str, fitted: &mut String) -> &'h str {
        let quote = html.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inside = &html[usize::from(quote.is_some())..];
        let end = match quote {
            Some(quote) => inside.find(quote),
            None => inside.find(|c: char| c.is_whitespace() || c == '>'),
        };
        let (value, after) = inside.split_at(end.unwrap_or(inside.len()));
        fitted.extend(quote);
        if IDS.contains(&name) {
            self.ids(value, fitted);
        } else if let Some(id) = value.strip_prefix('#').filter(|id| name == "href" && !id.is_empty()) {
            fitted.push('#');
            self.ids(id, fitted);
        } else {
            fitted.push_str(value);
        }
        after
    }

    fn ids(&self, ids: &str, fitted: &mut String) {
        for (index, id) in ids.split_whitespace().enumerate() {
            fitted.push_str(if index > 0 { " " } else { "" });
            fitted.push_str(&self.prefix);
            fitted.push_str(id);
        }
    }
}

/// Writes the text up to `end`, or all of it, and returns what follows.
fn copy<'h>(html: &'h str, end: Option<usize>, fitted: &mut String) -> &'h str {
    let (text, rest) = html.split_at(end.unwrap_or(html.len()));
    fitted.push_str(text);
    rest
}

#[cfg(test)]
mod tests {
    use super::{Fragment, HeadingLevel};

    #[test]
    fn headings_and_ids_are_fitted_in() {
        let check = |html: &str, expected: &str| {
            let fragment = Fragment { scheme: None, level: HeadingLevel(3), prefix: "a-".to_owned() };
            assert_eq!(fragment.fit(html), expected);
        };
        check("<h1 class=\"x\">T</h1>", "<h3 class=\"x\">T</h3>");
        check("<h4>T</h4><h5>T</h5><hr><header>", "<h6>T</h6><h6>T</h6><hr><header>");
        check("<p id=\"x\" data-id=\"x\">a < b</p>", "<p id=\"a-x\" data-id=\"x\">a < b</p>");
        check(
            "<use href=\"#i\"/><a href='#x'><a href=#y><a href=\"#\">",
            "<use href=\"#a-i\"/><a href='#a-x'><a href=#a-y><a href=\"#\">",
        );
        check("<a href=\"https://x.org/#x\" title=\"> id='x'\">", "<a href=\"https://x.org/#x\" title=\"> id='x'\">");
        check("<nav aria-labelledby=\"x y\" hidden>", "<nav aria-labelledby=\"a-x a-y\" hidden>");
        check("<!-- <h1 id=x> --><b>", "<!-- <h1 id=x> --><b>");
        check("<script>if (a<b) '<h1>'</script><h1>", "<script>if (a<b) '<h1>'</script><h3>");
        check("<p id=x", "<p id=a-x");
    }
}

//! What programs read in front of the text: YAML that every reader of front matter reads the same.

use std::fmt::Write as _;

use serviceline_core::words::Words;

/// Named values, in order. Empty front matter is not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The values with their names.
    pub fields: Vec<(String, Value)>,
}

/// A value of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words, or a fact in machine form.
    Words(Words),
    /// A word, number or date that needs no quotes in any reader; not content.
    Plain(String),
    /// Yes or no.
    Flag(bool),
    /// A list on one line.
    List(Vec<Words>),
    /// Names and values of their own.
    Group(Vec<(String, Value)>),
}

impl FrontMatter {
    /// All words, in order.
    pub fn words<'a>(&'a self, see: &mut dyn FnMut(&'a Words)) {
        self.fields.iter().for_each(|(_, value)| value.words(see));
    }

    /// As YAML between two lines of dashes, with the empty line that follows; nothing if there are no values.
    #[must_use]
    pub fn yaml(&self) -> String {
        if self.fields.is_empty() {
            return String::new();
        }
        let mut yaml = String::from("---\n");
        write_fields(&self.fields, "", &mut yaml);
        yaml.push_str("---\n\n");
        yaml
    }
}

impl Value {
    fn words<'a>(&'a self, see: &mut dyn FnMut(&'a Words)) {
        match self {
            Self::Words(words) => see(words),
            Self::List(items) => items.iter().for_each(see),
            Self::Group(fields) => fields.iter().for_each(|(_, value)| value.words(see)),
            Self::Plain(_) | Self::Flag(_) => {}
        }
    }
}

fn write_fields(fields: &[(String, Value)], indent: &str, yaml: &mut String) {
    for (name, value) in fields {
        yaml.push_str(indent);
        yaml.push_str(name);
        yaml.push(':');
        match value {
            Value::Group(fields) if fields.is_empty() => yaml.push_str(" {}\n"),
            Value::Group(fields) => {
                yaml.push('\n');
                write_fields(fields, &format!("{indent}  "), yaml);
            }
            value => {
                yaml.push(' ');
                write_value(value, yaml);
                yaml.push('\n');
            }
        }
    }
}

fn write_value(value: &Value, yaml: &mut String) {
    match value {
        Value::Words(words) => yaml.push_str(&scalar(&words.text(), Within::Block)),
        Value::Plain(word) => yaml.push_str(word),
        Value::Flag(flag) => yaml.push_str(if *flag { "true" } else { "false" }),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| scalar(&item.text(), Within::List)).collect();
            yaml.push('[');
            yaml.push_str(&items.join(", "));
            yaml.push(']');
        }
        Value::Group(_) => {}
    }
}

/// Where a scalar stands: within a list on one line, commas and brackets would end it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Block,
    List,
}

/// A text as a YAML scalar: as it is if every reader takes it for a text, else in double quotes.
fn scalar(text: &str, within: Within) -> String {
    if is_plain(text, within) { text.to_owned() } else { quoted(text) }
}

/// YAML 1.2, "Plain style"; and no word that YAML 1.1 takes for a number, a date or a yes or no.
fn is_plain(text: &str, within: Within) -> bool {
    const WORDS: &[&str] = &["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    let in_plain = |c: char| c.is_alphanumeric() || " '()/-.?!;&".contains(c) || (c == ',' && within == Within::Block);
    text.starts_with(char::is_alphabetic)
        && text.chars().all(in_plain)
        && !text.ends_with(' ')
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
}

/// In double quotes, with the escapes that YAML and JSON share.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

//! JSON with its fields in the order in which they were written, safe inside a `script` element.

use std::fmt;

/// A value of JSON.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Text(String),
    Number(usize),
    List(Vec<Node>),
    Object(Vec<(&'static str, Node)>),
}

/// An object of the fields that say something: empty texts and empty lists are left out.
pub(crate) fn object<const N: usize>(fields: [(&'static str, Node); N]) -> Node {
    Node::Object(fields.into_iter().filter(|(_, value)| !value.is_empty()).collect())
}

impl Node {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A value, or nothing.
    pub(crate) fn maybe(value: Option<impl ToString>) -> Self {
        Self::Text(value.map(|value| value.to_string()).unwrap_or_default())
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Number(_) => false,
            Self::List(items) => items.is_empty(),
            Self::Object(fields) => fields.is_empty(),
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => string(text, formatter),
            Self::Number(number) => write!(formatter, "{number}"),
            Self::List(items) => {
                formatter.write_str("[")?;
                for (index, item) in items.iter().filter(|item| !item.is_empty()).enumerate() {
                    write!(formatter, "{}{item}", if index > 0 { "," } else { "" })?;
                }
                formatter.write_str("]")
            }
            Self::Object(fields) => {
                formatter.write_str("{")?;
                for (index, (name, value)) in fields.iter().enumerate() {
                    write!(formatter, "{}\"{name}\":{value}", if index > 0 { "," } else { "" })?;
                }
                formatter.write_str("}")
            }
        }
    }
}

/// A string by RFC 8259, with `<`, `>` and `&` written by number, so that no text can end the element around it.
fn string(text: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write as _;
    formatter.write_str("\"")?;
    for character in text.chars() {
        match character {
            '"' => formatter.write_str("\\\"")?,
            '\\' => formatter.write_str("\\\\")?,
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\u{0}'..='\u{1f}' => {
                write!(formatter, "\\u{:04x}", u32::from(character))?;
            }
            other => formatter.write_char(other)?,
        }
    }
    formatter.write_str("\"")
}

#[cfg(test)]
mod tests {
    use super::{Node, object};

    #[test]
    fn text_cannot_end_the_element() {
        let node = object([
            ("a", Node::text("</script>\"\\\n")),
            ("b", Node::text("")),
            ("c", Node::List(vec![Node::Number(1)])),
        ]);
        assert_eq!(node.to_string(), r#"{"a":"\u003c/script\u003e\"\\\u000a","c":[1]}"#);
    }
}

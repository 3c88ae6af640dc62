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

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Number(_) => false,
            Self::List(items) => items.is_empty(),
            Self::Object(fields) => fields.is_empty(),
        }
    }
}

impl Node {
    /// The value as it is written.
    pub(crate) fn json(&self) -> String {
        let mut out = String::with_capacity(8 << 10);
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => string(text, out),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::List(items) => {
                let items = items.iter().filter(|item| !item.is_empty());
                listed(out, ['[', ']'], items, Self::write);
            }
            Self::Object(fields) => listed(out, ['{', '}'], fields.iter(), |(name, value), out| {
                string(name, out);
                out.push(':');
                value.write(out);
            }),
        }
    }
}

fn listed<T>(
    out: &mut String,
    [open, close]: [char; 2],
    items: impl Iterator<Item = T>,
    write: impl Fn(T, &mut String),
) {
    out.push(open);
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(close);
}

/// A string by RFC 8259, with `<`, `>` and `&` written by number, so that no text can end the element around it.
fn string(text: &str, out: &mut String) {
    use fmt::Write as _;
    // The last one begins the line separators U+2028 and U+2029, among others.
    let odd = |byte: u8| matches!(byte, 0..=0x1f | b'"' | b'\\' | b'<' | b'>' | b'&' | 0xe2);
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(odd) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = from.chars();
        match characters.next() {
            Some(quoted @ ('"' | '\\')) => out.extend(['\\', quoted]),
            Some(other @ ('<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\u{0}'..='\u{1f}')) => {
                let _ = write!(out, "\\u{:04x}", u32::from(other));
            }
            Some(plain) => out.push(plain),
            None => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
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
        assert_eq!(node.json(), r#"{"a":"\u003c/script\u003e\"\\\u000a","c":[1]}"#);
    }
}

//! Readers from outside: they know the formats, and nothing of how the channels write them.

use comrak::{Arena, Options, nodes::NodeValue, parse_document};

/// The text of a page: what stands between the tags, and in the attributes that a person is told.
pub(crate) fn html(page: &str) -> String {
    let (mut text, mut rest) = (String::new(), page);
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = &rest[at..end];
        for name in ["alt", "content", "href", "title", "aria-label"] {
            if let Some(value) = attribute(tag, name) {
                text.push(' ');
                text.push_str(value);
                text.push(' ');
            }
        }
        rest = &rest[end..];
    }
    unescape(&(text + rest))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    text.replace("&#39;", "'").replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}

/// The text of a Markdown file: its front matter as it is, and the text of its document.
pub(crate) fn markdown(file: &str) -> String {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.front_matter_delimiter = Some("---".into());
    let mut text = String::new();
    for node in parse_document(&arena, file, &options).descendants() {
        match &node.data.borrow().value {
            NodeValue::FrontMatter(matter) => text.push_str(matter),
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Link(link) => {
                text.push_str(&link.url);
                text.push(' ');
            }
            NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::Paragraph | NodeValue::Heading(_) => {
                text.push('\n');
            }
            _ => {}
        }
    }
    text
}

/// The text of all pages of a PDF, through the maps from glyphs to characters that it brings.
pub(crate) fn pdf(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).unwrap()
}

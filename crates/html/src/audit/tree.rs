//! The elements of a finished page, as a browser would nest them, and where nesting goes wrong.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, HtmlString, Span, StartTag, Token, Tokenizer};

/// An element, with the text that it holds.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
    /// Where its tag begins, in bytes.
    pub(super) at: usize,
    /// The element around it.
    pub(super) parent: Option<usize>,
    /// All text in it that assistive technology reads, the alternatives of pictures included.
    pub(super) text: String,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// The level, if it is a heading.
    pub(super) fn level(&self) -> Option<u8> {
        match self.name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ => None,
        }
    }
}

/// A place where the markup is not what it seems to be.
#[derive(Debug)]
pub(super) struct Misnesting {
    pub(super) at: usize,
    pub(super) message: String,
}

/// All elements in order, and what is wrong with their nesting.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) elements: Vec<Element>,
    pub(super) faults: Vec<Misnesting>,
    /// The elements that are open, from the outermost.
    open: Vec<usize>,
}

/// Elements without content.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Elements whose end tag may be left out.
const LENIENT: [&str; 11] = ["li", "dt", "dd", "p", "tr", "td", "th", "tbody", "thead", "tfoot", "option"];
/// Elements that end a paragraph.
const BLOCKS: [&str; 27] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "ul",
];
/// Elements that belong into others.
const PARENTS: [(&str, &[&str]); 10] = [
    ("li", &["ul", "ol", "menu"]),
    ("dt", &["dl", "div"]),
    ("dd", &["dl", "div"]),
    ("tr", &["table", "tbody", "thead", "tfoot"]),
    ("td", &["tr"]),
    ("th", &["tr"]),
    ("caption", &["table"]),
    ("figcaption", &["figure"]),
    ("summary", &["details"]),
    ("legend", &["fieldset"]),
];

impl Tree {
    pub(super) fn new(html: &str) -> Self {
        let mut tree = Self::default();
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
            match token {
                Token::StartTag(tag) => tree.start(tag),
                Token::EndTag(tag) => tree.end(&text(&tag.name), tag.span),
                Token::String(words) => tree.words(&text(&words)),
                Token::Error(error) => {
                    let message = format!("browsers take this for a mistake: {}", error.value);
                    tree.fault(error.span.start, message);
                }
                Token::Comment(_) | Token::Doctype(_) => {}
            }
        }
        while let Some(index) = tree.open.pop() {
            tree.unclosed(index);
        }
        tree
    }

    /// The elements around one, the innermost first.
    pub(super) fn around(&self, element: &Element) -> impl Iterator<Item = &Element> {
        let up = |index: &usize| self.elements[*index].parent;
        std::iter::successors(element.parent, up).map(|index| &self.elements[index])
    }

    fn fault(&mut self, at: usize, message: String) {
        self.faults.push(Misnesting { at, message });
    }

    fn start(&mut self, tag: StartTag<usize>) {
        let name = text(&tag.name);
        self.make_room(&name);
        let inner = self.open.last().map(|index| self.elements[*index].name.clone()).unwrap_or_default();
        if inner == "p" && BLOCKS.contains(&&*name) {
            self.fault(tag.span.start, format!("<{name}> can't stand in <p>: browsers end the paragraph before it"));
        }
        if let Some((_, parents)) = PARENTS.iter().find(|(child, _)| *child == name)
            && !parents.contains(&&*inner)
        {
            self.fault(
                tag.span.start,
                format!("<{name}> stands in <{inner}>, it belongs into <{}>", parents.join("> or <")),
            );
        }
        let attributes = tag.attributes.into_iter().map(|(name, value)| (text(&name), text(&value.value)));
        let element = Element {
            name,
            attributes: attributes.collect(),
            at: tag.span.start,
            parent: self.open.last().copied(),
            text: String::new(),
        };
        let alternative = element.attribute("alt").unwrap_or_default().to_owned();
        let is_empty = VOID.contains(&&*element.name) || tag.self_closing;
        self.elements.push(element);
        if is_empty {
            self.words(&alternative);
        } else {
            self.open.push(self.elements.len() - 1);
        }
    }

    /// Ends what the next element of this name ends without a tag.
    fn make_room(&mut self, name: &str) {
        let ends: &[&str] = match name {
            "li" => &["li"],
            "dt" | "dd" => &["dt", "dd"],
            "td" | "th" => &["td", "th"],
            "tr" => &["td", "th", "tr"],
            "tbody" | "tfoot" => &["td", "th", "tr", "thead", "tbody"],
            "option" => &["option"],
            _ => &[],
        };
        while self.open.last().is_some_and(|index| ends.contains(&&*self.elements[*index].name)) {
            self.open.pop();
        }
    }

    fn end(&mut self, name: &str, span: Span<usize>) {
        if VOID.contains(&name) {
            return;
        }
        if !self.open.iter().any(|index| self.elements[*index].name == name) {
            return self.fault(span.start, format!("</{name}> ends nothing"));
        }
        while let Some(index) = self.open.pop() {
            if self.elements[index].name == name {
                break;
            }
            self.unclosed(index);
        }
    }

    fn unclosed(&mut self, index: usize) {
        let Element { name, at, .. } = &self.elements[index];
        if !LENIENT.contains(&&**name) && !["html", "body", "head"].contains(&&**name) {
            let (at, message) = (*at, format!("<{name}> is not closed"));
            self.fault(at, message);
        }
    }

    /// Adds text to all elements that are open, unless one of them is kept from assistive technology.
    fn words(&mut self, words: &str) {
        let hidden = |index: &usize| self.elements[*index].attribute("aria-hidden") == Some("true");
        if self.open.iter().any(hidden) {
            return;
        }
        for index in &self.open {
            self.elements[*index].text.push_str(words);
        }
    }
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

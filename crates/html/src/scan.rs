//! Where one is in a page while it is read from its start: in text, in a tag, in an attribute's value.
//!
//! What is scanned is what templates wrote, before any content is in it; so it is read as its author meant it.

mod count;
mod stretch;

use memchr::memchr;

use self::count::Count;
pub(crate) use self::stretch::Stretch;
use crate::rich::Room;

/// Where a character stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// In the content of an element.
    Text,
    /// In the content of an element that holds no others, such as `title`.
    PlainText,
    /// In a style sheet or a script.
    Raw,
    /// In a tag, outside its values.
    Tag,
    /// In the value of an attribute.
    Value,
    /// In a comment.
    Comment,
}

/// Reads a page and tells where it is.
#[derive(Clone, Debug)]
pub(crate) struct Scanner {
    spot: Spot,
    /// The name of the tag that is being read, or of the element whose raw content is being read.
    name: String,
    /// The tag's name has been read.
    named: bool,
    /// It is the tag that ends an element.
    ends: bool,
    quote: char,
    attribute: String,
    /// The last characters, as far as they may begin or end something.
    tail: String,
    /// The open elements in which no link may stand.
    closed: Count,
    /// Those of them that are links.
    links: Count,
}

impl Scanner {
    pub(crate) fn new() -> Self {
        Self {
            spot: Spot::Text,
            name: String::new(),
            named: false,
            ends: false,
            quote: '"',
            attribute: String::new(),
            tail: String::new(),
            closed: Count::default(),
            links: Count::default(),
        }
    }

    /// Where the next character will stand.
    pub(crate) fn spot(&self) -> Spot {
        self.spot
    }

    /// The attribute whose value is being read.
    pub(crate) fn attribute(&self) -> &str {
        &self.attribute
    }

    /// What may stand here: no link in a link or a heading, and no place to go to in a link.
    pub(crate) fn room(&self) -> Room {
        Room { links: self.closed.is_none(), places: self.links.is_none() }
    }

    /// Takes notice of a text.
    pub(crate) fn read(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            rest = &rest[self.step(rest)..];
        }
    }

    /// In text, with nothing before it that could begin something: what follows does not depend on what came before.
    fn is_between_tags(&self) -> bool {
        self.spot == Spot::Text && self.tail.is_empty()
    }

    /// Takes notice of the first character, or of all up to where something may begin or end, and gives their length in
    /// bytes.
    fn step(&mut self, rest: &str) -> usize {
        let run = self.run(rest);
        if run > 0 {
            return run;
        }
        let Some(character) = rest.chars().next() else { return 0 };
        self.character(character);
        character.len_utf8()
    }

    /// Takes notice of the run of characters at the start in which nothing begins or ends, and gives its length in bytes.
    fn run(&mut self, rest: &str) -> usize {
        let until = |stop: u8| memchr(stop, rest.as_bytes()).unwrap_or(rest.len());
        match self.spot {
            Spot::Text if self.tail.is_empty() => until(b'<'),
            Spot::Value => until(self.quote as u8),
            Spot::Tag if self.name.as_bytes().first() != Some(&b'!') => {
                let stops = |byte| matches!(byte, b'>' | b'"' | b'\'' | b'=' | b' ' | b'\n' | b'\t' | b'\r' | b'\x0c');
                let length = rest.bytes().position(stops).unwrap_or(rest.len());
                let within = if self.named { &mut self.attribute } else { &mut self.name };
                within.push_str(&rest[..length]);
                length
            }
            _ => 0,
        }
    }

    /// Takes notice of one character.
    fn character(&mut self, character: char) {
        match self.spot {
            Spot::Text => self.text(character),
            Spot::Tag => self.tag(character),
            Spot::Value => {
                if character == self.quote {
                    self.spot = Spot::Tag;
                    self.attribute.clear();
                }
            }
            Spot::Raw | Spot::PlainText => self.raw(character),
            Spot::Comment => {
                self.remember(character, 3);
                if self.tail == "-->" {
                    self.spot = Spot::Text;
                    self.tail.clear();
                }
            }
        }
    }

    fn text(&mut self, character: char) {
        let opens = self.tail == "<" && (character.is_ascii_alphabetic() || character == '/' || character == '!');
        self.tail.clear();
        if opens {
            self.spot = Spot::Tag;
            self.name.clear();
            self.attribute.clear();
            (self.named, self.ends) = (false, character == '/');
            if character != '/' {
                self.name.push(character);
            }
        } else if character == '<' {
            self.tail.push('<');
        }
    }

    fn tag(&mut self, character: char) {
        match character {
            '>' => self.close(),
            '"' | '\'' => {
                self.spot = Spot::Value;
                self.quote = character;
            }
            _ if !self.named && !character.is_whitespace() => {
                self.name.push(character);
                if character == '-' && self.name == "!--" {
                    self.spot = Spot::Comment;
                    self.tail.clear();
                }
            }
            _ if character.is_whitespace() => {
                self.named = true;
                self.attribute.clear();
            }
            '=' => {}
            _ => self.attribute.push(character),
        }
    }

    fn close(&mut self) {
        self.name.make_ascii_lowercase();
        let name = self.name.trim_end_matches('/');
        let ends = self.ends;
        // No link may stand in what can be clicked itself, nor in headings, which lists of headings read out.
        if matches!(name, "a" | "summary" | "button" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
            self.closed = self.closed.then(if ends { Count::CLOSES } else { Count::OPENS });
        }
        if name == "a" {
            self.links = self.links.then(if ends { Count::CLOSES } else { Count::OPENS });
        }
        self.spot = match name {
            "script" | "style" if !self.ends => Spot::Raw,
            "title" | "textarea" if !self.ends => Spot::PlainText,
            _ => Spot::Text,
        };
        self.tail.clear();
    }

    fn raw(&mut self, character: char) {
        self.remember(character.to_ascii_lowercase(), self.name.len() + 2);
        if self.tail.strip_prefix("</").is_some_and(|name| name == self.name) {
            self.spot = Spot::Tag;
            (self.named, self.ends) = (true, true);
        }
    }

    fn remember(&mut self, character: char, length: usize) {
        self.tail.push(character);
        while self.tail.chars().count() > length {
            self.tail.remove(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Scanner, Spot};

    fn check(page: &str, expect: Spot) -> Scanner {
        let mut scanner = Scanner::new();
        scanner.read(page);
        assert_eq!(scanner.spot(), expect, "{page}");
        scanner
    }

    #[test]
    fn a_page_is_read_as_a_browser_reads_it() {
        check("<!DOCTYPE html><p>a < b", Spot::Text);
        check("<p class=\"a>b\" id='x'>", Spot::Text);
        check("<title>", Spot::PlainText);
        check("<title>a</title>", Spot::Text);
        check("<style>a>b{}</styl", Spot::Raw);
        check("<script>if(a<b){}</script >", Spot::Text);
        check("<!-- <p title=\" -->", Spot::Text);
        check("<!-- a > b", Spot::Comment);
        check("<p hidden", Spot::Tag);
        assert_eq!(check("<a class=x href=\"", Spot::Value).attribute(), "href");
    }

    #[test]
    fn links_are_counted() {
        assert!(!check("<p><a href=\"#\">", Spot::Text).room().links);
        assert!(check("<p><a href=\"#\"><svg/></a>", Spot::Text).room().links);
        assert!(!check("<details><summary>", Spot::Text).room().links);
        assert!(check("<details><summary>", Spot::Text).room().places);
        assert!(check("<article><abbr>", Spot::Text).room().links);
    }
}

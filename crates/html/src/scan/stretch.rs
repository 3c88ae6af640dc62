//! A text of a template, which stands on every page: where it leads is found out once.

use super::{Scanner, Spot};

/// A text of a template.
#[derive(Debug)]
pub(crate) struct Stretch {
    text: String,
    /// Where one is at its end, for one who is between tags at these bytes of it.
    known: Vec<(usize, Scanner)>,
}

impl Stretch {
    pub(crate) fn new(text: &str) -> Self {
        let mut stretch = Self { text: text.to_owned(), known: Vec::new() };
        stretch.learn();
        stretch
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
        self.learn();
    }

    /// Where one is at the end of it, for one who is between tags at a byte of it.
    fn known_from(&self, at: usize) -> Option<&Scanner> {
        self.known.iter().find(|(from, _)| *from == at).map(|(_, after)| after)
    }

    /// One comes to a text between tags, within a tag, or within a value.
    fn learn(&mut self) {
        let starts = [Spot::Text, Spot::Tag, Spot::Value].map(|spot| Scanner { spot, named: true, ..Scanner::new() });
        self.known.clear();
        for mut scanner in starts {
            let mut at = 0;
            while at < self.text.len() && !scanner.is_between_tags() {
                at += scanner.step(&self.text[at..]);
            }
            if self.known_from(at).is_none() {
                let mut after = Scanner::new();
                after.read(&self.text[at..]);
                self.known.push((at, after));
            }
        }
    }
}

impl Scanner {
    /// Takes notice of a text of a template: of the most of it by what is known since the template was read.
    pub(crate) fn pass(&mut self, stretch: &Stretch) {
        let text = stretch.text();
        let mut at = 0;
        while at < text.len() {
            if self.is_between_tags()
                && let Some(after) = stretch.known_from(at)
            {
                return self.go_on(after);
            }
            at += self.step(&text[at..]);
        }
    }

    /// Takes notice of what another scanner read that began between tags, as this one is.
    fn go_on(&mut self, after: &Self) {
        let Self { spot, name, named, ends, quote, attribute, tail, closed, links } = after;
        (self.spot, self.named, self.ends, self.quote) = (*spot, *named, *ends, *quote);
        self.name.clone_from(name);
        self.attribute.clone_from(attribute);
        self.tail.clone_from(tail);
        self.closed = self.closed.then(*closed);
        self.links = self.links.then(*links);
    }
}

#[cfg(test)]
mod tests {
    use super::{Scanner, Spot, Stretch};

    #[test]
    fn what_is_known_of_a_text_is_what_reading_it_tells() {
        let texts = [
            "",
            "<",
            "a < b",
            "p class=\"",
            "<p class=\"",
            "x\" id=\"",
            "\"><a href='",
            "'>",
            " hidden>",
            "</a></a>",
            "<style>",
            "a{b}</style><h1>",
            "<!-- ",
            "> -->",
            "</h1><title>",
            "</title>",
        ];
        let read = |texts: &[&str]| {
            let (mut passed, mut read) = (Scanner::new(), Scanner::new());
            for text in texts {
                passed.pass(&Stretch::new(text));
                read.read(text);
            }
            let attribute = |scanner: &Scanner| (scanner.spot() == Spot::Value).then(|| scanner.attribute().to_owned());
            let told = |scanner: &Scanner| (scanner.spot(), attribute(scanner), scanner.room());
            assert_eq!(told(&passed), told(&read), "{texts:?}");
        };
        for first in texts {
            for second in texts {
                for third in texts {
                    read(&[first, second, third]);
                }
            }
        }
    }
}

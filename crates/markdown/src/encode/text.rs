//! Text and addresses that the formatter would not protect by itself.

use std::fmt::Write as _;

use comrak::nodes::{AstNode, NodeValue};

use super::Tree;
use crate::options::Flavor;

/// Which ends of a text are ends of a line, where CommonMark drops spaces.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ends {
    pub(crate) start: bool,
    pub(crate) end: bool,
}

impl<'a> Tree<'a> {
    /// Appends a text, with character references where nothing else keeps a character as it is: for spaces at the ends
    /// of a line, and for an ampersand that would begin a reference itself.
    pub(crate) fn text(&self, parent: &'a AstNode<'a>, text: &str, ends: Ends) {
        let spaces = |spaces: usize| (0..spaces).for_each(|_| self.raw(parent, "&#32;"));
        let start = if ends.start { text.len() - text.trim_start_matches(' ').len() } else { 0 };
        let text = &text[start..];
        let end = if ends.end { text.trim_end_matches(' ').len() } else { text.len() };
        spaces(start);
        let mut middle = &text[..end];
        while let Some((at, markup)) = self.next_sign(middle) {
            self.plain(parent, &middle[..at]);
            self.raw(parent, markup);
            middle = &middle[at + 1..];
        }
        self.plain(parent, middle);
        spaces(text.len() - end);
    }

    /// The next character that the formatter would not protect, and what is written for it.
    fn next_sign(&self, text: &str) -> Option<(usize, &'static str)> {
        let reference = text.find("&#").map(|at| (at, "&amp;"));
        // Site generators take two braces, or one with a sign, for orders of their own.
        let brace = text.find('{').map(|at| (at, "\\{"));
        if self.style.flavor != Flavor::Gfm {
            return reference.into_iter().chain(brace).min();
        }
        // The cells of a table end at a bar, and readers of GFM take these for addresses, with the markup behind them.
        let bar = text.find('|').map(|at| (at, "\\|"));
        let address = text.find("://").map(|at| (at, "\\:"));
        let host = text.to_ascii_lowercase().find("www.").map(|at| (at + 3, "\\."));
        let mail = text.find('@').map(|at| (at, "\\@"));
        [reference, brace, bar, address, host, mail].into_iter().flatten().min()
    }

    /// Appends a text whose spaces at the ends are left to the formatter, which keeps them in emphasis.
    fn plain(&self, parent: &'a AstNode<'a>, text: &str) {
        let words = text.trim();
        let Some(stand_in) = self.calm.stand_in(words) else { return self.literal(parent, text) };
        let start = text.len() - text.trim_start().len();
        self.literal(parent, &text[..start]);
        self.literal(parent, stand_in.encode_utf8(&mut [0; 4]));
        self.literal(parent, &text[start + words.len()..]);
    }

    /// Appends a text as the formatter is to see it.
    pub(super) fn literal(&self, parent: &'a AstNode<'a>, text: &str) {
        if !text.is_empty() {
            parent.append(self.node(NodeValue::Text(text.to_owned().into())));
        }
    }

    pub(super) fn raw(&self, parent: &'a AstNode<'a>, markup: &str) {
        parent.append(self.node(NodeValue::Raw(markup.to_owned())));
    }
}

/// An address for a link: without control characters, and with ampersands that are not read as character references.
pub(crate) fn url(address: &str) -> String {
    let mut url = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        match c {
            '&' if begins_reference(&address[at + 1..]) => url.push_str("&amp;"),
            c if c.is_control() => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    let _ = write!(url, "%{byte:02X}");
                }
            }
            c => url.push(c),
        }
    }
    url
}

/// Letters, digits or a number sign, and then a semicolon.
fn begins_reference(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
    end.is_some_and(|end| end > 0 && rest[end..].starts_with(';'))
}

/// Whether CommonMark reads `<text>` as a link to `address`, so that it can be written that way.
pub(crate) fn is_autolink(text: &str, address: &str) -> bool {
    let is_word = |text: &str, also: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || also.contains(c))
    };
    match address.strip_prefix("mailto:") {
        Some(mailbox) => {
            let parts = mailbox.split_once('@');
            text == mailbox && parts.is_some_and(|(name, host)| is_word(name, "._+-") && host.split('.').all(is_label))
        }
        None => text == address && is_word(text, "-._~:/?#@!$&'()+,;=%") && !text.contains('&'),
    }
}

fn is_label(label: &str) -> bool {
    let is_inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
    !label.is_empty()
        && label.len() < 64
        && label.chars().all(is_inner)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

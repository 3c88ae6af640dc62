//! Running text out of Markdown.

use std::ops::Range;

use comrak::Node;
use comrak::nodes::NodeValue;

use super::block::{DEEPEST, Reader, is_blank};
use super::run::Run;
use super::{Inline, ProseFault, forbidden, link, reference};
use crate::tree::characters;

impl Reader<'_, '_> {
    /// The running text of a paragraph, or of what stands within emphasis.
    pub(super) fn inlines(&mut self, parent: Node<'_>, depth: usize) -> Vec<Inline> {
        let mut out = vec![];
        let mut run = Run::default();
        for node in parent.children() {
            let value = node.data.borrow().value.clone();
            match &value {
                NodeValue::Text(words) => {
                    let range = self.range(node);
                    self.check_entities(words, &range);
                    run.push(words, range, false);
                }
                NodeValue::Escaped => self.escaped(node, &mut run),
                NodeValue::SoftBreak => run.end_line(),
                NodeValue::LineBreak => {
                    self.flush(&mut run, &mut out);
                    out.push(Inline::Break);
                }
                NodeValue::Emph | NodeValue::Strong | NodeValue::Link(_) if depth <= DEEPEST => {
                    self.flush(&mut run, &mut out);
                    let within = self.inlines(node, depth + 1);
                    out.push(self.around(node, &value, within));
                }
                _ => {
                    let range = self.beyond_inline(node);
                    run.push(&self.text[range.clone()], range, true);
                }
            }
        }
        self.flush(&mut run, &mut out);
        out
    }

    fn flush(&mut self, run: &mut Run, out: &mut Vec<Inline>) {
        reference::cut(&run.take(), self.options, self.faults, out);
    }

    /// Finds characters that nobody sees, written as `&#8238;`.
    fn check_entities(&mut self, words: &str, range: &Range<usize>) {
        for c in words.chars().filter(|c| !self.text[range.clone()].contains(*c)) {
            self.faults.extend(characters::fault(c).map(|what| forbidden(c, what, range.clone())));
        }
    }

    /// A sign with a backslash before it.
    fn escaped(&mut self, node: Node<'_>, run: &mut Run) {
        for child in node.children() {
            if let NodeValue::Text(sign) = &child.data.borrow().value {
                run.push(sign, self.range(child), true);
            }
        }
    }

    /// What stands around other words: emphasis or a link.
    fn around(&mut self, node: Node<'_>, value: &NodeValue, within: Vec<Inline>) -> Inline {
        let NodeValue::Link(link) = value else {
            self.check_emphasis(node);
            return if matches!(value, NodeValue::Strong) { Inline::Strong(within) } else { Inline::Emphasis(within) };
        };
        let range = self.range(node);
        self.faults.extend(link::fault(&link.url, range.clone()));
        if !link.title.is_empty() {
            self.not_allowed(range.clone(), "titles of links", "say it in the text: a title shows on a web page only");
        }
        if is_blank(&within) {
            let message = "expected the words of a link between `[` and `]`, found nothing";
            self.faults.push(ProseFault::new("prose-not-allowed", range, message, "write what the link leads to"));
        }
        Inline::Link { url: link.url.clone(), text: within }
    }

    /// Finds emphasis that begins or ends within a word, as in `2*3*4`.
    fn check_emphasis(&mut self, node: Node<'_>) {
        let range = self.range(node);
        let before = self.text[..range.start].chars().next_back();
        let after = self.text[range.end..].chars().next();
        if before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric) {
            let message = "the signs around this make emphasis in the middle of a word, and would not be printed";
            self.accident(range, message, "write `\\*` for the sign; emphasize whole words");
        }
    }
}

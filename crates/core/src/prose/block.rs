//! Paragraphs and lists out of Markdown, and what Markdown has beyond them as faults.

use std::ops::Range;

use comrak::nodes::{ListType, NodeList, NodeValue, Sourcepos};
use comrak::{Arena, Node, Options, parse_document};

use super::{Block, Inline, ProseFault, ProseOptions};
use crate::source::{char_end, char_start};

/// How deep lists and emphasis may be nested. Nobody reads deeper, and a hostile text could.
pub(super) const DEEPEST: usize = 12;

/// Reads a text as Markdown.
pub(super) fn parse(text: &str, options: ProseOptions, faults: &mut Vec<ProseFault>) -> Vec<Block> {
    let markdown = options_of_markdown();
    let arena = Arena::new();
    let mut reader = Reader { text, line_starts: line_starts(text), options, faults };
    reader.definitions(&markdown);
    let document = parse_document(&arena, text, &markdown);
    let blocks = reader.blocks(document, 0);
    reader.check_single(&blocks);
    blocks
}

fn options_of_markdown() -> Options<'static> {
    let mut options = Options::default();
    // So that an escaped brace can be told from one of a reference.
    options.parse.escaped_char_spans = true;
    // So that a table is a fault rather than lines with strokes.
    options.extension.table = true;
    options
}

/// Reads the nodes of one text.
pub(super) struct Reader<'t, 'f> {
    pub(super) text: &'t str,
    line_starts: Vec<usize>,
    pub(super) options: ProseOptions,
    pub(super) faults: &'f mut Vec<ProseFault>,
}

impl Reader<'_, '_> {
    /// Where a node stands in the text.
    pub(super) fn range(&self, node: Node<'_>) -> Range<usize> {
        let Sourcepos { start, end } = node.data.borrow().sourcepos;
        let line = |line: usize| self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let start = char_start(self.text, line(start.line) + start.column.saturating_sub(1));
        let end = char_end(self.text, line(end.line) + end.column);
        start..end.max(start)
    }

    /// Reports markup that prose doesn't have.
    pub(super) fn not_allowed(&mut self, range: Range<usize>, what: &str, help: &str) {
        let message = format!("prose has no {what}");
        self.faults.push(ProseFault::new("prose-not-allowed", range, message, help));
    }

    /// Reports markup that was most likely not meant.
    pub(super) fn accident(&mut self, range: Range<usize>, message: &str, help: &str) {
        self.faults.push(ProseFault::new("prose-by-accident", range, message, help));
    }

    fn blocks(&mut self, parent: Node<'_>, depth: usize) -> Vec<Block> {
        let mut blocks = vec![];
        for node in parent.children() {
            self.block(node, depth, &mut blocks);
        }
        blocks
    }

    fn block(&mut self, node: Node<'_>, depth: usize, out: &mut Vec<Block>) {
        let range = self.range(node);
        if depth > DEEPEST {
            self.not_allowed(range.clone(), "lists nested so deep", "nest them less");
            out.push(words(&self.text[range]));
            return;
        }
        let value = node.data.borrow().value.clone();
        match &value {
            NodeValue::Paragraph => out.push(Block::Paragraph(self.inlines(node, depth))),
            NodeValue::List(list) => {
                self.check_list(node, list);
                let items = node.children().map(|item| self.blocks(item, depth + 1)).collect();
                out.push(Block::List { ordered: list.list_type == ListType::Ordered, items });
            }
            NodeValue::Heading(heading) => {
                let help = if heading.setext {
                    "a line of `-` or `=` makes a heading of the line before it; leave it out"
                } else {
                    "give the section or item a title instead; write `\\#` for the sign"
                };
                self.not_allowed(range, "headings", help);
                out.push(Block::Paragraph(self.inlines(node, depth)));
            }
            NodeValue::BlockQuote => {
                self.not_allowed(range, "quotations", "write it as a paragraph; write `\\>` for the sign");
                out.extend(self.blocks(node, depth + 1));
            }
            _ => {
                let (what, help) = beyond(&value);
                self.not_allowed(range.clone(), what, help);
                out.push(words(&self.text[range]));
            }
        }
    }

    /// Finds the lists that are none, and those that would be numbered otherwise than their author did.
    fn check_list(&mut self, node: Node<'_>, list: &NodeList) {
        let range = self.range(node);
        let marker = marker(self.text, range.start);
        if list.list_type == ListType::Ordered {
            let starts = node.children().map(|item| self.range(item).start).collect::<Vec<_>>();
            self.check_numbers(&starts);
        } else if list.bullet_char == b'+' {
            let help = "begin items with `-`, or write `\\+` if the sign belongs to the text";
            self.accident(marker, "`+` at the start of a line begins a list", help);
        } else if node.children().count() == 1 && self.interrupts(node, range.start) {
            let help = "join the line to the one before if it goes on there; leave an empty line before a list";
            self.accident(marker, "this sign at the start of a line begins a list within a sentence", help);
        }
    }

    fn check_numbers(&mut self, starts: &[usize]) {
        let number = |at: usize| {
            self.text[at..].bytes().map_while(|b| char::from(b).to_digit(10)).fold(0, |n: u64, d| n * 10 + u64::from(d))
        };
        let same = starts.iter().all(|at| number(*at) == 1);
        let wrong = starts.iter().zip(1..).find(|(at, expected)| !same && number(**at) != *expected);
        let Some((at, expected)) = wrong else { return };
        let marker = marker(self.text, *at);
        let found = &self.text[marker.clone()];
        let sign = found.chars().next_back().unwrap_or('.');
        let message = format!("`{found}` at the start of a line begins item {expected} of a numbered list");
        let help = format!(
            "number the items from 1, or write `{}\\{sign}` if it belongs to the text",
            found.trim_end_matches(sign)
        );
        self.accident(marker, &message, &help);
    }

    /// Finds a number at the start that makes the whole text a list.
    fn check_single(&mut self, blocks: &[Block]) {
        let single = matches!(blocks, [Block::List { ordered: true, items }] if items.len() == 1);
        let start = self.text.len() - self.text.trim_start().len();
        let marker = marker(self.text, start);
        if single && !self.faults.iter().any(|fault| fault.range == marker) {
            let help = "leave the number out where items are numbered anyway, or write `1\\.` to keep it";
            self.accident(marker, "this number at the start makes the text a numbered list of one item", help);
        }
    }

    /// Whether a list follows right after a line that doesn't announce one.
    fn interrupts(&self, node: Node<'_>, start: usize) -> bool {
        let after_words =
            node.previous_sibling().is_some_and(|before| matches!(before.data.borrow().value, NodeValue::Paragraph));
        let before = self.text[..start].trim_end_matches([' ', '\t']);
        let Some(line) = before.strip_suffix('\n') else { return false };
        let line = line.trim_end_matches(['\r', ' ']);
        after_words && !line.ends_with(['\n', ':', '.', '!', '?'])
    }

    /// Finds the definitions of links, which Markdown takes out of the text.
    fn definitions(&mut self, markdown: &Options<'_>) {
        for (i, start) in self.line_starts.iter().enumerate() {
            let rest = self.text[*start..].trim_start_matches([' ', '>', '-', '*']);
            if !rest.starts_with('[') || !rest.contains("]:") {
                continue;
            }
            let end = self.line_starts.get(i + 2).copied().unwrap_or(self.text.len());
            let from = self.text.len() - rest.len();
            let Some(lines) = self.text.get(from..end) else { continue };
            let arena = Arena::new();
            let document = parse_document(&arena, lines, markdown);
            let gone = !plain_words(document).starts_with('[');
            if gone {
                let range = from..from + lines.lines().next().map_or(0, str::len);
                let help = "write the link where its words stand, `[words](https://…)`; write `\\[` for a bracket";
                self.faults.push(ProseFault::new("prose-not-allowed", range, "prose has no link definitions", help));
            }
        }
    }
}

/// What a node is that prose doesn't have, and what to do about it.
fn beyond(value: &NodeValue) -> (&'static str, &'static str) {
    match value {
        NodeValue::CodeBlock(code) if !code.fenced => {
            ("indented code", "begin the line in the same column as the others: four spaces more make it code")
        }
        NodeValue::CodeBlock(_) | NodeValue::Code(_) => ("code", "write it as words; write `\\`` for the sign"),
        NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => ("HTML", "write it in words; write `\\<` for the sign"),
        NodeValue::ThematicBreak => {
            ("rules across the page", "leave the line out; begin a new paragraph or item instead")
        }
        NodeValue::Table(_) => ("tables", "write a list, or one sentence a row: a table can't be read aloud"),
        NodeValue::Image(_) => ("pictures", "list it under `images`, and place it from there"),
        _ => ("such markup", "write paragraphs, lists, emphasis, links and references"),
    }
}

impl Reader<'_, '_> {
    /// Reports an inline node that prose doesn't have, and returns its words as they are written.
    pub(super) fn beyond_inline(&mut self, node: Node<'_>) -> Range<usize> {
        let range = self.range(node);
        let (what, help) = beyond(&node.data.borrow().value);
        self.not_allowed(range.clone(), what, help);
        range
    }
}

fn words(text: &str) -> Block {
    let mut inlines = vec![];
    super::reference::push_words(&mut inlines, text.trim());
    Block::Paragraph(inlines)
}

/// The first words of a document, to see whether any are missing.
fn plain_words(document: Node<'_>) -> String {
    let first = document.descendants().find_map(|node| match &node.data.borrow().value {
        NodeValue::Text(text) => Some(text.to_string()),
        NodeValue::Link(_) => Some("[".to_owned()),
        _ => None,
    });
    first.unwrap_or_default()
}

/// The sign or number that begins a list item.
fn marker(text: &str, start: usize) -> Range<usize> {
    let end = text[start..].find([' ', '\t', '\n']).unwrap_or(text.len() - start);
    start..start + end
}

/// Where the lines of a text begin; Markdown ends a line at a carriage return too.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends =
        bytes.iter().enumerate().filter(|(i, b)| **b == b'\n' || (**b == b'\r' && bytes.get(i + 1) != Some(&b'\n')));
    std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect()
}

/// Whether a piece of running text says nothing.
pub(super) fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Emphasis(within) | Inline::Strong(within) | Inline::Link { text: within, .. } => is_blank(within),
        Inline::Reference { .. } | Inline::FillIn(_) => false,
    })
}

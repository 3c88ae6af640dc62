//! Writes an outline down as CommonMark, through comrak's syntax tree and its formatter.
//!
//! Whatever the words contain, reading the Markdown again gives the same blocks and the same text. The formatter escapes
//! most of it; [`text`] takes care of the rest, and [`inline`] keeps neighbouring emphasis apart. [`calm`] spares it the words
//! in which there is nothing to escape.

mod calm;
mod finish;
mod inline;
mod text;

use comrak::nodes::{
    Ast, AstNode, LineColumn, ListDelimType, ListType, NodeFootnoteDefinition, NodeHeading, NodeLink, NodeList,
    NodeTable, NodeValue, TableAlignment,
};
use comrak::{Arena, Options};

use serviceline_core::Words;

use crate::options::HeadingIds;
use crate::outline::{Block, Outline, Style};
use calm::{Calm, Sink};
use inline::Line;
use text::Ends;

/// A syntax tree under construction.
pub(crate) struct Tree<'a> {
    arena: &'a Arena<'a>,
    calm: &'a Calm,
    style: &'a Style,
}

/// The outline as CommonMark.
pub(crate) fn encode(outline: &Outline) -> Result<String, std::fmt::Error> {
    let arena = Arena::new();
    let calm = Calm::default();
    let tree = Tree { arena: &arena, calm: &calm, style: &outline.style };
    let document = tree.node(NodeValue::Document);
    tree.blocks(document, &outline.blocks);
    let front = outline.front.yaml();
    let start = front.len();
    let mut markdown = front;
    markdown.reserve(32 << 10);
    let mut sink = Sink { calm: &calm, out: markdown };
    comrak::format_commonmark(document, &Options::default(), &mut sink)?;
    Ok(finish::finish(sink.out, start, &outline.style))
}

impl<'a> Tree<'a> {
    pub(crate) fn node(&self, value: NodeValue) -> &'a AstNode<'a> {
        self.arena.alloc(AstNode::new(Ast::new(value, LineColumn { line: 0, column: 0 }).into()))
    }

    fn blocks(&self, parent: &'a AstNode<'a>, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, id, words } => self.heading(parent, *level, id, words),
                Block::Paragraph(words) => {
                    self.line(parent, NodeValue::Paragraph, &Line::paragraph(words, self.style));
                }
                Block::Table { head, rows } => self.table(parent, head, rows),
                Block::Footnote { number, words } => {
                    let value = NodeFootnoteDefinition { name: number.to_string(), total_references: 1 };
                    let note = self.node(NodeValue::FootnoteDefinition(value));
                    self.line(note, NodeValue::Paragraph, &Line::paragraph(words, self.style));
                    parent.append(note);
                }
                Block::List { ordered, items } => self.list(parent, *ordered, items),
                Block::Picture { file, alt } => {
                    let paragraph = self.node(NodeValue::Paragraph);
                    let link = NodeLink { url: text::url(file), title: String::new() };
                    let image = self.node(NodeValue::Image(Box::new(link)));
                    self.text(image, &alt.text(), Ends::default());
                    paragraph.append(image);
                    parent.append(paragraph);
                }
            }
        }
    }

    fn heading(&self, parent: &'a AstNode<'a>, level: u8, id: &str, words: &Words) {
        let line = Line::heading(words, self.style);
        if line.is_empty() {
            return;
        }
        let value = NodeHeading { level: level.clamp(1, 6), setext: false, closed: false };
        let heading = self.node(NodeValue::Heading(value));
        let ids = if id.is_empty() { HeadingIds::None } else { self.style.heading_ids };
        if ids == HeadingIds::Anchor {
            self.raw(heading, &format!("<a id=\"{id}\"></a>"));
        }
        self.inlines(heading, &line);
        if ids == HeadingIds::Attribute {
            self.raw(heading, &format!(" {{#{id}}}"));
        }
        parent.append(heading);
    }

    fn table(&self, parent: &'a AstNode<'a>, head: &[Words], rows: &[Vec<Words>]) {
        let value = NodeTable {
            alignments: vec![TableAlignment::None; head.len()],
            num_columns: head.len(),
            num_rows: rows.len(),
            num_nonempty_cells: 0,
        };
        let table = self.node(NodeValue::Table(Box::new(value)));
        for (is_head, cells) in std::iter::once((true, head)).chain(rows.iter().map(|row| (false, row.as_slice()))) {
            let row = self.node(NodeValue::TableRow(is_head));
            for words in cells {
                let cell = self.node(NodeValue::TableCell);
                self.inlines(cell, &Line::heading(words, self.style));
                row.append(cell);
            }
            table.append(row);
        }
        parent.append(table);
    }

    /// Appends a block of one line of words, unless there are none.
    fn line(&self, parent: &'a AstNode<'a>, value: NodeValue, line: &Line) {
        if !line.is_empty() {
            let block = self.node(value);
            self.inlines(block, line);
            parent.append(block);
        }
    }

    fn list(&self, parent: &'a AstNode<'a>, ordered: bool, items: &[Vec<Block>]) {
        let value = NodeList {
            list_type: if ordered { ListType::Ordered } else { ListType::Bullet },
            delimiter: ListDelimType::Period,
            start: 1,
            bullet_char: b'-',
            tight: items.iter().all(|item| is_tight(item)),
            ..NodeList::default()
        };
        let list = self.node(NodeValue::List(value));
        for item in items {
            let node = self.node(NodeValue::Item(value));
            self.blocks(node, item);
            if node.first_child().is_some() {
                list.append(node);
            }
        }
        if list.first_child().is_some() {
            parent.append(list);
        }
    }
}

/// One paragraph, and at most lists below it.
fn is_tight(item: &[Block]) -> bool {
    let paragraphs = item.iter().filter(|block| !matches!(block, Block::List { .. })).count();
    paragraphs <= 1
}

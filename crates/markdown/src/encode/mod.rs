//! Writes an outline down as CommonMark, through comrak's syntax tree and its formatter.
//!
//! Whatever the words contain, reading the Markdown again gives the same blocks and the same text. The formatter escapes
//! most of it; [`text`] takes care of the rest, and [`inline`] keeps neighbouring emphasis apart. [`calm`] spares it the words
//! in which there is nothing to escape.

mod calm;
mod inline;
mod text;

use comrak::nodes::{Ast, AstNode, LineColumn, ListDelimType, ListType, NodeHeading, NodeLink, NodeList, NodeValue};
use comrak::{Arena, Options};

use crate::outline::{Block, Outline};
use calm::{Calm, Sink};
use inline::Line;
use text::Ends;

/// A syntax tree under construction.
pub(crate) struct Tree<'a> {
    arena: &'a Arena<'a>,
    calm: &'a Calm,
}

/// The outline as CommonMark.
pub(crate) fn encode(outline: &Outline) -> Result<String, std::fmt::Error> {
    let arena = Arena::new();
    let calm = Calm::default();
    let tree = Tree { arena: &arena, calm: &calm };
    let document = tree.node(NodeValue::Document);
    tree.blocks(document, &outline.blocks);
    let mut markdown = outline.front.yaml();
    markdown.reserve(32 << 10);
    let mut sink = Sink { calm: &calm, out: markdown };
    comrak::format_commonmark(document, &Options::default(), &mut sink)?;
    Ok(sink.out)
}

impl<'a> Tree<'a> {
    pub(crate) fn node(&self, value: NodeValue) -> &'a AstNode<'a> {
        self.arena.alloc(AstNode::new(Ast::new(value, LineColumn { line: 0, column: 0 }).into()))
    }

    fn blocks(&self, parent: &'a AstNode<'a>, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, words } => {
                    let value = NodeHeading { level: (*level).clamp(1, 6), setext: false, closed: false };
                    self.line(parent, NodeValue::Heading(value), &Line::heading(words));
                }
                Block::Paragraph(words) => {
                    self.line(parent, NodeValue::Paragraph, &Line::paragraph(words));
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

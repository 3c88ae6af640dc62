//! Words of a line as nested emphasis and links, kept apart where Markdown would read them as one.

use std::sync::Arc;

use comrak::nodes::{AstNode, NodeLink, NodeValue};
use serviceline_core::words::{Role, Words, isolated};

use super::Tree;
use super::text::{Ends, is_autolink, url};
use crate::options::Flavor;
use crate::outline::Style;

/// The words of a block, with equal neighbours joined.
#[derive(Debug, Default)]
pub(crate) struct Line {
    runs: Vec<Run>,
}

/// A stretch of text in one style, or a line break.
#[derive(Clone, Debug)]
struct Run {
    text: String,
    is_break: bool,
    /// The text is the reference to a footnote.
    is_note: bool,
    marks: Vec<Mark>,
}

/// What a stretch of text can stand within.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Mark {
    Strong,
    Emphasis,
    Link(Arc<str>),
}

/// The line in the order in which it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Open(Mark),
    Close(Mark),
    Text(String),
    /// The reference to a footnote.
    Note(String),
    Break,
    /// An empty comment, which keeps two runs of asterisks apart.
    Apart,
}

impl Line {
    pub(crate) fn paragraph(words: &Words, style: &Style) -> Self {
        Self::new(words, style, true)
    }

    /// A heading is one line: its breaks are spaces.
    pub(crate) fn heading(words: &Words, style: &Style) -> Self {
        Self::new(words, style, false)
    }

    fn new(words: &Words, document: &Style, keep_breaks: bool) -> Self {
        let mut line = Self::default();
        for piece in words.pieces() {
            let style = piece.style();
            let target = match piece.role() {
                Role::Phone { uri, .. } => Some(uri),
                Role::Link { href, .. } => Some(href),
                _ => None,
            };
            let mut marks = Vec::new();
            marks.extend(style.strong.then_some(Mark::Strong));
            marks.extend(style.emphasis.then_some(Mark::Emphasis));
            marks.extend(target.filter(|href| !href.is_empty()).map(|href| Mark::Link(document.address(href))));
            match piece.role() {
                Role::Break if keep_breaks => line.push_break(),
                Role::Break => line.push(" ", Vec::new()),
                Role::Cite { number } if document.flavor == Flavor::Gfm => line.push_note(*number, marks),
                Role::Phone { .. } if words.reads_from_right() => {
                    line.push(&isolated(piece.text()), marks);
                }
                _ => line.push(piece.text(), marks),
            }
        }
        line.end();
        if document.flavor == Flavor::Plain && line.tokens().contains(&Token::Apart) {
            line.without_emphasis();
        }
        line
    }

    /// Where HTML would be needed to keep emphasis apart, words go without it.
    fn without_emphasis(&mut self) {
        let mut runs = std::mem::take(&mut self.runs);
        for run in &mut runs {
            run.marks.retain(|mark| matches!(mark, Mark::Link(_)));
        }
        for run in runs {
            match self.runs.last_mut() {
                Some(last) if !last.is_break && !run.is_break && last.marks == run.marks => {
                    last.text.push_str(&run.text);
                }
                _ => self.runs.push(run),
            }
        }
    }

    fn push(&mut self, text: &str, marks: Vec<Mark>) {
        match self.runs.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if !last.is_break && !last.is_note && last.marks == marks => last.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), is_break: false, is_note: false, marks }),
        }
    }

    fn push_note(&mut self, number: usize, marks: Vec<Mark>) {
        self.runs.push(Run { text: format!("[^{number}]"), is_break: false, is_note: true, marks });
    }

    /// A break is one between two texts only: at an end it is nothing, and two are one.
    fn push_break(&mut self) {
        if self.runs.last().is_some_and(|last| !last.is_break) {
            self.runs.push(Run { text: String::new(), is_break: true, is_note: false, marks: Vec::new() });
        }
    }

    /// A break stands within what both its neighbours stand in.
    fn end(&mut self) {
        if self.runs.last().is_some_and(|last| last.is_break) {
            self.runs.pop();
        }
        for at in 1..self.runs.len().saturating_sub(1) {
            if self.runs[at].is_break {
                let after = self.runs[at + 1].marks.clone();
                self.runs[at].marks =
                    self.runs[at - 1].marks.iter().filter(|mark| after.contains(mark)).cloned().collect();
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    fn tokens(&self) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(self.runs.len() * 3);
        nest(&self.runs, &mut Vec::new(), &mut tokens);
        keep_apart(&tokens)
    }
}

/// Writes runs as nested marks: of the marks that begin here, the one that reaches furthest is outermost.
fn nest(mut runs: &[Run], within: &mut Vec<Mark>, tokens: &mut Vec<Token>) {
    while let Some(first) = runs.first() {
        let reach = |mark: &Mark| runs.iter().take_while(|run| run.marks.contains(mark)).count();
        let open = first.marks.iter().filter(|mark| !within.contains(mark)).rev().max_by_key(|mark| reach(mark));
        match open {
            None => {
                tokens.push(match first {
                    Run { is_break: true, .. } => Token::Break,
                    Run { is_note: true, text, .. } => Token::Note(text.clone()),
                    Run { text, .. } => Token::Text(text.clone()),
                });
                runs = &runs[1..];
            }
            Some(mark) => {
                let (inside, after) = runs.split_at(reach(mark));
                tokens.push(Token::Open(mark.clone()));
                within.push(mark.clone());
                nest(inside, within, tokens);
                within.pop();
                tokens.push(Token::Close(mark.clone()));
                runs = after;
            }
        }
    }
}

/// Puts an empty comment wherever a run of asterisks would not be read as meant.
///
/// CommonMark 0.31, "Emphasis and strong emphasis": what a run of asterisks does depends on the characters around it.
fn keep_apart(tokens: &[Token]) -> Vec<Token> {
    let mut apart = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let length = tokens[at..].iter().take_while(|token| token.is_asterisks()).count();
        if length == 0 {
            apart.push(token.clone());
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| tokens[before].last());
        let after = tokens.get(at + length).and_then(Token::first);
        group(&tokens[at..at + length], &tokens[at + length..], before, after, &mut apart);
        at += length;
    }
    apart
}

/// One group of neighbouring asterisks: those that close, then those that open.
fn group(group: &[Token], rest: &[Token], before: Option<char>, after: Option<char>, apart: &mut Vec<Token>) {
    let closing = group.iter().take_while(|token| matches!(token, Token::Close(_))).count();
    let (close, open) = group.split_at(closing);
    let split = matches!(open, [_, Token::Open(inner)] if opens_again(inner, rest));
    let after_open = if split { Some('<') } else { after };
    apart.extend_from_slice(close);
    let between = !close.is_empty() && !open.is_empty();
    let blocks_close = open.is_empty() && is_sign(before) && is_letter(after);
    let blocks_open = close.is_empty() && is_sign(after_open) && is_letter(before);
    if between || blocks_close || blocks_open {
        apart.push(Token::Apart);
    }
    match open {
        [outer, inner] if split => apart.extend([outer.clone(), Token::Apart, inner.clone()]),
        _ => apart.extend_from_slice(open),
    }
}

/// After an inner mark that opens together with its outer one: does another of its kind open in the outer one?
fn opens_again(inner: &Mark, rest: &[Token]) -> bool {
    let mut after = rest.iter().skip_while(|token| **token != Token::Close(inner.clone())).skip(1);
    let in_outer = |token: &&Token| !matches!(token, Token::Close(Mark::Strong | Mark::Emphasis));
    after.by_ref().take_while(in_outer).any(|token| *token == Token::Open(inner.clone()))
}

/// Punctuation, a space that is written as a character reference, or what may be either.
fn is_sign(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_alphanumeric())
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_whitespace() && !c.is_ascii_punctuation())
}

impl Token {
    fn is_asterisks(&self) -> bool {
        matches!(self, Self::Open(Mark::Strong | Mark::Emphasis) | Self::Close(Mark::Strong | Mark::Emphasis))
    }

    /// The first character that is written for it.
    fn first(&self) -> Option<char> {
        match self {
            Self::Text(text) => text.chars().next(),
            Self::Break => Some('\n'),
            _ => Some('['),
        }
    }

    /// The last character that is written for it.
    fn last(&self) -> Option<char> {
        match self {
            Self::Text(text) => text.chars().next_back(),
            Self::Break => Some('\n'),
            Self::Open(_) => Some('['),
            _ => Some(')'),
        }
    }
}

impl<'a> Tree<'a> {
    /// Appends the words of a line.
    pub(super) fn inlines(&self, block: &'a AstNode<'a>, line: &Line) {
        let tokens = line.tokens();
        let mut parent = block;
        let mut is_address = false;
        for (at, token) in tokens.iter().enumerate() {
            match token {
                Token::Open(mark) => {
                    let node = self.node(mark.value());
                    parent.append(node);
                    parent = node;
                    if let (Mark::Link(href), Some(Token::Text(text))) = (mark, tokens.get(at + 1)) {
                        let alone = matches!(tokens.get(at + 2), Some(Token::Close(Mark::Link(_))));
                        is_address = alone && is_autolink(text, href);
                        // The formatter takes a link for an automatic one by its first child alone.
                        if !is_address {
                            self.raw(parent, "");
                        }
                    }
                }
                Token::Close(_) => parent = parent.parent().unwrap_or(block),
                Token::Text(text) if std::mem::take(&mut is_address) => self.literal(parent, text),
                Token::Text(text) => self.text(parent, text, ends(&tokens, at)),
                Token::Note(reference) => self.raw(parent, reference),
                Token::Break => parent.append(self.node(NodeValue::LineBreak)),
                Token::Apart => {
                    parent.append(self.node(NodeValue::HtmlInline("<!-- -->".to_owned())));
                }
            }
        }
    }
}

impl Mark {
    fn value(&self) -> NodeValue {
        match self {
            Self::Strong => NodeValue::Strong,
            Self::Emphasis => NodeValue::Emph,
            Self::Link(href) => NodeValue::Link(Box::new(NodeLink { url: url(href), title: String::new() })),
        }
    }
}

/// Whether a text stands at the start or the end of a line.
fn ends(tokens: &[Token], at: usize) -> Ends {
    let start = at.checked_sub(1).is_none_or(|before| tokens[before] == Token::Break);
    let end = tokens.get(at + 1).is_none_or(|after| *after == Token::Break);
    Ends { start, end }
}

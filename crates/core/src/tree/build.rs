//! The tree out of the parser's events.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle, Tag};

use super::anchors::{Anchors, Refusal};
use super::problems::{too_deep, too_large, yaml_feature};
use super::{Data, Key, Limits, Node, Scalar, Style, characters, hidden, problems, reference, settle, syntax};
use crate::diagnostic::{Diagnostic, Sink, quote};
use crate::path::FieldPath;

/// Builds the tree of `text`, which is the source without forbidden characters.
pub(super) fn build(text: &str, limits: Limits, sink: Sink<'_>) -> Option<Node> {
    let options = granit_parser::options! { emit_anchor_events: true, emit_unresolved_aliases: true };
    let mut builder = Builder::new(text, limits, sink);
    for event in Parser::new_from_str_with_options(text, options) {
        let next = match event {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => Err(Stop::from(syntax::explain(&error, text))),
        };
        match next {
            Ok(Next::Event) if !builder.sink.is_full() => {}
            Ok(_) => break,
            Err(stop) => {
                builder.stop(stop);
                break;
            }
        }
    }
    builder.finish()
}

/// A problem after which nothing more can be read, and where it is.
struct Stop(Box<Diagnostic>, Range<u32>);

impl From<(Diagnostic, Range<u32>)> for Stop {
    fn from((problem, span): (Diagnostic, Range<u32>)) -> Self {
        Self(Box::new(problem), span)
    }
}

/// Whether to go on.
enum Next {
    Event,
    Nothing,
}

/// A list or a group that has begun and not ended.
struct Open {
    children: Children,
    start: u32,
    flow: bool,
    anchor: usize,
}

enum Children {
    List(Vec<Node>),
    /// The fields so far, and the name of the next one.
    Map(Vec<(Key, Node)>, Option<Key>),
}

struct Builder<'t, 's> {
    text: &'t str,
    limits: Limits,
    sink: Sink<'s>,
    stack: Vec<Open>,
    anchors: Anchors,
    root: Option<Node>,
    /// Where the last thing ended that has an end of its own; a block ends with its last line.
    end: u32,
    values: usize,
    bytes: usize,
    /// Reading has stopped before the end of the file.
    stopped: bool,
}

impl<'t, 's> Builder<'t, 's> {
    fn new(text: &'t str, limits: Limits, sink: Sink<'s>) -> Self {
        let anchors = Anchors::default();
        Self { text, limits, sink, stack: vec![], anchors, root: None, end: 0, values: 0, bytes: 0, stopped: false }
    }

    fn event(&mut self, event: Event<'_>, at: &Span) -> Result<Next, Stop> {
        let span = span_of(at);
        match event {
            Event::DocumentStart(..) if self.root.is_some() => {
                let problem = yaml_feature("a second document begins here, and a file holds one")
                    .help("remove the line, or move what follows to a file of its own");
                self.report(problem, span);
                return Ok(Next::Nothing);
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.tag(tag.as_deref(), at);
                self.scalar(&text, style, anchor, span)?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.tag(tag.as_deref(), at);
                self.open(Children::List(vec![]), style, anchor, span)?;
            }
            Event::MappingStart(style, anchor, tag) => {
                self.tag(tag.as_deref(), at);
                self.open(Children::Map(vec![], None), style, anchor, span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(Some(span.end))?,
            Event::Anchor(id, name) => self.anchors.name(id, &name, span),
            Event::Alias(id) => self.alias(id, span)?,
            Event::UnresolvedAlias(name) => self.unknown_alias(&name, span)?,
            _ => {}
        }
        Ok(Next::Event)
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, span: Range<u32>) -> Result<(), Stop> {
        let style = match style {
            ScalarStyle::SingleQuoted => Style::Single,
            ScalarStyle::DoubleQuoted => Style::Double,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
            ScalarStyle::Plain => Style::Plain,
        };
        let span = span.start..trimmed_end(self.text, &span);
        self.count(usize::from(!self.expects_name()), text.len(), &span)?;
        self.end = self.end.max(span.end);
        let text = if style == Style::Double { self.escaped_characters(text, &span) } else { text.into() };
        let nothing = span.is_empty() || matches!(&*text, "~" | "null" | "Null" | "NULL");
        if style == Style::Plain && nothing {
            return self.add(Node::new(span, Data::Null), anchor);
        }
        if style == Style::Plain
            && !self.expects_name()
            && let Some(hidden) = hidden::after(self.text, &span)
        {
            self.report(hidden::comment(&self.text[hidden.start as usize..hidden.end as usize]), hidden);
        }
        let scalar = Scalar { text: text.into(), style };
        self.add(Node::new(span, Data::Scalar(scalar)), anchor)
    }

    fn open(&mut self, children: Children, style: StructureStyle, anchor: usize, span: Range<u32>) -> Result<(), Stop> {
        if self.stack.len() >= self.limits.levels {
            return Err((too_deep(self.limits), span).into());
        }
        self.count(1, 0, &span)?;
        self.anchors.open(anchor);
        self.stack.push(Open { children, start: span.start, flow: style == StructureStyle::Flow, anchor });
        Ok(())
    }

    /// Ends the innermost list or group; `end` is where its bracket ends, if it has one.
    fn close(&mut self, end: Option<u32>) -> Result<(), Stop> {
        let Some(Open { children, start, flow, anchor }) = self.stack.pop() else { return Ok(()) };
        if let (true, Some(end)) = (flow, end) {
            self.end = self.end.max(end);
        }
        let span = start..self.end.max(start);
        let data = match children {
            Children::List(items) => Data::List(settle::items(items, &self.path(), &mut self.sink)),
            Children::Map(fields, _) => match reference::meant(self.text, &span, &fields).filter(|_| flow) {
                Some(raw) => {
                    self.report(reference::problem(raw), span.clone());
                    reference::as_text(raw)
                }
                None => Data::Map(settle::fields(fields, &self.path(), &mut self.sink)),
            },
        };
        self.add(Node { cut_short: self.stopped, ..Node::new(span, data) }, anchor)
    }

    fn alias(&mut self, id: usize, span: Range<u32>) -> Result<(), Stop> {
        self.end = self.end.max(span.end);
        match self.anchors.repeat(id, self.limits.levels.saturating_sub(self.stack.len())) {
            Ok((values, bytes)) => {
                self.count(values, bytes, &span)?;
                let node = self.anchors.value(id).cloned();
                node.map_or(Ok(()), |node| self.add(node, 0))
            }
            Err(Refusal::Cycle) => {
                let problem = Diagnostic::error("alias-cycle", "this alias stands within the value that it repeats");
                Err((problem.help("write the value out"), span).into())
            }
            Err(Refusal::TooDeep) => Err((too_deep(self.limits), span).into()),
        }
    }

    /// An alias without an anchor: most often a text that begins with an asterisk.
    fn unknown_alias(&mut self, name: &str, span: Range<u32>) -> Result<(), Stop> {
        self.end = self.end.max(span.end);
        let name = quote(&format!("*{name}"));
        let message = format!("{name} repeats a named value, and none before it has this name");
        let problem = Diagnostic::error("alias-unknown", message).help("if a text begins with `*`, put it in quotes");
        if hidden::goes_on(self.text, span.end) {
            return Err((problem, span).into());
        }
        self.report(problem, span.clone());
        // A text in its stead, so that the field is there and isn't reported as missing too.
        let raw = &self.text[span.start as usize..span.end as usize];
        self.add(Node::new(span, reference::as_text(raw)), 0)
    }

    /// Counts what the content comes to, before it is built.
    fn count(&mut self, values: usize, bytes: usize, span: &Range<u32>) -> Result<(), Stop> {
        self.values += values;
        self.bytes += bytes;
        if self.values <= self.limits.values && self.bytes <= self.limits.bytes {
            return Ok(());
        }
        Err((too_large(self.limits), span.clone()).into())
    }

    fn add(&mut self, node: Node, anchor: usize) -> Result<(), Stop> {
        self.anchors.close(anchor, &node);
        match self.stack.last_mut().map(|open| &mut open.children) {
            None => self.root = Some(node),
            Some(Children::List(items)) => items.push(node),
            Some(Children::Map(fields, name)) => match name.take() {
                Some(key) => fields.push((key, node)),
                None => *name = Some(key_of(self.text, node)?),
            },
        }
        Ok(())
    }

    /// Reports what ended the reading, and closes what was open, so that the part before it can be used.
    fn stop(&mut self, Stop(mut problem, span): Stop) {
        let unread = "what follows in this file was not read";
        problem.help = Some(problem.help.map_or_else(|| unread.to_owned(), |help| format!("{help}; {unread}")));
        self.sink.take_back(problem.code, &span);
        self.report(*problem, span);
        self.stopped = true;
        while !self.stack.is_empty() {
            // Whatever is wrong with a half-read group comes from the problem that was just reported.
            let _ = self.close(None);
        }
        self.anchors.forget();
    }

    fn finish(mut self) -> Option<Node> {
        for (name, span) in self.anchors.unused() {
            self.sink.push(hidden::anchor(&name), span);
        }
        let root = self.root.filter(|root| !settle::is_empty(root));
        if root.is_none() && !self.sink.has_found() {
            self.sink.push(problems::empty_file(), 0..0);
        }
        root
    }

    /// Whether the next text is the name of a field.
    fn expects_name(&self) -> bool {
        matches!(self.stack.last(), Some(Open { children: Children::Map(_, None), .. }))
    }

    fn tag(&mut self, tag: Option<&Tag>, at: &Span) {
        let Some(tag) = tag else { return };
        let span = at.tag_span().map_or_else(|| span_of(at), |span| span_of(&span));
        let problem = yaml_feature(&format!("`{}` is a YAML tag, and has no meaning here", tag.original()));
        self.report(problem.help("remove it; if a text begins with `!`, put it in quotes"), span);
    }

    /// Escapes such as `\0` can bring in what the file itself may not hold.
    fn escaped_characters<'e>(&mut self, text: &'e str, span: &Range<u32>) -> Cow<'e, str> {
        if text.chars().all(|c| characters::fault(c).is_none()) {
            return Cow::Borrowed(text);
        }
        for c in text.chars().collect::<BTreeSet<_>>() {
            if let Some(what) = characters::fault(c) {
                self.report(characters::problem(c, what), span.clone());
            }
        }
        Cow::Owned(text.replace(|c| characters::fault(c).is_some(), " "))
    }

    fn report(&mut self, problem: Diagnostic, span: Range<u32>) {
        let path = self.path();
        self.sink.push(problem.at_path(path), span);
    }

    /// The path of the value that comes next.
    fn path(&self) -> FieldPath {
        let mut path = String::new();
        for open in &self.stack {
            match &open.children {
                Children::List(items) => {
                    let _ = write!(path, "[{}]", items.len());
                }
                Children::Map(_, Some(key)) if path.is_empty() => path.push_str(&key.name),
                Children::Map(_, Some(key)) => {
                    let _ = write!(path, ".{}", key.name);
                }
                Children::Map(_, None) => {}
            }
        }
        path.into()
    }
}

fn span_of(at: &Span) -> Range<u32> {
    at.byte_range().map_or(0..0, |range| range.start as u32..range.end as u32)
}

/// The end of a stretch of text without the white space that it ends with.
fn trimmed_end(text: &str, span: &Range<u32>) -> u32 {
    let raw = text.get(span.start as usize..span.end as usize).unwrap_or_default();
    span.start + raw.trim_end().len() as u32
}

/// The longest name of a field, in bytes. YAML has the same limit for names in their usual form.
const LONGEST_NAME: usize = 1024;

fn key_of(text: &str, node: Node) -> Result<Key, Stop> {
    let raw = text.get(node.span.start as usize..node.span.end as usize).unwrap_or_default();
    let name = match node.data {
        Data::Scalar(scalar) if scalar.text.len() <= LONGEST_NAME => scalar.text,
        Data::Null if !raw.is_empty() => raw.into(),
        _ => return Err((problems::key_not_text(raw), node.span).into()),
    };
    Ok(Key { name, span: node.span })
}

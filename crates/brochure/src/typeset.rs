//! Blocks of words become lines: shaped and divided, but not yet at a place.

use std::sync::Arc;

use serviceline_core::Diagnostic;
use serviceline_core::words::{Origin, Piece, Words};

use crate::color::Palette;
use crate::design::{Design, TextRole, TypeStyle};
use crate::draft::{Block, List, ListKind, Section, TextBlock};
use crate::fonts::Fonts;
use crate::inline::{Inline, Manner};
use crate::leaflet::{SetText, Tag};
use crate::lines::{TooWide, divide};
use crate::memory::{self as block, Key, Memory};
use crate::shape::{MissingGlyph, shape};
use crate::unit::Pt;

/// Sets blocks of words, and collects what cannot be set.
pub(crate) struct Setter<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) memory: &'a Memory,
    pub(crate) design: &'a Design,
    pub(crate) palette: &'a Palette,
    pub(crate) call: &'a dyn Fn(&str) -> String,
    pub(crate) note: &'a dyn Fn(usize) -> String,
    pub(crate) problems: Vec<Diagnostic>,
}

/// A section whose blocks are set.
#[derive(Debug)]
pub(crate) struct SetSection {
    pub(crate) blocks: Vec<SetBlock>,
}

/// A block whose texts are set.
#[derive(Debug)]
pub(crate) enum SetBlock {
    Heading(Arc<SetText>),
    Text(Set),
    List(SetList),
    Emergency { head: Arc<SetText>, list: SetList },
    Notes(Vec<(usize, Arc<SetText>, Arc<SetText>)>),
}

/// A text with its meaning.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub(crate) tag: Tag,
    pub(crate) language: Option<String>,
    pub(crate) text: Arc<SetText>,
}

/// A list whose items are set.
#[derive(Debug)]
pub(crate) struct SetList {
    pub(crate) kind: ListKind,
    pub(crate) indent: Pt,
    pub(crate) items: Vec<(Arc<SetText>, Vec<Set>)>,
}

impl Setter<'_> {
    pub(crate) fn section(&mut self, section: &Section, measure: Pt) -> SetSection {
        SetSection { blocks: section.blocks.iter().map(|block| self.block(block, measure)).collect() }
    }

    fn block(&mut self, block: &Block, measure: Pt) -> SetBlock {
        match block {
            Block::Heading(words) => SetBlock::Heading(self.text(TextRole::H2, words, measure)),
            Block::Text(block) => SetBlock::Text(self.block_text(block, measure)),
            Block::List(list) => SetBlock::List(self.list(list, measure)),
            Block::Emergency { head, items } => self.emergency(head, items, measure),
            Block::Notes(notes) => SetBlock::Notes(
                notes
                    .iter()
                    .map(|(number, words)| {
                        let style = self.design.style(TextRole::Note);
                        let mark = Inline::note_mark(*number, &self.manner(style, true));
                        let mark = self.set(TextRole::Note, style, mark, None, measure);
                        let indent = width_of(&mark) + style.size * 0.35;
                        (*number, mark, self.text(TextRole::Note, words, measure - indent))
                    })
                    .collect(),
            ),
        }
    }

    fn block_text(&mut self, block: &TextBlock, measure: Pt) -> Set {
        Set { tag: block.tag, language: block.language.clone(), text: self.text(block.role, &block.words, measure) }
    }

    fn list(&mut self, list: &List, measure: Pt) -> SetList {
        let (role, indent) = match list.kind {
            ListKind::Plain => (TextRole::Mark, self.design.list.indent),
            ListKind::Reasons => (TextRole::NumeralReason, self.design.reasons.column),
            ListKind::Steps => (TextRole::NumeralStep, self.design.steps.column),
        };
        let mut items = Vec::new();
        for (index, item) in list.items.iter().enumerate() {
            let mark = match list.kind {
                ListKind::Plain => self.design.list.mark.clone(),
                ListKind::Reasons | ListKind::Steps => (index + 1).to_string(),
            };
            let mark = self.mark(role, &mark, measure);
            items.push((mark, item.iter().map(|block| self.block_text(block, measure - indent)).collect()));
        }
        SetList { kind: list.kind, indent, items }
    }

    fn emergency(&mut self, head: &Words, items: &[Words], measure: Pt) -> SetBlock {
        let card = self.design.emergency;
        let (left, indent) = (card.bar + card.left, self.design.list.indent);
        let head_measure = measure - left - card.head_indent - card.right;
        let style = self.design.style(TextRole::EmergencyHead);
        let head_inline = Inline::new(head, &self.manner(style, true));
        let head = self.set(TextRole::EmergencyHead, style, head_inline, Some(head.clone()), head_measure);
        let item_measure = measure - left - card.right - indent;
        let style = self.design.style(TextRole::List);
        let items = items
            .iter()
            .map(|words| {
                let inline = Inline::new(words, &self.manner(style, true));
                let text = self.set(TextRole::List, style, inline, Some(words.clone()), item_measure);
                let mark = self.mark(TextRole::EmergencyMark, &self.design.list.mark.clone(), measure);
                (mark, vec![Set { tag: Tag::P, language: None, text }])
            })
            .collect();
        SetBlock::Emergency { head, list: SetList { kind: ListKind::Plain, indent, items } }
    }

    fn mark(&mut self, role: TextRole, text: &str, measure: Pt) -> Arc<SetText> {
        let style = self.design.style(role);
        let inline = Inline::mark(text, &self.manner(style, true));
        self.set(role, style, inline, None, measure)
    }

    /// Sets words in the style of their role.
    pub(crate) fn text(&mut self, role: TextRole, words: &Words, measure: Pt) -> Arc<SetText> {
        self.text_in(role, self.design.style(role), words, measure)
    }

    /// Sets words in a style of their own.
    pub(crate) fn text_in(&mut self, role: TextRole, style: TypeStyle, words: &Words, measure: Pt) -> Arc<SetText> {
        let inline = Inline::new(words, &self.manner(style, false));
        self.set(role, style, inline, Some(words.clone()), measure)
    }

    fn manner(&self, style: TypeStyle, silent: bool) -> Manner<'_> {
        let strong = self.design.strong;
        Manner { style, strong, palette: self.palette, call: self.call, note: self.note, silent }
    }

    fn set(
        &mut self,
        role: TextRole,
        style: TypeStyle,
        inline: Inline,
        words: Option<Words>,
        measure: Pt,
    ) -> Arc<SetText> {
        let Inline { text, spans, segments } = inline;
        let (family, scale) = (style.family, self.design.fallback_scale);
        let key = Key::new(&text, &spans, family, scale, measure, style.rag);
        let set = self.memory.get(key, || {
            let shaped = shape(self.fonts, family, scale, text, spans)
                .map_err(|missing| missing_glyph(missing, words.as_ref()))?;
            let lines = divide(&shaped, measure, style.rag).map_err(|wide| too_wide(&wide, words.as_ref(), measure))?;
            Ok(block::Set { shaped: Arc::new(shaped), lines: lines.into() })
        });
        let block::Set { shaped, lines } = set.unwrap_or_else(|problem| {
            self.problems.push(problem);
            block::Set { shaped: Arc::default(), lines: Arc::default() }
        });
        Arc::new(SetText { words, role, shaped, lines, segments })
    }
}

/// How wide a text of one line is.
pub(crate) fn width_of(text: &SetText) -> Pt {
    text.lines.iter().map(|line| line.width).fold(Pt::ZERO, Pt::max)
}

/// The first field that words come from.
pub(crate) fn field_of(words: &Words) -> Option<&str> {
    words.pieces().iter().find_map(|piece| match piece.origin() {
        Origin::Field(path) => Some(path.as_str()),
        Origin::Phrase(_) => None,
    })
}

fn missing_glyph(missing: MissingGlyph, words: Option<&Words>) -> Diagnostic {
    let c = missing.0;
    let piece = words.and_then(|words| words.pieces().iter().find(|piece| piece.text().contains(c)));
    let message = format!("expected characters that the fonts have, found {c:?} (U+{:04X})", c as u32);
    let problem = Diagnostic::error("missing-glyph", message).help("write it with other characters");
    match piece.map(Piece::origin) {
        Some(Origin::Field(path)) => problem.at_path(path.clone()),
        Some(Origin::Phrase(key)) => problem.at_path(&**key),
        None => problem,
    }
}

fn too_wide(wide: &TooWide, words: Option<&Words>, measure: Pt) -> Diagnostic {
    let (width, measure) = (wide.width.0.ceil(), measure.0.floor());
    let message =
        format!("expected words that fit a line of {measure} pt, found {:?}, which takes {width} pt", wide.word.trim());
    let problem = Diagnostic::error("overset", message).help("use a shorter word");
    match words.and_then(field_of) {
        Some(path) => problem.at_path(path),
        None => problem,
    }
}

//! Blocks of words become lines: shaped and divided, but not yet at a place.

mod lists;

use std::sync::Arc;

use serviceline_core::Diagnostic;
use serviceline_core::phrase::Phrases;
use serviceline_core::words::{Origin, Piece, Words};

use crate::code::{Code, CodeError};
use crate::coverage::MissingGlyph;
use crate::design::parts::HeadingStyle;
use crate::design::{Design, Frame, Surface, TextRole, TypeStyle};
use crate::draft::{Block, ListKind, Section, TextBlock};
use crate::fonts::Fonts;
use crate::format::{HeadingColumn, Place};
use crate::inline::{Inline, Manner};
use crate::leaflet::{SetText, Tag};
use crate::lines::{TooWide, divide};
use crate::memory::{self as block, Key, Memory};
use crate::palette::Palette;
use crate::shape::shape;
use crate::unit::Pt;

/// Sets blocks of words, and collects what cannot be set.
pub(crate) struct Setter<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) memory: &'a Memory,
    pub(crate) design: &'a Design,
    pub(crate) palette: &'a Palette,
    /// What the texts stand on that are set now.
    pub(crate) surface: Surface,
    pub(crate) phrases: &'a Phrases,
    pub(crate) problems: Vec<Diagnostic>,
}

/// A section whose blocks are set, or a piece of one.
#[derive(Clone, Debug)]
pub(crate) struct SetSection {
    /// The box around it.
    pub(crate) frame: Option<Frame>,
    /// What it stands on.
    pub(crate) surface: Surface,
    /// The column that its heading hangs in, beside its text.
    pub(crate) column: Option<HeadingColumn>,
    pub(crate) blocks: Vec<SetBlock>,
    /// How many parts within each other go on with what stands before: none for a whole section, one for a piece of a
    /// section, two for a piece of its list or paragraph, and so on.
    pub(crate) goes_on: usize,
}

/// A block whose texts are set.
#[derive(Clone, Debug)]
pub(crate) enum SetBlock {
    Heading(SetHeading),
    Text(Set),
    List(SetList),
    Quote(Vec<Set>),
    Emergency { head: Arc<SetText>, list: SetList },
    Code { code: Arc<Code>, alt: Words, texts: Vec<Set> },
    Notes(Vec<(usize, Arc<SetText>, Arc<SetText>)>),
}

/// A heading with the look that it has where it stands.
#[derive(Clone, Debug)]
pub(crate) struct SetHeading {
    pub(crate) text: Arc<SetText>,
    pub(crate) style: HeadingStyle,
    /// The name of its icon.
    pub(crate) icon: Option<String>,
    /// A word of it is too wide for the column of headings, so it stands above its text.
    pub(crate) across: bool,
}

impl SetHeading {
    /// How far the text is moved in: without an icon it stands at the edge.
    pub(crate) fn indent(&self) -> Pt {
        if self.icon.is_some() { self.style.indent() } else { Pt::ZERO }
    }
}

/// A text with its meaning.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub(crate) tag: Tag,
    pub(crate) language: Option<String>,
    pub(crate) text: Arc<SetText>,
}

/// A list whose items are set.
#[derive(Clone, Debug)]
pub(crate) struct SetList {
    pub(crate) kind: ListKind,
    pub(crate) indent: Pt,
    /// The first item goes on with one that was begun before, and has no mark.
    pub(crate) goes_on: bool,
    /// How far the second column is from the first, if the items stand in two. They have no marks then.
    pub(crate) columns: Option<Pt>,
    /// The mark of an item is a text, or drawn where there is none.
    pub(crate) items: Vec<(Option<Arc<SetText>>, Vec<Set>)>,
}

/// From this measure on, a code stands at the right of its section and not within it.
pub(crate) const WIDE: Pt = Pt(300.0);

/// The widths that the parts of a section are set in.
#[derive(Clone, Copy)]
struct Widths {
    /// Of its heading.
    head: Pt,
    /// Of its heading and its text together.
    across: Pt,
    /// Of its text.
    text: Pt,
    /// What of the text's width a code takes in a wide section.
    code: Pt,
}

impl Setter<'_> {
    /// Sets a section on a surface, in the box that the design has for it.
    pub(crate) fn section(&mut self, section: &Section, place: &Place, ground: Surface) -> SetSection {
        let frame = self.design.frame(section.name).filter(|_| !section.is_emergency());
        let column = place.heading.filter(|column| self.hangs(section, frame, *column));
        self.surface = frame.map_or(ground, |frame| frame.surface);
        let code = frame.map(|frame| frame.code).unwrap_or_default();
        let text = if column.is_some() { place.text_measure() } else { place.measure };
        let code = if section.has_code() && text >= WIDE { Code::SIDE + code.gap } else { Pt::ZERO };
        let head = column.map_or(text - code, |column| column.width);
        let across = if column.is_some() { place.measure } else { head };
        let widths = Widths { head, across, text, code };
        let mut blocks = Vec::new();
        for block in &section.blocks {
            blocks.extend(self.block(block, section, (frame, column), widths));
        }
        SetSection { frame, surface: self.surface, column, blocks, goes_on: 0 }
    }

    /// Whether the heading of a section hangs in a column beside its text.
    fn hangs(&mut self, section: &Section, frame: Option<Frame>, column: HeadingColumn) -> bool {
        let emergency = section.blocks.iter().find_map(|block| match block {
            Block::Emergency { head, .. } => Some(head),
            _ => None,
        });
        let fits = emergency.is_none_or(|head| self.quiet(TextRole::EmergencyHead, head, column.width).is_some());
        fits && frame.is_none() && section.name != "main_message"
    }

    fn block(
        &mut self,
        block: &Block,
        section: &Section,
        (frame, column): (Option<Frame>, Option<HeadingColumn>),
        widths: Widths,
    ) -> Option<SetBlock> {
        let measure = widths.text - widths.code;
        Some(match block {
            Block::Heading(words) => SetBlock::Heading(self.heading(words, section, frame, widths)),
            // The head of a card is set as the card's other heads are.
            Block::Text(TextBlock { tag: Tag::H2, words, .. }) if frame.is_some() => {
                SetBlock::Heading(self.heading(words, section, frame, widths))
            }
            Block::Text(block) => SetBlock::Text(self.block_text(block, measure)),
            Block::List(list) => SetBlock::List(self.list(list, measure)),
            Block::Quote(blocks) => SetBlock::Quote(self.quote(blocks, measure)),
            Block::Emergency { head, items } => self.emergency(head, items, column, widths),
            Block::Code { words, address, href, alt } => {
                let style = frame.map(|frame| frame.code).unwrap_or_default();
                let gap = (widths.code == Pt::ZERO).then_some(style.gap - style.hang);
                self.code([words, address], href, alt, measure, gap)?
            }
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
        })
    }

    fn heading(&mut self, words: &Words, section: &Section, frame: Option<Frame>, widths: Widths) -> SetHeading {
        let heading = self.design.heading;
        let (mut style, mut role) = (heading.style, TextRole::H2);
        if let Some((reversed, as_role)) = heading.reversed.filter(|_| self.surface == Surface::Brand) {
            (style, role) = (reversed, as_role);
        }
        if let Some(frame) = frame {
            (style, role) =
                (frame.heading.unwrap_or(style), if frame.head == TextRole::H2 { role } else { frame.head });
        }
        let icon = self.design.icons.get(section.name).cloned();
        let indent = if icon.is_some() { style.indent() } else { Pt::ZERO };
        let surface = self.surface;
        if let HeadingStyle::Strip { .. } = style {
            // The style of the text is that of the strip, whatever the box below it is made of.
            self.surface = Surface::Paper;
        }
        let beside = self.quiet(role, words, widths.head - indent);
        let across = beside.is_none();
        let text = beside.unwrap_or_else(|| self.text(role, words, widths.across - indent));
        self.surface = surface;
        SetHeading { text, style, icon, across }
    }

    /// A code, and the words that stand beside it, with a gap, or in a wide section below the others.
    fn code(&mut self, words: [&Words; 2], href: &str, alt: &Words, measure: Pt, gap: Option<Pt>) -> Option<SetBlock> {
        let code = match self.memory.code(href) {
            Ok(code) => code,
            Err(CodeError(length)) => {
                let message = format!(
                    "expected an address of at most {} bytes, which a code of this size holds, found {length}",
                    Code::MOST
                );
                let problem = Diagnostic::error("long-address", message)
                    .help("give the link a shorter address, for example one that leads on to the other");
                self.problems.push(match field_of(words[1]) {
                    Some(path) => problem.at_path(path),
                    None => problem,
                });
                return None;
            }
        };
        let measure = gap.map_or(measure, |gap| measure - code.side() - gap);
        let roles = [TextRole::Body, TextRole::Address];
        let texts = roles.into_iter().zip(words).filter(|(_, words)| !words.is_empty());
        let texts =
            texts.map(|(role, words)| Set { tag: Tag::P, language: None, text: self.text(role, words, measure) });
        Some(SetBlock::Code { code, alt: alt.clone(), texts: texts.collect() })
    }

    fn block_text(&mut self, block: &TextBlock, measure: Pt) -> Set {
        Set { tag: block.tag, language: block.language.clone(), text: self.text(block.role, &block.words, measure) }
    }

    /// Sets words in the style of their role.
    pub(crate) fn text(&mut self, role: TextRole, words: &Words, measure: Pt) -> Arc<SetText> {
        self.text_in(role, self.design.style(role).on(self.surface), words, measure)
    }

    /// Sets words in the style of their role, if they can be set.
    pub(crate) fn quiet(&mut self, role: TextRole, words: &Words, measure: Pt) -> Option<Arc<SetText>> {
        let problems = self.problems.len();
        let text = self.text(role, words, measure);
        let is_set = self.problems.len() == problems;
        self.problems.truncate(problems);
        is_set.then_some(text)
    }

    /// Sets words in a style of their own.
    pub(crate) fn text_in(&mut self, role: TextRole, style: TypeStyle, words: &Words, measure: Pt) -> Arc<SetText> {
        let inline = Inline::new(words, &self.manner(style, false));
        self.set(role, style, inline, Some(words.clone()), measure)
    }

    fn manner(&self, style: TypeStyle, silent: bool) -> Manner<'_> {
        let strong = self.design.strong;
        Manner { style, strong, palette: self.palette, phrases: self.phrases, silent }
    }

    fn set(
        &mut self,
        role: TextRole,
        style: TypeStyle,
        inline: Inline,
        words: Option<Words>,
        measure: Pt,
    ) -> Arc<SetText> {
        let Inline { text, spans, segments, .. } = inline;
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
    let problem = Diagnostic::error("missing-glyph", message)
        .help("write it with other characters, or name a font that has it under `brand.type.fallback`");
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

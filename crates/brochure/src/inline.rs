//! From words to a string and its spans: what shaping works on.

use std::borrow::Cow;

use serviceline_core::phrase::Phrases;
use serviceline_core::words::{Piece, Role as PieceRole, Words, isolated};

use crate::color::Role;
use crate::design::TypeStyle;
use crate::leaflet::{Segment, SegmentKind};
use crate::palette::Palette;
use crate::shape::Span;
use crate::unit::Pt;

/// A block of text before it is shaped.
#[derive(Debug, Default)]
pub(crate) struct Inline {
    pub(crate) text: String,
    pub(crate) spans: Vec<Span>,
    pub(crate) segments: Vec<Segment>,
    /// Some of it is read from right to left: numbers of phones are kept apart, or their groups would change places.
    isolates: bool,
}

/// How words become spans.
pub(crate) struct Manner<'a> {
    pub(crate) style: TypeStyle,
    /// The weight of emphasis. There are no italics: they are hard to read.
    pub(crate) strong: u16,
    pub(crate) palette: &'a Palette,
    /// For what links do, and how the marks of notes are read.
    pub(crate) phrases: &'a Phrases,
    /// No links in this block.
    pub(crate) silent: bool,
}

impl Manner<'_> {
    /// What a link to a phone does. A language without these words shows the number alone.
    fn call(&self, number: &str) -> String {
        let call = self.phrases.fill("link.call", &[("phone", number)]);
        call.unwrap_or_else(|_| number.to_owned())
    }

    /// How the mark of a note is read.
    fn note(&self, number: usize) -> String {
        let number = number.to_string();
        let mark = self.phrases.fill("note.mark", &[("number", &number)]);
        mark.unwrap_or(number)
    }
}

/// Raised digits that every face has; others are drawn small.
const RAISED: [char; 3] = ['\u{b9}', '\u{b2}', '\u{b3}'];

/// What closes a sentence or a part of it.
const STOPS: [char; 8] = ['.', ',', ';', ':', '!', '?', '\u{201d}', '\u{2019}'];

impl Inline {
    pub(crate) fn new(words: &Words, manner: &Manner<'_>) -> Self {
        let mut inline = Self::default();
        let mut marks: Vec<usize> = Vec::new();
        inline.isolates = words.reads_from_right();
        for piece in words.pieces() {
            if let PieceRole::Cite { number } = piece.role() {
                marks.push(*number);
                continue;
            }
            // The mark of a note stands behind the stop that follows it.
            let text = drawn(piece.text());
            let stops = if marks.is_empty() { 0 } else { text.len() - text.trim_start_matches(STOPS).len() };
            inline.piece(piece, &text[..stops], manner);
            marks.drain(..).for_each(|number| inline.cite(number, manner));
            inline.piece(piece, &text[stops..], manner);
        }
        for number in marks {
            inline.cite(number, manner);
        }
        inline
    }

    /// The mark of a list item, which is no content.
    pub(crate) fn mark(text: &str, manner: &Manner<'_>) -> Self {
        let mut inline = Self::default();
        let color = manner.palette.get(manner.style.color);
        let kind = if text.chars().all(char::is_alphanumeric) {
            SegmentKind::Plain
        } else {
            SegmentKind::Instead("\u{2022}".to_owned())
        };
        inline.push(text, manner.style, Pt::ZERO, true, Segment { color, kind });
        inline
    }

    /// The mark of a note, as it stands before the note.
    pub(crate) fn note_mark(number: usize, manner: &Manner<'_>) -> Self {
        let mut inline = Self::default();
        inline.cite(number, manner);
        inline
    }

    /// Adds a part of a piece's text.
    fn piece(&mut self, piece: &Piece, text: &str, manner: &Manner<'_>) {
        let mut style = manner.style;
        if piece.style().strong || piece.style().emphasis {
            style.weight = style.weight.max(manner.strong);
        }
        let mut color = manner.palette.get(style.color);
        let kind = match piece.role() {
            PieceRole::Break if text.is_empty() => return,
            PieceRole::Break => {
                return self.push(" \n", style, Pt::ZERO, false, Segment { color, kind: SegmentKind::Plain });
            }
            PieceRole::Phone { uri, .. } if !manner.silent => {
                SegmentKind::Link { href: uri.clone(), contents: manner.call(text).into() }
            }
            PieceRole::Link { href } if !manner.silent => {
                SegmentKind::Link { href: href.clone(), contents: text.into() }
            }
            PieceRole::Gap => {
                // Red is for emergencies on paper, and cannot be read on the brand's ground.
                let reversed = matches!(style.color, Role::Paper | Role::OnBrand | Role::HiOnBrand);
                color = manner.palette.get(if reversed { Role::HiOnBrand } else { Role::Red });
                style.weight = style.weight.max(manner.strong);
                SegmentKind::Plain
            }
            _ => SegmentKind::Plain,
        };
        let whole = matches!(piece.role(), PieceRole::Phone { .. });
        if whole && self.isolates && !text.is_empty() {
            return self.push(&isolated(text), style, Pt::ZERO, whole, Segment { color, kind });
        }
        self.push(text, style, Pt::ZERO, whole, Segment { color, kind });
    }

    fn cite(&mut self, number: usize, manner: &Manner<'_>) {
        let (mut style, color) = (manner.style, manner.palette.get(manner.style.color));
        let spoken = Some(manner.note(number));
        if let Some(raised) = number.checked_sub(1).and_then(|index| RAISED.get(index)) {
            let kind = SegmentKind::Cite { spoken };
            return self.push(&raised.to_string(), style, Pt::ZERO, true, Segment { color, kind });
        }
        let raise = style.size * 0.34;
        style.size = style.size * 0.62;
        self.push(&number.to_string(), style, raise, true, Segment { color, kind: SegmentKind::Cite { spoken } });
    }

    fn push(&mut self, text: &str, style: TypeStyle, raise: Pt, whole: bool, segment: Segment) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        let range = start..self.text.len();
        self.spans.push(Span { range, weight: style.weight, size: style.size, raise, whole });
        self.segments.push(segment);
    }
}

/// Text as it is drawn: marks that steer machines are dropped, and rare spaces and hyphens take their common form. What
/// joins, parts and orders letters is kept for the scripts that need it.
fn drawn(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
        return Cow::Borrowed(text);
    }
    let joins = text.contains(|c: char| ('\u{590}'..'\u{2000}').contains(&c));
    let seen = |c: char| match c {
        '\u{200c}'..='\u{200f}' if joins => Some(c),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => None,
        '\u{2011}' => Some('-'),
        '\u{202f}' | '\u{2009}' => Some('\u{a0}'),
        '\t' | '\n' | '\r' => Some(' '),
        other => Some(other),
    };
    Cow::Owned(text.chars().filter_map(seen).collect())
}

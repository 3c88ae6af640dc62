//! The finished brochure before it becomes a file: panels, and on each panel lines of words at their places.
//!
//! A leaflet is complete: what is said, in which order and where is settled. Writing it down (`paint`) adds no
//! word, drops none and moves none.

use std::ops::Range;
use std::sync::Arc;

use serviceline_core::words::Words;

use crate::art::{Path, Shape};
use crate::color::Color;
use crate::design::TextRole;
use crate::fit::FitReport;
use crate::fonts::Fonts;
use crate::format::SheetSide;
use crate::lines::Line;
use crate::picture::Picture;
use crate::shape::Shaped;
use crate::unit::{Area, Point, Pt};

/// A brochure, laid out.
///
/// Its `Debug` form is an outline of panels and lines, for people and for snapshots.
pub struct Leaflet {
    /// The language of its words, for example `en-US`.
    pub language: String,
    /// What it is called.
    pub title: Words,
    /// What it is about, for those who search: the names of what is treated. They tell nothing that a reader would miss, so
    /// they are no part of its words.
    pub keywords: Vec<Words>,
    /// Who publishes it.
    pub publisher: Words,
    /// The day of the last review, which dates the file: year, month, day.
    pub reviewed: Option<(i16, i8, i8)>,
    /// The name of its format.
    pub format: String,
    /// Width and height of the trimmed flat sheet.
    pub sheet: (Pt, Pt),
    /// The sides of the sheet: which panel lies where, and where the folds are. The pages of a draft that only people who
    /// work on it see lie on none.
    pub sides: Vec<SheetSide>,
    /// The panels, in the order in which they are read.
    pub panels: Vec<Panel>,
    /// How the panels came to hold their texts.
    pub fit: FitReport,
    /// The faces that its glyphs are numbered in.
    pub fonts: Arc<Fonts>,
}

/// One panel of the sheet: one page of the file.
pub struct Panel {
    /// Its name in the panel map.
    pub name: String,
    /// Width and height.
    pub size: (Pt, Pt),
    /// What is drawn under the text and means nothing.
    pub art: Vec<Shape>,
    /// Its sections.
    pub sections: Vec<Node>,
    /// What stands at the foot of every page, so that a loose one finds its way back. It is no part of the document.
    pub running: Vec<PlacedText>,
    /// How much of the room between its margins is used; 1 is full.
    pub fill: f32,
}

/// What a part of the document is. The names are those of the standard structure types of PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of ISO 32000-1, 14.8.4")]
pub enum Tag {
    Sect,
    BlockQuote,
    H1,
    H2,
    H3,
    P,
    L(Numbering),
    LI,
    Lbl,
    LBody,
    Note(usize),
    Figure,
}

/// How a list is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of ISO 32000-1, 14.8.5.5")]
pub enum Numbering {
    None,
    Disc,
    Decimal,
}

/// A part of the document with its parts, in reading order.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// Its language, if it is not that of the document.
    pub language: Option<String>,
    /// It goes on with the part that stood last on the panel before, as one list or paragraph on two panels. Only the
    /// first section of a panel can, and within it the first part, and so on.
    pub continues: bool,
    /// Its parts.
    pub kids: Vec<Kid>,
}

/// A part of a part.
#[derive(Clone, Debug)]
pub enum Kid {
    /// A part with a meaning of its own.
    Node(Node),
    /// Lines of text.
    Text(PlacedText),
    /// A picture.
    Picture(PlacedPicture),
    /// A drawing that means something.
    Drawing(PlacedDrawing),
}

/// A block of text at its place.
#[derive(Clone, Debug)]
pub struct PlacedText {
    /// The text.
    pub text: Arc<SetText>,
    /// Where its first baseline begins.
    pub at: Point,
    /// From baseline to baseline.
    pub lead: Pt,
}

/// A block of text, divided into lines.
#[derive(Debug)]
pub struct SetText {
    /// Its words; none for the mark of a list item.
    pub words: Option<Words>,
    /// What it is, typographically.
    pub role: TextRole,
    /// Glyphs.
    pub shaped: Arc<Shaped>,
    /// Lines.
    pub lines: Arc<[Line]>,
    /// What each span is: one for each span of `shaped`.
    pub segments: Vec<Segment>,
}

/// What a stretch of text is.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Its colour.
    pub color: Color,
    /// What can be done with it.
    pub kind: SegmentKind,
}

/// What can be done with a stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// It can be read.
    Plain,
    /// It leads somewhere.
    Link {
        /// The address.
        href: Arc<str>,
        /// What the link does, for those who cannot see where it stands.
        contents: Arc<str>,
    },
    /// It names a note.
    Cite {
        /// What is read instead of a raised number.
        spoken: Option<String>,
    },
    /// It is read as something else than it looks.
    Instead(String),
}

/// A picture at its place.
#[derive(Clone, Debug)]
pub struct PlacedPicture {
    /// The picture.
    pub picture: Arc<Picture>,
    /// What it shows, for those who cannot see it.
    pub alt: Words,
    /// What is seen of it.
    pub window: Area,
    /// The outline of what is seen of it, if it is not the whole window.
    pub outline: Option<Path>,
    /// What is drawn in front of it and means nothing.
    pub front: Vec<Shape>,
    /// Where the whole picture lies, which may be larger than the window.
    pub area: Area,
}

/// A drawing at its place.
#[derive(Clone, Debug)]
pub struct PlacedDrawing {
    /// What is drawn.
    pub art: Vec<Shape>,
    /// What it means.
    pub meaning: Meaning,
}

/// What a drawing means.
#[derive(Clone, Debug)]
pub enum Meaning {
    /// It marks an item of a list.
    Bullet,
    /// It shows something, for those who cannot see it in these words, in this area.
    Figure(Words, Area),
}

impl Node {
    /// A part of the document's language.
    #[must_use]
    pub fn new(tag: Tag, kids: Vec<Kid>) -> Self {
        Self { tag, language: None, continues: false, kids }
    }

    /// The same part, going on with what stood before on another page, and so do the first parts within it, down to a depth.
    pub(crate) fn continuing(mut self, depth: usize) -> Self {
        self.continues = depth > 0;
        if depth > 1
            && let Some(Kid::Node(first)) = self.kids.first_mut()
        {
            *first = std::mem::replace(first, Self::new(Tag::P, Vec::new())).continuing(depth - 1);
        }
        self
    }

    /// Takes the parts of one that goes on with this one, and so do the last parts within it, down to a depth.
    pub(crate) fn go_on(&mut self, next: Self, depth: usize) {
        let mut kids = next.kids.into_iter();
        if depth > 0
            && let Some(Kid::Node(last)) = self.kids.last_mut()
        {
            match kids.next() {
                Some(Kid::Node(first)) => last.go_on(first, depth - 1),
                other => self.kids.extend(other),
            }
        }
        self.kids.extend(kids);
    }

    /// Every text in it, in reading order.
    pub fn texts<'n>(&'n self, see: &mut dyn FnMut(&'n PlacedText)) {
        for kid in &self.kids {
            match kid {
                Kid::Node(node) => node.texts(see),
                Kid::Text(text) => see(text),
                Kid::Picture(_) | Kid::Drawing(_) => {}
            }
        }
    }
}

impl SetText {
    /// Some of its lines. Its words are said with the first of them.
    pub(crate) fn part(&self, lines: Range<usize>) -> Self {
        let words = self.words.clone().filter(|_| lines.start == 0);
        let lines = self.lines.get(lines).unwrap_or_default().into();
        Self { words, role: self.role, shaped: Arc::clone(&self.shaped), lines, segments: self.segments.clone() }
    }
}

impl Panel {
    /// Whether it carries the title.
    #[must_use]
    pub fn is_cover(&self) -> bool {
        let title = |kid: &Kid| matches!(kid, Kid::Node(node) if node.tag == Tag::H1);
        self.sections.iter().any(|section| section.kids.iter().any(title))
    }
}

impl PlacedText {
    /// The baseline of a line, counted from zero.
    #[must_use]
    pub fn baseline(&self, line: usize) -> Pt {
        self.at.1 + self.lead * line as f32
    }

    /// The last baseline.
    #[must_use]
    pub fn last_baseline(&self) -> Pt {
        self.baseline(self.text.lines.len().saturating_sub(1))
    }
}

impl Leaflet {
    /// Every run of words, in reading order, with the alternative texts of pictures.
    pub fn words<'l>(&'l self, see: &mut dyn FnMut(&'l Words)) {
        see(&self.title);
        for panel in &self.panels {
            panel.sections.iter().for_each(|section| section.words(see));
            panel.running.iter().filter_map(|text| text.text.words.as_ref()).for_each(&mut *see);
        }
    }
}

impl Node {
    fn words<'n>(&'n self, see: &mut dyn FnMut(&'n Words)) {
        for kid in &self.kids {
            match kid {
                Kid::Node(node) => node.words(see),
                Kid::Text(text) => text.text.words.iter().for_each(&mut *see),
                Kid::Picture(picture) => see(&picture.alt),
                Kid::Drawing(PlacedDrawing { meaning: Meaning::Figure(alt, _), .. }) => see(alt),
                Kid::Drawing(_) => {}
            }
        }
    }
}

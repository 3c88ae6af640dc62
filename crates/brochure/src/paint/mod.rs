//! A leaflet becomes the content of pages, a page a panel, and beside it the tree of what it means.
//!
//! Everything that is drawn is either an artifact or lies in a marked stretch that belongs to one element of the tree.

mod text;

use std::sync::Arc;

use crate::art::Shape;
use crate::cover::covering;
use crate::faces::Faces;
use crate::fonts::Fonts;
use crate::leaflet::{Kid, Leaflet, Meaning, Node, Panel, PlacedDrawing, PlacedPicture, Tag};
use crate::medium::{Medium, Paint};
use crate::pdf::canvas::{Canvas, Fill};
use crate::pdf::file::Page;
use crate::pdf::outline::{Bookmark, bookmarks};
use crate::pdf::tags::{self, Content, Element};
use crate::picture::Picture;
use crate::press::sheet::Reach;
use crate::unit::{Area, Pt};

/// A painted leaflet.
pub(crate) struct Painted {
    pub(crate) pages: Vec<Page>,
    pub(crate) faces: Faces,
    pub(crate) pictures: Vec<(String, Arc<Picture>)>,
    /// The sections of the document, in reading order.
    pub(crate) elements: Vec<Element>,
    pub(crate) bookmarks: Vec<Bookmark>,
}

pub(crate) fn paint(leaflet: &Leaflet, fonts: &Fonts) -> Painted {
    let mut all = Painted {
        pages: Vec::new(),
        faces: Faces::default(),
        pictures: Vec::new(),
        elements: Vec::new(),
        bookmarks: Vec::new(),
    };
    for (number, panel) in leaflet.panels.iter().enumerate() {
        let medium = Medium::Screen;
        let mut painter = Painter::new(fonts, &mut all.faces, &mut all.pictures, number, panel.size.1, medium);
        painter.size = panel.size;
        painter.artifacts(panel);
        let elements = panel.sections.iter().map(|section| painter.node(section)).collect();
        painter.running(panel);
        all.pages.push(Page { size: panel.size, content: painter.canvas.into_bytes() });
        let depth = panel.sections.first().map_or(0, continued);
        tags::go_on(&mut all.elements, elements, depth);
        for section in &panel.sections {
            bookmarks(section, number, &mut all.bookmarks);
        }
    }
    all
}

/// How many parts within each other go on with what stood last on the panel before.
fn continued(node: &Node) -> usize {
    let below = || node.kids.first().map_or(0, |kid| if let Kid::Node(node) = kid { continued(node) } else { 0 });
    if node.continues { 1 + below() } else { 0 }
}

/// Paints one panel.
pub(crate) struct Painter<'a> {
    fonts: &'a Fonts,
    faces: &'a mut Faces,
    pictures: &'a mut Vec<(String, Arc<Picture>)>,
    page: usize,
    pub(crate) height: Pt,
    pub(crate) canvas: Canvas,
    marks: i64,
    /// What is painted is no part of the document.
    aside: bool,
    pub(crate) medium: Medium,
    /// The panel, and how far what touches its edges is drawn beyond them.
    pub(crate) size: (Pt, Pt),
    pub(crate) reach: Reach,
    /// What is filled has this colour.
    pub(crate) color: Option<Paint>,
    /// What is painted lies over what is there.
    pub(crate) over: Option<bool>,
    /// The face and the size that are set.
    pub(crate) font: Option<(usize, Pt)>,
}

impl<'a> Painter<'a> {
    pub(crate) fn new(
        fonts: &'a Fonts,
        faces: &'a mut Faces,
        pictures: &'a mut Vec<(String, Arc<Picture>)>,
        page: usize,
        height: Pt,
        medium: Medium,
    ) -> Self {
        let (size, reach) = (<(Pt, Pt)>::default(), Reach::default());
        let (canvas, marks, aside) = (Canvas::default(), 0, false);
        let (color, over, font) = (None, None, None);
        Self { fonts, faces, pictures, page, height, canvas, marks, aside, medium, size, reach, color, over, font }
    }
}

impl Painter<'_> {
    /// Begins a marked stretch that belongs to an element.
    fn open(&mut self, tag: &str, instead: Option<&str>) -> Content {
        let mark = self.marks;
        self.marks += 1;
        if self.medium != Medium::Screen || self.aside {
            return Content::Mark { page: self.page, mark };
        }
        self.canvas.begin_marked(tag, Some(mark), instead);
        Content::Mark { page: self.page, mark }
    }

    fn close(&mut self) {
        if self.medium == Medium::Screen && !self.aside {
            self.canvas.end_marked();
        }
    }

    pub(crate) fn node(&mut self, node: &Node) -> Element {
        let mut element = Element::new(node.tag.name());
        element.language.clone_from(&node.language);
        match node.tag {
            Tag::Note(number) => element.id = Some(format!("note-{number}")),
            Tag::L(numbering) => element.numbering = Some(numbering),
            _ => {}
        }
        for kid in &node.kids {
            match kid {
                Kid::Node(node) => element.kids.push(Content::Element(self.node(node))),
                Kid::Text(text) => self.text(node.tag.name(), text, &mut element.kids),
                Kid::Picture(picture) => self.picture(picture, &mut element),
                Kid::Drawing(drawing) => self.drawing(drawing, &mut element),
            }
        }
        element
    }

    fn drawing(&mut self, drawing: &PlacedDrawing, element: &mut Element) {
        let content = match &drawing.meaning {
            Meaning::Bullet => self.open(element.name, Some("\u{2022}")),
            Meaning::Figure(alt, area) => {
                element.alt = Some(alt.text());
                element.bounds = Some(self.bounds(*area));
                self.open(element.name, None)
            }
        };
        element.kids.push(content);
        drawing.art.iter().for_each(|shape| self.shape(shape));
        self.close();
    }

    /// An area in the coordinates of the page: left, foot, right, top.
    fn bounds(&self, area: Area) -> [f32; 4] {
        let (left, foot) = (area.origin.0.0, (self.height - area.foot()).0);
        [left, foot, left + area.width.0, foot + area.height.0]
    }

    fn picture(&mut self, placed: &PlacedPicture, element: &mut Element) {
        let picture = format!("P{}", self.pictures.len() + 1);
        self.pictures.push((picture.clone(), Arc::clone(&placed.picture)));
        element.alt = Some(placed.alt.text());
        element.bounds = Some(self.bounds(placed.window));
        element.kids.push(self.open("Figure", None));
        self.canvas.save();
        let window =
            if placed.outline.is_some() { placed.window } else { self.reach.stretch(placed.window, self.size) };
        let area = if window == placed.window { placed.area } else { covering(window, placed.picture.size) };
        match &placed.outline {
            Some(outline) => self.path(outline, Fill::Clip),
            None => self.rectangle(window, Fill::Clip),
        }
        let corner = (area.origin.0, self.height - area.foot());
        self.canvas.picture(&picture, corner, (area.width, area.height));
        self.canvas.restore();
        self.close();
        if !placed.front.is_empty() {
            self.in_front(&placed.front);
        }
    }

    /// Draws what stands in front of a picture, as far as colour reaches.
    fn in_front(&mut self, art: &[Shape]) {
        self.canvas.save();
        self.rectangle(self.reach.around(self.size), Fill::Clip);
        self.artifact(art);
        self.canvas.restore();
        self.forget();
    }

    /// Paints the foot of a page, which is no part of the document.
    pub(crate) fn running(&mut self, panel: &Panel) {
        if panel.running.is_empty() {
            return;
        }
        self.begin_artifact("Pagination");
        let marks = self.marks;
        self.aside = true;
        panel.running.iter().for_each(|placed| self.text("P", placed, &mut Vec::new()));
        (self.aside, self.marks) = (false, marks);
        self.end_artifact();
    }
}

impl Tag {
    /// The name of the structure type.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sect => "Sect",
            Self::BlockQuote => "BlockQuote",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::P => "P",
            Self::L(_) => "L",
            Self::LI => "LI",
            Self::Lbl => "Lbl",
            Self::LBody => "LBody",
            Self::Note(_) => "Note",
            Self::Figure => "Figure",
        }
    }
}

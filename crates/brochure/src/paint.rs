//! A leaflet becomes drawing operations of printpdf, a page a panel, and beside them the tree of what they mean.
//!
//! Everything that is drawn is either an artifact or lies in a marked stretch that belongs to one element of the tree.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LineCapStyle, LineJoinStyle, LinePoint, Op, PaintMode, PdfFontHandle,
    Point as PdfPoint, Polygon, PolygonRing, Pt as PdfPt, Rgb as PdfRgb, TextItem, TextMatrix, WindingOrder, XObjectId,
    XObjectTransform,
};

use crate::art::{Shape, Verb};
use crate::color::Rgb;
use crate::faces::Faces;
use crate::fonts::{FaceId, Fonts};
use crate::leaflet::{Kid, Leaflet, Node, Panel, PlacedPicture, PlacedText, SegmentKind, SetText, Tag};
use crate::lines::Line as TextLine;
use crate::picture::Picture;
use crate::tags::{Content, Element, Link};
use crate::unit::{Area, Point, Pt};

/// A painted leaflet.
pub(crate) struct Painted {
    pub(crate) pages: Vec<Page>,
    pub(crate) faces: Faces,
    pub(crate) pictures: Vec<(String, std::sync::Arc<Picture>)>,
    /// The sections of the document, in reading order.
    pub(crate) elements: Vec<Element>,
    pub(crate) bookmarks: Vec<Bookmark>,
}

/// A painted panel.
pub(crate) struct Page {
    pub(crate) size: (Pt, Pt),
    pub(crate) ops: Vec<Op>,
}

/// A place that the outline leads to.
pub(crate) struct Bookmark {
    pub(crate) title: String,
    pub(crate) page: usize,
    pub(crate) top: Pt,
}

pub(crate) fn paint(leaflet: &Leaflet, fonts: &Fonts) -> Painted {
    let mut painted = Painted {
        pages: Vec::new(),
        faces: Faces::default(),
        pictures: Vec::new(),
        elements: Vec::new(),
        bookmarks: Vec::new(),
    };
    for (number, panel) in leaflet.panels.iter().enumerate() {
        let mut painter = Painter {
            fonts,
            faces: &mut painted.faces,
            pictures: &mut painted.pictures,
            page: number,
            height: panel.size.1,
            ops: Vec::new(),
            marks: 0,
            color: None,
        };
        painter.artifacts(panel);
        painted.elements.extend(panel.sections.iter().map(|section| painter.node(section)));
        painted.pages.push(Page { size: panel.size, ops: painter.ops });
        painted.bookmarks.extend(panel.sections.iter().filter_map(|section| bookmark(section, number)));
    }
    painted
}

/// The first heading of a section.
fn bookmark(section: &Node, page: usize) -> Option<Bookmark> {
    let heading = section.kids.iter().find_map(|kid| match kid {
        Kid::Node(node) if matches!(node.tag, Tag::H1 | Tag::H2 | Tag::H3) => Some(node),
        Kid::Node(node) if node.tag == Tag::Sect => node.kids.iter().find_map(|kid| match kid {
            Kid::Node(node) if matches!(node.tag, Tag::H1 | Tag::H2 | Tag::H3) => Some(node),
            _ => None,
        }),
        _ => None,
    })?;
    let mut found = None;
    heading.texts(&mut |text| found = found.or(Some(text)));
    let text = found?;
    let title = text.text.shaped.text.replace('\n', " ");
    Some(Bookmark { title, page, top: text.at.1 - text.lead })
}

struct Painter<'a> {
    fonts: &'a Fonts,
    faces: &'a mut Faces,
    pictures: &'a mut Vec<(String, std::sync::Arc<Picture>)>,
    page: usize,
    height: Pt,
    ops: Vec<Op>,
    marks: i64,
    color: Option<[u8; 3]>,
}

impl Painter<'_> {
    fn artifacts(&mut self, panel: &Panel) {
        if panel.art.is_empty() {
            return;
        }
        let layout = BTreeMap::from([("Type".to_owned(), DictItem::Name(b"Layout".to_vec()))]);
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Artifact".to_owned(),
            properties: DictItem::Dict { map: layout },
        });
        self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
        self.ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
        panel.art.iter().for_each(|shape| self.shape(shape));
        self.ops.push(Op::EndMarkedContent);
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Block { area, color } => {
                self.fill_color(*color);
                let polygon = self.rectangle(*area, PaintMode::Fill);
                self.ops.push(Op::DrawPolygon { polygon });
            }
            Shape::Stroke { path, color, width } => {
                self.ops.push(Op::SetOutlineColor { col: pdf_color(*color) });
                self.ops.push(Op::SetOutlineThickness { pt: PdfPt(rounded(*width)) });
                let outlines = path.split(|verb| matches!(verb, Verb::Close)).zip(closings(path));
                for (outline, is_closed) in outlines {
                    self.outline(outline, is_closed);
                }
            }
        }
    }

    /// Draws the lines between two closings, each of which may begin anew several times.
    fn outline(&mut self, verbs: &[Verb], is_closed: bool) {
        let starts = verbs.iter().enumerate().filter(|(_, verb)| matches!(verb, Verb::Move(_))).map(|(at, _)| at);
        let starts: Vec<usize> = starts.collect();
        for (n, start) in starts.iter().enumerate() {
            let end = starts.get(n + 1).copied().unwrap_or(verbs.len());
            let point = |p: Point, bezier: bool| LinePoint { p: self.point(p), bezier };
            let points = verbs[*start..end].iter().flat_map(|verb| match *verb {
                Verb::Move(p) | Verb::Line(p) => vec![point(p, false)],
                Verb::Curve(a, b, p) => vec![point(a, true), point(b, true), point(p, false)],
                Verb::Close => Vec::new(),
            });
            let line = Line { points: points.collect(), is_closed: is_closed && n + 1 == starts.len() };
            self.ops.push(Op::DrawLine { line });
        }
    }

    fn rectangle(&self, area: Area, mode: PaintMode) -> Polygon {
        let (Point(x, y), right, foot) = (area.origin, area.right(), area.foot());
        let corners = [Point(x, y), Point(right, y), Point(right, foot), Point(x, foot)];
        let points = corners.iter().map(|p| LinePoint { p: self.point(*p), bezier: false }).collect();
        Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero }
    }

    fn point(&self, point: Point) -> PdfPoint {
        PdfPoint { x: PdfPt(rounded(point.0)), y: PdfPt(rounded(self.height - point.1)) }
    }

    fn fill_color(&mut self, color: Rgb) {
        if self.color != Some(color.to_bytes()) {
            self.color = Some(color.to_bytes());
            self.ops.push(Op::SetFillColor { col: pdf_color(color) });
        }
    }

    /// Begins a marked stretch that belongs to an element.
    fn open(&mut self, tag: &str, instead: Option<&str>) -> Content {
        let mark = self.marks;
        self.marks += 1;
        let mut map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(mark))]);
        if let Some(text) = instead {
            let data = text_string(text);
            map.insert("ActualText".to_owned(), DictItem::String { data, literal: false });
        }
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
        Content::Mark { page: self.page, mark }
    }

    fn close(&mut self) {
        self.ops.push(Op::EndMarkedContent);
    }

    fn node(&mut self, node: &Node) -> Element {
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
            }
        }
        element
    }

    fn picture(&mut self, placed: &PlacedPicture, element: &mut Element) {
        let name = format!("P{}", self.pictures.len() + 1);
        self.pictures.push((name.clone(), placed.picture.clone()));
        element.alt = Some(placed.alt.text());
        let Area { origin, width, height } = placed.window;
        let (left, foot) = (origin.0.0, (self.height - origin.1 - height).0);
        element.bounds = Some([left, foot, left + width.0, foot + height.0]);
        element.kids.push(self.open("Figure", None));
        self.ops.push(Op::SaveGraphicsState);
        let polygon = self.rectangle(placed.window, PaintMode::Clip);
        self.ops.push(Op::DrawPolygon { polygon });
        let transform = XObjectTransform {
            translate_x: Some(PdfPt(rounded(placed.area.origin.0))),
            translate_y: Some(PdfPt(rounded(self.height - placed.area.foot()))),
            scale_x: Some(rounded(placed.area.width)),
            scale_y: Some(rounded(placed.area.height)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id: XObjectId(name), transform });
        self.ops.push(Op::RestoreGraphicsState);
        self.close();
    }

    /// Paints the lines of a text, and adds its stretches to the element that it belongs to.
    fn text(&mut self, tag: &str, placed: &PlacedText, kids: &mut Vec<Content>) {
        let mut open: Option<u16> = None;
        for (number, line) in placed.text.lines.iter().enumerate() {
            for run in runs(&placed.text, line) {
                if open.is_none_or(|before| !alike(&placed.text, before, run.span)) {
                    if open.is_some() {
                        self.close();
                    }
                    self.begin(tag, placed, run.span, kids);
                }
                open = Some(run.span);
                self.run(placed, number, &run);
                if let Some(link) = kids.last_mut().and_then(Content::link_mut) {
                    link.areas.push(run.area(placed, number, self.height));
                }
            }
        }
        if open.is_some() {
            self.close();
        }
    }

    fn begin(&mut self, tag: &str, placed: &PlacedText, span: u16, kids: &mut Vec<Content>) {
        match placed.text.segments.get(usize::from(span)).map(|segment| &segment.kind) {
            Some(SegmentKind::Link { href, contents }) => {
                let mut element = Element::new("Link");
                element.kids.push(self.open("Link", None));
                let link = Link { page: self.page, href: href.to_string(), contents: contents.to_string(), areas: Vec::new() };
                element.kids.push(Content::Link(link));
                kids.push(Content::Element(element));
            }
            Some(SegmentKind::Cite { spoken }) => {
                let mut label = Element::new("Lbl");
                label.kids.push(self.open("Lbl", spoken.as_deref()));
                if tag == "Lbl" {
                    // Before a note the number is its label already.
                    return kids.append(&mut label.kids);
                }
                let mut reference = Element::new("Reference");
                reference.kids.push(Content::Element(label));
                kids.push(Content::Element(reference));
            }
            Some(SegmentKind::Instead(text)) => kids.push(self.open(tag, Some(text))),
            Some(SegmentKind::Plain) | None => kids.push(self.open(tag, None)),
        }
    }

    fn run(&mut self, placed: &PlacedText, line: usize, run: &Run) {
        let text = &*placed.text;
        let (Some((span, face)), Some(segment)) =
            (text.shaped.spans.get(usize::from(run.span)), text.segments.get(usize::from(run.span)))
        else {
            return;
        };
        self.fill_color(segment.color);
        self.ops.push(Op::StartTextSection);
        let font = PdfFontHandle::External(FontId(self.faces.name(*face)));
        self.ops.push(Op::SetFont { font, size: PdfPt(rounded(span.size)) });
        let x = PdfPt(rounded(placed.at.0 + run.x));
        let y = PdfPt(rounded(self.height - placed.baseline(line) + span.raise));
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(x, y) });
        let items = vec![TextItem::GlyphIds(self.glyphs(text, run, *face, span.size))];
        self.ops.push(Op::ShowText { items });
        self.ops.push(Op::EndTextSection);
    }

    fn glyphs(&mut self, text: &SetText, run: &Run, face: FaceId, size: Pt) -> Vec<Codepoint> {
        let glyphs = text.shaped.glyphs.get(run.glyphs.clone()).unwrap_or_default();
        let units = self.fonts.face(face).map_or(1000.0, |face| f32::from(face.metrics.units_per_em));
        glyphs
            .iter()
            .map(|glyph| {
                let shown = text.shaped.text.get(glyph.text.clone()).unwrap_or_default();
                let used = self.faces.glyph(self.fonts, face, glyph.id, shown);
                let natural = f32::from(used.width) / units * 1000.0;
                let offset = (natural - glyph.advance / size.0 * 1000.0).round();
                Codepoint { gid: used.id, offset, cid: Some(used.text) }
            })
            .collect()
    }
}

/// Glyphs of a line that are set alike.
struct Run {
    span: u16,
    glyphs: std::ops::Range<usize>,
    /// From the left end of the line.
    x: Pt,
    width: Pt,
}

impl Run {
    /// The area that a link covers, in the coordinates of the page.
    fn area(&self, placed: &PlacedText, line: usize, height: Pt) -> [f32; 4] {
        let (left, base) = (placed.at.0 + self.x, height - placed.baseline(line));
        let corners = [left, base - placed.lead * 0.25, left + self.width, base + placed.lead * 0.75];
        corners.map(rounded)
    }
}

fn runs(text: &SetText, line: &TextLine) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = Pt::ZERO;
    for at in line.glyphs.clone() {
        let Some(glyph) = text.shaped.glyphs.get(at) else { continue };
        if text.shaped.text.get(glyph.text.clone()) == Some("\n") {
            continue;
        }
        match runs.last_mut().filter(|run| run.span == glyph.span) {
            Some(run) => {
                run.glyphs.end = at + 1;
                run.width += Pt(glyph.advance);
            }
            None => runs.push(Run { span: glyph.span, glyphs: at..at + 1, x, width: Pt(glyph.advance) }),
        }
        x += Pt(glyph.advance);
    }
    runs
}

/// Whether two spans can lie in one marked stretch.
fn alike(text: &SetText, a: u16, b: u16) -> bool {
    let kind = |span: u16| text.segments.get(usize::from(span)).map(|segment| &segment.kind);
    let plain = |span: u16| matches!(kind(span), Some(SegmentKind::Plain) | None);
    a == b || (plain(a) && plain(b))
}

/// For each stretch between two closings, whether a closing ends it.
fn closings(path: &[Verb]) -> impl Iterator<Item = bool> {
    let count = path.iter().filter(|verb| matches!(verb, Verb::Close)).count();
    (0..=count).map(move |n| n < count)
}

fn pdf_color(color: Rgb) -> Color {
    let [r, g, b] = color.to_bytes().map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(PdfRgb { r, g, b, icc_profile: None })
}

/// A hundredth of a point is finer than any printer, and keeps files small.
fn rounded(length: Pt) -> f32 {
    (length.0 * 100.0).round() / 100.0
}

/// Text as a PDF string: UTF-16 with a byte order mark.
pub(crate) fn text_string(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}

impl Tag {
    /// The name of the structure type.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sect => "Sect",
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

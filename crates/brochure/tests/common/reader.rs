//! A reader of PDF files from outside: it knows the format, and nothing of how the brochure writes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A file, and the text of each marked stretch of each page.
pub struct Reader {
    pub document: Document,
    marked: BTreeMap<(ObjectId, i64), String>,
    /// The text of each page, a line for each line of text, artifacts left out.
    pub pages: Vec<String>,
    /// The text of each page that is an artifact.
    pub artifacts: Vec<String>,
}

/// A marked stretch that has begun.
struct Open {
    mark: Option<i64>,
    is_aside: bool,
    /// It is read as something else than its glyphs.
    is_told: bool,
    /// It is a part of another stretch.
    is_span: bool,
}

impl Reader {
    pub fn new(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let mut reader = Self { document, marked: BTreeMap::new(), pages: Vec::new(), artifacts: Vec::new() };
        let pages: Vec<ObjectId> = reader.document.page_iter().collect();
        for page in pages {
            reader.read_page(page);
        }
        reader
    }

    fn read_page(&mut self, page: ObjectId) {
        let content = Content::decode(&self.document.get_page_content(page)).unwrap();
        let fonts = self.document.get_page_fonts(page).unwrap();
        let maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> =
            fonts.into_iter().map(|(name, font)| (name, self.to_unicode(font))).collect();
        let (mut open, mut font, mut text): (Vec<Open>, _, _) = (Vec::new(), Vec::new(), String::new());
        let (mut baseline, mut artifacts) = (0.0, String::new());
        for operation in content.operations {
            let operands = operation.operands;
            let is_aside = open.iter().any(|open| open.is_aside);
            let said = if is_aside { &mut artifacts } else { &mut text };
            match operation.operator.as_str() {
                "BDC" => {
                    let properties = operands[1].as_dict().unwrap();
                    let mark = properties.get(b"MCID").ok().and_then(|mark| mark.as_i64().ok());
                    let instead = properties.get(b"ActualText").ok().map(|text| utf16(text.as_str().unwrap()));
                    let mark = mark.or(open.last().and_then(|open| open.mark));
                    let is_aside = operands[0].as_name().unwrap() == b"Artifact";
                    let is_span = operands[0].as_name().unwrap() == b"Span";
                    open.push(Open { mark, is_aside, is_told: instead.is_some(), is_span });
                    if let Some(instead) = instead {
                        if is_span {
                            said.push_str(&instead);
                        }
                        self.marked.entry((page, mark.unwrap())).or_default().push_str(&instead);
                    }
                }
                "EMC" => drop(open.pop()),
                "Tf" => operands[0].as_name().unwrap().clone_into(&mut font),
                "Tm" => {
                    let height = operands[5].as_float().unwrap();
                    if (height - baseline).abs() > 0.01 && !open.last().is_some_and(|open| open.is_span) {
                        said.push('\n');
                    }
                    baseline = height;
                }
                "TJ" | "Tj" => {
                    let shown = show(operands[0].as_array().map_or(&operands[..], |items| items), &maps[&font]);
                    if !open.last().is_some_and(|open| open.is_span) {
                        said.push_str(&shown);
                    }
                    let told = open.iter().any(|open| open.is_told);
                    if let Some(mark) = open.last().and_then(|open| open.mark).filter(|_| !told) {
                        self.marked.entry((page, mark)).or_default().push_str(&shown);
                    }
                }
                _ => {}
            }
        }
        self.pages.push(text);
        self.artifacts.push(artifacts);
    }

    /// The names of the fonts, as the file has them.
    pub fn fonts(&self) -> BTreeSet<String> {
        let fonts = self.document.page_iter().flat_map(|page| self.document.get_page_fonts(page).unwrap());
        let name = |font: &Dictionary| font.get(b"BaseFont").unwrap().as_name().unwrap().to_vec();
        fonts.map(|(_, font)| String::from_utf8(name(font)).unwrap()).collect()
    }

    fn to_unicode(&self, font: &Dictionary) -> BTreeMap<u16, String> {
        let stream = self.document.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap()).unwrap();
        let map = String::from_utf8(stream.as_stream().unwrap().decompressed_content().unwrap()).unwrap();
        let code = |word: &str| word.strip_prefix('<')?.strip_suffix('>').map(str::to_owned);
        let mut letters = BTreeMap::new();
        for line in map.lines() {
            let words: Vec<String> = line.split_whitespace().filter_map(code).collect();
            if let [glyph, text] = &words[..]
                && glyph.len() == 4
                && line.trim_start().starts_with('<')
            {
                let bytes: Vec<u8> =
                    (0..text.len() / 2).map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap()).collect();
                letters.entry(u16::from_str_radix(glyph, 16).unwrap()).or_insert_with(|| utf16(&bytes));
            }
        }
        letters
    }

    /// The whole text, in the order of the pages, with single spaces.
    pub fn text(&self) -> String {
        self.pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn dictionary(&self, object: &Object) -> Dictionary {
        let object = object.as_reference().map_or(object, |id| self.document.get_object(id).unwrap());
        object.as_dict().unwrap().clone()
    }

    /// An entry of the file's information.
    pub fn info(&self, key: &str) -> String {
        plain(self.dictionary(self.document.trailer.get(b"Info").unwrap()).get(key.as_bytes()).unwrap())
    }

    pub fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    /// The structure tree with its text, an element a line.
    pub fn tree(&self) -> String {
        let mut lines = String::new();
        let root = self.dictionary(self.catalog().get(b"StructTreeRoot").unwrap());
        self.element(&self.dictionary(root.get(b"K").unwrap()), 0, &mut lines);
        lines
    }

    fn element(&self, element: &Dictionary, depth: usize, lines: &mut String) {
        let name = |key: &[u8]| element.get(key).ok();
        let kind = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap()).into_owned();
        let _ = write!(lines, "{:1$}{kind}", "", depth * 2);
        for key in ["Lang", "ID", "Alt"] {
            if let Some(value) = name(key.as_bytes()) {
                let _ = write!(lines, " {key}={:?}", plain(value));
            }
        }
        if let Some(attributes) = name(b"A") {
            let attributes = self.dictionary(attributes);
            if let Ok(numbering) = attributes.get(b"ListNumbering") {
                let _ = write!(lines, " {}", String::from_utf8_lossy(numbering.as_name().unwrap()));
            }
            if attributes.has(b"BBox") {
                lines.push_str(" BBox");
            }
        }
        let kids = match element.get(b"K").unwrap() {
            Object::Array(kids) => kids.clone(),
            only => vec![only.clone()],
        };
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let shown = |mark: i64| self.marked.get(&(page.unwrap(), mark)).map_or("", |text| text.as_str());
        if let [only] = &kids[..]
            && let Ok(mark) = only.as_i64()
        {
            let _ = writeln!(lines, " {:?}", shown(mark).trim_end());
            return;
        }
        lines.push('\n');
        for kid in &kids {
            if let Ok(mark) = kid.as_i64() {
                let _ = writeln!(lines, "{:1$}{2:?}", "", depth * 2 + 2, shown(mark));
                continue;
            }
            let part = self.dictionary(kid);
            match part.get(b"Type").and_then(Object::as_name) {
                Ok(b"OBJR") => self.link(&part, depth + 1, lines),
                Ok(b"MCR") => {
                    let of = |key: &[u8]| part.get(key).unwrap();
                    let place = (of(b"Pg").as_reference().unwrap(), of(b"MCID").as_i64().unwrap());
                    let shown = self.marked.get(&place).map_or("", String::as_str);
                    let _ = writeln!(lines, "{:1$}{shown:?} on another page", "", depth * 2 + 2);
                }
                _ => self.element(&part, depth + 1, lines),
            }
        }
    }

    fn link(&self, kid: &Dictionary, depth: usize, lines: &mut String) {
        let annotation = self.dictionary(kid.get(b"Obj").unwrap());
        let action = self.dictionary(annotation.get(b"A").unwrap());
        let (uri, contents) = (plain(action.get(b"URI").unwrap()), plain(annotation.get(b"Contents").unwrap()));
        assert!(annotation.has(b"StructParent"), "{uri} is not in the parent tree");
        let _ = writeln!(lines, "{:1$}-> {uri} ({contents})", "", depth * 2);
    }

    /// The bookmarks, those below others indented.
    pub fn bookmarks(&self) -> String {
        let mut lines = String::new();
        let root = self.dictionary(self.catalog().get(b"Outlines").unwrap());
        self.siblings(root.get(b"First").unwrap(), 0, &mut lines);
        lines
    }

    fn siblings(&self, first: &Object, depth: usize, lines: &mut String) {
        let mut next = Some(first.clone());
        while let Some(mark) = next {
            let mark = self.dictionary(&mark);
            let _ = writeln!(lines, "{:1$}{2}", "", depth * 2, plain(mark.get(b"Title").unwrap()));
            if let Ok(first) = mark.get(b"First") {
                self.siblings(first, depth + 1, lines);
            }
            next = mark.get(b"Next").ok().cloned();
        }
    }
}

fn show(items: &[Object], letters: &BTreeMap<u16, String>) -> String {
    let glyphs = items.iter().filter_map(|item| item.as_str().ok()).flat_map(|bytes| bytes.chunks(2));
    glyphs.map(|glyph| letters[&u16::from_be_bytes([glyph[0], glyph[1]])].as_str()).collect()
}

fn plain(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    if bytes.starts_with(&[0xfe, 0xff]) { utf16(bytes) } else { String::from_utf8_lossy(bytes).into_owned() }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> =
        bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).filter(|u| *u != 0xfeff).collect();
    String::from_utf16(&units).unwrap()
}

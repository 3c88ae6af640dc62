//! Reduced font programs, kept from one document to the next: most brochures of a hospital use the same letters.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, PoisonError};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use printpdf::{
    FontId, FontMetrics, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage,
    PdfSaveOptions, TextItem,
};
use skrifa::{FontRef, Tag};

use super::count;
use super::deflate::kept_stream;
use crate::faces::{UsedFace, UsedGlyph};
use crate::fonts::{Face, Outlines};

/// A reduced face as the objects of a file.
#[derive(Clone)]
pub(crate) struct Subset {
    /// The font, whose only descendant lacks its descriptor.
    font: Dictionary,
    descriptor: Dictionary,
    /// The program, compressed, and under which name the descriptor has it.
    program: (&'static str, Arc<Stream>),
    /// What each glyph shows, compressed.
    to_unicode: Arc<Stream>,
}

type Key = (String, Vec<u16>, Vec<UsedGlyph>);

/// Reduced programs by face and glyphs.
#[derive(Default)]
pub(crate) struct Subsets {
    known: Mutex<BTreeMap<Key, Subset>>,
}

/// Enough for several brochures; beyond that all are forgotten, and made again when they are needed.
const MOST: usize = 64;

impl Subsets {
    /// A face with the glyphs that are used.
    pub(crate) fn get(&self, face: &Face, used: &UsedFace) -> Result<Subset, subsetter::Error> {
        let key = (face.name.clone(), used.remapper.remapped_gids().collect::<Vec<_>>(), used.glyphs.clone());
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(subset) = known.get(&key) {
            return Ok(subset.clone());
        }
        let program = subsetter::subset(&face.data, 0, &used.remapper)?;
        let name = format!("{}+{}", prefix(&program), face.name);
        let [font, descriptor] = dictionaries(face, used, name);
        let program = program_of(face.outlines, program);
        let subset = Subset { font, descriptor, program, to_unicode: kept_stream(to_unicode(&used.glyphs)) };
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, subset.clone());
        Ok(subset)
    }
}

impl Subset {
    /// Adds the face to a file, and gives the font that its pages name.
    pub(crate) fn add_to(&self, document: &mut Document) -> ObjectId {
        let (key, program) = &self.program;
        let program = document.add_object(Object::Stream((**program).clone()));
        let to_unicode = document.add_object(Object::Stream((*self.to_unicode).clone()));
        let (mut font, mut descriptor) = (self.font.clone(), self.descriptor.clone());
        descriptor.set(*key, program);
        let descriptor = document.add_object(descriptor);
        if let Some(descendant) = descendant(&mut font) {
            descendant.set("FontDescriptor", descriptor);
        }
        font.set("ToUnicode", to_unicode);
        document.add_object(font)
    }
}

/// A font program as a file embeds it (ISO 32000-1, 9.9): a TrueType font whole, of another its outlines alone.
fn program_of(outlines: Outlines, font: Vec<u8>) -> (&'static str, Arc<Stream>) {
    let length = count(font.len());
    match outlines {
        Outlines::TrueType => ("FontFile2", kept_stream(Stream::new(dictionary! { "Length1" => length }, font))),
        Outlines::Cff => {
            let table = FontRef::new(&font).ok().and_then(|font| font.table_data(Tag::new(b"CFF ")));
            let table = table.map(|table| table.as_bytes().to_vec()).unwrap_or_default();
            ("FontFile3", kept_stream(Stream::new(dictionary! { "Subtype" => "CIDFontType0C" }, table)))
        }
    }
}

/// The font and its descriptor, as printpdf writes them for a page that shows every glyph once.
///
/// printpdf looks glyphs up by characters. So each has a character of its own in a private plane of Unicode, where no text
/// comes from. The place of the program is held by how one begins.
fn dictionaries(face: &Face, used: &UsedFace, name: String) -> [Dictionary; 2] {
    let stand_in = |glyph: u16| char::from_u32(0xf_0000 + u32::from(glyph)).unwrap_or(char::REPLACEMENT_CHARACTER);
    let metrics = face.metrics;
    let numbered = || (0..).zip(&used.glyphs);
    let widths = numbered().map(|(glyph, used)| (glyph, used.width)).collect();
    let stand_ins = numbered().map(|(glyph, _)| (u32::from(stand_in(glyph)), glyph)).collect();
    let (size, program) = (FontMetrics { ascent: metrics.ascent, descent: metrics.descent }, vec![0, 1, 0, 0]);
    let mut parsed = ParsedFont::with_glyph_data(program, 0, Some(name), stand_ins, widths, metrics.units_per_em, size);
    let [x_min, y_min, x_max, y_max] = metrics.bounds;
    let (units_per_em, us_weight_class) = (metrics.units_per_em, face.weight());
    let rest = PdfFontMetricsStub::default();
    parsed.pdf_font_metrics = PdfFontMetricsStub { units_per_em, x_min, y_min, x_max, y_max, us_weight_class, ..rest };
    let (mut pdf, id) = (PdfDocument::new(""), FontId("F".to_owned()));
    pdf.resources.fonts.map.insert(id.clone(), PdfFont::new(parsed));
    let items = vec![TextItem::Text(numbered().map(|(glyph, _)| stand_in(glyph)).collect())];
    let font = Op::SetFont { font: PdfFontHandle::External(id), size: printpdf::Pt(1.0) };
    pdf.pages = vec![PdfPage::new(printpdf::Mm(1.0), printpdf::Mm(1.0), vec![font, Op::ShowText { items }])];
    let document = printpdf::serialize::to_lopdf_doc(&pdf, &PdfSaveOptions::default(), &mut Vec::new());
    let [mut font, mut descriptor] = ["Font", "FontDescriptor"].map(|kind| {
        let mut all = document.objects.values().filter_map(|object| object.as_dict().ok());
        all.find(|object| object.has_type(kind.as_bytes())).cloned().unwrap_or_default()
    });
    descriptor.remove(b"FontFile2");
    if face.outlines == Outlines::Cff
        && let Some(descendant) = descendant(&mut font)
    {
        descendant.set("Subtype", "CIDFontType0");
        descendant.remove(b"CIDToGIDMap");
    }
    [font, descriptor]
}

fn descendant(font: &mut Dictionary) -> Option<&mut Dictionary> {
    let descendants = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).ok()?;
    descendants.first_mut()?.as_dict_mut().ok()
}

/// The table from glyphs to what they show (ISO 32000-1, 9.10.3).
fn to_unicode(glyphs: &[UsedGlyph]) -> Stream {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let shown: Vec<(usize, &UsedGlyph)> = glyphs.iter().enumerate().skip(1).collect();
    // A block of the table holds at most 100 lines.
    for block in shown.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", block.len());
        for (glyph, used) in block {
            // What shows a part of a letter only is read as a space of no width.
            let text = if used.text.is_empty() { "\u{200b}" } else { &used.text };
            let _ = write!(map, "<{glyph:04X}> <");
            text.encode_utf16().for_each(|unit| {
                let _ = write!(map, "{unit:04X}");
            });
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    Stream::new(Dictionary::new(), map.into_bytes())
}

impl fmt::Debug for Subsets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        write!(f, "Subsets({})", known.len())
    }
}

/// Six capitals, from a font program.
fn prefix(program: &[u8]) -> String {
    let mut sum = program.iter().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let mut letter = || {
        let letter = b'A' + (sum % 26) as u8;
        sum /= 26;
        char::from(letter)
    };
    std::iter::repeat_with(&mut letter).take(6).collect()
}

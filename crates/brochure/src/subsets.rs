//! Reduced font programs, kept from one document to the next: most brochures of a hospital use the same letters.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Document, Object, Stream, dictionary};

use crate::faces::{UsedFace, UsedGlyph};
use crate::fonts::Face;
use crate::tags::count;

/// A reduced font program with what a file tells about it.
#[derive(Clone)]
pub(crate) struct Program {
    /// The stream that holds the program, compressed.
    stream: Arc<Stream>,
    /// The stream that tells what each glyph shows, compressed.
    to_unicode: Arc<Stream>,
    /// Six capitals that stand before the name of a reduced font.
    prefix: Arc<str>,
}

type Key = (String, Vec<u16>, Vec<UsedGlyph>);

/// Reduced programs by face and glyphs.
#[derive(Default)]
pub(crate) struct Subsets {
    known: Mutex<BTreeMap<Key, Program>>,
}

/// Enough for several brochures; beyond that all are forgotten, and made again when they are needed.
const MOST: usize = 64;

impl Subsets {
    /// The program of a face with the glyphs that are used.
    pub(crate) fn get(&self, face: &Face, used: &UsedFace) -> Result<Program, subsetter::Error> {
        let key = (face.name.clone(), used.remapper.remapped_gids().collect::<Vec<_>>(), used.glyphs.clone());
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(program) = known.get(&key) {
            return Ok(program.clone());
        }
        let font = subsetter::subset(&face.data, 0, &used.remapper)?;
        let length = count(font.len());
        let program = Program {
            to_unicode: packed(to_unicode(&used.glyphs)),
            prefix: prefix(&font).into(),
            stream: packed(Stream::new(dictionary! { "Length1" => length }, font)),
        };
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, program.clone());
        Ok(program)
    }
}

/// Puts the kept streams in the place of those that printpdf wrote, and marks the fonts as reduced. `programs` are by the
/// name of their face.
pub(crate) fn replace(document: &mut Document, programs: &BTreeMap<String, Program>) {
    let mut streams = Vec::new();
    for object in document.objects.values_mut() {
        let Ok(dictionary) = object.as_dict_mut() else { continue };
        for key in [b"BaseFont".as_slice(), b"FontName"] {
            let name =
                dictionary.get(key).and_then(Object::as_name).ok().and_then(|name| std::str::from_utf8(name).ok());
            let Some((name, program)) = name.and_then(|name| programs.get_key_value(name)) else { continue };
            for (key, stream) in [(b"FontFile2".as_slice(), &program.stream), (b"ToUnicode", &program.to_unicode)] {
                streams.extend(dictionary.get(key).and_then(Object::as_reference).ok().map(|id| (id, stream)));
            }
            let name = format!("{}+{name}", program.prefix);
            dictionary.set(key, Object::Name(name.into_bytes()));
        }
    }
    for (id, stream) in streams {
        document.objects.insert(id, Object::Stream((**stream).clone()));
    }
}

/// How hard pages are compressed, from 1 to 9: harder than this takes longer and hardly makes files smaller.
const PAGES: u32 = 4;

/// Compresses all streams that may be compressed and are not yet.
pub(crate) fn compress(document: &mut Document) {
    let mut press = Compress::new(Compression::new(PAGES), true);
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            pack(stream, &mut press);
        }
    }
}

/// Compresses a stream if that makes it smaller.
fn pack(stream: &mut Stream, press: &mut Compress) {
    // What is compressed at all is never much longer than before.
    let mut packed = Vec::with_capacity(stream.content.len() + 64);
    let done = press.compress_vec(&stream.content, &mut packed, FlushCompress::Finish);
    press.reset();
    if matches!(done, Ok(Status::StreamEnd)) && packed.len() + 19 < stream.content.len() {
        packed.shrink_to_fit();
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
}

fn packed(mut stream: Stream) -> Arc<Stream> {
    pack(&mut stream, &mut Compress::new(Compression::best(), true));
    Arc::new(stream)
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
    Stream::new(lopdf::Dictionary::new(), map.into_bytes())
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

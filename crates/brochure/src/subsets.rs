//! Reduced font programs, kept from one document to the next: most brochures of a hospital use the same letters.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use lopdf::{Document, Object, Stream};

use crate::faces::UsedFace;
use crate::fonts::Face;
use crate::tags::count;

/// A reduced font program.
#[derive(Clone)]
pub(crate) struct Program {
    /// The program.
    pub(crate) font: Arc<[u8]>,
    /// The stream that holds it, compressed.
    stream: Arc<Stream>,
}

/// Reduced programs by face and glyphs.
#[derive(Default)]
pub(crate) struct Subsets {
    known: Mutex<BTreeMap<(String, Vec<u16>), Program>>,
}

/// Enough for several brochures; beyond that all are forgotten, and made again when they are needed.
const MOST: usize = 64;

impl Subsets {
    /// The program of a face with the glyphs that are used.
    pub(crate) fn get(&self, face: &Face, used: &UsedFace) -> Result<Program, subsetter::Error> {
        let key = (face.name.clone(), used.remapper.remapped_gids().collect::<Vec<_>>());
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(program) = known.get(&key) {
            return Ok(program.clone());
        }
        let font: Arc<[u8]> = subsetter::subset(&face.data, 0, &used.remapper)?.into();
        let mut stream = Stream::new(lopdf::dictionary! { "Length1" => count(font.len()) }, font.to_vec());
        // A program that cannot be compressed is stored as it is.
        let _ = stream.compress();
        let program = Program { font, stream: Arc::new(stream) };
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, program.clone());
        Ok(program)
    }

    /// Puts the compressed programs in the place of the plain ones, and marks the fonts as reduced.
    pub(crate) fn compress(document: &mut Document, programs: &BTreeMap<String, Program>) {
        let mut files = BTreeMap::new();
        for object in document.objects.values_mut() {
            let Ok(dictionary) = object.as_dict_mut() else {
                continue;
            };
            for key in [b"BaseFont".as_slice(), b"FontName"] {
                let Some(name) = dictionary.get(key).ok().and_then(|name| name.as_name().ok()) else {
                    continue;
                };
                let Some(program) = std::str::from_utf8(name).ok().and_then(|name| programs.get_key_value(name)) else {
                    continue;
                };
                if let Ok(Object::Reference(id)) = dictionary.get(b"FontFile2") {
                    files.insert(*id, program.1.stream.clone());
                }
                let name = format!("{}+{}", prefix(&program.1.font), program.0);
                dictionary.set(key, Object::Name(name.into_bytes()));
            }
        }
        for (id, stream) in files {
            document.objects.insert(id, Object::Stream((*stream).clone()));
        }
    }
}

impl fmt::Debug for Subsets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        write!(f, "Subsets({})", known.len())
    }
}

/// Six capitals that stand before the name of a reduced font, from its program.
fn prefix(program: &[u8]) -> String {
    let mut sum = program.iter().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let mut letter = || {
        let letter = b'A' + (sum % 26) as u8;
        sum /= 26;
        char::from(letter)
    };
    std::iter::repeat_with(&mut letter).take(6).collect()
}

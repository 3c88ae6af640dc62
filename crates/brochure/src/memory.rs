//! Blocks of text that were set before: notices, addresses, headings and marks are the same in many brochures.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use crate::code::{Code, CodeError};
use crate::fonts::Family;
use crate::lines::Line;
use crate::shape::{Shaped, Span};
use crate::unit::Pt;

/// What a block of text comes to depends on this alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    text: String,
    spans: Vec<(usize, u16, [u32; 2], bool)>,
    family: Family,
    room: [u32; 3],
}

/// A block of text with its glyphs and lines.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub(crate) shaped: Arc<Shaped>,
    pub(crate) lines: Arc<[Line]>,
}

/// Blocks by what they depend on.
#[derive(Default)]
pub(crate) struct Memory {
    known: Mutex<BTreeMap<Key, Set>>,
    codes: Mutex<BTreeMap<String, Arc<Code>>>,
}

/// Enough for a dozen service lines; beyond that all are forgotten, and set again when they are needed.
const MOST: usize = 2048;

impl Key {
    pub(crate) fn new(text: &str, spans: &[Span], family: Family, scale: f32, measure: Pt, rag: f32) -> Self {
        let span = |s: &Span| (s.range.end, s.weight, [s.size.0.to_bits(), s.raise.0.to_bits()], s.whole);
        let room = [scale, measure.0, rag].map(f32::to_bits);
        Self { text: text.to_owned(), spans: spans.iter().map(span).collect(), family, room }
    }
}

impl Memory {
    /// The block, from memory or made by `set`. What cannot be set is not remembered.
    pub(crate) fn get<E>(&self, key: Key, set: impl FnOnce() -> Result<Set, E>) -> Result<Set, E> {
        if let Some(known) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(known.clone());
        }
        let made = set()?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, made.clone());
        Ok(made)
    }
}

impl Memory {
    /// The code of an address, from memory or made now.
    pub(crate) fn code(&self, address: &str) -> Result<Arc<Code>, CodeError> {
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(code) = codes.get(address) {
            return Ok(Arc::clone(code));
        }
        let code = Arc::new(Code::new(address)?);
        if codes.len() >= MOST {
            codes.clear();
        }
        codes.insert(address.to_owned(), Arc::clone(&code));
        Ok(code)
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        write!(f, "Memory({})", known.len())
    }
}

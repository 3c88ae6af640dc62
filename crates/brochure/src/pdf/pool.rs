//! Objects of a file that are no streams, as bytes.

use std::io::Write as _;

use lopdf::{Object, ObjectId, StringFormat};

use super::number::{integer, length};
use super::text::{write_hexadecimal, write_literal, write_name, write_text};
use crate::unit::Pt;

/// Objects as bytes, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    bytes: Vec<u8>,
    /// The number of each object, and where it begins.
    starts: Vec<(u32, usize)>,
}

impl Pool {
    /// A dictionary as a new object. Its entries are those that are added to what this gives.
    pub(super) fn dictionary(&mut self, id: ObjectId) -> Entries<'_> {
        Entries::new(self.begin(id))
    }

    /// An array as a new object.
    pub(super) fn array(&mut self, id: ObjectId, items: &[u8]) {
        write_array(items, self.begin(id));
    }

    /// Any object that is no stream.
    pub(super) fn object(&mut self, id: ObjectId, object: &Object) {
        write(object, self.begin(id));
    }

    fn begin(&mut self, id: ObjectId) -> &mut Vec<u8> {
        self.starts.push((id.0, self.bytes.len()));
        &mut self.bytes
    }

    /// The objects in groups of at most `most`: the numbers of each group with where its objects begin, and its bytes.
    pub(super) fn groups(&self, most: usize) -> impl Iterator<Item = (&[(u32, usize)], &[u8])> {
        let ends = self.starts.iter().map(|(_, start)| *start).skip(most).step_by(most);
        let ends = ends.chain(std::iter::once(self.bytes.len()));
        self.starts.chunks(most).zip(ends).map(|(group, end)| {
            let start = group.first().map_or(end, |(_, start)| *start);
            (group, self.bytes.get(start..end).unwrap_or_default())
        })
    }
}

/// The entries of a dictionary that is being written. It ends when they are dropped.
pub(super) struct Entries<'p> {
    bytes: &'p mut Vec<u8>,
}

impl<'p> Entries<'p> {
    pub(super) fn new(bytes: &'p mut Vec<u8>) -> Self {
        bytes.extend_from_slice(b"<<");
        Self { bytes }
    }

    fn key(&mut self, key: &str) -> &mut Vec<u8> {
        write_name(key.as_bytes(), self.bytes);
        self.bytes
    }

    pub(super) fn name(&mut self, key: &str, name: &str) -> &mut Self {
        write_name(name.as_bytes(), self.key(key));
        self
    }

    pub(super) fn integer(&mut self, key: &str, number: i64) -> &mut Self {
        let bytes = self.key(key);
        bytes.push(b' ');
        integer(number, bytes);
        self
    }

    pub(super) fn reference(&mut self, key: &str, id: ObjectId) -> &mut Self {
        let bytes = self.key(key);
        bytes.push(b' ');
        write_reference(id, bytes);
        self
    }

    /// Text that people read.
    pub(super) fn text(&mut self, key: &str, text: &str) -> &mut Self {
        write_text(text, self.key(key));
        self
    }

    /// Text of ASCII alone.
    pub(super) fn literal(&mut self, key: &str, text: &str) -> &mut Self {
        write_literal(text.as_bytes(), self.key(key));
        self
    }

    pub(super) fn lengths(&mut self, key: &str, lengths: &[f32]) -> &mut Self {
        let bytes = self.key(key);
        bytes.push(b'[');
        for (at, item) in lengths.iter().enumerate() {
            if at > 0 {
                bytes.push(b' ');
            }
            length(Pt(*item), bytes);
        }
        bytes.push(b']');
        self
    }

    /// Items that are bytes already.
    pub(super) fn array(&mut self, key: &str, items: &[u8]) -> &mut Self {
        write_array(items, self.key(key));
        self
    }

    /// A value that is bytes already, and begins with no delimiter.
    pub(super) fn bytes(&mut self, key: &str, value: &[u8]) -> &mut Self {
        let bytes = self.key(key);
        bytes.push(b' ');
        bytes.extend_from_slice(value);
        self
    }

    /// A dictionary within this one.
    pub(super) fn dictionary(&mut self, key: &str) -> Entries<'_> {
        Entries::new(self.key(key))
    }
}

impl Drop for Entries<'_> {
    fn drop(&mut self) {
        self.bytes.extend_from_slice(b">>");
    }
}

fn write_array(items: &[u8], bytes: &mut Vec<u8>) {
    bytes.push(b'[');
    bytes.extend_from_slice(items);
    bytes.push(b']');
}

pub(super) fn write_reference((number, generation): ObjectId, bytes: &mut Vec<u8>) {
    integer(i64::from(number), bytes);
    bytes.push(b' ');
    integer(i64::from(generation), bytes);
    bytes.extend_from_slice(b" R");
}

/// Writes an object. A stream is written as its dictionary.
pub(super) fn write(object: &Object, bytes: &mut Vec<u8>) {
    match object {
        Object::Null => bytes.extend_from_slice(b"null"),
        Object::Boolean(is) => bytes.extend_from_slice(if *is { b"true" } else { b"false" }),
        Object::Integer(number) => integer(*number, bytes),
        Object::Real(number) => {
            let _ = write!(bytes, "{number}");
        }
        Object::Name(name) => write_name(name, bytes),
        Object::String(string, StringFormat::Literal) => write_literal(string, bytes),
        Object::String(string, StringFormat::Hexadecimal) => {
            bytes.push(b'<');
            write_hexadecimal(string.iter().copied(), bytes);
            bytes.push(b'>');
        }
        Object::Array(items) => {
            bytes.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    bytes.push(b' ');
                }
                write(item, bytes);
            }
            bytes.push(b']');
        }
        Object::Dictionary(entries) | Object::Stream(lopdf::Stream { dict: entries, .. }) => {
            bytes.extend_from_slice(b"<<");
            for (key, value) in entries {
                write_name(key, bytes);
                bytes.push(b' ');
                write(value, bytes);
            }
            bytes.extend_from_slice(b">>");
        }
        Object::Reference(id) => write_reference(*id, bytes),
    }
}

//! A file whose objects are packed together in streams, with a stream of cross-references (ISO 32000-1, 7.5.7 and 7.5.8).

use std::io::Write as _;

use lopdf::{Document, Object, Stream, StringFormat, dictionary};

use super::count;
use super::deflate::Deflater;
use super::file::identifier;
use super::number::integer;
use super::pool::{Pool, write};

/// So many objects are packed in one stream.
const MOST: usize = 500;

/// Where an object is.
#[derive(Clone, Copy)]
enum Entry {
    Unused,
    /// How far from the begin of the file.
    At(usize),
    /// In this stream, as the object of this index.
    Within(u32, usize),
}

/// The bytes of a file with the objects of a document and those of a pool.
pub(super) fn packed(mut document: Document, mut pool: Pool, deflater: &mut Deflater) -> Vec<u8> {
    for (id, object) in &document.objects {
        if !matches!(object, Object::Stream(_)) {
            pool.object(*id, object);
        }
    }
    let mut file = File::new(&document.version, document.max_id);
    for ((number, _), object) in &document.objects {
        if let Object::Stream(stream) = object {
            file.stream(*number, stream);
        }
    }
    for (group, bytes) in pool.groups(MOST) {
        document.max_id += 1;
        file.group(document.max_id, group, bytes, deflater);
    }
    document.max_id += 1;
    file.end(document.max_id, document.trailer, deflater)
}

struct File {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

impl File {
    fn new(version: &str, max_id: u32) -> Self {
        let mut bytes = Vec::with_capacity(1 << 17);
        // Bytes that are no letters say that the file is no text (7.5.2).
        let _ = write!(bytes, "%PDF-{version}\n%");
        bytes.extend_from_slice(b"\xe2\xe3\xcf\xd3\n");
        Self { bytes, entries: vec![Entry::Unused; max_id as usize + 1] }
    }

    fn set(&mut self, number: u32, entry: Entry) {
        let at = number as usize;
        if at >= self.entries.len() {
            self.entries.resize(at + 1, Entry::Unused);
        }
        self.entries[at] = entry;
    }

    fn stream(&mut self, number: u32, stream: &Stream) {
        self.set(number, Entry::At(self.bytes.len()));
        let bytes = &mut self.bytes;
        integer(i64::from(number), bytes);
        bytes.extend_from_slice(b" 0 obj\n<<");
        for (key, value) in stream.dict.iter().filter(|(key, _)| *key != b"Length") {
            super::text::write_name(key, bytes);
            bytes.push(b' ');
            write(value, bytes);
        }
        bytes.extend_from_slice(b"/Length ");
        integer(count(stream.content.len()), bytes);
        bytes.extend_from_slice(b">>stream\n");
        bytes.extend_from_slice(&stream.content);
        bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// A stream of objects: their numbers and places, then the objects.
    fn group(&mut self, number: u32, group: &[(u32, usize)], bytes: &[u8], deflater: &mut Deflater) {
        let mut content = Vec::with_capacity(bytes.len() + 12 * group.len());
        let begin = group.first().map_or(0, |(_, start)| *start);
        for (index, (object, start)) in group.iter().enumerate() {
            self.set(*object, Entry::Within(number, index));
            integer(i64::from(*object), &mut content);
            content.push(b' ');
            integer(count(start - begin), &mut content);
            content.push(b' ');
        }
        let first = content.len();
        content.extend_from_slice(bytes);
        let about = dictionary! { "Type" => "ObjStm", "N" => count(group.len()), "First" => count(first) };
        let mut stream = Stream::new(about, content);
        deflater.pack(&mut stream);
        self.stream(number, &stream);
    }

    /// The cross-references, which stand for the trailer as well.
    fn end(mut self, number: u32, trailer: lopdf::Dictionary, deflater: &mut Deflater) -> Vec<u8> {
        let start = self.bytes.len();
        self.set(number, Entry::At(start));
        let mut content = Vec::with_capacity(WIDTH * self.entries.len());
        for entry in &self.entries {
            let (kind, place, index) = match *entry {
                Entry::Unused => (0, 0, u16::MAX),
                Entry::At(place) => (1, u32::try_from(place).unwrap_or(u32::MAX), 0),
                Entry::Within(stream, index) => (2, stream, u16::try_from(index).unwrap_or(u16::MAX)),
            };
            content.push(kind);
            content.extend_from_slice(&place.to_be_bytes());
            content.extend_from_slice(&index.to_be_bytes());
        }
        let id = Object::String(identifier(&self.bytes), StringFormat::Hexadecimal);
        let mut about = trailer;
        about.set("Type", "XRef");
        about.set("Size", count(self.entries.len()));
        about.set("W", [1, 4, 2].map(Object::Integer).to_vec());
        about.set("ID", vec![id.clone(), id]);
        let mut stream = Stream::new(about, content);
        deflater.pack(&mut stream);
        self.stream(number, &stream);
        let _ = write!(self.bytes, "startxref\n{start}\n%%EOF\n");
        self.bytes
    }
}

/// The bytes of a cross-reference.
const WIDTH: usize = 1 + 4 + 2;

//! Streams, compressed (ISO 32000-1, 7.4.4).

use std::sync::Arc;

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Document, Object, Stream};

/// How hard pages are compressed, from 1 to 9: harder than this takes longer and hardly makes files smaller.
const PAGES: u32 = 1;

/// Compresses streams.
pub(super) struct Deflater(Compress);

impl Default for Deflater {
    fn default() -> Self {
        Self(Compress::new(Compression::new(PAGES), true))
    }
}

impl Deflater {
    /// Compresses all streams that may be compressed and are not yet.
    pub(super) fn pack_all(&mut self, document: &mut Document) {
        for object in document.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.allows_compression
                && !stream.dict.has(b"Filter")
            {
                self.pack(stream);
            }
        }
    }

    /// Compresses a stream if that makes it smaller.
    pub(super) fn pack(&mut self, stream: &mut Stream) {
        // What is compressed at all is never much longer than before.
        let mut packed = Vec::with_capacity(stream.content.len() + 64);
        let done = self.0.compress_vec(&stream.content, &mut packed, FlushCompress::Finish);
        self.0.reset();
        if matches!(done, Ok(Status::StreamEnd)) && packed.len() + 19 < stream.content.len() {
            packed.shrink_to_fit();
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
        }
    }
}

/// A stream that is kept, compressed as well as it can be.
pub(super) fn kept_stream(mut stream: Stream) -> Arc<Stream> {
    Deflater(Compress::new(Compression::best(), true)).pack(&mut stream);
    Arc::new(stream)
}

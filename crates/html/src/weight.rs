//! How heavy a page is: what a reader on a poor line waits for before a word is there.
//!
//! Pictures are counted out: they stand in the page, and yet it can be read before they are drawn. Text of a page packs to
//! about a quarter, so 60 kB are about 16 kB on the line.

use std::borrow::Cow;

use memchr::memmem;
use serviceline_core::channel::File;
use serviceline_core::diagnostic::Diagnostic;

const HEAVY: &str = "page-heavy";
const HELP: &str = "shorten its longest sections, or set `page_kilobytes` under `html:` in serviceline.yaml";
/// How many of the largest parts are named.
const NAMED: usize = 4;
/// What a picture in the page begins with.
const PICTURE: &[u8] = b"\"data:";

/// A warning, if the files of a page are larger than they may be.
pub(crate) fn remark(files: &[File], limit: u16) -> Option<Diagnostic> {
    let limit = usize::from(limit) * 1000;
    let files: Vec<&File> = files.iter().filter(|file| !file.media_type.starts_with("image/")).collect();
    let whole: usize = files.iter().map(|file| file.bytes.len()).sum();
    let weight =
        if whole > limit { whole - files.iter().map(|file| pictures(&file.bytes)).sum::<usize>() } else { whole };
    if weight <= limit {
        return None;
    }
    let mut parts: Vec<(Cow<'_, str>, usize)> = files.iter().copied().flat_map(parts).collect();
    parts.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let named: Vec<String> = parts.iter().take(NAMED).map(|(name, size)| format!("{name} {}", shown(*size))).collect();
    let message = format!(
        "expected a page of at most {} without its pictures, found {}: {}",
        shown(limit),
        shown(weight),
        named.join(", ")
    );
    Some(Diagnostic::warning(HEAVY, message).help(HELP).at_path("title"))
}

/// In kB, as it is shown: never less than it is.
fn shown(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}

/// How many bytes of a file are pictures.
fn pictures(bytes: &[u8]) -> usize {
    let begins = memmem::find_iter(bytes, PICTURE);
    begins.map(|at| memchr::memchr(b'"', &bytes[at + 1..]).unwrap_or_default()).sum()
}

/// The style sheet, the scripts and the sections of a page, each with its size. A style sheet beside a page is one part.
fn parts(file: &File) -> Vec<(Cow<'_, str>, usize)> {
    let Ok(text) = std::str::from_utf8(&file.bytes) else { return vec![] };
    if file.media_type.starts_with("text/css") {
        return vec![("the style sheet".into(), text.len())];
    }
    let named =
        [("<style", "</style>", "the style sheet"), ("<script type=\"application/ld+json\"", "</script>", "JSON-LD")];
    let mut parts: Vec<(Cow<'_, str>, usize)> = vec![];
    for (begin, end, name) in named {
        parts.extend(stretches(text, begin, end).map(|part| (name.into(), weight(part))));
    }
    for section in stretches(text, "<section", "</section>") {
        let tag = section.split('>').next().unwrap_or_default();
        if let Some(id) = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()) {
            parts.push((format!("`{id}`").into(), weight(section)));
        }
    }
    parts
}

fn weight(part: &str) -> usize {
    part.len() - pictures(part.as_bytes())
}

/// Each stretch of a text from `begin` to `end`.
fn stretches<'t>(text: &'t str, begin: &'t str, end: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(begin).map(move |(at, _)| {
        let rest = &text[at..];
        rest.find(end).map_or(rest, |length| &rest[..length + end.len()])
    })
}

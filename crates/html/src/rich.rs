//! Words as HTML: the one place in which Rust writes tags.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serviceline_core::path::FieldPath;
use serviceline_core::words::{Block, Origin, Passage, Piece, Role, Words};

use crate::escape;

/// What may stand where words are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    /// Links.
    pub(crate) links: bool,
    /// Places that links lead to.
    pub(crate) places: bool,
}

/// What was written so far, as far as later words depend on it.
#[derive(Debug)]
pub(crate) struct Rich<'d> {
    /// How often each source has been cited.
    cited: BTreeMap<usize, usize>,
    /// The numbers of gaps that have no anchor yet, by the field that is missing.
    gaps: BTreeMap<FieldPath, usize>,
    /// What a note's number is called where it is read aloud.
    note: &'d Words,
}

impl<'d> Rich<'d> {
    /// Gaps are anchored under the numbers that they have here.
    pub(crate) fn new(gaps: BTreeMap<FieldPath, usize>, note: &'d Words) -> Self {
        Self { cited: BTreeMap::new(), gaps, note }
    }

    /// For words without gaps and notes.
    pub(crate) fn plain(note: &'d Words) -> Self {
        Self::new(BTreeMap::new(), note)
    }

    /// Writes words into the content of an element; without links where there is no room for them.
    pub(crate) fn words(&mut self, words: &Words, room: Room, out: &mut String) {
        let mut pieces = words.pieces();
        let mut pending: Vec<usize> = Vec::new();
        while let Some((piece, rest)) = pieces.split_first() {
            if let Role::Cite { number } = piece.role() {
                pending.push(*number);
                pieces = rest;
                continue;
            }
            let same = |other: &&Piece| other.role() == piece.role() && is_claim(other) == is_claim(piece);
            let run = 1 + rest.iter().take_while(same).count();
            let (run, after) = pieces.split_at(run);
            let mut skip = 0;
            if !pending.is_empty() {
                // A note stands behind the mark that ends its sentence.
                skip = run[0].text().find(|c: char| !".,;:!?".contains(c)).unwrap_or(run[0].text().len());
                escape::text(&run[0].text()[..skip], out);
                pending.drain(..).for_each(|number| self.note(number, room, out));
            }
            self.run(run, skip, (room, words), out);
            pieces = after;
        }
        for number in pending {
            self.note(number, room, out);
        }
    }

    /// Pieces of one role among some words, from the byte `skip` of the first on.
    fn run(&mut self, run: &[Piece], skip: usize, (room, words): (Room, &Words), out: &mut String) {
        let close = match run[0].role() {
            Role::Phone { uri, .. } if room.links && words.reads_from_right() => {
                opened(out, " class=\"sl-tel\" dir=\"ltr\"", uri)
            }
            Role::Phone { uri, .. } if room.links => opened(out, " class=\"sl-tel\"", uri),
            Role::Link { href } if room.links => opened(out, "", href),
            Role::Term { id } if room.links => opened(out, " class=\"sl-term\"", &format!("#w-{id}")),
            Role::Phone { .. } if words.reads_from_right() => {
                tag(out, "<span class=\"sl-tel\" dir=\"ltr\">", "</span>")
            }
            Role::Phone { .. } => tag(out, "<span class=\"sl-tel\">", "</span>"),
            Role::Break => tag(out, "<br>", ""),
            Role::Gap => tag(out, "<span class=\"sl-gap\">", "</span>"),
            _ if is_claim(&run[0]) => tag(out, "<span class=\"sl-claim\">", "</span>"),
            _ => "",
        };
        for (index, piece) in run.iter().enumerate() {
            let text = if index == 0 { &piece.text()[skip..] } else { piece.text() };
            match piece.role() {
                Role::Break => {}
                Role::Gap if room.places => self.gap(piece, text, out),
                _ => styled(piece, text, out),
            }
        }
        out.push_str(close);
    }

    /// A note behind a claim. Further notes of the same number have a letter: `ref-1`, `ref-1b`, `ref-1c`.
    fn note(&mut self, number: usize, room: Room, out: &mut String) {
        let before = self.cited.entry(number).or_default();
        let id = reference(number, *before);
        *before += 1;
        if !room.links {
            let _ = write!(out, "<sup id=\"{id}\">{number}</sup>");
            return;
        }
        let _ = write!(out, "<sup><a class=\"sl-ref\" id=\"{id}\" href=\"#note-{number}\"><span class=\"sl-vh\">");
        escape::text(&line(self.note), out);
        let _ = write!(out, " </span>{number}</a></sup>");
    }

    /// A piece of a gap; the author's note is the place that the banner of the draft links to.
    fn gap(&mut self, piece: &Piece, text: &str, out: &mut String) {
        let number = match piece.origin() {
            Origin::Field(path) => self.gaps.remove(path),
            Origin::Phrase(_) => None,
        };
        if let Some(number) = number {
            let _ = write!(out, "<span id=\"gap-{number}\">");
            styled(piece, text, out);
            out.push_str("</span>");
        } else {
            styled(piece, text, out);
        }
    }

    /// Writes paragraphs and lists.
    pub(crate) fn passage(&mut self, passage: &Passage, room: Room, out: &mut String) {
        self.blocks(&passage.blocks, room, out);
    }

    fn blocks(&mut self, blocks: &[Block], room: Room, out: &mut String) {
        for block in blocks {
            match block {
                Block::Paragraph(words) => {
                    out.push_str("<p>");
                    self.words(words, room, out);
                    out.push_str("</p>");
                }
                Block::List { ordered, items } => {
                    out.push_str(if *ordered { "<ol>" } else { "<ul>" });
                    for item in items {
                        out.push_str("<li>");
                        self.item(item, room, out);
                        out.push_str("</li>");
                    }
                    out.push_str(if *ordered { "</ol>" } else { "</ul>" });
                }
            }
        }
    }

    /// An item that begins with a paragraph begins without one: `<li>text`, not `<li><p>text</p>`.
    fn item(&mut self, blocks: &[Block], room: Room, out: &mut String) {
        match blocks {
            [Block::Paragraph(words), rest @ ..] => {
                self.words(words, room, out);
                self.blocks(rest, room, out);
            }
            blocks => self.blocks(blocks, room, out),
        }
    }
}

/// The id of the place where a source is cited, `before` times before.
pub(crate) fn reference(number: usize, before: usize) -> String {
    let mut id = format!("ref-{number}");
    match u32::try_from(before).ok().and_then(|before| char::from_u32(u32::from('a') + before)) {
        _ if before == 0 => {}
        Some(letter @ 'b'..='z') => id.push(letter),
        _ => {
            let _ = write!(id, "-{before}");
        }
    }
    id
}

/// The words of an attribute: all text in one line, without the numbers of notes.
pub(crate) fn line(words: &Words) -> String {
    let text = |piece: &Piece| match piece.role() {
        Role::Cite { .. } => String::new(),
        Role::Break => " ".to_owned(),
        _ => piece.text().replace('\n', " "),
    };
    words.pieces().iter().map(text).collect()
}

/// The words of a passage in one line.
pub(crate) fn passage_line(passage: &Passage) -> String {
    let mut lines = Vec::new();
    passage.words(&mut |words| lines.push(line(words)));
    lines.join(" ")
}

fn styled(piece: &Piece, text: &str, out: &mut String) {
    let style = piece.style();
    let marks = [(style.strong, "<strong>", "</strong>"), (style.emphasis, "<em>", "</em>")];
    marks.iter().filter(|(on, ..)| *on).for_each(|(_, open, _)| out.push_str(open));
    escape::text(text, out);
    marks.iter().rev().filter(|(on, ..)| *on).for_each(|(.., close)| out.push_str(close));
}

/// Opens a link, unless its address is none that a page may have: then its words stand alone.
fn opened(out: &mut String, class: &str, href: &str) -> &'static str {
    let Some(href) = escape::address(href) else { return "" };
    let _ = write!(out, "<a{class} href=\"");
    escape::attribute(href, out);
    out.push_str("\">");
    "</a>"
}

fn tag(out: &mut String, open: &str, close: &'static str) -> &'static str {
    out.push_str(open);
    close
}

/// The words of a claim itself, which stand out from the sentence around them.
fn is_claim(piece: &Piece) -> bool {
    let Origin::Field(path) = piece.origin() else { return false };
    let path = path.as_str();
    *piece.role() == Role::Plain
        && path.strip_suffix(".text").is_some()
        && (path.starts_with("claims.") || path.starts_with("organization.claims."))
}

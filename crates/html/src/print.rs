//! The page that a template made, with words in the places of their marks.

use serviceline_core::diagnostic::{Diagnostic, Report};
use serviceline_core::words::{Passage, Words};

use crate::escape;
use crate::rich::{self, Rich};
use crate::scan::{Scanner, Spot};
use crate::template::{OMIT, Trail};
use crate::view::{Entry, marked};

/// Attributes in which text has a meaning for browsers, so that no words may stand there.
const MEANING: [&str; 8] = ["href", "src", "srcset", "style", "id", "class", "action", "http-equiv"];

/// A page in which every mark has been replaced.
pub(crate) struct Printed<'t> {
    /// The page.
    pub(crate) html: String,
    /// Which tags of the templates wrote it.
    pub(crate) trail: Trail<'t>,
    /// For each entry, whether it stands on the page.
    pub(crate) shown: Vec<bool>,
    /// The entries that the template says it leaves out, with its reasons.
    pub(crate) omitted: Vec<(usize, String)>,
}

/// Puts the words into a rendered page.
///
/// # Errors
///
/// `template-place` for words in a script, a tag or an address.
pub(crate) fn print<'t>(
    rendered: &str,
    entries: &[Entry<'_>],
    rich: Rich<'_>,
    trail: Trail<'t>,
) -> Result<Printed<'t>, Report> {
    let mut printer = Printer {
        entries,
        rich,
        scanner: Scanner::new(),
        omitting: None,
        faults: Vec::new(),
        printed: Printed {
            html: String::with_capacity(rendered.len() * 2 + entries.iter().map(verbatim).sum::<usize>()),
            trail,
            shown: vec![false; entries.len()],
            omitted: Vec::new(),
        },
    };
    let mut rest = rendered;
    while !rest.is_empty() {
        let run = printer.scanner.run(rest);
        if run > 0 {
            printer.copy(&rest[..run]);
            rest = &rest[run..];
            continue;
        }
        let mut characters = rest.chars();
        if let Some(character) = characters.next() {
            printer.character(character);
        }
        rest = characters.as_str();
    }
    if printer.faults.is_empty() { Ok(printer.printed) } else { Err(printer.faults.into()) }
}

struct Printer<'e, 'd, 't> {
    entries: &'e [Entry<'d>],
    rich: Rich<'d>,
    scanner: Scanner,
    /// The entries and the reason of an omission that is being read.
    omitting: Option<(Vec<usize>, String)>,
    faults: Vec<Diagnostic>,
    printed: Printed<'t>,
}

impl Printer<'_, '_, '_> {
    fn copy(&mut self, text: &str) {
        match &mut self.omitting {
            Some((_, reason)) => reason.push_str(text),
            None => self.printed.html.push_str(text),
        }
    }

    fn character(&mut self, character: char) {
        let mark = marked(character);
        match (&mut self.omitting, mark) {
            (None, None) if character == OMIT => self.omitting = Some((Vec::new(), String::new())),
            (Some((entries, reason)), None) if character == OMIT => {
                let reason = std::mem::take(reason);
                self.printed.omitted.extend(entries.drain(..).map(|index| (index, reason.clone())));
                self.omitting = None;
            }
            (Some((entries, _)), Some(index)) => entries.push(index),
            (Some((_, reason)), None) => reason.push(character),
            (None, Some(index)) => self.entry(index),
            (None, None) if self.printed.trail.notes(character, self.printed.html.len()) => {}
            (None, None) => {
                self.scanner.read(character);
                self.printed.html.push(character);
            }
        }
    }

    fn entry(&mut self, index: usize) {
        let Some(entry) = self.entries.get(index) else { return };
        self.printed.shown[index] = true;
        let (spot, room) = (self.scanner.spot(), self.scanner.room());
        let is_for_readers = self.is_for_readers();
        let out = &mut self.printed.html;
        match (spot, entry) {
            (Spot::Text, Entry::Words(words)) => self.rich.words(words, room, out),
            (Spot::Text, Entry::Passage(passage)) => self.rich.passage(passage, room, out),
            (Spot::Text | Spot::PlainText, entry) => escape::text(&in_one_line(entry), out),
            // A picture as an address has been written in letters, digits and four harmless signs.
            (Spot::Value, Entry::Verbatim(text)) if text.starts_with("data:image/") => out.push_str(text),
            (Spot::Value, Entry::Verbatim(text)) => escape::attribute(text, out),
            (Spot::Raw, Entry::Verbatim(text)) => out.push_str(text),
            (Spot::Value, entry) if is_for_readers => escape::attribute(&in_one_line(entry), out),
            (_, entry) => self.misplaced(spot, *entry),
        }
    }

    fn is_for_readers(&self) -> bool {
        let attribute = self.scanner.attribute();
        !MEANING.contains(&attribute) && !attribute.starts_with("on")
    }

    fn misplaced(&mut self, spot: Spot, entry: Entry<'_>) {
        let place = match spot {
            Spot::Value => format!("the attribute `{}`", self.scanner.attribute()),
            Spot::Raw => "a script or a style sheet".to_owned(),
            Spot::Comment => "a comment, where nobody reads them".to_owned(),
            _ => "a tag".to_owned(),
        };
        let message = format!("the template puts the words of {} into {place}", name(entry));
        let fault = Diagnostic::error("template-place", message)
            .help("words may stand in text and in attributes that are read out, such as alt");
        self.faults.push(match self.printed.trail.here() {
            Some(place) => fault.at(place),
            None => fault,
        });
    }
}

/// How many bytes an entry adds that are put in as they are: pictures and the style sheet are most of a page.
fn verbatim(entry: &Entry<'_>) -> usize {
    if let Entry::Verbatim(text) = entry { text.len() } else { 0 }
}

fn in_one_line(entry: &Entry<'_>) -> String {
    match entry {
        Entry::Words(words) => rich::line(words),
        Entry::Passage(passage) => rich::passage_line(passage),
        Entry::Verbatim(text) => (*text).to_owned(),
    }
}

/// What an entry is called in a message: the fields that its words come from.
pub(crate) fn name(entry: Entry<'_>) -> String {
    let fields = fields(entry);
    match fields.as_slice() {
        [] => "a phrase".to_owned(),
        fields => fields.iter().map(|field| format!("`{field}`")).collect::<Vec<_>>().join(", "),
    }
}

/// The fields whose words an entry holds, each once.
pub(crate) fn fields(entry: Entry<'_>) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    each_field(entry, &mut |path| {
        if !fields.iter().any(|field| field == path) {
            fields.push(path.to_owned());
        }
    });
    fields
}

/// Shows the field of every piece of an entry's words.
pub(crate) fn each_field(entry: Entry<'_>, see: &mut dyn FnMut(&str)) {
    let mut words = |words: &Words| {
        words.pieces().iter().flat_map(serviceline_core::words::Piece::fields).for_each(|path| see(path.as_str()));
    };
    match entry {
        Entry::Words(entry) => words(entry),
        Entry::Passage(passage) => Passage::words(passage, &mut |entry| words(entry)),
        Entry::Verbatim(_) => {}
    }
}

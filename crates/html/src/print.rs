//! The page that a template makes, with words where it prints their numbers.

use serviceline_core::diagnostic::{Diagnostic, Report};
use serviceline_core::words::{Passage, Words};

use crate::escape;
use crate::rich::{self, Rich};
use crate::scan::{Scanner, Spot, Stretch};
use crate::template::{Sink, Templates, Trail};
use crate::view::{Data, Entry};

/// Attributes in which text has a meaning for browsers, so that no words may stand there.
const MEANING: [&str; 8] = ["href", "src", "srcset", "style", "id", "class", "action", "http-equiv"];

/// A page with all of its words.
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

/// Writes a document with its words in it.
///
/// # Errors
///
/// `template-place` for words in a script, a tag or an address.
pub(crate) fn print<'t>(
    templates: &'t Templates,
    root: &str,
    data: &Data<'_>,
    entries: &[Entry<'_>],
    rich: Rich<'_>,
) -> Result<Printed<'t>, Report> {
    let mut printer = Printer {
        entries,
        rich,
        scanner: Scanner::new(),
        faults: Vec::new(),
        printed: Printed {
            html: String::with_capacity((1 << 16) + entries.iter().map(verbatim).sum::<usize>()),
            trail: Trail::new(templates.places()),
            shown: vec![false; entries.len()],
            omitted: Vec::new(),
        },
    };
    templates.write(root, data, &mut printer);
    if printer.faults.is_empty() { Ok(printer.printed) } else { Err(printer.faults.into()) }
}

struct Printer<'e, 'd, 't> {
    entries: &'e [Entry<'d>],
    rich: Rich<'d>,
    scanner: Scanner,
    faults: Vec<Diagnostic>,
    printed: Printed<'t>,
}

impl Sink for Printer<'_, '_, '_> {
    fn stretch(&mut self, stretch: &Stretch) {
        self.scanner.pass(stretch);
        self.printed.html.push_str(stretch.text());
    }

    fn note(&mut self, place: usize) {
        self.printed.trail.note(place, self.printed.html.len());
    }

    fn text(&mut self, text: &str) {
        self.scanner.read(text);
        self.printed.html.push_str(text);
    }

    fn entry(&mut self, index: usize) {
        let Some(entry) = self.entries.get(index) else { return };
        self.printed.shown[index] = true;
        let (spot, room) = (self.scanner.spot(), self.scanner.room());
        let is_for_readers = spot == Spot::Value && self.is_for_readers();
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

    fn omit(&mut self, entries: Vec<usize>, reason: &str) {
        self.printed.omitted.extend(entries.into_iter().map(|index| (index, reason.to_owned())));
    }
}

impl Printer<'_, '_, '_> {
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

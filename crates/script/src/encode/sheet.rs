//! Lines of a fixed width.

use serviceline_core::{Words, words::Role};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::length::is_number;

/// A text that grows line by line and never gets wider than its width.
pub(super) struct Sheet {
    text: String,
    width: usize,
    pause: String,
}

/// What continued lines begin with, as long as the widest line.
const SPACES: &str =
    "                                                                                                    ";

/// Stands for a space within a phone number while lines are broken.
const GLUE: &str = "\u{1}";
const GLUE_BYTE: u8 = 1;

impl Sheet {
    /// `length` is about how much it will hold.
    pub(super) fn new(width: usize, pause: &str, length: usize) -> Self {
        Self { text: String::with_capacity(length), width, pause: pause.to_owned() }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// A line of one character across.
    pub(super) fn rule(&mut self, character: char) {
        self.text.push_str(&character.to_string().repeat(self.width));
        self.text.push('\n');
    }

    /// An empty line, if the last one is not empty already.
    pub(super) fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Words behind a label, with continued lines at `hang`, and a note at the right end.
    pub(super) fn hung(&mut self, label: &str, hang: usize, words: &Words, note: Option<&str>) {
        let text = self.flat(words);
        self.text(label, hang, &text, note);
    }

    /// Words behind a label on one line, with a note at the right end.
    pub(super) fn beside(&mut self, label: &str, words: &Words, note: Option<&str>) {
        let text = self.flat(words);
        self.text(label, label.len(), &text, note);
    }

    /// A point of a list: a dash, and lines that stand under each other.
    pub(super) fn point(&mut self, indent: usize, lines: &[Words]) {
        for (at, line) in lines.iter().enumerate() {
            let label = [spaces(indent), if at == 0 { "- " } else { "  " }].concat();
            self.hung(&label, indent + 2, line, None);
        }
    }

    /// Text behind a label. Each line of the text begins a line, and longer ones are continued.
    pub(super) fn text(&mut self, label: &str, hang: usize, text: &str, note: Option<&str>) {
        let hanging = spaces(hang);
        let mut first = label;
        for line in text.split('\n') {
            if columns(first) + columns(line) <= self.width {
                self.line(first, line);
            } else {
                self.wrapped(first, hanging, line);
            }
            first = hanging;
        }
        if let Some(note) = note {
            self.note(note);
        }
    }

    /// Words one after the other, and a new line before each that does not fit. A word wider than a line is cut; so is a
    /// phone number, but between its groups.
    fn wrapped(&mut self, first: &str, hanging: &str, line: &str) {
        let mut indent = first;
        let mut rest = line;
        loop {
            let room = self.width.saturating_sub(columns(indent)).max(1);
            let Some(limit) = limit(rest, room) else { return self.line(indent, rest) };
            // A space right behind the limit ends a full line. A number too long for a line ends it at a pause.
            let front = &rest.as_bytes()[..=limit];
            let space = front.iter().rposition(|byte| *byte == b' ').filter(|at| *at > 0);
            let pause = || front.windows(2).rposition(|pair| pair == [b'.', GLUE_BYTE]).map(|at| at + 1);
            let end = space.or_else(pause).unwrap_or(if limit > 0 { limit } else { rest.len() });
            self.line(indent, &rest[..end]);
            rest = rest[end..].trim_start_matches([' ', char::from(GLUE_BYTE)]);
            indent = hanging;
        }
    }

    fn line(&mut self, indent: &str, line: &str) {
        self.text.push_str(indent);
        for (at, piece) in line.split(char::from(GLUE_BYTE)).enumerate() {
            if at > 0 {
                self.text.push(' ');
            }
            self.text.push_str(piece);
        }
        let trailing = self.text.bytes().rev().take_while(|byte| *byte == b' ').count();
        self.text.truncate(self.text.len() - trailing);
        self.text.push('\n');
    }

    /// A note at the right end of the last line, or of a line of its own if that is full.
    fn note(&mut self, note: &str) {
        self.text.pop();
        let start = self.text.rfind('\n').map_or(0, |at| at + 1);
        let mut used = columns(&self.text[start..]);
        if used + 1 + columns(note) > self.width {
            self.text.push('\n');
            used = 0;
        }
        self.text.push_str(spaces(self.width.saturating_sub(used + columns(note))));
        self.text.push_str(note);
        self.text.push('\n');
    }

    /// The text of words with marks of stress, and each phone number on a line of its own.
    pub(super) fn flat(&self, words: &Words) -> String {
        let mut text = String::with_capacity(words.pieces().iter().map(|piece| piece.text().len()).sum());
        let mut after_number = false;
        for piece in words.pieces() {
            if *piece.role() == Role::Break {
                text.push('\n');
                continue;
            }
            if is_number(piece, &self.pause) {
                let (digits, extension) = piece.text().split_once(", ").unwrap_or((piece.text(), ""));
                start_line(&mut text);
                text.push_str(&digits.replace(' ', GLUE));
                if extension.is_empty() {
                    after_number = true;
                } else {
                    text.push_str(",\n");
                    text.push_str(extension);
                }
                continue;
            }
            let mut rest = piece.text();
            if after_number {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                text.push_str(&rest[..end]);
                rest = rest[end..].trim_start();
                if end < piece.text().len() {
                    text.push('\n');
                    after_number = false;
                }
            }
            push_styled(&mut text, rest, piece.style().emphasis || piece.style().strong);
        }
        glue_letters(&mut text);
        while text.ends_with(['\n', ' ']) {
            text.pop();
        }
        text
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }
}

/// How many columns a text takes. A letter of East Asia takes two, a mark above another letter none.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Where the columns of a text exceed a number of them; nothing if they never do.
fn limit(text: &str, room: usize) -> Option<usize> {
    if text.is_ascii() {
        return (text.len() > room).then_some(room);
    }
    let mut used = 0;
    let exceeds = |(_, c): &(usize, char)| {
        used += c.width().unwrap_or(1);
        used > room
    };
    text.char_indices().find(exceeds).map(|(at, _)| at)
}

/// As many spaces, but no more than the widest line has.
pub(super) fn spaces(count: usize) -> &'static str {
    &SPACES[..count.min(SPACES.len())]
}

/// Letters that are said one by one stay on one line: "A M", "photo I D".
fn glue_letters(text: &mut String) {
    let bytes = text.as_bytes();
    let ends = |at: usize| matches!(bytes.get(at), Some(b' ' | b'\n'));
    let is_alone = |at: usize| {
        let begins = at.checked_sub(1).is_none_or(ends);
        let after = bytes[at + 3..].iter().find(|byte| !matches!(byte, b'.' | b',' | b';' | b':' | b'?' | b'!'));
        begins && after.is_none_or(|byte| *byte == b' ')
    };
    let is_capital = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase);
    let is_between = |at: &usize| *at > 0 && is_capital(at - 1) && is_capital(at + 1);
    let spaces = memchr::memchr_iter(b' ', bytes).filter(is_between).filter(|at| is_alone(at - 1));
    for at in spaces.collect::<Vec<usize>>() {
        text.replace_range(at..=at, GLUE);
    }
}

fn start_line(text: &mut String) {
    let length = text.trim_end_matches([' ', '\n']).len();
    if length > 0 {
        text.truncate(length);
        text.push('\n');
    }
}

/// Stressed words stand between asterisks, the spaces around them outside.
pub(crate) fn push_styled(text: &mut String, piece: &str, stressed: bool) {
    let inner = if stressed { piece.trim() } else { "" };
    if inner.is_empty() {
        return text.push_str(piece);
    }
    let start = piece.len() - piece.trim_start().len();
    text.push_str(&piece[..start]);
    text.push('*');
    text.push_str(inner);
    text.push('*');
    text.push_str(&piece[start + inner.len()..]);
}

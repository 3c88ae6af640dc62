//! What is read aloud, as speech for voice systems: SSML 1.1 (W3C Recommendation, 7 September 2010).
//!
//! Only elements that every common engine speaks are used: `speak`, `p`, `s`, `break`, `emphasis`, and `mark`. A text is
//! written as it is said, number by number, so an engine has nothing to expand. Each text stands behind a `mark` with its
//! place: `S4.2` is the second text of step S4, `answer.PARKING` the answer of that name. A blank that an agent fills in
//! is a `mark` too, `fill-in.AGENT-NAME`: put the value in its place, for no engine can say it. What is not read aloud
//! (actions, choices, notes, the facts that are looked up) is no part of it.

use serviceline_core::{
    Words,
    words::{Origin, Piece, Role},
};

use crate::dialogue::{Body, Cue, Dialogue, Kind};

/// Writes what is read aloud, as one document in UTF-8. The option `ssml` writes the same beside the text.
#[must_use]
pub fn ssml(dialogue: &Dialogue) -> String {
    let mut out = Speech { text: String::with_capacity(32 * 1024), pause: &dialogue.timing.pause };
    out.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.text.push_str("<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"");
    escape(&mut out.text, &dialogue.language);
    out.text.push_str("\">\n");
    for step in &dialogue.steps {
        for (at, cue) in step.cues().filter(|cue| cue.kind.is_aloud() || cue.kind == Kind::Pause).enumerate() {
            out.cue(&format!("{}.{}", step.id, at + 1), cue);
        }
    }
    for entry in &dialogue.answers.entries {
        if let Body::Answer { words, .. } = &entry.body {
            out.mark("answer", &entry.subject.text());
            out.paragraph(words);
        }
    }
    out.text.push_str("</speak>\n");
    out.text
}

struct Speech<'d> {
    text: String,
    pause: &'d str,
}

impl Speech<'_> {
    fn cue(&mut self, place: &str, cue: &Cue) {
        if cue.kind == Kind::Pause {
            self.text.push_str("<break time=\"1s\"/>\n");
            return;
        }
        self.mark("", place);
        for words in cue.every_words().filter(|words| !words.is_empty()) {
            self.paragraph(words);
        }
    }

    /// A mark on a line of its own.
    fn mark(&mut self, family: &str, name: &str) {
        self.name(family, name);
        self.text.push('\n');
    }

    /// A mark; its name is a token, without spaces.
    fn name(&mut self, family: &str, name: &str) {
        self.text.push_str("<mark name=\"");
        if !family.is_empty() {
            self.text.push_str(family);
            self.text.push('.');
        }
        let token: Vec<&str> =
            name.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|w| !w.is_empty()).collect();
        escape(&mut self.text, &token.join("-"));
        self.text.push_str("\"/>");
    }

    /// A paragraph of sentences.
    fn paragraph(&mut self, words: &Words) {
        self.text.push_str("<p>");
        let mut rest = words.clone();
        let mut at = 0;
        for end in sentences(&words.text()) {
            let (sentence, more) = rest.cut(end - at);
            self.sentence(&sentence);
            (rest, at) = (more, end);
        }
        if !rest.is_empty() {
            self.sentence(&rest);
        }
        self.text.push_str("</p>\n");
    }

    fn sentence(&mut self, words: &Words) {
        self.text.push_str("<s>");
        for piece in words.pieces() {
            self.piece(piece);
        }
        self.text.truncate(self.text.trim_end().len());
        self.text.push_str("</s>");
    }

    fn piece(&mut self, piece: &Piece) {
        match piece.role() {
            Role::Break => self.text.push(' '),
            Role::FillIn => self.name("fill-in", piece.text()),
            _ if piece.style().strong || piece.style().emphasis => self.stressed(piece.text()),
            _ if matches!(piece.origin(), Origin::Phrase(_)) => self.phrase(piece.text()),
            _ => self.said(piece.text()),
        }
    }

    fn stressed(&mut self, text: &str) {
        self.text.push_str("<emphasis level=\"strong\">");
        self.said(text);
        self.text.push_str("</emphasis>");
    }

    /// The text of a phrase, in which braces stand around a blank and asterisks around what is stressed.
    fn phrase(&mut self, text: &str) {
        let mut rest = text;
        while let Some(open) = rest.find(['{', '*']) {
            let close = if rest[open..].starts_with('{') { '}' } else { '*' };
            let Some(length) = rest[open + 1..].find(close) else { break };
            self.said(&rest[..open]);
            match (close, &rest[open + 1..open + 1 + length]) {
                ('}', blank) => self.name("fill-in", blank),
                (_, words) => self.stressed(words),
            }
            rest = &rest[open + length + 2..];
        }
        self.said(rest);
    }

    /// Text, with silence where a number pauses.
    fn said(&mut self, text: &str) {
        if self.pause.is_empty() {
            return escape(&mut self.text, text);
        }
        for (at, part) in text.split(self.pause).enumerate() {
            if at > 0 {
                self.text.truncate(self.text.trim_end().len());
                self.text.push_str("<break time=\"1s\"/>");
            }
            escape(&mut self.text, if at > 0 { part.trim_start() } else { part });
        }
    }
}

/// Where each sentence ends, the space behind it included. The pause in a number ends none.
fn sentences(text: &str) -> Vec<usize> {
    let mut at = 0;
    let ends = text.split_inclusive(char::is_whitespace).filter_map(|word| {
        at += word.len();
        let said = word.trim_end();
        (said.ends_with(['.', '?', '!']) && !said.starts_with("..")).then_some(at)
    });
    ends.collect()
}

/// Text as XML 1.0 has it: a sign that stands for markup is named, a character that XML does not allow is a space.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ => out.push(c),
        }
    }
}

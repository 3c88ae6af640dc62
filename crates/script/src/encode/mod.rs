//! The layout of a script: lines of a fixed width, cue words in the first column.
//!
//! Here words get their place on a line and nothing else happens to them: none is added, changed or left out. What the
//! layout itself prints (rules, dashes, arrows, brackets around seconds) carries no meaning of its own.

mod marks;
mod sheet;
mod tables;
mod transcript;

use crate::dialogue::{Choice, Cue, Dialogue, Labels, Part, Step, Target};
use crate::timing::shown;
use marks::{Marks, joined};
use sheet::{Sheet, spaces};

pub(crate) use sheet::push_styled;
pub use transcript::transcript;

/// Text under a cue word, and every continued line, begins here.
const CUE: usize = 6;

/// Writes a finished script down.
#[must_use]
pub fn encode(dialogue: &Dialogue) -> String {
    let mut sheet = Sheet::new(dialogue.width.characters(), &dialogue.timing.pause, 1 << 16);
    tables::header(&mut sheet, &dialogue.header);
    let writer = Writer::new(dialogue);
    for step in &dialogue.steps {
        writer.step(&mut sheet, step);
    }
    writer.answers(&mut sheet);
    tables::facts(&mut sheet, &dialogue.facts);
    tables::timing(&mut sheet, &dialogue.timing, &dialogue.labels.seconds.text());
    sheet.into_text()
}

/// How many lines a step takes, its heading among them.
pub(crate) fn lines(dialogue: &Dialogue, step: &Step) -> usize {
    let mut sheet = Sheet::new(dialogue.width.characters(), &dialogue.timing.pause, 1 << 12);
    Writer::new(dialogue).step(&mut sheet, step);
    sheet.into_text().lines().count()
}

struct Writer<'d> {
    dialogue: &'d Dialogue,
    labels: &'d Labels,
    marks: Marks,
}

impl<'d> Writer<'d> {
    fn new(dialogue: &'d Dialogue) -> Self {
        Self { dialogue, labels: &dialogue.labels, marks: Marks::of(&dialogue.labels) }
    }

    fn step(&self, sheet: &mut Sheet, step: &Step) {
        let known = self.dialogue.timing.steps.iter().find(|(id, _)| *id == step.id);
        let seconds = known.map_or(0.0, |(_, seconds)| *seconds);
        sheet.space();
        sheet.rule('-');
        let title = format!("{:<5}", step.id.to_string());
        sheet.beside(&title, &step.title, self.seconds(seconds).as_deref());
        sheet.rule('-');
        self.parts(sheet, &step.parts);
    }

    fn parts(&self, sheet: &mut Sheet, parts: &[Part]) {
        for part in parts {
            match part {
                Part::Cue(cue) => self.cue(sheet, cue, 0),
                Part::Choice(choice) => self.choice(sheet, choice),
                Part::Space => sheet.space(),
                Part::Ending { code, words } => sheet.hung(&format!("  {:<4}", code.as_str()), CUE, words, None),
            }
        }
    }

    fn cue(&self, sheet: &mut Sheet, cue: &Cue, indent: usize) {
        let (label, margin) = (self.marks.cue(cue.kind), spaces(indent));
        let own = if cue.kind.is_aloud() { self.dialogue.timing.cue(cue) } else { 0.0 };
        let seconds = self.seconds(own);
        if cue.words.is_empty() {
            sheet.hung(&[margin, label.trim_end()].concat(), indent + CUE, &cue.words, None);
        } else {
            sheet.hung(&[margin, label].concat(), indent + CUE, &cue.words, seconds.as_deref());
        }
        for item in &cue.items {
            sheet.point(indent + CUE, item);
        }
    }

    fn choice(&self, sheet: &mut Sheet, choice: &Choice) {
        let target = self.target(choice);
        let when = match &choice.when {
            Some(when) => [&self.marks.when, " ", &when.text()].concat(),
            None => self.marks.then.clone(),
        };
        if choice.cues.is_empty() {
            sheet.text("", CUE, &[&when, " -> ", &target].concat(), None);
            return;
        }
        sheet.text("", CUE, &(when + ":"), None);
        for cue in &choice.cues {
            self.cue(sheet, cue, CUE);
        }
        sheet.text(spaces(CUE), CUE + 3, &["-> ", &target].concat(), None);
    }

    fn target(&self, choice: &Choice) -> String {
        let Marks { go_to, disposition, next, back, code, .. } = &self.marks;
        let target = match &choice.to {
            Target::Step(id) => [go_to, " ", &id.to_string()].concat(),
            Target::Disposition(code) => [disposition, " ", code.as_str()].concat(),
            Target::Next => next.clone(),
            Target::Back => back.clone(),
        };
        match &choice.keep {
            Some(kept) => [&target, ", ", code, " ", kept.as_str()].concat(),
            None => target,
        }
    }

    /// Seconds in brackets; nothing below half a second.
    fn seconds(&self, seconds: f64) -> Option<String> {
        let seconds = shown(seconds);
        (seconds > 0).then(|| ["[", &seconds.to_string(), " ", &self.marks.seconds, "]"].concat())
    }
}

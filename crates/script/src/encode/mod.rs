//! The layout of a script: lines of a fixed width, cue words in the first column.
//!
//! Here words get their place on a line and nothing else happens to them: none is added, changed or left out. What the
//! layout itself prints (rules, dashes, arrows, brackets around seconds) carries no meaning of its own.

mod sheet;
mod tables;
mod transcript;

use serviceline_core::Words;

use crate::dialogue::{Choice, Cue, Dialogue, Kind, Labels, Part, Step, Target};
use crate::timing::shown;
use sheet::Sheet;

pub(crate) use sheet::push_styled;
pub use transcript::transcript;

/// Text under a cue word, and every continued line, begins here.
const CUE: usize = 6;

/// Writes a finished script down.
#[must_use]
pub fn encode(dialogue: &Dialogue) -> String {
    let mut sheet = Sheet::new(dialogue.width.characters(), &dialogue.timing.pause, 1 << 16);
    tables::header(&mut sheet, &dialogue.header);
    let writer = Writer { dialogue, labels: &dialogue.labels };
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
    Writer { dialogue, labels: &dialogue.labels }.step(&mut sheet, step);
    sheet.into_text().lines().count()
}

struct Writer<'d> {
    dialogue: &'d Dialogue,
    labels: &'d Labels,
}

impl Writer<'_> {
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
        let label = match cue.kind {
            Kind::Say => &self.labels.say,
            Kind::Tell => &self.labels.tell,
            Kind::Ask => &self.labels.ask,
            Kind::Act => &self.labels.act,
            Kind::Listen => &self.labels.listen,
            Kind::Note => &self.labels.note,
            Kind::Pause => &self.labels.pause,
        };
        let margin = " ".repeat(indent);
        let own =
            if cue.kind.is_aloud() { self.dialogue.timing.aloud(&cue.words) + self.items_aloud(cue) } else { 0.0 };
        let seconds = self.seconds(own);
        if cue.words.is_empty() {
            sheet.hung(&format!("{margin}{}", label.text()), indent + CUE, &cue.words, None);
        } else {
            let label = format!("{:<5} ", label.text());
            sheet.hung(&format!("{margin}{label}"), indent + CUE, &cue.words, seconds.as_deref());
        }
        for item in &cue.items {
            sheet.point(indent + CUE, item);
        }
    }

    fn items_aloud(&self, cue: &Cue) -> f64 {
        cue.items.iter().flatten().map(|item| self.dialogue.timing.aloud(item)).sum()
    }

    fn choice(&self, sheet: &mut Sheet, choice: &Choice) {
        let target = self.target(choice);
        let when = match &choice.when {
            Some(when) => format!("{} {}", self.labels.when.text(), when.text()),
            None => self.labels.then.text(),
        };
        if choice.cues.is_empty() {
            sheet.text("", CUE, &format!("{when} -> {target}"), None);
            return;
        }
        sheet.text("", CUE, &format!("{when}:"), None);
        for cue in &choice.cues {
            self.cue(sheet, cue, CUE);
        }
        sheet.text(&" ".repeat(CUE), CUE + 3, &format!("-> {target}"), None);
    }

    fn target(&self, choice: &Choice) -> String {
        let Labels { go_to, disposition, next, back, code, .. } = self.labels;
        let target = match &choice.to {
            Target::Step(id) => format!("{} {id}", go_to.text()),
            Target::Disposition(code) => format!("{} {}", disposition.text(), code.as_str()),
            Target::Next => next.text(),
            Target::Back => back.text(),
        };
        match &choice.keep {
            Some(kept) => format!("{target}, {} {}", code.text(), kept.as_str()),
            None => target,
        }
    }

    /// Seconds in brackets; nothing below half a second.
    fn seconds(&self, seconds: f64) -> Option<String> {
        (shown(seconds) > 0).then(|| format!("[{} {}]", shown(seconds), self.labels.seconds.text()))
    }
}

/// Words in capitals or not, one after the other.
fn joined(parts: &[&Words]) -> String {
    parts.iter().map(|words| words.text()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

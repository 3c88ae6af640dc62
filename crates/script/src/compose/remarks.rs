//! What is right and yet hard to read aloud or to listen to.

use std::collections::BTreeSet;

use serviceline_core::{
    Diagnostic, Leaf, Report, Severity, Words,
    model::Faq,
    words::{Origin, Piece},
};

use super::Composer;
use crate::dialogue::{Body, Cue, Dialogue, Step};
use crate::encode;
use crate::laws::{Breach, too_long};
use crate::timing::shown;

const TOO_LONG: &str = "script-too-long";
const LONG_STEP: &str = "script-long-step";
const BARE: &str = "script-bare-answer";
const SHORTEN: &str = "write a shorter `spoken` wording";
const FEWER: &str = "name fewer or shorter items, or set `step_lines` under `script:` to what the agents' screens show";

impl Composer<'_, '_> {
    /// Remarks on a finished script.
    ///
    /// # Errors
    ///
    /// `script-bare-answer` for a `spoken` answer that opens with yes or no, `script-telling-greeting` for a greeting that
    /// names the service or a condition on a line whose number is left in messages, and under the option `strict`
    /// `script-too-long` for what cannot be said in a breath. A draft has warnings in their stead.
    pub(super) fn remarks(&self, dialogue: &Dialogue) -> Result<(), Report> {
        self.totals(dialogue);
        self.answers_too_long(dialogue);
        self.steps_too_long(dialogue);
        let found = self.hard_to_say(dialogue).into_iter().chain(self.bare_answers()).chain(self.telling_greeting());
        let (errors, warnings): (Vec<_>, Vec<_>) = found.partition(|found| found.severity == Severity::Error);
        for warning in warnings {
            self.notes.borrow_mut().warn(warning);
        }
        Report::from(errors).or(()).map(|_| ())
    }

    /// An error, if there is to be a publication.
    pub(super) fn refusal(&self, code: &'static str, message: String) -> Diagnostic {
        if self.selection.is_draft() { Diagnostic::warning(code, message) } else { Diagnostic::error(code, message) }
    }

    fn warn(&self, message: String, field: Option<&str>) {
        let warning = placed(Diagnostic::warning(TOO_LONG, message).help(SHORTEN), field);
        self.notes.borrow_mut().warn(warning);
    }

    /// The key messages and the information path. The answers are looked at one by one.
    fn totals(&self, dialogue: &Dialogue) {
        for total in dialogue.timing.totals.iter().take(2).filter(|total| shown(total.seconds) > u32::from(total.limit))
        {
            let message = format!(
                "expected at most {} seconds, found {}: {}",
                total.limit,
                shown(total.seconds),
                total.name.text()
            );
            self.warn(message, None);
        }
    }

    fn answers_too_long(&self, dialogue: &Dialogue) {
        let limit = u32::from(self.options.answer_seconds);
        for entry in &dialogue.answers.entries {
            if let Body::Answer { words, seconds, .. } = &entry.body {
                let seconds = shown(*seconds);
                if seconds > limit {
                    let message = format!(
                        "expected a quick answer of at most {limit} seconds, found {seconds}: {}",
                        entry.subject.text()
                    );
                    self.warn(message, first_field(words));
                }
            }
        }
    }

    /// Steps that an agent would have to scroll.
    fn steps_too_long(&self, dialogue: &Dialogue) {
        let limit = usize::from(self.options.step_lines);
        let width = dialogue.width.characters();
        for step in dialogue.steps.iter().filter(|step| may_take_more(step, limit, width)) {
            let lines = encode::lines(dialogue, step);
            if lines > limit {
                let (id, title) = (step.id, step.title.text());
                let message = format!("expected a step of at most {limit} lines, found {lines}: {id} {title}");
                let fields: Vec<&str> = step.cues().flat_map(Cue::every_words).filter_map(first_field).collect();
                let warning = Diagnostic::warning(LONG_STEP, message).help(FEWER);
                self.notes.borrow_mut().warn(placed(warning, fields.first().copied()));
            }
        }
    }

    /// Cues and sentences with too many words, each field once.
    fn hard_to_say(&self, dialogue: &Dialogue) -> Vec<Diagnostic> {
        let mut known = BTreeSet::new();
        let mut breaches = too_long(dialogue);
        breaches.retain(|breach| known.insert((breach.law, breach.field.clone())));
        let remark = |breach: Breach| {
            let message = format!("{}: {}", breach.law, breach.words);
            let remark = if self.options.strict {
                self.refusal(TOO_LONG, message)
            } else {
                Diagnostic::warning(TOO_LONG, message)
            };
            placed(remark.help(SHORTEN), breach.field.as_deref())
        };
        breaches.into_iter().map(remark).collect()
    }

    /// Answers that open with yes or no. Under another question than the one that was asked, "No." can do harm.
    fn bare_answers(&self) -> Vec<Diagnostic> {
        let bare = self.phrase("answer.bare", &[]).text();
        let opens = |wording: &str| {
            let first = wording.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            bare.split(' ').any(|word| word.eq_ignore_ascii_case(first))
        };
        let remark = |faq: &Faq| {
            let place = faq.answer.place();
            let message = |what: &str| {
                format!("expected {what} that opens with the matter, found one that opens with a yes or a no")
            };
            match faq.answer.spoken() {
                Some(spoken) if opens(spoken) => {
                    Some(self.refusal(BARE, message("a `spoken` answer")).at_path(format!("{place}.spoken")))
                }
                None if opens(faq.answer.full()) => {
                    Some(Diagnostic::warning(BARE, message("an answer")).at_path(place.clone()))
                }
                _ => None,
            }
        };
        let help = "say in `spoken` what is so in a whole sentence, which is right under any question";
        self.selection.faqs.iter().filter_map(remark).map(|remark| remark.help(help)).collect()
    }
}

/// Whether a step could take more lines, as even lines that are half empty would: most need not be laid out to know.
fn may_take_more(step: &Step, limit: usize, width: usize) -> bool {
    let letters = |words: &Words| words.pieces().iter().map(|piece| piece.text().len()).sum::<usize>();
    let lines = |words: &Words| 1 + letters(words) / (width / 2);
    let cues: usize = step.cues().flat_map(Cue::every_words).map(lines).sum();
    let choices: usize = step.choices().map(|choice| 2 + choice.when.as_ref().map_or(0, lines)).sum();
    3 + step.parts.len() + cues + choices > limit
}

fn placed(remark: Diagnostic, field: Option<&str>) -> Diagnostic {
    match field {
        Some(field) => remark.at_path(field),
        None => remark,
    }
}

fn first_field(words: &Words) -> Option<&str> {
    words.pieces().iter().map(Piece::origin).find_map(|origin| match origin {
        Origin::Field(path) => Some(path.as_str()),
        Origin::Phrase(_) => None,
    })
}

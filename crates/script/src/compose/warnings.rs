//! What is right and yet hard to read aloud or to listen to.

use std::collections::BTreeSet;

use serviceline_core::{
    Diagnostic, Words,
    words::{Origin, Piece},
};

use super::Composer;
use crate::dialogue::{Body, Dialogue};
use crate::laws::too_long;
use crate::timing::shown;

const CODE: &str = "script-too-long";
const SHORTEN: &str = "write a shorter `spoken` wording";

impl Composer<'_, '_> {
    pub(super) fn warnings(&self, dialogue: &Dialogue) {
        self.totals(dialogue);
        self.answers_too_long(dialogue);
        self.hard_to_say(dialogue);
    }

    fn warn(&self, message: String, field: Option<&str>) {
        let warning = Diagnostic::warning(CODE, message).help(SHORTEN);
        let warning = match field {
            Some(field) => warning.at_path(field),
            None => warning,
        };
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
            if let Body::Answer { words, .. } = &entry.body {
                let seconds = shown(dialogue.timing.aloud(words));
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

    /// Cues and sentences with too many words, each field once.
    fn hard_to_say(&self, dialogue: &Dialogue) {
        let mut known = BTreeSet::new();
        for breach in too_long(dialogue) {
            if known.insert((breach.law, breach.field.clone())) {
                self.warn(format!("{}: {}", breach.law, breach.words), breach.field.as_deref());
            }
        }
    }
}

fn first_field(words: &Words) -> Option<&str> {
    words.pieces().iter().map(Piece::origin).find_map(|origin| match origin {
        Origin::Field(path) => Some(path.as_str()),
        Origin::Phrase(_) => None,
    })
}

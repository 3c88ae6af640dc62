//! Speakers, taught the words of a health system once for all of its scripts.

use std::sync::{Arc, Mutex, PoisonError};

use serviceline_core::{Selection, model};

use crate::Language;
use crate::spoken::{Form, Letters, Speaker, Thousands};

/// Speakers by what they were taught.
#[derive(Debug, Default)]
pub(crate) struct Voices(Mutex<Vec<(Lesson, Arc<Speaker>)>>);

/// Enough for several hospitals; beyond that all are forgotten, and taught again when they are needed.
const MOST: usize = 64;

/// What a speaker is taught.
#[derive(Debug, PartialEq)]
struct Lesson {
    language: String,
    letters: Letters,
    thousands: Thousands,
    /// Terms of the glossary with what is said in their place; nothing for those that are said letter by letter.
    terms: Vec<(String, Option<String>)>,
}

impl Voices {
    /// The speaker of a language, taught the words of this health system.
    pub(crate) fn of(&self, selection: &Selection<'_>, language: &Language, letters: Letters) -> Arc<Speaker> {
        let lesson = Lesson::of(selection, letters);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, speaker)) = known.iter().find(|(taught, _)| *taught == lesson) {
            return Arc::clone(speaker);
        }
        let speaker = Arc::new(lesson.taught(&language.speaker));
        if known.len() >= MOST {
            known.clear();
        }
        known.push((lesson, Arc::clone(&speaker)));
        speaker
    }
}

impl Lesson {
    fn of(selection: &Selection<'_>, letters: Letters) -> Self {
        let scripts = [&selection.script, &selection.organization().script];
        let thousands = match scripts.iter().find_map(|script| script.thousands) {
            Some(model::Thousands::Hundreds) => Thousands::Hundreds,
            _ => Thousands::Thousands,
        };
        let terms = selection.organization().glossary.iter().filter_map(|term| {
            let spoken = term.term.spoken().map(str::to_owned);
            (spoken.is_some() || term.spell_out).then(|| (term.term.full().to_owned(), spoken))
        });
        Self { language: selection.locale().language().to_owned(), letters, thousands, terms: terms.collect() }
    }

    fn taught(&self, speaker: &Speaker) -> Speaker {
        let mut speaker = speaker.clone().with_thousands(self.thousands).with_letters(self.letters);
        for (written, spoken) in &self.terms {
            speaker.learn(written, spoken.as_deref().map_or(Form::Letters, Form::As));
        }
        speaker
    }
}

//! From a selection to a dialogue: which steps a call has, what is said in each, and where the choices lead.
//!
//! The steps are fixed; which of them a service line needs follows from its content: no crisis card, no step for the
//! crisis lifeline; no referral desk, no step for referrals. What a service line lacks never leaves a hole: every
//! choice then leads to the next best step. One file here holds the steps of one part of a call.

mod answers;
mod breath;
mod closing;
mod discreet;
mod emergency;
mod facts;
mod header;
mod leftovers;
mod lines;
mod messages;
mod nurse;
mod offices;
mod opening;
mod printed;
mod recall;
mod records;
mod referrals;
mod remarks;
mod voice;
mod ways;

use std::cell::RefCell;
use std::sync::Arc;

use serviceline_core::{Leaf, Notes, Report, Selection, Text, Words, model};

use crate::dialogue::{Code, Cue, Decider, Dialogue, Kind, Labels, Part, Step, StepId, Target};
use crate::spoken::Speaker;
use crate::timing::{Timing, Total, WORDS_PER_MINUTE};
use crate::{Language, ScriptOptions, laws};
use lines::Lines;

pub(crate) use emergency::EMERGENCY_STEPS;

/// Everything that the parts of a script are made with.
pub(crate) struct Composer<'c, 'e> {
    selection: &'c Selection<'e>,
    language: &'c Language,
    options: &'c ScriptOptions,
    speaker: Arc<Speaker>,
    lines: Lines<'c>,
    /// The pace alone, for those who time single texts.
    pace: Timing,
    /// Words that are left out at the front of a subject.
    small_words: String,
    notes: RefCell<&'c mut Notes>,
}

/// Composes the script of a service line.
pub(crate) fn compose(
    selection: &Selection<'_>,
    language: &Language,
    speaker: Arc<Speaker>,
    options: &ScriptOptions,
    notes: &mut Notes,
) -> Result<Dialogue, Report> {
    let composer = Composer {
        selection,
        language,
        options,
        lines: Lines::of(selection),
        pace: pace(selection, speaker.pause()),
        small_words: selection.phrase_from(&language.phrases, "subject.small", &[]).text(),
        notes: RefCell::new(notes),
        speaker,
    };
    let dialogue = composer.dialogue();
    laws::flow(&dialogue)?;
    composer.remarks(&dialogue)?;
    Ok(composer.printed(dialogue))
}

impl<'c> Composer<'c, '_> {
    fn dialogue(&self) -> Dialogue {
        let steps = self.steps();
        let mut dialogue = Dialogue {
            id: self.selection.id.to_string(),
            language: self.selection.language.to_string(),
            edition: self.selection.edition().code().to_owned(),
            forms: self.options.forms(),
            width: self.options.width,
            labels: self.labels(),
            header: crate::dialogue::Header::default(),
            steps,
            answers: crate::dialogue::Answers::default(),
            facts: crate::dialogue::Facts::default(),
            timing: self.pace.clone(),
        };
        dialogue.answers = self.answers(&dialogue);
        dialogue.facts = self.facts(&dialogue);
        dialogue.timing = self.timing(&dialogue);
        self.leftovers();
        dialogue
    }

    fn steps(&self) -> Vec<Step> {
        let steps = [
            Some(self.s0()),
            Some(self.s0a()),
            Some(self.s0b()),
            self.s0c(),
            Some(self.s0d()),
            Some(self.s1()),
            Some(self.s2()),
            Some(self.s3()),
            self.s3a(),
            Some(self.s4()),
            Some(self.s5()),
        ];
        let later = [
            Some(self.s6()),
            Some(self.s6a()),
            Some(self.s7()),
            Some(self.s7a()),
            Some(self.s7b()),
            Some(self.s7c()),
            self.s8(),
            self.s8a(),
            Some(self.s9()),
            Some(self.s10()),
        ];
        let mut steps: Vec<Step> =
            steps.into_iter().flatten().chain(self.worries()).chain(later.into_iter().flatten()).collect();
        let ending = self.s11(&steps);
        steps.push(ending);
        for step in &mut steps {
            breath::breathe(step, self.speaker.pause());
        }
        steps
    }

    fn labels(&self) -> Labels {
        let label = |key: &str| self.loud(&self.phrase(&format!("label.{key}"), &[]));
        Labels {
            say: label("say"),
            tell: label("tell"),
            ask: label("ask"),
            act: label("act"),
            listen: label("listen"),
            note: label("note"),
            pause: label("pause"),
            when: label("when"),
            then: label("then"),
            go_to: label("go_to"),
            disposition: label("disposition"),
            code: label("code"),
            next: label("next"),
            back: label("back"),
            see: label("see"),
            seconds: self.phrase("label.seconds", &[]),
            call: label("call"),
            agent: label("agent"),
            caller: label("caller"),
        }
    }

    fn timing(&self, dialogue: &Dialogue) -> Timing {
        let pace = self.pace.clone();
        let times = dialogue.steps.iter().map(|step| (step.id, pace.step(step))).filter(|(_, time)| *time >= 0.5);
        let path: Vec<StepId> = [ways::S1, ways::S2, ways::S3, ways::S3A, ways::S4, ways::S10]
            .into_iter()
            .filter(|id| dialogue.step(*id).is_some())
            .collect();
        let names: Vec<String> = path.iter().map(ToString::to_string).collect();
        let names = self.selection.own(names.join(" "));
        let limit = |key: &str, seconds: f64, limit: u16, values: &[(&str, &Words)]| Total {
            name: self.phrase(key, values),
            seconds,
            limit,
            limit_name: self.phrase("timing.limit", &[]),
        };
        let spoken = self.selection.own(pace.words_per_minute.to_string());
        let answers = dialogue.answers.entries.iter().filter_map(|entry| match &entry.body {
            crate::dialogue::Body::Answer { seconds, .. } => Some(*seconds),
            crate::dialogue::Body::See(_) => None,
        });
        let totals = vec![
            limit("timing.key_messages", key_messages(&pace, dialogue), self.options.key_messages_seconds, &[]),
            limit(
                "timing.information",
                pace.path(dialogue, &path, ways::S11),
                self.options.information_seconds,
                &[("steps", &names)],
            ),
            limit("timing.answer", answers.fold(0.0, f64::max), self.options.answer_seconds, &[]),
        ];
        Timing { title: self.title("timing.title", &[("pace", &spoken)]), steps: times.collect(), totals, ..pace }
    }

    // --- what the parts are made of -------------------------------------------------------------------------------

    /// The blocks of rules: the service line's own first.
    fn scripts(&self) -> [&'c model::ScriptContent; 2] {
        [&self.selection.script, &self.selection.organization().script]
    }

    /// A text of the service line's rules, else of the organization's.
    fn rule(&self, text: impl Fn(&'c model::ScriptContent) -> &'c Text) -> Option<&'c Text> {
        let [own, shared] = self.scripts().map(text);
        if own.is_empty() {
            return Some(shared).filter(|text| !text.is_empty());
        }
        self.leave_out(shared, "the service line has its own wording");
        Some(own)
    }

    fn leave_out(&self, leaf: &dyn Leaf, reason: &str) {
        self.notes.borrow_mut().leave_out(leaf, reason);
    }

    fn phrase(&self, key: &str, values: &[(&str, &Words)]) -> Words {
        self.selection.phrase_from(&self.language.phrases, key, values)
    }

    fn text(&self, text: &Text) -> Words {
        self.selection.say(text)
    }

    fn step(&self, id: StepId, title: &Words, parts: Vec<Part>) -> Step {
        Step { id, title: self.loud(title), parts }
    }

    fn titled(&self, id: StepId, parts: Vec<Part>) -> Step {
        self.step(id, &self.phrase(&format!("{}.title", id.to_string().to_lowercase()), &[]), parts)
    }

    /// A cue with a phrase: aloud or in capitals, as its kind asks.
    fn cue(&self, kind: Kind, key: &str, values: &[(&str, &Words)]) -> Cue {
        self.cue_of(kind, &self.phrase(key, values))
    }

    /// A cue with words from the content.
    fn cue_of(&self, kind: Kind, words: &Words) -> Cue {
        let words = if kind.is_aloud() { self.aloud(words) } else { self.loud(words) };
        Cue::new(kind, words)
    }

    fn say(&self, key: &str, values: &[(&str, &Words)]) -> Part {
        self.cue(Kind::Say, key, values).into()
    }

    fn ask(&self, key: &str) -> Part {
        self.cue(Kind::Ask, key, &[]).into()
    }

    fn act(&self, key: &str, values: &[(&str, &Words)]) -> Part {
        self.cue(Kind::Act, key, values).into()
    }

    fn note(&self, key: &str, values: &[(&str, &Words)]) -> Part {
        self.cue(Kind::Note, key, values).into()
    }

    /// A way on, when a condition holds.
    fn when(&self, key: &str, to: impl Into<Target>) -> Part {
        self.choice(&self.phrase(key, &[]), vec![], to.into(), None)
    }

    fn when_keeping(&self, key: &str, to: StepId, code: &str) -> Part {
        self.choice(&self.phrase(key, &[]), vec![], to.into(), Some(Code::new(code)))
    }

    /// A way on with what happens first.
    fn choice(&self, when: &Words, cues: Vec<Cue>, to: Target, keep: Option<Code>) -> Part {
        crate::dialogue::Choice { when: Some(self.loud(when)), by: Decider::Caller, cues, to, keep }.into()
    }

    /// The way to the emergency step, offered wherever the caller may speak.
    fn emergency_way(&self) -> Part {
        self.when("when.emergency", ways::S0)
    }
}

fn pace(selection: &Selection<'_>, pause: &str) -> Timing {
    let scripts = [&selection.script, &selection.organization().script];
    let given = scripts.into_iter().find_map(|script| script.words_per_minute);
    Timing { words_per_minute: given.unwrap_or(WORDS_PER_MINUTE), pause: pause.to_owned(), ..Timing::default() }
}

fn key_messages(pace: &Timing, dialogue: &Dialogue) -> f64 {
    let step = dialogue.step(ways::S4);
    let cues = step.into_iter().flat_map(|step| &step.parts).filter_map(|part| match part {
        Part::Cue(cue) if cue.kind == Kind::Say => Some(cue),
        _ => None,
    });
    cues.map(|cue| pace.cue(cue)).sum()
}

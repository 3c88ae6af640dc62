//! From a finished script to data.

use serviceline_core::{Words, words::Role};

use super::{
    Answers, Call, Choice, Cue, Decider, Entry, Field, Head, Manner, Part, Phone, Row, Step, Table, Target, Text,
    Total, VERSION,
};
use crate::dialogue::{self, Body, Dialogue, Kind, StepId};
use crate::encode::push_styled;
use crate::timing::{Timing, shown};

impl From<&Dialogue> for Call {
    fn from(dialogue: &Dialogue) -> Self {
        let timing = &dialogue.timing;
        Self {
            version: VERSION,
            id: dialogue.id.clone(),
            language: dialogue.language.clone(),
            edition: dialogue.edition.clone(),
            words_per_minute: timing.words_per_minute,
            head: (&dialogue.header).into(),
            start: dialogue.step(StepId::GREETING).map(|step| step.id.to_string()),
            emergency: StepId::EMERGENCY.to_string(),
            steps: dialogue.steps.iter().map(|step| self::step(step, timing)).collect(),
            answers: Answers {
                parts: every(&dialogue.answers.parts),
                entries: dialogue.answers.entries.iter().map(entry).collect(),
            },
            facts: every(&dialogue.facts.tables),
            totals: every(&timing.totals),
        }
    }
}

fn every<'a, A: 'a, B: From<&'a A>>(all: &'a [A]) -> Vec<B> {
    all.iter().map(B::from).collect()
}

impl From<&Words> for Text {
    fn from(words: &Words) -> Self {
        let mut text = Self { text: String::new(), phones: vec![], fields: vec![] };
        for piece in words.pieces() {
            match piece.role() {
                Role::Break => text.text.push('\n'),
                _ => push_styled(&mut text.text, piece.text(), piece.style().emphasis || piece.style().strong),
            }
            if let Role::Phone { id, uri } = piece.role() {
                let phone = Phone { id: id.to_string(), uri: uri.to_string() };
                if !text.phones.contains(&phone) {
                    text.phones.push(phone);
                }
            }
            for field in piece.fields().map(ToString::to_string) {
                if !text.fields.contains(&field) {
                    text.fields.push(field);
                }
            }
        }
        text
    }
}

impl From<&dialogue::Header> for Head {
    fn from(header: &dialogue::Header) -> Self {
        let field = |field: &dialogue::Field| Field { name: (&field.name).into(), lines: every(&field.lines) };
        Self {
            masthead: header.masthead.iter().map(|line| line.each_ref().map(Text::from)).collect(),
            facts: header.facts.iter().flatten().map(field).collect(),
            notices: every(&header.notices),
            gaps: every(&header.gaps),
        }
    }
}

fn step(step: &dialogue::Step, timing: &Timing) -> Step {
    Step {
        id: step.id.to_string(),
        title: (&step.title).into(),
        seconds: shown(timing.step(step)),
        parts: every(&step.parts),
    }
}

impl From<&dialogue::Part> for Part {
    fn from(part: &dialogue::Part) -> Self {
        match part {
            dialogue::Part::Cue(cue) => Self::Cue(cue.into()),
            dialogue::Part::Choice(choice) => Self::Choice(choice.into()),
            dialogue::Part::Space => Self::Space,
            dialogue::Part::Ending { code, words } => {
                Self::Ending { code: code.as_str().to_owned(), meaning: words.into() }
            }
        }
    }
}

impl From<&dialogue::Cue> for Cue {
    fn from(cue: &dialogue::Cue) -> Self {
        let items = cue.items.iter().map(|lines| every(lines)).collect();
        Self { cue: cue.kind.into(), words: (&cue.words).into(), items }
    }
}

impl From<Kind> for Manner {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Say => Self::Say,
            Kind::Tell => Self::Tell,
            Kind::Ask => Self::Ask,
            Kind::Act => Self::Do,
            Kind::Listen => Self::Listen,
            Kind::Note => Self::Note,
            Kind::Pause => Self::Pause,
        }
    }
}

impl From<&dialogue::Choice> for Choice {
    fn from(choice: &dialogue::Choice) -> Self {
        Self {
            when: choice.when.as_ref().map(Text::from),
            decided_by: match choice.by {
                dialogue::Decider::Caller => Decider::Caller,
                dialogue::Decider::Event => Decider::Event,
            },
            cues: every(&choice.cues),
            target: match &choice.to {
                dialogue::Target::Step(step) => Target::Step { step: step.to_string() },
                dialogue::Target::Disposition(code) => Target::End { code: code.as_str().to_owned() },
                dialogue::Target::Next => Target::Next,
                dialogue::Target::Back => Target::Back,
            },
            keep: choice.keep.as_ref().map(|code| code.as_str().to_owned()),
        }
    }
}

fn entry(entry: &dialogue::Entry) -> Entry {
    let (subject, sounds) = (Text::from(&entry.subject), entry.sounds.as_ref().map(Text::from));
    match &entry.body {
        Body::See(other) => Entry::See { subject, sounds, see: other.into() },
        Body::Answer { about, kind, words, seconds } => Entry::Answer {
            subject,
            sounds,
            about: every(about),
            cue: (*kind).into(),
            words: words.into(),
            seconds: shown(*seconds),
        },
    }
}

impl From<&dialogue::Table> for Table {
    fn from(table: &dialogue::Table) -> Self {
        Self { title: (&table.title).into(), rows: every(&table.rows) }
    }
}

impl From<&dialogue::Row> for Row {
    fn from(row: &dialogue::Row) -> Self {
        match row {
            dialogue::Row::Pair(name, value) => Self::Pair { name: name.into(), value: value.into() },
            dialogue::Row::Line(words) => Self::Line { words: words.into() },
            dialogue::Row::Under(words) => Self::Under { words: words.into() },
            dialogue::Row::Item(words) => Self::Item { words: words.into() },
        }
    }
}

impl From<&crate::timing::Total> for Total {
    fn from(total: &crate::timing::Total) -> Self {
        Self { name: (&total.name).into(), seconds: shown(total.seconds), limit: total.limit }
    }
}

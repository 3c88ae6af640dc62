//! Every text of a script, in the order in which it is printed. What is forgotten here counts as lost.

use serviceline_core::Words;

use super::{Body, Cue, Dialogue, Entry, Header, Labels, Part, Row};

impl Dialogue {
    /// Every text of the script.
    pub fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        self.labels.words(see);
        self.header.words(see);
        for step in &self.steps {
            see(&step.title);
            step.parts.iter().for_each(|part| part.words(see));
        }
        see(&self.answers.title);
        self.answers.parts.iter().for_each(|part| part.words(see));
        self.answers.entries.iter().for_each(|entry| entry.words(see));
        see(&self.facts.title);
        for table in &self.facts.tables {
            see(&table.title);
            for row in &table.rows {
                match row {
                    Row::Pair(left, right) => [left, right].into_iter().for_each(&mut *see),
                    Row::Line(words) | Row::Under(words) | Row::Item(words) => see(words),
                }
            }
        }
        self.timing.words(see);
    }
}

impl Labels {
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        let Self {
            say,
            tell,
            ask,
            act,
            listen,
            note,
            pause,
            when,
            then,
            go_to,
            disposition,
            code,
            next,
            back,
            see: see_also,
            seconds,
            call,
            agent,
            caller,
        } = self;
        let all = [
            say,
            tell,
            ask,
            act,
            listen,
            note,
            pause,
            when,
            then,
            go_to,
            disposition,
            code,
            next,
            back,
            see_also,
            seconds,
            call,
            agent,
            caller,
        ];
        all.into_iter().for_each(see);
    }
}

impl Header {
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        self.masthead.iter().flatten().for_each(&mut *see);
        for field in self.facts.iter().flatten() {
            see(&field.name);
            field.lines.iter().for_each(&mut *see);
        }
        self.notices.iter().chain(&self.gaps).for_each(&mut *see);
        see(&self.legend_title);
        self.legend.iter().flatten().for_each(see);
    }
}

impl Part {
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        match self {
            Self::Cue(cue) => cue.visit(see),
            Self::Choice(choice) => {
                choice.when.iter().for_each(&mut *see);
                choice.cues.iter().for_each(|cue| cue.visit(see));
            }
            Self::Space => {}
            Self::Ending { words, .. } => see(words),
        }
    }
}

impl Cue {
    fn visit<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        self.every_words().for_each(see);
    }
}

impl Entry {
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        see(&self.subject);
        self.sounds.iter().for_each(&mut *see);
        match &self.body {
            Body::Answer { about, words, .. } => {
                about.iter().for_each(&mut *see);
                see(words);
            }
            Body::See(subject) => see(subject),
        }
    }
}

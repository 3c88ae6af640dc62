//! S1 to S3A: greeting, language, what the caller needs.

use serviceline_core::{
    Words,
    model::{Choice, Discovery, TransferKind},
};

use super::{
    Composer,
    ways::{S0D, S1, S2, S3, S3A, S4, S7B},
};
use crate::dialogue::{Cue, Decider, Kind, Part, Step, Target};

/// What callers usually want, and where it leads, for content that does not ask.
const USUAL_NEEDS: [(&str, &str); 6] = [
    ("s3.need.new", "service_discovery"),
    ("s3.need.question", "questions"),
    ("s3.need.general", "key_messages"),
    ("s3.need.returning", "verify"),
    ("s3.need.symptom", "nurse"),
    ("s3.need.other", "other_lines"),
];

impl Composer<'_, '_> {
    pub(super) fn s1(&self) -> Step {
        let greeting = match self.rule(|script| &script.greeting) {
            Some(greeting) => self.text(greeting),
            None => self.phrase("s1.greeting", &[("organization", &self.organization())]),
        };
        let greeting = match self.rule(|script| &script.recording_notice) {
            Some(notice) => {
                self.phrase("s1.greeting_notice", &[("greeting", &greeting), ("notice", &self.text(notice))])
            }
            None => greeting,
        };
        let parts = vec![
            self.cue_of(Kind::Say, &greeting).into(),
            self.ask("s1.ask"),
            self.act("s1.listen", &[]),
            self.emergency_way(),
            self.when("when.office", self.office_step()),
            self.cue(Kind::Tell, "s1.thanks", &[]).into(),
            then(S2, None),
        ];
        self.titled(S1, parts)
    }

    /// The organization's name as it is said.
    pub(super) fn organization(&self) -> Words {
        let organization = self.selection.organization();
        let said = self.text(&organization.said_as);
        if said.is_empty() { self.text(&organization.name) } else { said }
    }

    pub(super) fn s2(&self) -> Step {
        let mut parts = vec![];
        if let Some(phone) = self.lines.interpreter {
            let transfer = self.transfer_to(phone);
            let wanted = transfer.map_or_else(|| self.phrase("s2.wanted", &[]), |transfer| self.text(&transfer.when));
            let line = self.line(phone);
            let brief = transfer.map(|transfer| self.brief(transfer)).unwrap_or_default();
            let warm = transfer.is_some_and(|transfer| transfer.kind == Some(TransferKind::Warm));
            let key = if warm { "transfer.warm" } else { "transfer.conference" };
            let act = self.sentences([self.phrase(key, &[("line", &line)]), brief, self.phrase("transfer.stay", &[])]);
            let add = vec![self.cue(Kind::Say, "s2.add", &[]), self.cue_of(Kind::Act, &act)];
            parts.extend([self.ask("s2.ask"), self.emergency_way(), self.when("s2.english", S3)]);
            parts.push(self.choice(&wanted, add, S3.into(), None));
            parts.push(
                self.choice(&self.phrase("s2.no_interpreter", &[("minutes", &self.wait())]), vec![], S7B.into(), None)
                    .by_event(),
            );
        } else {
            parts.extend([
                self.ask("s2.ask_none"),
                self.emergency_way(),
                self.when("s2.english", S3),
                self.when("s2.not_english", S7B),
            ]);
        }
        if let Some(relay) = self.lines.relay {
            parts.push(self.note("s2.relay", &[("relay", &self.selection.phone(relay))]));
        }
        parts.push(self.note(if self.lines.interpreter.is_some() { "s2.at_once" } else { "s2.no_family" }, &[]));
        self.titled(S2, parts)
    }

    pub(super) fn s3(&self) -> Step {
        let mut parts = vec![self.note("s3.skip", &[])];
        let [_, shared] = self.scripts();
        if shared.discovery.is_empty() {
            parts.extend(self.usual_discovery());
        } else {
            let last = self.way("service_discovery", S4.into());
            parts.extend(self.questions(&shared.discovery, &last));
        }
        self.titled(S3, parts)
    }

    fn usual_discovery(&self) -> Vec<Part> {
        let mut parts = vec![
            self.ask("s3.who.ask"),
            self.emergency_way(),
            self.when("s3.who.patient", Target::Next),
            self.when("s3.who.office", self.office_step()),
            self.ask("s3.need.ask"),
        ];
        for (need, purpose) in USUAL_NEEDS {
            let to = if purpose == "nurse" { S0D.into() } else { self.way(purpose, S4.into()) };
            parts.push(self.when(need, to));
        }
        parts
    }

    /// Whether the service line asks questions of its own.
    pub(super) fn has_own_discovery(&self) -> bool {
        !self.selection.script.discovery.is_empty()
    }

    pub(super) fn s3a(&self) -> Option<Step> {
        let own = &self.selection.script.discovery;
        if own.is_empty() {
            return None;
        }
        Some(self.titled(S3A, self.questions(own, &S4.into())))
    }

    /// Questions with their answers. After the last one, `next` leads to `last`. Whatever else a caller answers leads on.
    fn questions(&self, questions: &[Discovery], last: &Target) -> Vec<Part> {
        let mut parts = vec![];
        for (at, question) in questions.iter().enumerate() {
            let next = if at + 1 == questions.len() { last.clone() } else { Target::Next };
            parts.push(self.cue_of(Kind::Ask, &self.text(&question.ask)).into());
            if at == 0 {
                parts.push(self.emergency_way());
            }
            parts.extend(question.options.iter().map(|option| self.option(option, &next)));
            let leads_on = |option: &Choice| self.way(&option.goto, next.clone()) == next;
            if question.options.is_empty() {
                parts.push(then(next, None));
            } else if !question.options.iter().any(leads_on) {
                parts.push(self.when("when.other", next));
            }
        }
        parts
    }

    fn option(&self, option: &Choice, next: &Target) -> Part {
        self.choice(&self.text(&option.hear), vec![], self.way(&option.goto, next.clone()), None)
    }

    /// A text of the content, one cue for each of its paragraphs; lists stand under the paragraph before them.
    pub(super) fn paragraphs(&self, kind: Kind, text: &serviceline_core::Text) -> Vec<Cue> {
        use serviceline_core::words::Block;
        let mut cues: Vec<Cue> = vec![];
        for block in self.selection.prose(text).blocks {
            match block {
                Block::Paragraph(words) => cues.push(self.cue_of(kind, &words)),
                Block::List { items, .. } => {
                    let items = items.into_iter().map(|item| vec![self.murmur(&self.run(item))]);
                    match cues.last_mut() {
                        Some(cue) => cue.items.extend(items),
                        None => cues.push(Cue::new(kind, Words::default()).with_items(items.collect())),
                    }
                }
            }
        }
        cues
    }
}

/// A way that is always taken.
pub(super) fn then(to: impl Into<Target>, keep: Option<&str>) -> Part {
    let keep = keep.map(crate::dialogue::Code::new);
    crate::dialogue::Choice { when: None, by: Decider::Event, cues: vec![], to: to.into(), keep }.into()
}

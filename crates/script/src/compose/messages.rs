//! S4 and S5: the key messages, and what to answer to questions and worries.

use serviceline_core::{Diagnostic, Leaf, Text, Words, model::Objection};

use super::opening::then;
use super::{
    Composer,
    ways::{INFORMED, S0D, S4, S5, S6, S7B, S9, S10},
};
use crate::dialogue::{Cue, Kind, Part, Step, StepId, Target};

impl<'c> Composer<'c, '_> {
    pub(super) fn s4(&self) -> Step {
        let mut messages: Vec<Cue> = vec![];
        for text in self.key_messages() {
            messages.extend(self.paragraphs(Kind::Say, text));
        }
        let seconds: f64 = messages.iter().map(|cue| self.pace.cue(cue)).sum();
        let limit = self.phrase(if seconds < 60.0 { "s4.limit_minute" } else { "s4.limit_minutes" }, &[]);
        let mut parts = vec![
            self.cue(Kind::Ask, "s4.may_i", &[("limit", &limit)]).into(),
            self.emergency_way(),
            self.when("when.no", Target::Next),
        ];
        parts.extend(messages.into_iter().map(Part::from));
        parts.push(self.ask("s4.ask"));
        parts.extend(self.ways_on());
        self.titled(S4, parts)
    }

    fn ways_on(&self) -> [Part; 3] {
        [
            self.when("when.question", S5),
            self.when("when.ready", S6),
            self.when_keeping("when.nothing_more", S10, INFORMED),
        ]
    }

    /// The texts that the author chose; else the main message, the first reason, and how to be referred.
    fn key_messages(&self) -> Vec<&'c Text> {
        let chosen = &self.selection.script.key_messages;
        let texts: Vec<&'c Text> = if chosen.is_empty() {
            let first_reason = self.selection.reasons.first().map(|reason| &reason.body);
            [Some(&self.selection.main_message), first_reason, Some(&self.selection.access.referral.text)]
                .into_iter()
                .flatten()
                .collect()
        } else {
            chosen.iter().enumerate().filter_map(|(index, path)| self.message_at(index, path)).collect()
        };
        texts.into_iter().filter(|text| !text.is_empty()).collect()
    }

    /// A text that the author chose. A path that leads to none is a fault: it would be missed on the phone.
    fn message_at(&self, index: usize, path: &str) -> Option<&'c Text> {
        let text = self.text_at(path);
        if text.is_none() {
            let problem = Diagnostic::error("unknown-reference", format!("`{path}` names no text that the script can say"))
                .help("name a field or an item by its id, for example `main_message`, `reasons.experience` or `access.referral`");
            self.selection.fault(problem.at_path(format!("script.key_messages[{index}]")));
        }
        text
    }

    /// The text that a path names: a field, or an item of a list by its id.
    fn text_at(&self, path: &str) -> Option<&'c Text> {
        let selection = self.selection;
        let mut parts = path.split('.');
        let (section, item, field) =
            (parts.next()?, parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        macro_rules! item {
            ($list:expr, $default:ident $(, $field:ident)*) => {
                $list.iter().find(|one| one.id.as_str() == item).and_then(|one| match field {
                    $(stringify!($field) => Some(&one.$field),)*
                    "" | stringify!($default) => Some(&one.$default),
                    _ => None,
                })
            };
        }
        match section {
            "main_message" => Some(&selection.main_message),
            "one_line" => Some(&selection.one_line),
            "summary" => Some(&selection.summary),
            "plain_name" => Some(&selection.plain_name),
            "reasons" => item!(selection.reasons, body, title),
            "faqs" => item!(selection.faqs, answer),
            "conditions" => item!(selection.conditions, plain),
            "tests" => item!(selection.tests, plain, details, preparation),
            "treatments" => item!(selection.treatments, plain, details),
            "team" => item!(selection.team, plain),
            "journey" => item!(selection.journey, spoken, when),
            "sections" => selection.sections.each().find(|(name, _)| *name == item).map(|(_, section)| &section.intro),
            "access" => match item {
                "telehealth_note" => Some(&selection.access.telehealth_note),
                "insurance" => Some(&selection.access.insurance.summary),
                "referral" => Some(&selection.access.referral.text),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn s5(&self) -> Step {
        let mut parts = vec![self.act("s5.find", &[]), self.emergency_way(), Part::Space];
        if self.objections().next().is_some() {
            parts.push(self.cue(Kind::Listen, "s5.worries", &[]).into());
        }
        for (id, worry) in self.objections() {
            parts.push(self.heard("s5.heard", worry, id.into()));
        }
        parts.push(Part::Space);
        parts.push(self.cue(Kind::Listen, "s5.unknown", &[]).into());
        parts.push(self.say("s5.guess", &[]));
        parts.push(self.when("s5.health", S0D));
        parts.push(self.when("s5.office", S9));
        parts.push(self.when("s5.visit", S7B));
        parts.push(Part::Space);
        parts.push(self.ask("s5.ask"));
        parts.extend(self.ways_on());
        self.titled(S5, parts)
    }

    /// The worries, each with the name of its step.
    fn objections(&self) -> impl Iterator<Item = (StepId, &'c Objection)> {
        let [own, shared] = self.scripts();
        StepId::parts(S5.number()).zip(own.objections.iter().chain(&shared.objections))
    }

    /// A way that opens with the caller's own words.
    fn heard(&self, key: &str, worry: &Objection, to: Target) -> Part {
        self.choice(&self.phrase(key, &[("heard", &self.words_of(worry))]), vec![], to, None)
    }

    fn words_of(&self, worry: &Objection) -> Words {
        Words::join(worry.hear.iter().map(|text| self.text(text)), &self.selection.own(" "))
    }

    /// A step for each worry, short enough to be seen at a glance.
    pub(super) fn worries(&self) -> impl Iterator<Item = Step> {
        self.objections().map(|(id, worry)| {
            let title = self.phrase("s5.worry", &[("heard", &self.words_of(worry))]);
            self.step(id, &title, self.worry(worry))
        })
    }

    fn worry(&self, worry: &Objection) -> Vec<Part> {
        let kind = if Self::is_verbatim(&self.text(&worry.say)) { Kind::Say } else { Kind::Tell };
        let mut parts: Vec<Part> = self.paragraphs(kind, &worry.say).into_iter().map(Part::from).collect();
        let ask = match worry.then.as_str() {
            then if then.starts_with("transfer:") || matches!(then, "other_lines" | "referring_office") => "s5.connect",
            "schedule" | "verify" => "s5.look",
            "key_messages" | "service_discovery" => "s5.more",
            // Nobody else takes over: the caller is given time to speak.
            _ => {
                parts.extend([Cue::new(Kind::Pause, Words::default()).into(), self.emergency_way(), then(S5, None)]);
                return parts;
            }
        };
        parts.extend([self.ask(ask), self.emergency_way()]);
        parts.push(self.way_to("when.yes", self.way(&worry.then, S5.into())));
        parts.push(self.when("when.no", S5));
        parts
    }

    /// Claims are read word for word, never told in other words.
    pub(super) fn is_verbatim(words: &Words) -> bool {
        words.pieces().iter().any(|piece| match piece.origin() {
            serviceline_core::words::Origin::Field(path) => {
                path.as_str().trim_start_matches("organization.").starts_with("claims")
            }
            serviceline_core::words::Origin::Phrase(_) => false,
        })
    }
}

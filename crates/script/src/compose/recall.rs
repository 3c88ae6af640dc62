//! S7B and S7C: a call back is promised, and made. No message names an illness, an office or a reason.

use serviceline_core::Words;

use super::opening::then;
use super::records::has_hours;
use super::{
    Composer,
    ways::{CALL_BACK, INFORMED, S2, S7B, S7C, S10, TRIED},
};
use crate::dialogue::{Code, Kind, Part, Step};

impl Composer<'_, '_> {
    pub(super) fn s7b(&self) -> Step {
        let emergency = self.emergency_number();
        let mut parts = vec![
            self.when("s7b.calling", S7C).by_event(),
            self.note("s7b.open", &[]),
            self.closed_now(),
            self.ask("s7b.ask"),
            self.emergency_way(),
        ];
        parts.push(self.when_keeping("when.no", S10, INFORMED));
        parts.extend([self.ask("s7b.who"), self.ask("s7b.message")]);
        parts.push(match self.rule(|script| &script.desk_callback) {
            Some(promise) => self.say("s7b.promise", &[("when", &self.text(promise))]),
            None => self.say("s7b.promise_soon", &[]),
        });
        if let Some(nurse) = self.lines.nurse {
            let twice = self.twice(nurse);
            let hours = if nurse.is_always_open() {
                self.phrase("s7b.nurse_always", &[])
            } else if has_hours(nurse) {
                self.phrase("s7b.nurse_hours", &[("hours", &self.selection.hours(&nurse.hours))])
            } else {
                Words::default()
            };
            parts.push(self.say("s7b.nurse", &[("hours", &hours), ("twice", &twice)]));
        }
        parts.push(self.say("s7b.emergency", &[("emergency", &emergency)]));
        parts.push(self.act("s7b.book", &[]));
        parts.push(then(S10, Some(CALL_BACK)));
        self.titled(S7B, parts)
    }

    fn closed_now(&self) -> Part {
        let Some(phone) = self.lines.appointments else {
            return self.say("s7b.nobody_now", &[]);
        };
        let desk = self.desk(phone).capitalized();
        if has_hours(phone) {
            return self.say("s7b.closed_until", &[("desk", &desk), ("hours", &self.selection.hours(&phone.hours))]);
        }
        self.say("s7b.closed", &[("desk", &desk)])
    }

    pub(super) fn s7c(&self) -> Step {
        let organization = self.organization();
        let message = match self.lines.voicemail {
            Some(phone) => {
                self.phrase("s7c.message", &[("organization", &organization), ("twice", &self.twice(phone))])
            }
            None => self.phrase("s7c.message_none", &[("organization", &organization)]),
        };
        let tried = || Code::new(TRIED).into();
        let again = vec![self.cue(Kind::Say, "s7c.again", &[])];
        let parts = vec![
            self.say("s7c.hello", &[("organization", &organization)]),
            self.emergency_way(),
            self.when("s7c.name", S2),
            self.choice(&self.phrase("s7c.someone_else", &[]), again, tried(), None),
            self.choice(&self.phrase("s7c.voicemail", &[]), vec![self.cue_of(Kind::Say, &message)], tried(), None)
                .by_event(),
            self.choice(&self.phrase("s7c.no_message", &[]), vec![], tried(), None).by_event(),
            self.note("s7c.secret", &[]),
        ];
        self.titled(S7C, parts)
    }
}

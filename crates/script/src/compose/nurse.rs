//! S0D: symptoms and doubts go to a nurse. Where no nurse line is known, the caller's words go to the care team.

use serviceline_core::{Words, model::Phone};

use super::{
    Composer,
    ways::{NURSE, S0A, S0D, URGENT_CALL_BACK},
};
use crate::dialogue::{Code, Cue, Kind, Part, Step};

impl Composer<'_, '_> {
    pub(super) fn s0d(&self) -> Step {
        match self.lines.nurse {
            Some(nurse) => self.nurse_line(nurse),
            None => self.no_nurse_line(),
        }
    }

    fn nurse_line(&self, nurse: &Phone) -> Step {
        let transfer = self.transfer_to(nurse);
        let emergency = self.emergency_number();
        let before = transfer.filter(|transfer| !serviceline_core::Leaf::is_empty(&transfer.say_before));
        let mut parts = vec![
            match before {
                Some(transfer) => self.cue_of(Kind::Say, &self.text(&transfer.say_before)).into(),
                None => self.say("s0d.nurse", &[]),
            },
            self.ask("s0d.where"),
            self.ask("s0d.what_number"),
            self.say("s0d.cut_off", &[("twice", &self.twice(nurse))]),
        ];
        let warm = self.warm(nurse, None);
        let more = self.phrase("s0d.more", &[]);
        parts.push(self.cue_of(Kind::Act, &self.sentences([warm, more])).into());
        let mut items: Vec<Words> =
            transfer.iter().flat_map(|transfer| &transfer.brief).map(|point| self.text(point)).collect();
        if items.is_empty() {
            let usual = ["s0d.tell_name", "s0d.tell_place", "s0d.tell_words", "s0d.tell_said"];
            items = usual.into_iter().map(|key| self.phrase(key, &[])).collect();
        }
        items.push(self.phrase("s0d.refused", &[("emergency", &emergency)]));
        let tell = self.loud(&self.phrase("s0d.tell", &[]));
        let items = items.iter().map(|item| vec![self.loud(item)]).collect();
        parts.push(Cue::new(Kind::Act, tell).with_items(items).into());
        parts.extend(transfer.map(|transfer| self.note("transfer.when", &[("when", &self.text(&transfer.when))])));
        parts.push(self.note("s0d.record", &[]));
        parts.push(self.when("s0d.worse", S0A));
        let leave = vec![self.cue(Kind::Say, "s0d.leave", &[])];
        parts.push(self.choice(&self.phrase("s0d.answers", &[]), leave, Code::new(NURSE).into(), None).by_event());
        parts.push(self.no_nurse_answers(nurse));
        self.titled(S0D, parts)
    }

    fn no_nurse_answers(&self, nurse: &Phone) -> Part {
        let key = if nurse.is_always_open() { "s0d.no_nurse" } else { "s0d.no_nurse_closed" };
        let when = self.phrase(key, &[("minutes", &self.wait())]);
        let mut cues = vec![self.cue(Kind::Act, "s0d.send", &[])];
        if !nurse.is_always_open() && nurse.hours.value().is_some() {
            cues.push(self.cue(Kind::Say, "s0d.hours", &[("hours", &self.selection.hours(&nurse.hours))]));
        }
        cues.push(self.call_back_by_nurse());
        self.choice(&when, cues, Code::new(URGENT_CALL_BACK).into(), None).by_event()
    }

    fn call_back_by_nurse(&self) -> Cue {
        let emergency = self.emergency_number();
        match self.rule(|script| &script.nurse_callback) {
            Some(promise) => {
                self.cue(Kind::Say, "s0d.call_back", &[("when", &self.text(promise)), ("emergency", &emergency)])
            }
            None => self.cue(Kind::Say, "s0d.call_back_soon", &[("emergency", &emergency)]),
        }
    }

    fn no_nurse_line(&self) -> Step {
        let emergency = self.emergency_number();
        let mut cues = vec![self.cue(Kind::Act, "s0d.send_none", &[])];
        cues.push(match self.rule(|script| &script.nurse_callback) {
            Some(_) => self.call_back_by_nurse(),
            None => self.cue(Kind::Say, "s0d.none_worse", &[("emergency", &emergency)]),
        });
        let parts = vec![
            self.say("s0d.none_say", &[]),
            self.ask("s0d.where"),
            self.ask("s0d.what_number_none"),
            self.note("s0d.record_none", &[]),
            self.when("s0d.worse", S0A),
            self.choice(&self.phrase("s0d.numbers_noted", &[]), cues, Code::new(URGENT_CALL_BACK).into(), None)
                .by_event(),
        ];
        self.step(S0D, &self.phrase("s0d.title_none", &[]), parts)
    }
}

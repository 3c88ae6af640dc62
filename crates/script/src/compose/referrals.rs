//! S8 and S8A: a doctor's office or a hospital that sends a patient.

use serviceline_core::{
    Leaf, Words,
    model::{Phone, Transfer},
};

use super::opening::then;
use super::records::has_hours;
use super::{
    Composer,
    ways::{OFFICE, REFERRED, S0D, S8, S8A, S10},
};
use crate::dialogue::{Code, Cue, Kind, Part, Step};

impl Composer<'_, '_> {
    /// Whether there is anything that an office can be told.
    pub(super) fn has_referrals(&self) -> bool {
        let (lines, referral) = (&self.lines, &self.selection.access.referral);
        [lines.referral, lines.fax, lines.transfer].iter().any(Option::is_some)
            || !referral.form.is_empty()
            || !referral.records_needed.items.is_empty()
            || !referral.criteria.items.is_empty()
    }

    pub(super) fn s8(&self) -> Option<Step> {
        if !self.has_referrals() {
            return None;
        }
        let mut parts = vec![self.say("s8.thanks", &[])];
        match self.lines.transfer {
            Some(phone) => parts.extend(self.in_hospital(phone)),
            None => parts.extend([self.ask("s8.help"), self.emergency_way(), then(S8A, None)]),
        }
        Some(self.titled(S8, parts))
    }

    fn in_hospital(&self, phone: &Phone) -> [Part; 5] {
        let transfer = self.transfer_to(phone);
        let connect = self.cue(Kind::Say, "s8.connect", &[("desk", &self.desk(phone)), ("twice", &self.twice(phone))]);
        let warm = self.cue_of(Kind::Act, &self.warm(phone, transfer));
        let when = transfer.map_or_else(|| self.phrase("when.yes", &[]), |transfer| self.text(&transfer.when));
        [
            self.ask("s8.in_hospital"),
            self.emergency_way(),
            self.when("when.no", S8A),
            self.choice(
                &when,
                self.before(transfer).into_iter().chain([connect, warm]).collect(),
                Code::new(OFFICE).into(),
                None,
            ),
            self.choice(&self.phrase("when.no_answer", &[("minutes", &self.wait())]), vec![], S0D.into(), None)
                .by_event(),
        ]
    }

    /// What the content says before a transfer.
    pub(super) fn before(&self, transfer: Option<&Transfer>) -> Option<Cue> {
        let transfer = transfer.filter(|transfer| !transfer.say_before.is_empty())?;
        Some(self.cue_of(Kind::Say, &self.text(&transfer.say_before)))
    }

    pub(super) fn s8a(&self) -> Option<Step> {
        if !self.has_referrals() {
            return None;
        }
        let referral = &self.selection.access.referral;
        let mut parts = vec![self.note("s8a.record", &[])];
        let transfer = self.lines.referral.and_then(|phone| self.transfer_to(phone));
        if !referral.records_needed.items.is_empty() {
            let items = referral.records_needed.items.iter().map(|item| vec![self.murmur(&self.text(item))]).collect();
            parts.push(self.cue(Kind::Say, "s8a.send", &[]).with_items(items).into());
        }
        if let Some(fax) = self.lines.fax {
            parts.push(self.say("s8a.fax", &[("twice", &self.twice(fax))]));
        }
        if !referral.form.is_empty() {
            parts.push(self.cue(Kind::Tell, "s8a.form", &[]).into());
        }
        if !referral.criteria.items.is_empty() {
            let whom = referral.criteria.items.iter().map(|item| self.text(item));
            let whom = Words::join(whom, &self.phrase("list.between", &[]));
            parts.push(self.note("s8a.see", &[("whom", &whom)]));
        }
        match self.lines.referral {
            Some(phone) => parts.extend(self.referral_desk(phone, transfer)),
            None => parts.extend([
                self.emergency_way(),
                self.say("s8a.no_desk", &[]),
                self.act("s8a.no_desk_do", &[]),
                then(S10, Some(REFERRED)),
            ]),
        }
        Some(self.titled(S8A, parts))
    }

    fn referral_desk(&self, phone: &Phone, transfer: Option<&Transfer>) -> Vec<Part> {
        let desk = self.desk(phone);
        let twice = self.twice(phone);
        let mut parts = vec![];
        if has_hours(phone) {
            parts.push(self.check_the_time(phone));
        }
        parts.push(self.emergency_way());
        let connect = self.cue(Kind::Say, "s8a.connect", &[("desk", &desk)]);
        let warm = self.cue_of(Kind::Act, &self.warm(phone, transfer));
        let cues = self.before(transfer).into_iter().chain([connect, warm]).collect();
        parts.push(self.choice(&self.phrase("when.desk_open", &[]), cues, Code::new(REFERRED).into(), None).by_event());
        let number = if has_hours(phone) {
            let hours = self.selection.hours(&phone.hours);
            self.phrase("s8a.number", &[("desk", &desk.capitalized()), ("hours", &hours), ("twice", &twice)])
        } else {
            self.phrase("s8a.number_only", &[("twice", &twice)])
        };
        let closed = self.phrase("when.closed_or_no_answer", &[("minutes", &self.wait())]);
        parts.push(
            self.choice(&closed, vec![self.cue_of(Kind::Say, &number)], S10.into(), Some(Code::new(REFERRED)))
                .by_event(),
        );
        parts
    }
}

//! S6 to S7A: identity is checked before a record is opened and never earlier; then a visit is booked.

use serviceline_core::{
    Leaf, Text, Words,
    model::{Phone, ReferralNeed},
};

use super::voice::lowered;
use super::{
    Composer,
    ways::{BOOKED, INFORMED, MOVED, S0D, S5, S6, S6A, S7, S7A, S7B, S10},
};
use crate::dialogue::{Kind, Part, Step};

impl<'c> Composer<'c, '_> {
    pub(super) fn s6(&self) -> Step {
        let identifiers = self.identifiers();
        let mut parts = vec![];
        let desk = self.lines.appointments.filter(|phone| has_hours(phone));
        parts.extend(desk.map(|phone| self.check_the_time(phone)));
        parts.push(self.emergency_way());
        if desk.is_some() {
            parts.push(self.when("when.desk_closed", S7B).by_event());
        }
        let count = match identifiers.len() {
            1 => "s6.details_one",
            2 => "s6.details_two",
            _ => "s6.details_many",
        };
        parts.push(self.say("s6.details", &[("count", &self.phrase(count, &[]))]));
        parts.extend(
            identifiers
                .iter()
                .map(|identifier| self.cue(Kind::Ask, "s6.identifier", &[("identifier", identifier)]).into()),
        );
        parts.push(self.act(if identifiers.len() == 2 { "s6.find_two" } else { "s6.find" }, &[]));
        parts.push(self.when("s6.new", S7A).by_event());
        let (patient, permission) =
            if identifiers.len() == 2 { ("s6.both", "s6.permission") } else { ("s6.all", "s6.all_permission") };
        parts.extend([
            self.when(patient, S7).by_event(),
            self.when(permission, S7).by_event(),
            self.when("s6.no_match", S6A).by_event(),
        ]);
        self.titled(S6, parts)
    }

    /// What tells one record from another; full name and date of birth, if the content does not say.
    fn identifiers(&self) -> Vec<Words> {
        let [own, shared] = self.scripts().map(|script| &script.verify.identifiers);
        let given: &'c Vec<Text> = if own.is_empty() { shared } else { own };
        if !own.is_empty() {
            for text in shared {
                self.leave_out(text, "the service line has its own wording");
            }
        }
        if given.is_empty() {
            return ["s6.full_name", "s6.birth_date"].into_iter().map(|key| self.phrase(key, &[])).collect();
        }
        given.iter().map(|text| self.text(text)).collect()
    }

    /// What to look at before somebody is sent to a line that is not always open.
    pub(super) fn check_the_time(&self, phone: &Phone) -> Part {
        let hours = self.selection.hours(&phone.hours);
        let (line, zone) = (self.line_name(phone), self.zone());
        let schedule = phone.hours.value().and_then(|hours| self.selection.edition().schedule(hours.id()));
        let closed = schedule.map(|schedule| self.selection.closed_on(schedule)).unwrap_or_default();
        let hours =
            if zone.is_empty() { hours } else { self.phrase("s6.in_zone", &[("hours", &hours), ("zone", &zone)]) };
        let values: &[(&str, &Words)] = &[("line", &line), ("hours", &hours), ("closed_on", &closed)];
        self.act(if closed.is_empty() { "s6.check" } else { "s6.check_closed" }, values)
    }

    pub(super) fn s6a(&self) -> Step {
        let parts = vec![
            self.note("s6a.secret", &[]),
            self.say("s6a.sorry", &[]),
            self.cue(Kind::Tell, "s6a.themselves", &[]).into(),
            self.emergency_way(),
            self.when("s6a.general", S5),
            self.when("s6a.call_back", S7B),
            self.when_keeping("when.nothing_more", S10, INFORMED),
        ];
        self.titled(S6A, parts)
    }

    pub(super) fn s7(&self) -> Step {
        let parts = vec![
            self.note("s7.verified", &[]),
            self.ask("s7.ask"),
            self.emergency_way(),
            self.act("s7.do", &[]),
            self.say("s7.read_back", &[]),
            self.when_keeping("when.booked", S10, BOOKED).by_event(),
            self.when_keeping("s7.moved", S10, MOVED).by_event(),
            self.when("when.nothing_suits", S7B),
            self.when("when.symptom", S0D),
        ];
        self.titled(S7, parts)
    }

    pub(super) fn s7a(&self) -> Step {
        let access = &self.selection.access;
        let needed = access.referral_required.value() == Some(&ReferralNeed::Required);
        let mut parts = vec![
            self.note(if needed { "s7a.verified_referral" } else { "s7a.verified" }, &[]),
            self.say("s7a.few", &[]),
        ];
        if access.referral_required.value() != Some(&ReferralNeed::NotRequired) {
            parts.push(self.ask("s7a.referral"));
        }
        if needed {
            let how = self.paragraphs(Kind::Say, &access.referral.text);
            parts.push(self.choice(&self.phrase("s7a.no_referral", &[]), how, S7B.into(), None));
        }
        if !access.records_needed.is_empty() {
            let items = access.records_needed.iter().map(|item| vec![self.murmur(&self.text(item))]).collect();
            parts.push(self.cue(Kind::Ask, "s7a.ready", &[]).with_items(items).into());
        }
        parts.push(self.ask("s7a.number"));
        parts.push(self.offer());
        if !access.telehealth_note.is_empty() {
            parts.extend(self.paragraphs(Kind::Tell, &access.telehealth_note).into_iter().map(Part::from));
        }
        // Without a place that is open, only a visit by video can have a day.
        let is_closed = self.open_places() == 0 && !self.selection.locations.is_empty();
        if !is_closed || !access.telehealth_note.is_empty() {
            parts.push(self.ask(if self.open_places() > 1 { "s7a.day" } else { "s7a.day_only" }));
        }
        parts.push(self.emergency_way());
        parts.push(self.when(if is_closed { "s7a.later_closed" } else { "s7a.later" }, S7B));
        parts.push(self.say("s7.read_back", &[]));
        parts.extend(self.bring());
        parts.push(self.when_keeping("when.booked", S10, BOOKED).by_event());
        self.titled(S7A, parts)
    }

    /// How many places visits can be booked at.
    fn open_places(&self) -> usize {
        self.selection.locations.iter().filter(|at| !self.selection.is_closed_at(at)).count()
    }

    /// The places that visits can be booked at, with their hours; not those that are closed for now.
    fn offer(&self) -> Part {
        let places: Vec<Words> = self
            .selection
            .locations
            .iter()
            .map(|at| {
                let Some(place) = self.selection.location_at(at) else { return self.selection.gap_of(at) };
                self.selection.same(at, &place.name);
                if place.is_closed() {
                    return Words::default();
                }
                let (name, hours) = (self.text(&place.name), self.selection.hours(&place.hours));
                if hours.is_empty() { name } else { self.phrase("s7a.place", &[("place", &name), ("hours", &hours)]) }
            })
            .filter(|place| !place.is_empty())
            .collect();
        if places.is_empty() {
            let is_closed = !self.selection.locations.is_empty();
            return self.act(if is_closed { "s7a.offer_closed" } else { "s7a.offer_none" }, &[]);
        }
        self.act("s7a.offer", &[("places", &self.selection.writer().list(&places))])
    }

    /// What to bring to a first visit.
    fn bring(&self) -> Vec<Part> {
        let phase = self.selection.journey.iter().find(|phase| !phase.bring.is_empty() || !phase.spoken.is_empty());
        let Some(phase) = phase else { return vec![] };
        if !phase.spoken.is_empty() {
            return self.paragraphs(Kind::Say, &phase.spoken).into_iter().map(Part::from).collect();
        }
        let items = phase.bring.iter().map(|thing| vec![self.murmur(&lowered(&self.text(thing)))]).collect();
        vec![self.cue(Kind::Say, "s7a.please_bring", &[]).with_items(items).into()]
    }
}

/// Whether a line keeps hours that one must look at.
pub(super) fn has_hours(phone: &Phone) -> bool {
    phone.hours.value().is_some() && !phone.is_always_open()
}

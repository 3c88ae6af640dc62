//! S9: calls that belong to another office.

use serviceline_core::{
    Leaf, Words,
    model::{Phone, PhonePurpose, Transfer, TransferKind},
};

use super::{
    Composer,
    ways::{INFORMED, OFFICE, S7B, S9, S10, WRONG_LINE},
};
use crate::dialogue::{Code, Kind, Part, Step};

/// An office that calls are handed over to, and the rules for it if the content has some.
struct Office<'a> {
    phone: &'a Phone,
    transfer: Option<&'a Transfer>,
}

impl Composer<'_, '_> {
    pub(super) fn s9(&self) -> Step {
        let offices = self.offices();
        let cold = |office: &&Office<'_>| {
            office.transfer.is_some_and(|transfer| transfer.kind == Some(TransferKind::Cold))
                || office.phone.purpose == Some(PhonePurpose::Main)
        };
        let warm: Vec<&Office<'_>> = offices.iter().filter(|office| !cold(office)).collect();
        let mut parts = vec![];
        if !warm.is_empty() {
            let items = warm.iter().map(|office| self.office(office)).collect();
            parts.push(self.cue(Kind::Act, "s9.find", &[]).with_items(items).into());
        }
        parts.push(self.emergency_way());
        if !warm.is_empty() {
            parts.extend(self.connect());
        }
        parts.extend(offices.iter().filter(cold).map(|office| self.cold(office)));
        let organization = self.organization();
        let values: &[(&str, &Words)] = &[("organization", &organization)];
        let wrong = vec![self.cue(Kind::Say, "s9.wrong_say", values)];
        if warm.is_empty() && offices.is_empty() {
            parts.push(self.when("s9.no_office", S7B));
        }
        parts.push(self.choice(&self.phrase("s9.wrong", values), wrong, Code::new(WRONG_LINE).into(), None));
        self.titled(S9, parts)
    }

    fn connect(&self) -> [Part; 2] {
        let open = vec![self.cue(Kind::Say, "s9.connect", &[]), self.cue(Kind::Act, "s9.points", &[])];
        let closed = vec![self.cue(Kind::Say, "s9.not_now", &[]), self.cue(Kind::Act, "s9.read", &[])];
        let no_answer = self.phrase("when.closed_or_no_answer", &[("minutes", &self.wait())]);
        [
            self.choice(&self.phrase("s9.open", &[]), open, Code::new(OFFICE).into(), None).by_event(),
            self.choice(&no_answer, closed, S10.into(), Some(Code::new(INFORMED))).by_event(),
        ]
    }

    /// The transfers that no other step makes, then the lines of the contact block that have none; the operator last.
    fn offices(&self) -> Vec<Office<'_>> {
        let contact = &self.selection.contact;
        let mut offices: Vec<Office<'_>> = vec![];
        for transfer in self.transfers().filter(|transfer| self.step_of(transfer) == S9) {
            if let Some(phone) = self.selection.phone_at(&transfer.to) {
                offices.push(Office { phone, transfer: Some(transfer) });
            }
        }
        let listed = [&contact.billing, &contact.records, &contact.support]
            .into_iter()
            .filter_map(|at| self.selection.phone_at(at));
        for phone in listed.chain(self.lines.main) {
            if offices.iter().all(|office| office.phone.id != phone.id) {
                offices.push(Office { phone, transfer: None });
            }
        }
        // Those that callers ask for most stand first, as the organization lists them.
        let place = |office: &Office<'_>| {
            self.selection.organization().phones.iter().position(|phone| phone.id == office.phone.id)
        };
        offices.sort_by_key(|office| (office.phone.purpose == Some(PhonePurpose::Main), place(office)));
        offices
    }

    fn when_for(&self, office: &Office<'_>) -> Words {
        let Office { phone, transfer } = office;
        match (transfer, phone.purpose) {
            (Some(transfer), _) if !transfer.when.is_empty() => self.text(&transfer.when),
            (_, Some(PhonePurpose::Billing)) => self.phrase("s9.when.billing", &[]),
            (_, Some(PhonePurpose::Records)) => self.phrase("s9.when.records", &[]),
            (_, Some(PhonePurpose::Main)) => self.phrase("s9.when.main", &[]),
            _ => self.text(&phone.label),
        }
    }

    /// The lines of an office: what for, the number and hours, what is said and told.
    fn office(&self, office: &Office<'_>) -> Vec<Words> {
        let Office { phone, transfer } = office;
        let line = self.line(phone);
        let hours = self.selection.hours(&phone.hours);
        let line =
            if hours.is_empty() { line } else { self.phrase("line.open", &[("line", &line), ("hours", &hours)]) };
        let mut lines =
            vec![self.loud(&self.phrase("s9.office", &[("when", &self.when_for(office))])), self.loud(&line)];
        if let Some(transfer) = transfer {
            if !transfer.say_before.is_empty() {
                let say = self.loud(&self.phrase("s9.say_first", &[]));
                lines.push(Words::join([say, self.aloud(&self.text(&transfer.say_before))], &self.selection.own(" ")));
            }
            let brief = self.brief(transfer);
            if !brief.is_empty() {
                lines.push(self.loud(&brief));
            }
        }
        lines
    }

    fn cold(&self, office: &Office<'_>) -> Part {
        let Office { phone, transfer } = office;
        let desk = self.desk(phone).capitalized();
        let say = self.cue(Kind::Say, "s9.cold", &[("desk", &desk), ("twice", &self.twice(phone))]);
        let act = self.cue(Kind::Act, "transfer.cold", &[("line", &self.line(phone))]);
        let brief = transfer.map(|transfer| self.brief(transfer)).filter(|brief| !brief.is_empty());
        let cues = self
            .before(*transfer)
            .into_iter()
            .chain([say, act])
            .chain(brief.map(|brief| self.cue_of(Kind::Note, &brief)));
        self.choice(&self.when_for(office), cues.collect(), Code::new(OFFICE).into(), None)
    }
}

//! The phone lines of a service line by what they are for.

use serviceline_core::{
    Fact, Selection, Words,
    model::{Phone, PhonePurpose, PhoneRef, Transfer},
};

use super::Composer;
use super::voice::lowered;

/// The line for each purpose, if there is one.
pub(super) struct Lines<'c> {
    pub(super) emergency: Option<&'c Phone>,
    pub(super) crisis: Option<&'c Phone>,
    pub(super) relay: Option<&'c Phone>,
    pub(super) main: Option<&'c Phone>,
    pub(super) appointments: Option<&'c Phone>,
    pub(super) nurse: Option<&'c Phone>,
    pub(super) interpreter: Option<&'c Phone>,
    pub(super) referral: Option<&'c Phone>,
    pub(super) fax: Option<&'c Phone>,
    pub(super) transfer: Option<&'c Phone>,
    /// The number that is left on an answering machine.
    pub(super) voicemail: Option<&'c Phone>,
    /// The number of this line.
    pub(super) own: Option<&'c Phone>,
}

impl<'c> Lines<'c> {
    pub(super) fn of(selection: &'c Selection<'_>) -> Self {
        use PhonePurpose as P;
        let phones = &selection.organization().phones;
        let by_purpose = |purpose| {
            let of = || phones.iter().filter(move |phone| phone.purpose == Some(purpose));
            of().find(|phone| phone.primary).or_else(|| of().next())
        };
        let at = |fact: &Fact<PhoneRef>| -> Option<&'c Phone> {
            let id = fact.value()?.id();
            phones.iter().find(|phone| phone.id.as_str() == id)
        };
        let (contact, referral) = (&selection.contact, &selection.access.referral);
        let scripts = [&selection.script, &selection.organization().script];
        let appointments = at(&contact.appointments).or_else(|| by_purpose(P::Appointment));
        let answered = scripts
            .iter()
            .flat_map(|script| &script.answers)
            .find_map(|answers| phones.iter().find(|phone| phone.id.as_str() == answers.id()));
        Self {
            emergency: by_purpose(P::Emergency),
            crisis: by_purpose(P::Crisis),
            relay: by_purpose(P::Tty),
            main: by_purpose(P::Main),
            appointments,
            nurse: at(&contact.nurse).or_else(|| by_purpose(P::TriageNurse)),
            interpreter: at(&contact.interpreter).or_else(|| by_purpose(P::Interpreter)),
            referral: at(&referral.phone).or_else(|| at(&contact.referral)).or_else(|| by_purpose(P::Referral)),
            fax: at(&referral.fax),
            transfer: at(&referral.inpatient_transfer).or_else(|| by_purpose(P::Transfer)),
            voicemail: scripts.iter().find_map(|script| at(&script.voicemail.phone)).or(appointments),
            own: answered.or(appointments),
        }
    }
}

impl Composer<'_, '_> {
    /// The number of the emergency services, as the content or else the phrases have it.
    pub(super) fn emergency_number(&self) -> Words {
        self.lines.emergency.map_or_else(|| self.phrase("emergency.number", &[]), |phone| self.selection.phone(phone))
    }

    /// The number of the crisis lifeline.
    pub(super) fn crisis_number(&self) -> Words {
        self.lines.crisis.map_or_else(|| self.phrase("crisis.number", &[]), |phone| self.selection.phone(phone))
    }

    /// `<APPOINTMENTS> 614-555-0142`.
    pub(super) fn line(&self, phone: &Phone) -> Words {
        let (label, number) = (self.text(&phone.label), self.selection.phone(phone));
        self.phrase("line.plain", &[("label", &label), ("number", &number)])
    }

    /// `<APPOINTMENTS>`.
    pub(super) fn line_name(&self, phone: &Phone) -> Words {
        self.phrase("line.name", &[("label", &self.text(&phone.label))])
    }

    /// What a line is called within a spoken sentence: by the content, by its purpose, or by its label.
    pub(super) fn desk(&self, phone: &Phone) -> Words {
        use PhonePurpose as P;
        let said = self.text(&phone.said_as);
        if !said.is_empty() {
            return said;
        }
        let key = match phone.purpose {
            Some(P::Appointment) => "desk.appointment",
            Some(P::TriageNurse) => "desk.triage_nurse",
            Some(P::Referral) => "desk.referral",
            Some(P::Transfer) => "desk.transfer",
            Some(P::Main) => "desk.main",
            Some(P::Billing) => "desk.billing",
            Some(P::Records) => "desk.records",
            Some(P::Interpreter) => "desk.interpreter",
            Some(P::ClassRegistration) => "desk.class_registration",
            _ => return self.phrase("desk.other", &[("label", &lowered(&self.text(&phone.label)))]),
        };
        self.phrase(key, &[])
    }

    /// The number, said twice, with the full stop.
    pub(super) fn twice(&self, phone: &Phone) -> Words {
        self.phrase("number.twice", &[("number", &self.selection.phone(phone))])
    }

    /// A warm transfer to a line: whom, when it is open, what to tell.
    pub(super) fn warm(&self, phone: &Phone, transfer: Option<&Transfer>) -> Words {
        let line = self.line(phone);
        let brief = transfer.map(|transfer| self.brief(transfer)).unwrap_or_default();
        let warm = if phone.is_always_open() {
            let hours = self.selection.hours(&phone.hours);
            self.phrase("transfer.warm_open", &[("line", &line), ("hours", &hours)])
        } else {
            self.phrase("transfer.warm", &[("line", &line)])
        };
        self.sentences([warm, brief])
    }

    /// `Tell them: who is calling; the question.`, if there is anything to tell.
    pub(super) fn brief(&self, transfer: &Transfer) -> Words {
        let points: Vec<Words> = transfer.brief.iter().map(|point| self.text(point)).collect();
        if points.is_empty() {
            return Words::default();
        }
        let points = Words::join(points, &self.phrase("list.between", &[]));
        self.phrase("transfer.brief", &[("brief", &points)])
    }

    /// The transfer to a line, if the content has one.
    pub(super) fn transfer_to(&self, phone: &Phone) -> Option<&Transfer> {
        self.transfers().find(|transfer| transfer.to.value().is_some_and(|to| to.id() == phone.id.as_str()))
    }

    /// How long to wait for an answer, in minutes.
    pub(super) fn wait(&self) -> Words {
        let given = self.scripts().into_iter().find_map(|script| script.transfer_wait_minutes);
        match given {
            Some(minutes) => self.selection.own(minutes.to_string()),
            None => self.phrase("wait.minutes", &[]),
        }
    }

    /// `Eastern time`, if the time zone is known.
    pub(super) fn zone(&self) -> Words {
        let locale = self.selection.locale();
        let zone = &self.selection.organization().time_zone;
        self.selection.fact(zone, |zone| locale.time_zone(zone.as_str()).unwrap_or(zone.as_str()).to_owned())
    }
}

//! Strategies for what a call centre is told: its lines, their hours, its policy, worries, questions and transfers.

use proptest::{collection::vec, option, prelude::*};
use serviceline_core::{
    Organization, ServiceLine, Text,
    model::{
        CallPolicy, Choice, Discovery, EmergencyPolicy, HoursRef, Level, Objection, Phone, PhonePurpose, PhoneRef,
        ScriptContent, Transfer, TransferKind, UrgentCard,
    },
};

use crate::generate::{card, fact, label, phone, sentence, slug};

/// What is added to a service line and its organization for calls.
#[derive(Clone, Debug)]
pub(crate) struct Calls {
    phones: Vec<Phone>,
    crisis: Option<UrgentCard>,
    own: ScriptContent,
    shared: ScriptContent,
}

/// The purposes that content may name.
const PURPOSES: [&str; 9] = [
    "next",
    "service_discovery",
    "key_messages",
    "questions",
    "verify",
    "schedule",
    "referring_office",
    "other_lines",
    "transfer:to-0",
];

/// The lines of an organization besides its desk, with what they are for.
const LINES: [(&str, PhonePurpose, &str); 7] = [
    ("crisis", PhonePurpose::Crisis, "988"),
    ("nurse", PhonePurpose::TriageNurse, "614-555-0150"),
    ("interpreter", PhonePurpose::Interpreter, "614-555-0180"),
    ("referral", PhonePurpose::Referral, "614-555-0118"),
    ("hospital", PhonePurpose::Transfer, "614-555-0190"),
    ("billing", PhonePurpose::Billing, "614-555-0163"),
    ("operator", PhonePurpose::Main, "614-555-0100"),
];

/// Lines that are there or not, open day and night or by the week.
fn lines() -> impl Strategy<Value = Vec<Phone>> {
    let line = |(id, purpose, number): (&'static str, PhonePurpose, &'static str)| {
        option::of(any::<bool>()).prop_map(move |always| {
            let mut line = phone(slug(id, 1), purpose, number, &format!("The {id} line"));
            if always? && purpose != PhonePurpose::Crisis {
                line.hours = HoursRef::new(&slug("week", 1)).into();
            }
            Some(line)
        })
    };
    LINES.map(line).prop_map(|lines| lines.into_iter().flatten().collect())
}

fn purpose() -> impl Strategy<Value = String> {
    prop::sample::select(&PURPOSES[..]).prop_map(ToOwned::to_owned)
}

fn discovery() -> impl Strategy<Value = Vec<Discovery>> {
    let choice = (label(), purpose()).prop_map(|(hear, goto)| Choice { hear, goto });
    let question = (sentence(), vec(choice, 1..4)).prop_map(|(ask, options)| Discovery {
        ask: Text::from(ask.trim_end_matches('.').to_owned() + "?"),
        options,
        ..Discovery::default()
    });
    vec(question, 0..3).prop_map(|mut questions| {
        for (index, question) in questions.iter_mut().enumerate() {
            question.id = slug("question", index);
        }
        questions
    })
}

fn objections() -> impl Strategy<Value = Vec<Objection>> {
    let worry = (vec(label(), 1..3), sentence(), purpose());
    vec(worry, 0..4).prop_map(|worries| {
        let named = worries.into_iter().enumerate();
        named
            .map(|(index, (hear, say, then))| {
                let then = if then == "next" { "questions".to_owned() } else { then };
                Objection { id: slug("worry", index), hear, say: say.as_str().into(), then }
            })
            .collect()
    })
}

fn policy() -> impl Strategy<Value = EmergencyPolicy> {
    let calls = prop::sample::select(vec![CallPolicy::CallerCalls, CallPolicy::AgentCalls, CallPolicy::Transfer]);
    let instead = prop::sample::select(vec![CallPolicy::AgentCalls, CallPolicy::Transfer]);
    (option::of(calls), option::of(instead))
        .prop_map(|(policy, if_caller_cannot)| EmergencyPolicy { policy, if_caller_cannot })
}

/// A transfer to the desk, which every organization has, in any manner.
fn transfer() -> impl Strategy<Value = Transfer> {
    let kind = prop::sample::select(vec![TransferKind::Warm, TransferKind::Cold, TransferKind::Conference]);
    (option::of(kind), label(), vec(label(), 0..3)).prop_map(|(kind, when, brief)| Transfer {
        id: slug("to", 0),
        to: PhoneRef::new(&slug("desk", 1)).into(),
        kind,
        when,
        brief,
        ..Transfer::default()
    })
}

fn shared() -> impl Strategy<Value = ScriptContent> {
    let minutes = option::of(1..10_u16);
    (discovery(), objections(), policy(), transfer(), texts(3), minutes, any::<bool>()).prop_map(
        |(discovery, objections, emergency, transfer, identifiers, transfer_wait_minutes, voicemail)| {
            let mut script = ScriptContent {
                discovery,
                objections,
                emergency,
                transfers: vec![transfer],
                transfer_wait_minutes,
                ..ScriptContent::default()
            };
            script.verify.identifiers = identifiers;
            if voicemail {
                script.voicemail.phone = PhoneRef::new(&slug("desk", 1)).into();
            }
            script
        },
    )
}

fn texts(most: usize) -> impl Strategy<Value = Vec<Text>> {
    vec(label(), 0..most)
}

pub(crate) fn calls() -> impl Strategy<Value = Calls> {
    let callback = option::of(sentence());
    (lines(), option::of(card(Level::Crisis)), shared(), discovery(), callback).prop_map(
        |(phones, crisis, shared, discovery, callback)| {
            let mut own = ScriptContent { discovery, ..ScriptContent::default() };
            // The service line's questions have names of their own.
            for (index, question) in own.discovery.iter_mut().enumerate() {
                question.id = slug("own", index);
            }
            own.desk_callback = callback.map(|text| Text::from(text.as_str())).unwrap_or_default();
            Calls { phones, crisis, own, shared }
        },
    )
}

impl Calls {
    /// Gives a service line and its organization what calls need.
    pub(crate) fn add_to(self, service: &mut ServiceLine, organization: &mut Organization) {
        let line = |purpose| self.phones.iter().find(|phone| phone.purpose == Some(purpose)).map(|phone| &phone.id);
        if let Some(nurse) = line(PhonePurpose::TriageNurse) {
            service.contact.nurse = PhoneRef::new(nurse).into();
        }
        if let Some(desk) = line(PhonePurpose::Referral) {
            service.contact.referral = PhoneRef::new(desk).into();
        }
        if let Some(mut card) = self.crisis.filter(|_| line(PhonePurpose::Crisis).is_some()) {
            card.action = "Call {phone:crisis-1} if:".into();
            service.urgent.push(card);
        }
        let number = fact("614-555-0142");
        organization.phones.iter_mut().filter(|phone| phone.number == number).for_each(|desk| {
            desk.hours = HoursRef::new(&slug("week", 1)).into();
        });
        organization.phones.extend(self.phones);
        service.script = self.own;
        organization.script = self.shared;
    }
}

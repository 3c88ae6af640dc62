//! Strategies that make valid content of any shape.

use proptest::{collection::vec, option, prelude::*};
use serde::{
    Deserialize,
    de::{
        DeserializeOwned, IntoDeserializer,
        value::{Error, StrDeserializer},
    },
};
use serviceline_core::{
    Date, Fact, Organization, ServiceLine, Text,
    model::{
        Audience, Condition, Faq, Holiday, HoursRef, Level, Location, LocationRef, Phase, Phone, PhonePurpose,
        PhoneRef, Reason, ReferralNeed, Review, Reviewer, Role, Schedule, Slug, Test, Testimonial, Treatment,
        UrgentCard, Weekly,
    },
};

use crate::calls::calls;

/// A service line with its organization.
#[derive(Clone, Debug)]
pub struct Specimen {
    /// The service line.
    pub service: ServiceLine,
    /// Its organization.
    pub organization: Organization,
}

/// Words as they come in real texts: plain ones, and such as trip up a careless writer of Markdown, HTML or speech.
const WORDS: &[&str] = &[
    "care",
    "team",
    "visit",
    "plan",
    "we",
    "help",
    "you",
    "family",
    "test",
    "day",
    "call",
    "home",
    "nurse",
    "doctor",
    "rest",
    "walk",
    "morning",
    "letter",
    "question",
    "time",
    "R&D",
    "a<b",
    "5>3",
    "#one",
    "50%",
    "\"quoted\"",
    "it's",
    "e.g.",
    "naïve",
    "señora",
    "and/or",
    "3-D",
    "snake\\_case",
    "\\*star\\*",
    "\\[bracket\\]",
    "~tilde",
    "+plus",
    "$20",
    "co-pay",
    "24/7",
    "Dr.",
    "X-ray",
    "!bang",
    "back\\\\slash",
    "pipe|d",
];

/// A sentence of one to twelve words.
pub fn sentence() -> impl Strategy<Value = String> {
    vec(prop::sample::select(WORDS), 1..12).prop_map(|words| format!("So {}.", words.join(" ")))
}

fn text() -> impl Strategy<Value = Text> {
    (sentence(), option::weighted(0.3, Just(()))).prop_map(|(full, short)| {
        let text = Text::from(full.as_str());
        if short.is_some() { text.with_short("So it is.") } else { text }
    })
}

pub(crate) fn label() -> impl Strategy<Value = Text> {
    prop::sample::select(WORDS).prop_map(|word| Text::from(format!("About {word}")))
}

fn texts(most: usize) -> impl Strategy<Value = Vec<Text>> {
    vec(label(), 0..most)
}

pub(crate) fn slug(prefix: &str, index: usize) -> Slug {
    format!("{prefix}-{index}").parse().unwrap_or_default()
}

fn date(year: i16) -> Fact<Date> {
    Date::new(year, 9, 1).map(Fact::from).unwrap_or_default()
}

/// Items with ids by their place.
fn items<T: std::fmt::Debug>(
    most: usize,
    item: impl Strategy<Value = T>,
    prefix: &'static str,
    name: fn(&mut T, Slug),
) -> impl Strategy<Value = Vec<T>> {
    vec(item, 0..most).prop_map(move |mut items| {
        for (index, item) in items.iter_mut().enumerate() {
            name(item, slug(prefix, index));
        }
        items
    })
}

fn care() -> impl Strategy<Value = (Vec<Condition>, Vec<Test>, Vec<Treatment>, Vec<Role>)> {
    let condition = (label(), label(), texts(3)).prop_map(|(name, plain, aka)| Condition {
        name,
        plain,
        aka,
        ..Condition::default()
    });
    let test = (label(), label(), text(), text()).prop_map(|(name, plain, details, preparation)| Test {
        name,
        plain,
        details,
        preparation,
        ..Test::default()
    });
    let treatment = (label(), label(), text(), text()).prop_map(|(name, plain, when, risks)| Treatment {
        name,
        plain,
        when,
        risks,
        ..Treatment::default()
    });
    let role = (label(), label()).prop_map(|(role, plain)| Role { role, plain, ..Role::default() });
    (
        items(4, condition, "condition", |x, id| x.id = id),
        items(4, test, "test", |x, id| x.id = id),
        items(4, treatment, "treatment", |x, id| x.id = id),
        items(4, role, "role", |x, id| x.id = id),
    )
}

fn story() -> impl Strategy<Value = (Vec<Reason>, Vec<Phase>, Vec<Faq>, Vec<Testimonial>)> {
    let limit =
        prop::sample::select(vec![vec![], vec!["html".to_owned()], vec!["html".to_owned(), "markdown".to_owned()]]);
    let reason = (label(), text(), limit).prop_map(|(title, body, channels)| Reason {
        title,
        body,
        channels,
        ..Reason::default()
    });
    let phase = (label(), vec(text(), 1..4), texts(3)).prop_map(|(phase, steps, bring)| Phase {
        phase,
        steps,
        bring,
        ..Phase::default()
    });
    let audience = prop::sample::select(vec![None, Some(Audience::Clinician)]);
    let faq = (label(), text(), audience).prop_map(|(question, answer, audience)| Faq {
        question,
        answer,
        audience,
        ..Faq::default()
    });
    let testimonial = (text(), label(), text()).prop_map(|(quote, name, typical_result)| Testimonial {
        quote,
        name,
        typical_result,
        consent: Some("a form".to_owned()),
        ..Testimonial::default()
    });
    (
        items(5, reason, "reason", |x, id| x.id = id),
        items(3, phase, "phase", |x, id| x.id = id),
        items(4, faq, "faq", |x, id| x.id = id),
        items(3, testimonial, "testimonial", |x, id| x.id = id),
    )
}

pub(crate) fn card(level: Level) -> impl Strategy<Value = UrgentCard> {
    vec(label(), 1..4).prop_map(move |items| UrgentCard {
        level: Some(level),
        action: "Call {phone:emergency} if:".into(),
        items,
        source: "Test fixture".into(),
        clinically_approved_by: "Nobody (test fixture)".into(),
        approved_on: date(2026),
        ..UrgentCard::default()
    })
}

/// Content that is valid in every respect, of any shape.
pub fn content() -> impl Strategy<Value = Specimen> {
    (label(), text(), option::of(text()), texts(4), care(), story(), card(Level::Emergency), calls()).prop_map(
        |(
            title,
            main_message,
            summary,
            symptoms,
            (conditions, tests, treatments, team),
            (reasons, journey, faqs, testimonials),
            card,
            calls,
        )| {
            let mut service = ServiceLine {
                id: slug("specimen", 1),
                title,
                one_line: "One line about it.".into(),
                main_message,
                summary: summary.unwrap_or_default(),
                review: review(),
                conditions,
                tests,
                treatments,
                team,
                reasons,
                journey,
                faqs,
                testimonials,
                symptoms,
                urgent: vec![card],
                ..ServiceLine::default()
            };
            service.contact.appointments = PhoneRef::new(&slug("desk", 1)).into();
            service.locations = vec![LocationRef::new(&slug("place", 1)).into()];
            service.access.referral_required = ReferralNeed::NotRequired.into();
            let mut organization = organization();
            calls.add_to(&mut service, &mut organization);
            Specimen { service, organization }
        },
    )
}

fn review() -> Review {
    let mut review = Review { last_reviewed: date(2026), next_review: date(2027), ..Review::default() };
    review.owner.team = "Content team".into();
    review.reviewed_by = vec![Reviewer { name: "A reviewer".into(), ..Reviewer::default() }];
    review
}

pub(crate) fn phone(id: Slug, purpose: PhonePurpose, number: &str, label: &str) -> Phone {
    let hours = "24x7".parse().map(|id| Fact::from(HoursRef::new(&id))).unwrap_or_default();
    Phone { id, purpose: Some(purpose), number: fact(number), label: label.into(), hours, ..Phone::default() }
}

fn organization() -> Organization {
    let weekly = Weekly { days: fact("mon-fri"), open: fact("08:00"), close: fact("17:00") };
    let week = slug("week", 1);
    let mut place = Location {
        id: slug("place", 1),
        name: "A place".into(),
        hours: HoursRef::new(&week).into(),
        ..Location::default()
    };
    place.address.street = "1 First Street".into();
    place.address.city = "Larkmere".into();
    place.address.region = "OH".into();
    place.address.postal_code = "43000".into();
    let emergency = "emergency".parse().unwrap_or_default();
    Organization {
        fictional: true,
        name: "Specimen Health".into(),
        holidays: vec![Holiday::NewYearsDay.into()],
        hours: vec![Schedule { id: week, weekly: vec![weekly], ..Schedule::default() }],
        phones: vec![
            phone(emergency, PhonePurpose::Emergency, "911", "Emergency"),
            phone(slug("desk", 1), PhonePurpose::Appointment, "614-555-0142", "Appointments"),
        ],
        locations: vec![place],
        ..Organization::default()
    }
}

/// The fact that this text stands for in a source.
pub(crate) fn fact<T: DeserializeOwned>(text: &str) -> Fact<T> {
    let source: StrDeserializer<'_, Error> = text.into_deserializer();
    Fact::deserialize(source).unwrap_or_default()
}

//! What is treated, how it is found and treated, by whom, and when to get help.

use super::{
    Audience, Code, ConditionKind, Date, FirstUse, Level, PhoneRef, RoleRef, TestKind, TreatmentKind, record,
    scalar::Slug,
};
use crate::{
    fields::fields,
    leaf::{Fact, Text},
};

record! {
    /// A condition.
    pub struct Condition {
        /// Its name in references.
        pub id: Slug,
        /// Its name.
        pub name: Text,
        /// What it is: a phrase in lower case, no full stop.
        pub plain: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// What is said of it aloud, in sentences.
        pub spoken: Option<String>,
        /// How it sounds, respelled.
        pub say: Text,
        /// Other names.
        pub aka: Vec<Text>,
        /// What kind it is.
        pub kinds: Vec<ConditionKind>,
        /// Codes for machines.
        pub codes: Vec<Code>,
        /// Where it is explained.
        pub first_use: Option<FirstUse>,
        /// Wordings that must not be used for it.
        pub forbidden: Vec<String>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// A test.
    pub struct Test {
        /// Its name in references.
        pub id: Slug,
        /// Its name.
        pub name: Text,
        /// What it is: a phrase in lower case, no full stop.
        pub plain: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// What is said of it aloud; stands for `plain` and `details`.
        pub spoken: Option<String>,
        /// What kind it is.
        pub kind: Option<TestKind>,
        /// What it is done for.
        pub why: Text,
        /// More, in sentences.
        pub details: Text,
        /// How to get ready.
        pub preparation: Text,
        /// How long it takes.
        pub duration: Text,
        /// How it sounds, respelled.
        pub say: Text,
        /// Where it is explained.
        pub first_use: Option<FirstUse>,
        /// Wordings that must not be used for it.
        pub forbidden: Vec<String>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// A treatment.
    pub struct Treatment {
        /// Its name in references.
        pub id: Slug,
        /// Its name.
        pub name: Text,
        /// What it is: a phrase in lower case, no full stop.
        pub plain: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// What is said of it aloud; stands for `plain` and `details`.
        pub spoken: Option<String>,
        /// What kind it is.
        pub kind: Option<TreatmentKind>,
        /// More, in sentences.
        pub details: Text,
        /// When it is used.
        pub when: Text,
        /// What it can do.
        pub benefits: Text,
        /// What may go wrong.
        pub risks: Text,
        /// What else there is.
        pub alternatives: Text,
        /// How to get ready.
        pub preparation: Text,
        /// How it sounds, respelled.
        pub say: Text,
        /// Where it is explained.
        pub first_use: Option<FirstUse>,
        /// Wordings that must not be used for it.
        pub forbidden: Vec<String>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// A reason to come here.
    pub struct Reason {
        /// Its name in references.
        pub id: Slug,
        /// A few words.
        pub title: Text,
        /// A few sentences.
        pub body: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// The same where it is read aloud.
        pub spoken: Option<String>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// A role in the care team.
    pub struct Role {
        /// Its name in references.
        pub id: Slug,
        /// The role.
        pub role: Text,
        /// What it means: a phrase in lower case, no full stop.
        pub plain: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// What is said of it aloud, in sentences.
        pub spoken: Option<String>,
        /// How it sounds, respelled.
        pub say: Text,
        /// Where it is explained.
        pub first_use: Option<FirstUse>,
        /// Wordings that must not be used for it.
        pub forbidden: Vec<String>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// A phase of the way through care.
    pub struct Phase {
        /// Its name in references.
        pub id: Slug,
        /// Its title.
        pub phase: Text,
        /// When it is, or how long it takes.
        pub when: Text,
        /// Whom the patient turns to.
        pub who: Fact<RoleRef>,
        /// What happens, one sentence each.
        pub steps: Vec<Text>,
        /// What to bring.
        pub bring: Vec<Text>,
        /// What to bring, in sentences that are read aloud.
        pub spoken: Text,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// A question and its answer.
    pub struct Faq {
        /// Its name in references.
        pub id: Slug,
        /// The question, as people ask it.
        pub question: Text,
        /// The answer.
        pub answer: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// The same where it is read aloud; never opens with yes or no.
        pub spoken: Option<String>,
        /// Words by which a call-centre agent finds it.
        pub intents: Vec<Text>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// What somebody said about the care, printed with the person's written authorization (45 CFR 164.508).
    pub struct Testimonial {
        /// Its name in references.
        pub id: Slug,
        /// What was said, word for word.
        pub quote: Text,
        /// Who said it, as the person wants to be named.
        pub name: Text,
        /// Who that is: a patient, a patient's daughter.
        pub relationship: Text,
        /// When it was said.
        pub date: Fact<Date>,
        /// Whether it tells of a result of care. If nothing is said, it does.
        pub tells_result: Option<bool>,
        /// What most people can expect, in a full sentence that stays with the quote (16 CFR 255.2).
        pub typical_result: Text,
        /// What the person received or is to the organization, in a full sentence that stays with the quote (16 CFR 255.5).
        pub material_connection: Text,
        /// Where the written authorization is kept.
        pub consent: Option<String>,
        /// The last day on which the authorization holds.
        pub authorization_expires: Option<Date>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// When to get help, and how: approved by clinicians.
    pub struct UrgentCard {
        /// How quickly.
        pub level: Option<Level>,
        /// What to do; ends with "if:".
        pub action: Text,
        /// The signs.
        pub items: Vec<Text>,
        /// The line to call.
        pub phone: Fact<PhoneRef>,
        /// What the signs rest on.
        pub source: Text,
        /// Who approved them.
        pub clinically_approved_by: Text,
        /// When.
        pub approved_on: Fact<Date>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
}
fields!(Condition {
    id: setting, name: required, plain: required with short spoken, short: variant, spoken: variant, say: optional,
    aka: optional, kinds: setting, codes: setting, first_use: setting, forbidden: setting, channels: limit, audience: limit,
});
fields!(Test {
    id: setting, name: required, plain: required with short spoken, short: variant, spoken: variant, kind: setting,
    why: optional, details: optional, preparation: optional, duration: optional, say: optional, first_use: setting,
    forbidden: setting, channels: limit, audience: limit,
});
fields!(Treatment {
    id: setting, name: required, plain: required with short spoken, short: variant, spoken: variant, kind: setting,
    details: optional, when: optional, benefits: optional, risks: optional, alternatives: optional,
    preparation: optional, say: optional, first_use: setting, forbidden: setting, channels: limit, audience: limit,
});
fields!(Reason {
    id: setting, title: required, body: required with short spoken, short: variant, spoken: variant, channels: limit,
    audience: limit,
});
fields!(Role {
    id: setting, role: required, plain: required with short spoken, short: variant, spoken: variant, say: optional,
    first_use: setting, forbidden: setting, channels: limit, audience: limit,
});
fields!(Phase {
    id: setting,
    phase: required,
    when: optional,
    who: optional,
    steps: required,
    bring: optional,
    spoken: spoken,
    channels: limit,
    audience: limit,
});
fields!(Faq {
    id: setting, question: required, answer: required with short spoken, short: variant, spoken: variant,
    intents: spoken, channels: limit, audience: limit,
});
fields!(Testimonial {
    id: setting,
    quote: required,
    name: required,
    relationship: optional,
    date: optional,
    tells_result: setting,
    typical_result: optional,
    material_connection: optional,
    consent: setting,
    authorization_expires: setting,
    channels: limit,
    audience: limit,
});
fields!(UrgentCard {
    level: key,
    action: required,
    items: required,
    phone: optional,
    source: required,
    clinically_approved_by: required,
    approved_on: required,
    channels: limit,
    audience: limit,
});

//! How a person comes: appointment, referral, insurance, costs.

use std::fmt;

use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, value},
};

use super::{Appointment, Audience, ClaimRef, Date, LinkRef, PhoneRef, ReferralNeed, Telehealth, record};
use crate::{
    fields::fields,
    leaf::{Fact, Text},
};

record! {
    /// How a person comes to be seen.
    pub struct Access {
        /// Whether a visit must be booked.
        pub appointment: Fact<Appointment>,
        /// Whether a referral is needed.
        pub referral_required: Fact<ReferralNeed>,
        /// People may come by themselves.
        pub self_referral: Fact<bool>,
        /// How long new patients wait, as a claim.
        pub new_patient_wait: Fact<ClaimRef>,
        /// Whether visits can be by video.
        pub telehealth: Fact<Telehealth>,
        /// What must be known about video visits.
        pub telehealth_note: Text,
        /// Referrals.
        pub referral: Referral,
        /// What a patient has ready when calling.
        pub records_needed: Vec<Text>,
        /// Insurance and costs.
        pub insurance: Insurance,
    }
    /// Referrals.
    pub struct Referral {
        /// What a patient must know.
        pub text: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// The same where it is read aloud.
        pub spoken: Option<String>,
        /// Where an office calls.
        pub phone: Fact<PhoneRef>,
        /// Where an office sends a fax.
        pub fax: Fact<PhoneRef>,
        /// The form.
        pub form: Fact<LinkRef>,
        /// What an office sends.
        pub records_needed: Listing,
        /// Whom the service sees.
        pub criteria: Listing,
        /// Where a hospital calls about a patient who is in its care now.
        pub inpatient_transfer: Fact<PhoneRef>,
    }
    /// Insurance and costs.
    pub struct Insurance {
        /// Which plans, in a sentence or two.
        pub summary: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// The same where it is read aloud.
        pub spoken: Option<String>,
        /// The list of plans.
        pub plans: Fact<LinkRef>,
        /// Whom to ask.
        pub phone: Fact<PhoneRef>,
        /// About permission from a plan.
        pub prior_authorization: Text,
        /// Help with costs.
        pub financial_help: FinancialHelp,
        /// For people without insurance.
        pub self_pay: Text,
        /// The day on which this was checked.
        pub verified_on: Fact<Date>,
    }
    /// Help with costs.
    pub struct FinancialHelp {
        /// What a patient must know.
        pub text: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// The same where it is read aloud.
        pub spoken: Option<String>,
        /// Where more stands.
        pub link: Fact<LinkRef>,
    }
}
fields!(Access {
    appointment: optional,
    referral_required: required,
    self_referral: optional,
    new_patient_wait: optional,
    telehealth: optional,
    telehealth_note: optional,
    referral: optional,
    records_needed: optional,
    insurance: optional,
});
fields!(Referral {
    text: required with short spoken, short: variant, spoken: variant, phone: optional, fax: optional, form: optional,
    records_needed: optional, criteria: optional, inpatient_transfer: optional,
});
fields!(Insurance {
    summary: required with short spoken, short: variant, spoken: variant, plans: optional, phone: optional,
    prior_authorization: optional, financial_help: optional, self_pay: optional, verified_on: optional,
});
fields!(FinancialHelp { text: required with short spoken, short: variant, spoken: variant, link: optional });

/// A list that may have an audience of its own. In a source it is a list, or a map of `items`, `audience` and `channels`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The items.
    pub items: Vec<Text>,
    /// The channels that may show it.
    pub channels: Vec<String>,
    /// Whom it is for, if not everybody.
    pub audience: Option<Audience>,
}
fields!(Listing { items: optional, channels: limit, audience: limit });

/// The written-out form of a [`Listing`].
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct Limited {
    /// The items.
    items: Vec<Text>,
    /// The channels that may show it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    channels: Vec<String>,
    /// Whom it is for, if not everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<Audience>,
}

impl<'de> Deserialize<'de> for Listing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListingVisitor;
        impl<'de> de::Visitor<'de> for ListingVisitor {
            type Value = Listing;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list, or a group of `items`, `audience` and `channels`")
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Listing, A::Error> {
                let items = Vec::deserialize(value::SeqAccessDeserializer::new(seq))?;
                Ok(Listing { items, ..Listing::default() })
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Listing, A::Error> {
                let Limited { items, channels, audience } =
                    Limited::deserialize(value::MapAccessDeserializer::new(map))?;
                Ok(Listing { items, channels, audience })
            }
        }
        deserializer.deserialize_any(ListingVisitor)
    }
}
impl Serialize for Listing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.channels.is_empty() && self.audience.is_none() {
            return self.items.serialize(serializer);
        }
        let Self { items, channels, audience } = self.clone();
        Limited { items, channels, audience }.serialize(serializer)
    }
}
impl JsonSchema for Listing {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Listing".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (list, map) = (generator.subschema_for::<Vec<Text>>(), generator.subschema_for::<Limited>());
        schemars::json_schema!({ "anyOf": [list, map] })
    }
}

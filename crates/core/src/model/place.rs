//! Phones, places and links.

use super::hours::HoursException;
use super::scalar::Time;
use super::{
    Audience, HoursRef, PhonePurpose, record,
    scalar::{Extension, LanguageTag, PhoneNumber, Slug, TimeZone, Url},
};
use crate::{
    fields::fields,
    leaf::{Fact, Leaf, Text},
};

record! {
    /// A phone line.
    pub struct Phone {
        /// Its name in references.
        pub id: Slug,
        /// What it is for.
        pub purpose: Option<PhonePurpose>,
        /// The one line for most callers.
        pub primary: bool,
        /// The number.
        pub number: Fact<PhoneNumber>,
        /// What to dial after the number.
        pub extension: Fact<Extension>,
        /// What it is called in print.
        pub label: Text,
        /// What it is called within a spoken sentence.
        pub said_as: Text,
        /// When somebody answers: a named schedule or `24x7`.
        pub hours: Fact<HoursRef>,
        /// The languages that are spoken there.
        pub languages: Vec<Fact<LanguageTag>>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// A place where people are seen.
    pub struct Location {
        /// Its name in references.
        pub id: Slug,
        /// Its name.
        pub name: Text,
        /// What kind of place it is, for those who search by machine; a clinic, if nothing is said.
        pub kind: Option<LocationKind>,
        /// The building or the center within it.
        pub building: Text,
        /// The floor.
        pub floor: Text,
        /// The postal address.
        pub address: Address,
        /// Where its clocks are set, if not by the organization's.
        pub time_zone: Fact<TimeZone>,
        /// When it is open: a named schedule or `24x7`.
        pub hours: Fact<HoursRef>,
        /// What must be known besides, such as an emergency room that never closes.
        pub hours_note: Text,
        /// Days on which other hours are kept here.
        pub exceptions: Vec<HoursException>,
        /// How to find it.
        pub directions: Text,
        /// Where to park.
        pub parking: Text,
        /// Buses and trains.
        pub transit: Text,
        /// Which door to use, and when.
        pub entrances: Vec<Entrance>,
        /// Help for people with disabilities.
        pub accessibility: Vec<Text>,
        /// Rules for visitors.
        pub visitors: Text,
        /// Whether it is open at all.
        pub status: Option<LocationStatus>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// A postal address.
    pub struct Address {
        /// House number and street.
        pub street: Text,
        /// City.
        pub city: Text,
        /// State, as the postal service abbreviates it.
        pub region: Text,
        /// ZIP or postal code.
        pub postal_code: Text,
        /// ISO 3166-1 code of the country.
        pub country: Option<String>,
    }
    /// A door, and when to use it.
    pub struct Entrance {
        /// From when.
        pub open: Fact<Time>,
        /// Until when; before `open` if it is a night door.
        pub close: Fact<Time>,
        /// What to do.
        #[serde(rename = "use")]
        pub usage: Text,
    }
    /// A link with its words.
    pub struct Link {
        /// Its name in references.
        pub id: Slug,
        /// Its words.
        pub label: Text,
        /// Its address, or a path on the organization's base.
        pub url: Fact<Url>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
}
super::choices::choice! {
    /// What kind of place it is.
    pub enum LocationKind {
        /// A hospital, with beds and people who care day and night.
        Hospital = "hospital",
        /// A place for visits.
        Clinic = "clinic",
    }
    /// Whether a place is open at all.
    pub enum LocationStatus {
        /// It is open.
        Open = "open",
        /// It is closed for now: every channel says so, and none offers visits there.
        Closed = "closed",
    }
}
fields!(Phone {
    id: key,
    purpose: setting,
    primary: setting,
    number: required,
    extension: optional,
    label: required,
    said_as: spoken,
    hours: optional,
    languages: optional,
    channels: limit,
    audience: limit,
});
fields!(Location {
    id: key,
    name: required,
    building: optional,
    floor: optional,
    address: required,
    time_zone: optional,
    hours: required,
    hours_note: optional,
    exceptions: optional,
    directions: optional,
    parking: optional,
    transit: optional,
    entrances: optional,
    accessibility: optional,
    visitors: optional,
    kind: setting,
    status: setting,
    channels: limit,
    audience: limit,
});
fields!(Address { street: required, city: required, region: required, postal_code: required, country: setting });
fields!(Entrance { open: required, close: required, usage as "use": required });
fields!(Link { id: key, label: required, url: required, channels: limit, audience: limit });

impl Phone {
    /// The `tel:` URI, if the number is known.
    #[must_use]
    pub fn uri(&self) -> Option<String> {
        self.number.value().map(|n| n.uri(self.extension.value()))
    }
    /// Somebody answers day and night.
    #[must_use]
    pub fn is_always_open(&self) -> bool {
        self.hours.value().is_some_and(HoursRef::is_always)
    }
    /// Has a number that can be dialled.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !self.number.is_empty() && self.number.gap().is_none()
    }
}

impl Location {
    /// It is closed for now.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.status == Some(LocationStatus::Closed)
    }
}

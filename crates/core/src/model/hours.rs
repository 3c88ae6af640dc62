//! Opening hours and meetings that come back.

use serde::{Deserialize, Serialize};

use super::{
    choices::choice,
    record,
    scalar::{Date, Slug, Time},
};
use crate::{
    decode::fault,
    fields::fields,
    leaf::{Fact, Text},
};

choice! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday = "mon",
        /// Tuesday.
        Tuesday = "tue",
        /// Wednesday.
        Wednesday = "wed",
        /// Thursday.
        Thursday = "thu",
        /// Friday.
        Friday = "fri",
        /// Saturday.
        Saturday = "sat",
        /// Sunday.
        Sunday = "sun",
    }
    /// When a place is closed besides.
    pub enum ClosedOn {
        /// On the organization's holidays.
        Holidays = "holidays",
    }
    /// How often a group meets.
    pub enum Every {
        /// Each day.
        Day = "day",
        /// Each week.
        Week = "week",
        /// Each month.
        Month = "month",
    }
    /// Which week of a month.
    pub enum Week {
        /// The first.
        First = "first",
        /// The second.
        Second = "second",
        /// The third.
        Third = "third",
        /// The fourth.
        Fourth = "fourth",
        /// The last.
        Last = "last",
    }
}

/// Days of a week: one (`mon`), a range (`mon-fri`), all (`daily`), or a list of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days(Vec<Weekday>);

impl Days {
    /// The days, in order from Monday, each once.
    #[must_use]
    pub fn days(&self) -> &[Weekday] {
        &self.0
    }
    fn read(text: &str) -> Option<Vec<Weekday>> {
        let day = |word: &str| Weekday::ALL.iter().position(|d| d.name() == word.trim());
        if text.trim() == "daily" {
            return Some(Weekday::ALL.to_vec());
        }
        match text.split_once('-') {
            None => Some(vec![Weekday::ALL[day(text)?]]),
            Some((first, last)) => {
                let (first, last) = (day(first)?, day(last)?);
                // A range may go over the weekend: `sun-thu`.
                let length = (last + 7 - first) % 7 + 1;
                Some(Weekday::ALL.iter().cycle().skip(first).take(length).copied().collect())
            }
        }
    }
}

impl crate::leaf::FactValue for Days {}
impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DaysVisitor;
        fn read<E: serde::de::Error>(text: &str) -> Result<Vec<Weekday>, E> {
            Days::read(text).ok_or_else(|| {
                let message = format!("expected days of the week, found `{text}`");
                E::custom(fault("wrong-value", &message, "write mon-fri, sat, daily, or a list such as [tue, thu]"))
            })
        }
        impl<'de> serde::de::Visitor<'de> for DaysVisitor {
            type Value = Vec<Weekday>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("days of the week, for example mon-fri or [tue, thu]")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                read(text)
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut days = vec![];
                while let Some(text) = seq.next_element::<String>()? {
                    days.extend(read::<A::Error>(&text)?);
                }
                Ok(days)
            }
        }
        let mut days = deserializer.deserialize_any(DaysVisitor)?;
        days.sort_unstable();
        days.dedup();
        Ok(Self(days))
    }
}
impl Serialize for Days {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl schemars::JsonSchema for Days {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Days".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let day = "(mon|tue|wed|thu|fri|sat|sun)";
        let one = format!("^(daily|{day}(-{day})?)$");
        schemars::json_schema!({ "anyOf": [
            { "type": "string", "pattern": one }, { "type": "array", "items": { "type": "string", "pattern": one } }
        ] })
    }
}

record! {
    /// A named schedule, shared by phones and places.
    pub struct Schedule {
        /// Its name.
        pub id: Slug,
        /// The hours of a usual week.
        pub weekly: Vec<Weekly>,
        /// When it is closed besides.
        pub closed_on: Fact<ClosedOn>,
        /// Days on which other hours are kept.
        pub exceptions: Vec<HoursException>,
    }
    /// Hours that are the same on some days of the week.
    pub struct Weekly {
        /// The days.
        pub days: Fact<Days>,
        /// When it opens, in the place's own time.
        pub open: Fact<Time>,
        /// When it closes.
        pub close: Fact<Time>,
    }
    /// A day on which other hours are kept.
    pub struct HoursException {
        /// The day.
        pub date: Fact<Date>,
        /// When it opens; absent if it is closed.
        pub open: Fact<Time>,
        /// When it closes.
        pub close: Fact<Time>,
        /// Why.
        pub label: Text,
    }
    /// When a group meets.
    pub struct Recurrence {
        /// How often.
        pub every: Fact<Every>,
        /// In which week of the month.
        pub week: Fact<Week>,
        /// On which day.
        pub day: Fact<Weekday>,
        /// From when.
        pub start: Fact<Time>,
        /// Until when.
        pub end: Fact<Time>,
    }
}
fields!(Schedule { id: key, weekly: optional, closed_on: optional, exceptions: optional });
fields!(Weekly { days: required, open: required, close: required });
fields!(HoursException { date: required, open: optional, close: optional, label: optional });
fields!(Recurrence { every: required, week: optional, day: optional, start: required, end: optional });

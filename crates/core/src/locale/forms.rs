//! The patterns of a language, as `forms.yaml` holds them, and the checks that they have all their values.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Report};
use crate::phrase::Pattern;

/// All written forms of a language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forms {
    pub(super) language: String,
    pub(super) months: Vec<String>,
    /// Monday comes first.
    pub(super) weekdays: Vec<String>,
    pub(super) dates: Dates,
    pub(super) times: Times,
    pub(super) hours: Hours,
    pub(super) schedules: Schedules,
    pub(super) lists: Lists,
    pub(super) numbers: Numbers,
    pub(super) phones: Phones,
    pub(super) quotes: Quotes,
    pub(super) languages: Languages,
    pub(super) time_zones: BTreeMap<String, String>,
    pub(super) holidays: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dates {
    pub(super) full: Pattern,
    pub(super) month_day: Pattern,
    pub(super) weekday: Pattern,
    pub(super) span: Pattern,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Times {
    /// 12 or 24.
    pub(super) clock: u8,
    pub(super) hour: Pattern,
    pub(super) minute: Pattern,
    pub(super) before_noon: String,
    pub(super) after_noon: String,
    #[serde(default)]
    pub(super) noon: Option<String>,
    #[serde(default)]
    pub(super) midnight: Option<String>,
    pub(super) span: Pattern,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hours {
    pub(super) days: Pattern,
    pub(super) every_day: String,
    pub(super) week: Pattern,
    pub(super) between: String,
    pub(super) always: String,
    pub(super) by_appointment: String,
    pub(super) closed_on: Pattern,
    pub(super) exception: Pattern,
    pub(super) exception_closed: Pattern,
    pub(super) exception_label: Pattern,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Schedules {
    pub(super) day: Pattern,
    pub(super) week: Pattern,
    pub(super) week_any: Pattern,
    pub(super) month: Pattern,
    pub(super) month_one: Pattern,
    pub(super) month_any: Pattern,
    pub(super) weeks: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lists {
    pub(super) two: Pattern,
    pub(super) between: String,
    pub(super) last: Pattern,
    pub(super) two_or: Pattern,
    pub(super) last_or: Pattern,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Numbers {
    pub(super) thousands: String,
    pub(super) decimal: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phones {
    pub(super) area_first: Pattern,
    pub(super) extension: Pattern,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Quotes {
    pub(super) outer: Pattern,
    pub(super) inner: Pattern,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Languages {
    #[serde(rename = "in")]
    pub(super) spoken_in: Pattern,
    pub(super) names: BTreeMap<String, String>,
}

impl Forms {
    /// Checks that every pattern asks for what it is given, and for all that matters.
    ///
    /// # Errors
    ///
    /// `bad-locale` for each pattern that doesn't, and for a calendar or clock that is none.
    pub(super) fn check(&self) -> Result<(), Report> {
        let mut report = Report::new();
        for (path, pattern, values) in self.patterns() {
            report.extend(check_pattern(path, pattern, values));
        }
        for (path, found, expected) in [("months", self.months.len(), 12), ("weekdays", self.weekdays.len(), 7)] {
            if found != expected {
                report.push(bad(path, format!("expected {expected} names, found {found}")));
            }
        }
        if !matches!(self.times.clock, 12 | 24) {
            report.push(bad("times.clock", format!("expected 12 or 24, found {}", self.times.clock)));
        }
        if report.is_empty() { Ok(()) } else { Err(report) }
    }

    /// Every pattern with the names of its values. What a pattern leaves out would be lost to the reader, so it has to
    /// ask for all but those with a question mark.
    fn patterns(&self) -> [(&'static str, &Pattern, &'static str); 28] {
        let (dates, times, hours) = (&self.dates, &self.times, &self.hours);
        let (schedules, lists, phones) = (&self.schedules, &self.lists, &self.phones);
        [
            ("dates.full", &dates.full, "month day year"),
            ("dates.month_day", &dates.month_day, "month day"),
            ("dates.weekday", &dates.weekday, "weekday month day year"),
            ("dates.span", &dates.span, "first last"),
            ("times.hour", &times.hour, "hour half?"),
            ("times.minute", &times.minute, "hour minute half?"),
            ("times.span", &times.span, "start end"),
            ("hours.days", &hours.days, "first last"),
            ("hours.week", &hours.week, "days times"),
            ("hours.closed_on", &hours.closed_on, "holidays"),
            ("hours.exception", &hours.exception, "date times"),
            ("hours.exception_closed", &hours.exception_closed, "date"),
            ("hours.exception_label", &hours.exception_label, "exception label"),
            ("schedules.day", &schedules.day, "times"),
            ("schedules.week", &schedules.week, "day times"),
            ("schedules.week_any", &schedules.week_any, "times"),
            ("schedules.month", &schedules.month, "week day times"),
            ("schedules.month_one", &schedules.month_one, "day times"),
            ("schedules.month_any", &schedules.month_any, "times"),
            ("lists.two", &lists.two, "first last"),
            ("lists.last", &lists.last, "first last"),
            ("lists.two_or", &lists.two_or, "first last"),
            ("lists.last_or", &lists.last_or, "first last"),
            ("phones.area_first", &phones.area_first, "area exchange line"),
            ("phones.extension", &phones.extension, "phone extension"),
            ("quotes.outer", &self.quotes.outer, "text"),
            ("quotes.inner", &self.quotes.inner, "text"),
            ("languages.in", &self.languages.spoken_in, "languages"),
        ]
    }
}

fn check_pattern(path: &str, pattern: &Pattern, values: &str) -> Vec<Diagnostic> {
    let must = values.split(' ').filter(|name| !name.ends_with('?'));
    let lacks = must.filter(|name| !pattern.names().any(|asked| asked == *name));
    let asks = pattern.names().filter(|asked| !values.split(' ').any(|name| name.trim_end_matches('?') == *asked));
    lacks
        .map(|name| bad(path, format!("expected `{{{{{name}}}}}` in the pattern, found `{pattern}`")))
        .chain(asks.map(|name| bad(path, format!("the pattern asks for `{{{{{name}}}}}`, which it isn't given"))))
        .collect()
}

fn bad(path: &str, message: String) -> Diagnostic {
    Diagnostic::error("bad-locale", message).at_path(path)
}

//! Opening hours and meetings, put together from their parts.
//!
//! The parts may be plain strings, or words that know which field they came from: a [`Writer`] puts both together.

use super::Locale;
use crate::model::Every;
use crate::phrase::{Bound, Pattern, Splice};

/// Puts parts together in the forms of a language.
///
/// `literal` makes the words between the parts; so the caller decides whom they belong to.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'l, F> {
    locale: &'l Locale,
    literal: F,
}

impl Locale {
    /// A writer whose own words are made by `literal`.
    pub fn writer<W: Splice, F: Fn(&str) -> W>(&self, literal: F) -> Writer<'_, F> {
        Writer { locale: self, literal }
    }

    /// "24 hours a day, 7 days a week".
    #[must_use]
    pub fn always(&self) -> &str {
        &self.forms.hours.always
    }

    /// "by appointment".
    #[must_use]
    pub fn by_appointment(&self) -> &str {
        &self.forms.hours.by_appointment
    }

    /// "Memorial Day"; the word of the source if this locale has no name for it.
    #[must_use]
    pub fn holiday(&self, holiday: crate::model::Holiday) -> &str {
        self.forms.holidays.get(holiday.name()).map_or(holiday.name(), String::as_str)
    }
}

impl<W: Splice, F: Fn(&str) -> W> Writer<'_, F> {
    /// "A", "A and B", "A, B, and C".
    pub fn list(&self, items: &[W]) -> W {
        let lists = &self.locale.forms.lists;
        self.joined(items, &lists.two, &lists.last)
    }

    /// "A", "A or B", "A, B, or C".
    pub fn list_or(&self, items: &[W]) -> W {
        let lists = &self.locale.forms.lists;
        self.joined(items, &lists.two_or, &lists.last_or)
    }

    /// "8 a.m. to 6 p.m.".
    pub fn times(&self, start: W, end: W) -> W {
        self.fill(&self.locale.forms.times.span, &[("start", start), ("end", end)])
    }

    /// "September 1, 2026 to September 3, 2026".
    pub fn dates(&self, first: W, last: W) -> W {
        self.fill(&self.locale.forms.dates.span, &[("first", first), ("last", last)])
    }

    /// The hours of a week: "Monday through Friday, 8 a.m. to 6 p.m.", with a semicolon between two such lines.
    ///
    /// Each line is its days and its times.
    pub fn week(&self, lines: impl IntoIterator<Item = (W, W)>) -> W {
        let hours = &self.locale.forms.hours;
        let line = |(days, times)| self.fill(&hours.week, &[("days", days), ("times", times)]);
        self.separated(lines.into_iter().map(line), &hours.between)
    }

    /// "Closed on New Year's Day and Memorial Day."
    pub fn closed_on(&self, holidays: &[W]) -> W {
        let holidays = self.list(holidays);
        self.fill(&self.locale.forms.hours.closed_on, &[("holidays", holidays)])
    }

    /// "Thursday, May 27, 2027, 9 a.m. to noon (staff training)", without times "Thursday, May 27, 2027, closed".
    pub fn exception(&self, date: W, times: Option<W>, label: Option<W>) -> W {
        let hours = &self.locale.forms.hours;
        let exception = match times {
            Some(times) => self.fill(&hours.exception, &[("date", date), ("times", times)]),
            None => self.fill(&hours.exception_closed, &[("date", date)]),
        };
        match label {
            Some(label) => self.fill(&hours.exception_label, &[("exception", exception), ("label", label)]),
            None => exception,
        }
    }

    /// "The first Tuesday of each month, 6 p.m. to 7:30 p.m.", "Every Thursday, noon to 1 p.m.".
    ///
    /// What is not given is not said: "One Tuesday each month", "Every month", "Every week".
    pub fn schedule(&self, every: Every, week: Option<W>, day: Option<W>, times: W) -> W {
        let forms = &self.locale.forms.schedules;
        let times = ("times", times);
        match (every, week, day) {
            (Every::Month, Some(week), Some(day)) => self.fill(&forms.month, &[("week", week), ("day", day), times]),
            (Every::Month, None, Some(day)) => self.fill(&forms.month_one, &[("day", day), times]),
            (Every::Month, _, None) => self.fill(&forms.month_any, &[times]),
            (Every::Week, _, Some(day)) => self.fill(&forms.week, &[("day", day), times]),
            (Every::Week, _, None) => self.fill(&forms.week_any, &[times]),
            (Every::Day, ..) => self.fill(&forms.day, &[times]),
        }
    }

    fn joined(&self, items: &[W], two: &Pattern, more: &Pattern) -> W {
        match items {
            [] => W::default(),
            [one] => one.clone(),
            [first, last] => self.fill(two, &[("first", first.clone()), ("last", last.clone())]),
            [before @ .., last] => {
                let first = self.separated(before.iter().cloned(), &self.locale.forms.lists.between);
                self.fill(more, &[("first", first), ("last", last.clone())])
            }
        }
    }

    fn separated(&self, items: impl Iterator<Item = W>, between: &str) -> W {
        let mut all = W::default();
        for (at, item) in items.enumerate() {
            if at > 0 {
                all.splice(&(self.literal)(between));
            }
            all.splice(&item);
        }
        all
    }

    /// The patterns of a locale are checked when it is read, so none asks for a value that it isn't given here.
    fn fill(&self, pattern: &Pattern, values: &[(&str, W)]) -> W {
        let mut all = W::default();
        for part in pattern.bind(values).unwrap_or_default() {
            match part {
                Bound::Literal(text) => all.splice(&(self.literal)(text)),
                Bound::Value(value) => all.splice(value),
            }
        }
        all
    }
}

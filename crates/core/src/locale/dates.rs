//! Dates and times of day.

use super::{Locale, fill};
use crate::model::{Date, Days, Time, Week, Weekday};

/// A time of day as the clock of a language counts it.
struct Clock {
    hour: u8,
    minute: u8,
    /// The word for the half of the day, where the clock has halves.
    half: String,
}

impl Locale {
    /// "September 1, 2026".
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.fill_date(&self.forms.dates.full, date)
    }

    /// "September 1".
    #[must_use]
    pub fn month_day(&self, date: Date) -> String {
        self.fill_date(&self.forms.dates.month_day, date)
    }

    /// "Thursday, May 27, 2027".
    #[must_use]
    pub fn weekday_date(&self, date: Date) -> String {
        self.fill_date(&self.forms.dates.weekday, date)
    }

    fn fill_date(&self, pattern: &crate::phrase::Pattern, date: Date) -> String {
        let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
        let month = self.forms.months.get(month).map_or("", String::as_str);
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let weekday = self.weekday(date.weekday());
        fill(pattern, &[("weekday", weekday), ("month", month), ("day", &day), ("year", &year)])
    }

    /// "Tuesday".
    #[must_use]
    pub fn weekday(&self, day: Weekday) -> &str {
        self.forms.weekdays.get(place_in_week(day)).map_or(day.name(), String::as_str)
    }

    /// Which week of a month: "first".
    #[must_use]
    pub fn week(&self, week: Week) -> &str {
        self.forms.schedules.weeks.get(week.name()).map_or(week.name(), String::as_str)
    }

    /// "Monday through Friday", "Tuesday and Thursday", "Every day".
    #[must_use]
    pub fn days(&self, days: &Days) -> String {
        let days = days.days();
        if days.len() == Weekday::ALL.len() {
            return self.forms.hours.every_day.clone();
        }
        let mut names: Vec<String> = Vec::new();
        for run in days.chunk_by(|day, next| place_in_week(*day) + 1 == place_in_week(*next)) {
            match run {
                [first, _, .., last] => {
                    let ends = [("first", self.weekday(*first)), ("last", self.weekday(*last))];
                    names.push(fill(&self.forms.hours.days, &ends));
                }
                few => names.extend(few.iter().map(|day| self.weekday(*day).to_owned())),
            }
        }
        self.list(&names)
    }

    /// "8 a.m.", "8:30 a.m.", "noon", "midnight".
    #[must_use]
    pub fn time(&self, time: Time) -> String {
        let times = &self.forms.times;
        match (time.hour(), time.minute(), &times.noon, &times.midnight) {
            (12, 0, Some(noon), _) => return noon.clone(),
            (0 | 24, 0, _, Some(midnight)) => return midnight.clone(),
            _ => {}
        }
        let Clock { hour, minute, half } = self.clock(time);
        let (hour, padded) = (hour.to_string(), format!("{minute:02}"));
        let pattern = if minute == 0 { &times.hour } else { &times.minute };
        fill(pattern, &[("hour", &hour), ("minute", &padded), ("half", &half)])
    }

    fn clock(&self, time: Time) -> Clock {
        let times = &self.forms.times;
        let (hour, minute) = (time.hour(), time.minute());
        if times.clock == 24 {
            return Clock { hour, minute, half: String::new() };
        }
        let half = if (12..24).contains(&hour) { &times.after_noon } else { &times.before_noon };
        Clock { hour: (hour + 11) % 12 + 1, minute, half: half.clone() }
    }
}

/// Monday is 0.
fn place_in_week(day: Weekday) -> usize {
    Weekday::ALL.iter().position(|other| *other == day).unwrap_or_default()
}

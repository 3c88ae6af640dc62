//! Opening hours as tables: a usual week, and the days on which other hours are kept.

use serviceline_core::leaf::Leaf;
use serviceline_core::model::{HoursException, HoursRef, Location, Schedule, Weekday};
use serviceline_core::words::Words;

use super::Composer;
use crate::page::{Hours, HoursLine};

impl Composer<'_, '_> {
    /// The tables of a place, and what is said below them.
    pub(super) fn place_hours(&mut self, place: &Location) -> (Vec<Hours>, Vec<Words>) {
        let selection = self.selection;
        let name = selection.say(&place.name);
        let schedule = place
            .hours
            .value()
            .filter(|hours| !hours.is_always())
            .and_then(|hours: &HoursRef| selection.edition().schedule(hours.id()));
        let Some(schedule) = schedule else {
            let hours = (!place.hours.is_empty()).then(|| selection.hours(&place.hours));
            let changes = self.changes(&place.exceptions, &name);
            return (changes.into_iter().collect(), hours.into_iter().collect());
        };
        if let Some(first) = schedule.weekly.first() {
            selection.same(&place.hours, &first.open);
        }
        let mut lines: Vec<HoursLine> = schedule.weekly.iter().map(|weekly| self.usual(weekly)).collect();
        lines.extend(self.other_days(schedule));
        let week = Hours { caption: self.with("page.hours", "place", &name), lines };
        let exceptions: Vec<HoursException> = schedule.exceptions.iter().chain(&place.exceptions).cloned().collect();
        let tables = [Some(week), self.changes(&exceptions, &name)].into_iter().flatten().collect();
        let closed = selection.closed_on(schedule);
        (tables, if closed.is_empty() { Vec::new() } else { vec![closed] })
    }

    fn usual(&self, weekly: &serviceline_core::model::Weekly) -> HoursLine {
        let days = self.selection.fact(&weekly.days, |days| self.selection.locale().days(days));
        let times = unbroken(&self.selection.times(&weekly.open, &weekly.close));
        HoursLine { date: None, days, label: None, times }
    }

    /// Days without hours are said too.
    fn other_days(&self, schedule: &Schedule) -> Option<HoursLine> {
        let open: Vec<Weekday> = schedule
            .weekly
            .iter()
            .filter_map(|weekly| weekly.days.value())
            .flat_map(|days| days.days().iter().copied())
            .collect();
        let all = Weekday::ALL.iter().all(|day| open.contains(day));
        let phrase = |key| self.selection.phrase(key);
        (!all && !open.is_empty()).then(|| HoursLine {
            date: None,
            days: phrase("page.other_days"),
            label: None,
            times: phrase("page.closed"),
        })
    }

    /// The days to come on which other hours are kept.
    fn changes(&mut self, exceptions: &[HoursException], name: &Words) -> Option<Hours> {
        let selection = self.selection;
        let today = selection.edition().today();
        let mut lines = Vec::new();
        for exception in exceptions {
            if exception.date.value().is_some_and(|date| *date < today) {
                self.notes.leave_out_all(exception, "that day is past");
                continue;
            }
            let closed = exception.open.is_empty();
            lines.push(HoursLine {
                date: exception.date.value().map(ToString::to_string),
                days: selection.fact(&exception.date, |date| selection.locale().weekday_date(*date)),
                label: self.say(&exception.label).map(Words::capitalized),
                times: if closed {
                    selection.phrase("page.closed")
                } else {
                    unbroken(&selection.times(&exception.open, &exception.close))
                },
            });
        }
        (!lines.is_empty()).then(|| Hours { caption: self.with("page.hours_changes", "place", name), lines })
    }

    /// Changes of hours on lines whose schedule no place shares, and the holidays on which they are closed.
    pub(super) fn line_hours(&self) -> Vec<Words> {
        let selection = self.selection;
        let organization = selection.organization();
        let mut remarks: Vec<Words> = Vec::new();
        let closed: Vec<Words> = organization.hours.iter().map(|schedule| selection.closed_on(schedule)).collect();
        if closed.iter().any(|closed| !closed.is_empty()) {
            remarks.push(self.with("contact.closed", "holidays", &selection.writer().list(&selection.holidays())));
        }
        for schedule in &organization.hours {
            let id = |hours: &HoursRef| hours.id() == schedule.id.as_str();
            if organization.locations.iter().any(|place| place.hours.value().is_some_and(id)) {
                continue;
            }
            let lines = organization.phones.iter().filter(|phone| phone.hours.value().is_some_and(id));
            let labels: Vec<Words> = lines.map(|phone| selection.say(&phone.label)).collect();
            let labels = selection.writer().list(&labels);
            for change in selection.exceptions(&schedule.exceptions) {
                remarks.push(selection.phrase_with("page.line_change", &[("lines", &labels), ("change", &change)]));
            }
        }
        remarks
    }
}

/// A time and the half of its day are not parted at the end of a line: `8 a.m.`
fn unbroken(times: &Words) -> Words {
    times.respell(|piece| {
        let mut text = String::with_capacity(piece.text().len());
        let mut before = ' ';
        for character in piece.text().chars() {
            text.push(if character == ' ' && before.is_ascii_digit() { '\u{a0}' } else { character });
            before = character;
        }
        text
    })
}

//! Days, dates and times of day.

use std::borrow::Cow;

use super::speaker::{Around, Said, Speaker, dotted};
use super::token::{Token, whole};

/// Sets the dash of "8 a.m.-5 p.m." apart, so that each time is a token of its own.
pub(super) fn spread<'t>(speaker: &Speaker, text: &'t str) -> Cow<'t, str> {
    if text.bytes().all(|b| b.is_ascii() && b != b'-') {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut done = 0;
    for (at, dash) in text.match_indices(['-', '\u{2013}']) {
        let before = text[..at].trim_end();
        let word = before.rfind(char::is_whitespace).map_or(before, |space| &before[space + 1..]);
        let after = text[at + dash.len()..].trim_start();
        let mark = speaker
            .time_marks()
            .any(|mark| word.ends_with(mark) && !word[..word.len() - mark.len()].ends_with(char::is_alphabetic));
        let time = after.starts_with(|c: char| c.is_ascii_digit())
            || speaker.rules.times.twelve.iter().any(|twelve| after.starts_with(twelve.as_str()));
        if mark && time && before.len() >= done {
            out.push_str(&text[done..before.len()]);
            out.push(' ');
            out.push_str(&speaker.rules.ranges.to);
            out.push(' ');
            done = text.len() - after.len();
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

impl Speaker {
    fn time_marks(&self) -> impl Iterator<Item = &str> {
        let times = &self.rules.times;
        times.before_noon_marks.iter().chain(&times.after_noon_marks).map(String::as_str)
    }

    /// The months and days by their full names.
    pub(super) fn is_calendar_name(&self, word: &str) -> bool {
        let times = &self.rules.times;
        times.months.iter().chain(&times.days).any(|names| names.iter().any(|name| name == word))
    }

    /// "January 5, 2026", "Jan. 5", "2026-08-20", "8/20/2026", "Mon-Fri".
    pub(super) fn date(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        if token.core.starts_with(|c: char| c.is_ascii_digit()) {
            return self.date_in_figures(around);
        }
        self.days(around).or_else(|| self.months(around)).or_else(|| self.date_in_words(around))
    }

    /// "June-August".
    fn months(&self, around: Around<'_, '_>) -> Option<Said> {
        let (first, last) = around.here().core.split_once(['-', '\u{2013}'])?;
        let full =
            |word: &str| self.rules.times.months.iter().find(|names| names.iter().any(|name| name == word))?.first();
        around.said(format!("{} {} {}", full(first)?, self.rules.ranges.days, full(last)?), 1)
    }

    /// "1 January 2026".
    fn day_first(&self, around: Around<'_, '_>) -> Option<Said> {
        let (day, month, year) = (around.here(), around.next(1)?, around.next(2)?);
        let names =
            self.rules.times.months.iter().find(|names| names.first().is_some_and(|name| name == month.core))?;
        let (year, false) = whole(year.core).filter(|_| day.is_open() && month.is_open() && year.core.len() == 4)?
        else {
            return None;
        };
        let day = self.day(day.core).filter(|_| day.core.len() <= 4)?;
        around.said(format!("{} {day}, {}", names.first()?, self.rules.numbers.pairs(year)), 3)
    }

    fn date_in_figures(&self, around: Around<'_, '_>) -> Option<Said> {
        if let Some(said) = self.day_first(around) {
            return Some(said);
        }
        let core = around.here().core;
        let mut parts = core.split(['-', '/']);
        let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
        if parts.next().is_some() {
            return None;
        }
        let (year, month, day) = match (first.len(), third.len()) {
            (4, 1..=2) => (first, second, third),
            (1..=2, 4) => (third, first, second),
            _ => return None,
        };
        let ([year, month, day], true) = ([whole(year)?.0, whole(month)?.0, whole(day)?.0], core.len() >= 8) else {
            return None;
        };
        let names = self.rules.times.months.get(usize::try_from(month.checked_sub(1)?).ok()?)?;
        if !(1..=31).contains(&day) {
            return None;
        }
        let numbers = &self.rules.numbers;
        around.said(format!("{} {}, {}", names.first()?, numbers.ordinal(day), numbers.pairs(year)), 1)
    }

    fn date_in_words(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        let word = token.dotted().map_or(token.core, |(word, _)| word);
        let names =
            self.rules.times.months.iter().find(|names| names.iter().any(|name| name == word || name == token.core))?;
        let full = names.first()?;
        let dot_is_own = word != token.core && names.iter().any(|name| name == word);
        if !token.is_open() && !dot_is_own {
            return None;
        }
        let next = around.next(1).filter(|next| next.lead.is_empty())?;
        let Some(day) = self.day(next.core) else {
            return (dot_is_own && whole(next.core).is_some()).then(|| Said {
                words: full.clone(),
                count: 1,
                tail: String::new(),
            });
        };
        let numbers = &self.rules.numbers;
        let year = around
            .next(2)
            .filter(|year| matches!(next.trail, "" | ",") && year.core.len() == 4 && year.lead.is_empty());
        match year.and_then(|year| whole(year.core)) {
            Some((year, false)) => around.said(format!("{full} {day}, {}", numbers.pairs(year)), 3),
            _ => around.said(format!("{full} {day}"), 2),
        }
    }

    /// A day of a month, or several: "5", "5th", "5-7".
    fn day(&self, core: &str) -> Option<String> {
        let one = |core: &str| {
            let digits = core.trim_end_matches(char::is_alphabetic);
            let mark = &core[digits.len()..];
            let fits = mark.is_empty() || self.rules.numbers.ordinal_marks.iter().any(|known| known == mark);
            let (day, _) = whole(digits).filter(|_| fits)?;
            (1..=31).contains(&day).then(|| self.rules.numbers.ordinal(day))
        };
        match core.split_once(['-', '\u{2013}']) {
            Some((first, last)) => Some(format!("{} {} {}", one(first)?, self.rules.ranges.to, one(last)?)),
            None => one(core),
        }
    }

    /// Days of the week that are abbreviated, and ranges of them.
    fn days(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        let times = &self.rules.times;
        let full = |word: &str| {
            times
                .days
                .iter()
                .find(|names| names.iter().any(|name| name == word || name.strip_suffix('.') == Some(word)))
                .and_then(|names| names.first())
        };
        let dash = around.next(1).filter(|dash| matches!(dash.word, "-" | "\u{2013}" | "\u{2014}"));
        if let (Some(_), Some(last)) = (dash, around.next(2))
            && let (Some(first), Some(full)) = (full(token.core), full(last.core))
        {
            let own_dot = times.days_alone.iter().any(|alone| alone.strip_suffix('.') == Some(last.core));
            let words = format!("{first} {} {full}", self.rules.ranges.days);
            return match last.dotted() {
                Some((_, rest)) if own_dot => dotted(words, 3, rest, self.ends_sentence(around, 2)),
                _ => around.said(words, 3),
            };
        }
        if let Some((first, last)) = token.core.split_once(['-', '\u{2013}']) {
            let words = format!("{} {} {}", full(first.trim_end_matches('.'))?, self.rules.ranges.days, full(last)?);
            return match token.dotted() {
                Some((_, rest)) if times.days_alone.iter().any(|alone| alone.trim_end_matches('.') == last) => {
                    let ends = self.ends_sentence(around, 0);
                    dotted(words, 1, rest, ends)
                }
                _ => around.said(words, 1),
            };
        }
        if let Some((word, rest)) = token.dotted()
            && times.days_alone.iter().any(|alone| alone == word)
        {
            let ends = self.ends_sentence(around, 0);
            return dotted(full(token.core)?.clone(), 1, rest, ends);
        }
        let beside = |token: Option<Token<'_>>| token.is_some_and(|token| full(token.core).is_some());
        let before = around.before().filter(|before| before.trail == ",");
        let after = around.next(1).filter(|_| token.trail == ",");
        if beside(before) || beside(after) { around.said(full(token.core)?.clone(), 1) } else { None }
    }

    /// "8 a.m.", "8:30am", "8-5 p.m.", "13:30".
    pub(super) fn time(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        if !token.core.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let digits = token.core.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
        let attached = &token.core[digits.len()..];
        if !attached.is_empty() {
            let half = self.half(attached)?;
            let words = self.half_of_day(digits, half)?;
            return match token.dotted() {
                Some((_, rest)) if attached.contains('.') => {
                    let ends = self.ends_sentence(around, 0);
                    dotted(words, 1, rest, ends)
                }
                _ => around.said(words, 1),
            };
        }
        let next = around.next(1).filter(|next| token.is_open() && next.lead.is_empty());
        if let Some(half) = next.and_then(|next| self.half(next.core)) {
            let next = next?;
            let words = self.half_of_day(digits, half)?;
            return match next.dotted() {
                Some((_, rest)) if next.core.contains('.') => {
                    let ends = self.ends_sentence(around, 1);
                    dotted(words, 2, rest, ends)
                }
                _ => around.said(words, 2),
            };
        }
        let minutes = digits.split_once(':').is_some_and(|(_, minutes)| minutes.len() == 2 || minutes.contains('-'));
        if !minutes {
            return None;
        }
        let words = self.clocks(digits)?;
        let words = if digits.ends_with(":00") { format!("{words} {}", self.rules.times.oclock) } else { words };
        around.said(words, 1)
    }

    /// The half of the day that a mark means.
    fn half(&self, mark: &str) -> Option<&str> {
        let times = &self.rules.times;
        let known = |marks: &[String]| marks.iter().any(|known| known == mark);
        if known(&times.before_noon_marks) {
            Some(&times.before_noon)
        } else if known(&times.after_noon_marks) {
            Some(&times.after_noon)
        } else {
            None
        }
    }

    /// A time with its half of the day; twelve has names of its own, which nobody mistakes.
    fn half_of_day(&self, digits: &str, half: &str) -> Option<String> {
        let times = &self.rules.times;
        if matches!(digits, "12" | "12:00") {
            return Some(times.twelve[usize::from(half == times.after_noon)].clone());
        }
        Some(format!("{} {half}", self.clocks(digits)?))
    }

    /// One time of the clock, or two with a dash between.
    fn clocks(&self, text: &str) -> Option<String> {
        match text.split_once(['-', '\u{2013}']) {
            Some((start, end)) => Some(format!("{} {} {}", self.clock(start)?, self.rules.ranges.to, self.clock(end)?)),
            None => self.clock(text),
        }
    }

    fn clock(&self, text: &str) -> Option<String> {
        let (hour, minute) = text.split_once(':').unwrap_or((text, "00"));
        let ((hour, _), (minute_value, _)) = (whole(hour)?, whole(minute)?);
        if hour > 24 || minute_value > 59 || minute.len() != 2 {
            return None;
        }
        let numbers = &self.rules.numbers;
        let hour = numbers.cardinal(hour, self.thousands);
        Some(match minute_value {
            0 => hour,
            1..=9 => format!("{hour} {} {}", numbers.oh, numbers.cardinal(minute_value, self.thousands)),
            _ => format!("{hour} {}", numbers.cardinal(minute_value, self.thousands)),
        })
    }
}

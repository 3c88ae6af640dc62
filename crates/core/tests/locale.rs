//! Dates, times, hours, lists and numbers as English writes them, and locales that cannot be used.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use serviceline_core::locale::{Locale, languages};
use serviceline_core::model::{Days, Every, Holiday, Time, Week, Weekday};
use serviceline_templates::Templates;

const FORMS: &str = "locales/en/forms.yaml";

fn english() -> Locale {
    Locale::load(&Templates::builtin(), "en-US").unwrap()
}

fn time(text: &str) -> String {
    english().time(text.parse().unwrap())
}

fn days(yaml: &str) -> String {
    let days: Days = serde_json::from_str(yaml).unwrap();
    english().days(&days)
}

/// The faults of a locale whose forms have `old` replaced by `new`.
fn faults(old: &str, new: &str) -> String {
    let forms = Templates::builtin().get(FORMS).unwrap().replace(old, new);
    let templates = Templates::builtin().overlay(FORMS, forms);
    Locale::load(&templates, "en").unwrap_err().to_string()
}

#[test]
fn dates() {
    let date = "2027-05-27".parse().unwrap();
    assert_eq!(english().date(date), "May 27, 2027");
    assert_eq!(english().month_day(date), "May 27");
    assert_eq!(english().weekday_date(date), "Thursday, May 27, 2027");
    assert_eq!(english().date("2026-09-01".parse().unwrap()), "September 1, 2026");
}

#[test]
fn times() {
    let written = ["00:00", "00:05", "08:00", "8:30", "11:59", "12:00", "12:30", "13:00", "18:00", "23:45", "24:00"];
    let read = written.map(time).join(" | ");
    assert_eq!(
        read,
        "midnight | 12:05 a.m. | 8 a.m. | 8:30 a.m. | 11:59 a.m. | noon | 12:30 p.m. | 1 p.m. | 6 p.m. | 11:45 p.m. | midnight"
    );
}

#[test]
fn times_of_a_clock_with_24_hours() {
    let forms = Templates::builtin().get(FORMS).unwrap().to_owned();
    let forms = forms
        .replace("clock: 12", "clock: 24")
        .replace("\"{{hour}} {{half}}\"", "\"{{hour}}:00\"")
        .replace("{{minute}} {{half}}", "{{minute}}")
        .replace("  noon: noon", "  # ")
        .replace("  midnight: midnight", "  # ");
    let locale = Locale::load(&Templates::builtin().overlay(FORMS, forms), "en").unwrap();
    let read = ["00:00", "08:30", "12:00", "18:00"].map(|text| locale.time(text.parse().unwrap())).join(" | ");
    assert_eq!(read, "0:00 | 8:30 | 12:00 | 18:00");
}

#[test]
fn days_of_the_week() {
    assert_eq!(days(r#""mon-fri""#), "Monday through Friday");
    assert_eq!(days(r#"["tue", "thu"]"#), "Tuesday and Thursday");
    assert_eq!(days(r#"["sat", "sun"]"#), "Saturday and Sunday");
    assert_eq!(days(r#"["mon-wed", "fri"]"#), "Monday through Wednesday and Friday");
    assert_eq!(days(r#"["mon", "wed", "fri"]"#), "Monday, Wednesday, and Friday");
    assert_eq!(days(r#""daily""#), "Every day");
}

#[test]
fn opening_hours() {
    let english = english();
    let writer = english.writer(str::to_owned);
    let times = |open: &str, close: &str| writer.times(time(open), time(close));
    let week = [(days(r#""mon-fri""#), times("08:00", "18:00")), (days(r#""sat""#), times("09:00", "12:00"))];
    assert_eq!(writer.week(week), "Monday through Friday, 8 a.m. to 6 p.m.; Saturday, 9 a.m. to noon");
    assert_eq!(english.always(), "24 hours a day, 7 days a week");
    let holidays =
        [Holiday::NewYearsDay, Holiday::MemorialDay, Holiday::ChristmasDay].map(|day| english.holiday(day).to_owned());
    assert_eq!(writer.closed_on(&holidays), "Closed on New Year's Day, Memorial Day, and Christmas Day.");
}

#[test]
fn days_with_other_hours() {
    let english = english();
    let writer = english.writer(str::to_owned);
    let date = || english.weekday_date("2027-05-27".parse().unwrap());
    let times = writer.times(time("09:00"), time("12:00"));
    let label = Some("staff training".to_owned());
    assert_eq!(writer.exception(date(), Some(times), label), "Thursday, May 27, 2027, 9 a.m. to noon (staff training)");
    assert_eq!(writer.exception(date(), None, None), "Thursday, May 27, 2027, closed");
}

#[test]
fn meetings() {
    let english = english();
    let writer = english.writer(str::to_owned);
    let noon = || writer.times(time("12:00"), time("13:00"));
    let (first, thursday) = (english.week(Week::First).to_owned(), english.weekday(Weekday::Thursday).to_owned());
    let month = writer.schedule(Every::Month, Some(first), Some(thursday.clone()), noon());
    assert_eq!(month, "The first Thursday of each month, noon to 1 p.m.");
    assert_eq!(writer.schedule(Every::Week, None, Some(thursday.clone()), noon()), "Every Thursday, noon to 1 p.m.");
    assert_eq!(writer.schedule(Every::Month, None, Some(thursday), noon()), "One Thursday each month, noon to 1 p.m.");
    assert_eq!(writer.schedule(Every::Week, None, None, noon()), "Every week, noon to 1 p.m.");
    assert_eq!(writer.schedule(Every::Day, None, None, noon()), "Every day, noon to 1 p.m.");
}

#[test]
fn lists() {
    let english = english();
    assert_eq!(english.list(&[] as &[&str]), "");
    assert_eq!(english.list(&["A"]), "A");
    assert_eq!(english.list(&["A", "B"]), "A and B");
    assert_eq!(english.list(&["A", "B", "C", "D"]), "A, B, C, and D");
    assert_eq!(english.list_or(&["A", "B", "C"]), "A, B, or C");
}

#[test]
fn numbers() {
    let english = english();
    let read = [0, 7, 999, 1_000, 1_200, 999_999, 1_000_000, -1_234_567].map(|n| english.integer(n)).join(" | ");
    assert_eq!(read, "0 | 7 | 999 | 1,000 | 1,200 | 999,999 | 1,000,000 | -1,234,567");
    assert_eq!(english.integer(i64::MIN), "-9,223,372,036,854,775,808");
    assert_eq!(english.number(1234.5), "1,234.5");
    assert_eq!(english.number(-0.25), "-0.25");
    assert_eq!(english.number(50.0), "50");
}

#[test]
fn names() {
    let english = english();
    assert_eq!(english.in_languages(&["en", "es"]), "in English and Spanish");
    assert_eq!(english.language_names(&["es-MX", "vi"]), "Spanish and Vietnamese");
    assert_eq!(english.language_name("qvy"), "qvy");
    assert!(!english.knows_language("qvy"));
    assert_eq!(english.time_zone("America/New_York"), Some("Eastern time"));
    assert_eq!(english.time_zone("Mars/Olympus"), None);
    assert_eq!(english.quoted("yes"), "“yes”");
    assert_eq!(english.quoted_inside("yes"), "‘yes’");
    assert_eq!(english.capitalized("écru"), "Écru");
}

#[test]
fn every_choice_has_a_name() {
    let english = english();
    assert!(Holiday::ALL.iter().all(|day| english.holiday(*day) != day.name()));
    assert!(Week::ALL.iter().all(|week| english.week(*week) == week.name()));
    assert!(Weekday::ALL.iter().all(|day| english.weekday(*day) != day.name()));
}

#[test]
fn phones() {
    let phone = |number: &str, extension: Option<&str>| {
        let extension = extension.map(|digits| digits.parse().unwrap());
        english().phone(&number.parse().unwrap(), extension.as_ref())
    };
    assert_eq!(phone("614-555-0134", Some("213")), "614-555-0134, ext. 213");
    assert_eq!(phone("(614) 555 0142", None), "614-555-0142");
    assert_eq!(phone("911", None), "911");
}

#[test]
fn a_folder_of_the_whole_tag_comes_before_that_of_the_language() {
    let forms = Templates::builtin().get(FORMS).unwrap().replace("[January,", "[Janvier,");
    let phrases = Templates::builtin().get("locales/en/phrases.yaml").unwrap().to_owned();
    let own =
        Templates::builtin().overlay("locales/en-CA/forms.yaml", forms).overlay("locales/en-CA/phrases.yaml", phrases);
    let new_year = "2026-01-01".parse().unwrap();
    assert_eq!(Locale::load(&own, "en-CA").unwrap().date(new_year), "Janvier 1, 2026");
    assert_eq!(Locale::load(&own, "en-US").unwrap().date(new_year), "January 1, 2026");
    assert_eq!(languages(&own), ["en", "en-CA"]);
}

#[test]
fn a_language_without_words_is_refused() {
    let error = Locale::load(&Templates::builtin(), "tlh").unwrap_err().to_string();
    assert_eq!(
        error,
        "error[unknown-language]: there are no words for the language `tlh`; use one of: en, or add the folder locales/tlh"
    );
}

#[test]
fn a_language_without_phrases_is_refused() {
    let forms = Templates::builtin().get(FORMS).unwrap().to_owned();
    let error =
        Locale::load(&Templates::builtin().overlay("locales/fr/forms.yaml", forms), "fr").unwrap_err().to_string();
    assert!(
        error.starts_with("error[missing-template]: expected the file locales/fr/phrases.yaml, found none"),
        "{error}"
    );
}

#[test]
fn a_pattern_that_would_lose_a_value_is_refused() {
    let faults = faults("month_day: \"{{month}} {{day}}\"", "month_day: \"{{month}}\"");
    assert_eq!(faults, "dates.month_day: error[bad-locale]: expected `{{day}}` in the pattern, found `{{month}}`");
}

#[test]
fn a_pattern_that_asks_for_more_is_refused() {
    let faults = faults("{{start}} to {{end}}", "{{start}} to {{end}} {{zone}}");
    assert_eq!(faults, "times.span: error[bad-locale]: the pattern asks for `{{zone}}`, which it isn't given");
}

#[test]
fn a_week_of_six_days_is_refused() {
    let faults = faults(", Sunday]", "]");
    assert_eq!(faults, "weekdays: error[bad-locale]: expected 7 names, found 6");
}

#[test]
fn a_form_that_is_missing_is_refused() {
    let faults = faults("  every_day: Every day\n", "");
    assert!(faults.contains("every_day"), "{faults}");
}

#[test]
fn a_time_is_never_written_as_nothing() {
    let english = english();
    for hour in 0..24 {
        for minute in 0..60 {
            assert!(!english.time(Time::new(hour, minute).unwrap()).is_empty());
        }
    }
}

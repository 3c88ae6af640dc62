//! Machines are told nothing that the page does not show.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use serde_json::Value;
use serviceline_core::Purpose;
use support::text::visible;

/// A value with the names of the fields that lead to it.
fn leaves<'v>(value: &'v Value, name: &str, found: &mut Vec<(String, &'v str)>) {
    match value {
        Value::String(text) => found.push((name.to_owned(), text)),
        Value::Array(items) => items.iter().for_each(|item| leaves(item, name, found)),
        Value::Object(fields) => fields.iter().for_each(|(field, value)| leaves(value, field, found)),
        _ => {}
    }
}

/// Letters and digits in one form: what differs in them is another text.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// `2026-09-01` as a page of the examples writes it.
fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts: Vec<usize> = iso.split('-').map(|part| part.parse().unwrap()).collect();
    format!("{} {}, {}", MONTHS[parts[1] - 1], parts[2], parts[0])
}

/// `08:30` as a page of the examples writes it.
fn time(clock: &str) -> String {
    let (hour, minute) = clock.split_once(':').unwrap();
    let hour: u32 = hour.parse().unwrap();
    let half = if hour < 12 { "a.m." } else { "p.m." };
    let hour = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
    match (hour, minute, half) {
        (12, "00", "p.m.") => "noon".to_owned(),
        (hour, "00", half) => format!("{hour} {half}"),
        (hour, minute, half) => format!("{hour}:{minute} {half}"),
    }
}

fn check(service: &str) {
    let page = support::page(&support::edition(service, Purpose::Publication));
    let json = page.split("<script type=\"application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let value: Value = serde_json::from_str(json).unwrap();
    let seen = visible(&page);
    let (shown, numbers) = (plain(&seen), digits(&seen));
    let mut found = Vec::new();
    leaves(&value, "", &mut found);
    assert!(found.len() > 150, "{}", found.len());
    for (name, text) in found {
        let is_shown = match name.as_str() {
            // Which kind of thing it is, and the addresses of the page and of its parts.
            "@type" | "@context" | "dayOfWeek" | "medicalSpecialty" | "inLanguage" | "availableLanguage"
            | "addressCountry" => true,
            "@id" | "url" | "item" => text.starts_with("https://larkmere.example.org"),
            "telephone" => numbers.contains(&digits(text.trim_start_matches("+1"))),
            "lastReviewed" | "validFrom" | "validThrough" => shown.contains(&plain(&date(text))),
            // Day and night, and a day on which nobody is there.
            "opens" | "closes" if matches!(text, "00:00" | "23:59") => true,
            "opens" | "closes" => shown.contains(&plain(&time(text))),
            "streetAddress" => text.split(", ").all(|part| shown.contains(&plain(part))),
            _ => shown.contains(&plain(text)),
        };
        assert!(is_shown, "{service}: `{name}` is {text:?}, which the page does not show");
    }
}

#[test]
fn every_value_is_on_the_page() {
    check("spine-cancer");
    check("sleep-medicine");
}

#[test]
fn surgery_and_radiation_are_services_and_no_condition_claims_a_treatment() {
    let page = support::page(&support::edition("spine-cancer", Purpose::Publication));
    for part in ["\"availableService\":[", "\"@type\":\"SurgicalProcedure\"", "\"@type\":\"RadiationTherapy\""] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("possibleTreatment") && !page.contains("typicalTest"));
}

#[test]
fn a_place_is_a_hospital_only_where_the_content_says_so() {
    let page = support::page(&support::edition("spine-cancer", Purpose::Publication));
    let kind = |place: &str| {
        let id = format!("\",\"@id\":\"https://larkmere.example.org/spine-cancer#locations-{place}\",\"name\"");
        page.split(&id).next().unwrap().rsplit('"').next().unwrap().to_owned()
    };
    assert_eq!(kind("main-campus"), "Hospital");
    assert_eq!(kind("eastgate"), "MedicalClinic");
}

#[test]
fn the_hours_of_the_care_in_a_hospital_are_not_the_hospitals() {
    let page = support::page(&support::edition("spine-cancer", Purpose::Publication));
    let place = |id: &str| {
        let from = page.split(&format!("spine-cancer#locations-{id}\",\"name\"")).nth(1).unwrap();
        from.split("\"@id\"").next().unwrap().to_owned()
    };
    let hospital = place("main-campus");
    let (own, department) = hospital.split_once("\"department\":").unwrap();
    assert!(!own.contains("openingHoursSpecification"), "{own}");
    assert!(department.starts_with("{\"@type\":\"MedicalClinic\",\"name\":\"Spine cancer care\",\"openingHours"));
    assert!(place("eastgate").contains("\"openingHoursSpecification\"") && !place("eastgate").contains("department"));
}

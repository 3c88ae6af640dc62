//! A place that is closed for now: every channel says so, and none offers visits there.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{root, today};
use serviceline::{Edition, Manuscript, Publisher, Purpose, source::Source, standard};

/// The hand therapy of the small corpus, its one place closed or not.
fn edition(publisher: &Publisher, closed: bool) -> Edition {
    let read = |name: &str| std::fs::read_to_string(root().join("tests/corpus/small").join(name)).unwrap();
    let name = "    name: Pinefield Clinic\n";
    let organization = read("organization.yaml");
    assert!(organization.contains(name), "{organization}");
    let status = if closed { "    status: closed\n" } else { "" };
    let organization = organization.replace(name, &format!("{name}{status}"));
    let service = Source::new("hand-therapy.yaml", read("hand-therapy.yaml"));
    let manuscript = Manuscript::read(&service, &Source::new("organization.yaml", organization));
    publisher.prepare(&manuscript, Purpose::Publication, today()).unwrap()
}

fn text(channel: &str, closed: bool) -> String {
    let publisher = standard();
    let artifact = publisher.publish(channel, &edition(&publisher, closed)).unwrap();
    String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap()
}

/// Runs of spaces and breaks of lines as one space.
fn run(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_channel_says_that_a_place_is_closed() {
    for channel in ["html", "markdown", "script"] {
        let says = |closed| run(&text(channel, closed)).to_lowercase().contains("closed for now");
        assert!(says(true), "{channel}");
        assert!(!says(false), "{channel}");
    }
    for channel in ["brochure", "press"] {
        let publisher = standard();
        let says =
            |closed| publisher.wording(channel, &edition(&publisher, closed)).unwrap().contains("Closed for now");
        assert!(says(true), "{channel}");
        assert!(!says(false), "{channel}");
    }
}

#[test]
fn the_script_says_so_before_address_and_hours_and_offers_no_days_there() {
    let script = run(&text("script", true));
    assert!(script.contains("Pinefield Clinic is closed for now. Its usual hours are"), "{script}");
    assert!(script.contains("Pinefield Clinic is closed for now. Pinefield Clinic is at"), "{script}");
    assert!(run(&text("script", false)).contains("OFFER DAYS AT PINEFIELD CLINIC"));
    assert!(!script.contains("OFFER DAYS") && !script.contains("Which day is good for you?"), "{script}");
    assert!(script.contains("EVERY PLACE IS CLOSED FOR NOW. OFFER NO DAY THERE."), "{script}");
    assert!(script.contains("WHEN NO PLACE IS OPEN YET") || script.contains("IF NO PLACE IS OPEN YET"), "{script}");
    assert!(script.contains("Closed for now. Usual hours: Monday"), "{script}");
}

#[test]
fn machines_are_told_no_hours_of_a_place_that_is_closed() {
    let hours = |closed| text("html", closed).matches("\"openingHoursSpecification\"").count();
    assert_eq!((hours(false), hours(true)), (1, 0));
}

//! A place whose clocks are set otherwise than the organization's says so in every channel.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{root, text_of, today};
use serviceline::{Manuscript, Purpose, source::Source, standard};

/// The text of a small service line in a channel; its place keeps the time of this zone.
fn text(channel: &str, zone: &str) -> String {
    let read = |name: &str| std::fs::read_to_string(root().join("tests/corpus/small").join(name)).unwrap();
    let place = format!("    time_zone: {zone}\n    hours: week\n");
    let organization = read("organization.yaml").replace("    hours: week\n", &place);
    let manuscript = Manuscript::read(
        &Source::new("smallest.yaml", read("smallest.yaml")),
        &Source::new("organization.yaml", organization),
    );
    let publisher = standard();
    let edition = publisher.prepare(&manuscript, Purpose::Publication, today()).unwrap_or_else(|r| panic!("{r}"));
    let artifact = publisher.publish(channel, &edition).unwrap_or_else(|r| panic!("{channel}:\n{r}"));
    // Text that is taken out of a brochure has spaces where the pieces of a line meet.
    text_of(&artifact.files()[0]).split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".")
}

#[test]
fn every_channel_says_where_a_place_keeps_other_time() {
    for channel in ["html", "markdown", "brochure", "script"] {
        let there = text(channel, "America/Denver");
        assert!(there.contains("Times here are Mountain time."), "{channel}:\n{there}");
        assert!(!there.contains("All times are"), "{channel}:\n{there}");
    }
    let html = text("html", "America/Denver");
    assert!(html.contains("Times are Pacific time, unless a place has its own."), "{html}");
}

#[test]
fn a_place_with_the_organizations_own_time_says_nothing_of_it() {
    for channel in ["html", "markdown", "brochure", "script"] {
        let here = text(channel, "America/Los_Angeles");
        assert!(!here.contains("Times here"), "{channel}:\n{here}");
    }
    assert!(text("html", "America/Los_Angeles").contains("All times are Pacific time."));
}

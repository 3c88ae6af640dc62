//! Phone numbers within Arabic, Hebrew and Persian: no channel may let their groups change places.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::corpus;
use serviceline::standard;

/// The text of a channel's file, as it was published.
fn published(channel: &str) -> String {
    let publisher = standard();
    let case = corpus().into_iter().find(|case| case.name == "interpreters").unwrap();
    let artifact = publisher.publish(channel, &case.edition(&publisher)).unwrap();
    String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap()
}

#[test]
fn the_page_keeps_numbers_apart_from_what_is_read_from_the_right() {
    let page = published("html");
    let from_right: Vec<&str> = page.lines().filter(|line| line.contains("dir=\"rtl\"")).collect();
    assert_eq!(from_right.len(), 3);
    for line in from_right {
        assert!(line.contains("dir=\"ltr\" href=\"tel:+14025550143\">402-555-0143</a>"), "{line}");
    }
}

#[test]
fn markdown_keeps_numbers_apart_from_what_is_read_from_the_right_and_only_there() {
    let markdown = published("markdown");
    assert_eq!(markdown.matches("\u{2066}402-555-0143\u{2069}").count(), 3);
    assert!(markdown.matches("402-555-0143").count() > 3);
}

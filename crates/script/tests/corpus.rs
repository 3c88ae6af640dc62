//! Whole scripts, as they are printed: complete content, the least that can be published, and a page with gaps.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::path::PathBuf;

use serviceline_core::Purpose;

/// The code of the edition changes with every field of the content; the snapshots are about what the script says.
fn coded_alike(text: &str) -> String {
    const NAME: &str = "\nEDITION      ";
    let Some(at) = text.find(NAME).map(|at| at + NAME.len()) else { return text.to_owned() };
    format!("{}XXXX-XXXX{}", &text[..at], &text[at + "XXXX-XXXX".len()..])
}

fn check(name: &str, path: PathBuf, purpose: Purpose) {
    insta::assert_snapshot!(name, coded_alike(&common::publish(&common::load(path), purpose).text));
}

#[test]
fn spine_cancer() {
    check("spine_cancer", common::example("spine-cancer.yaml"), Purpose::Publication);
}

#[test]
fn sleep_medicine() {
    check("sleep_medicine", common::example("sleep-medicine.yaml"), Purpose::Publication);
}

#[test]
fn the_least_that_can_be_published() {
    check("smallest", common::corpus("small/smallest.yaml"), Purpose::Publication);
}

#[test]
fn a_page_as_it_was_received_shows_its_gaps() {
    check("as_received", common::corpus("as-received/services/spine-cancer.yaml"), Purpose::Draft);
}

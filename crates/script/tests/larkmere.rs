//! The scripts of the example content, as they are printed.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use serviceline_core::{Manuscript, Purpose};

fn script(name: &str) -> String {
    common::text(&common::prepared(&Manuscript::load(common::example(name)).unwrap(), Purpose::Publication))
}

#[test]
fn spine_cancer() {
    std::fs::write("/work/tmp/spine.txt", script("spine-cancer.yaml")).unwrap();
}

#[test]
fn sleep_medicine() {
    std::fs::write("/work/tmp/sleep.txt", script("sleep-medicine.yaml")).unwrap();
}

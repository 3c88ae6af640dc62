//! The laws of a call, over the corpus and over generated content.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::Published;
use proptest::prelude::*;
use serviceline_core::{Manuscript, Purpose};
use serviceline_script::laws::{Law, speech};
use serviceline_specimen::content;

/// Lines that are too long or not plain ASCII.
fn bad_lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.len() > 72 || !line.is_ascii() || line.contains('\t') || line.ends_with(' ')).collect()
}

/// The laws that bind whatever the content says; how long a sentence is is up to its author.
fn check(published: &Published, but: &[Law]) {
    let Published { text, dialogue } = published;
    assert_eq!(bad_lines(text), Vec::<&str>::new());
    let breaches: Vec<String> = speech(dialogue)
        .into_iter()
        .filter(|breach| !but.contains(&breach.law))
        .map(|breach| format!("{}: {} ({:?}): {}", breach.place, breach.law, breach.field, breach.words))
        .collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn the_examples_keep_every_law() {
    for name in ["spine-cancer.yaml", "sleep-medicine.yaml"] {
        check(&common::publish(&common::load(common::example(name)), Purpose::Publication), &[]);
    }
}

#[test]
fn small_and_unfinished_content_keeps_the_laws_too() {
    let long = [Law::ShortCue, Law::ShortSentence];
    for name in ["small/smallest.yaml", "small/hand-therapy.yaml", "small/limits.yaml", "small/hostile.yaml"] {
        check(&common::publish(&common::load(common::corpus(name)), Purpose::Publication), &long);
    }
    check(&common::publish(&common::load(common::corpus("as-received/services/spine-cancer.yaml")), Purpose::Draft), &long);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_content_keeps_the_laws(specimen in content()) {
        let manuscript = Manuscript::new(specimen.service, specimen.organization);
        check(&common::publish(&manuscript, Purpose::Publication), &[Law::ShortCue, Law::ShortSentence]);
    }
}

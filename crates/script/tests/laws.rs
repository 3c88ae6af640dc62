//! The laws of a call, over the corpus and over generated content.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::Published;
use proptest::prelude::*;
use serviceline_core::{Manuscript, Purpose, Words};
use serviceline_script::dialogue::{Cue, Kind, Step, StepId};
use serviceline_script::laws::{Law, flow, speech};
use serviceline_specimen::content;

/// Lines that are too long or not plain ASCII.
fn bad_lines(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.len() > 72 || !line.is_ascii() || line.contains('\t') || line.ends_with(' '))
        .collect()
}

/// The laws that bind whatever the content says; how long a sentence is is up to its author.
fn check(published: &Published, but: &[Law]) {
    let Published { text, dialogue, .. } = published;
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
        let published = common::publish(&common::load(common::example(name)), Purpose::Publication);
        check(&published, &[]);
        assert!(published.warnings.is_empty(), "{:?}", published.warnings);
    }
}

#[test]
fn what_is_too_long_to_say_is_a_warning_with_its_field() {
    let published =
        common::publish(&common::load(common::corpus("as-received/services/spine-cancer.yaml")), Purpose::Draft);
    let warned = |path: &str| {
        published
            .warnings
            .iter()
            .any(|w| w.code == "script-too-long" && w.path.as_ref().is_some_and(|p| p.as_str() == path))
    };
    assert!(warned("reasons[1].body"), "{:?}", published.warnings);
}

#[test]
fn a_dialogue_with_a_hole_is_refused() {
    let whole = common::publish(&common::load(common::example("spine-cancer.yaml")), Purpose::Publication).dialogue;
    assert!(flow(&whole).is_ok());
    let mut hole = whole.clone();
    hole.steps.retain(|step| step.id != StepId::part(7, 'C'));
    let report = flow(&hole).unwrap_err();
    assert!(report.diagnostics().iter().all(|d| d.code == "script-flow"));
    assert_eq!(report.diagnostics()[0].message, "step S7B leads to S7C, which is not there");
    let mut lonely = whole;
    lonely.steps.push(Step {
        id: StepId::new(12),
        title: Words::default(),
        parts: vec![Cue::new(Kind::Ask, Words::default()).into()],
    });
    let messages: Vec<String> = flow(&lonely).unwrap_err().diagnostics().iter().map(|d| d.message.clone()).collect();
    assert_eq!(
        messages,
        [
            "step S12 asks something and does not offer the way to S0",
            "step S12 is a step that nothing leads to",
            "step S12 is a step from which no way ends the call",
        ]
    );
}

#[test]
fn small_and_unfinished_content_keeps_the_laws_too() {
    let long = [Law::ShortCue, Law::ShortSentence];
    for name in ["small/smallest.yaml", "small/hand-therapy.yaml", "small/limits.yaml", "small/hostile.yaml"] {
        check(&common::publish(&common::load(common::corpus(name)), Purpose::Publication), &long);
    }
    check(
        &common::publish(&common::load(common::corpus("as-received/services/spine-cancer.yaml")), Purpose::Draft),
        &long,
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_content_keeps_the_laws(specimen in content()) {
        let manuscript = Manuscript::new(specimen.service, specimen.organization);
        check(&common::publish(&manuscript, Purpose::Publication), &[Law::ShortCue, Law::ShortSentence]);
    }
}

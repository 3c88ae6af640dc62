//! The parts of a script that are written.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::Published;
use serviceline_core::coverage::Status;
use serviceline_core::{Manuscript, Purpose};

const EMERGENCY: [&str; 5] = ["S0 ", "S0A", "S0B", "S0C", "S0D"];

fn publish(parts: &str) -> Published {
    let example: Manuscript = common::load(common::example("spine-cancer.yaml"));
    common::publish(&common::set(&example, &format!("{{ parts: {parts} }}")), Purpose::Publication)
}

/// Whether steps, answers and facts stand in a script. Those of an emergency must.
fn written(text: &str) -> [bool; 3] {
    for step in EMERGENCY {
        assert!(text.contains(&format!("\n{step}  ")), "{step}: {text}");
    }
    ["\nS4   KEY MESSAGES", "\nQUICK ANSWERS: WHAT", "\nQUICK FACTS\n"].map(|title| text.contains(title))
}

#[test]
fn parts_that_are_not_named_are_not_written_and_the_head_says_so() {
    let whole = publish("[steps, answers, facts]");
    assert_eq!(written(&whole.text), [true, true, true]);
    assert!(!whole.text.contains("NOT IN THIS FILE"));
    for (parts, expected, elsewhere) in [
        ("[steps]", [true, false, false], "NOT IN THIS FILE: THE QUICK ANSWERS; THE QUICK FACTS."),
        ("[steps, answers]", [true, true, false], "NOT IN THIS FILE: THE QUICK FACTS."),
        ("[answers]", [false, true, false], "NOT IN THIS FILE: THE STEPS FROM S1 TO S11; THE QUICK FACTS."),
        ("[facts]", [false, false, true], "NOT IN THIS FILE: THE STEPS FROM S1 TO S11; THE QUICK ANSWERS."),
    ] {
        let text = publish(parts).text;
        assert_eq!(written(&text), expected, "{parts}");
        assert!(text.replace('\n', " ").contains(elsewhere), "{parts}: {text}");
    }
}

#[test]
fn what_stood_in_a_part_that_is_not_written_is_left_out_for_that_reason() {
    let published = publish("[steps]");
    let coverage = published.artifact.coverage();
    let reason = |path: &str| match coverage.of(path).unwrap() {
        Status::LeftOut(reason) => reason.to_string(),
        Status::Placed => "placed".to_owned(),
    };
    assert!(reason("faqs[0].answer").contains("`parts` in serviceline.yaml"), "{}", reason("faqs[0].answer"));
    assert_eq!(reason("main_message"), "placed");
}

#[test]
fn no_part_at_all_and_a_part_named_twice_are_refused() {
    let example = common::load(common::example("spine-cancer.yaml"));
    for (parts, message) in [
        ("[]", "expected at least one of `steps`, `answers` and `facts`, found none"),
        ("[steps, steps]", "expected each part once, found one twice"),
        ("[steps, anwsers]", "anwsers"),
    ] {
        let manuscript = common::set(&example, &format!("{{ parts: {parts} }}"));
        let report = common::try_publish(&manuscript, Purpose::Publication).unwrap_err().to_string();
        assert!(report.contains(message), "{report}");
    }
}

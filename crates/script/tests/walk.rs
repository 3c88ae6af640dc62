//! Calls that a script leads to.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use serviceline_core::Purpose;
use serviceline_script::dialogue::{Code, Dialogue, StepId};
use serviceline_script::encode::transcript;
use serviceline_script::walk::{all, stuck, through};

fn example(name: &str) -> Dialogue {
    common::publish(&common::load(common::example(&format!("{name}.yaml"))), Purpose::Publication).dialogue
}

fn steps(names: &str) -> Vec<StepId> {
    names.split(' ').map(|name| name.parse().unwrap()).collect()
}

/// The calls that every agent must have heard once: one that informs, an emergency, a first visit, a worry.
fn check(name: &str) {
    let dialogue = example(name);
    let calls: Vec<_> = steps("S4 S0A S7A S5A").into_iter().filter_map(|step| through(&dialogue, step)).collect();
    assert_eq!(calls.len(), 4);
    insta::assert_snapshot!(format!("calls_{name}"), transcript(&dialogue, &calls));
    let outlines: Vec<String> = all(&dialogue)
        .iter()
        .map(|path| {
            let steps: Vec<String> = path.steps().map(|step| step.to_string()).collect();
            let codes: Vec<&str> = path.codes.iter().map(Code::as_str).collect();
            format!("{} = {}", steps.join(" "), codes.join(" "))
        })
        .collect();
    insta::assert_snapshot!(format!("outlines_{name}"), outlines.join("\n"));
}

#[test]
fn calls_of_the_examples() {
    check("spine-cancer");
    check("sleep-medicine");
}

#[test]
fn every_choice_is_walked_and_every_call_ends_in_a_code() {
    for name in ["spine-cancer", "sleep-medicine"] {
        let dialogue = example(name);
        assert_eq!(stuck(&dialogue), []);
        let paths = all(&dialogue);
        assert!(paths.iter().all(|path| !path.codes.is_empty()));
        assert!(paths.iter().all(|path| path.steps().next() == Some(StepId::new(1))));
        let walked: Vec<StepId> = paths.iter().flat_map(|path| path.steps().collect::<Vec<_>>()).collect();
        assert!(dialogue.steps.iter().all(|step| walked.contains(&step.id)));
    }
}

#[test]
fn a_choice_that_no_call_can_take_is_found() {
    let mut dialogue = example("spine-cancer");
    assert!(through(&dialogue, StepId::part(7, 'Z')).is_none());
    dialogue.steps.retain(|step| step.id != StepId::new(11));
    let close = dialogue.step(StepId::new(10)).unwrap();
    let last = close.parts.len() - 1;
    assert!(stuck(&dialogue).contains(&(StepId::new(10), last)));
}

#[test]
fn names_of_steps_are_read_as_they_are_written() {
    for (at, step) in StepId::parts(5).enumerate() {
        assert_eq!(step.to_string().parse(), Ok(step), "{at}");
    }
    assert_eq!("s0d".parse(), Ok(StepId::part(0, 'D')));
    for wrong in ["", "S", "4", "S999", "S1AAA", "S1?"] {
        assert!(wrong.parse::<StepId>().is_err(), "{wrong}");
    }
}

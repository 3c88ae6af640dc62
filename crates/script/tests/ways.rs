//! Where a call can go, and what a greeting may say, by what the content has.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::Published;
use serviceline_core::model::{Choice, Discovery, PhoneRef, ScriptContent};
use serviceline_core::{Manuscript, Purpose, Report, Words};
use serviceline_script::dialogue::{Cue, Kind, Step, StepId};
use serviceline_script::laws::flow;

/// The hand therapy of the corpus with another script of its organization's.
fn with_script(change: impl FnOnce(&mut ScriptContent)) -> Result<Published, Report> {
    let example = common::load(common::corpus("small/hand-therapy.yaml"));
    let (mut service, mut organization) = (example.service().clone(), example.organization().clone());
    service.script = ScriptContent::default();
    organization.script = ScriptContent::default();
    change(&mut organization.script);
    common::try_publish(&Manuscript::new(service, organization), Purpose::Publication)
}

#[test]
fn a_greeting_tells_strangers_nothing_where_messages_leave_its_number() {
    let greet = |greeting: &str, voicemail: &str| {
        with_script(|script| {
            script.greeting = format!("{greeting} This is {{AGENT NAME}}.").as_str().into();
            script.voicemail.phone = PhoneRef::new(&voicemail.parse().unwrap()).into();
        })
    };
    let report = greet("Thank you for calling HAND Therapy.", "desk").unwrap_err();
    let [refused] = report.diagnostics() else { panic!("{report}") };
    assert_eq!(refused.code, "script-telling-greeting");
    assert!(refused.message.contains("found `hand therapy`"), "{refused}");
    assert_eq!(refused.path.as_ref().unwrap().as_str(), "organization.script.greeting");
    for discreet in
        ["Thank you for calling Pinefield Health.", "You have reached us on the second floor, the hand that helps."]
    {
        assert!(greet(discreet, "desk").is_ok(), "{discreet}");
    }
    assert!(greet("Thank you for calling hand therapy.", "nurse").is_ok(), "that number is answered with other words");
}

#[test]
fn whatever_a_caller_answers_leads_on() {
    let published = with_script(|script| {
        let way = |goto: &str| Choice { hear: "one thing".into(), goto: goto.into() };
        let question = |id: &str, goto: &str| Discovery {
            id: id.parse().unwrap(),
            ask: "What is it?".into(),
            options: vec![way(goto)],
        };
        script.discovery = vec![question("first", "other_lines"), question("second", "verify")];
    });
    let text = published.unwrap().text;
    let step = text.split("\nS3 ").nth(1).unwrap().split("\nS4 ").next().unwrap();
    assert!(step.contains("IF ONE THING -> GO TO S9\nIF ANYTHING ELSE -> ASK NEXT\n"), "{step}");
    assert!(step.contains("IF ONE THING -> GO TO S6\nIF ANYTHING ELSE -> GO TO S4\n"), "{step}");
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
            "step S12 lets the caller speak and does not offer the way to S0",
            "step S12 is a step that nothing leads to",
            "step S12 is a step from which no way ends the call",
        ]
    );
}

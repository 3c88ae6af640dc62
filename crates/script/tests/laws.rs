//! The laws of a call, over the corpus and over generated content.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::Published;
use std::collections::BTreeSet;

use proptest::prelude::*;
use serviceline_core::model::{CallPolicy, Claim, EmergencyPolicy};
use serviceline_core::words::Role;
use serviceline_core::{Manuscript, Organization, Purpose, ServiceLine, Words};
use serviceline_script::dialogue::{Body, Code, Cue, Decider, Dialogue, Step, StepId, Target};
use serviceline_script::laws::{Law, speech};
use serviceline_script::walk::stuck;
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
    assert_eq!(stuck(dialogue), [], "every choice is on the way of some call, from the greeting to a code");
    emergency_ends(dialogue);
    a_closed_desk_leaves_the_nurse_line_open(dialogue);
    privacy_is_kept(dialogue);
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

/// Every claim that is said, whose qualifier is not said in the same step or answer.
fn unqualified(published: &Published, claims: &[(String, String)]) -> Vec<String> {
    let fields = |words: &Words| -> Vec<String> {
        words.pieces().iter().flat_map(serviceline_core::words::Piece::fields).map(ToString::to_string).collect()
    };
    let steps = published.dialogue.steps.iter().map(|step| step.cues().flat_map(|cue| fields(&cue.words)).collect());
    let answers = published.dialogue.answers.entries.iter().filter_map(|entry| match &entry.body {
        Body::Answer { words, .. } => Some(fields(words)),
        Body::See(_) => None,
    });
    let groups: Vec<Vec<String>> = steps.chain(answers).collect();
    let bare = |group: &Vec<String>| {
        let said = |field: &str| group.iter().any(|said| said == field);
        claims
            .iter()
            .filter(|(text, qualifier)| said(text) && !said(qualifier))
            .map(|(text, _)| text.clone())
            .collect::<Vec<_>>()
    };
    groups.iter().flat_map(bare).collect()
}

/// The fields of each claim that has a qualifier which no other claim shares.
fn qualified(service: &ServiceLine, organization: &Organization) -> Vec<(String, String)> {
    let all = [("", &service.claims), ("organization.", &organization.claims)];
    let claims = all.into_iter().flat_map(|(root, claims)| claims.iter().map(move |(id, claim)| (root, id, claim)));
    let own: Vec<_> = claims.filter(|(.., claim)| !claim.qualifier.full().is_empty()).collect();
    let shared = |qualifier: &str| own.iter().filter(|(.., claim)| claim.qualifier.full() == qualifier).count() > 1;
    let fields = |(root, id, _): &(&str, &String, &Claim)| {
        (format!("{root}claims.{id}.text"), format!("{root}claims.{id}.qualifier"))
    };
    own.iter().filter(|(.., claim)| !shared(claim.qualifier.full())).map(fields).collect()
}

#[test]
fn a_claim_is_said_with_its_qualifier() {
    for name in ["spine-cancer.yaml", "sleep-medicine.yaml"] {
        let manuscript = common::load(common::example(name));
        let claims = qualified(manuscript.service(), manuscript.organization());
        assert!(!claims.is_empty(), "{name} has no claim with a qualifier of its own");
        let published = common::publish(&manuscript, Purpose::Publication);
        assert_eq!(unqualified(&published, &claims), Vec::<String>::new());
    }
}

/// The emergency steps of a service line whose call centre has this policy.
fn under_policy(policy: CallPolicy, if_caller_cannot: Option<CallPolicy>) -> Published {
    let example = common::load(common::corpus("small/hand-therapy.yaml"));
    let mut organization = example.organization().clone();
    organization.script.emergency = EmergencyPolicy { policy: Some(policy), if_caller_cannot };
    common::publish(&Manuscript::new(example.service().clone(), organization), Purpose::Publication)
}

#[test]
fn every_policy_for_an_emergency_has_a_way_on_when_the_caller_says_no_or_nobody_answers() {
    // What can happen there: the line drops, help arrives, nobody answers.
    for (policy, events) in [(CallPolicy::CallerCalls, 1), (CallPolicy::AgentCalls, 2), (CallPolicy::Transfer, 3)] {
        let published = under_policy(policy, None);
        check(&published, &[Law::ShortCue, Law::ShortSentence]);
        let call = published.dialogue.step(StepId::part(0, 'A')).unwrap();
        let again = Target::Step(StepId::part(0, 'B'));
        assert!(
            call.choices().any(|way| way.by == Decider::Caller && way.to == again),
            "{policy:?}: who says no is asked"
        );
        assert_eq!(call.choices().filter(|way| way.by == Decider::Event).count(), events, "{policy:?}");
    }
    let put_through = under_policy(CallPolicy::CallerCalls, Some(CallPolicy::Transfer)).text;
    let cannot = put_through.split("IF THE CALLER CANNOT CALL:").nth(1).unwrap();
    assert!(cannot.trim_start().starts_with("DO:   WARM TRANSFER 911."), "{cannot}");
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

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64)
}

/// An emergency that has begun ends among its own steps, whoever refuses or does not answer; doubt leads to help.
fn emergency_ends(dialogue: &Dialogue) {
    for step in dialogue.steps.iter().filter(|step| step.id.number() == 0) {
        for choice in step.choices() {
            let stays = match &choice.to {
                Target::Step(next) => next.number() == 0,
                Target::Disposition(_) => true,
                Target::Back => step.id == StepId::new(0),
                Target::Next => false,
            };
            assert!(stays, "{} leads out of the emergency: {:?}", step.id, choice.to);
        }
    }
    let nurse = dialogue.step(StepId::part(0, 'D')).unwrap();
    assert!(
        nurse.choices().any(|choice| choice.by == Decider::Event && choice.to == Target::Disposition(Code::new("C2"))),
        "a caller whom no nurse answers is called back"
    );
}

/// Whoever is told that a desk is closed is told the number of the nurse line, if there is one.
fn a_closed_desk_leaves_the_nurse_line_open(dialogue: &Dialogue) {
    let phones = |step: &Step, aloud: bool| -> BTreeSet<String> {
        let words = step.cues().filter(|cue| cue.kind.is_aloud() == aloud).flat_map(Cue::every_words);
        let roles = words.flat_map(Words::pieces).map(serviceline_core::words::Piece::role);
        roles.filter_map(|role| if let Role::Phone { id, .. } = role { Some(id.to_string()) } else { None }).collect()
    };
    let nurse = phones(dialogue.step(StepId::part(0, 'D')).unwrap(), true);
    let closed = phones(dialogue.step(StepId::part(7, 'B')).unwrap(), true);
    assert!(nurse.is_subset(&closed), "S0D says {nurse:?}, S7B says {closed:?}");
    let waits = dialogue.step(StepId::part(0, 'D')).unwrap().choices().filter(|way| way.by == Decider::Event);
    let ends: Vec<bool> = waits.map(|way| matches!(way.to, Target::Disposition(_))).collect();
    assert!(!ends.is_empty() && ends.iter().all(|ends| *ends), "waiting for a nurse has no end");
}

/// Who somebody is, is asked in S6 alone; no message names an illness, and nothing says whether there is a record.
fn privacy_is_kept(dialogue: &Dialogue) {
    let aloud = |step: &Step| -> String {
        step.cues().filter(|cue| cue.kind.is_aloud()).map(|cue| cue.words.text().to_lowercase() + "\n").collect()
    };
    for step in dialogue.steps.iter().filter(|step| step.id != StepId::new(6)) {
        let said = aloud(step);
        for question in ["full name?", "date of birth?", "record number?", "insurance number?"] {
            assert!(!said.contains(question), "{}: {said}", step.id);
        }
    }
    let refused = aloud(dialogue.step(StepId::part(6, 'A')).unwrap());
    for hint in ["your record", "the record", "found", "no record", "does not match"] {
        assert!(!refused.contains(hint), "{refused}");
    }
    let title = dialogue.header.masthead[1][0].text().to_lowercase();
    let message = aloud(dialogue.step(StepId::part(7, 'C')).unwrap());
    assert!(!message.contains(&title), "{message}");
}

proptest! {
    // `PROPTEST_CASES` asks for more: the whole check of a change takes thousands.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn any_content_keeps_the_laws(specimen in content()) {
        let claims = qualified(&specimen.service, &specimen.organization);
        let manuscript = Manuscript::new(specimen.service, specimen.organization);
        let published = common::publish(&manuscript, Purpose::Publication);
        check(&published, &[Law::ShortSentence]);
        prop_assert_eq!(unqualified(&published, &claims), Vec::<String>::new());
    }
}

//! The laws of a call, over the corpus and over generated content.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::Published;
use proptest::prelude::*;
use serviceline_core::model::{CallPolicy, Claim, EmergencyPolicy};
use serviceline_core::source::Source;
use serviceline_core::{Manuscript, Organization, Purpose, ServiceLine, Severity, Words};
use serviceline_script::dialogue::{Body, Code, Cue, Decider, Dialogue, Kind, Step, StepId, Target};
use serviceline_script::laws::{Law, flow, speech};
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
fn under_strict_what_is_too_long_to_say_is_refused() {
    let file = common::corpus("faults/script-too-long.yaml");
    let settings = |strict: bool| Source::new("serviceline.yaml", format!("script: {{ strict: {strict} }}\n"));
    let publish =
        |strict| common::try_publish(&common::load(&file).with_settings(&settings(strict)), Purpose::Publication);
    assert!(publish(false).is_ok());
    let report = publish(true).unwrap_err();
    let [refused] = report.diagnostics() else { panic!("{report}") };
    assert_eq!((refused.code, refused.severity), ("script-too-long", Severity::Error));
    assert_eq!(refused.path.as_ref().map(serviceline_core::path::FieldPath::as_str), Some("main_message"));
}

#[test]
fn a_step_that_is_longer_than_a_screen_is_a_warning_with_its_lines() {
    let example = common::load(common::example("spine-cancer.yaml"));
    for limit in [12, 30, 39, 40] {
        let settings = Source::new("serviceline.yaml", format!("script: {{ step_lines: {limit} }}\n"));
        let published = common::publish(&example.clone().with_settings(&settings), Purpose::Publication);
        let found = |id: &str, lines: usize| {
            published.warnings.iter().any(|warning| {
                let said = format!("at most {limit} lines, found {lines}: {id} ");
                warning.code == "script-long-step" && warning.path.is_some() && warning.message.contains(&said)
            })
        };
        // As many as the published text has between the rule above the step and the next step.
        let text = &published.text;
        let start = text.find("\nS9   ").unwrap() + 1;
        let lines = 1 + text[start..].split("\n\n---").next().unwrap().lines().count();
        assert_eq!(found("S9", lines), lines > limit, "{limit} {lines}: {:?}", published.warnings);
    }
}

#[test]
fn a_long_text_is_read_in_several_breaths() {
    let example = common::load(common::corpus("small/smallest.yaml"));
    let mut service = example.service().clone();
    let sentence = "We look after people with many kinds of back pain, and we take all the time they need. ";
    service.main_message = sentence.repeat(5).trim().into();
    let manuscript = Manuscript::new(service, example.organization().clone());
    let Published { dialogue, warnings, .. } = common::publish(&manuscript, Purpose::Publication);
    let said = dialogue.step(StepId::new(4)).unwrap().cues().filter(|cue| cue.words.text().contains("back pain"));
    let sentences: Vec<usize> = said.map(|cue| cue.words.text().matches("back pain").count()).collect();
    assert_eq!(sentences, [3, 2]);
    assert!(!warnings.iter().any(|warning| warning.message.contains("60 words")), "{warnings:?}");
}

#[test]
fn a_number_that_is_longer_than_a_line_is_cut_between_its_groups() {
    let example = common::load(common::corpus("small/smallest.yaml"));
    let mut organization = example.organization().clone();
    for phone in &mut organization.phones {
        if phone.number.value().is_some_and(|number| number.to_string().len() > 3) {
            phone.number = "877-377-8337".parse::<serviceline_core::model::PhoneNumber>().unwrap().into();
        }
    }
    let Published { text, .. } =
        common::publish(&Manuscript::new(example.service().clone(), organization), Purpose::Publication);
    assert!(text.contains("eight seven seven ... three seven seven ...\n"), "{text}");
    assert!(!text.lines().any(|line| line.ends_with("thre") || line.ends_with("seve")), "{text}");
}

/// A script of content with names from several languages, with these options.
fn accented(options: &str) -> Published {
    let example = common::load(common::corpus("small/smallest.yaml"));
    let mut service = example.service().clone();
    service.main_message = "Ask for Zoë Núñez or Søren at the café. Nguyễn answers too.".into();
    let manuscript = Manuscript::new(service, example.organization().clone());
    let settings = Source::new("serviceline.yaml", format!("script: {options}\n"));
    common::publish(&manuscript.with_settings(&settings), Purpose::Publication)
}

#[test]
fn a_plain_script_tells_of_the_accents_that_it_lacks() {
    let Published { text, .. } = accented("{}");
    assert!(text.is_ascii());
    assert!(text.contains("Ask for Zoe Nunez or Soren at the cafe."), "{text}");
    let table = text.split("HOW TO SAY IT").nth(1).unwrap();
    let rows: Vec<&str> = table.lines().skip(1).map(str::trim).take_while(|line| !line.is_empty()).collect();
    assert_eq!(
        rows,
        [
            "cafe      the e has an acute accent",
            "Nguyen    the e has a circumflex and the e has a tilde",
            "Nunez     the u has an acute accent and the n has a tilde",
            "Soren     the o has a stroke",
            "Zoe       the e has two dots above",
        ]
    );
}

#[test]
fn on_request_letters_stay_as_they_are_written() {
    let Published { text, .. } = accented("{ utf8: true }");
    assert!(text.contains("Ask for Zoë Núñez or Søren at the café. Nguyễn answers too."), "{text}");
    assert!(!text.contains("acute accent"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 72), "{text}");
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

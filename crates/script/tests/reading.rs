//! What is hard to read aloud or to see at a glance, and the letters of a script.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::Published;
use serviceline_core::source::Source;
use serviceline_core::{Manuscript, Purpose, Severity};
use serviceline_script::dialogue::StepId;

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

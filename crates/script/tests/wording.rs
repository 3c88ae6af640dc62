//! A call centre's own wording, laid over the built-in phrases.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use serviceline_core::{Date, Manuscript, Publisher, Purpose};
use serviceline_script::Script;
use serviceline_templates::Templates;

const PHRASES: &str = "script/en/phrases.yaml";

fn smallest() -> Manuscript {
    common::load(common::corpus("small/smallest.yaml"))
}

#[test]
fn a_phrase_may_be_said_in_other_words() {
    let own = "s1.ask: What can I do for you?\ns10.thanks: Thank you. {{organization}} is here for you.\n";
    let text = common::publish_with(
        Script::new(Templates::builtin().overlay(PHRASES, own)),
        &smallest(),
        Purpose::Publication,
    )
    .text;
    assert!(text.contains("ASK:  What can I do for you?"));
    assert!(text.contains("Thank you. Pinefield Health is here for you."));
    assert!(!text.contains("How may I help you today?"));
}

#[test]
fn what_is_not_read_aloud_is_in_capitals_however_it_is_written() {
    let own = "s1.listen: let them talk, and note the need at 8 a.m. sharp.\n";
    let text = common::publish_with(
        Script::new(Templates::builtin().overlay(PHRASES, own)),
        &smallest(),
        Purpose::Publication,
    )
    .text;
    assert!(text.contains("DO:   LET THEM TALK, AND NOTE THE NEED AT 8 A.M. SHARP."));
}

#[test]
fn a_misspelled_key_is_refused_with_the_nearest() {
    let own = Templates::builtin().overlay(PHRASES, "s1.aks: What can I do for you?\n");
    let publisher = Publisher::default().with(Script::new(own));
    let edition = publisher.prepare(&smallest(), Purpose::Publication, Date::new(2026, 11, 22).unwrap()).unwrap();
    let report = publisher.publish("script", &edition).unwrap_err().to_string();
    assert_eq!(
        report,
        "script/en/phrases.yaml:1:1: error[unknown-phrase]: there is no phrase `s1.aks`; did you mean `s1.ask`?"
    );
}

#[test]
fn a_phrase_cannot_drop_the_number_that_it_is_given() {
    let own = "s1.ask: What can I do for you?\ns0a.hang_up: Please hang up and call for help *now*.\n";
    let publisher = Publisher::default().with(Script::new(Templates::builtin().overlay(PHRASES, own)));
    let edition = publisher.prepare(&smallest(), Purpose::Publication, Date::new(2026, 11, 22).unwrap()).unwrap();
    let report = publisher.publish("script", &edition).unwrap_err().to_string();
    assert_eq!(
        report,
        "script/en/phrases.yaml:2:14: error[lost-value]: the phrase leaves out `{{emergency}}`, which the built-in one says; \
         the built-in phrase is `Please hang up and call {{emergency}} *now*. Say where help is needed.`"
    );
}

//! What is read aloud, for voice systems.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::Published;
use proptest::prelude::*;
use serviceline_core::{Manuscript, Purpose};
use serviceline_script::dialogue::{Body, Kind};
use serviceline_script::ssml::ssml;
use serviceline_specimen::content;

/// What every common engine speaks.
const SUBSET: [&str; 7] = ["speak", "mark", "p", "s", "break", "emphasis", "sub"];

fn publish(manuscript: &Manuscript) -> Published {
    common::publish(&common::set(manuscript, "{ ssml: true }"), Purpose::Publication)
}

/// The words of a text, without its marks.
fn words(text: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut blank = false;
    for c in text.chars() {
        blank = c == '{' || blank && c != '}';
        if !blank && !"}*".contains(c) {
            bare.push(c);
        }
    }
    bare.replace("...", " ").split_whitespace().map(ToOwned::to_owned).collect()
}

/// Reads the speech as an engine does: well-formed, of the subset alone, with every word that is read aloud in order.
fn check(published: &Published) {
    let text = ssml(&published.dialogue);
    let speech = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let root = speech.root_element();
    assert_eq!(root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some("en-US"));
    for element in root.descendants().filter(roxmltree::Node::is_element) {
        assert!(SUBSET.contains(&element.tag_name().name()), "{element:?}");
    }
    let said = root.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text());
    let said: String = said.collect::<Vec<_>>().join(" ");
    let Published { dialogue, .. } = published;
    let cues =
        dialogue.steps.iter().flat_map(serviceline_script::dialogue::Step::cues).filter(|cue| cue.kind.is_aloud());
    let lines = cues.flat_map(serviceline_script::dialogue::Cue::every_words);
    let answers = dialogue.answers.entries.iter().filter_map(|entry| match &entry.body {
        Body::Answer { words, .. } => Some(words),
        Body::See(_) => None,
    });
    let aloud: String = lines.chain(answers).map(|words| words.text() + " ").collect();
    let bare = |text: &str| -> String { words(text).concat() };
    assert_eq!(bare(&said), bare(&aloud));
}

#[test]
fn it_is_written_on_request_alone() {
    let example = common::load(common::example("sleep-medicine.yaml"));
    assert_eq!(common::publish(&example, Purpose::Publication).artifact.files().len(), 1);
    let published = publish(&example);
    assert_eq!(published.artifact.files()[1].media_type(), "application/ssml+xml");
    assert_eq!(published.file(".ssml"), ssml(&published.dialogue));
}

#[test]
fn the_speech_of_the_examples_is_sound() {
    for name in ["spine-cancer.yaml", "sleep-medicine.yaml"] {
        check(&publish(&common::load(common::example(name))));
    }
    for name in ["small/smallest.yaml", "small/limits.yaml", "small/hostile.yaml"] {
        check(&publish(&common::load(common::corpus(name))));
    }
}

#[test]
fn numbers_pause_stress_is_marked_and_blanks_are_named() {
    let published = publish(&common::load(common::example("spine-cancer.yaml")));
    let speech = published.file(".ssml");
    for expected in [
        "six one four<break time=\"1s\"/>five five five<break time=\"1s\"/>zero one five zero",
        "call nine one one <emphasis level=\"strong\">now</emphasis>.</s>",
        "This is <mark name=\"fill-in.AGENT-NAME\"/>.</s>",
        "<mark name=\"S4.1\"/>\n<p><s>May I tell you how we work?</s><s>It takes less than a minute.</s></p>",
        "<mark name=\"answer.PARKING-MAIN-CAMPUS\"/>",
    ] {
        assert!(speech.contains(expected), "{expected}: {speech}");
    }
}

#[test]
fn what_is_not_read_aloud_is_no_part_of_it() {
    let published = publish(&common::load(common::example("spine-cancer.yaml")));
    let speech = published.file(".ssml");
    for step in &published.dialogue.steps {
        for cue in step.cues().filter(|cue| !cue.kind.is_aloud() && cue.kind != Kind::Pause) {
            for words in cue.every_words().filter(|words| words.text().len() > 12) {
                assert!(!speech.contains(&words.text()), "{}", words.text());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn the_speech_of_any_content_is_sound(specimen in content()) {
        check(&publish(&Manuscript::new(specimen.service, specimen.organization)));
    }
}

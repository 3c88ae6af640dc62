//! Phrases are found, filled, overlaid, and refused where they are not what is expected.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use proptest::prelude::*;
use serviceline_core::phrase::{Bound, Part, Pattern, Phrases};
use serviceline_core::source::Source;
use serviceline_templates::Templates;

const SHARED: &str = "locales/en/phrases.yaml";

fn read(yaml: &str) -> Phrases {
    Phrases::read(&Source::new("phrases.yaml", yaml)).unwrap()
}

fn overlaid(yaml: &str) -> Result<Phrases, String> {
    Phrases::load(&Templates::builtin().overlay(SHARED, yaml), SHARED).map_err(|report| report.to_string())
}

fn refused(pattern: &str) -> String {
    pattern.parse::<Pattern>().unwrap_err().to_string()
}

#[test]
fn a_phrase_is_filled_in_the_order_of_its_language() {
    let phrases = read("late: \"Am {{date}}, {{time}}\"\nearly: \"{{time}} on {{date}}: {{time}}\"\n");
    let values = [("time", "noon"), ("date", "May 1")];
    assert_eq!(phrases.fill("late", &values).unwrap(), "Am May 1, noon");
    assert_eq!(phrases.fill("early", &values).unwrap(), "noon on May 1: noon");
}

#[test]
fn values_of_any_type_are_bound() {
    let pattern: Pattern = "a {{b}} c".parse().unwrap();
    assert_eq!(pattern.parts(), [Part::Literal("a ".into()), Part::Value("b".into()), Part::Literal(" c".into())]);
    assert_eq!(pattern.bind(&[("b", 7)]).unwrap(), [Bound::Literal("a "), Bound::Value(&7), Bound::Literal(" c")]);
}

#[test]
fn only_simple_values_are_read() {
    let other = "expected text with simple values such as `{{name}}`, found another expression";
    for pattern in
        ["{{#if a}}b{{/if}}", "{{upper a}}", "{{a.b}}", "{{../a}}", "{{@index}}", "{{{a}}}", "{{> part}}", "{{A}}"]
    {
        assert_eq!(refused(pattern), other, "{pattern}");
    }
    assert_eq!(
        refused("{{a"),
        "expected text with simple values such as `{{name}}`, found braces without one in `{{a`"
    );
}

#[test]
fn a_space_can_be_a_phrase() {
    let phrases = read("gap: \"{{space}}\"\nlead: \"to:{{space}}\"\n");
    assert_eq!(phrases.fill("gap", &[]).unwrap(), " ");
    assert_eq!(phrases.get("lead").unwrap().pattern().parts(), [Part::Literal("to: ".into())]);
}

#[test]
fn a_missing_value_is_an_error() {
    let error = read("a: \"{{b}}\"").fill("a", &[("c", "")]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a: error[missing-value]: the phrase asks for `{{b}}`, which it isn't given; it is given `c`"
    );
}

#[test]
fn an_unknown_key_is_an_error_with_the_nearest_key() {
    let phrases = read("section.contact: Contact");
    let error = phrases.fill("section.contacts", &[]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "error[unknown-phrase]: there is no phrase `section.contacts`; did you mean `section.contact`?"
    );
}

#[test]
fn a_bad_pattern_has_a_place() {
    let report = Phrases::read(&Source::new("phrases.yaml", "a: b\nc: \"{{#d}}\"\n")).unwrap_err().to_string();
    assert!(report.starts_with("phrases.yaml:2:4: error["), "{report}");
}

#[test]
fn an_own_file_says_some_things_differently() {
    let phrases = overlaid("section.contact: Call us").unwrap();
    assert_eq!(phrases.fill("section.contact", &[]).unwrap(), "Call us");
    assert_eq!(phrases.fill("section.urgent", &[]).unwrap(), "When to get help");
}

#[test]
fn an_own_file_cannot_say_what_nobody_asks_for() {
    let error = overlaid("section.contakt: Call us\nplace.floor: Floor {{number}}\n").unwrap_err();
    let lines: Vec<&str> = error.lines().collect();
    assert_eq!(
        lines,
        [
            "locales/en/phrases.yaml:1:1: error[unknown-phrase]: there is no phrase `section.contakt`; did you mean \
             `section.contact`?",
            "locales/en/phrases.yaml:2:14: error[lost-value]: the phrase leaves out `{{floor}}`, which the built-in one says; \
             the built-in phrase is `floor {{floor}}`",
            "locales/en/phrases.yaml:2:14: error[missing-value]: the phrase asks for `{{number}}`, which it isn't given; it is \
             given `floor`",
        ]
    );
}

#[test]
fn an_own_file_of_a_new_name_stands_alone() {
    let templates = Templates::builtin().overlay("own/phrases.yaml", "a: b");
    assert_eq!(Phrases::load(&templates, "own/phrases.yaml").unwrap().keys().collect::<Vec<_>>(), ["a"]);
}

#[test]
fn the_shared_phrases_are_sorted_within_their_groups_and_say_something() {
    let templates = Templates::builtin();
    let text = templates.get(SHARED).unwrap();
    let mut count = 0;
    for group in text.split("# --- ") {
        let lines = group.lines().skip(1).filter(|line| !line.starts_with('#'));
        let keys: Vec<&str> = lines.filter_map(|line| line.split_once(": ")).map(|(key, _)| key).collect();
        assert!(keys.is_sorted(), "{:?}", keys.windows(2).find(|pair| pair[0] > pair[1]));
        count += keys.len();
    }
    let phrases = Phrases::load(&templates, SHARED).unwrap();
    assert_eq!(phrases.keys().count(), count);
    assert!(phrases.keys().all(|key| !phrases.get(key).unwrap().pattern().parts().is_empty()));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "[a-z{}#/.@>! \\\\\n]{0,24}") {
        if let Ok(pattern) = text.parse::<Pattern>() {
            let names: Vec<String> = pattern.names().map(str::to_owned).collect();
            let values: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
            prop_assert!(pattern.fill(&values).is_ok());
        }
    }

    #[test]
    fn text_without_braces_stays_as_it_is(text in "[^{}\\\\]{0,40}") {
        prop_assert_eq!(text.parse::<Pattern>().unwrap().fill(&[]).unwrap(), text);
    }
}

//! A script as data.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::collections::BTreeSet;

use common::Published;
use serde_json::Value;
use serviceline_core::{Manuscript, Purpose, Words};
use serviceline_script::data::{Text, schema};

fn publish(manuscript: &Manuscript) -> Published {
    common::publish(&common::set(manuscript, "{ json: true }"), Purpose::Publication)
}

fn json(published: &Published) -> Value {
    serde_json::from_str(published.file(".dialogue.json")).unwrap()
}

/// Every value of a key, wherever it stands.
fn every<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(object) => {
            found.extend(object.get(key).and_then(Value::as_str));
            object.values().for_each(|value| every(value, key, found));
        }
        Value::Array(items) => items.iter().for_each(|item| every(item, key, found)),
        _ => {}
    }
}

#[test]
fn it_is_written_on_request_alone() {
    let example = common::load(common::example("spine-cancer.yaml"));
    let plain = common::publish(&example, Purpose::Publication);
    assert_eq!(plain.artifact.files().len(), 1);
    let with_data = publish(&example);
    assert_eq!(with_data.artifact.files().len(), 2);
    assert_eq!(with_data.artifact.files()[1].media_type(), "application/json");
    assert_eq!(with_data.text, plain.text, "the text stays as it is");
}

#[test]
fn it_has_every_text_and_every_way() {
    for name in ["spine-cancer.yaml", "sleep-medicine.yaml"] {
        let published = publish(&common::load(common::example(name)));
        let (dialogue, json) = (&published.dialogue, json(&published));
        let mut texts = vec![];
        every(&json, "text", &mut texts);
        let texts: BTreeSet<&str> = texts.into_iter().collect();
        let mut lost = vec![];
        let mut look = |words: &Words| {
            let text = Text::from(words).text;
            if !texts.contains(text.as_str()) {
                lost.push(text);
            }
        };
        for step in &dialogue.steps {
            look(&step.title);
            step.cues().flat_map(serviceline_script::dialogue::Cue::every_words).for_each(&mut look);
            step.choices().filter_map(|choice| choice.when.as_ref()).for_each(&mut look);
        }
        dialogue.answers.entries.iter().for_each(|entry| look(&entry.subject));
        dialogue.facts.tables.iter().for_each(|table| look(&table.title));
        dialogue.header.notices.iter().for_each(&mut look);
        assert_eq!(lost, Vec::<String>::new());

        let ids: Vec<&str> =
            json["steps"].as_array().unwrap().iter().map(|step| step["id"].as_str().unwrap()).collect();
        assert_eq!(ids, dialogue.steps.iter().map(|step| step.id.to_string()).collect::<Vec<_>>());
        let mut targets = vec![];
        every(&json["steps"], "step", &mut targets);
        assert!(!targets.is_empty() && targets.iter().all(|target| ids.contains(target)), "{targets:?}");
        assert!(ids.contains(&json["start"].as_str().unwrap()) && ids.contains(&json["emergency"].as_str().unwrap()));
    }
}

#[test]
fn it_names_the_fields_that_were_placed_and_numbers_that_can_be_dialed() {
    let published = publish(&common::load(common::example("spine-cancer.yaml")));
    let json = json(&published);
    let message = json["steps"].as_array().unwrap().iter().find(|step| step["id"] == "S4").unwrap();
    assert!(message.to_string().contains("\"fields\":[\"main_message\"]"), "{message}");
    let nurse = json["steps"].as_array().unwrap().iter().find(|step| step["id"] == "S0D").unwrap();
    assert!(nurse.to_string().contains(r#""phones":[{"id":"nurse-line","uri":"tel:+16145550150"}]"#), "{nurse}");
}

#[test]
fn its_form_is_as_the_documentation_shows_it() {
    let published = publish(&common::load(common::corpus("small/smallest.yaml")));
    let mut call = json(&published);
    call["edition"] = "XXXX-XXXX".into();
    call["head"]["facts"].as_array_mut().unwrap().remove(0);
    let steps = call["steps"].as_array_mut().unwrap();
    steps.retain(|step| ["S0A", "S4", "S11"].contains(&step["id"].as_str().unwrap()));
    call["answers"]["entries"].as_array_mut().unwrap().truncate(2);
    insta::assert_snapshot!("smallest_dialogue", serde_json::to_string_pretty(&call).unwrap());
}

#[test]
fn its_schema_tells_what_every_field_is() {
    let schema = serde_json::to_value(schema()).unwrap();
    assert_eq!(schema["title"], "Serviceline dialogue");
    let definitions = schema["$defs"].as_object().unwrap();
    let bare: Vec<&String> =
        definitions.iter().filter(|(_, own)| own["description"].is_null()).map(|(n, _)| n).collect();
    assert!(definitions.len() > 10 && bare.is_empty(), "{bare:?}");
    assert!(schema["properties"]["steps"]["description"].is_string());
}

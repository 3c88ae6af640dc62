//! What gives way so that panels hold what they must, in which order, and what is said about it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{changed, refusal};
use serviceline_core::{ServiceLine, Text};

const SENTENCE: &str = "We look after you from the first call to the last visit, and after it. ";

/// The account of the spine cancer line with a change: its lines, and its data.
fn account(change: impl FnOnce(&mut ServiceLine)) -> (String, serde_json::Value) {
    let artifact = common::publish(&changed(|service, _| change(service))).unwrap();
    let account = artifact.account().unwrap();
    (account.lines.join("\n"), account.data.clone())
}

/// A map with these sections, and with nothing on the other panels.
fn map(service: &mut ServiceLine, panels: &[(&str, &[&str])]) {
    for names in service.brochure.panels.values_mut() {
        names.clear();
    }
    let cover: (&str, &[&str]) = ("cover", &["title", "cover"]);
    for (panel, names) in panels.iter().chain([&cover]) {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        service.brochure.panels.insert((*panel).to_owned(), names);
    }
}

#[test]
fn a_panel_with_room_gives_nothing_way() {
    let (lines, data) = account(|service| map(service, &[("inside_left", &["tests"])]));
    assert!(lines.starts_with("trifold-letter, running text 12/16 pt\nfilled: cover"), "{lines}");
    assert!(!lines.contains("to fit"), "{lines}");
    assert_eq!(data["steps"], serde_json::json!([]));
}

#[test]
fn a_section_that_may_move_does_before_anything_gives_way() {
    let (lines, data) = account(|service| {
        map(service, &[("inside_left", &["treatments", "tests > inside_right"]), ("inside_right", &[])]);
    });
    assert!(lines.contains("to fit: tests moved from inside_left to inside_right"), "{lines}");
    assert_eq!(data["moved"][0]["to"], "inside_right");
    assert_eq!(data["short"], serde_json::json!([]));
}

#[test]
fn spaces_and_lead_give_way_before_a_wording_does() {
    let (lines, data) = account(|service| {
        map(service, &[("inside_left", &["treatments", "journey.before"])]);
    });
    assert!(lines.contains("ornament of the inside at 0 %") && lines.contains("spaces of the inside at"), "{lines}");
    assert_eq!(data["short"], serde_json::json!([]));
}

#[test]
fn the_wording_that_saves_most_is_shortened_first_and_no_more_than_need_be() {
    let body = SENTENCE.repeat(14);
    let (lines, data) = account(|service| {
        map(service, &[("inside_left", &["reasons.diagnosis", "reasons.team", "reasons.support"])]);
        service.reasons[2].body = Text::from("A body of some lines that can be said in fewer.").with_short("A body.");
        service.reasons[3].body = Text::from(body.as_str()).with_short("Short.");
    });
    assert_eq!(data["short"], serde_json::json!(["reasons[3].body"]), "{lines}");
    assert!((data["body_pt"].as_f64().unwrap() - 12.0).abs() < 0.01, "{lines}");
}

#[test]
fn what_the_map_keeps_is_never_shortened() {
    let (longer, shorter) = (SENTENCE.repeat(10), SENTENCE.repeat(7));
    for (entry, expect) in [("reasons.team", "reasons[3].body"), ("reasons.team keep", "reasons[2].body")] {
        let (lines, data) = account(|service| {
            map(service, &[("inside_left", &["reasons.diagnosis", entry])]);
            service.reasons[2].body = Text::from(shorter.as_str()).with_short("A body.");
            service.reasons[3].body = Text::from(longer.as_str()).with_short("Short.");
        });
        assert_eq!(data["short"], serde_json::json!([expect]), "{entry}: {lines}");
    }
}

#[test]
fn the_size_goes_down_last_for_the_whole_document_and_with_a_warning() {
    let mut sizes = Vec::new();
    for sentences in 14..26 {
        let body = SENTENCE.repeat(sentences);
        let published = common::publish(&changed(|service, _| {
            map(service, &[("inside_left", &["reasons.support"])]);
            service.reasons[5].short = None;
            service.reasons[5].body = Text::from(body.trim());
        }));
        let Ok(artifact) = published else { break };
        let size = artifact.account().unwrap().data["body_pt"].as_f64().unwrap();
        let is_warned = artifact.warnings().iter().any(|warning| warning.code == "text-size");
        assert_eq!(is_warned, size < 12.0, "{size}");
        sizes.push(size);
    }
    // The longer the text, the smaller, until nothing helps.
    assert!(sizes.len() < 12 && sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    assert!(sizes.contains(&12.0) && sizes.contains(&11.0), "{sizes:?}");
}

#[test]
fn six_times_the_text_of_a_section_is_refused_with_field_panel_and_lines() {
    let report = refusal(&changed(|service, _| {
        for reason in &mut service.reasons {
            reason.body = Text::from(reason.body.full().repeat(6).as_str());
            reason.short = None;
        }
    }));
    for part in ["error[overset]: panel `inside_left` is over by", "lines", "reasons[", ".body", "cut "] {
        assert!(report.contains(part), "{part:?} is not in\n{report}");
    }
}

#[test]
fn what_to_do_in_an_emergency_is_never_shortened() {
    let wording = |text: &str| Text::from(text).with_short("Short.");
    let report = refusal(&changed(|service, _| {
        for card in &mut service.urgent {
            card.items = vec![wording(&SENTENCE.repeat(9))];
        }
    }));
    assert!(report.contains("error[overset]") && report.contains("urgent["), "{report}");
}

#[test]
fn what_the_map_prints_only_where_there_is_room_is_left_out_last_item_first() {
    let (lines, data) = account(|service| {
        map(service, &[("inside_left", &["tests", "reasons room"])]);
    });
    let left_out = data["left_out"].as_array().unwrap();
    assert!(
        left_out.contains(&"reasons.support".into()) && !left_out.contains(&"reasons.experience".into()),
        "{lines}"
    );
}

//! What stands on the panels: the author's map, the format's own, drafts, warnings.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{changed, edition, pdf, publisher, reader::Reader};
use serviceline_core::{Purpose, Text, coverage::Status};

#[test]
fn without_a_map_the_format_s_own_is_printed() {
    let manuscript = changed(|service, _| service.brochure.panels.clear());
    let artifact = common::publish(&manuscript).unwrap();
    let text = Reader::new(artifact.files()[0].bytes()).text();
    assert!(text.contains("Why people choose us") && text.contains("Call our cancer nurses"), "{text}");
    // What the format's map prints only where there is room says so where it is left out.
    let left_out = artifact.account().unwrap().data["left_out"].as_array().unwrap().clone();
    assert!(!left_out.is_empty());
    for name in left_out.iter().map(|name| name.as_str().unwrap()) {
        assert!(!name.starts_with("urgent") && name != "notices", "{name}");
    }
    let fields = artifact.coverage().lines().filter(|line| line.status == "left_out");
    let reasons: Vec<_> = fields.filter_map(|line| line.reason.map(|reason| reason.to_string())).collect();
    assert!(reasons.iter().any(|reason| reason.contains("no room for it in this format")), "{reasons:?}");
}

#[test]
fn what_the_map_does_not_name_is_left_out_with_that_reason() {
    let manuscript = changed(|_, _| {});
    let artifact = common::publish(&manuscript).unwrap();
    let reason = |path: &str| match artifact.coverage().of(path) {
        Some(Status::LeftOut(reason)) => reason.to_string(),
        other => panic!("{path}: {other:?}"),
    };
    assert_eq!(reason("faqs[0].question"), "the brochure's panel map does not name it");
    assert!(reason("tests[0].details").contains("the brochure says what it is in a line"));
    assert_eq!(artifact.coverage().of("reasons[0].body"), Some(&Status::Placed));
}

#[test]
fn items_can_be_named_alone_and_in_an_order_of_one_s_own() {
    let manuscript = changed(|service, _| {
        let names = ["reasons.team", "reasons.experience", "faqs.second-opinion"].map(str::to_owned);
        service.brochure.panels.insert("inside_left".to_owned(), names.to_vec());
    });
    let page = Reader::new(&pdf(&manuscript)).pages[2].clone();
    let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("{part} is not in {page}"));
    assert!(at("One team, one plan") < at("Surgical experience"));
    assert!(at("Surgical experience") < at("Can I get a second opinion?"));
    assert!(!page.contains("A clear diagnosis"));
}

#[test]
fn claims_are_noted_where_they_are_made_if_no_panel_names_their_sources() {
    let manuscript = changed(|service, _| {
        let panel = service.brochure.panels.get_mut("inside_right").unwrap();
        panel.retain(|name| name != "sources");
        let names = ["reasons.experience", "reasons.imaging"].map(str::to_owned);
        service.brochure.panels.insert("inside_left".to_owned(), names.to_vec());
    });
    let pages = Reader::new(&pdf(&manuscript)).pages;
    assert!(pages[2].contains("Larkmere Health surgery records"), "{}", pages[2]);
    assert!(!pages[4].contains("surgery records"), "{}", pages[4]);
}

#[test]
fn a_draft_shows_every_gap_and_prints_longer_pages_where_text_does_not_fit() {
    let long = "We look after you from the first call to the last visit, and after it. ".repeat(12);
    let manuscript = changed(|service, _| {
        service.title = Text::todo("name the service line");
        service.reasons[1].title = Text::todo("ask the quality team");
        service.reasons[5].short = None;
        service.reasons[5].body = Text::from(long.as_str());
    });
    let artifact = publisher().publish("brochure", &edition(&manuscript, Purpose::Draft)).unwrap();
    let reader = Reader::new(artifact.files()[0].bytes());
    let text = reader.text();
    for part in [
        "Draft. Not for publication.",
        "[To do: name the service line]",
        "[To do: ask the quality team]",
        "What is still missing",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert_eq!(text.matches(long.split_once('.').unwrap().0).count(), 12);
    let warnings: Vec<String> = artifact.warnings().iter().map(ToString::to_string).collect();
    assert!(warnings.iter().any(|w| w.contains("warning[overset]: panel `inside_left`")), "{warnings:?}");
}

#[test]
fn a_pale_brand_colour_gives_way_to_legibility_and_the_report_says_so() {
    let manuscript = changed(|_, organization| {
        let color = organization.brand.colors.get_mut("primary").unwrap();
        color.rgb = Some("#9CD8E2".parse().unwrap());
    });
    let artifact = common::publish(&manuscript).unwrap();
    let warnings: Vec<String> = artifact.warnings().iter().map(ToString::to_string).collect();
    assert!(warnings.iter().any(|w| w.contains("warning[changed-color]") && w.contains("#9cd8e2")), "{warnings:?}");
}

#[test]
fn a_panel_that_is_nearly_empty_is_a_warning() {
    let manuscript = changed(|service, _| {
        service.brochure.panels.insert("flap".to_owned(), vec!["main_message".to_owned()]);
    });
    let artifact = common::publish(&manuscript).unwrap();
    let warnings: Vec<String> = artifact.warnings().iter().map(ToString::to_string).collect();
    assert!(warnings.iter().any(|w| w.contains("warning[nearly-empty]") && w.contains("`flap`")), "{warnings:?}");
}

#[test]
fn larger_type_is_set_in_larger_type() {
    let manuscript = changed(|service, _| {
        service.brochure.body_pt = Some(14.0);
        for (panel, names) in &mut service.brochure.panels {
            match panel.as_str() {
                "cover" => {}
                "flap" => *names = vec!["main_message".to_owned()],
                "inside_left" => *names = vec!["tests".to_owned()],
                "back" => *names = vec!["contact.appointments".to_owned(), "edition".to_owned()],
                _ => names.clear(),
            }
        }
    });
    assert!(Reader::new(&pdf(&manuscript)).text().contains("Physical exam"));
}

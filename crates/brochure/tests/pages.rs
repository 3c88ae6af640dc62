//! Formats whose text flows over as many pages as it needs.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::cell::RefCell;

use common::reader::Reader;
use common::{Unpainted, changed, edition, named, pdf, publish, publisher, refusal};
use serviceline_brochure::leaflet::{Leaflet, Node, Panel, PlacedText, Tag};
use serviceline_core::model::{Notices, Testimonial};
use serviceline_core::source::Source;
use serviceline_core::{Manuscript, Publisher, Purpose, ServiceLine, Text};

/// The spine cancer line as a handout, with changes.
fn handout(format: &str, change: impl FnOnce(&mut ServiceLine)) -> Manuscript {
    changed(|service, _| {
        service.brochure.format = Some(format.to_owned());
        service.brochure.panels.clear();
        change(service);
    })
}

/// What every page of a layout says, and the smallest type of its text and of its foot.
#[derive(Clone, Debug, Default)]
struct Seen {
    pages: Vec<Vec<(Tag, String)>>,
    continues: Vec<bool>,
    /// Where each text begins, from the left and the top.
    places: Vec<((f32, f32), String)>,
    smallest: f32,
    smallest_running: f32,
}

thread_local! {
    static SEEN: RefCell<Seen> = RefCell::default();
}

fn look(leaflet: &Leaflet) {
    // A raised number is smaller than the text that it stands in.
    let size = |text: &PlacedText| {
        let spans = text.text.shaped.spans.iter().filter(|span| span.raise.0 == 0.0);
        spans.map(|span| span.size.0).fold(99.0, f32::min)
    };
    let mut seen = Seen { smallest: 99.0, smallest_running: 99.0, ..Seen::default() };
    for Panel { sections, running, .. } in &leaflet.panels {
        let mut said = Vec::new();
        for section in sections {
            texts(section, &mut said);
        }
        seen.pages.push(said);
        seen.continues.push(sections.first().is_some_and(|section| section.continues));
        let mut least = |text: &PlacedText| seen.smallest = seen.smallest.min(size(text));
        for section in sections {
            section.texts(&mut least);
            let mut place = |text: &PlacedText| {
                seen.places.push(((text.at.0.0, text.at.1.0), text.text.shaped.text.clone()));
            };
            section.texts(&mut place);
        }
        seen.smallest_running = running.iter().map(size).fold(seen.smallest_running, f32::min);
    }
    SEEN.set(seen);
}

fn texts(node: &Node, said: &mut Vec<(Tag, String)>) {
    for kid in &node.kids {
        match kid {
            serviceline_brochure::leaflet::Kid::Node(node) => texts(node, said),
            serviceline_brochure::leaflet::Kid::Text(text) => {
                let shown = |at: usize| &text.text.shaped.text[text.text.shaped.glyphs[at].text.clone()];
                let line =
                    |line: &serviceline_brochure::lines::Line| line.glyphs.clone().map(shown).collect::<String>();
                said.push((node.tag, text.text.lines.iter().map(line).collect()));
            }
            _ => {}
        }
    }
}

fn seen(manuscript: &Manuscript) -> Seen {
    let edition = edition(manuscript, Purpose::Publication);
    let publisher: Publisher = named(&["html", "markdown", "script", "press"]).with(Unpainted(look));
    publisher.publish("brochure", &edition).unwrap_or_else(|report| panic!("{report}"));
    SEEN.take()
}

#[test]
fn the_structure_of_the_spine_cancer_handout() {
    let manuscript = handout("handout-letter", |_| {});
    let reader = Reader::new(&pdf(&manuscript));
    let code = edition(&manuscript, Purpose::Publication).code().to_owned();
    let all =
        format!("{}\n== bookmarks\n{}\n== feet\n{}", reader.tree(), reader.bookmarks(), reader.artifacts.join("\n"));
    insta::assert_snapshot!("spine-cancer.handout", all.replace(&code, "XXXX-XXXX"));
}

#[test]
fn every_page_has_its_number_and_says_what_it_is_a_page_of() {
    let reader = Reader::new(&pdf(&handout("large-print-a4", |_| {})));
    let all = reader.artifacts.len();
    assert!(all > 8, "{all}");
    for (page, foot) in reader.artifacts.iter().enumerate() {
        assert!(foot.contains("Spine cancer care") && foot.contains(&format!("Page {} of {all}", page + 1)), "{foot}");
    }
    assert!(!reader.text().contains("Page 1 of"), "the foot of a page is no part of the document");
}

#[test]
fn no_heading_is_left_alone_at_the_foot_of_a_page() {
    for format in ["handout-letter", "handout-a4", "large-print-letter", "large-print-a4"] {
        for page in seen(&handout(format, |_| {})).pages {
            let (tag, text) = page.last().unwrap();
            assert!(!matches!(tag, Tag::H2 | Tag::H3) && !text.trim_end().ends_with([':', '?']), "{format}: {text}");
        }
    }
}

#[test]
fn a_list_that_crosses_pages_is_one_list() {
    let reader = Reader::new(&pdf(&handout("large-print-letter", |_| {})));
    let tree = reader.tree();
    let tests = tree.split("  Sect").find(|section| section.contains("Tests to find out more")).unwrap();
    assert_eq!(tests.matches("    L Disc\n").count(), 1, "{tests}");
    assert_eq!(tests.matches("      LI\n").count(), 7, "{tests}");
}

#[test]
fn a_text_longer_than_a_page_goes_on_on_the_next_one_and_loses_nothing() {
    let words: Vec<String> = (0..1500).map(|n| format!("w{n}")).collect();
    let long = words.join(" ");
    for format in ["handout-letter", "large-print-a4"] {
        let manuscript = handout(format, |service| {
            service.summary = Text::from(long.as_str());
            service.reasons[0].body = Text::from(long.as_str());
            service.reasons[0].short = None;
        });
        let reader = Reader::new(&pdf(&manuscript));
        assert_eq!(reader.text().matches(&long).count(), 2, "{format}");
        let tree = reader.tree();
        assert!(tree.contains("on another page"), "{format}: {tree}");
        let summary = tree.split("  Sect").find(|section| section.contains("\"w0 w1 ")).unwrap();
        assert_eq!(summary.matches("    P").count(), 1, "a paragraph on several pages is one: {summary}");
        assert!(seen(&manuscript).continues.iter().filter(|continues| **continues).count() > 1);
    }
}

#[test]
fn the_emergency_card_stands_whole_on_the_first_page_or_the_handout_is_refused() {
    let first = &seen(&handout("large-print-letter", |_| {})).pages[0];
    for sign in ["Call 911", "bladder or bowels", "chest pain"] {
        assert!(first.iter().any(|(_, text)| text.contains(sign)), "{sign}: {first:?}");
    }
    let late = handout("handout-letter", |service| {
        let pages = ["summary", "conditions", "tests", "treatments", "journey", "urgent", "reasons", "edition"];
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        service.brochure.panels.insert("masthead".to_owned(), names(&["title", "cover"]));
        service.brochure.panels.insert("pages".to_owned(), names(&pages));
    });
    let report = refusal(&late);
    assert!(report.contains("the emergency card has no room on the first page"), "{report}");
    assert!(report.contains("name `urgent.emergency` earlier"), "{report}");
}

#[test]
fn a_card_taller_than_a_page_is_refused_with_its_fields_and_lines() {
    let manuscript = handout("large-print-letter", |service| {
        let item = service.urgent[0].items[0].clone();
        service.urgent[0].items.extend(std::iter::repeat_n(item, 30));
    });
    let report = refusal(&manuscript);
    assert!(report.contains("is over by") && report.contains("urgent[0].items[3"), "{report}");
    assert!(report.contains("a box is never divided"), "{report}");
}

#[test]
fn large_print_is_large_whatever_the_size_of_other_formats() {
    let seen = seen(&handout("large-print-letter", |service| {
        service.brochure.body_pt = Some(11.0);
        service.testimonials = vec![testimonial()];
    }));
    // The fallback face is set a little smaller: its small letters are as high then as those of the others.
    assert!(seen.smallest >= 18.0 * 0.92 && seen.smallest_running >= 16.0, "{seen:?}");
}

#[test]
fn a_handout_prints_what_a_tri_fold_has_no_room_for() {
    let text = Reader::new(&pdf(&handout("handout-letter", |_| {}))).text();
    for said in ["Can I get a second opinion?", "Living with spine cancer", "Insurance and costs", "Your care team"] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn a_draft_of_a_handout_lists_its_gaps() {
    let edition = edition(&handout("handout-letter", |_| {}), Purpose::Draft);
    let artifact = publisher().publish("brochure", &edition).unwrap();
    assert!(Reader::new(artifact.files()[0].bytes()).text().contains("What is still missing"));
}

#[test]
fn the_job_ticket_of_a_handout_names_pages_and_binding() {
    let edition = edition(&handout("handout-letter", |_| {}), Purpose::Publication);
    let artifact = publisher().publish("press", &edition).unwrap();
    let ticket = String::from_utf8(artifact.files()[1].bytes().to_vec()).unwrap();
    let pages =
        publish(&handout("handout-letter", |_| {})).map(|file| Reader::new(file.files()[0].bytes()).pages.len());
    let pages = pages.unwrap();
    for said in
        [format!("Pages: {pages},").as_str(), "Fold: not folded", "turn on the long edge", "bind it at the top left"]
    {
        assert!(ticket.contains(said), "{said}: {ticket}");
    }
}

#[test]
fn a_heading_stands_over_something() {
    let manuscript = changed(|service, organization| {
        service.brochure.format = Some("handout-letter".to_owned());
        service.brochure.panels.clear();
        organization.notices = Notices::default();
    });
    let text = Reader::new(&pdf(&manuscript)).text();
    assert!(text.contains("About this handout") && !text.contains("Your rights"), "{text}");
}

fn testimonial() -> Testimonial {
    Testimonial {
        quote: Text::from("Everybody listened."),
        name: Text::from("A mother"),
        typical_result: Text::from("Most people feel heard."),
        material_connection: Text::from("We paid for her trip."),
        consent: Some("a form".to_owned()),
        ..Testimonial::default()
    }
}

#[test]
fn what_people_say_stands_in_quotes_with_all_that_keeps_it_from_misleading() {
    for design in ["calm", "bold", "warm"] {
        let manuscript = handout("handout-letter", |service| service.testimonials = vec![testimonial()]);
        let settings = Source::new("serviceline.yaml", format!("brochure:\n  design: {design}\n"));
        let tree = Reader::new(&pdf(&manuscript.with_settings(&settings))).tree();
        let quote = tree.split("BlockQuote\n").nth(1).unwrap_or_else(|| panic!("{design}: {tree}"));
        let lines: Vec<&str> = quote.lines().map(str::trim).take(3).collect();
        let note = "P \"Most people feel heard. We paid for her trip.\"";
        assert_eq!(lines, ["P \"\u{201c}Everybody listened.\u{201d}\"", "P \"A mother\"", note], "{design}");
    }
}

#[test]
fn reasons_stand_beside_each_other_where_there_is_room_and_long_ones_below_each_other() {
    let columns = |change: fn(&mut ServiceLine)| {
        let places = seen(&handout("handout-letter", change)).places;
        ["Surgical experience", "A ranked cancer program"].map(|title| {
            places.iter().find(|(_, text)| text == title).unwrap_or_else(|| panic!("{title}: {places:?}")).0
        })
    };
    let is_same = |a: f32, b: f32| (a - b).abs() < 0.01;
    let [first, second] = columns(|_| {});
    assert!(is_same(first.1, second.1) && first.0 < second.0, "{first:?} {second:?}");
    let [first, second] = columns(|service| service.reasons[2].body = Text::from("word ".repeat(120)));
    assert!(is_same(first.0, second.0) && first.1 < second.1, "{first:?} {second:?}");
}

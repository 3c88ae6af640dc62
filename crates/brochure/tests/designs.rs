//! The designs, in colour and in grey.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{changed, edition, publisher, reader::Reader};
use lopdf::content::Content;
use lopdf::{Document, Object};
use serviceline_core::source::Source;
use serviceline_core::{Manuscript, Purpose, Text};

/// The drafts of the example in every design and ink, whether everything fits or not.
fn drafts() -> Vec<(String, Vec<u8>)> {
    let mut drafts = Vec::new();
    for design in ["calm", "bold", "warm"] {
        for ink in ["full", "grey"] {
            let pdf = draft(changed(|_, _| {}), design, ink);
            drafts.push((format!("{design}, {ink}"), pdf));
        }
    }
    drafts
}

fn draft(manuscript: Manuscript, design: &str, ink: &str) -> Vec<u8> {
    let settings = format!("brochure:\n  design: {design}\n  ink: {ink}\n");
    let manuscript = manuscript.with_settings(&Source::new("serviceline.yaml", settings));
    let edition = edition(&manuscript, Purpose::Draft);
    publisher().publish("brochure", &edition).unwrap().files()[0].bytes().to_vec()
}

#[test]
fn every_design_says_the_same_in_the_same_order() {
    let mut before: Option<String> = None;
    for (name, pdf) in drafts() {
        let tree = Reader::new(&pdf).tree();
        assert!(tree.contains("Figure Alt=\"Larkmere Health logo\""), "{name}: {tree}");
        assert!(tree.contains("QR code. It opens larkmere.example.org/spine-cancer/schedule"), "{name}: {tree}");
        // Lines, and the areas of links on them, end elsewhere.
        let mut lines: Vec<&str> = tree.lines().map(str::trim).collect();
        lines.dedup();
        let said = lines.join("\n").replace(' ', "");
        if let Some(before) = before.replace(said.clone()) {
            assert_eq!(before, said, "{name}");
        }
    }
}

#[test]
fn grey_has_no_colour_in_type_drawings_or_pictures() {
    let pdf = draft(changed(|_, _| {}), "bold", "grey");
    for (operator, operands) in operations(&pdf) {
        if let ("rg" | "RG", [r, g, b]) = (operator.as_str(), &operands[..]) {
            // Ink is a black that is a trace blue on the screen.
            assert!((r - g).abs() < 0.001 && (b - r).abs() < 0.02, "{r} {g} {b}");
        }
    }
    let document = Document::load_mem(&pdf).unwrap();
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let spaces: Vec<&[u8]> = streams
        .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image"))
        .map(|picture| picture.dict.get(b"ColorSpace").and_then(Object::as_name).unwrap())
        .collect();
    assert_eq!(spaces, [b"DeviceGray"]);
}

#[test]
fn boxes_end_at_the_same_height_where_the_design_wants_it() {
    let fills = |design: &str, few: bool| -> Vec<(String, f64)> {
        let manuscript = changed(|service, _| {
            for reason in service.reasons.iter_mut().filter(|_| few) {
                (reason.short, reason.spoken) = (None, None);
                reason.body = Text::from("We help.");
            }
        });
        let settings = Source::new("serviceline.yaml", format!("brochure: {{ design: {design} }}"));
        let edition = edition(&manuscript.with_settings(&settings), Purpose::Draft);
        let artifact = publisher().publish("brochure", &edition).unwrap();
        let panels = artifact.account().unwrap().data["panels"].as_array().unwrap().clone();
        let inside = panels.iter().filter(|panel| panel["name"].as_str().unwrap().starts_with("inside"));
        inside.map(|panel| (panel["name"].to_string(), panel["fill"].as_f64().unwrap())).collect()
    };
    assert!(fills("bold", false).iter().all(|(_, fill)| *fill > 0.99), "{:?}", fills("bold", false));
    assert!(fills("calm", false).iter().any(|(_, fill)| *fill < 0.99), "{:?}", fills("calm", false));
    // A panel with little on it is not stretched.
    assert!(fills("bold", true).iter().any(|(_, fill)| *fill < 0.8), "{:?}", fills("bold", true));
}

#[test]
fn nothing_is_clipped_away() {
    for (name, pdf) in drafts() {
        let mut corners: Vec<(f32, f32)> = Vec::new();
        for (operator, operands) in operations(&pdf) {
            match (operator.as_str(), &operands[..]) {
                ("m", [x, y]) => corners = vec![(*x, *y)],
                ("re", [x, y, width, height]) => corners = vec![(*x, *y), (x + width, y + height)],
                ("l", [x, y]) | ("c", [.., x, y]) => corners.push((*x, *y)),
                ("W" | "W*", _) => {
                    let wide = corners.iter().any(|corner| (corner.0 - corners[0].0).abs() > 10.0);
                    let high = corners.iter().any(|corner| (corner.1 - corners[0].1).abs() > 10.0);
                    assert!(wide && high, "{name}: a clip of {corners:?}");
                }
                _ => {}
            }
        }
    }
}

/// What is painted on all pages: operators with their numbers.
fn operations(pdf: &[u8]) -> Vec<(String, Vec<f32>)> {
    let document = Document::load_mem(pdf).unwrap();
    let numbers = |operands: &[Object]| operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
    let contents = document.page_iter().map(|page| Content::decode(&document.get_page_content(page)).unwrap());
    contents.flat_map(|content| content.operations).map(|o| (o.operator, numbers(&o.operands))).collect()
}

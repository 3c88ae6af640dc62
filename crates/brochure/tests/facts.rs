//! A fact reads the same on every format that has it, and a format that lacks it says why.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use common::{FORMATS, Unpainted};
use serviceline_brochure::Brochure;
use serviceline_brochure::leaflet::Leaflet;
use serviceline_core::coverage::Status;
use serviceline_core::source::Source;
use serviceline_core::words::Origin;
use serviceline_core::{Artifact, Channel, Date, Purpose};

/// What each field says, in all places where it stands.
type Said = BTreeMap<String, BTreeSet<String>>;

thread_local! {
    static SAID: RefCell<Said> = const { RefCell::new(Said::new()) };
}

/// Writes down what the fields of a layout say.
fn note(document: &Leaflet) {
    Brochure::default().words(document, &mut |words| {
        for piece in words.pieces() {
            if let Origin::Field(field) = piece.origin() {
                let text = piece.text().trim().to_owned();
                SAID.with_borrow_mut(|said| said.entry(field.to_string()).or_default().insert(text));
            }
        }
    });
}

/// What the fields of a service line say in a format, and what became of every field.
fn read(id: &str, format: &str) -> (Said, Artifact) {
    let settings = Source::new("serviceline.yaml", format!("brochure: {{ format: {format} }}\n"));
    let manuscript = common::manuscript(id).with_settings(&settings);
    let publisher = common::named(&["html", "markdown", "press", "script"]).with(Unpainted(note));
    let edition = publisher.prepare(&manuscript, Purpose::Publication, Date::new(2026, 10, 1).unwrap()).unwrap();
    let artifact = publisher.publish("brochure", &edition).unwrap_or_else(|report| panic!("{format}: {report}"));
    (SAID.take(), artifact)
}

/// Numbers, hours, addresses, dates, and all that a clinician or a source answers for. Other texts may have a `short` wording.
fn is_fact(field: &str) -> bool {
    let field = field.trim_start_matches("organization.");
    ["phones", "hours", "locations", "claims", "urgent", "review", "notices", "holidays", "contact", "support.groups"]
        .iter()
        .any(|kind| field.starts_with(kind))
}

#[test]
fn a_fact_reads_the_same_on_every_format() {
    let mut compared = 0;
    for id in ["spine-cancer", "sleep-medicine"] {
        let (first, _) = read(id, FORMATS[0]);
        for format in &FORMATS[1..] {
            let (other, _) = read(id, format);
            for (field, said) in first.iter().filter(|(field, _)| is_fact(field)) {
                if let Some(there) = other.get(field) {
                    compared += 1;
                    assert!(
                        said.is_subset(there) || there.is_subset(said),
                        "{id} {field}: {said:?} on {}, {there:?} on {format}",
                        FORMATS[0]
                    );
                }
            }
        }
    }
    assert!(compared > 300, "{compared}");
}

#[test]
fn what_a_format_lacks_is_left_out_for_a_reason() {
    let mut left = 0;
    for id in ["spine-cancer", "sleep-medicine"] {
        let (whole, _) = read(id, "halffold-a4");
        for format in FORMATS {
            let (said, artifact) = read(id, format);
            for field in whole.keys().filter(|field| !said.contains_key(*field)) {
                match artifact.coverage().of(field).unwrap() {
                    Status::LeftOut(reason) => assert!(reason.len() > 10, "{format} {field}: {reason}"),
                    Status::Placed => {}
                }
                left += 1;
            }
        }
    }
    assert!(left > 50, "{left}");
}

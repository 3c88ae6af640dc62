//! Laws that hold for any content.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::today;
use proptest::prelude::*;
use serviceline::{Manuscript, Publisher, Purpose, source::Source, standard};
use serviceline_specimen::{Specimen, content};
use std::sync::LazyLock;

static PUBLISHER: LazyLock<Publisher> = LazyLock::new(standard);

/// Every channel that has no limit of space.
const ROOMY: [&str; 3] = ["html", "markdown", "script"];

fn publish(manuscript: &Manuscript, channel: &str) -> Vec<u8> {
    let edition = PUBLISHER.prepare(manuscript, Purpose::Publication, today()).unwrap();
    let artifact = PUBLISHER.publish(channel, &edition).unwrap_or_else(|report| panic!("{channel}:\n{report}"));
    artifact.files()[0].bytes().to_vec()
}

fn in_code(specimen: &Specimen) -> Manuscript {
    Manuscript::new(specimen.service.clone(), specimen.organization.clone())
}

/// The same content, written out as JSON and read back.
fn from_json(specimen: &Specimen) -> Manuscript {
    let service = serde_json::to_string_pretty(&specimen.service).unwrap();
    let organization = serde_json::to_string_pretty(&specimen.organization).unwrap();
    Manuscript::read(&Source::new("service.json", service), &Source::new("organization.json", organization))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_vanishes(specimen in content()) {
        // A field that is neither placed nor left out for a reason fails the publication.
        for channel in ROOMY {
            prop_assert!(!publish(&in_code(&specimen), channel).is_empty());
        }
    }

    #[test]
    fn content_in_code_and_in_a_file_give_the_same_bytes(specimen in content()) {
        for channel in ROOMY {
            prop_assert_eq!(publish(&in_code(&specimen), channel), publish(&from_json(&specimen), channel));
        }
    }

    #[test]
    fn a_brochure_prints_what_is_named_or_says_what_does_not_fit(specimen in content()) {
        let edition = PUBLISHER.prepare(&in_code(&specimen), Purpose::Publication, today()).unwrap();
        match PUBLISHER.publish("brochure", &edition) {
            Ok(artifact) => prop_assert!(artifact.files()[0].bytes().starts_with(b"%PDF-1.7")),
            Err(report) => prop_assert!(report.diagnostics().iter().all(|d| d.code == "overset"), "{report}"),
        }
    }

    #[test]
    fn no_input_panics(service in "\\PC*", organization in "\\PC*") {
        let manuscript = Manuscript::read(&Source::new("s.yaml", service), &Source::new("o.yaml", organization));
        let report = PUBLISHER.check(&manuscript, today());
        prop_assert!(report.has_errors());
    }
}

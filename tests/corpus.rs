//! The corpus through every channel: its wording, its format, its coverage and its faults, as snapshots to read.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::fmt::Write as _;

use common::{corpus, root, text_of, today};
use serviceline::{Manuscript, coverage::Status, standard};

#[test]
fn the_text_of_every_file_in_every_channel() {
    let publisher = standard();
    for case in corpus() {
        let edition = case.edition(&publisher);
        for channel in publisher.channels() {
            let artifact = publisher
                .publish(channel.id, &edition)
                .unwrap_or_else(|r| panic!("{} {}:\n{r}", case.name, channel.id));
            let file = &artifact.files()[0];
            let text = match file.media_type() {
                "application/pdf" => text_of(file),
                _ => String::from_utf8(file.bytes().to_vec()).unwrap(),
            };
            // The code changes with every field of the content, and pictures are bytes, not text to read.
            let text = shortened(&text.replace(edition.code(), "XXXX-XXXX"));
            insta::with_settings!({ snapshot_path => "snapshots/corpus", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{}.{}", case.name, channel.id), text);
            });
        }
    }
}

/// The text with the data of embedded pictures cut short.
fn shortened(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(";base64,") {
        out.push_str(&rest[..at + 8]);
        let data = &rest[at + 8..];
        let end = data.find(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c))).unwrap_or(data.len());
        let _ = write!(out, "({end} characters)");
        rest = &data[end..];
    }
    out + rest
}

#[test]
fn the_coverage_of_the_examples() {
    let publisher = standard();
    for case in corpus().into_iter().filter(|case| case.file.starts_with(root().join("examples"))) {
        let edition = case.edition(&publisher);
        let mut table = String::new();
        for channel in publisher.channels() {
            let artifact = publisher.publish(channel.id, &edition).unwrap();
            for (path, status) in artifact.coverage().fields() {
                if let Status::LeftOut(reason) = status {
                    let _ = writeln!(table, "{} {path}: {reason}", channel.id);
                }
            }
        }
        insta::with_settings!({ snapshot_path => "snapshots/coverage", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{}.left-out", case.name), table);
        });
    }
}

#[test]
fn the_page_as_received_is_refused_with_every_fault_in_one_run() {
    let file = root().join("tests/corpus/as-received/services/spine-cancer.yaml");
    let report = standard().check(&Manuscript::load(file).unwrap(), today());
    let text = report.to_string().replace(&format!("{}/", root().display()), "");
    insta::with_settings!({ snapshot_path => "snapshots/corpus", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("as-received.report", text);
    });
}

//! Publishes a service line as a page: `cargo run -p serviceline-html --example page -- SERVICE.yaml PAGE.html [draft]`.
#![allow(clippy::print_stderr, reason = "a program for people")]

use std::process::ExitCode;

use serviceline_core::{Manuscript, Purpose, Report};
use serviceline_html::Html;

#[path = "../tests/support/mod.rs"]
mod support;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [service, page, purpose @ ..] = arguments.as_slice() else {
        eprintln!("usage: page SERVICE.yaml PAGE.html [draft]");
        return ExitCode::from(2);
    };
    let purpose = if purpose.is_empty() { Purpose::Publication } else { Purpose::Draft };
    let manuscript = match Manuscript::load(service) {
        Ok(manuscript) => manuscript,
        Err(error) => {
            eprintln!("{service}: {error}");
            return ExitCode::from(2);
        }
    };
    match publish(&manuscript, purpose) {
        Ok(bytes) => std::fs::write(page, bytes).map_or(ExitCode::from(2), |()| ExitCode::SUCCESS),
        Err(report) => {
            eprintln!("{report}");
            ExitCode::FAILURE
        }
    }
}

fn publish(manuscript: &Manuscript, purpose: Purpose) -> Result<Vec<u8>, Report> {
    let publisher = support::publisher(Html::default());
    let edition = publisher.prepare(manuscript, purpose, support::today())?;
    let artifact = publisher.publish("html", &edition)?;
    Ok(artifact.files().iter().flat_map(|file| file.bytes().to_vec()).collect())
}

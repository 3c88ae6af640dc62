//! Reading a report: every problem of every file, with its place and what to do about it.

#![allow(clippy::print_stdout, reason = "a program that shows what it does")]

use serviceline::{Date, Manuscript, codes};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let today = Date::new(2026, 11, 24).ok_or("no such day")?;
    let manuscript = Manuscript::load("tests/corpus/as-received/services/spine-cancer.yaml")?;
    let report = serviceline::standard().check(&manuscript, today);
    for problem in report.diagnostics() {
        if let Some(place) = &problem.place {
            println!("{}:{}:{} {}", place.file(), place.line(), place.column(), place.excerpt());
        }
        println!("  {} [{}]", problem.message, problem.code);
        if let Some(help) = &problem.help {
            println!("  {help}");
        }
    }
    if let Some(first) = report.diagnostics().first().and_then(|problem| codes::explain(problem.code)) {
        println!("\n{}: {}", first.id, first.why);
    }
    Ok(())
}

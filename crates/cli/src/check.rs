//! `serviceline check`.

use serviceline::Purpose;

use crate::{
    Outcome,
    args::{Check, ReportFormat},
    diagnostics,
    failure::Failure,
    publishing::{Readers, Run},
    screen,
};

/// Reports every problem of what the arguments name. It publishes in memory, so that what a channel finds is among them.
pub(crate) fn check(args: &Check) -> Result<Outcome, Failure> {
    let run = Run::new(&args.content, &[])?;
    let issues = run.publish(Readers { purpose: Purpose::Publication, audience: None });
    let problems = diagnostics::gather(&issues);
    let mut text = diagnostics::write(&problems, args.format);
    if args.format == ReportFormat::Human {
        text.push_str(&diagnostics::tally(&problems, issues.len()));
        text.push('\n');
    }
    screen::print(&text)?;
    let refused = issues.iter().any(|issue| issue.published.is_none());
    Ok(if refused { Outcome::Faulty } else { Outcome::Fine })
}

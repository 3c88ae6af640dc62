//! `serviceline build`.

use serviceline::{Diagnostic, Purpose};

#[cfg(feature = "html")]
use crate::site;
use crate::{
    Outcome,
    args::{Build, Format},
    diagnostics,
    failure::Failure,
    manifest::Manifest,
    publishing::{Readers, Run},
    release::Release,
    screen::{self, Screen},
    summary,
};

/// Publishes what the arguments name, and writes it.
pub(crate) fn build(args: &Build) -> Result<Outcome, Failure> {
    let before = Manifest::load(&args.out)?;
    let run = Run::new(&args.content, &args.channels)?;
    #[cfg(feature = "html")]
    let (run, html) = if args.site { site::prepare(run, args.staff, args.channels.is_empty())? } else { (run, None) };
    let purpose = if args.draft { Purpose::Draft } else { Purpose::Publication };
    let issues = run.publish(Readers { purpose, audience: args.audience });
    let mut problems = diagnostics::gather(&issues);
    #[cfg(feature = "html")]
    let common = html.map_or(Ok(vec![]), |html| site::files(&html, &issues)).unwrap_or_else(|report| {
        problems.extend(report.into_diagnostics());
        vec![]
    });
    #[cfg(not(feature = "html"))]
    let common = vec![];
    screen::print(&diagnostics::write(&problems, args.format.into()))?;

    let only = (!args.channels.is_empty()).then_some(run.channels.as_slice());
    let first = before.is_none();
    let release = Release::plan(before.unwrap_or_default(), &issues, only).with_common(&common);
    // Where nothing was published yet and nothing is now, there is nothing to write down either.
    if !first || release.entries().next().is_some() {
        release.write(&args.out)?;
    }
    screen::print(&match args.format {
        Format::Human => summary::write(&issues, &release, args, Screen::stdout()),
        Format::Json => summary::accounts_as_json(&issues),
    })?;
    let refused = problems.iter().any(Diagnostic::is_error) || issues.iter().any(|issue| issue.published.is_none());
    Ok(if refused { Outcome::Faulty } else { Outcome::Fine })
}

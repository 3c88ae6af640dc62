//! `serviceline build`.

use serviceline::Purpose;

use crate::{
    Outcome,
    args::Build,
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
    let purpose = if args.draft { Purpose::Draft } else { Purpose::Publication };
    let issues = run.publish(Readers { purpose, audience: args.audience });
    let problems = diagnostics::gather(&issues);
    screen::print(&diagnostics::write(&problems, args.format.into()))?;

    let only = (!args.channels.is_empty()).then_some(run.channels.as_slice());
    let first = before.is_none();
    let release = Release::plan(before.unwrap_or_default(), &issues, only);
    // Where nothing was published yet and nothing is now, there is nothing to write down either.
    if !first || release.entries().next().is_some() {
        release.write(&args.out)?;
    }
    if args.format == crate::args::Format::Human {
        screen::print(&summary::write(&issues, &release, args, Screen::stdout()))?;
    }
    let refused = issues.iter().any(|issue| issue.published.is_none());
    Ok(if refused { Outcome::Faulty } else { Outcome::Fine })
}

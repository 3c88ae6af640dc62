//! `serviceline script walk`.

use std::slice;

use serviceline::{
    Publisher, Purpose, Templates,
    script::{Script, walk::Rehearsal},
};

use crate::{
    Outcome,
    args::{Format, Walk},
    diagnostics,
    failure::Failure,
    manuscripts::{self, Submission},
    publishing::{Issue, day},
    screen, sources, templates,
};

/// Prints calls that the script leads to.
pub(crate) fn walk(args: &Walk) -> Result<Outcome, Failure> {
    if args.file.is_dir() {
        let message = format!("{} is a folder", args.file.display());
        return Err(Failure::new(message).help("name one service file"));
    }
    let submissions = manuscripts::load(sources::find(slice::from_ref(&args.file))?)?;
    let Some(submission) = submissions.first() else { return Ok(Outcome::Fine) };
    let own = submission.manuscript.folder().map(templates::beside).transpose()?.flatten();
    let publisher = match publisher(own, args) {
        Ok(publisher) => publisher,
        Err(report) => return refuse(submission, report),
    };
    let purpose = if args.draft { Purpose::Draft } else { Purpose::Publication };
    let made = publisher
        .prepare(&submission.manuscript, purpose, day(args.date)?)
        .and_then(|edition| publisher.publish("rehearsal", &edition));
    let artifact = match made {
        Ok(artifact) => artifact,
        Err(report) => return refuse(submission, report),
    };
    if artifact.files().is_empty() {
        let message = format!("no call comes to step {}", args.through);
        return Err(Failure::new(message).help("the script that `build` writes has all steps"));
    }
    let text: String = artifact.files().iter().map(|file| String::from_utf8_lossy(file.bytes())).collect();
    screen::print(&text)?;
    Ok(Outcome::Fine)
}

/// The publisher with all channels, so that the content may name them, and with the one that walks.
fn publisher(own: Option<Templates>, args: &Walk) -> Result<Publisher, serviceline::Report> {
    let script = Script::new(own.clone().unwrap_or_else(Templates::builtin));
    let publisher = own.map_or_else(|| Ok(serviceline::standard()), serviceline::with_templates)?;
    Ok(publisher.with(if args.all {
        Rehearsal::every_choice(script)
    } else {
        Rehearsal::through(script, args.through)
    }))
}

fn refuse(submission: &Submission, report: serviceline::Report) -> Result<Outcome, Failure> {
    let problems = report.into_diagnostics();
    let issue = Issue { name: submission.id().to_owned(), problems, published: None };
    let problems = diagnostics::gather(slice::from_ref(&issue));
    screen::print(&diagnostics::write(&problems, Format::Human.into()))?;
    Ok(Outcome::Faulty)
}

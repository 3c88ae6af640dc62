//! Publishing all service lines of a run in memory, on all cores. The order of what comes out is that of what goes in.

use rayon::prelude::*;
use serviceline::{
    Artifact, Audience, ChannelInfo, Date, Diagnostic, Edition, Purpose, Report,
    model::{LanguageTag, Slug},
};

use crate::{
    args::{Content, Deny},
    failure::Failure,
    manuscripts::{self, Submission},
    progress,
    publishers::Publishers,
    sources,
};

/// What is to be published, and how.
pub(crate) struct Run {
    pub(crate) submissions: Vec<Submission>,
    pub(crate) publishers: Publishers,
    pub(crate) channels: Vec<ChannelInfo>,
    today: Date,
    deny_warnings: bool,
}

/// Whom it is for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Readers {
    pub(crate) purpose: Purpose,
    /// Whom the content is written for, unless it is said here.
    pub(crate) audience: Option<Audience>,
}

/// What became of a service line.
pub(crate) struct Issue {
    /// The id, or the name of the file if it has none.
    pub(crate) name: String,
    pub(crate) problems: Vec<Diagnostic>,
    /// What was published; nothing if it was refused.
    pub(crate) published: Option<Published>,
}

/// A service line in all its channels. Its id and language are of types that can't lead out of a folder.
pub(crate) struct Published {
    pub(crate) id: Slug,
    pub(crate) language: LanguageTag,
    pub(crate) edition: Edition,
    pub(crate) artifacts: Vec<(ChannelInfo, Artifact)>,
}

impl Run {
    /// Reads what the arguments name.
    ///
    /// # Errors
    ///
    /// A file that can't be read, and a channel that isn't there.
    pub(crate) fn new(content: &Content, channels: &[String]) -> Result<Self, Failure> {
        let files = sources::find(&content.paths)?;
        let (submissions, standard) = rayon::join(|| manuscripts::load(files), serviceline::standard);
        let submissions = submissions?;
        let publishers = Publishers::new(standard, &submissions)?;
        let channels = publishers.channels(channels)?;
        let deny_warnings = content.deny.contains(&Deny::Warnings);
        Ok(Self { submissions, publishers, channels, today: day(content.date)?, deny_warnings })
    }

    /// Publishes every service line to every channel, and keeps the results in memory.
    pub(crate) fn publish(&self, readers: Readers) -> Vec<Issue> {
        let bar = progress::bar(self.submissions.len(), self.submissions.len() * self.channels.len());
        let prepared: Vec<Result<Edition, Report>> =
            self.submissions.par_iter().map(|submission| self.prepare(submission, readers.purpose)).collect();
        let jobs: Vec<(usize, &Edition, ChannelInfo)> = prepared
            .iter()
            .enumerate()
            .filter_map(|(line, edition)| Some((line, edition.as_ref().ok()?)))
            .flat_map(|(line, edition)| self.channels.iter().map(move |channel| (line, edition, *channel)))
            .collect();
        let made: Vec<Result<Artifact, Report>> = jobs
            .par_iter()
            .map(|(line, edition, channel)| {
                let publisher = self.publishers.for_line(&self.submissions[*line])?;
                let audience = readers.audience.or(edition.audience).unwrap_or(Audience::Patient);
                let artifact = publisher.publish_for(channel.id, edition, audience);
                bar.inc(1);
                artifact
            })
            .collect();
        bar.finish_and_clear();
        let mut made = jobs.iter().map(|(line, _, channel)| (*line, *channel)).zip(made).peekable();
        let mut mine: Vec<Vec<(ChannelInfo, Result<Artifact, Report>)>> = Vec::new();
        for at in 0..prepared.len() {
            let made = std::iter::from_fn(|| made.next_if(|((line, _), _)| *line == at));
            mine.push(made.map(|((_, channel), result)| (channel, result)).collect());
        }
        let lines = self.submissions.iter().zip(prepared).zip(mine);
        lines.map(|((submission, edition), made)| self.issue(submission, edition, made)).collect()
    }

    fn prepare(&self, submission: &Submission, purpose: Purpose) -> Result<Edition, Report> {
        let edition = self.publishers.for_line(submission)?.prepare(&submission.manuscript, purpose, self.today);
        match (edition, &submission.clash) {
            (edition, None) => edition,
            (edition, Some(clash)) => {
                let mut report = edition.err().unwrap_or_default();
                report.push(clash.clone());
                Err(report)
            }
        }
    }

    fn issue(
        &self,
        submission: &Submission,
        edition: Result<Edition, Report>,
        made: Vec<(ChannelInfo, Result<Artifact, Report>)>,
    ) -> Issue {
        let (mut problems, mut artifacts) = match &edition {
            Ok(edition) => (edition.warnings().to_vec(), vec![]),
            Err(report) => (report.diagnostics().to_vec(), vec![]),
        };
        for (channel, result) in made {
            match result {
                Ok(artifact) => {
                    problems.extend_from_slice(artifact.warnings());
                    artifacts.push((channel, artifact));
                }
                Err(report) => problems.extend(report),
            }
        }
        let refused = problems.iter().any(|p| p.is_error() || self.deny_warnings);
        let service = submission.manuscript.service();
        let published = edition.ok().filter(|_| !refused).map(|edition| Published {
            id: service.id.clone(),
            language: service.language.clone(),
            edition,
            artifacts,
        });
        Issue { name: submission.id().to_owned(), problems, published }
    }
}

/// The day to publish on: this one, or today in coordinated universal time.
///
/// # Errors
///
/// A clock that shows no date.
pub(crate) fn day(given: Option<Date>) -> Result<Date, Failure> {
    let today = || {
        let date = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date();
        Date::new(date.year(), date.month(), date.day())
    };
    given.or_else(today).ok_or_else(|| Failure::new("the clock shows no date").help("give one with --date"))
}

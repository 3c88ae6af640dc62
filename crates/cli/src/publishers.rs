//! The publisher for each organization: the standard one, or one with the hospital's own templates.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serviceline::{ChannelInfo, Publisher, Report, Templates};

use crate::{failure::Failure, manuscripts::Submission, templates};

/// The publishers of a run.
pub(crate) struct Publishers {
    /// By the folder whose templates they use; the standard one has none.
    by_folder: BTreeMap<Option<PathBuf>, Result<Publisher, Report>>,
    /// The folders of organizations that have templates of their own.
    own: Vec<PathBuf>,
}

impl Publishers {
    /// A publisher for each organization of these service lines.
    ///
    /// # Errors
    ///
    /// A template that can't be read from its file.
    pub(crate) fn of(submissions: &[Submission]) -> Result<Self, Failure> {
        let mut publishers = Self { by_folder: BTreeMap::new(), own: vec![] };
        let mut folders: Vec<Option<&Path>> = submissions.iter().map(|s| s.manuscript.folder()).collect();
        folders.sort_unstable();
        folders.dedup();
        for folder in folders {
            match folder.map_or(Ok(None), templates::beside)?.zip(folder) {
                Some((templates, folder)) => {
                    publishers.own.push(folder.to_owned());
                    publishers.by_folder.insert(Some(folder.to_owned()), with_templates(templates));
                }
                None => {
                    publishers.by_folder.entry(None).or_insert_with(|| Ok(serviceline::standard()));
                }
            }
        }
        Ok(publishers)
    }

    /// The publisher for a service line.
    ///
    /// # Errors
    ///
    /// Every problem of the hospital's own templates.
    pub(crate) fn for_line(&self, submission: &Submission) -> Result<&Publisher, Report> {
        let folder = submission.manuscript.folder().filter(|folder| self.own.iter().any(|own| own == folder));
        match self.by_folder.get(&folder.map(Path::to_owned)) {
            Some(Ok(publisher)) => Ok(publisher),
            Some(Err(report)) => Err(report.clone()),
            None => Err(Report::new()),
        }
    }

    /// The channels with these ids, or all if none is named, in the order of the publisher.
    ///
    /// # Errors
    ///
    /// An id that no channel has.
    pub(crate) fn channels(&self, wanted: &[String]) -> Result<Vec<ChannelInfo>, Failure> {
        let known: Vec<ChannelInfo> = match self.by_folder.values().find_map(|publisher| publisher.as_ref().ok()) {
            Some(publisher) => publisher.channels().collect(),
            None => serviceline::standard().channels().collect(),
        };
        let ids: Vec<&str> = known.iter().map(|channel| channel.id).collect();
        if let Some(unknown) = wanted.iter().find(|id| !ids.contains(&id.as_str())) {
            return Err(Failure::unknown("channel", unknown, &ids));
        }
        Ok(known.into_iter().filter(|channel| wanted.is_empty() || wanted.iter().any(|id| id == channel.id)).collect())
    }
}

fn with_templates(templates: Templates) -> Result<Publisher, Report> {
    serviceline::with_templates(templates)
}

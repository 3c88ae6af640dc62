//! The publisher for each organization: the standard one, or one with the hospital's own templates.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use serviceline::{ChannelInfo, Publisher, Report};

use crate::{failure::Failure, manuscripts::Submission, templates};

/// The publishers of a run.
pub(crate) struct Publishers {
    standard: Publisher,
    /// By the folder of the organization whose templates they use.
    own: BTreeMap<PathBuf, Result<Publisher, Report>>,
}

impl Publishers {
    /// A publisher for each organization of these service lines: the standard one where it has no templates of its own.
    ///
    /// # Errors
    ///
    /// A template that can't be read from its file.
    pub(crate) fn new(standard: Publisher, submissions: &[Submission]) -> Result<Self, Failure> {
        let mut own = BTreeMap::new();
        let folders: BTreeSet<&Path> = submissions.iter().filter_map(|line| line.manuscript.folder()).collect();
        for folder in folders {
            if let Some(templates) = templates::beside(folder)? {
                own.insert(folder.to_owned(), serviceline::with_templates(templates));
            }
        }
        Ok(Self { standard, own })
    }

    /// The same publishers with another channel in the place of the one that has its id.
    #[cfg(feature = "html")]
    pub(crate) fn with(self, channel: &(impl serviceline::Channel + Clone)) -> Self {
        let own = self.own.into_iter();
        let own = own.map(|(folder, publisher)| (folder, publisher.map(|publisher| publisher.with(channel.clone()))));
        Self { standard: self.standard.with(channel.clone()), own: own.collect() }
    }

    /// The publisher for a service line.
    ///
    /// # Errors
    ///
    /// Every problem of the hospital's own templates.
    pub(crate) fn for_line(&self, submission: &Submission) -> Result<&Publisher, Report> {
        match submission.manuscript.folder().and_then(|folder| self.own.get(folder)) {
            Some(own) => own.as_ref().map_err(Clone::clone),
            None => Ok(&self.standard),
        }
    }

    /// The channels with these ids, or all if none is named, in the order of the publisher.
    ///
    /// # Errors
    ///
    /// An id that no channel has.
    pub(crate) fn channels(&self, wanted: &[String]) -> Result<Vec<ChannelInfo>, Failure> {
        let known: Vec<ChannelInfo> = self.standard.channels().collect();
        let ids: Vec<&str> = known.iter().map(|channel| channel.id).collect();
        if let Some(unknown) = wanted.iter().find(|id| !ids.contains(&id.as_str())) {
            return Err(Failure::unknown("channel", unknown, &ids));
        }
        Ok(known.into_iter().filter(|channel| wanted.is_empty() || wanted.iter().any(|id| id == channel.id)).collect())
    }
}

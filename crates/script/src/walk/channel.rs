//! The channel `rehearsal`: transcripts of calls, for those who learn to lead them.

use serviceline_core::{Channel, ChannelInfo, File, Notes, Report, Selection, Words};

use super::{all, through};
use crate::dialogue::{Dialogue, StepId};
use crate::{Script, ScriptOptions, encode};

/// The channel `rehearsal`: the calls that a script leads to, as transcripts. It says what the script says and takes its
/// options. It is no part of a publication, so [`serviceline`'s standard publisher] does not have it; add it where calls
/// are taught.
///
/// ```
/// use serviceline_core::Publisher;
/// use serviceline_script::{Script, walk::Rehearsal};
///
/// let publisher = Publisher::default().with(Script::default()).with(Rehearsal::every_choice(Script::default()));
/// assert_eq!(publisher.channels().last().map(|channel| channel.id), Some("rehearsal"));
/// ```
///
/// [`serviceline`'s standard publisher]: https://docs.rs/serviceline
#[derive(Debug)]
pub struct Rehearsal {
    script: Script,
    calls: Calls,
}

#[derive(Debug)]
enum Calls {
    EveryChoice,
    Through(StepId),
}

impl Rehearsal {
    /// A call for every choice, as [`all`] walks them.
    #[must_use]
    pub fn every_choice(script: Script) -> Self {
        Self { script, calls: Calls::EveryChoice }
    }
    /// The shortest call through one step, as [`through`] walks it; no call, if there is no such step.
    #[must_use]
    pub fn through(script: Script, step: StepId) -> Self {
        Self { script, calls: Calls::Through(step) }
    }
}

impl Channel for Rehearsal {
    type Options = ScriptOptions;
    type Document = Dialogue;

    fn info(&self) -> ChannelInfo {
        ChannelInfo {
            id: "rehearsal",
            about: "calls that the phone script leads to, as transcripts",
            suffix: ".calls.txt",
            ..self.script.info()
        }
    }
    fn compose(
        &self,
        selection: &Selection<'_>,
        options: &ScriptOptions,
        notes: &mut Notes,
    ) -> Result<Dialogue, Report> {
        self.script.compose(selection, options, notes)
    }
    fn words<'d>(&self, document: &'d Dialogue, see: &mut dyn FnMut(&'d Words)) {
        self.script.words(document, see);
    }
    fn encode(&self, document: &Dialogue) -> Result<Vec<File>, Report> {
        let paths = match self.calls {
            Calls::EveryChoice => all(document),
            Calls::Through(step) => through(document, step).into_iter().collect(),
        };
        if paths.is_empty() {
            return Ok(vec![]);
        }
        let info = self.info();
        let bytes = encode::transcript(document, &paths).into_bytes();
        Ok(vec![File { suffix: info.suffix.to_owned(), media_type: info.media_type, bytes }])
    }
}

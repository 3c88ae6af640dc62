//! The contract of a channel: two pure steps from a selection to files.

use std::{
    any::{Any, TypeId},
    fmt,
    sync::Arc,
};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::{
    Diagnostic, Report,
    decode::decode,
    fields::Fields,
    leaf::Leaf,
    path::FieldPath,
    reasons::Reasons,
    selection::{Selection, Variant},
    source::Source,
    tree::Node,
    words::Words,
};

/// What a channel is called and what it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChannelInfo {
    /// Its name on the command line, in `serviceline.yaml` and in coverage.
    pub id: &'static str,
    /// The name that authors write in `channels:`; channels that show the same content share it. Those of them that take
    /// the same options share these too: they stand in `serviceline.yaml` under the first one's id.
    pub selects: &'static str,
    /// The wording that it prefers.
    pub prefers: Variant,
    /// It is for the staff, who see the content of every audience.
    pub staff: bool,
    /// What it is, in one line.
    pub about: &'static str,
    /// What its file names end with, for example `.html`.
    pub suffix: &'static str,
    /// The media type of its main file.
    pub media_type: &'static str,
}

/// A finished file.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// What its name ends with, after the id of the service line.
    pub suffix: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "File({}, {}, {} bytes)", self.suffix, self.media_type, self.bytes.len())
    }
}

/// A way in which people meet a service line.
///
/// `compose` decides what is said, in which words, order and place; `encode` writes a finished document down and never
/// drops, adds or changes a word. Neither reads a file, a clock or the environment.
///
/// Every text and fact of the selection must be said by `compose` or left out there for a stated reason; one that is
/// neither fails the publication by name.
pub trait Channel: fmt::Debug + Send + Sync + 'static {
    /// What a hospital may set in `serviceline.yaml` under the channel's id.
    type Options: DeserializeOwned + JsonSchema + Default + Send + Sync + 'static;
    /// The finished document, before it is written down.
    type Document: fmt::Debug;

    /// What it is called and what it makes.
    fn info(&self) -> ChannelInfo;
    /// Decides what is said, in which words, order and place.
    ///
    /// # Errors
    ///
    /// Every problem that keeps the document from being right, such as text that does not fit.
    fn compose(
        &self,
        selection: &Selection<'_>,
        options: &Self::Options,
        notes: &mut Notes,
    ) -> Result<Self::Document, Report>;
    /// Shows every text of the document. What is forgotten here counts as lost, so forgetting cannot hide a loss.
    fn words<'d>(&self, document: &'d Self::Document, see: &mut dyn FnMut(&'d Words));
    /// Writes the document down.
    ///
    /// # Errors
    ///
    /// Every problem of the format, such as a character that a font lacks.
    fn encode(&self, document: &Self::Document) -> Result<Vec<File>, Report>;
    /// Warnings about the finished files, such as that one is too large. Most channels have none.
    fn remarks(&self, files: &[File], options: &Self::Options) -> Vec<Diagnostic> {
        let _ = (files, options);
        vec![]
    }
}

/// What a channel has to say about its work: what it leaves out and why, and warnings.
#[derive(Debug, Default)]
pub struct Notes {
    pub(crate) left: Reasons,
    pub(crate) warnings: Vec<Diagnostic>,
    pub(crate) account: Option<Account>,
}

/// How a channel came to its result, where that is worth telling: how full each page is, what had to give way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// For people, line by line.
    pub lines: Vec<String>,
    /// The same for programs.
    pub data: serde_json::Value,
}

impl Notes {
    /// Leaves a text or a fact out, by a rule that the channel publishes.
    pub fn leave_out(&mut self, leaf: &dyn Leaf, reason: &str) {
        if !leaf.is_empty() {
            self.left.add(leaf.place(), reason);
        }
    }
    /// Leaves out the field at a path, by a rule that the channel publishes.
    pub fn leave_out_field(&mut self, field: &FieldPath, reason: &str) {
        self.left.add(field, reason);
    }
    /// Leaves out all that an item holds, by a rule that the channel publishes.
    pub fn leave_out_all(&mut self, item: &dyn Fields, reason: &str) {
        item.leaves(&mut |leaf| self.leave_out(leaf, reason));
    }
    /// Reports a problem that does not stop publication.
    pub fn warn(&mut self, warning: Diagnostic) {
        self.warnings.push(warning);
    }
    /// Tells how the channel came to its result.
    pub fn account(&mut self, account: Account) {
        self.account = Some(account);
    }
}

/// The options of a channel, decoded.
pub(crate) type Options = Arc<dyn Any + Send + Sync>;

/// The object-safe face of every channel.
pub(crate) trait AnyChannel: fmt::Debug + Send + Sync {
    fn info(&self) -> ChannelInfo;
    fn options(&self, given: Option<(Node, &Arc<Source>)>, faults: &mut Vec<Diagnostic>) -> Options;
    fn options_schema(&self) -> schemars::Schema;
    fn options_type(&self) -> TypeId;
    fn run(&self, selection: &Selection<'_>, options: &Options, run: &mut Run<'_>) -> Result<Vec<File>, Report>;
}

/// What a run of a channel leaves behind besides its files.
pub(crate) struct Run<'n> {
    pub(crate) notes: &'n mut Notes,
    /// The keys of the fields that have words in the document.
    pub(crate) placed: Vec<usize>,
    /// The document, for snapshots of wording.
    pub(crate) wording: Option<String>,
}

impl<C: Channel> AnyChannel for C {
    fn info(&self) -> ChannelInfo {
        Channel::info(self)
    }
    fn options(&self, given: Option<(Node, &Arc<Source>)>, faults: &mut Vec<Diagnostic>) -> Options {
        Arc::new(given.map(|(node, source)| decode::<C::Options>(node, source, faults).0).unwrap_or_default())
    }
    fn options_schema(&self) -> schemars::Schema {
        schemars::schema_for!(C::Options)
    }
    fn options_type(&self) -> TypeId {
        TypeId::of::<C::Options>()
    }
    fn run(&self, selection: &Selection<'_>, options: &Options, run: &mut Run<'_>) -> Result<Vec<File>, Report> {
        let default = C::Options::default();
        let options = options.downcast_ref::<C::Options>().unwrap_or(&default);
        let document = self.compose(selection, options, run.notes)?;
        let faults = std::mem::take(&mut selection.journal.borrow_mut().faults);
        if !faults.is_empty() {
            let mut report = Report::new();
            report.extend(faults);
            return Err(report);
        }
        self.words(&document, &mut |words: &Words| {
            run.placed.extend(words.pieces().iter().flat_map(crate::words::Piece::fields).map(FieldPath::key));
        });
        if let Some(wording) = &mut run.wording {
            *wording = format!("{document:#?}");
        }
        let files = self.encode(&document)?;
        run.notes.warnings.extend(self.remarks(&files, options));
        Ok(files)
    }
}

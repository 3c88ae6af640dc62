//! The [`Publisher`]: an ordered list of channels, and the one way through them.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use serviceline_templates::Templates;

use crate::{
    Diagnostic, Report,
    channel::{Account, AnyChannel, Channel, ChannelInfo, File, Notes, Options, Run},
    coverage::{self, Coverage},
    edition::{Edition, Purpose},
    locale::Locale,
    manuscript::Manuscript,
    model::{Audience, Date},
    nearest::nearest,
    prepare::{self, Setting},
    selection::Selection,
    tree::{Data, Key, Node},
};

/// Channels in order, and what they share. Make it once and use it for all documents, from any thread.
#[derive(Debug)]
pub struct Publisher {
    channels: Vec<Arc<dyn AnyChannel>>,
    templates: Templates,
    /// Locales that have been read, by language tag.
    locales: Mutex<BTreeMap<String, Locale>>,
}

impl Default for Publisher {
    fn default() -> Self {
        Self::new(Templates::builtin())
    }
}

impl Publisher {
    /// A publisher without channels, that takes its locales from these templates.
    #[must_use]
    pub fn new(templates: Templates) -> Self {
        Self { channels: vec![], templates, locales: Mutex::default() }
    }
    /// The same publisher with one channel more, or with this one in the place of the one that has its id.
    #[must_use]
    pub fn with(mut self, channel: impl Channel) -> Self {
        let channel: Arc<dyn AnyChannel> = Arc::new(channel);
        match self.channels.iter_mut().find(|known| known.info().id == channel.info().id) {
            Some(known) => *known = channel,
            None => self.channels.push(channel),
        }
        self
    }
    /// What its channels are called and make, in order.
    pub fn channels(&self) -> impl Iterator<Item = ChannelInfo> + '_ {
        self.channels.iter().map(|c| c.info())
    }
    /// The JSON Schema of a channel's options.
    #[must_use]
    pub fn options_schema(&self, id: &str) -> Option<schemars::Schema> {
        self.channels.iter().find(|c| c.info().id == id).map(|c| c.options_schema())
    }

    /// Checks a manuscript and makes an edition of it. `today` decides only what has expired.
    ///
    /// # Errors
    ///
    /// Every problem of every file, if one of them is an error.
    pub fn prepare(&self, manuscript: &Manuscript, purpose: Purpose, today: Date) -> Result<Edition, Report> {
        let (edition, report) = self.examine(manuscript, purpose, today);
        edition.ok_or(report)
    }
    /// Every problem of every file, warnings too, in order of file and line; if the content can be published, also what
    /// each channel finds, such as text that does not fit.
    #[must_use]
    pub fn check(&self, manuscript: &Manuscript, today: Date) -> Report {
        let (edition, mut report) = self.examine(manuscript, Purpose::Publication, today);
        if let Some(edition) = edition {
            for channel in self.channels() {
                report.extend(match self.publish(channel.id, &edition) {
                    Ok(artifact) => artifact.warnings,
                    Err(faults) => faults.into_diagnostics(),
                });
            }
        }
        report.tidy();
        report
    }
    fn examine(&self, manuscript: &Manuscript, purpose: Purpose, today: Date) -> (Option<Edition>, Report) {
        let mut channels: Vec<&'static str> = self.channels().map(|c| c.selects).collect();
        channels.dedup();
        let setting = Setting {
            purpose,
            today,
            channels,
            locale: &|tag| self.locale(tag),
            options: &|manuscript, faults| self.options(manuscript, faults),
        };
        prepare::prepare(manuscript, &setting)
    }
    fn locale(&self, tag: &str) -> Result<Locale, Report> {
        let mut locales = self.locales.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(locale) = locales.get(tag) {
            return Ok(locale.clone());
        }
        let locale = Locale::load(&self.templates, tag)?;
        locales.insert(tag.to_owned(), locale.clone());
        Ok(locale)
    }
    fn options(&self, manuscript: &Manuscript, faults: &mut Vec<Diagnostic>) -> BTreeMap<&'static str, Options> {
        let sheet = manuscript.sheets.settings.as_ref();
        if let Some(sheet) = sheet {
            let mut known: Vec<&str> = self.channels.iter().map(|channel| self.options_of(&**channel)).collect();
            known.dedup();
            faults.extend(keys(&sheet.tree).filter(|key| !known.contains(&&*key.name)).map(|key| {
                let problem = Diagnostic::error("unknown-channel", format!("no channel is called `{}`", key.name));
                let problem = match nearest(&key.name, known.iter().copied()) {
                    Some(near) => problem.help(format!("did you mean `{near}`?")),
                    None => problem.help(format!("use some of: {}", known.join(", "))),
                };
                problem.at(crate::source::Place::new(&sheet.source, key.span.clone())).at_path(&*key.name)
            }));
        }
        let given = |id: &str| sheet.and_then(|s| Some((s.tree.field(id)?.clone(), &s.source)));
        let mut options = BTreeMap::new();
        for channel in &self.channels {
            let section = self.options_of(&**channel);
            options.entry(section).or_insert_with(|| channel.options(given(section), faults));
        }
        options
    }
    /// The id under which a channel's options stand: that of the first channel that shows the same content and takes the
    /// same options.
    fn options_of(&self, channel: &dyn AnyChannel) -> &'static str {
        let (own, kind) = (channel.info(), channel.options_type());
        let same = |other: &&Arc<dyn AnyChannel>| other.info().selects == own.selects && other.options_type() == kind;
        self.channels.iter().find(same).map_or(own.id, |first| first.info().id)
    }

    /// Publishes an edition to one channel, for the audience that it is written for.
    ///
    /// # Errors
    ///
    /// `unknown-channel`, and every problem that the channel finds: text that does not fit, a character without a
    /// glyph, a template that drops a text.
    pub fn publish(&self, id: &str, edition: &Edition) -> Result<Artifact, Report> {
        self.publish_for(id, edition, edition.audience.unwrap_or(Audience::Patient))
    }
    /// Publishes an edition to one channel, for another audience than it is written for.
    ///
    /// # Errors
    ///
    /// As [`Publisher::publish`].
    pub fn publish_for(&self, id: &str, edition: &Edition, audience: Audience) -> Result<Artifact, Report> {
        self.run(id, edition, audience, None).map(|(artifact, _)| artifact)
    }
    /// The document that a channel composes, written out for snapshots of its wording.
    ///
    /// # Errors
    ///
    /// As [`Publisher::publish`].
    pub fn wording(&self, id: &str, edition: &Edition) -> Result<String, Report> {
        let audience = edition.audience.unwrap_or(Audience::Patient);
        self.run(id, edition, audience, Some(String::new())).map(|(_, wording)| wording.unwrap_or_default())
    }

    fn run(
        &self,
        id: &str,
        edition: &Edition,
        audience: Audience,
        wording: Option<String>,
    ) -> Result<(Artifact, Option<String>), Report> {
        let channel = self.channels.iter().find(|c| c.info().id == id).ok_or_else(|| self.unknown(id))?;
        let info = channel.info();
        let selection = Selection::new(edition, info.selects, info.prefers, (!info.staff).then_some(audience));
        let options = edition
            .options
            .get(self.options_of(&**channel))
            .cloned()
            .unwrap_or_else(|| channel.options(None, &mut vec![]));
        let mut notes = Notes::default();
        let mut run = Run { notes: &mut notes, placed: vec![], wording };
        let place = |report: Report| {
            let mut placed = Report::new();
            placed.extend(report.into_diagnostics().into_iter().map(|problem| edition.sheets.placed(problem)));
            placed
        };
        let files = channel.run(&selection, &options, &mut run).map_err(place)?;
        let Run { placed, wording, .. } = run;
        let coverage = coverage::cover(info.id, edition, &selection, &notes, placed)?;
        let files = files
            .into_iter()
            .map(|file| ArtifactFile { name: format!("{}{}", edition.id, file.suffix), file })
            .collect();
        let warnings = notes.warnings.into_iter().map(|warning| edition.sheets.placed(warning)).collect();
        Ok((Artifact { files, coverage, warnings, account: notes.account }, wording))
    }

    fn unknown(&self, id: &str) -> Report {
        let known: Vec<&str> = self.channels().map(|c| c.id).collect();
        let problem = Diagnostic::error("unknown-channel", format!("no channel is called `{id}`"));
        match nearest(id, known.iter().copied()) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem.help(format!("use one of: {}", known.join(", "))),
        }
        .into()
    }
}

/// What a channel made of an edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Artifact {
    files: Vec<ArtifactFile>,
    coverage: Coverage,
    warnings: Vec<Diagnostic>,
    account: Option<Account>,
}

/// A finished file with its whole name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArtifactFile {
    name: String,
    file: File,
}

impl Artifact {
    /// The files.
    #[must_use]
    pub fn files(&self) -> &[ArtifactFile] {
        &self.files
    }
    /// What became of every field.
    #[must_use]
    pub fn coverage(&self) -> &Coverage {
        &self.coverage
    }
    /// Problems that did not stop publication.
    #[must_use]
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }
    /// How the channel came to its result, if it has something to tell.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        self.account.as_ref()
    }
}

impl ArtifactFile {
    /// The name: the id of the service line and the channel's suffix.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
    /// The media type.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        self.file.media_type
    }
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.file.bytes
    }
}

/// The names of the fields of a group.
fn keys(node: &Node) -> impl Iterator<Item = &Key> {
    match &node.data {
        Data::Map(fields) => fields.as_slice(),
        _ => &[],
    }
    .iter()
    .map(|(key, _)| key)
}

//! A publisher with the script and with silent channels of the other names that authors write.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(dead_code, reason = "each test takes what it needs")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serviceline_core::source::Source;
use serviceline_core::{
    Artifact, Channel, ChannelInfo, Date, Diagnostic, Edition, File, Manuscript, Notes, Publisher, Purpose, Report,
    Selection, Variant, Words,
};
use serviceline_script::{Script, ScriptOptions, dialogue::Dialogue};

/// A channel that says nothing; only its name counts.
#[derive(Debug)]
struct Silent(&'static str);

/// Options of which nothing is known here.
#[derive(Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
struct Anything {}

impl Channel for Silent {
    type Options = Anything;
    type Document = ();
    fn info(&self) -> ChannelInfo {
        let nothing = "";
        ChannelInfo {
            id: self.0,
            selects: self.0,
            prefers: Variant::Full,
            staff: false,
            about: nothing,
            suffix: nothing,
            media_type: nothing,
        }
    }
    fn compose(&self, _: &Selection<'_>, _: &Self::Options, _: &mut Notes) -> Result<(), Report> {
        Ok(())
    }
    fn words<'d>(&self, (): &'d (), _: &mut dyn FnMut(&'d Words)) {}
    fn encode(&self, (): &()) -> Result<Vec<File>, Report> {
        Ok(vec![])
    }
}

/// The script, which also hands out the dialogue that it composed.
#[derive(Debug, Default)]
struct Overheard {
    script: Script,
    dialogue: Arc<Mutex<Option<Dialogue>>>,
}

impl Channel for Overheard {
    type Options = ScriptOptions;
    type Document = Dialogue;
    fn info(&self) -> ChannelInfo {
        self.script.info()
    }
    fn compose(
        &self,
        selection: &Selection<'_>,
        options: &ScriptOptions,
        notes: &mut Notes,
    ) -> Result<Dialogue, Report> {
        let dialogue = self.script.compose(selection, options, notes)?;
        *self.dialogue.lock().unwrap() = Some(dialogue.clone());
        Ok(dialogue)
    }
    fn words<'d>(&self, document: &'d Dialogue, see: &mut dyn FnMut(&'d Words)) {
        self.script.words(document, see);
    }
    fn encode(&self, document: &Dialogue) -> Result<Vec<File>, Report> {
        self.script.encode(document)
    }
}

/// What came of a service line.
#[derive(Debug)]
pub(crate) struct Published {
    pub(crate) text: String,
    pub(crate) dialogue: Dialogue,
    pub(crate) warnings: Vec<Diagnostic>,
    pub(crate) artifact: Artifact,
}

impl Published {
    /// The text of the file whose name ends like this.
    pub(crate) fn file(&self, suffix: &str) -> &str {
        let file = self.artifact.files().iter().find(|file| file.name().ends_with(suffix)).unwrap();
        std::str::from_utf8(file.bytes()).unwrap()
    }
}

/// A service line with these settings of the script.
pub(crate) fn set(manuscript: &Manuscript, options: &str) -> Manuscript {
    manuscript.clone().with_settings(&Source::new("serviceline.yaml", format!("script: {options}\n")))
}

pub(crate) fn example(name: &str) -> PathBuf {
    root().join("examples/content/services").join(name)
}

pub(crate) fn corpus(name: &str) -> PathBuf {
    root().join("tests/corpus").join(name)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn load(path: impl AsRef<Path>) -> Manuscript {
    Manuscript::load(path).unwrap()
}

pub(crate) fn publish(manuscript: &Manuscript, purpose: Purpose) -> Published {
    publish_with(Script::default(), manuscript, purpose)
}

pub(crate) fn publish_with(script: Script, manuscript: &Manuscript, purpose: Purpose) -> Published {
    try_publish_with(script, manuscript, purpose).unwrap_or_else(|report| panic!("{report}"))
}

pub(crate) fn try_publish(manuscript: &Manuscript, purpose: Purpose) -> Result<Published, Report> {
    try_publish_with(Script::default(), manuscript, purpose)
}

fn try_publish_with(script: Script, manuscript: &Manuscript, purpose: Purpose) -> Result<Published, Report> {
    let overheard = Overheard { script, ..Overheard::default() };
    let dialogue = Arc::clone(&overheard.dialogue);
    let publisher = Publisher::default().with(overheard);
    let publisher =
        ["html", "markdown", "brochure"].into_iter().fold(publisher, |publisher, name| publisher.with(Silent(name)));
    let edition: Edition = publisher.prepare(manuscript, purpose, Date::new(2026, 11, 22).unwrap())?;
    let artifact = publisher.publish("script", &edition)?;
    let text = String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap();
    let dialogue = dialogue.lock().unwrap().take().unwrap();
    Ok(Published { text, dialogue, warnings: artifact.warnings().to_vec(), artifact })
}

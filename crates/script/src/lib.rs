//! The phone script of a service line: plain text that an agent reads aloud to a worried person.
//!
//! Every other channel is seen; this one is heard. So its craft is different: emergencies come first and are offered at
//! every step; what is read aloud stands in ordinary letters and everything else in capitals; numbers, hours and phones
//! are written as they are said ([`spoken`]); no question that opens a record is asked before it is needed; and every
//! way through a call ends in a code that tells how it ended ([`laws`]).
//!
//! ```text
//! Selection --compose--> Dialogue --encode--> text
//! ```
//!
//! [`dialogue::Dialogue`] is a graph of steps, cues and choices, and the tables an agent looks things up in.
//! [`encode`](encode::encode) lays it out in lines of a fixed width and changes no word.
//!
//! All wording of the script's own is data: `script/<language>/phrases.yaml` says what is said, and
//! `locales/<language>/spoken.yaml` how numbers and signs are said. Neither the phrases nor this code names a sign of
//! illness; those come from the emergency cards, which a clinician approved.
//!
//! Sibling crates: `serviceline-html`, `serviceline-markdown`, `serviceline-brochure`.

mod compose;
pub mod data;
pub mod dialogue;
pub mod encode;
pub mod laws;
mod length;
mod sections;
pub mod spoken;
pub mod ssml;
pub mod timing;
mod voices;
pub mod walk;
mod width;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serviceline_core::phrase::Phrases;
use serviceline_core::{Channel, ChannelInfo, Diagnostic, File, Notes, Report, Selection, Variant, Words};
use serviceline_templates::Templates;

use dialogue::{Dialogue, Forms};
use spoken::{Letters, Speaker};
use voices::Voices;

pub use sections::{Section, Sections};
pub use width::Width;

/// The channel `script`.
///
/// ```
/// use serviceline_core::{Channel, Publisher};
/// use serviceline_script::Script;
///
/// assert_eq!(Script::default().info().suffix, ".txt");
/// let publisher = Publisher::default().with(Script::default());
/// assert_eq!(publisher.channels().count(), 1);
/// ```
#[derive(Debug)]
pub struct Script {
    templates: Templates,
    /// Phrases and spoken forms that have been read, by language.
    languages: Mutex<BTreeMap<String, Arc<Language>>>,
    /// Speakers that have been taught the words of a hospital.
    voices: Voices,
}

/// What a hospital may set in `serviceline.yaml` under `script`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in the file")]
pub struct ScriptOptions {
    /// Whether a text that is too long to be said in a breath is an error; otherwise it is a warning.
    pub strict: bool,
    /// Whether accents and letters of other scripts stay. Otherwise the script is plain ASCII, which every screen shows,
    /// and the pronunciation list tells where an accent belongs.
    pub utf8: bool,
    /// How wide a line may be, in characters.
    pub width: Width,
    /// Which parts are written: `steps`, `answers`, `facts`. The steps of an emergency always are.
    pub parts: Sections,
    /// Whether the script is written as data too, for programs that lead an agent through a call: `.dialogue.json`.
    pub json: bool,
    /// Whether what is read aloud is written as speech too, for voice systems: `.ssml`.
    pub ssml: bool,
    /// How long the key messages may take, in seconds.
    pub key_messages_seconds: u16,
    /// How long the shortest informing call may take, in seconds.
    pub information_seconds: u16,
    /// How long a quick answer may take, in seconds; a test and how to get ready for it share an entry up to that.
    pub answer_seconds: u16,
    /// How many lines a step may take: what the agents' screens show at once.
    pub step_lines: u16,
}

impl Default for ScriptOptions {
    fn default() -> Self {
        Self {
            strict: false,
            utf8: false,
            width: Width::default(),
            parts: Sections::default(),
            json: false,
            ssml: false,
            key_messages_seconds: 75,
            information_seconds: 240,
            answer_seconds: 20,
            step_lines: 45,
        }
    }
}

impl ScriptOptions {
    pub(crate) fn letters(&self) -> Letters {
        if self.utf8 { Letters::AsWritten } else { Letters::Ascii }
    }
    pub(crate) fn forms(&self) -> Forms {
        Forms { json: self.json, ssml: self.ssml }
    }
}

/// The wording and the spoken forms of one language.
#[derive(Debug)]
pub(crate) struct Language {
    pub(crate) phrases: Phrases,
    pub(crate) speaker: Speaker,
}

impl Default for Script {
    fn default() -> Self {
        Self::new(Templates::builtin())
    }
}

impl Script {
    /// The channel with a hospital's own phrases and spoken forms laid over the built-in ones.
    #[must_use]
    pub fn new(templates: Templates) -> Self {
        Self { templates, languages: Mutex::default(), voices: Voices::default() }
    }

    fn language(&self, language: &str) -> Result<Arc<Language>, Report> {
        let mut languages = self.languages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = languages.get(language) {
            return Ok(Arc::clone(known));
        }
        let phrases = Phrases::load(&self.templates, &format!("script/{language}/phrases.yaml"))?;
        let speaker = Speaker::load(&self.templates, language)?;
        let read = Arc::new(Language { phrases, speaker });
        languages.insert(language.to_owned(), Arc::clone(&read));
        Ok(read)
    }
}

impl Channel for Script {
    type Options = ScriptOptions;
    type Document = Dialogue;

    fn info(&self) -> ChannelInfo {
        ChannelInfo {
            id: "script",
            selects: "script",
            prefers: Variant::Spoken,
            staff: true,
            about: "a script for the people who answer the phone, in plain text",
            suffix: ".txt",
            media_type: "text/plain; charset=us-ascii",
        }
    }

    fn compose(
        &self,
        selection: &Selection<'_>,
        options: &ScriptOptions,
        notes: &mut Notes,
    ) -> Result<Dialogue, Report> {
        let language = self.language(selection.locale().language())?;
        let speaker = self.voices.of(selection, &language, options.letters());
        compose::compose(selection, &language, speaker, options, notes)
    }

    fn words<'d>(&self, document: &'d Dialogue, see: &mut dyn FnMut(&'d Words)) {
        document.words(see);
    }

    fn encode(&self, document: &Dialogue) -> Result<Vec<File>, Report> {
        let info = self.info();
        let text = encode::encode(document);
        let media_type = if text.is_ascii() { info.media_type } else { "text/plain; charset=utf-8" };
        let file = |suffix: &str, media_type, bytes| File { suffix: suffix.to_owned(), media_type, bytes };
        let mut files = vec![file(info.suffix, media_type, text.into_bytes())];
        if document.forms.json {
            let json = data::json(document);
            let json = json.map_err(|error| {
                Report::from(Diagnostic::error("unwritten", format!("the script as data: {error}")))
            })?;
            files.push(file(".dialogue.json", "application/json", json));
        }
        if document.forms.ssml {
            files.push(file(".ssml", "application/ssml+xml", ssml::ssml(document).into_bytes()));
        }
        Ok(files)
    }
}

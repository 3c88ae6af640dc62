//! What the tests of this channel share: a publisher, content, and a way to write any outline.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(dead_code, reason = "not every test uses all of it")]

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};

use serviceline_core::words::Role;
use serviceline_core::{
    Channel, ChannelInfo, Date, Edition, File, Manuscript, Notes, Publisher, Purpose, Report, Selection, Variant, Words,
};
use serviceline_markdown::{Markdown, MarkdownOptions, Outline};

/// A stretch of text as it is meant: the text, strong, emphasis, and where it links. A line feed is a line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) strong: bool,
    pub(crate) emphasis: bool,
    pub(crate) href: String,
}

/// The folder of the whole project.
pub(crate) fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The channel, beside channels that only have the names that content uses.
pub(crate) fn publisher() -> Publisher {
    Publisher::default().with(Markdown).with(Named("html")).with(Named("brochure")).with(Named("script"))
}

/// Content as an edition, ready for any channel.
pub(crate) fn edition(path: &str, purpose: Purpose) -> Edition {
    let manuscript = Manuscript::load(project().join(path)).unwrap();
    publisher().prepare(&manuscript, purpose, Date::new(2026, 10, 10).unwrap()).unwrap()
}

/// The Markdown of an outline that is made with the words of some selection.
pub(crate) fn written(outline: impl Fn(&Selection<'_>) -> Outline + Send + Sync + 'static) -> String {
    static EDITION: LazyLock<Edition> =
        LazyLock::new(|| edition("tests/corpus/small/smallest.yaml", Purpose::Publication));
    let written = Arc::new(Mutex::new(String::new()));
    let probe = Probe { outline: Box::new(outline), written: Arc::clone(&written) };
    // The outline holds none of the content, so the publication itself is refused.
    let _ = Publisher::default().with(probe).publish("probe", &EDITION);
    let markdown = written.lock().unwrap();
    markdown.clone()
}

/// Words of these runs; a line feed is a line break.
pub(crate) fn words(selection: &Selection<'_>, runs: &[Run]) -> Words {
    let run = |run: &Run| {
        let role = match (run.text.as_str(), run.href.as_str()) {
            ("\n", _) => Role::Break,
            (_, "") => Role::Plain,
            (_, href) => Role::Link { href: href.into() },
        };
        let mut words = selection.piece(run.text.as_str(), &selection.title, role);
        if run.strong {
            words = words.strong();
        }
        if run.emphasis {
            words = words.emphasized();
        }
        words
    };
    runs.iter().map(run).fold(Words::default(), Words::then)
}

/// A channel that writes an outline of the test's as the Markdown channel does.
struct Probe {
    outline: Box<dyn Fn(&Selection<'_>) -> Outline + Send + Sync>,
    written: Arc<Mutex<String>>,
}

impl fmt::Debug for Probe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Probe")
    }
}

impl Channel for Probe {
    type Options = MarkdownOptions;
    type Document = Outline;
    fn info(&self) -> ChannelInfo {
        named("probe")
    }
    fn compose(&self, selection: &Selection<'_>, _: &MarkdownOptions, _: &mut Notes) -> Result<Outline, Report> {
        let outline = (self.outline)(selection);
        let files = Markdown.encode(&outline)?;
        *self.written.lock().unwrap() = String::from_utf8(files[0].bytes.clone()).unwrap();
        Ok(outline)
    }
    fn words<'d>(&self, document: &'d Outline, see: &mut dyn FnMut(&'d Words)) {
        document.words(see);
    }
    fn encode(&self, document: &Outline) -> Result<Vec<File>, Report> {
        Markdown.encode(document)
    }
}

/// A channel that has a name and says nothing.
#[derive(Debug)]
struct Named(&'static str);

/// Options of which nothing is known here.
#[derive(Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Anything {}

impl Channel for Named {
    type Options = Anything;
    type Document = ();
    fn info(&self) -> ChannelInfo {
        named(self.0)
    }
    fn compose(&self, _: &Selection<'_>, _: &Anything, _: &mut Notes) -> Result<(), Report> {
        Ok(())
    }
    fn words<'d>(&self, (): &'d (), _: &mut dyn FnMut(&'d Words)) {}
    fn encode(&self, (): &()) -> Result<Vec<File>, Report> {
        Ok(Vec::new())
    }
}

fn named(id: &'static str) -> ChannelInfo {
    ChannelInfo { id, selects: id, prefers: Variant::Full, staff: false, about: "", suffix: "", media_type: "" }
}

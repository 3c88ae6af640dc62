//! A publisher with the script and with silent channels of the other names that authors write.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(dead_code, reason = "each test takes what it needs")]

use std::path::{Path, PathBuf};

use serviceline_core::{
    Channel, ChannelInfo, Date, Edition, File, Manuscript, Notes, Publisher, Purpose, Report, Selection, Variant, Words,
};
use serviceline_script::Script;

/// A channel that says nothing; only its name counts.
#[derive(Debug)]
struct Silent(&'static str);

impl Channel for Silent {
    type Options = serviceline_script::ScriptOptions;
    type Document = ();
    fn info(&self) -> ChannelInfo {
        ChannelInfo {
            id: self.0,
            selects: self.0,
            prefers: Variant::Full,
            staff: false,
            about: "nothing",
            suffix: "",
            media_type: "text/plain",
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

pub(crate) fn publisher() -> Publisher {
    let publisher = Publisher::default().with(Script::default());
    ["html", "markdown", "brochure"].into_iter().fold(publisher, |publisher, name| publisher.with(Silent(name)))
}

pub(crate) fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/content/services").join(name)
}

pub(crate) fn prepared(manuscript: &Manuscript, purpose: Purpose) -> (Publisher, Edition) {
    let publisher = publisher();
    let edition = publisher.prepare(manuscript, purpose, Date::new(2026, 11, 22).unwrap());
    (publisher, edition.unwrap_or_else(|report| panic!("{report}")))
}

pub(crate) fn text((publisher, edition): &(Publisher, Edition)) -> String {
    let artifact = publisher.publish("script", edition).unwrap_or_else(|report| panic!("{report}"));
    String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap()
}

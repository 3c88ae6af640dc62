//! What the tests of this crate share: the other channels' names, and the examples.
#![allow(dead_code, clippy::unwrap_used, reason = "every test uses its part, and may panic")]

pub(crate) mod text;

use serviceline_core::channel::{Channel, ChannelInfo, File, Notes};
use serviceline_core::{Date, Edition, Manuscript, Publisher, Purpose, Report, Selection, Variant, Words};
use serviceline_html::Html;

/// A channel that content may name, and that publishes nothing here.
#[derive(Debug)]
pub(crate) struct Other(pub(crate) &'static str);

/// Options of which nothing is known here.
#[derive(Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Anything {}

impl Channel for Other {
    type Options = Anything;
    type Document = ();
    fn info(&self) -> ChannelInfo {
        let (id, prefers) = (self.0, Variant::Full);
        ChannelInfo { id, selects: id, prefers, staff: false, about: "", suffix: "", media_type: "" }
    }
    fn compose(&self, _: &Selection<'_>, _: &Anything, _: &mut Notes) -> Result<(), Report> {
        Ok(())
    }
    fn words<'d>(&self, (): &'d (), _: &mut dyn FnMut(&'d Words)) {}
    fn encode(&self, (): &()) -> Result<Vec<File>, Report> {
        Ok(Vec::new())
    }
}

/// A publisher of pages that knows the names of all channels.
pub(crate) fn publisher(html: Html) -> Publisher {
    Publisher::default().with(html).with(Other("markdown")).with(Other("brochure")).with(Other("script"))
}

/// A day on which everything in the examples is still true.
pub(crate) fn today() -> Date {
    Date::new(2026, 10, 1).unwrap()
}

/// A file of the examples.
pub(crate) fn example(name: &str) -> Manuscript {
    let path = format!("{}/../../examples/content/services/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    Manuscript::load(path).unwrap()
}

/// A prepared example.
pub(crate) fn edition(name: &str, purpose: Purpose) -> Edition {
    publisher(Html::default()).prepare(&example(name), purpose, today()).unwrap_or_else(|report| panic!("{report}"))
}

/// The page of a prepared edition.
pub(crate) fn page(edition: &Edition) -> String {
    let artifact = publisher(Html::default()).publish("html", edition).unwrap_or_else(|report| panic!("{report}"));
    let page = String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap();
    // The code of the edition changes with every field of the content, and with every file.
    page.replace(edition.code(), "XXXX-XXXX")
}

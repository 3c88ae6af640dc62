//! A publisher with the brochure, and the other channels that the examples name.
#![allow(dead_code, reason = "each test uses some of it")]
#![allow(unreachable_pub, reason = "tests share it")]

pub mod profile;
pub mod reader;

use std::sync::LazyLock;

use serviceline_brochure::leaflet::Leaflet;
use serviceline_brochure::{Brochure, Options, press::Press};
use serviceline_core::words::Words;
use serviceline_core::{
    Artifact, Channel, ChannelInfo, Date, Edition, File, Manuscript, Notes, Organization, Publisher, Purpose, Report,
    Selection, ServiceLine, Variant,
};

/// A channel that the content names, and that says nothing here.
#[derive(Debug)]
struct Named(&'static str);

/// Options of which nothing is known here.
#[derive(Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
struct Anything {}

impl Channel for Named {
    type Options = Anything;
    type Document = ();

    fn info(&self) -> ChannelInfo {
        ChannelInfo {
            id: self.0,
            selects: self.0,
            prefers: Variant::Full,
            staff: false,
            about: "nothing",
            suffix: ".none",
            media_type: "text/plain",
        }
    }
    fn compose(&self, _: &Selection<'_>, _: &Anything, _: &mut Notes) -> Result<(), Report> {
        Ok(())
    }
    fn words<'d>(&self, (): &'d (), _: &mut dyn FnMut(&'d Words)) {}
    fn encode(&self, (): &()) -> Result<Vec<File>, Report> {
        Ok(Vec::new())
    }
}

/// A publisher that knows the names of channels, and nothing else.
pub fn named(ids: &[&'static str]) -> Publisher {
    ids.iter().fold(Publisher::default(), |publisher, id| publisher.with(Named(id)))
}

/// Every built-in format.
pub const FORMATS: [&str; 12] = [
    "trifold-letter",
    "trifold-a4",
    "zfold-letter",
    "zfold-a4",
    "halffold-letter",
    "halffold-a4",
    "rack-4x9",
    "rack-dl",
    "handout-letter",
    "handout-a4",
    "large-print-letter",
    "large-print-a4",
];

static BROCHURE: LazyLock<Brochure> = LazyLock::new(Brochure::default);

/// A brochure that is not painted: its layout is shown to a test instead.
#[derive(Debug)]
pub struct Unpainted(pub fn(&Leaflet));

impl Channel for Unpainted {
    type Options = Options;
    type Document = Leaflet;

    fn info(&self) -> ChannelInfo {
        BROCHURE.info()
    }
    fn compose(&self, selection: &Selection<'_>, options: &Options, notes: &mut Notes) -> Result<Leaflet, Report> {
        BROCHURE.compose(selection, options, notes)
    }
    fn words<'d>(&self, document: &'d Leaflet, see: &mut dyn FnMut(&'d Words)) {
        BROCHURE.words(document, see);
    }
    fn encode(&self, document: &Leaflet) -> Result<Vec<File>, Report> {
        (self.0)(document);
        Ok(Vec::new())
    }
}

/// All channel names, and a brochure for real, for the screen and for the press.
pub fn publisher_with(brochure: Brochure) -> Publisher {
    named(&["html", "markdown", "script"]).with(brochure.clone()).with(Press::new(brochure))
}

/// All channel names, and the brochure for real.
pub fn publisher() -> Publisher {
    publisher_with(Brochure::default())
}

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/content");

/// A service line of the example health system.
pub fn manuscript(id: &str) -> Manuscript {
    Manuscript::load(format!("{CONTENT}/services/{id}.yaml")).unwrap()
}

/// A service line of the repository, by its path from the root.
pub fn manuscript_at(path: &str) -> Manuscript {
    Manuscript::load(format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The spine cancer line of the example health system, with changes.
pub fn changed(change: impl FnOnce(&mut ServiceLine, &mut Organization)) -> Manuscript {
    let original = manuscript("spine-cancer");
    let (mut service, mut organization) = (original.service().clone(), original.organization().clone());
    change(&mut service, &mut organization);
    with_assets(Manuscript::new(service, organization))
}

/// With the pictures of the example health system.
pub fn with_assets(mut manuscript: Manuscript) -> Manuscript {
    for entry in std::fs::read_dir(format!("{CONTENT}/assets")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let name = format!("assets/{}", path.file_name().unwrap().to_string_lossy());
            manuscript = manuscript.with_asset(name, std::fs::read(path).unwrap());
        }
    }
    manuscript
}

/// The edition of a manuscript.
pub fn edition(manuscript: &Manuscript, purpose: Purpose) -> Edition {
    let today = Date::new(2026, 10, 1).unwrap();
    publisher().prepare(manuscript, purpose, today).unwrap_or_else(|report| panic!("{report}"))
}

/// The brochure of a manuscript, or the report that refuses it.
pub fn publish(manuscript: &Manuscript) -> Result<Artifact, Report> {
    publisher().publish("brochure", &edition(manuscript, Purpose::Publication))
}

/// The bytes of the brochure of a manuscript.
pub fn pdf(manuscript: &Manuscript) -> Vec<u8> {
    publish(manuscript).unwrap_or_else(|report| panic!("{report}")).files()[0].bytes().to_vec()
}

/// The report that refuses a manuscript's brochure, as text.
pub fn refusal(manuscript: &Manuscript) -> String {
    publish(manuscript).expect_err("the brochure was published").to_string()
}

//! A publisher with the brochure, and the other channels that the examples name.
#![allow(dead_code, reason = "each test uses some of it")]

use serviceline_brochure::Brochure;
use serviceline_core::words::Words;
use serviceline_core::{
    Channel, ChannelInfo, Date, Edition, File, Manuscript, Notes, Publisher, Purpose, Report,
    Selection, Variant,
};

/// A channel that the content names, and that says nothing here.
#[derive(Debug)]
struct Named(&'static str);

impl Channel for Named {
    type Options = ();
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
    fn compose(&self, _: &Selection<'_>, (): &(), _: &mut Notes) -> Result<(), Report> {
        Ok(())
    }
    fn words<'d>(&self, (): &'d (), _: &mut dyn FnMut(&'d Words)) {}
    fn encode(&self, (): &()) -> Result<Vec<File>, Report> {
        Ok(Vec::new())
    }
}

/// All channel names, and the brochure for real.
pub fn publisher() -> Publisher {
    let named = Publisher::default()
        .with(Named("html"))
        .with(Named("markdown"))
        .with(Named("script"));
    named.with(Brochure::default())
}

/// A service line of the example health system.
pub fn manuscript(id: &str) -> Manuscript {
    let folder = std::env::var("CONTENT").unwrap_or_else(|_| {
        concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../examples/content/services"
        )
        .to_owned()
    });
    Manuscript::load(format!("{folder}/{id}.yaml")).unwrap()
}

/// Its edition.
pub fn edition(id: &str) -> Edition {
    prepared(&manuscript(id), Purpose::Publication)
}

/// The edition of a manuscript.
pub fn prepared(manuscript: &Manuscript, purpose: Purpose) -> Edition {
    let today = Date::new(2026, 10, 1).unwrap();
    publisher()
        .prepare(manuscript, purpose, today)
        .unwrap_or_else(|report| panic!("{report}"))
}

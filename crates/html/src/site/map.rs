//! The map of a site for search engines, by the protocol of sitemaps.org.

use std::fmt::Write as _;

use serviceline_core::model::LanguageTag;
use serviceline_core::{Edition, Notes, Selection};

use super::SiteFile;
use crate::compose::{Composer, Plan};
use crate::page::Alternate;
use crate::{Html, escape};

/// A page in the map.
struct Location {
    address: String,
    /// The day on which it was last reviewed.
    changed: Option<String>,
    alternates: Vec<Alternate>,
}

impl Html {
    /// The map of all pages that have an address.
    pub(super) fn map(&self, editions: &[&Edition]) -> Option<SiteFile> {
        let mut locations: Vec<Location> = Vec::new();
        for edition in editions {
            let (index, page) = self.locations(edition);
            locations.extend(index.filter(|index| !locations.iter().any(|known| known.address == index.address)));
            locations.extend(page);
        }
        (!locations.is_empty()).then(|| SiteFile {
            name: "sitemap.xml".to_owned(),
            language: None,
            media_type: "application/xml",
            bytes: write(&locations).into_bytes(),
        })
    }

    /// The list that the page of an edition is in, and the page.
    fn locations(&self, edition: &Edition) -> (Option<Location>, Option<Location>) {
        let (options, selection, mut notes) = (self.options_of(edition), self.selection(edition), Notes::default());
        let mut composer =
            Composer::new(&selection, Plan { options: &options, site: self.site.as_deref() }, &mut notes);
        let index = composer.index_address().map(|address| Location { address, changed: None, alternates: Vec::new() });
        let page = composer.canonical().map(|address| Location {
            address,
            changed: edition.review.last_reviewed.value().map(ToString::to_string),
            alternates: composer.alternates(),
        });
        (index, page)
    }
}

/// The list of services in each language, if each has an address of its own.
pub(super) fn index_alternates(html: &Html, selection: &Selection<'_>, languages: &[&LanguageTag]) -> Vec<Alternate> {
    let options = html.options_of(selection.edition());
    let mut notes = Notes::default();
    let composer = Composer::new(selection, Plan { options: &options, site: None }, &mut notes);
    let own = options.index_path.iter().any(|path| path.contains("{language}"));
    let alternates = languages.iter().filter_map(|language| {
        Some(Alternate { lang: language.to_string(), href: composer.index_address_in(language)? })
    });
    if own && languages.len() > 1 { alternates.collect() } else { Vec::new() }
}

fn write(locations: &[Location]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for location in locations {
        xml.push_str("<url><loc>");
        escape::attribute(&location.address, &mut xml);
        xml.push_str("</loc>");
        if let Some(date) = &location.changed {
            let _ = write!(xml, "<lastmod>{date}</lastmod>");
        }
        for alternate in &location.alternates {
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"", alternate.lang);
            escape::attribute(&alternate.href, &mut xml);
            xml.push_str("\"/>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

//! One typed description of a hospital service line, published to web page, Markdown, brochure and phone script.
//!
//! ```text
//! files --load--> Manuscript --prepare--> Edition --select--> Selection --compose--> Document --encode--> Files
//! ```
//!
//! From a file to a leaflet in five lines:
//!
//! ```no_run
//! use serviceline::{Date, Manuscript, Purpose};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let publisher = serviceline::standard();
//! let manuscript = Manuscript::load("spine-cancer.yaml")?;
//! let edition = publisher.prepare(&manuscript, Purpose::Publication, Date::new(2026, 11, 24).unwrap())?;
//! let leaflet = publisher.publish("brochure", &edition)?;
//! for file in leaflet.files() { std::fs::write(file.name(), file.bytes())?; }
//! # Ok(())
//! # }
//! ```
//!
//! A [`Publisher`] is made once and used from any thread. It does no I/O, asks no clock, reads no environment and never
//! panics on input: the date is an argument, and [`Manuscript::load`] is the only function that reads files. Equal inputs
//! give equal bytes.
//!
//! Everything about content, checks and the contract of a channel is in [`serviceline_core`], re-exported here. A channel
//! of one's own is a type that implements [`Channel`]: `standard().with(Fax)`.

#[doc(inline)]
pub use serviceline_core::*;

#[cfg(feature = "brochure")]
pub use serviceline_brochure as brochure;
#[cfg(feature = "html")]
pub use serviceline_html as html;
#[cfg(feature = "markdown")]
pub use serviceline_markdown as markdown;
#[cfg(feature = "script")]
pub use serviceline_script as script;
pub use serviceline_templates::Templates;

/// A publisher with every channel that this build has, in the order `html`, `markdown`, `brochure`, `press`,
/// `script`.
///
/// This is the one place where channels are registered.
#[must_use]
pub fn standard() -> Publisher {
    let publisher = Publisher::default();
    #[cfg(feature = "html")]
    let publisher = publisher.with(html::Html::default());
    #[cfg(feature = "markdown")]
    let publisher = publisher.with(markdown::Markdown);
    #[cfg(feature = "brochure")]
    let publisher = with_brochure(publisher, brochure::Brochure::default());
    #[cfg(feature = "script")]
    let publisher = publisher.with(script::Script::default());
    publisher
}

/// The brochure for the screen and for the press, which share their templates, fonts and settings.
#[cfg(feature = "brochure")]
fn with_brochure(publisher: Publisher, screen: brochure::Brochure) -> Publisher {
    publisher.with(screen.clone()).with(brochure::press::Press::new(screen))
}

/// A publisher with the same channels as [`standard`], that works with a hospital's own templates.
///
/// ```
/// use serviceline::Templates;
///
/// let templates = Templates::builtin().overlay("locales/en/phrases.yaml", "section.contact: How to reach us\n");
/// let publisher = serviceline::with_templates(templates);
/// assert!(publisher.is_ok());
/// ```
///
/// # Errors
///
/// Every fault of a template that a channel compiles beforehand.
pub fn with_templates(templates: Templates) -> Result<Publisher, Report> {
    let publisher = Publisher::new(templates.clone());
    #[cfg(feature = "html")]
    let publisher = publisher.with(html::Html::new(&templates)?);
    #[cfg(feature = "markdown")]
    let publisher = publisher.with(markdown::Markdown);
    #[cfg(feature = "brochure")]
    let publisher = with_brochure(publisher, brochure::Brochure::new(templates.clone()));
    #[cfg(feature = "script")]
    let publisher = publisher.with(script::Script::new(templates));
    Ok(publisher)
}

/// The README's program is compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

/// So are the programs of the guide to templates.
#[cfg(all(doctest, feature = "html"))]
#[doc = include_str!("../docs/templates.md")]
mod guide_to_templates {}

//! The channel `markdown`: a service line as one file of CommonMark with YAML front matter, or of another flavor.
//!
//! It is for people who read it as it is, for sites and knowledge bases that take Markdown, and for comparing two editions
//! line by line. It places every text and fact that its readers may see; what it leaves out for a reason of its own is
//! listed at [`Markdown`].
//!
//! The file comes from comrak's syntax tree and formatter: reading it again gives the same blocks and the same text,
//! whatever the texts contain.

mod compose;
mod encode;
pub mod front_matter;
mod options;
pub mod outline;

use serviceline_core::{Channel, ChannelInfo, Diagnostic, File, Notes, Report, Selection, Variant, Words};

pub use options::{Flavor, HeadingIds, Links, MarkdownOptions};
pub use outline::{Outline, Style};

/// The channel `markdown`.
///
/// It leaves out, and says so in coverage:
///
/// - phone lines and links that are named where their readers may not see them, such as a referral desk in content for
///   patients;
/// - with [`MarkdownOptions::front_matter`] switched off, or in the flavor `plain`, what stands in front matter alone: the one-line description, the
///   short title, other names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown;

impl Channel for Markdown {
    type Options = MarkdownOptions;
    type Document = Outline;

    fn info(&self) -> ChannelInfo {
        ChannelInfo {
            id: "markdown",
            selects: "markdown",
            prefers: Variant::Full,
            staff: false,
            about: "CommonMark text with YAML front matter",
            suffix: ".md",
            media_type: "text/markdown",
        }
    }

    fn compose(
        &self,
        selection: &Selection<'_>,
        options: &MarkdownOptions,
        notes: &mut Notes,
    ) -> Result<Outline, Report> {
        Ok(compose::compose(selection, options, notes))
    }

    fn words<'d>(&self, document: &'d Outline, see: &mut dyn FnMut(&'d Words)) {
        document.words(see);
    }

    fn encode(&self, document: &Outline) -> Result<Vec<File>, Report> {
        let markdown = encode::encode(document).map_err(|error| {
            Report::from(Diagnostic::error("unwritten", format!("the Markdown could not be written: {error}")))
        })?;
        Ok(vec![File { suffix: ".md".to_owned(), media_type: self.info().media_type, bytes: markdown.into_bytes() }])
    }
}

//! What a hospital may set for its Markdown.

use schemars::JsonSchema;
use serde::Deserialize;

/// What a hospital may set under `markdown:` in `serviceline.yaml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MarkdownOptions {
    /// Which Markdown the file is written in.
    pub flavor: Flavor,
    /// Whether the file begins with YAML front matter; `plain` has none.
    pub front_matter: bool,
    /// Whether headings have ids that stay when their words change; `plain` has none.
    pub heading_ids: HeadingIds,
    /// How links to the organization's own web site are written.
    pub links: Links,
    /// What stands before the names of pictures, for example `/images/`; they are named by their paths in the content
    /// folder.
    pub asset_base: String,
    /// The most characters in a line of a paragraph, if long ones are to be broken; words are never broken.
    pub width: Option<u16>,
}

impl Default for MarkdownOptions {
    fn default() -> Self {
        Self {
            flavor: Flavor::default(),
            front_matter: true,
            heading_ids: HeadingIds::default(),
            links: Links::default(),
            asset_base: String::new(),
            width: None,
        }
    }
}

/// A kind of Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Flavor {
    /// CommonMark 0.31.
    #[default]
    CommonMark,
    /// GitHub Flavored Markdown: phone lines in a table, sources as footnotes.
    Gfm,
    /// CommonMark without HTML, front matter and ids: what every reader of Markdown understands.
    Plain,
}

/// How the id of a heading is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum HeadingIds {
    /// Not at all: readers make ids of the words.
    #[default]
    None,
    /// `## Words {#id}`, for Hugo, Zola, Jekyll and Pandoc.
    Attribute,
    /// `## <a id="id"></a>Words`, for all that take HTML.
    Anchor,
}

/// How links to the organization's own web site are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Links {
    /// With the whole address.
    #[default]
    Absolute,
    /// From the root of the site: `/spine-cancer/schedule`.
    Relative,
}

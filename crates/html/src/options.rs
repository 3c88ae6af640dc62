//! What a hospital may set for its pages.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serviceline_core::model::LanguageTag;

pub use crate::fragment::{FragmentOptions, HeadingLevel, IdPrefix, RootSize, Scheme};

/// What a hospital may set for its pages, in `serviceline.yaml` under `html`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HtmlOptions {
    /// What is published: a whole page, or a fragment of one for a content management system.
    pub shape: Shape,
    /// How a fragment fits into the page around it.
    pub fragment: FragmentOptions,
    /// Where pages lie on the organization's web site: `{id}` and `{language}` stand for those of the service line.
    pub path: String,
    /// The same for pages in other languages, by language, where the address differs in more than the language.
    pub paths: BTreeMap<LanguageTag, String>,
    /// Where the list of all services lies on the organization's web site, if it is published.
    pub index_path: Option<String>,
    /// Where the pictures of the page are.
    pub pictures: PicturePlace,
    /// What stands before the names of pictures that lie beside the page, if they are served from another folder of the
    /// same web site, such as `/media/`.
    pub picture_base: PictureBase,
    /// Whether the page tells machines the same facts, as JSON-LD.
    pub structured_data: bool,
    /// Whether the page itself says its Content-Security-Policy, for servers that cannot. Tools that test pages by
    /// putting scripts into them do not work with it.
    pub policy_meta: bool,
    /// How large a page may be without its pictures, in kB of 1,000 bytes. A larger one is slow on a poor line.
    pub page_kilobytes: u16,
    /// The sections in their order; those that are not named follow in the usual order.
    pub sections: Vec<SectionId>,
}

impl Default for HtmlOptions {
    fn default() -> Self {
        Self {
            shape: Shape::Page,
            fragment: FragmentOptions::default(),
            path: "/{id}".to_owned(),
            paths: BTreeMap::new(),
            index_path: None,
            pictures: PicturePlace::default(),
            picture_base: PictureBase::default(),
            structured_data: true,
            policy_meta: false,
            page_kilobytes: 60,
            sections: Vec::new(),
        }
    }
}

/// Where the pictures of a page are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PicturePlace {
    /// In the page, which is then one file that can be mailed and opened from anywhere. Each is there in one size.
    #[default]
    Inside,
    /// In files of their own beside the page. A browser loads them in the size that it needs, and when it needs them.
    Beside,
    /// Nowhere: the page has none.
    None,
}

/// The address of a folder on the same web site: letters, digits and `-._~/`. Nothing for that of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
pub struct PictureBase(#[schemars(regex(pattern = r"^(/?([A-Za-z0-9._~-]+/)+|/)?$"))] String);

impl PictureBase {
    /// As it is written before a name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PictureBase {
    type Error = String;
    fn try_from(base: String) -> Result<Self, String> {
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
        };
        let folders = base.strip_suffix('/').map(|folders| folders.strip_prefix('/').unwrap_or(folders));
        if matches!(base.as_str(), "" | "/") || folders.is_some_and(|folders| folders.split('/').all(is_name)) {
            Ok(Self(base))
        } else {
            Err(format!("expected a folder of the same web site, such as `/media/`, found `{base}`"))
        }
    }
}

/// What is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A complete document: a file that stands alone.
    #[default]
    Page,
    /// A part for another page, with its style sheet as a file of its own.
    Fragment,
}

/// Declares the sections once: their order, their names in options, and their places on the page.
macro_rules! sections {
    ($($name:ident $id:literal $about:literal;)*) => {
        /// A section of the page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
        pub enum SectionId { $(#[doc = $about] #[serde(rename = $id)] $name),* }

        impl SectionId {
            /// All sections, in the usual order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its place on the page, as links to it name it.
            #[must_use]
            pub const fn anchor(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }
        }
    };
}

sections! {
    About "about" "What the care is.";
    Symptoms "symptoms" "Signs and risks.";
    Conditions "conditions" "What is treated.";
    Reasons "reasons" "Why people come here.";
    Tests "tests" "How it is found.";
    Treatments "treatments" "How it is treated.";
    Journey "journey" "What to expect.";
    Team "team" "Who cares.";
    Locations "locations" "Where, and when.";
    Access "access" "Referral, insurance and cost.";
    Questions "questions" "Questions and answers.";
    Support "support" "Groups, and things to read.";
    Voices "voices" "What people say.";
    Related "related" "Other services.";
    Book "book" "How to make an appointment, and all lines.";
}

//! A small site of finished editions: a list of all services in each language, and a map for search engines.
//!
//! It works from a folder without a server: every link names a file, relative to the file that it stands in. It is no
//! channel. Its pages are those of the channel, told of the site with [`Html::in_site`]; its own files are made of all
//! editions together by [`Html::site_files`].

mod compose;
mod index;
mod map;

use serviceline_core::diagnostic::Report;
use serviceline_core::model::LanguageTag;
use serviceline_core::{Diagnostic, Edition, Selection};

use crate::audit::Kind;
use crate::encode::{self, Survey};
use crate::rich::Rich;
use crate::view::View as _;
use crate::{Html, HtmlOptions};

pub use index::{Index, IndexFile, IndexFilter, IndexGroup, IndexItem, IndexPhone, NeedChoice};

/// What the pages of a site know of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The language whose list of services is `index.html`; that of another language is `index.<language>.html`.
    pub language: LanguageTag,
    /// What the names of the files end with that are published beside each page, for example `.pdf`. A page links to
    /// those for which the language has words: the phrase `site.file.pdf`.
    pub files: Vec<String>,
    /// It is for the staff: search engines must not list it, and it has no map.
    pub staff: bool,
}

/// A file of the site itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// Its name, from the folder of the site.
    pub name: String,
    /// The language of what it says; nothing for the map.
    pub language: Option<LanguageTag>,
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Site {
    /// The name of the list of services in a language.
    #[must_use]
    pub fn index(&self, language: &LanguageTag) -> String {
        if *language == self.language { "index.html".to_owned() } else { format!("index.{language}.html") }
    }

    /// Where the files of a service line lie.
    fn folder(edition: &Edition) -> String {
        format!("{}/{}/", edition.id, edition.language)
    }
}

impl Html {
    /// The same channel for the pages of a site: always whole pages, with the way to the list of services and links to
    /// the files beside them.
    #[must_use]
    pub fn in_site(mut self, site: Site) -> Self {
        self.site = Some(site.into());
        self
    }

    /// The list of services in each language, and the map of the site. Pages are expected at
    /// `<id>/<language>/<id>.html` in the folder of the site.
    ///
    /// The map needs the organization's `web.base_url`; drafts and sites for the staff have none.
    ///
    /// # Errors
    ///
    /// `template-drop` and `template-place` for a template that loses or misplaces words; and what the templates
    /// themselves are refused for.
    pub fn site_files(&self, editions: &[&Edition]) -> Result<Vec<SiteFile>, Report> {
        let site = self.site.as_deref().cloned().unwrap_or_default();
        let mut languages: Vec<&LanguageTag> = editions.iter().map(|edition| &edition.language).collect();
        languages.sort();
        languages.dedup();
        let mut files = Vec::new();
        for language in &languages {
            let mine: Vec<&Edition> =
                editions.iter().copied().filter(|edition| edition.language == **language).collect();
            files.push(self.index(&site, &mine, &languages)?);
        }
        let is_public = !site.staff && !editions.iter().any(|edition| edition.is_draft());
        files.extend(self.map(editions).filter(|_| is_public));
        Ok(files)
    }

    fn index(&self, site: &Site, editions: &[&Edition], languages: &[&LanguageTag]) -> Result<SiteFile, Report> {
        let design = self.design.as_ref().map_err(Clone::clone)?;
        let selections: Vec<Selection<'_>> = editions.iter().map(|edition| self.selection(edition)).collect();
        let mut index = compose::index(self, site, &selections, languages)?;
        let faults: Vec<Diagnostic> = selections.iter().flat_map(Selection::faults).collect();
        if !faults.is_empty() {
            return Err(faults.into());
        }
        design.dress_index(&mut index, selections[0].organization())?;
        let survey = Survey::of(&design.templates, encode::INDEX, &index, Rich::plain(&index.skip))?;
        let language = selections[0].language.clone();
        Ok(SiteFile {
            name: site.index(&language),
            language: Some(language),
            media_type: encode::MEDIA_TYPE,
            bytes: encode::with_policy(&survey.whole(&design.templates, Kind::Page)?).into_bytes(),
        })
    }

    pub(crate) fn selection<'e>(&self, edition: &'e Edition) -> Selection<'e> {
        use serviceline_core::Channel as _;
        let info = self.info();
        Selection::new(
            edition,
            info.selects,
            info.prefers,
            edition.audience.or(Some(serviceline_core::Audience::Patient)),
        )
    }

    pub(crate) fn options_of(&self, edition: &Edition) -> HtmlOptions {
        use serviceline_core::Channel as _;
        edition.options::<HtmlOptions>(self.info().id).cloned().unwrap_or_default()
    }
}

impl crate::Design {
    fn dress_index(&self, index: &mut Index, organization: &serviceline_core::Organization) -> Result<(), Report> {
        let dress = self.index_style.dress(&organization.brand, index.draft.is_some())?;
        index.theme = dress.theme;
        index.style = crate::Verbatim(dress.style);
        index.script = crate::Verbatim(std::sync::Arc::clone(&self.index_script));
        Ok(())
    }
}

impl Index {
    /// What a template can name in it.
    pub(crate) fn root() -> crate::template::Shape {
        Self::shape()
    }
}

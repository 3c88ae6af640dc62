//! Where the same content is found: under which address, in which languages, in which other files.

use serviceline_core::model::LanguageTag;
use serviceline_core::{Diagnostic, Selection, Words};

use super::{Composer, direction};
use crate::page::{Alternate, Formats, LanguageLink, Languages, Link};

/// The language's own name; its tag, where that is not known.
pub(crate) fn language_name(selection: &Selection<'_>, language: &LanguageTag) -> Words {
    let key = format!("page.language.{}", language.language());
    let known = selection.locale().phrases().get(&key).is_ok();
    if known { selection.phrase(&key) } else { selection.own(language.as_str()) }
}

impl Composer<'_, '_> {
    /// The address under which the page is published, if the organization has one.
    pub(crate) fn canonical(&self) -> Option<String> {
        self.address_in(&self.selection.language)
    }

    /// The address of the page in a language.
    fn address_in(&self, language: &LanguageTag) -> Option<String> {
        let path = self.options.paths.get(language).unwrap_or(&self.options.path);
        self.on_the_web(&path.replace("{id}", self.selection.id.as_str()).replace("{language}", language.as_str()))
    }

    /// The address of the list of all services, if it has one.
    pub(crate) fn index_address(&self) -> Option<String> {
        self.index_address_in(&self.selection.language)
    }

    /// The address of the list of all services in a language, if it has one.
    pub(crate) fn index_address_in(&self, language: &LanguageTag) -> Option<String> {
        let path = self.options.index_path.as_ref()?;
        self.on_the_web(&path.replace("{language}", language.as_str()))
    }

    fn on_the_web(&self, path: &str) -> Option<String> {
        let base = self.selection.organization().web.base_url.as_ref()?;
        let slash = if path.starts_with('/') { "" } else { "/" };
        Some(format!("{}{slash}{path}", base.as_str().trim_end_matches('/')))
    }

    /// The page in each language with its address, if there is more than one and each has an address of its own.
    pub(crate) fn alternates(&mut self) -> Vec<Alternate> {
        let (selection, mut seen) = (self.selection, Vec::new());
        let languages = self.all_languages();
        if languages.len() < 2 {
            return Vec::new();
        }
        for language in &languages {
            match self.address_in(language) {
                Some(href) => seen.push(Alternate { lang: language.to_string(), href }),
                None => return Vec::new(),
            }
        }
        let first = &seen[0].href;
        if seen[1..].iter().any(|other| other.href == *first) {
            let message = format!("`{first}` is the address of this page in more than one language");
            let help = "put {language} into `path` of `html` in serviceline.yaml, or give the languages `paths`";
            self.notes.warn(Diagnostic::warning("translation-address", message).help(help).at_path("language"));
            return Vec::new();
        }
        let home = &selection.organization().language;
        let default = languages.iter().position(|language| language == home).unwrap_or_default();
        seen.push(Alternate { lang: "x-default".to_owned(), href: seen[default].href.clone() });
        seen
    }

    fn all_languages(&self) -> Vec<LanguageTag> {
        let selection = self.selection;
        let own = std::iter::once(&selection.language);
        own.chain(selection.edition().translations()).cloned().collect()
    }

    /// Links to the page in other languages.
    pub(super) fn languages_nav(&self) -> Option<Languages> {
        let selection = self.selection;
        let own = self.canonical();
        let link = |language: &LanguageTag| {
            let href = match self.site {
                Some(_) => Some(format!("../{language}/{}.html", selection.id)),
                None => self.address_in(language).filter(|address| own.as_ref() != Some(address)),
            }?;
            let (lang, direction) = (language.to_string(), direction(language.language()));
            Some(LanguageLink { lang, direction, href, label: language_name(selection, language) })
        };
        let items: Vec<LanguageLink> = selection.edition().translations().iter().filter_map(link).collect();
        (!items.is_empty()).then(|| Languages { name: selection.phrase("page.languages_nav"), items })
    }

    /// Links to the files that a site publishes beside the page.
    pub(super) fn formats(&self) -> Option<Formats> {
        let links = self.offers("");
        (!links.is_empty()).then(|| Formats { title: self.selection.phrase("site.formats"), links })
    }

    /// The files of this service line that a site offers, under names that begin with `folder`. A kind of file for which
    /// the language has no words is not offered.
    pub(crate) fn offers(&self, folder: &str) -> Vec<Link> {
        let selection = self.selection;
        let files = self.site.iter().flat_map(|site| &site.files);
        let offer = |suffix: &String| {
            let key = format!("site.file{suffix}");
            let known = selection.locale().phrases().get(&key).is_ok();
            known.then(|| Link { href: format!("{folder}{}{suffix}", selection.id), label: selection.phrase(&key) })
        };
        files.filter_map(offer).collect()
    }
}

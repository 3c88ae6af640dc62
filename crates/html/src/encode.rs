//! A finished page, written down as HTML.

use std::collections::{BTreeMap, BTreeSet};

use serviceline_core::Words;
use serviceline_core::channel::File;
use serviceline_core::diagnostic::{Diagnostic, Report};

use crate::audit::{Kind, audit};
use crate::page::Page;
use crate::picture::BesideFile;
use crate::policy::Policy;
use crate::print::{self, Printed, print};
use crate::rich::Rich;
use crate::template::Templates;
use crate::view::{Entries, Entry, View};

/// The media type of a page.
pub(crate) const MEDIA_TYPE: &str = "text/html; charset=utf-8";
/// What the name of a page's file ends with.
pub(crate) const SUFFIX: &str = ".html";

/// What the names of a fragment's files end with, and the media type of its style sheet.
const FRAGMENT: &str = ".fragment.html";
const SHEET: &str = ".fragment.css";
const SHEET_TYPE: &str = "text/css; charset=utf-8";

/// What stands in the place of the policy of a page until the page is finished.
pub(crate) const POLICY: &str = "the-content-security-policy-of-this-page";

/// The templates of whole documents.
pub(crate) const PAGE: &str = "page";
pub(crate) const PART: &str = "fragment";
pub(crate) const INDEX: &str = "index";

/// A page as its templates print it.
pub(crate) struct Survey<'t, 'p> {
    entries: Entries<'p>,
    printed: Printed<'t>,
}

/// The page as a file; a fragment with its style sheet beside it; pictures that are beside the page.
///
/// # Errors
///
/// `template-drop` for every text that a template neither prints nor leaves out with a reason, `template-place` for words
/// where browsers would take them for something else; with templates of a hospital's own, every fault of the finished page.
pub(crate) fn encode(templates: &Templates, page: &Page) -> Result<Vec<File>, Report> {
    let kind = if page.fragment.is_some() { Kind::Fragment } else { Kind::Page };
    let html = Survey::new(templates, page)?.whole(templates, kind)?;
    let html = if page.policy.is_some() { with_policy(&html) } else { html };
    let file = |suffix: &str, media_type, text: String| File {
        suffix: suffix.to_owned(),
        media_type,
        bytes: text.into_bytes(),
    };
    let mut files = match &page.fragment {
        None => vec![file(SUFFIX, MEDIA_TYPE, html)],
        Some(fragment) => {
            vec![file(FRAGMENT, MEDIA_TYPE, fragment.fit(&html)), file(SHEET, SHEET_TYPE, page.style.0.to_string())]
        }
    };
    let picture = |BesideFile { suffix, media_type, bytes }: &BesideFile| File {
        suffix: suffix.clone(),
        media_type,
        bytes: bytes.to_vec(),
    };
    files.extend(page.beside.0.iter().map(picture));
    Ok(files)
}

/// The finished page with its own policy.
pub(crate) fn with_policy(html: &str) -> String {
    html.replacen(POLICY, &Policy::of(html).without_header(), 1)
}

fn fault(field: String) -> Diagnostic {
    let message = format!("the templates of the page drop `{field}`");
    let help = "print it, or write {{omit name \"why it is not on the page\"}} where it would stand";
    Diagnostic::error("template-drop", message).help(help).at_path(field)
}

impl<'t, 'p> Survey<'t, 'p> {
    /// Renders a page and notes which of its words the templates print.
    pub(crate) fn new(templates: &'t Templates, page: &'p Page) -> Result<Self, Report> {
        let root = if page.fragment.is_some() { PART } else { PAGE };
        Self::of(templates, root, page, Rich::new(page.gaps(), &page.note))
    }

    /// Renders a document of any root.
    pub(crate) fn of(
        templates: &'t Templates,
        root: &str,
        view: &'p impl View,
        rich: Rich<'p>,
    ) -> Result<Self, Report> {
        let mut entries = Entries::default();
        let data = view.value(&mut entries);
        let printed = print(templates, root, &data, entries.all(), rich)?;
        Ok(Self { entries, printed })
    }

    /// The document, if every text is in it or left out with a reason; one that a hospital's own templates made is judged.
    ///
    /// # Errors
    ///
    /// `template-drop` for every text that is neither; every fault of a document that is judged.
    pub(crate) fn whole(self, templates: &Templates, kind: Kind) -> Result<String, Report> {
        let omitted: BTreeSet<String> = self.omitted().into_keys().collect();
        let dropped: BTreeSet<String> = self.absent().into_iter().filter(|field| !omitted.contains(field)).collect();
        if !dropped.is_empty() {
            return Err(dropped.into_iter().map(fault).collect());
        }
        let Printed { html, trail, .. } = self.printed;
        let faults = if templates.places().is_some() { audit(&html, kind, &trail) } else { Vec::new() };
        if faults.is_empty() { Ok(html) } else { Err(faults.into()) }
    }

    /// The fields of which no word is on the page.
    fn absent(&self) -> BTreeSet<String> {
        let of = |shown: bool| {
            let entries = self.entries.all().iter().zip(&self.printed.shown);
            entries.filter(move |(_, printed)| **printed == shown).map(|(entry, _)| *entry)
        };
        let mut absent: BTreeSet<String> = BTreeSet::new();
        of(false).for_each(|entry| print::each_field(entry, &mut |field| _ = absent.insert(field.to_owned())));
        if !absent.is_empty() {
            of(true).for_each(|entry| print::each_field(entry, &mut |field| _ = absent.remove(field)));
        }
        absent
    }

    /// The fields that the templates leave out, with the reasons that they give.
    pub(crate) fn omitted(&self) -> BTreeMap<String, String> {
        if self.printed.omitted.is_empty() {
            return BTreeMap::new();
        }
        let absent = self.absent();
        let entries = self.entries.all();
        let reasons = self.printed.omitted.iter().filter_map(|(index, reason)| Some((entries.get(*index)?, reason)));
        let fields = reasons
            .flat_map(|(entry, reason)| print::fields(*entry).into_iter().map(move |field| (field, reason.clone())));
        fields.filter(|(field, _)| absent.contains(field)).collect()
    }

    /// Shows the words that the templates print.
    pub(crate) fn words(&self, see: &mut dyn FnMut(&'p Words)) {
        let shown = self.entries.all().iter().zip(&self.printed.shown).filter(|(_, printed)| **printed);
        for (entry, _) in shown {
            match entry {
                Entry::Words(words) => see(words),
                Entry::Passage(passage) => passage.words(see),
                Entry::Verbatim(_) => {}
            }
        }
    }
}

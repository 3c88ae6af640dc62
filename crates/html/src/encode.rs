//! A finished page, written down as HTML.

use std::collections::{BTreeMap, BTreeSet};

use serviceline_core::Words;
use serviceline_core::channel::File;
use serviceline_core::diagnostic::{Diagnostic, Report};

use crate::audit::{Kind, audit};
use crate::page::Page;
use crate::print::{self, Printed, print};
use crate::rich::Rich;
use crate::template::{Templates, Trail};
use crate::view::{Entry, Marks, View};

/// The media type of a page.
pub(crate) const MEDIA_TYPE: &str = "text/html; charset=utf-8";
/// What the name of a page's file ends with.
pub(crate) const SUFFIX: &str = ".html";

/// What the names of a fragment's files end with, and the media type of its style sheet.
const FRAGMENT: &str = ".fragment.html";
const SHEET: &str = ".fragment.css";
const SHEET_TYPE: &str = "text/css; charset=utf-8";

/// The templates of whole documents: a page, and a fragment of one.
pub(crate) const ROOTS: [&str; 2] = ["page", "fragment"];

/// A page as its templates print it.
pub(crate) struct Survey<'t, 'p> {
    marks: Marks<'p>,
    printed: Printed<'t>,
}

/// The page as a file; a fragment with its style sheet beside it.
///
/// # Errors
///
/// `template-drop` for every text that a template neither prints nor leaves out with a reason, `template-place` for words
/// where browsers would take them for something else; with templates of a hospital's own, every fault of the finished page.
pub(crate) fn encode(templates: &Templates, page: &Page) -> Result<Vec<File>, Report> {
    let survey = Survey::new(templates, page)?;
    let omitted: BTreeSet<String> = survey.omitted().into_keys().collect();
    let dropped: BTreeSet<String> = survey.absent().into_iter().filter(|field| !omitted.contains(field)).collect();
    if !dropped.is_empty() {
        return Err(dropped.into_iter().map(fault).collect());
    }
    let Printed { html, trail, .. } = survey.printed;
    if templates.places().is_some() {
        let kind = if page.fragment.is_some() { Kind::Fragment } else { Kind::Page };
        let faults = audit(&html, kind, &trail);
        if !faults.is_empty() {
            return Err(faults.into());
        }
    }
    let file = |suffix: &str, media_type, text: String| File {
        suffix: suffix.to_owned(),
        media_type,
        bytes: text.into_bytes(),
    };
    Ok(match &page.fragment {
        None => vec![file(SUFFIX, MEDIA_TYPE, html)],
        Some(fragment) => {
            vec![file(FRAGMENT, MEDIA_TYPE, fragment.fit(&html)), file(SHEET, SHEET_TYPE, page.style.0.to_string())]
        }
    })
}

fn fault(field: String) -> Diagnostic {
    let message = format!("the templates of the page drop `{field}`");
    let help = "print it, or write {{omit name \"why it is not on the page\"}} where it would stand";
    Diagnostic::error("template-drop", message).help(help).at_path(field)
}

impl<'t, 'p> Survey<'t, 'p> {
    /// Renders a page and notes which of its words the templates print.
    pub(crate) fn new(templates: &'t Templates, page: &'p Page) -> Result<Self, Report> {
        let mut marks = Marks::default();
        let data = page.value(&mut marks);
        let rendered = templates.render(ROOTS[usize::from(page.fragment.is_some())], data)?;
        let printed =
            print(&rendered, marks.entries(), Rich::new(page.gaps(), &page.note), Trail::new(templates.places()))?;
        Ok(Self { marks, printed })
    }

    /// The fields of which no word is on the page.
    fn absent(&self) -> BTreeSet<String> {
        let of = |shown: bool| {
            let entries = self.marks.entries().iter().zip(&self.printed.shown);
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
        let entries = self.marks.entries();
        let reasons = self.printed.omitted.iter().filter_map(|(index, reason)| Some((entries.get(*index)?, reason)));
        let fields = reasons
            .flat_map(|(entry, reason)| print::fields(*entry).into_iter().map(move |field| (field, reason.clone())));
        fields.filter(|(field, _)| absent.contains(field)).collect()
    }

    /// Shows the words that the templates print.
    pub(crate) fn words(&self, see: &mut dyn FnMut(&'p Words)) {
        let shown = self.marks.entries().iter().zip(&self.printed.shown).filter(|(_, printed)| **printed);
        for (entry, _) in shown {
            match entry {
                Entry::Words(words) => see(words),
                Entry::Passage(passage) => passage.words(see),
                Entry::Verbatim(_) => {}
            }
        }
    }
}

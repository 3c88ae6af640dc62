//! A finished page, written down as HTML.

use serviceline_core::channel::File;
use serviceline_core::diagnostic::{Diagnostic, Report};

use crate::page::Page;
use crate::print::{self, print};
use crate::rich::Rich;
use crate::template::Templates;
use crate::view::{Entry, Marks, View};

/// The media type of a page.
pub(crate) const MEDIA_TYPE: &str = "text/html; charset=utf-8";
/// What the name of a page's file ends with.
pub(crate) const SUFFIX: &str = ".html";

/// The page as a file.
///
/// # Errors
///
/// `template-drop` for every text that a template neither prints nor leaves out with a reason, `template-place` for words
/// where browsers would take them for something else.
pub(crate) fn encode(templates: &Templates, page: &Page) -> Result<Vec<File>, Report> {
    let mut marks = Marks::default();
    let data = page.value(&mut marks);
    let rendered = templates.render(data)?;
    let rich = Rich::new(page.gaps(), &page.note);
    let printed = print(&rendered, marks.entries(), rich)?;
    let dropped = |(index, entry): (usize, &Entry<'_>)| {
        let seen = printed.printed[index] || printed.omitted[index];
        (!seen).then(|| print::fields(*entry)).into_iter().flatten()
    };
    let mut lost: Vec<String> = marks.entries().iter().enumerate().flat_map(dropped).collect();
    lost.retain(|field| !elsewhere(field, marks.entries(), &printed.printed));
    if lost.is_empty() {
        let bytes = printed.html.into_bytes();
        return Ok(vec![File { suffix: SUFFIX.to_owned(), media_type: MEDIA_TYPE, bytes }]);
    }
    lost.sort();
    lost.dedup();
    let fault = |field: String| {
        let message = format!("the templates of the page drop `{field}`");
        let help = "print it, or write {{omit name \"why it is not on the page\"}} where it would stand";
        Diagnostic::error("template-drop", message).help(help).at_path(field)
    };
    Err(lost.into_iter().map(fault).collect())
}

/// Whether words of the same field stand on the page in another place.
fn elsewhere(field: &str, entries: &[Entry<'_>], printed: &[bool]) -> bool {
    let on_page = entries.iter().zip(printed).filter(|(_, printed)| **printed);
    on_page.into_iter().any(|(entry, _)| print::fields(*entry).iter().any(|other| other == field))
}

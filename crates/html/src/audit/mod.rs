//! The finished page, judged as a browser and assistive technology would: headings, landmarks, names, ids, markup.
//!
//! The built-in templates are held to these rules by the tests of this crate. A hospital's own templates are held to them
//! each time that a page is made, and a fault names the line of the template that wrote the tag.

mod rules;
mod tree;

use serviceline_core::diagnostic::Diagnostic;

use crate::template::Trail;
use rules::Fault;
use tree::Tree;

/// What kind of document is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A whole page, with a language, a title and landmarks.
    Page,
    /// A part of another page.
    Fragment,
}

/// Every fault of a finished document, each with the place in the template that caused it.
pub(crate) fn audit(html: &str, kind: Kind, trail: &Trail<'_>) -> Vec<Diagnostic> {
    let tree = Tree::new(html);
    let mut problems: Vec<Diagnostic> = Vec::new();
    for Fault { code, at, message, help } in rules::faults(&tree, kind) {
        let mut problem = Diagnostic::error(code, message).help(help);
        if let Some(place) = trail.place(at) {
            problem = problem.at(place);
        }
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}

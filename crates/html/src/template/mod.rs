//! The templates of the page: read, checked against what a page has, and compiled once.
//!
//! A template decides where words stand, never which words there are. So it is written in a small part of handlebars:
//! `{{name}}`, `if`, `unless`, `each`, `with`, `else`, `{{> partial}}`, the tests `eq`, `ne`, `and`, `or`, `not` and `len`,
//! and `{{omit name "reason"}}`. Every name in it is checked when it is read, because handlebars itself, strict or not,
//! takes an unknown name inside `if` for an absent one.

mod check;
mod path;
mod program;
mod run;
mod shape;
mod trail;

use std::collections::BTreeMap;
use std::sync::Arc;

use handlebars::template::Parameter;
use handlebars::{Path, Template};
use serviceline_core::diagnostic::{Diagnostic, Report};
use serviceline_core::source::{Place, Source};
use serviceline_templates::Templates as Files;

use self::program::Program;
use crate::view::Data;

pub(crate) use run::Sink;
pub use shape::TemplateField;
pub(crate) use shape::{Field, Shape};
pub(crate) use trail::{Places, Trail};

/// The folder of the templates among the data files.
const FOLDER: &str = "html/";
/// What the name of a template file ends with.
const SUFFIX: &str = ".hbs";
/// A template that stands for a whole document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Root {
    /// Its name.
    pub(crate) name: &'static str,
    /// What the document has.
    pub(crate) shape: Shape,
}

/// A template as it was read.
struct Parsed {
    source: Arc<Source>,
    template: Template,
}

/// The templates of a page, checked and compiled.
#[derive(Debug)]
pub(crate) struct Templates {
    /// By the name of the document that each makes.
    programs: BTreeMap<&'static str, Program>,
    /// Whether a template leaves words out.
    omits: bool,
    /// Where tags were written, if any template is a hospital's own.
    places: Option<Places>,
    /// What each template is given where it is used.
    given: BTreeMap<String, Shape>,
}

impl Templates {
    /// Reads, checks and compiles the templates, of which these stand for whole documents of these shapes.
    ///
    /// # Errors
    ///
    /// Every fault of every template: `template-syntax` for what handlebars can't read or the page's templates can't use,
    /// `template-name` for a name that nothing has.
    pub(crate) fn new(files: &Files, roots: &[Root]) -> Result<Self, Report> {
        let (mut parsed, mut faults) = parse(files);
        let checked = check::check(&parsed, roots);
        faults.extend(checked.faults);
        if !faults.is_empty() {
            let mut report = Report::from(faults);
            report.tidy();
            return Err(report);
        }
        let has_own = files.own(FOLDER).any(|file| file.strip_suffix(SUFFIX).is_some());
        let places = has_own.then(|| mark(&mut parsed));
        let compiled = |root: &Root| (root.name, program::compile(&parsed, *root, has_own));
        let programs = roots.iter().map(compiled).collect();
        Ok(Self { programs, omits: checked.omits, places, given: checked.given })
    }

    /// Where tags were written, if any template is a hospital's own; built-in ones alone have been judged by our tests.
    pub(crate) fn places(&self) -> Option<&Places> {
        self.places.as_ref()
    }

    /// What a template can name, if there is one of this name.
    pub(crate) fn fields(&self, name: &str) -> Option<Vec<TemplateField>> {
        let mut fields = Vec::new();
        shape::describe(*self.given.get(name)?, "", &mut fields);
        Some(fields)
    }

    /// Whether a template leaves words out with `{{omit}}`.
    pub(crate) fn omits(&self) -> bool {
        self.omits
    }

    /// Writes the document of this root with its data put in.
    pub(crate) fn write(&self, root: &str, data: &Data<'_>, sink: &mut impl Sink) {
        if let Some(program) = self.programs.get(root) {
            run::run(program, data, sink);
        }
    }
}

/// Reads every template; those with an error of syntax are reported and absent.
fn parse(files: &Files) -> (BTreeMap<String, Parsed>, Vec<Diagnostic>) {
    let mut parsed = BTreeMap::new();
    let mut faults = Vec::new();
    for file in files.list(FOLDER) {
        let Some(name) = file.strip_prefix(FOLDER).and_then(|file| file.strip_suffix(SUFFIX)) else { continue };
        let Some(text) = files.get(file) else {
            faults.push(Diagnostic::error("template-syntax", format!("`{file}` is no UTF-8 text")));
            continue;
        };
        let source = Source::new(file, text);
        match Template::compile(text) {
            Ok(template) => {
                parsed.insert(name.to_owned(), Parsed { source, template });
            }
            Err(error) => {
                let (line, column) = error.pos().unwrap_or((1, 1));
                let fault =
                    Diagnostic::error("template-syntax", format!("handlebars can't read this: {}", error.reason()));
                faults.push(fault.at(place(&source, line, column)));
            }
        }
    }
    (parsed, faults)
}

/// Puts a mark before each tag of each template.
fn mark(parsed: &mut BTreeMap<String, Parsed>) -> Places {
    let mut places = Places::default();
    for file in parsed.values_mut() {
        // What could be compiled can be compiled with marks in its text.
        if let Ok(template) = Template::compile(&places.mark(&file.source)) {
            file.template = template;
        }
    }
    places
}

/// The place at a line and column, both counted from one, up to the end of the expression that begins there.
fn place(source: &Arc<Source>, line: usize, column: usize) -> Place {
    let text = source.text();
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let rest = text.get(start..).unwrap_or_default();
    let inside = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    let from = start + inside;
    let length = text[from..].find("}}").map_or(1, |end| end + 2);
    Place::new(source, from as u32..(from + length) as u32)
}

/// A name as it was written.
fn written(name: &Parameter) -> &str {
    match name {
        Parameter::Name(name) => name,
        Parameter::Path(Path::Relative((_, raw)) | Path::Local((_, _, raw))) => raw,
        _ => "",
    }
}

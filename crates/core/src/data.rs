//! Reads the data files of templates with the reader of content, so that their mistakes get places too.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serviceline_templates::Templates;

use crate::decode::decode;
use crate::diagnostic::{Diagnostic, Report};
use crate::source::Source;
use crate::tree::{Limits, parse};

/// The text of a data file.
///
/// # Errors
///
/// `missing-template` if there is no such file.
pub fn text<'t>(templates: &'t Templates, name: &str) -> Result<&'t str, Report> {
    templates.get(name).ok_or_else(|| {
        let problem = Diagnostic::error("missing-template", format!("expected the file {name}, found none"));
        problem.help("lay it over the built-in templates, or choose a language that has it").into()
    })
}

/// The value of a data file.
///
/// # Errors
///
/// All that is wrong with it, with places.
pub fn read<T: DeserializeOwned + Default>(source: &Arc<Source>) -> Result<T, Report> {
    let mut faults = Vec::new();
    let tree = parse(source, Limits::default(), &mut faults);
    let value = tree.map(|tree| decode(tree, source, &mut faults).0).unwrap_or_default();
    Report::from(faults).or(value).map(|(value, _)| value)
}

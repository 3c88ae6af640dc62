//! A problem written down for other programs: a line of JSON, an annotation of a GitHub workflow.

use std::fmt::Write as _;

use serde::{Serialize, Serializer};

use super::{Diagnostic, Severity};
use crate::path::FieldPath;
use crate::source::Place;

/// The fields of a problem as other programs read them. Every field is always there, so that a reader needs no guesses.
#[derive(Serialize)]
struct View<'d> {
    code: &'static str,
    severity: Severity,
    message: &'d str,
    help: Option<&'d str>,
    file: Option<&'d str>,
    line: Option<usize>,
    column: Option<usize>,
    path: Option<&'d FieldPath>,
}

/// As a map of `code`, `severity`, `message`, `help`, `file`, `line`, `column` and `path`; what isn't known is null.
impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = self.place.as_ref();
        View {
            code: self.code,
            severity: self.severity,
            message: &self.message,
            help: self.help.as_deref(),
            file: place.map(Place::file),
            line: place.map(Place::line),
            column: place.map(Place::column),
            path: self.path.as_ref(),
        }
        .serialize(serializer)
    }
}

impl Diagnostic {
    /// The problem as one line of JSON, without the line's end.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        // Text and numbers under fixed names: there is nothing in it that JSON cannot hold.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The problem as a workflow command of GitHub, which shows it beside the line of the file that it is about.
    ///
    /// Written by the rules of GitHub's documentation, "Workflow commands": `%`, carriage return and line feed are
    /// written `%25`, `%0D` and `%0A`; in properties also `:` as `%3A` and `,` as `%2C`.
    #[must_use]
    pub fn to_github(&self) -> String {
        let mut line = format!("::{} ", self.severity);
        if let Some(place) = &self.place {
            let _ = write!(line, "file={},line={},col={},", property(place.file()), place.line(), place.column());
        }
        let _ = write!(line, "title={}::", property(self.code));
        line.push_str(&data(&self.message));
        if let Some(help) = &self.help {
            let _ = write!(line, "%0A{}", data(help));
        }
        line
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

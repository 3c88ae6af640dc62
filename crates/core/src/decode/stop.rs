//! Why reading stopped, and where.

use std::fmt;
use std::ops::Range;

use serde::de::{self, Expected, Unexpected};

use super::fault;
use crate::diagnostic::{Diagnostic, quote};
use crate::nearest::advice;

/// The error of a reader. It is made without knowing its place, and learns it on the way up.
#[derive(Debug)]
pub(super) struct Stop(Box<Inner>);

#[derive(Debug)]
struct Inner {
    problem: Diagnostic,
    /// The indices of the children that lead here, the innermost first.
    steps: Vec<usize>,
    span: Option<Range<u32>>,
}

impl Stop {
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self::from(Diagnostic::error(code, message))
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.0.problem.help = Some(help.into());
        self
    }

    /// Says where, unless that is known more exactly.
    pub(super) fn at(mut self, span: &Range<u32>) -> Self {
        self.0.span.get_or_insert_with(|| span.clone());
        self
    }

    /// Passes through the child `index`.
    pub(super) fn through(mut self, index: usize) -> Self {
        self.0.steps.push(index);
        self
    }

    /// Gives the fault to the piece as a whole: it holds no such children in the file, or can't do without them.
    pub(super) fn whole(mut self) -> Self {
        self.0.steps.clear();
        self
    }

    /// The indices of the children that lead from the root to the faulty piece.
    pub(super) fn steps(&self) -> Vec<usize> {
        self.0.steps.iter().rev().copied().collect()
    }

    pub(super) fn into_problem(self) -> (Diagnostic, Option<Range<u32>>) {
        (self.0.problem, self.0.span)
    }
}

impl From<Diagnostic> for Stop {
    fn from(problem: Diagnostic) -> Self {
        Self(Box::new(Inner { problem, steps: vec![], span: None }))
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.problem.message)
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let text = format!("{message:#}");
        let Some((code, message, help)) = fault::parts(&text) else {
            return Self::new("wrong-value", text).help("replace the value, or remove the field");
        };
        let mut problem = Diagnostic::error(code, message);
        problem.help = help.map(str::to_owned);
        problem.into()
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = in_plain_words(expected);
        let help = match (expected.as_str(), &found) {
            ("a list", _) => "write each item on a line of its own, after `- `",
            (_, Unexpected::Seq) => "only one value belongs here: write it behind the name, without `- ` and brackets",
            (_, Unexpected::Map) => "only one value belongs here; a text with `: ` in it needs quotes",
            ("a group of fields", _) => "write its fields below it, each on a line of its own",
            _ => "`serviceline schema service` and `serviceline schema organization` tell what belongs where",
        };
        Self::new("wrong-type", format!("expected {expected}, found {}", name(&found))).help(help)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let message = format!("expected {}, found {}", in_plain_words(expected), name(&found));
        Self::new("wrong-value", message).help("replace the value, or remove the field")
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self::new("wrong-value", format!("expected {expected}, found {length} items"))
    }

    fn unknown_field(found: &str, known: &'static [&'static str]) -> Self {
        let message = format!("there is no field {} here", quote(found));
        let problem = Self::new("unknown-field", message);
        let sentence = found.contains(' ') || found.starts_with(char::is_uppercase);
        match advice(found, known) {
            Some(advice) if sentence && !advice.starts_with("did") => {
                problem.help("if this is the beginning of a text, put the text in quotes: `: ` begins a value")
            }
            Some(advice) => problem.help(advice),
            None => problem,
        }
    }

    fn unknown_variant(found: &str, known: &'static [&'static str]) -> Self {
        let problem = Self::new("unknown-choice", format!("{} is none of the choices here", quote(found)));
        match advice(found, known) {
            Some(advice) => problem.help(advice.replace("known here", "the choices")),
            None => problem,
        }
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new("missing-field", format!("`{field}` is missing"))
            .help("write it, or `todo: ` and a note in its place")
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new("duplicate-field", format!("`{field}` is given twice"))
    }
}

/// What a type expects, in the words of an author rather than of a programmer.
fn in_plain_words(expected: &dyn Expected) -> String {
    let expected = expected.to_string();
    match expected.as_str() {
        "a string" | "str" | "a character" => "a text".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a map" => "named values".to_owned(),
        "a boolean" => "`true` or `false`".to_owned(),
        words if words.starts_with("struct ") => "a group of fields".to_owned(),
        _ => expected,
    }
}

fn name(found: &Unexpected<'_>) -> String {
    match found {
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "a group of fields".to_owned(),
        Unexpected::Unit => "`null`".to_owned(),
        Unexpected::Str(text) => quote(text),
        other => other.to_string(),
    }
}

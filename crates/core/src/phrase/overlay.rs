//! A hospital's own phrases, laid over the built-in ones.

use std::sync::Arc;

use super::{Phrase, Phrases};
use crate::diagnostic::{Diagnostic, Report};
use crate::source::{Place, Source};
use crate::tree::{Data, Limits, Node, parse};

impl Phrases {
    /// These phrases with a hospital's own in the place of some.
    pub(super) fn overlaid(self, own: Self, source: &Arc<Source>) -> Result<Self, Report> {
        let mut problems = vec![];
        for phrase in own.phrases.values() {
            let found = self.compared(phrase).into_iter();
            problems.extend(found.map(|problem| problem.at_path(&**phrase.key())));
        }
        if problems.is_empty() {
            let mut phrases = Arc::unwrap_or_clone(self.phrases);
            phrases.extend(Arc::unwrap_or_clone(own.phrases));
            return Ok(Self { phrases: Arc::new(phrases) });
        }
        let mut report = Report::new();
        let tree = parse(source, Limits::default(), &mut vec![]);
        report.extend(problems.into_iter().map(|problem| match place(&problem, tree.as_ref(), source) {
            Some(place) => problem.at(place),
            None => problem,
        }));
        report.sort();
        Err(report)
    }

    /// What is wrong with a phrase that takes the place of a built-in one.
    fn compared(&self, own: &Phrase) -> Vec<Diagnostic> {
        let builtin = match self.get(own.key()) {
            Ok(builtin) => builtin.pattern(),
            Err(unknown) => return vec![unknown],
        };
        let given: Vec<(&str, ())> = builtin.names().map(|name| (name, ())).collect();
        let asked: Vec<&str> = own.pattern().names().collect();
        let lost = builtin.names().filter(|name| !asked.contains(name)).map(|name| {
            let message = format!("the phrase leaves out `{{{{{name}}}}}`, which the built-in one says");
            Diagnostic::error("lost-value", message).help(format!("the built-in phrase is `{builtin}`"))
        });
        own.pattern().bind(&given).err().into_iter().chain(lost).collect()
    }
}

/// Where a phrase stands: its key if nobody knows that, else its words.
fn place(problem: &Diagnostic, tree: Option<&Node>, source: &Arc<Source>) -> Option<Place> {
    let Data::Map(fields) = &tree?.data else { return None };
    let path = problem.path.as_ref()?.as_str();
    let (key, words) = fields.iter().find(|(key, _)| &*key.name == path)?;
    Some(if problem.code == "unknown-phrase" { Place::new(source, key.span.clone()) } else { words.place(source) })
}

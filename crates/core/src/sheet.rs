//! Source files with the tree of what was read from them: where each field of the content stands.

use std::{ops::Range, sync::Arc};

use crate::{
    Diagnostic,
    source::{Place, Source},
    tree::Node,
};

/// A source file with the tree of what was read from it.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) source: Arc<Source>,
    pub(crate) tree: Node,
}

/// The files that a manuscript was read from; content that was built in code has none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheets {
    pub(crate) service: Option<Arc<Sheet>>,
    pub(crate) organization: Option<Arc<Sheet>>,
    /// The channels' options.
    pub(crate) settings: Option<Arc<Sheet>>,
}

impl Sheets {
    /// The sheet on which a field stands, and its path there.
    pub(crate) fn of<'p>(&self, path: &'p str) -> (Option<&Sheet>, &'p str) {
        if let Some(rest) = path.strip_prefix("organization.") {
            (self.organization.as_deref(), rest)
        } else if let Some(rest) = path.strip_prefix("serviceline.") {
            (self.settings.as_deref(), rest)
        } else {
            (self.service.as_deref(), path)
        }
    }
    /// Where a field, or the innermost part around it that was given, stands.
    pub(crate) fn place(&self, path: &str) -> Option<Place> {
        let (sheet, path) = self.of(path);
        let sheet = sheet?;
        let found = sheet.tree.find_nearest(path);
        // What stands in no group of the file is missed at its top.
        let root = std::ptr::eq(found, &raw const sheet.tree);
        if root { Some(Place::new(&sheet.source, 0..0)) } else { Some(found.place(&sheet.source)) }
    }
    /// Where the bytes `range` of a field's text stand.
    pub(crate) fn place_in(&self, path: &str, range: Range<usize>) -> Option<Place> {
        let (sheet, path) = self.of(path);
        let sheet = sheet?;
        Some(sheet.tree.find_nearest(path).place_of(&sheet.source, range))
    }
    /// The problem with the place of its field, if it names one and has no place yet.
    pub(crate) fn placed(&self, problem: Diagnostic) -> Diagnostic {
        let place =
            problem.path.as_ref().filter(|_| problem.place.is_none()).and_then(|path| self.place(path.as_str()));
        match place {
            Some(place) => problem.at(place),
            None => problem,
        }
    }
}

//! Checks of sections: a title promises that something stands under it.

use super::Check;
use crate::{Diagnostic, edition::Purpose, leaf::Leaf, model::ServiceLine};

impl Check<'_> {
    pub(super) fn sections(&mut self, service: &ServiceLine) {
        for (name, section) in service.sections.each() {
            // What could not be read has been reported: it is not missing.
            if section.title.is_empty() || !service.is_bare(name) || self.manuscript.is_cut_short(name) {
                continue;
            }
            let message = format!("the section `{name}` has a title, and nothing stands under it");
            let problem = match self.setting.purpose {
                Purpose::Publication => Diagnostic::error("empty-section", message),
                Purpose::Draft => Diagnostic::warning("empty-section", message),
            };
            let help = format!("add `{name}`, or take the title out");
            self.problem(&format!("sections.{name}.title"), problem.help(help));
        }
    }
}

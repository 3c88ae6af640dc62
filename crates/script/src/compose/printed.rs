//! The parts of a script that a hospital chose to have written.
//!
//! A script is composed and judged as a whole; only then it is cut. The steps of an emergency stay in every one, and the
//! head says which parts are not in the file. What stood only in those is left out for that reason, field by field.

use std::collections::BTreeSet;

use serviceline_core::{Words, path::FieldPath};

use super::{Composer, EMERGENCY_STEPS};
use crate::dialogue::{Answers, Dialogue, Facts};
use crate::sections::Section;

const NOT_CHOSEN: &str = "`parts` in serviceline.yaml leaves out the part of the script that says it";

/// The part that each total measures: the key messages, the information path, the longest answer.
const TOTALS: [Section; 3] = [Section::Steps, Section::Steps, Section::Answers];

impl Composer<'_, '_> {
    /// The script with its head, and without the parts that are not written.
    pub(super) fn printed(&self, mut dialogue: Dialogue) -> Dialogue {
        let parts = &self.options.parts;
        let cut = parts.missing().next().is_some();
        let whole = if cut { fields(&dialogue) } else { BTreeSet::new() };
        if !parts.has(Section::Steps) {
            dialogue.steps.retain(|step| EMERGENCY_STEPS.contains(&step.id));
            dialogue.timing.steps.retain(|(id, _)| EMERGENCY_STEPS.contains(id));
        }
        if !parts.has(Section::Answers) {
            dialogue.answers = Answers::default();
        }
        if !parts.has(Section::Facts) {
            dialogue.facts = Facts::default();
        }
        let totals = std::mem::take(&mut dialogue.timing.totals).into_iter().zip(TOTALS);
        dialogue.timing.totals = totals.filter(|(_, part)| parts.has(*part)).map(|(total, _)| total).collect();
        dialogue.header = self.header(&dialogue.timing);
        let left = if cut { fields(&dialogue) } else { BTreeSet::new() };
        for field in whole.difference(&left) {
            self.notes.borrow_mut().leave_out_field(field, NOT_CHOSEN);
        }
        dialogue
    }

    /// That parts are not in the file, if so.
    pub(super) fn elsewhere(&self) -> Option<Words> {
        let missing: Vec<Words> = self.options.parts.missing().map(|part| self.phrase(part.name(), &[])).collect();
        let names = Words::join(missing, &self.phrase("list.between", &[]));
        (!names.is_empty()).then(|| self.title("head.elsewhere", &[("parts", &names)]))
    }
}

/// The fields of the content that a script has words of.
fn fields(dialogue: &Dialogue) -> BTreeSet<FieldPath> {
    let mut fields = BTreeSet::new();
    dialogue.words(&mut |words| {
        fields.extend(words.pieces().iter().flat_map(serviceline_core::words::Piece::fields).cloned());
    });
    fields
}

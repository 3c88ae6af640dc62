//! S10 and S11: the close, and the codes for how a call ended.

use std::collections::BTreeSet;

use serviceline_core::{Leaf, Words, model::Disposition};

use super::{
    Composer,
    ways::{S3, S10, S11, WRONG_LINE},
};
use crate::dialogue::{Code, Kind, Part, Step, Target};

impl<'c> Composer<'c, '_> {
    pub(super) fn s10(&self) -> Step {
        let mut parts: Vec<Part> =
            vec![self.cue(Kind::Tell, "s10.recap", &[]).into(), self.ask("s10.send"), self.act("s10.send_do", &[])];
        if let Some(phone) = self.lines.own {
            parts.push(self.say("s10.number", &[("twice", &self.twice(phone))]));
        }
        let thanks = vec![self.cue(Kind::Say, "s10.thanks", &[("organization", &self.organization())])];
        parts.extend([self.ask("s10.else"), self.emergency_way(), self.when("when.yes", S3)]);
        parts.push(self.choice(&self.phrase("when.no", &[]), thanks, S11.into(), None));
        self.titled(S10, parts)
    }

    /// The codes of the content in its order, then those that the steps use and the content does not explain.
    pub(super) fn s11(&self, steps: &[Step]) -> Step {
        let given: Vec<&'c Disposition> = self.scripts().into_iter().flat_map(|script| &script.dispositions).collect();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let mut parts = vec![];
        for disposition in given {
            if known.insert(&disposition.code) {
                parts.push(Part::Ending { code: Code::new(&disposition.code), words: self.ending(disposition) });
            } else {
                for text in [&disposition.label, &disposition.followup] {
                    self.leave_out(text, "the service line has its own wording");
                }
            }
        }
        let used: BTreeSet<Code> = steps.iter().flat_map(used_codes).chain([Code::new(WRONG_LINE)]).collect();
        let emergency = self.emergency_number();
        for code in used.into_iter().filter(|code| !known.contains(code.as_str())) {
            let words = self.phrase(&format!("code.{}", code.as_str()), &[("emergency", &emergency)]);
            parts.push(Part::Ending { code, words: self.written(&words) });
        }
        parts.push(self.note("s11.early", &[]));
        self.titled(S11, parts)
    }

    fn ending(&self, disposition: &Disposition) -> Words {
        let label = self.text(&disposition.label);
        let nothing = self.phrase("s11.none", &[]).text();
        if disposition.followup.is_empty() || disposition.followup.full() == nothing {
            self.leave_out(&disposition.followup, "nothing is left to do after such a call");
            return self.written(&self.phrase("s11.ending", &[("label", &label)]));
        }
        self.written(
            &self.phrase("s11.ending_then", &[("label", &label), ("followup", &self.text(&disposition.followup))]),
        )
    }
}

fn used_codes(step: &Step) -> impl Iterator<Item = Code> + '_ {
    step.choices().flat_map(|choice| {
        let ends = match &choice.to {
            Target::Disposition(code) => Some(code.clone()),
            _ => None,
        };
        ends.into_iter().chain(choice.keep.clone())
    })
}

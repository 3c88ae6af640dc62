//! What the layout writes again and again: labels as text, made once for a script.

use serviceline_core::Words;

use crate::dialogue::{Kind, Labels};

/// The labels of a script as text.
pub(super) struct Marks {
    cues: [String; 7],
    pub(super) say: String,
    pub(super) when: String,
    pub(super) then: String,
    pub(super) go_to: String,
    pub(super) disposition: String,
    pub(super) next: String,
    pub(super) back: String,
    pub(super) code: String,
    pub(super) see: String,
    pub(super) seconds: String,
}

impl Marks {
    pub(super) fn of(labels: &Labels) -> Self {
        let Labels { say, tell, ask, act, listen, note, pause, .. } = labels;
        let Labels { when, then, go_to, disposition, next, back, code, see, seconds, .. } = labels;
        Self {
            cues: [say, tell, ask, act, listen, note, pause].map(|label| format!("{:<5} ", label.text())),
            say: say.text(),
            when: when.text(),
            then: then.text(),
            go_to: go_to.text(),
            disposition: disposition.text(),
            next: next.text(),
            back: back.text(),
            code: code.text(),
            see: see.text(),
            seconds: seconds.text(),
        }
    }

    /// The cue word, as wide as what stands under it is moved in.
    pub(super) fn cue(&self, kind: Kind) -> &str {
        let [say, tell, ask, act, listen, note, pause] = &self.cues;
        match kind {
            Kind::Say => say,
            Kind::Tell => tell,
            Kind::Ask => ask,
            Kind::Act => act,
            Kind::Listen => listen,
            Kind::Note => note,
            Kind::Pause => pause,
        }
    }
}

/// Words one after the other, those that are empty left out.
pub(super) fn joined(parts: &[&Words]) -> String {
    parts.iter().map(|words| words.text()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

//! How long a script takes to read aloud.
//!
//! A cue takes its words at the pace of the script; a phone number takes six seconds instead of its words, a pause one
//! second. The information path is the shortest call that only informs; its length counts the choices that are taken.

use serviceline_core::{Words, words::Role};

use crate::dialogue::{Cue, Dialogue, Kind, Part, Step, StepId, Target};

/// Seconds for a phone number, however many digits it has.
pub const PHONE_SECONDS: f64 = 6.0;
/// Seconds for a pause.
pub const PAUSE_SECONDS: f64 = 1.0;
/// Words a minute, unless the content says otherwise: calm conversation.
pub const WORDS_PER_MINUTE: u16 = 140;

/// The pace of a script, and what it comes to.
#[derive(Clone, Debug, Default)]
pub struct Timing {
    /// The title of the table.
    pub title: Words,
    /// Words a minute.
    pub words_per_minute: u16,
    /// What stands between the numbers of a phone, so that the layout can tell a number from a code.
    pub pause: String,
    /// The steps that are timed, in order.
    pub steps: Vec<(StepId, f64)>,
    /// What is told of itself, with its limit.
    pub totals: Vec<Total>,
}

/// A length with the limit it should keep.
#[derive(Clone, Debug)]
pub struct Total {
    /// What is measured.
    pub name: Words,
    /// How long it takes, in seconds.
    pub seconds: f64,
    /// How long it may take.
    pub limit: u16,
    /// The word before the limit.
    pub limit_name: Words,
}

impl Timing {
    pub(crate) fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        see(&self.title);
        for total in &self.totals {
            see(&total.name);
            see(&total.limit_name);
        }
    }

    /// How long one cue takes: nothing, if the caller does not hear it.
    #[must_use]
    pub fn cue(&self, cue: &Cue) -> f64 {
        match cue.kind {
            Kind::Pause => PAUSE_SECONDS,
            kind if kind.is_aloud() => {
                self.aloud(&cue.words) + cue.items.iter().flatten().map(|item| self.aloud(item)).sum::<f64>()
            }
            _ => 0.0,
        }
    }

    /// How long one text takes to read aloud.
    #[must_use]
    pub fn aloud(&self, words: &Words) -> f64 {
        let mut count = 0;
        let mut phones = 0;
        // A word may go on from one piece to the next; punctuation alone is none.
        let mut in_word = 0;
        for piece in words.pieces() {
            if is_number(piece, &self.pause) {
                phones += 1;
                in_word = 0;
                continue;
            }
            for byte in piece.text().bytes() {
                let kind = KINDS[usize::from(byte)];
                let begins = kind & BEGINS;
                count += u32::from(begins & !in_word);
                in_word = (in_word | begins) & !(kind >> 1);
            }
        }
        f64::from(count) * 60.0 / f64::from(self.words_per_minute.max(1)) + f64::from(phones) * PHONE_SECONDS
    }

    /// How long a step takes with all that is in it.
    #[must_use]
    pub fn step(&self, step: &Step) -> f64 {
        step.cues().map(|cue| self.cue(cue)).sum()
    }

    /// How long the steps of a path take, each up to the choice that leads to the next; `end` is where the last leads.
    #[must_use]
    pub fn path(&self, dialogue: &Dialogue, path: &[StepId], end: StepId) -> f64 {
        let nexts = path.iter().skip(1).chain([&end]);
        path.iter().zip(nexts).filter_map(|(id, next)| Some(self.taken(dialogue.step(*id)?, *next))).sum()
    }

    fn taken(&self, step: &Step, next: StepId) -> f64 {
        let leads = |part: &&Part| matches!(part, Part::Choice(choice) if choice.to == Target::Step(next));
        let way = step.parts.iter().position(|part| leads(&part));
        let cues = step.parts.iter().enumerate().flat_map(|(at, part)| match part {
            Part::Cue(cue) => std::slice::from_ref(cue),
            Part::Choice(choice) if Some(at) == way => &choice.cues,
            _ => &[],
        });
        cues.map(|cue| self.cue(cue)).sum()
    }
}

/// A word can begin with this byte.
const BEGINS: u8 = 1;
/// A word ends before this byte.
const SPACE: u8 = 2;

/// What each byte does to the words that are counted.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if byte.is_ascii_whitespace() {
            kinds[at] = SPACE;
        } else if byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'{' | b'*' | b'"' | b'\'') {
            kinds[at] = BEGINS;
        }
        at += 1;
    }
    kinds
};

/// Whole seconds, as they are shown.
#[must_use]
pub fn shown(seconds: f64) -> u32 {
    seconds.round() as u32
}

/// A phone number that is said in groups, not a code such as 911.
pub(crate) fn is_number(piece: &serviceline_core::words::Piece, pause: &str) -> bool {
    matches!(piece.role(), Role::Phone { .. }) && !pause.is_empty() && piece.text().contains(pause)
}

//! In which direction text runs (UAX #9): glyphs are kept in the order in which they are read, and find their places here.

use std::ops::Range;

use unicode_bidi::{Level, ParagraphBidiInfo};

/// How the text of a block runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From left to right, all of it.
    #[default]
    Right,
    /// Both ways; the lines begin at the left, or at the right.
    Both {
        /// Whether the lines begin at the right.
        from_right: bool,
    },
}

/// A stretch of a line in which all text runs alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Which bytes of the block's text.
    pub text: Range<usize>,
    /// Whether it is read from right to left.
    pub from_right: bool,
}

/// Characters under this one are all read from left to right.
const FIRST_FROM_RIGHT: char = '\u{590}';

impl Direction {
    /// The direction of a text; its first letter decides where lines begin.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.chars().all(|c| c < FIRST_FROM_RIGHT) {
            return Self::Right;
        }
        let info = ParagraphBidiInfo::new(text, None);
        if info.has_rtl() { Self::Both { from_right: info.paragraph_level.is_rtl() } } else { Self::Right }
    }

    /// Whether lines begin at the right.
    #[must_use]
    pub fn is_from_right(self) -> bool {
        self == Self::Both { from_right: true }
    }

    /// The stretches of a line of a text, from left to right.
    #[must_use]
    pub fn stretches(self, text: &str, line: Range<usize>) -> Vec<Stretch> {
        let level = match self {
            Self::Right => return vec![Stretch { text: line, from_right: false }],
            Self::Both { from_right: true } => Level::rtl(),
            Self::Both { from_right: false } => Level::ltr(),
        };
        let (levels, runs) = ParagraphBidiInfo::new(text, Some(level)).visual_runs(line);
        let from_right = |run: &Range<usize>| levels.get(run.start).is_some_and(|level: &Level| level.is_rtl());
        runs.into_iter().map(|run| Stretch { from_right: from_right(&run), text: run }).collect()
    }
}

/// Marks that steer how text is divided, joined or ordered, and are not seen.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, from_right: bool, expect: &[(&str, bool)]) {
        let direction = Direction::of(text);
        assert_eq!(direction.is_from_right(), from_right);
        let stretches = direction.stretches(text, 0..text.len());
        let found: Vec<_> = stretches.iter().map(|s| (&text[s.text.clone()], s.from_right)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn text_from_left_to_right_is_one_stretch() {
        check("Call 800-555-0100. 診断", false, &[("Call 800-555-0100. 診断", false)]);
    }

    #[test]
    fn a_number_is_read_from_left_to_right_within_text_from_the_right() {
        check("اتصل 911 الآن", true, &[(" الآن", true), ("911", false), ("اتصل ", true)]);
    }

    #[test]
    fn a_word_from_the_right_in_a_line_from_the_left_stays_in_its_place() {
        check(
            "Ask for \u{5e9}\u{5dc}\u{5d5}\u{5dd} 12 here",
            false,
            &[("Ask for ", false), ("12", false), ("\u{5e9}\u{5dc}\u{5d5}\u{5dd} ", true), (" here", false)],
        );
    }

    proptest::proptest! {
        #[test]
        fn stretches_hold_every_byte_of_a_line_once(text in "[a-c1-3 (\u{5d0}-\u{5d3}\u{627}-\u{62a}).,\u{2066}\u{2069}-]{0,24}") {
            let mut stretches = Direction::of(&text).stretches(&text, 0..text.len());
            stretches.sort_by_key(|stretch| stretch.text.start);
            let mut end = 0;
            for stretch in stretches {
                proptest::prop_assert_eq!(stretch.text.start, end);
                end = stretch.text.end;
            }
            proptest::prop_assert_eq!(end, text.len());
        }
    }
}

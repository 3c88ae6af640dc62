//! From glyphs to lines: where lines may end, and where they do.
//!
//! Text stands ragged right. A block takes the least number of lines that the measure allows, and then the narrowest width
//! that still gives that number, so that lines are even and no word is left alone. No word is ever divided.

mod breaks;

use std::ops::Range;

use self::breaks::{may_end, without_spaces};
use crate::shape::{Glyph, Shaped};
use crate::unit::Pt;

/// A line of a block: which glyphs, and how wide they are without the space at the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The glyphs, with the space at the end, which is text but not seen.
    pub glyphs: Range<usize>,
    /// How wide it is.
    pub width: Pt,
    /// How far in from the left it begins: lines that are read from the right end at the measure.
    pub indent: Pt,
}

/// A word that is wider than the measure: it can neither be divided nor be let run out of its panel.
#[derive(Clone, Debug, PartialEq)]
pub struct TooWide {
    /// The word.
    pub word: String,
    /// How wide it is.
    pub width: Pt,
}

/// A stretch that cannot be divided.
struct Atom {
    glyphs: Range<usize>,
    width: f32,
    space: f32,
    ends_line: bool,
}

/// The last line is at least this share of the measure, or has two words.
const LAST_LINE: f32 = 0.25;

/// Divides a block into lines.
///
/// `rag` is the share of the measure to which the lines may be narrowed.
///
/// # Errors
///
/// A word is wider than the measure.
pub fn divide(shaped: &Shaped, measure: Pt, rag: f32) -> Result<Vec<Line>, TooWide> {
    let mut atoms = atoms(shaped, false);
    if atoms.iter().any(|atom| atom.width > measure.0 + 0.01) {
        atoms = self::atoms(shaped, true);
    }
    if let Some(wide) = atoms.iter().find(|atom| atom.width > measure.0 + 0.01) {
        let word = wide.glyphs.clone().filter_map(|at| shaped.glyphs.get(at)).map(|g| &shaped.text[g.text.clone()]);
        return Err(TooWide { word: word.collect(), width: Pt(wide.width) });
    }
    let mut ends = fill(&atoms, measure.0);
    if let Some(better) = joined(&atoms, &ends, measure.0) {
        atoms = better;
        ends = fill(&atoms, measure.0);
    }
    let width = narrowest(&atoms, ends.len(), measure.0, rag);
    let mut lines = lines(&atoms, &fill(&atoms, width));
    for line in lines.iter_mut().filter(|_| shaped.direction.is_from_right()) {
        line.indent = measure - line.width;
    }
    Ok(lines)
}

/// With the last two words as one, if the last would otherwise stand alone on its line and it costs no line.
fn joined(atoms: &[Atom], ends: &[usize], measure: f32) -> Option<Vec<Atom>> {
    let last = atoms.last()?;
    let before_last = ends.len().checked_sub(2).and_then(|at| ends.get(at))?;
    let alone = atoms.len() - before_last == 1 && last.width < LAST_LINE * measure;
    let second = atoms.len().checked_sub(2).and_then(|at| atoms.get(at)).filter(|atom| alone && !atom.ends_line)?;
    let mut better: Vec<Atom> = atoms[..atoms.len() - 2].iter().map(Atom::copy).collect();
    better.push(Atom {
        glyphs: second.glyphs.start..last.glyphs.end,
        width: second.width + second.space + last.width,
        space: last.space,
        ends_line: last.ends_line,
    });
    let fits = better.last().is_some_and(|atom| atom.width <= measure);
    (fits && fill(&better, measure).len() == ends.len()).then_some(better)
}

impl Atom {
    fn copy(&self) -> Self {
        Self { glyphs: self.glyphs.clone(), width: self.width, space: self.space, ends_line: self.ends_line }
    }
}

/// As many atoms a line as fit; gives the index after each line's last atom.
fn fill(atoms: &[Atom], measure: f32) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut width, mut first) = (0.0, true);
    for (at, atom) in atoms.iter().enumerate() {
        if !first && width + atom.width > measure + 0.01 {
            ends.push(at);
            width = 0.0;
        }
        width += atom.width + atom.space;
        first = atom.ends_line;
        if atom.ends_line {
            ends.push(at + 1);
            width = 0.0;
        }
    }
    if ends.last() != Some(&atoms.len()) && !atoms.is_empty() {
        ends.push(atoms.len());
    }
    ends
}

/// The narrowest width that gives `count` lines, to a quarter of a point.
fn narrowest(atoms: &[Atom], count: usize, measure: f32, rag: f32) -> f32 {
    let widest = atoms.iter().map(|atom| atom.width).fold(0.0, f32::max);
    let (mut low, mut high) = (widest.max(measure * rag), measure);
    if count < 2 || low >= high {
        return measure;
    }
    if fill(atoms, low).len() == count {
        return low;
    }
    while high - low > 0.25 {
        let middle = f32::midpoint(low, high);
        if fill(atoms, middle).len() == count {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

fn lines(atoms: &[Atom], ends: &[usize]) -> Vec<Line> {
    let mut start = 0;
    let line = |&end: &usize| {
        let atoms = atoms.get(start..end)?;
        start = end;
        let (first, last) = (atoms.first()?, atoms.last()?);
        let width: f32 = atoms.iter().map(|atom| atom.width + atom.space).sum();
        Some(Line { glyphs: first.glyphs.start..last.glyphs.end, width: Pt(width - last.space), indent: Pt::ZERO })
    };
    ends.iter().filter_map(line).collect()
}

/// The stretches between possible line ends. At need a line may also end within a long address or path.
fn atoms(shaped: &Shaped, need: bool) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let mut start = 0;
    let glyphs = &shaped.glyphs;
    let between = without_spaces(&shaped.text);
    for (at, glyph) in glyphs.iter().enumerate() {
        let ends_line = text(shaped, glyph) == "\n";
        if ends_line || at + 1 == glyphs.len() || may_end(shaped, at, need, &between) {
            let part = glyphs.get(start..=at).unwrap_or_default();
            let spaces = part.iter().rev().take_while(|g| matches!(text(shaped, g), " " | "\n")).count();
            let width = |glyphs: &[Glyph]| glyphs.iter().map(|g| g.advance).sum::<f32>();
            let (word, space) = part.split_at(part.len() - spaces);
            atoms.push(Atom { glyphs: start..at + 1, width: width(word), space: width(space), ends_line });
            start = at + 1;
        }
    }
    atoms
}

fn text<'s>(shaped: &'s Shaped, glyph: &Glyph) -> &'s str {
    shaped.text.get(glyph.text.clone()).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use crate::fonts::FaceId;
    use crate::shape::Span;

    /// A block in a face whose letters are all one point wide.
    fn block(text: &str) -> Shaped {
        let glyph = |(at, c): (usize, char)| Glyph {
            id: 1,
            advance: 1.0,
            offset: (0.0, 0.0),
            text: at..at + c.len_utf8(),
            span: 0,
            face: FaceId(0),
        };
        let span = Span { range: 0..text.len(), weight: 400, size: Pt(12.0), raise: Pt::ZERO, whole: false };
        Shaped {
            text: text.to_owned(),
            spans: vec![span],
            glyphs: text.char_indices().map(glyph).collect(),
            direction: crate::direction::Direction::of(text),
        }
    }

    fn check(words: &str, measure: f32, rag: f32, expect: &[&str]) {
        let shaped = block(words);
        let lines = divide(&shaped, Pt(measure), rag).unwrap();
        let read =
            |line: &Line| shaped.glyphs[line.glyphs.clone()].iter().map(|g| text(&shaped, g)).collect::<String>();
        let found: Vec<_> = lines.iter().map(|line| read(line).trim_end().to_owned()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn lines_are_evened_within_the_least_number_of_lines() {
        check("one two three four five six", 20.0, 1.0, &["one two three four", "five six"]);
        check("one two three four five six", 20.0, 0.7, &["one two three", "four five six"]);
    }

    #[test]
    fn a_number_stays_with_its_unit_and_a_letter_with_the_next_word() {
        check("plan on about 2 hours", 15.0, 1.0, &["plan on about", "2 hours"]);
        check("meet a doctor or a nurse", 19.0, 1.0, &["meet a doctor or", "a nurse"]);
    }

    #[test]
    fn short_words_with_a_hyphen_stay_whole_and_addresses_break_before_a_slash() {
        check("see slow-growing ones", 12.0, 1.0, &["see", "slow-growing", "ones"]);
        check("larkmere.example.org/schedule", 22.0, 1.0, &["larkmere.example.org", "/schedule"]);
    }

    #[test]
    fn lines_end_between_ideographs_but_not_before_a_mark_that_closes() {
        check("免費口譯。請致電", 4.0, 1.0, &["免費口", "譯。請致", "電"]);
    }

    #[test]
    fn lines_end_between_the_words_of_thai() {
        check("เรามีล่ามฟรี", 6.0, 1.0, &["เรามี", "ล่าม", "ฟรี"]);
    }

    #[test]
    fn lines_that_are_read_from_the_right_end_at_the_measure() {
        let shaped = block("\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{5e9}\u{5dc}");
        let lines = divide(&shaped, Pt(5.0), 1.0).unwrap();
        let found: Vec<_> = lines.iter().map(|line| (line.indent, line.width)).collect();
        assert_eq!(found, [(Pt(1.0), Pt(4.0)), (Pt(3.0), Pt(2.0))]);
    }

    #[test]
    fn a_break_that_the_author_made_is_kept() {
        check("one\ntwo three", 20.0, 0.8, &["one", "two three"]);
    }

    #[test]
    fn a_short_word_is_not_left_alone_if_that_costs_no_line() {
        check("alpha beta gamma delta of", 23.0, 1.0, &["alpha beta gamma", "delta of"]);
    }

    #[test]
    fn a_word_wider_than_the_measure_is_refused_by_name() {
        let error = divide(&block("an unbelievably long"), Pt(8.0), 1.0).unwrap_err();
        assert_eq!(error.word.trim(), "unbelievably");
    }
}

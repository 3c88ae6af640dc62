//! Where a line may end.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use crate::shape::{Glyph, Shaped};

/// Words with a hyphen stay whole up to this many characters.
const UNBROKEN: usize = 14;

/// Whether a line may end after a glyph.
pub(super) fn may_end(shaped: &Shaped, at: usize, need: bool, between: &[usize]) -> bool {
    let (Some(glyph), Some(next)) = (shaped.glyphs.get(at), shaped.glyphs.get(at + 1)) else {
        return false;
    };
    let whole = |g: &Glyph| shaped.spans.get(usize::from(g.span)).is_some_and(|span| span.whole);
    if glyph.span == next.span && whole(glyph) {
        return false;
    }
    if between.binary_search(&next.text.start).is_ok() && !next.text.is_empty() {
        return true;
    }
    let (before, after) = shaped.text.split_at(next.text.start);
    match before.chars().next_back() {
        Some(' ') => !after.starts_with(' ') && !clings(before.trim_end(), after),
        Some('-' | '\u{2013}' | '\u{2014}') => {
            let word = word_around(before, after);
            word.chars().count() > UNBROKEN && (need || !word.contains('/'))
        }
        Some('.' | '@' | '_' | ']') if need => {
            !after.starts_with(' ') && word_around(before, after).chars().count() > UNBROKEN
        }
        Some(c) if after.starts_with('/') => c != '/' && word_around(before, after).chars().count() > UNBROKEN,
        _ => false,
    }
}

/// Where lines may end in scripts that have no spaces between words (UAX #14): in Chinese and Japanese between letters, but
/// not before a mark that closes nor after one that opens; in Thai and its neighbours between words, by a dictionary.
pub(super) fn without_spaces(text: &str) -> Vec<usize> {
    if !text.contains(has_no_spaces) {
        return Vec::new();
    }
    let near = |at: &usize| {
        let (before, after) = text.split_at(*at);
        before.chars().next_back().is_some_and(has_no_spaces) || after.chars().next().is_some_and(has_no_spaces)
    };
    let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
    segmenter.segment_str(text).filter(near).collect()
}

/// Letters and marks of Thai, Lao, Burmese, Khmer, Chinese and Japanese.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fdf}'
        | '\u{3000}'..='\u{30ff}' | '\u{31c0}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// A number stays with what it counts, and a word of one letter with the next word.
fn clings(before: &str, after: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or_default();
    let is_number = word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(|c: char| c.is_ascii_digit());
    let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphanumeric);
    let next = after.chars().next();
    (is_number && next.is_some_and(char::is_lowercase)) || is_letter
}

fn word_around<'t>(before: &'t str, after: &'t str) -> String {
    let head = before.rsplit(' ').next().unwrap_or_default();
    let tail = after.split(' ').next().unwrap_or_default();
    format!("{head}{tail}")
}

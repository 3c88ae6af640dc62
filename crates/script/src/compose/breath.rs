//! Breath: what is read word for word is cut at the ends of its sentences, so that no cue is longer than a breath or two.

use serviceline_core::Words;

use crate::dialogue::{Cue, Kind, Part, Step};
use crate::laws::CUE_WORDS;

/// The most words in a breath.
const MOST: usize = CUE_WORDS as usize;

/// Cuts every cue that is read word for word and too long, and measures all. `pause` stands in phone numbers.
pub(super) fn breathe(step: &mut Step, pause: &str) {
    step.cues_mut().for_each(|cue| cue.measure(pause));
    if !step.cues().any(|cue| may_be_long(cue, pause)) {
        return;
    }
    let breaths = |cue: Cue| if may_be_long(&cue, pause) { breaths(cue) } else { vec![cue] };
    let parts = std::mem::take(&mut step.parts);
    for part in parts {
        match part {
            Part::Cue(cue) => step.parts.extend(breaths(cue).into_iter().map(Part::from)),
            Part::Choice(mut choice) => {
                choice.cues = choice.cues.into_iter().flat_map(breaths).collect();
                step.parts.push(choice.into());
            }
            other => step.parts.push(other),
        }
    }
    step.cues_mut().for_each(|cue| cue.measure(pause));
}

/// Most cues are short. A phone number, which is timed by itself, is many words to the one who says it.
fn may_be_long(cue: &Cue, pause: &str) -> bool {
    let length = cue.length(pause);
    cue.kind == Kind::Say && (length.words > CUE_WORDS || length.phones > 0)
}

/// The cue, in as few as hold its sentences. Points under a cue stay with the last.
fn breaths(cue: Cue) -> Vec<Cue> {
    let Cue { kind, words, items, .. } = cue;
    let ends = ends(&words.text());
    let (mut cues, mut rest, mut at) = (vec![], words, 0);
    for end in ends {
        let (first, more) = rest.cut(end - at);
        cues.push(Cue::new(kind, trimmed(first)));
        (rest, at) = (more, end);
    }
    cues.push(Cue::new(kind, rest).with_items(items));
    cues
}

/// Where to cut a text that is too long: behind sentences, each time as late as the words allow.
fn ends(text: &str) -> Vec<usize> {
    let mut cuts = vec![];
    let (mut words, mut sentence) = (0, 0);
    let mut last = None;
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        at += word.len();
        sentence += usize::from(word.trim().contains(char::is_alphanumeric));
        if word.trim_end().ends_with(['.', '?', '!']) && !word.starts_with("...") {
            if words + sentence > MOST
                && let Some(end) = last
            {
                cuts.push(end);
                words = 0;
            }
            words += sentence;
            sentence = 0;
            last = Some(at);
        }
    }
    if words + sentence > MOST && sentence > 0 {
        cuts.extend(last);
    }
    cuts
}

/// Without the space at its end, which stood between two sentences.
fn trimmed(words: Words) -> Words {
    let length = words.text().trim_end().len();
    words.cut(length).0
}

#[cfg(test)]
mod tests {
    use super::ends;

    fn check(sentences: &[usize], expect: &[usize]) {
        let sentence = |words: &usize| vec!["word"; *words].join(" ") + ".";
        let written: Vec<String> = sentences.iter().map(sentence).collect();
        let text = written.join(" ");
        let mut cues = vec![];
        let mut start = 0;
        for end in ends(&text).into_iter().chain([text.len()]) {
            cues.push(text[start..end].matches('.').count());
            start = end;
        }
        assert_eq!(cues, expect, "sentences in each cue");
    }

    #[test]
    fn long_words_are_cut_behind_sentences() {
        check(&[20, 20, 20], &[3]);
        check(&[20, 20, 20, 1], &[3, 1]);
        check(&[10, 55, 10], &[1, 1, 1]);
        check(&[50, 50, 50], &[1, 1, 1]);
        check(&[90], &[1]);
        check(&[5, 90, 5], &[1, 1, 1]);
        check(&[0], &[1]);
    }
}

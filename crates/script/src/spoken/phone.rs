//! Phone numbers: digits in groups with pauses, extensions, numbers given in letters.

use super::speaker::{Around, Said, Speaker};
use super::token::whole;

impl Speaker {
    /// A phone number with what belongs to it, or an extension alone.
    pub(super) fn number_to_call(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        if let Some((digits, count)) = self.extension(around, 0) {
            return around.said(format!("{} {digits}", self.rules.phones.extension), count);
        }
        if let Some(code) = self.code_to_call(around) {
            return around.said(code, 1);
        }
        let (groups, count) = if let Some(spaced) = spaced(around) {
            spaced
        } else if token.lead.ends_with('(') && token.trail == ")" {
            let line = around.next(1).filter(|next| next.lead.is_empty())?;
            let groups: Vec<&str> =
                std::iter::once(token.core).chain(line.core.split(['-', '.', '\u{2013}'])).collect();
            (groups, 2)
        } else {
            (token.core.split(['-', '.', '/', '\u{2013}']).collect(), 1)
        };
        let spoken = self.groups(&groups)?;
        match self.extension(around, count) {
            Some((extension, more)) => {
                let words = format!("{spoken}, {} {extension}", self.rules.phones.extension);
                around.said(words, count + more)
            }
            None => around.said(spoken, count),
        }
    }

    /// A number that is said digit by digit for the word before it ("ZIP code 43000", "call 311"), for its length, or for
    /// its two equal halves, as numbers to text have: "741741", "741-741". "43000-1234" is a code too.
    fn code_to_call(&self, around: Around<'_, '_>) -> Option<String> {
        let core = around.here().core;
        let (first, second) = core.split_once('-').unwrap_or((core, ""));
        let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if first.is_empty() || !figures(first) || !figures(second) {
            return None;
        }
        let phones = &self.rules.phones;
        let behind =
            |words: &[String]| around.before().is_some_and(|before| words.iter().any(|word| word == before.core));
        let parts = match (first.len(), second.len()) {
            (5, 4) => true,
            (3, 3) => first == second,
            (3, 0) => first.ends_with("11") && behind(&phones.called),
            (5..=6, 0) if !first.ends_with("000") => true,
            (4.., 0) => behind(&phones.codes),
            _ => false,
        };
        let digits = |text: &str| self.rules.numbers.digits(text);
        parts.then(
            || if second.is_empty() { digits(first) } else { [digits(first), digits(second)].join(&phones.pause) },
        )
    }

    /// The digits of an extension that begins `steps` tokens on, and how many tokens it takes.
    fn extension(&self, around: Around<'_, '_>, steps: usize) -> Option<(String, usize)> {
        if steps > 0 && !matches!(around.next(steps - 1)?.trail, "" | "," | ")") {
            return None;
        }
        let token = around.next(steps)?;
        let marks = &self.rules.phones.extension_marks;
        let number = |text: &str| whole(text).filter(|(_, commas)| !commas).map(|_| self.rules.numbers.digits(text));
        let mark = |word: &str| marks.iter().any(|mark| mark == word);
        if let Some(next) = around.next(steps + 1)
            && (mark(token.word) || mark(token.core))
            && let Some(digits) = number(next.core)
        {
            return Some((digits, 2));
        }
        if steps == 0 {
            return None;
        }
        let attached = marks.iter().find_map(|mark| token.core.strip_prefix(mark.as_str()))?;
        number(attached).map(|digits| (digits, 1))
    }

    /// The groups of a number, if they are one.
    fn groups(&self, groups: &[&str]) -> Option<String> {
        let first = groups.first()?.trim_start_matches('+');
        let (country, rest) = match groups.len() {
            4 if matches!(first, "1") => (true, &groups[1..]),
            3 | 2 => (false, groups),
            _ => return None,
        };
        let letters = rest.iter().any(|group| group.bytes().any(|b| b.is_ascii_alphabetic()));
        let lengths: Vec<usize> = rest.iter().map(|group| group.len()).collect();
        let fits = matches!(lengths[..], [3, 3, 4] | [3, 4])
            || letters && (10..=12).contains(&lengths.iter().sum::<usize>()) && lengths[0] == 3;
        let area_is_digits = rest.first()?.bytes().all(|b| b.is_ascii_digit());
        let clean = rest.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()));
        if !fits || !clean || !area_is_digits {
            return None;
        }
        let country = country.then(|| self.rules.numbers.digits("1"));
        let spoken = rest.iter().enumerate().map(|(at, group)| self.group(group, at == 0 && lengths.len() > 2));
        let words: Vec<String> = country.into_iter().chain(spoken).collect();
        let words = words.join(&self.rules.phones.pause);
        if !letters {
            return Some(words);
        }
        let digits: Vec<String> = rest[1..].iter().map(|group| self.rules.numbers.digits(&keypad(group))).collect();
        Some(format!("{words}, {} {}", self.rules.phones.letters, digits.join(&self.rules.phones.pause)))
    }

    /// One group; an area code of whole hundreds is said as a number.
    fn group(&self, group: &str, area: bool) -> String {
        match whole(group) {
            Some((number, false)) if area && number % 100 == 0 && number > 0 => {
                self.rules.numbers.cardinal(number, self.thousands)
            }
            Some(_) => self.rules.numbers.digits(group),
            None => super::letters::spelled(group),
        }
    }
}

/// The groups of a number that is written with spaces, "614 555 0142" or "1 (614) 555-0142", and how many tokens it takes.
fn spaced<'t>(around: Around<'_, 't>) -> Option<(Vec<&'t str>, usize)> {
    let figures = |steps: usize, length: usize| {
        let token = around.next(steps)?;
        let fits = token.core.len() == length && token.core.bytes().all(|b| b.is_ascii_digit());
        (fits && (steps == 0 || token.lead.is_empty())).then_some(token.core)
    };
    let open = |steps: usize| around.next(steps).is_some_and(|token| token.is_open());
    if open(0) && open(1) && around.here().lead.is_empty() {
        let groups: Option<Vec<&str>> =
            [(0, 3), (1, 3), (2, 4)].into_iter().map(|(at, length)| figures(at, length)).collect();
        if let Some(groups) = groups {
            return Some((groups, 3));
        }
    }
    let area = around.next(1).filter(|area| around.here().core == "1" && area.lead == "(" && area.trail == ")")?;
    let line = around.next(2).filter(|line| line.lead.is_empty())?;
    let groups = ["1", area.core].into_iter().chain(line.core.split(['-', '.', '\u{2013}']));
    Some((groups.collect(), 3))
}

/// The digits under the letters of a keypad.
fn keypad(letters: &str) -> String {
    let key = |c: char| match c {
        'A'..='C' => '2',
        'D'..='F' => '3',
        'G'..='I' => '4',
        'J'..='L' => '5',
        'M'..='O' => '6',
        'P'..='S' => '7',
        'T'..='V' => '8',
        'W'..='Z' => '9',
        other => other,
    };
    letters.chars().map(key).collect()
}

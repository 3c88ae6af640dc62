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
        let (groups, count) = if token.lead.ends_with('(') && token.trail == ")" {
            let line = around.next(1).filter(|next| next.lead.is_empty())?;
            let groups: Vec<&str> =
                std::iter::once(token.core).chain(line.core.split(['-', '.', '\u{2013}'])).collect();
            (groups, 2)
        } else {
            (token.core.split(['-', '.', '\u{2013}']).collect(), 1)
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
            || letters && lengths.iter().sum::<usize>() == 10 && lengths[0] == 3;
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

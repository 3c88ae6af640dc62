//! Letters that are not read as words: acronyms, abbreviations, letter-and-number codes, Roman numerals, signs.

use super::speaker::{Around, Said, Speaker, dotted};
use super::token::whole;

/// "CT" is "C T".
pub(super) fn spelled(word: &str) -> String {
    let letters: Vec<String> = word.chars().filter(|c| c.is_alphanumeric()).map(String::from).collect();
    letters.join(" ")
}

impl Speaker {
    /// A word that the rules say in their own way.
    pub(super) fn fixed_word(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        if let Some((word, rest)) = token.dotted()
            && let Some(spoken) = self.rules.words.get(word)
        {
            let ends = !self.rules.inside.iter().any(|inside| inside == word) && self.ends_sentence(around, 0);
            return dotted(spoken.clone(), 1, rest, ends);
        }
        if let Some(said) = self.saint(around) {
            return Some(said);
        }
        let spoken = self.rules.words.get(token.core)?;
        around.said(spoken.clone(), 1)
    }

    /// "St." before a name or after one.
    fn saint(&self, around: Around<'_, '_>) -> Option<Said> {
        let (word, rest) = around.here().dotted()?;
        let saint = &self.rules.saint;
        let name = |token: super::token::Token<'_>| token.core.starts_with(char::is_uppercase);
        if word != saint.mark {
            return None;
        }
        if rest.is_empty()
            && around.next(1).is_some_and(name)
            && !around.before().is_some_and(|t| name(t) && t.is_open())
        {
            return dotted(saint.before.clone(), 1, rest, false);
        }
        around.before().filter(|before| name(*before))?;
        dotted(saint.after.clone(), 1, rest, self.ends_sentence(around, 0))
    }

    /// A degree or licence after a name, which is not said.
    pub(super) fn credential(&self, around: Around<'_, '_>) -> Option<Said> {
        let before = around.before()?;
        let token = around.here();
        let known = |word: &str| self.rules.credentials.iter().any(|known| known == word);
        let named = before.trail == ","
            && (before.core.starts_with(char::is_uppercase) && !before.core.chars().all(char::is_uppercase)
                || known(before.core));
        if !named {
            return None;
        }
        match token.dotted() {
            Some((word, rest)) if known(word) => {
                let ends = self.ends_sentence(around, 0);
                dotted(String::new(), 1, rest, ends)
            }
            // The comma after it belongs to the one before it, which goes too.
            _ if known(token.core) => {
                Some(Said { words: String::new(), count: 1, tail: token.trail.trim_start_matches(',').to_owned() })
            }
            _ => None,
        }
    }

    /// Capitals and codes: "MRI", "L4-L5", "stage IIIB", "U.S.".
    pub(super) fn spelled_out(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        if let Some(number) = around.before().and_then(|before| self.roman(before.core, token.core)) {
            return around.said(number, 1);
        }
        if let Some(said) = self.initials(around) {
            return Some(said);
        }
        if token.core.contains('/') {
            return None;
        }
        let (first, second) = token.core.split_once(['-', '\u{2013}']).unwrap_or((token.core, ""));
        if is_code(first) && is_code(second) {
            let words = format!("{} {} {}", self.code(first), self.rules.ranges.to, self.code(second));
            return around.said(words, 1);
        }
        let words: Vec<String> = token.core.split('-').map(|part| self.part(part)).collect();
        let words = words.join("-");
        if words == token.core { None } else { around.said(words, 1) }
    }

    /// "U.S." is "U S".
    fn initials(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        let (word, rest) = token.dotted()?;
        let mut letters = word.split_terminator('.');
        let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
        if !letters.clone().all(single)
            || letters.clone().count() < 2
            || !letters.all(|part| part.chars().all(char::is_uppercase))
        {
            return None;
        }
        let ends = around.next(1).is_none() && self.ends_sentence(around, 0);
        dotted(spelled(word), 1, rest, ends)
    }

    /// One part of a word between hyphens.
    fn part(&self, part: &str) -> String {
        if let Some(spoken) = self.learned_word(part).or_else(|| self.rules.words.get(part).map(String::as_str)) {
            return spoken.to_owned();
        }
        if let Some((number, false)) = whole(part).filter(|_| !part.starts_with('0')) {
            return self.rules.numbers.room(number);
        }
        let (stem, plural) = match part.strip_suffix("'s").or_else(|| part.strip_suffix("\u{2019}s")) {
            Some(stem) => (stem, "'s"),
            None => part.strip_suffix('s').map_or((part, ""), |stem| (stem, "s")),
        };
        if is_capitals(stem) {
            if !plural.is_empty() || !self.rules.loud.iter().any(|loud| loud == stem) {
                let spoken = self.learned_word(stem).map_or_else(|| acronym(stem), str::to_owned);
                return spoken + plural;
            }
            return stem.to_lowercase();
        }
        if part.bytes().any(|b| b.is_ascii_digit()) && part.bytes().any(|b| b.is_ascii_alphabetic()) {
            return self.code(part);
        }
        if has_two_capitals(part) { loosened(part) } else { part.to_owned() }
    }

    /// "HER2" is "H E R two", "C41.2" is "C forty-one point two".
    fn code(&self, code: &str) -> String {
        let mut words: Vec<String> = vec![];
        let mut rest = code;
        while let Some(first) = rest.chars().next() {
            let digits = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            words.push(match whole(run) {
                Some((number, _)) if digits && (!run.starts_with('0') || run.len() == 1) => {
                    self.rules.numbers.cardinal(number, self.thousands)
                }
                _ if digits => self.rules.numbers.digits(run),
                _ if run == "." => self.rules.numbers.point.clone(),
                _ if is_capitals(run) => self.learned_word(run).map_or_else(|| spelled(run), str::to_owned),
                _ => loosened(run.trim_matches(['.', '/'])),
            });
            rest = after;
        }
        words.retain(|word| !word.is_empty());
        words.join(" ")
    }

    /// "IIIB" after "stage".
    fn roman(&self, before: &str, word: &str) -> Option<String> {
        let lower = before.to_lowercase();
        if !self.rules.roman.contains(&lower) {
            return None;
        }
        let end = word.find(|c| !matches!(c, 'I' | 'V' | 'X')).unwrap_or(word.len());
        let (numeral, letter) = word.split_at(end);
        let letter_fits = letter.is_empty() || matches!(letter, "A" | "B" | "C" | "D" | "a" | "b" | "c" | "d");
        let number = roman_value(numeral).filter(|_| letter_fits)?;
        let number = self.rules.numbers.cardinal(number, self.thousands);
        Some(if letter.is_empty() { number } else { format!("{number} {}", letter.to_uppercase()) })
    }

    /// A sign that stands alone, before a number, or between two words.
    pub(super) fn symbol(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        if matches!(token.core, "-" | "\u{2013}" | "\u{2014}") {
            let number = |token: Option<super::token::Token<'_>>| {
                token.is_some_and(|t| t.core.starts_with(|c: char| c.is_ascii_digit()))
            };
            return if number(around.before()) && number(around.next(1)) {
                around.said(self.rules.ranges.to.clone(), 1)
            } else {
                Some(Said { words: String::new(), count: 1, tail: ",".to_owned() })
            };
        }
        if token.core.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '\u{2019}')) {
            return None;
        }
        let mut out = String::with_capacity(token.core.len() * 2);
        for c in token.core.chars() {
            let mut buffer = [0; 4];
            let sign: &str = c.encode_utf8(&mut buffer);
            if self.rules.dropped.iter().any(|dropped| dropped == sign) {
                continue;
            }
            match self.rules.symbols.get(sign) {
                Some(word) => spaced(&mut out, word),
                None if c == '/' => spaced(&mut out, &self.rules.between),
                None if c == '\u{2014}' => out.push_str(", "),
                None if c == '\u{2013}' => out.push('-'),
                None => out.push(c),
            }
        }
        let out = out.trim();
        // Each side of the sign may be a form of its own.
        let words = if out == token.core { return None } else { self.say(out) };
        around.said(words, 1)
    }
}

fn spaced(out: &mut String, word: &str) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
    out.push_str(word);
    out.push(' ');
}

/// Two capitals or more, and nothing else.
fn is_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// Capitals and digits, at least one of each, the capitals first: a level of the spine, a stage, a gene.
fn is_code(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.ends_with(|c: char| c.is_ascii_digit())
        && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

fn has_two_capitals(word: &str) -> bool {
    let mut before = false;
    word.chars().any(|c| std::mem::replace(&mut before, c.is_uppercase()) && c.is_uppercase())
}

/// Up to five capitals are letters; more are a word that somebody shouted.
fn acronym(capitals: &str) -> String {
    if capitals.chars().count() <= 5 {
        return spelled(capitals);
    }
    let mut letters = capitals.chars();
    letters.next().map(String::from).unwrap_or_default() + &letters.as_str().to_lowercase()
}

/// Capitals side by side are set apart: "mRNA" is "m R N A".
fn loosened(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 4);
    let mut before = false;
    let capitals = has_two_capitals(word);
    for c in word.chars() {
        if capitals && (before || c.is_uppercase()) && !out.is_empty() {
            out.push(' ');
        }
        before = capitals && c.is_uppercase();
        out.push(c);
    }
    out
}

fn roman_value(numeral: &str) -> Option<u64> {
    let at = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
        .iter()
        .position(|known| *known == numeral)?;
    u64::try_from(at + 1).ok()
}

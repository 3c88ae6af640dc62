//! The reader of texts: goes through the tokens and asks each kind of written form in turn.

use std::collections::BTreeMap;
use std::sync::Arc;

use serviceline_core::{data, diagnostic::Report, source::Source};
use serviceline_templates::Templates;

use super::familiar::Familiar;
use super::join::{push_said, space};
use super::memory::Memory;
use super::number::Thousands;
use super::ordinary::{is_punctuation, is_speakable, is_word};
use super::rules::Rules;
use super::token::{Token, tokens};

/// Says written texts aloud, by the rules of one language and the vocabulary of one health system.
///
/// ```
/// use serviceline_script::spoken::Speaker;
/// use serviceline_templates::Templates;
///
/// let speaker = Speaker::load(&Templates::builtin(), "en").unwrap();
/// assert_eq!(speaker.say("Open 24/7"), "Open twenty-four hours a day, seven days a week");
/// assert_eq!(speaker.say("call 614-555-0142"), "call six one four ... five five five ... zero one four two");
/// ```
#[derive(Clone, Debug)]
pub struct Speaker {
    pub(super) rules: Arc<Rules>,
    pub(super) thousands: Thousands,
    letters: Letters,
    /// By the first word of what is written, so that longer terms are found first.
    lexicon: BTreeMap<String, Vec<(Vec<String>, String)>>,
    familiar: Familiar,
    calendar: Familiar,
    /// The words of both.
    pub(super) listed: Familiar,
    memory: Memory,
}

/// Which letters a text that is said may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// Those of ASCII: others are transliterated.
    #[default]
    Ascii,
    /// Those that it was written with. Quotes, dashes and other signs are those of ASCII all the same.
    AsWritten,
}

/// How a term of a glossary is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form<'a> {
    /// Letter by letter: "C T".
    Letters,
    /// With these words in its place: "pet".
    As(&'a str),
}

/// What was found at the front of the tokens, and how it is said.
pub(super) struct Said {
    pub(super) words: String,
    /// How many tokens it takes.
    pub(super) count: usize,
    /// The punctuation that follows.
    pub(super) tail: String,
}

/// The tokens from one on, and those before it.
#[derive(Clone, Copy)]
pub(super) struct Around<'a, 't> {
    pub(super) all: &'a [Token<'t>],
    pub(super) at: usize,
    /// The first token of the text that follows.
    pub(super) after: Option<Token<'t>>,
    /// The text goes on without a space, so that no sentence can begin there.
    pub(super) joined: bool,
}

impl<'t> Around<'_, 't> {
    pub(super) fn here(&self) -> Token<'t> {
        self.all[self.at]
    }
    pub(super) fn next(&self, steps: usize) -> Option<Token<'t>> {
        self.all.get(self.at + steps).copied()
    }
    pub(super) fn before(&self) -> Option<Token<'t>> {
        self.at.checked_sub(1).and_then(|at| self.all.get(at)).copied()
    }
    /// Takes `count` tokens and keeps the punctuation after the last.
    #[allow(clippy::unnecessary_wraps, reason = "it ends the search for a form, which may find none")]
    pub(super) fn said(&self, words: String, count: usize) -> Option<Said> {
        let tail = self.next(count - 1).map_or("", |token| token.trail).to_owned();
        Some(Said { words, count, tail })
    }
}

/// Takes `count` tokens, the last of which has a dot of its own; the dot stays only if it ends a sentence too.
#[allow(clippy::unnecessary_wraps, reason = "it ends the search for a form, which may find none")]
pub(super) fn dotted(words: String, count: usize, rest: &str, ends: bool) -> Option<Said> {
    let tail = if ends && rest.is_empty() { "." } else { rest };
    Some(Said { words, count, tail: tail.to_owned() })
}

impl Letters {
    fn write(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            if c.is_ascii() || self == Self::AsWritten && c.is_alphabetic() {
                out.push(c);
            } else {
                out.push_str(any_ascii::any_ascii_char(c));
            }
        }
        out
    }
}

impl Speaker {
    /// Reads the rules of a language.
    ///
    /// # Errors
    ///
    /// `missing-template` if there is no file of spoken forms for the language, and all that cannot be read in it.
    pub fn load(templates: &Templates, language: &str) -> Result<Self, Report> {
        let name = format!("locales/{language}/spoken.yaml");
        let text = data::text(templates, &name)?;
        let rules: Rules = data::read(&Source::new(name, text))?;
        let listed = rules.words.keys().chain(rules.number_sign.keys()).chain(&rules.phones.extension_marks);
        let listed = listed.chain([&rules.saint.mark]);
        let familiar = listed.fold(Familiar::default(), |familiar, word| familiar.with(word));
        let names = rules.times.months.iter().chain(&rules.times.days).flatten();
        let calendar = names.fold(Familiar::default(), |calendar, name| calendar.with(name.trim_end_matches('.')));
        Ok(Self {
            rules: Arc::new(rules),
            thousands: Thousands::default(),
            letters: Letters::default(),
            lexicon: BTreeMap::new(),
            familiar,
            calendar,
            listed: familiar.and(calendar),
            memory: Memory::default(),
        })
    }

    /// The same reader with another way to say whole hundreds above a thousand.
    #[must_use]
    pub fn with_thousands(mut self, thousands: Thousands) -> Self {
        self.memory = Memory::default();
        self.thousands = thousands;
        self
    }

    /// The same reader with other letters.
    #[must_use]
    pub fn with_letters(mut self, letters: Letters) -> Self {
        self.memory = Memory::default();
        self.letters = letters;
        self
    }

    /// Teaches it how a term is said, exactly as it is written.
    pub fn learn(&mut self, written: &str, form: Form<'_>) {
        self.memory = Memory::default();
        let spoken = match form {
            Form::Letters => super::letters::spelled(written),
            Form::As(words) => words.to_owned(),
        };
        let mut words = written.split_whitespace().map(str::to_owned);
        let Some(first) = words.next() else { return };
        self.familiar = self.familiar.with(&first);
        self.listed = self.listed.with(&first);
        let terms = self.lexicon.entry(first).or_default();
        terms.push((words.collect(), spoken));
        terms.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// The text as it is said. Spaces at its ends are kept, so that it can be put back between others.
    #[must_use]
    pub fn say(&self, text: &str) -> String {
        self.say_between("", text, "")
    }

    /// The text as it is said between two others, which are looked at and not said.
    #[must_use]
    pub fn say_between(&self, before: &str, text: &str, after: &str) -> String {
        if self.is_said_as_written(before, text) {
            return text.to_owned();
        }
        self.memory.get(before, text, after, || self.worked_out(before, text, after))
    }

    /// The text as it is said between two others, by the rules.
    fn worked_out(&self, before: &str, text: &str, after: &str) -> String {
        let spread = super::moment::spread(self, text);
        let mut all = tokens(before);
        let first = all.len();
        all.extend(tokens(&spread));
        let mut out = String::with_capacity(text.len() * 2);
        if text.starts_with(char::is_whitespace) {
            out.push(' ');
        }
        let joined = after.starts_with(|c: char| !c.is_whitespace());
        let next = tokens(after.split_inclusive(' ').find(|word| !word.trim().is_empty()).unwrap_or_default())
            .first()
            .copied();
        let sentence_before = before.trim_end().ends_with(['.', '!', '?']);
        let mut at = first;
        while at < all.len() {
            let plain = all[at];
            let last = at.checked_sub(1).map_or("", |before| all[before].core);
            if plain.lead.is_empty()
                && matches!(plain.trail, "" | "." | "," | ";" | ":" | "?" | "!")
                && self.is_ordinary(last, plain.core, plain.word)
            {
                if at > first {
                    space(&mut out);
                }
                out.push_str(plain.word);
                at += 1;
                continue;
            }
            let around = Around { all: &all, at, after: next, joined };
            let said = self.form(around);
            let token = around.here();
            if at > first && !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
            let starts = if at == first { sentence_before } else { out.trim_end().ends_with(['.', '!', '?']) };
            let count = said.as_ref().map_or(1, |said| said.count.max(1));
            push_said(&mut out, token, said, starts, at + count < all.len());
            at += count;
        }
        if text.ends_with(char::is_whitespace) && !out.ends_with(' ') {
            out.push(' ');
        }
        let out = if out.is_ascii() { out } else { self.letters.write(&out) };
        if is_speakable(&out) { out } else { self.settled(&out) }
    }

    /// What no rule knew: figures digit by digit, capitals apart, signs not at all.
    fn settled(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        let mut capital = false;
        for c in text.chars() {
            let digit = c.is_ascii_digit();
            if digit || capital && c.is_ascii_uppercase() {
                space(&mut out);
            }
            match c {
                _ if digit => {
                    out.push_str(&self.rules.numbers.digits(c.encode_utf8(&mut [0; 4])));
                    out.push(' ');
                }
                _ if c.is_alphabetic() || is_punctuation(c) => out.push(c),
                _ => space(&mut out),
            }
            capital = c.is_ascii_uppercase();
        }
        if !text.ends_with(' ') {
            out.truncate(out.trim_end().len());
        }
        out
    }

    /// What stands between the groups of a phone number.
    #[must_use]
    pub fn pause(&self) -> &str {
        &self.rules.phones.pause
    }

    /// A street address: house number in pairs, abbreviations in full.
    #[must_use]
    pub fn street(&self, street: &str) -> String {
        let mut words = vec![];
        for (at, token) in tokens(street).into_iter().enumerate() {
            let known = self.rules.street.get(token.word).or_else(|| self.rules.street.get(token.core));
            let number = super::token::whole(token.core);
            words.push(match (known, number) {
                (Some(full), _) if at > 0 => format!("{full}{}", token.trail.trim_start_matches('.')),
                (_, Some((number @ 0..10_000, false))) if at == 0 => {
                    if number < 1_000 {
                        self.rules.numbers.cardinal(number, self.thousands)
                    } else {
                        self.rules.numbers.pairs(number)
                    }
                }
                (_, Some(_)) if at == 0 => self.rules.numbers.digits(token.core),
                _ => token.lead.to_owned() + token.word,
            });
        }
        self.say(&words.join(" "))
    }

    /// The name of a state or province in full; what is not known stays.
    #[must_use]
    pub fn region<'a>(&'a self, code: &'a str) -> &'a str {
        self.rules.regions.get(code).map_or(code, String::as_str)
    }

    /// The first written form that begins at this token, if one does.
    fn form(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        let familiar = self.familiar.may_hold(token.core);
        if familiar && let Some(said) = self.learned(around) {
            return Some(said);
        }
        if is_word(token.core) && !token.may_be_roman() {
            return self.form_of_word(around, familiar);
        }
        self.fixed_word(around)
            .or_else(|| self.credential(around))
            .or_else(|| self.address(around))
            .or_else(|| self.number_to_call(around))
            .or_else(|| self.date(around))
            .or_else(|| self.time(around))
            .or_else(|| self.amount(around))
            .or_else(|| self.slashed(around))
            .or_else(|| self.measure(around))
            .or_else(|| self.spelled_out(around))
            .or_else(|| self.symbol(around))
    }

    /// The forms that an ordinary word can be: most words are none, and are passed quickly.
    fn form_of_word(&self, around: Around<'_, '_>, familiar: bool) -> Option<Said> {
        let token = around.here();
        let dotted = token.trail.starts_with('.');
        let fixed = if familiar || dotted { self.fixed_word(around) } else { None };
        if fixed.is_some() {
            return fixed;
        }
        if around.next(1).is_some_and(|next| next.core.starts_with(|c: char| c.is_ascii_digit())) {
            let said = self.number_to_call(around).or_else(|| self.date(around)).or_else(|| self.measure(around));
            if said.is_some() {
                return said;
            }
        }
        if dotted || token.core.starts_with(|c: char| c.is_ascii_uppercase()) {
            let date = dotted || token.core.contains('-') || self.calendar.may_hold(token.core);
            return self.credential(around).or_else(|| if date { self.date(around) } else { None });
        }
        None
    }

    /// A term of the glossary.
    fn learned(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        let found = self.lexicon.get(token.core)?.iter().find(|(rest, _)| {
            let mut open = token.is_open() || rest.is_empty();
            rest.iter().enumerate().all(|(i, word)| {
                let next = around.next(i + 1);
                let fits = open && next.is_some_and(|next| next.core == word && next.lead.is_empty());
                open = next.is_some_and(|next| next.is_open());
                fits
            })
        });
        let (rest, spoken) = found?;
        around.said(spoken.clone(), rest.len() + 1)
    }

    /// How one term is said, if the glossary tells.
    pub(super) fn learned_word(&self, word: &str) -> Option<&str> {
        let terms = self.lexicon.get(word)?;
        terms.iter().find(|(rest, _)| rest.is_empty()).map(|(_, spoken)| spoken.as_str())
    }

    /// Whether a dot that ends the token `steps` on is also the end of a sentence.
    pub(super) fn ends_sentence(&self, around: Around<'_, '_>, steps: usize) -> bool {
        let next = match around.next(steps + 1) {
            Some(next) => next,
            None if around.joined => return false,
            None => match around.after {
                Some(next) => next,
                None => return true,
            },
        };
        next.core.starts_with(char::is_uppercase) && !self.is_calendar_name(next.core)
    }
}

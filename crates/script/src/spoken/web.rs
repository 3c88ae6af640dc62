//! Web and e-mail addresses.

use super::speaker::{Around, Said, Speaker};

impl Speaker {
    /// An address of the web, or of an e-mail box.
    pub(super) fn address(&self, around: Around<'_, '_>) -> Option<Said> {
        let core = around.here().core;
        let web = &self.rules.web;
        let stripped = web.dropped.iter().fold(core, |rest, prefix| rest.strip_prefix(prefix.as_str()).unwrap_or(rest));
        let host = stripped.split(['/', '?', '#']).next()?.rsplit('@').next()?;
        let (name, ending) = host.rsplit_once('.')?;
        let marked = stripped.len() < core.len() || core.contains('@');
        let known = web.endings.iter().any(|known| known == ending);
        let letters = |text: &str| {
            !text.is_empty()
                && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.'))
        };
        let lower = name.to_ascii_lowercase();
        if !(marked || known)
            || !letters(&lower)
            || !name.contains(|c: char| c.is_ascii_alphabetic())
            || ending.is_empty()
        {
            return None;
        }
        around.said(self.spell_address(stripped.trim_end_matches('/')), 1)
    }

    fn spell_address(&self, address: &str) -> String {
        let web = &self.rules.web;
        let mut words: Vec<String> = vec![];
        let mut run = String::new();
        let end_run = |run: &mut String, words: &mut Vec<String>| {
            if !run.is_empty() {
                words.push(self.address_part(run));
                run.clear();
            }
        };
        for c in address.chars() {
            let sign = match c {
                '.' => &web.dot,
                '@' => &web.at,
                '/' => &web.slash,
                '-' => &web.hyphen,
                '_' => &web.underscore,
                _ => {
                    let turns = run.ends_with(|last: char| last.is_ascii_digit() != c.is_ascii_digit());
                    if turns {
                        end_run(&mut run, &mut words);
                    }
                    if c.is_alphanumeric() {
                        run.push(c);
                    } else {
                        end_run(&mut run, &mut words);
                    }
                    continue;
                }
            };
            end_run(&mut run, &mut words);
            words.push(sign.clone());
        }
        end_run(&mut run, &mut words);
        words.join(" ")
    }

    /// A word, a number, or letters that are no word.
    fn address_part(&self, part: &str) -> String {
        if part.bytes().all(|b| b.is_ascii_digit()) {
            return self.plain_number(part).unwrap_or_else(|| self.rules.numbers.digits(part));
        }
        let lower = part.to_lowercase();
        let word = lower.len() > 2 || self.rules.web.words.contains(&lower);
        if word { lower } else { super::letters::spelled(&lower) }
    }
}

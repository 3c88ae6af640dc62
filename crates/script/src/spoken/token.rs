//! A text cut at its spaces, each piece without the punctuation around it.

/// A stretch between spaces: opening punctuation, what is said, closing punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) lead: &'t str,
    pub(super) core: &'t str,
    pub(super) trail: &'t str,
    /// Core and trail together, for words that end in a dot of their own.
    pub(super) word: &'t str,
}

const OPENING: &[char] = &['(', '[', '"', '\'', '\u{201C}', '\u{2018}', '\u{AB}'];
const CLOSING: &[char] =
    &[')', ']', '"', '\'', '\u{201D}', '\u{2019}', '\u{BB}', '.', ',', ';', ':', '!', '?', '\u{2026}'];

impl<'t> Token<'t> {
    fn new(text: &'t str) -> Self {
        let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        if is_plain(text.as_bytes().first()) && is_plain(text.as_bytes().last()) {
            return Self { lead: "", core: text, trail: "", word: text };
        }
        let word = text.trim_start_matches(OPENING);
        let core = word.trim_end_matches(CLOSING);
        Self { lead: &text[..text.len() - word.len()], core, trail: &word[core.len()..], word }
    }

    /// The word with a dot of its own, and what follows the dot: `a.m.` of `a.m.,` and the comma.
    pub(super) fn dotted(&self) -> Option<(&'t str, &'t str)> {
        let rest = self.trail.strip_prefix('.')?;
        Some((&self.word[..=self.core.len()], rest))
    }

    /// A single letter that may be a Roman numeral.
    pub(super) fn may_be_roman(&self) -> bool {
        matches!(self.core, "I" | "V" | "X")
    }

    /// Whether nothing stands between this token and the next but a space.
    pub(super) fn is_open(&self) -> bool {
        self.trail.is_empty()
    }
}

/// The tokens of a text in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    text.split_whitespace().map(Token::new).collect()
}

/// A whole number, with commas between thousands or without: its value, and whether it had commas.
pub(super) fn whole(text: &str) -> Option<(u64, bool)> {
    let mut groups = text.split(',');
    let first = groups.next()?;
    if first.is_empty() || !first.bytes().all(|b| b.is_ascii_digit()) || first.len() > 18 {
        return None;
    }
    let mut digits = first.to_owned();
    let mut commas = false;
    for group in groups {
        if group.len() != 3 || first.len() > 3 || !group.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.push_str(group);
        commas = true;
    }
    Some((digits.parse().ok()?, commas))
}

/// A number with digits after a point: the whole part and the digits. `.5` counts.
pub(super) fn decimal(text: &str) -> Option<(u64, &str)> {
    let (before, after) = text.split_once('.')?;
    let digits = !after.is_empty() && after.bytes().all(|b| b.is_ascii_digit());
    let before = if before.is_empty() { 0 } else { whole(before)?.0 };
    digits.then_some((before, after))
}

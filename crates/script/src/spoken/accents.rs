//! Accents: what a plain script has to tell of a name that is written with more than plain letters.

use unicode_normalization::UnicodeNormalization;

use super::Speaker;

impl Speaker {
    /// The letters of a word that carry a mark, each with what the mark is called: of "Nu\u{f1}ez", `n` and "a tilde".
    #[must_use]
    pub fn accents(&self, word: &str) -> Vec<(char, &str)> {
        let mut accents: Vec<(char, &str)> = vec![];
        let mut base = None;
        for c in word.nfd() {
            let mark = c.encode_utf8(&mut [0; 4]).to_owned();
            if let Some((letter, name)) = self.rules.stroked.get(&mark) {
                accents.extend(letter.chars().next().map(|letter| (letter, name.as_str())));
            } else if let (Some(name), Some(base)) = (self.rules.accents.get(&mark), base) {
                accents.push((base, name));
            }
            if c.is_alphabetic() {
                base = Some(c);
            }
        }
        accents
    }
}

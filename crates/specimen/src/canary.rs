//! Canaries: words that occur nowhere else.

use serviceline_core::{FieldTexts, Organization, ServiceLine, path::FieldPath};

/// A text of the content, and the words that stand in it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canary {
    /// Where the text stands.
    pub path: FieldPath,
    /// The word in its full wording; its other wordings hold the same word.
    pub word: String,
}

/// Turns every text that is not empty and not a gap into a word of its own, in all its wordings.
///
/// The word has letters only, so that no channel spells, says or escapes it in another way.
pub fn canary(service: &mut ServiceLine, organization: &mut Organization) -> Vec<Canary> {
    let mut canaries = vec![];
    for (root, part) in [("", service as &mut dyn FieldTexts), ("organization", organization)] {
        part.each_text(root, &mut |path, text| {
            let word = word(canaries.len());
            text.reword(&word);
            canaries.push(Canary { path: path.into(), word });
        });
    }
    canaries
}

/// The nth word: five letters that tell the number, between letters that no English word has together.
fn word(number: usize) -> String {
    let mut rest = number;
    let mut letters = String::from("zq");
    for _ in 0..4 {
        // Consonants alone, so that no two words make a third.
        letters.push(char::from(b"bcdfghjklmnprstvwx"[rest % 18]));
        rest /= 18;
    }
    letters + "zq"
}

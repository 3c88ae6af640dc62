//! The rules of one language as its `spoken.yaml` holds them: word lists and fixed expressions, nothing computed.

use std::collections::BTreeMap;

use serde::Deserialize;

/// All that a file of spoken forms says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    /// The language that the rules are for, as a check that the right file was laid over.
    #[allow(dead_code, reason = "names the file for people; the folder is what chooses it")]
    pub(super) language: String,
    pub(super) numbers: Numbers,
    pub(super) ranges: Ranges,
    pub(super) phones: Phones,
    pub(super) times: Times,
    pub(super) money: Vec<Currency>,
    pub(super) money_scales: Vec<String>,
    /// By the letter behind a sum.
    pub(super) money_letters: BTreeMap<String, String>,
    pub(super) units: BTreeMap<String, [String; 2]>,
    pub(super) per: String,
    pub(super) per_units: BTreeMap<String, String>,
    pub(super) symbols: BTreeMap<String, String>,
    pub(super) number_sign: BTreeMap<String, String>,
    pub(super) between: String,
    pub(super) dropped: Vec<String>,
    pub(super) words: BTreeMap<String, String>,
    /// Words whose dot never ends a sentence.
    pub(super) inside: Vec<String>,
    pub(super) saint: Saint,
    pub(super) credentials: Vec<String>,
    pub(super) loud: Vec<String>,
    pub(super) roman: Vec<String>,
    pub(super) rooms: Vec<String>,
    pub(super) web: Web,
    /// What combining marks are called.
    pub(super) accents: BTreeMap<String, String>,
    /// Letters that are others with a stroke: the other, and what the stroke is called.
    pub(super) stroked: BTreeMap<String, (String, String)>,
    pub(super) street: BTreeMap<String, String>,
    pub(super) regions: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Numbers {
    /// Zero to nineteen.
    pub(super) ones: Vec<String>,
    /// Twenty, thirty, and so on.
    pub(super) tens: Vec<String>,
    pub(super) hundred: String,
    pub(super) scales: Vec<String>,
    pub(super) point: String,
    pub(super) minus: String,
    pub(super) oh: String,
    pub(super) ordinals: BTreeMap<String, String>,
    pub(super) ordinal_y: String,
    pub(super) ordinal: String,
    pub(super) ordinal_marks: Vec<String>,
    pub(super) plural: String,
    pub(super) plural_x: String,
    pub(super) plural_y: String,
    /// By the number below the line: the name of one, and of several.
    pub(super) fractions: BTreeMap<String, [String; 2]>,
    pub(super) and_fraction: String,
    pub(super) a_half: String,
    /// Between two numbers with a slash, as of blood pressure.
    pub(super) over: String,
    /// Behind a number of times.
    pub(super) times: String,
    pub(super) times_marks: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ranges {
    pub(super) to: String,
    pub(super) days: String,
    pub(super) ratio: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phones {
    pub(super) pause: String,
    pub(super) extension: String,
    pub(super) extension_marks: Vec<String>,
    /// Numbers of three digits, said digit by digit.
    pub(super) short: Vec<String>,
    /// Words behind which a number of three digits is one to call.
    pub(super) called: Vec<String>,
    /// Words behind which any number is said digit by digit.
    pub(super) codes: Vec<String>,
    /// Stands between the letters of a number and its digits.
    pub(super) letters: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Times {
    pub(super) before_noon: String,
    pub(super) after_noon: String,
    pub(super) before_noon_marks: Vec<String>,
    pub(super) after_noon_marks: Vec<String>,
    pub(super) oclock: String,
    /// Twelve at night, and twelve at day.
    pub(super) twelve: [String; 2],
    /// January first: the full name, then its abbreviations.
    pub(super) months: Vec<Vec<String>>,
    /// Monday first: the full name, then its abbreviations.
    pub(super) days: Vec<Vec<String>>,
    pub(super) days_alone: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Currency {
    pub(super) sign: String,
    pub(super) one: String,
    pub(super) many: String,
    pub(super) cent: String,
    pub(super) cents: String,
}

/// A mark that means one thing before a name and another after one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Saint {
    pub(super) mark: String,
    pub(super) before: String,
    pub(super) after: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Web {
    pub(super) dot: String,
    pub(super) at: String,
    pub(super) slash: String,
    pub(super) hyphen: String,
    pub(super) underscore: String,
    pub(super) dropped: Vec<String>,
    /// Parts of two letters that are words; others are spelled.
    pub(super) words: Vec<String>,
    /// What a word with a dot must end in to be taken for an address.
    pub(super) endings: Vec<String>,
}

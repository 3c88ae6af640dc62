//! How English puts the words of a number together. The words themselves come from the rules.
//!
//! Another language needs a module like this one and a `spoken.yaml`. Numbers too long for the rules are said digit by
//! digit, so that nothing is ever wrong by rounding.

use super::rules::Numbers;

/// How whole hundreds above a thousand are said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Thousands {
    /// 1,200 is "twelve hundred".
    Hundreds,
    /// 1,200 is "one thousand two hundred".
    #[default]
    Thousands,
}

impl Numbers {
    /// "one thousand two hundred", or "twelve hundred".
    pub(super) fn cardinal(&self, number: u64, style: Thousands) -> String {
        if style == Thousands::Hundreds
            && (1_100..10_000).contains(&number)
            && number.is_multiple_of(100)
            && !number.is_multiple_of(1_000)
        {
            return format!("{} {}", self.below_hundred(number / 100), self.hundred);
        }
        let mut groups = vec![];
        let (mut rest, mut scale) = (number, 0);
        while rest > 0 {
            if rest % 1_000 > 0 {
                let group = self.below_thousand(rest % 1_000);
                match (scale, self.scales.get(scale.max(1) - 1)) {
                    (0, _) => groups.push(group),
                    (_, Some(name)) => groups.push(format!("{group} {name}")),
                    (_, None) => return self.digits(&number.to_string()),
                }
            }
            rest /= 1_000;
            scale += 1;
        }
        groups.reverse();
        if groups.is_empty() { self.one(0) } else { groups.join(" ") }
    }

    /// The digits one by one; what is no digit is passed over.
    pub(super) fn digits(&self, digits: &str) -> String {
        let words: Vec<String> =
            digits.chars().filter_map(|c| c.to_digit(10)).map(|d| self.one(u64::from(d))).collect();
        words.join(" ")
    }

    /// A year, or the number of a house: "twenty twenty-five", "nineteen oh five", "two thousand".
    pub(super) fn pairs(&self, number: u64) -> String {
        let (high, low) = (number / 100, number % 100);
        match (number, low) {
            (2_000..=2_009 | 1_000..=1_009, _) => self.cardinal(number, Thousands::Thousands),
            (_, 0) => self.cardinal(number, Thousands::Hundreds),
            (_, 1..=9) => format!("{} {} {}", self.below_hundred(high), self.oh, self.one(low)),
            _ => format!("{} {}", self.below_hundred(high), self.below_hundred(low)),
        }
    }

    /// A number on a door: "two ten", "two oh five", "twelve fifty", "two hundred".
    pub(super) fn room(&self, number: u64) -> String {
        match number {
            101..=999 if !number.is_multiple_of(100) => self.pairs(number),
            1_000..=9_999 => self.pairs(number),
            _ => self.cardinal(number, Thousands::Thousands),
        }
    }

    /// The words of a number below one: "point two five".
    pub(super) fn decimal(&self, whole: u64, fraction: &str, style: Thousands) -> String {
        format!("{} {} {}", self.cardinal(whole, style), self.point, self.digits(fraction))
    }

    /// "twenty-first" from "twenty-one".
    pub(super) fn ordinal(&self, number: u64) -> String {
        let words = self.cardinal(number, Thousands::Thousands);
        let last = words.rfind([' ', '-']).map_or(0, |at| at + 1);
        let (head, tail) = words.split_at(last);
        if let Some(ordinal) = self.ordinals.get(tail) {
            return format!("{head}{ordinal}");
        }
        match tail.strip_suffix('y') {
            Some(stem) => format!("{head}{stem}{}", self.ordinal_y),
            None => format!("{head}{tail}{}", self.ordinal),
        }
    }

    /// "nineties" from "ninety", "sixes" from "six".
    pub(super) fn plural(&self, words: &str) -> String {
        match words.strip_suffix('y') {
            Some(stem) => format!("{stem}{}", self.plural_y),
            None if words.ends_with('x') => format!("{words}{}", self.plural_x),
            None => format!("{words}{}", self.plural),
        }
    }

    /// "three quarters", "a half", "one third".
    pub(super) fn fraction(&self, above: u64, below: u64) -> String {
        if (above, below) == (1, 2) {
            return self.a_half.clone();
        }
        let count = self.cardinal(above, Thousands::Thousands);
        let name = match self.fractions.get(&below.to_string()) {
            Some([one, many]) => (if above == 1 { one } else { many }).clone(),
            None if above == 1 => self.ordinal(below),
            None => self.plural(&self.ordinal(below)),
        };
        format!("{count} {name}")
    }

    fn below_thousand(&self, number: u64) -> String {
        match (number / 100, number % 100) {
            (0, low) => self.below_hundred(low),
            (high, 0) => format!("{} {}", self.one(high), self.hundred),
            (high, low) => format!("{} {} {}", self.one(high), self.hundred, self.below_hundred(low)),
        }
    }

    fn below_hundred(&self, number: u64) -> String {
        if number < 20 {
            return self.one(number);
        }
        let tens = usize::try_from(number / 10 - 2).ok().and_then(|at| self.tens.get(at)).cloned().unwrap_or_default();
        if number.is_multiple_of(10) { tens } else { format!("{tens}-{}", self.one(number % 10)) }
    }

    fn one(&self, number: u64) -> String {
        usize::try_from(number).ok().and_then(|at| self.ones.get(at)).cloned().unwrap_or_default()
    }
}

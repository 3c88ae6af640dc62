//! Numbers and what they count: ranges, fractions, ordinals, decades, units, percent, money, rooms.

use super::number::Thousands;
use super::rules::Currency;
use super::speaker::{Around, Said, Speaker};
use super::token::{decimal, whole};

/// A number at the front of a text.
struct Quantity<'t> {
    words: String,
    /// Exactly one, so that its unit is in the singular.
    one: bool,
    rest: &'t str,
}

impl Speaker {
    /// A sum of money: "$5 million", "$1,200.50", "$20-$30".
    pub(super) fn amount(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        let currency = self.rules.money.iter().find(|currency| token.core.starts_with(&currency.sign))?;
        let number = &token.core[currency.sign.len()..];
        if let Some((low, high)) = number.split_once(['-', '\u{2013}']) {
            let high = high.strip_prefix(&currency.sign).unwrap_or(high);
            let (low, high) = (self.plain_number(low)?, self.plain_number(high)?);
            return around.said(format!("{low} {} {high} {}", self.rules.ranges.to, currency.many), 1);
        }
        let next = around
            .next(1)
            .filter(|next| token.is_open() && self.rules.money_scales.iter().any(|scale| scale == next.core));
        if let Some(scale) = next {
            return around.said(format!("{} {} {}", self.plain_number(number)?, scale.core, currency.many), 2);
        }
        if let Some(end) = number.find(char::is_alphabetic)
            && let Some(scale) = self.rules.money_letters.get(&number[end..])
        {
            return around.said(format!("{} {scale} {}", self.plain_number(&number[..end])?, currency.many), 1);
        }
        let (sum, per) = number.split_once('/').unwrap_or((number, ""));
        let sum = self.sum(currency, sum)?;
        if per.is_empty() {
            return around.said(sum, 1);
        }
        around.said(format!("{sum} {} {}", self.rules.per, self.rules.per_units.get(per)?), 1)
    }

    fn sum(&self, currency: &Currency, number: &str) -> Option<String> {
        let numbers = &self.rules.numbers;
        let (units, cents) = match number.split_once('.') {
            Some((units, cents)) if cents.len() == 2 => (whole(units)?.0, whole(cents)?.0),
            Some(_) => return None,
            None => (whole(number)?.0, 0),
        };
        let count = |number: u64, one: &str, many: &str| {
            let name = if number == 1 { one } else { many };
            format!("{} {name}", numbers.cardinal(number, self.thousands))
        };
        let cents = (cents > 0).then(|| count(cents, &currency.cent, &currency.cents));
        Some(match (units, cents) {
            (0, Some(cents)) => cents,
            (_, Some(cents)) => {
                format!("{} {} {cents}", count(units, &currency.one, &currency.many), numbers.and_fraction)
            }
            (_, None) => count(units, &currency.one, &currency.many),
        })
    }

    /// A number, alone or with what it counts.
    pub(super) fn measure(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        self.marked_number(around).or_else(|| self.room(around)).or_else(|| {
            let sign = token.core.starts_with(['-', '\u{2212}']).then_some(&self.rules.numbers.minus);
            let core = token.core.strip_prefix(['-', '\u{2212}']).unwrap_or(token.core);
            let quantity = self.quantity(core)?;
            let (words, count, tail) = self.counted(around, quantity)?;
            let words = sign.map_or(words.clone(), |minus| format!("{minus} {words}"));
            let tail = tail.or_else(|| around.next(count - 1).map(|last| last.trail.to_owned()))?;
            Some(Said { words, count, tail })
        })
    }

    /// "#1", "No. 1".
    fn marked_number(&self, around: Around<'_, '_>) -> Option<Said> {
        let token = around.here();
        for (mark, name) in &self.rules.number_sign {
            if let Some(number) = token.core.strip_prefix(mark.as_str()).filter(|number| whole(number).is_some()) {
                return around.said(format!("{name} {}", self.plain_number(number)?), 1);
            }
            let number =
                around.next(1).filter(|next| token.word == mark && next.lead.is_empty() && whole(next.core).is_some());
            if let Some(number) = number {
                return around.said(format!("{name} {}", self.plain_number(number.core)?), 2);
            }
        }
        None
    }

    /// A number on a door.
    fn room(&self, around: Around<'_, '_>) -> Option<Said> {
        let before = around.before()?;
        let (number, commas) = whole(around.here().core)?;
        if commas || !self.rules.rooms.iter().any(|room| room == before.word) {
            return None;
        }
        around.said(self.rules.numbers.room(number), 1)
    }

    /// The number at the front, in words.
    fn quantity<'t>(&self, core: &'t str) -> Option<Quantity<'t>> {
        let numbers = &self.rules.numbers;
        for (sign, (above, below)) in [('½', (1, 2)), ('¼', (1, 4)), ('¾', (3, 4)), ('⅓', (1, 3)), ('⅔', (2, 3))]
        {
            if let Some(rest) = core.strip_prefix(sign) {
                return Some(Quantity { words: numbers.fraction(above, below), one: true, rest });
            }
            if let Some((before, rest)) = core.split_once(sign)
                && let Some((count, _)) = whole(before)
            {
                let words = format!(
                    "{} {} {}",
                    numbers.cardinal(count, self.thousands),
                    numbers.and_fraction,
                    numbers.fraction(above, below)
                );
                return Some(Quantity { words, one: false, rest });
            }
        }
        let end = core.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(core.len());
        let number = core[..end].trim_end_matches([',', '.']);
        let rest = &core[number.len()..];
        if let Some(below) = rest.strip_prefix('/') {
            let end = below.find(|c: char| !c.is_ascii_digit()).unwrap_or(below.len());
            if let (Some((above, _)), Some((below_line, _))) = (whole(number), whole(&below[..end]))
                && super::slash::is_fraction(above, below_line)
            {
                return Some(Quantity { words: numbers.fraction(above, below_line), one: true, rest: &below[end..] });
            }
        }
        let words = self.plain_number(number)?;
        Some(Quantity { words, one: number == "1", rest })
    }

    /// A number without anything around it. Four digits without a comma may be a year.
    pub(super) fn plain_number(&self, number: &str) -> Option<String> {
        let numbers = &self.rules.numbers;
        if let Some((before, after)) = decimal(number) {
            return Some(numbers.decimal(before, after, Thousands::Thousands));
        }
        let (value, commas) = whole(number)?;
        Some(
            if number.len() > 1 && number.starts_with('0')
                || self.rules.phones.short.iter().any(|short| short == number)
            {
                numbers.digits(number)
            } else if !commas && number.len() == 4 && (1_100..2_100).contains(&value) {
                numbers.pairs(value)
            } else {
                numbers.cardinal(value, self.thousands)
            },
        )
    }

    /// What follows the number: in the same token, or in the next. Gives the words, the tokens count, and a tail of its own.
    fn counted(&self, around: Around<'_, '_>, quantity: Quantity<'_>) -> Option<(String, usize, Option<String>)> {
        let Quantity { words, one, rest } = quantity;
        let numbers = &self.rules.numbers;
        if rest.is_empty() {
            return Some(self.with_next(around, words, one));
        }
        let number = &around.here().core[..around.here().core.len() - rest.len()];
        let (mark, after_mark) = rest.split_once(['-', '\u{2013}']).unwrap_or((rest, ""));
        if numbers.ordinal_marks.iter().any(|known| known == mark) {
            let first = numbers.ordinal(whole(number)?.0);
            return if after_mark.is_empty() {
                Some((first, 1, None))
            } else {
                self.hyphened(around, &first, after_mark)
            };
        }
        let (sign, per) = rest.split_once('/').unwrap_or((rest, ""));
        if numbers.times_marks.iter().any(|known| known == sign) {
            let often = format!("{words} {}", numbers.times);
            let per = self.rules.per_units.get(per).map(|unit| format!(" {} {unit}", self.rules.per));
            return Some((often + &per.unwrap_or_default(), 1, None));
        }
        if let Some(inches) = rest.strip_prefix(['\'', '\u{2019}', '\u{2032}']).filter(|inches| whole(inches).is_some())
        {
            return self.feet(around, &words, inches);
        }
        if matches!(rest, "s" | "'s" | "\u{2019}s") && number.ends_with('0') {
            return Some((numbers.plural(&words), 1, None));
        }
        if let Some(high) = rest.strip_prefix(':') {
            return Some((format!("{words} {} {}", self.rules.ranges.ratio, self.plain_number(high)?), 1, None));
        }
        if let Some(after) = rest.strip_prefix(['-', '\u{2013}', '\u{2014}']) {
            return self.hyphened(around, &words, after);
        }
        if let Some(above) = rest.strip_prefix('+') {
            return above
                .is_empty()
                .then(|| (format!("{words} {}", self.rules.symbols.get("+").map_or("", String::as_str)), 1, None));
        }
        if degree(rest) == rest
            && around.next(1).is_some_and(|next| self.unit(&format!("{rest}{}", next.core), one).is_some())
        {
            return Some(self.with_next(around, words, one));
        }
        self.unit(rest, one).map(|unit| (format!("{words} {unit}"), 1, None))
    }

    /// A range, or a number that is half of a word: "10-12", "3-D", "2-year-old".
    fn hyphened(&self, around: Around<'_, '_>, words: &str, after: &str) -> Option<(String, usize, Option<String>)> {
        if let Some(high) = self.quantity(after) {
            let range = format!("{words} {} {}", self.rules.ranges.to, high.words);
            if self.rules.numbers.ordinal_marks.iter().any(|mark| mark == high.rest) {
                let number = &after[..after.len() - high.rest.len()];
                return Some((
                    format!("{words} {} {}", self.rules.ranges.to, self.rules.numbers.ordinal(whole(number)?.0)),
                    1,
                    None,
                ));
            }
            if high.rest.is_empty() {
                return Some(self.with_next(around, range, false));
            }
            if let Some(after) = high.rest.strip_prefix('-') {
                return Some((format!("{range}-{after}"), 1, None));
            }
            return self.unit(high.rest, false).map(|unit| (format!("{range} {unit}"), 1, None));
        }
        let plain = !after.is_empty() && after.chars().all(|c| c.is_alphanumeric() || c == '-');
        let part = |part: &str| match (self.rules.units.get(part), self.plain_number(part)) {
            (Some([one, _]), _) => one.clone(),
            (_, Some(number)) => number,
            _ => self.say(part),
        };
        let parts: Vec<String> = after.split('-').map(part).collect();
        plain.then(|| (format!("{}-{}", words.replace(' ', "-"), parts.join("-")), 1, None))
    }

    /// A height in feet and inches: 5'6".
    fn feet(&self, around: Around<'_, '_>, feet: &str, inches: &str) -> Option<(String, usize, Option<String>)> {
        let [[_, ft], [_, inch]] = [self.rules.units.get("ft")?, self.rules.units.get("in.")?];
        let tail = around.here().trail.replace(['"', '\u{201D}', '\u{2033}'], "");
        Some((format!("{feet} {ft} {} {inch}", self.plain_number(inches)?), 1, Some(tail)))
    }

    /// A number with what stands in the next token: a fraction or a unit.
    fn with_next(&self, around: Around<'_, '_>, words: String, one: bool) -> (String, usize, Option<String>) {
        let Some(next) = around.next(1).filter(|next| around.here().is_open() && next.lead.is_empty()) else {
            return (words, 1, None);
        };
        if next.core.contains(['/', '½', '¼', '¾', '⅓', '⅔']) && next.core.starts_with(|c: char| c.is_numeric())
        {
            let fraction = self.quantity(next.core).filter(|quantity| quantity.rest.is_empty());
            if let Some(fraction) = fraction {
                return (format!("{words} {} {}", self.rules.numbers.and_fraction, fraction.words), 2, None);
            }
        }
        if let Some((word, rest)) = next.dotted()
            && let Some(unit) = self.unit(word, one)
        {
            let end = if rest.is_empty() && self.ends_sentence(around, 1) { "." } else { rest };
            return (format!("{words} {unit}"), 2, Some(end.to_owned()));
        }
        let joined = format!("{}{}", degree(around.here().core), next.core);
        match self.unit(&joined, one) {
            Some(unit) => (format!("{words} {unit}"), 2, None),
            None => (words, 1, None),
        }
    }

    /// A unit, or one unit per another: "mg/dL".
    fn unit(&self, unit: &str, one: bool) -> Option<String> {
        let name = |unit: &str| self.rules.units.get(unit).map(|[single, many]| if one { single } else { many });
        if let Some(name) = name(unit) {
            return Some(name.clone());
        }
        let (above, below) = unit.split_once('/')?;
        let below = self.rules.per_units.get(below)?;
        let plain = above.chars().all(char::is_lowercase).then(|| above.to_owned());
        Some(format!("{} {} {below}", name(above).cloned().or(plain)?, self.rules.per))
    }
}

/// The sign of degrees at the end of a number; its scale may stand behind a space.
fn degree(core: &str) -> &str {
    if core.ends_with('°') { "°" } else { "" }
}

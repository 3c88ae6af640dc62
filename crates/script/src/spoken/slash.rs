//! Numbers on both sides of a slash: a fraction, blood pressure, a day without its year.

use super::number::Thousands;
use super::speaker::{Around, Said, Speaker};
use super::token::whole;

/// Whether two numbers with a slash are a fraction: those that people say, such as 1/2 and 3/16.
pub(super) fn is_fraction(above: u64, below: u64) -> bool {
    above < below && matches!(below, 2..=10 | 12 | 16 | 100)
}

impl Speaker {
    /// "140/90" is "one hundred forty over ninety", "12/25" is "December twenty-fifth", "50/50" is "fifty-fifty".
    pub(super) fn slashed(&self, around: Around<'_, '_>) -> Option<Said> {
        let (above, below) = around.here().core.split_once('/')?;
        let ((first, false), (second, false)) = (whole(above)?, whole(below)?) else { return None };
        if is_fraction(first, second) {
            return None;
        }
        let numbers = &self.rules.numbers;
        let month = first.checked_sub(1).and_then(|at| self.rules.times.months.get(usize::try_from(at).ok()?));
        if let Some(names) = month
            && (1..=31).contains(&second)
            && first < second
        {
            return around.said(format!("{} {}", names.first()?, numbers.ordinal(second)), 1);
        }
        let [above, below] = [first, second].map(|number| numbers.cardinal(number, Thousands::Thousands));
        let words =
            if first == second { format!("{above}-{below}") } else { format!("{above} {} {below}", numbers.over) };
        around.said(words, 1)
    }
}

//! Numbers as authors write them.

use super::stop::Stop;
use crate::diagnostic::quote;

/// A whole number between two bounds.
pub(super) fn whole(text: &str, least: i128, most: i128) -> Result<i128, Stop> {
    let number = text.parse::<i128>().map_err(|_| not_a_number("a whole number", text))?;
    if (least..=most).contains(&number) {
        return Ok(number);
    }
    Err(Stop::new("wrong-value", format!("expected a whole number from {least} to {most}, found {}", quote(text))))
}

/// A number with or without decimals; infinite ones and those that are none don't count.
pub(super) fn decimal(text: &str) -> Result<f64, Stop> {
    let number = text.parse::<f64>().ok().filter(|n| n.is_finite() && text.ends_with(|c: char| c.is_ascii_digit()));
    number.ok_or_else(|| not_a_number("a number", text))
}

fn not_a_number(expected: &str, text: &str) -> Stop {
    let stop = Stop::new("wrong-value", format!("expected {expected}, found {}", quote(text)));
    let digits: String =
        text.chars().filter(|c| !matches!(c, ',' | ' ' | '_' | '\'' | '\u{a0}' | '\u{202f}')).collect();
    let grouped = digits != text && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let help = if grouped { format!("write the digits alone: {digits}") } else { "write it in digits".to_owned() };
    stop.help(help)
}

//! Numbers as a file writes them (ISO 32000-1, 7.3.3).

use crate::unit::Pt;

/// Hundredths of a point, which is finer than any printer.
pub(super) fn length(length: Pt, bytes: &mut Vec<u8>) {
    decimal((length.0 * 100.0).round() as i64, 100, bytes);
}

pub(super) fn integer(number: i64, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// A number of `1 / scale`, a power of ten, without zeros at its end.
pub(super) fn decimal(number: i64, scale: i64, bytes: &mut Vec<u8>) {
    if number < 0 {
        bytes.push(b'-');
    }
    let number = number.abs();
    integer(number / scale, bytes);
    let (mut rest, mut place) = (number % scale, scale);
    if rest > 0 {
        bytes.push(b'.');
    }
    while rest > 0 {
        place /= 10;
        bytes.push(b'0' + (rest / place) as u8);
        rest %= place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact() {
        let write = |length_: f32| {
            let mut bytes = Vec::new();
            length(Pt(length_), &mut bytes);
            String::from_utf8(bytes).unwrap_or_default()
        };
        let written = [0.0, -0.0, 12.0, 12.5, 0.04, -0.126, -0.001, 1_234.999].map(write);
        assert_eq!(written, ["0", "0", "12", "12.5", "0.04", "-0.13", "0", "1235"]);
    }
}

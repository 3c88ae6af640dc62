//! The colours of a design, derived from two or three brand colours and checked for contrast.
//!
//! A hospital gives a primary colour, an accent and perhaps a highlight; grounds, rules, tints and text colours follow by
//! fixed rules. A colour that would be too pale to read is darkened until it is not, and the change is reported. Every
//! colour is known twice, for the screen and for the press, and both are derived alike.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use thiserror::Error;

use crate::inks::Inks;

/// An sRGB colour with components from 0 to 1.
#[derive(Clone, Copy, PartialEq)]
pub struct Rgb {
    /// Red.
    pub r: f32,
    /// Green.
    pub g: f32,
    /// Blue.
    pub b: f32,
}

/// Text that is no colour in the form `#rrggbb`.
#[derive(Clone, Debug, Error, PartialEq)]
#[error("expected a colour in the form #rrggbb, found {0:?}")]
pub struct NotAColor(pub String);

impl Rgb {
    /// A colour from its three bytes.
    #[must_use]
    pub fn from_bytes([r, g, b]: [u8; 3]) -> Self {
        let part = |byte: u8| f32::from(byte) / 255.0;
        Self { r: part(r), g: part(g), b: part(b) }
    }

    /// The nearest colour of 24 bits.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 3] {
        [self.r, self.g, self.b].map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8)
    }

    /// `share` of this colour and the rest of `other`, per component.
    #[must_use]
    pub fn mix(self, other: Self, share: f32) -> Self {
        let part = |a: f32, b: f32| a * share + b * (1.0 - share);
        Self { r: part(self.r, other.r), g: part(self.g, other.g), b: part(self.b, other.b) }
    }

    /// Relative luminance (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f32 {
        let linear = |part: f32| {
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// The hue in degrees, from 0 to 360; a grey has none.
    #[must_use]
    pub fn hue(self) -> Option<f32> {
        let Self { r, g, b } = self;
        let (most, least) = (r.max(g).max(b), r.min(g).min(b));
        let range = most - least;
        if range < 0.15 {
            return None;
        }
        let sixth = if r >= most {
            (g - b) / range
        } else if g >= most {
            (b - r) / range + 2.0
        } else {
            (r - g) / range + 4.0
        };
        Some((sixth * 60.0).rem_euclid(360.0))
    }

    /// Contrast ratio with another colour (WCAG 2.2), from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.to_bytes();
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl fmt::Debug for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Rgb {
    type Err = NotAColor;

    fn from_str(text: &str) -> Result<Self, NotAColor> {
        let wrong = || NotAColor(text.to_owned());
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii()).ok_or_else(wrong)?;
        let mut bytes = [0; 3];
        for (byte, at) in bytes.iter_mut().zip([0, 2, 4]) {
            *byte = u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| wrong())?;
        }
        Ok(Self::from_bytes(bytes))
    }
}

/// A colour as a screen shows it and as the press prints it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    /// On the screen.
    pub rgb: Rgb,
    /// On the press.
    pub inks: Inks,
}

impl Color {
    /// `share` of this colour and the rest of `other`.
    #[must_use]
    pub fn mix(self, other: Self, share: f32) -> Self {
        Self { rgb: self.rgb.mix(other.rgb, share), inks: self.inks.mix(other.inks, share) }
    }

    /// `share` of this colour on white: as much of each ink.
    #[must_use]
    pub fn tint(self, share: f32) -> Self {
        self.mix(PAPER, share)
    }

    /// This colour with `share` of black: more black, and the other inks as before.
    #[must_use]
    pub fn shade(self, share: f32) -> Self {
        let black = Rgb { r: 0.0, g: 0.0, b: 0.0 };
        Self { rgb: self.rgb.mix(black, 1.0 - share), inks: self.inks.shade(share) }
    }

    /// Contrast ratio with another colour (WCAG 2.2) on the screen, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f32 {
        self.rgb.contrast(other.rgb)
    }

    /// This colour, darkened in steps of 4 % until it reaches `bound` on every ground.
    pub(crate) fn darkened(self, bound: f32, grounds: &[Self]) -> Self {
        self.until(Self::shade, 0.04, bound, grounds)
    }

    /// This colour, lightened in steps of 5 % until it reaches `bound` on every ground.
    pub(crate) fn lightened(self, bound: f32, grounds: &[Self]) -> Self {
        self.until(|color, share| color.tint(1.0 - share), 0.05, bound, grounds)
    }

    fn until(self, change: impl Fn(Self, f32) -> Self, step: f32, bound: f32, grounds: &[Self]) -> Self {
        let enough = |color: &Self| grounds.iter().all(|ground| color.contrast(*ground) >= bound);
        let steps = (1.0 / step).ceil() as u16;
        let mut changed = (0..=steps).map(|n| change(self, (f32::from(n) * step).min(1.0)));
        changed.find(enough).unwrap_or_else(|| change(self, 1.0))
    }
}

impl From<Rgb> for Color {
    /// The colour of a screen with the inks that come near it.
    fn from(rgb: Rgb) -> Self {
        Self { rgb, inks: Inks::near(rgb) }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rgb.fmt(f)
    }
}

/// White: the sheet itself.
pub const PAPER: Color = Color { rgb: Rgb { r: 1.0, g: 1.0, b: 1.0 }, inks: Inks::NONE };

/// What a hospital gives: the rest follows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brand {
    /// The main colour: headings and grounds.
    pub primary: Color,
    /// The second colour: numerals, marks, the large phone number.
    pub accent: Color,
    /// A bright colour for ornaments and reversed small heads; a tint of the accent if there is none.
    pub highlight: Option<Color>,
}

/// What a colour is for. Tokens of a design name colours by their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are those of the table of colours, which says how each is derived")]
pub enum Role {
    Paper,
    Ink,
    Soft,
    Ground,
    Brand,
    BrandGround,
    OnBrand,
    Strip,
    Deep,
    Brand85,
    Tint1,
    Tint2,
    Rule,
    Accent,
    AccentText,
    Accent80,
    Accent40,
    Accent20,
    Hi,
    OnHi,
    HiOnBrand,
    Red,
    RedTint,
}

/// How many roles there are.
pub(crate) const ROLES: usize = Role::RedTint as usize + 1;

/// The colour of the sheet: paper, or a tint of a brand colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// White.
    #[default]
    Paper,
    /// So much of the main colour.
    Primary(f32),
    /// So much of the highlight.
    Highlight(f32),
}

/// In how many colours a brochure is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ink {
    /// In the colours of the brand.
    #[default]
    Full,
    /// In black and greys, on paper, for an office printer.
    Grey,
}

/// A brand colour that had to give way to legibility.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Where the colour is used.
    pub role: Role,
    /// As the hospital gave it.
    pub given: Color,
    /// As it is printed.
    pub used: Color,
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let black: Rgb = "#000000".parse().unwrap();
        assert!((black.contrast(PAPER.rgb) - 21.0).abs() < 0.01);
        let grey: Rgb = "#767676".parse().unwrap();
        assert!((grey.contrast(PAPER.rgb) - 4.54).abs() < 0.01);
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["teal", "#12345", "#12345g", "#ééé", ""] {
            assert!(text.parse::<Rgb>().is_err(), "{text}");
        }
    }
}

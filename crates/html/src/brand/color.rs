//! Colours as a designer thinks of them: lightness, chroma and hue in OKLCH, and contrast as WCAG counts it.

use std::fmt;

/// An sRGB colour of 8 bits a channel, as a style sheet writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Color {
    /// Red, green and blue.
    pub rgb: [u8; 3],
}

/// A colour in OKLCH (Björn Ottosson, "A perceptual color space for image processing", 2020).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Oklch {
    /// Lightness, 0 to 1.
    pub(super) l: f64,
    /// Chroma, 0 to about 0.32 inside sRGB.
    pub(super) c: f64,
    /// Hue in degrees, 0 to 360.
    pub(super) h: f64,
}

impl Color {
    /// White.
    pub const WHITE: Self = Self::new(0x00ff_ffff);
    /// Black.
    pub const BLACK: Self = Self::new(0);

    /// A colour from a number such as `0x0f5c4d`.
    #[must_use]
    pub const fn new(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { rgb: [r, g, b] }
    }

    /// The relative luminance of WCAG 2.2, 0 for black and 1 for white.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.rgb.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The contrast ratio of WCAG 2.2 between two colours, 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[allow(clippy::many_single_char_names, reason = "the letters are those of the colour spaces")]
    pub(super) fn oklch(self) -> Oklch {
        let [r, g, b] = self.rgb.map(linear);
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Oklch { l: lightness, c: a.hypot(b), h: b.atan2(a).to_degrees().rem_euclid(360.0) }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.rgb;
        write!(formatter, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl Oklch {
    /// The colour that a screen can show: chroma is reduced until the colour lies inside sRGB.
    pub(super) fn tone(self) -> Color {
        let whole = self.linear_rgb();
        if in_gamut(whole) {
            return Color { rgb: whole.map(encoded) };
        }
        let (mut low, mut high) = (0.0, self.c);
        for _ in 0..12 {
            let c = f64::midpoint(low, high);
            if in_gamut(Self { c, ..self }.linear_rgb()) { low = c } else { high = c }
        }
        Color { rgb: Self { c: low, ..self }.linear_rgb().map(encoded) }
    }

    #[allow(clippy::many_single_char_names, reason = "the letters are those of the colour spaces")]
    fn linear_rgb(self) -> [f64; 3] {
        let (sin, cos) = self.h.to_radians().sin_cos();
        let (a, b) = (self.c * cos, self.c * sin);
        let l = (self.l + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.l - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.l - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
    }
}

/// Inside sRGB, with room for the error of the matrices: white itself comes out as 1.000_000_1.
fn in_gamut(rgb: [f64; 3]) -> bool {
    rgb.iter().all(|channel| (-1e-4..=1.0 + 1e-4).contains(channel))
}

fn linear(channel: u8) -> f64 {
    let channel = f64::from(channel) / 255.0;
    if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
}

fn encoded(channel: f64) -> u8 {
    let channel = channel.clamp(0.0, 1.0);
    let channel = if channel <= 0.003_130_8 { channel * 12.92 } else { 1.055 * channel.powf(1.0 / 2.4) - 0.055 };
    (channel * 255.0).round() as u8
}

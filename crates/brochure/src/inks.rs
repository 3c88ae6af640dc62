//! The four inks of the press.

use std::fmt;

use crate::color::Rgb;

/// How much of cyan, magenta, yellow and black is printed, each from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Inks(pub [f32; 4]);

impl Inks {
    /// The bare sheet.
    pub const NONE: Self = Self([0.0; 4]);
    /// Black alone.
    pub const BLACK: Self = Self([0.0, 0.0, 0.0, 1.0]);

    /// Inks in percent, as brand books give them; nothing if they are not four numbers from 0 to 100.
    #[must_use]
    pub fn from_percent(percent: &[f32]) -> Option<Self> {
        let inks: [f32; 4] = percent.try_into().ok()?;
        inks.iter().all(|ink| (0.0..=100.0).contains(ink)).then(|| Self(inks.map(|ink| ink / 100.0)))
    }

    /// Inks that come near a colour of the screen, where nobody has given better ones: grey is printed in black.
    #[must_use]
    pub fn near(rgb: Rgb) -> Self {
        let [c, m, y] = [rgb.r, rgb.g, rgb.b].map(|part| 1.0 - part.clamp(0.0, 1.0));
        let black = c.min(m).min(y);
        let rest = |ink: f32| if black < 1.0 { (ink - black) / (1.0 - black) } else { 0.0 };
        Self([rest(c), rest(m), rest(y), black])
    }

    /// `share` of these inks and the rest of `other`.
    #[must_use]
    pub fn mix(self, other: Self, share: f32) -> Self {
        Self(std::array::from_fn(|ink| self.0[ink] * share + other.0[ink] * (1.0 - share)))
    }

    /// These inks with `share` of what black there could be more.
    #[must_use]
    pub fn shade(self, share: f32) -> Self {
        let [c, m, y, k] = self.0;
        Self([c, m, y, k + share * (1.0 - k)])
    }

    /// How much ink lies on the sheet, in percent: 400 at most.
    #[must_use]
    pub fn total(self) -> f32 {
        self.0.iter().sum::<f32>() * 100.0
    }

    /// The same inks if there is no more of them than `percent`; else with less of the coloured ones.
    #[must_use]
    pub fn within(self, percent: f32) -> Self {
        let [c, m, y, k] = self.0;
        let coloured = c + m + y;
        let most = (percent / 100.0 - k).max(0.0);
        if coloured <= most || coloured <= 0.0 {
            return self;
        }
        let [c, m, y] = [c, m, y].map(|ink| ink * most / coloured);
        Self([c, m, y, k])
    }

    /// How many of the inks are printed.
    #[must_use]
    pub fn count(self) -> usize {
        self.0.iter().filter(|ink| **ink > 0.0).count()
    }
}

impl fmt::Display for Inks {
    /// As brand books write it, for example `C45 M93 Y35 K42`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [cyan, magenta, yellow, black] = self.0.map(|ink| (ink * 100.0).round());
        write!(f, "C{cyan} M{magenta} Y{yellow} K{black}")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_shade_has_more_black_and_a_tint_less_of_every_ink() {
        let plum = Inks::from_percent(&[45.0, 93.0, 35.0, 42.0]).unwrap();
        assert_eq!(plum.shade(0.5).to_string(), "C45 M93 Y35 K71");
        assert_eq!(plum.mix(Inks::NONE, 0.2).to_string(), "C9 M19 Y7 K8");
        assert!((plum.total() - 215.0).abs() < 0.01);
    }

    #[test]
    fn inks_are_four_numbers_up_to_a_hundred() {
        for wrong in [&[1.0, 2.0, 3.0][..], &[0.0, 0.0, 0.0, 101.0], &[-1.0, 0.0, 0.0, 0.0], &[f32::NAN; 4]] {
            assert_eq!(Inks::from_percent(wrong), None);
        }
    }

    proptest! {
        #[test]
        fn no_mixture_lays_on_more_than_the_limit(inks in prop::array::uniform4(0.0f32..=1.0), limit in 100.0f32..400.0) {
            prop_assert!(Inks(inks).within(limit).total() <= limit + 0.01);
        }

        #[test]
        fn colours_of_the_screen_come_back_from_the_inks_near_them(bytes in prop::array::uniform3(0u8..)) {
            let rgb = Rgb::from_bytes(bytes);
            let Inks([c, m, y, k]) = Inks::near(rgb);
            let back = [c, m, y].map(|ink| (1.0 - ink) * (1.0 - k));
            for (part, back) in [rgb.r, rgb.g, rgb.b].into_iter().zip(back) {
                prop_assert!((part - back).abs() < 0.001);
            }
        }
    }
}

//! Every role's colour for one hospital, derived from its brand, and the contrast of every pair that is read.

use crate::color::{Brand, Change, Color, Ground, Ink, PAPER, ROLES, Rgb, Role};
use crate::inks::Inks;

/// Every role's colour for one hospital.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    colors: [Color; ROLES],
    changes: Vec<Change>,
    ink: Ink,
}

/// Least contrast of any text.
const TEXT: f32 = 4.5;
/// Least contrast of 12 point text in white on the brand's ground, and of the emergency card.
const STRONG: f32 = 7.0;

/// What is read on what, and the least contrast of the two.
pub const PAIRS: [(Role, Role, f32); 21] = [
    (Role::Ink, Role::Ground, STRONG),
    (Role::Ink, Role::Tint1, STRONG),
    (Role::Ink, Role::RedTint, STRONG),
    (Role::Soft, Role::Ground, TEXT),
    (Role::Brand, Role::Ground, TEXT),
    (Role::Brand, Role::Paper, TEXT),
    (Role::Brand, Role::Tint1, TEXT),
    (Role::Brand, Role::Accent20, TEXT),
    (Role::Paper, Role::Brand, TEXT),
    (Role::OnBrand, Role::BrandGround, STRONG),
    (Role::OnBrand, Role::Strip, STRONG),
    (Role::AccentText, Role::Ground, TEXT),
    (Role::AccentText, Role::Tint1, TEXT),
    (Role::Paper, Role::AccentText, TEXT),
    (Role::HiOnBrand, Role::BrandGround, TEXT),
    (Role::HiOnBrand, Role::Strip, TEXT),
    (Role::OnHi, Role::Hi, TEXT),
    (Role::Hi, Role::Ink, 3.0),
    (Role::Red, Role::Paper, STRONG),
    (Role::Red, Role::RedTint, TEXT),
    (Role::Paper, Role::Red, STRONG),
];

/// The red of emergencies.
const RED: [u8; 3] = [0xa5, 0x1c, 0x1c];
/// A brand colour this near to it, in degrees of hue, would make the emergency card look like any other.
const NEAR: f32 = 20.0;

fn fixed(bytes: [u8; 3], inks: [f32; 4]) -> Color {
    Color { rgb: Rgb::from_bytes(bytes), inks: Inks(inks) }
}

/// Text, in black alone: what is small is never made of several inks.
fn ink() -> Color {
    fixed([0x1f, 0x1f, 0x23], Inks::BLACK.0)
}

impl Palette {
    /// Derives all colours from the brand, on a ground of the design's choice.
    #[must_use]
    pub fn derive(given: Brand, ground: Ground) -> Self {
        let (mut colors, ink) = ([PAPER; ROLES], ink());
        let highlight = given.highlight.unwrap_or_else(|| given.accent.tint(0.45));
        let ground = match ground {
            Ground::Paper => PAPER,
            Ground::Primary(share) => given.primary.tint(share),
            Ground::Highlight(share) => highlight.tint(share),
        };
        let brand = brand_on(given.primary, ground);
        let brand_ground = brand.darkened(STRONG, &[PAPER]);
        let tint1 = brand.tint(0.08);
        let accent_text = given.accent.darkened(TEXT, &[ground, tint1]);
        let hi = legible(highlight);
        let red = if near_red(given.primary) { ink } else { fixed(RED, [0.2, 1.0, 1.0, 0.25]) };
        let mut set = |role: Role, color: Color| colors[role as usize] = color;
        set(Role::Ink, ink);
        set(Role::Soft, fixed([0x4d, 0x4d, 0x52], Inks::BLACK.0));
        set(Role::Ground, ground);
        set(Role::Brand, brand);
        set(Role::BrandGround, brand_ground);
        set(Role::Strip, brand_ground);
        set(Role::Deep, brand_ground.shade(0.32));
        set(Role::Brand85, brand_ground.tint(0.85));
        set(Role::Tint1, tint1);
        set(Role::Tint2, brand.tint(0.20));
        set(Role::Rule, brand.tint(0.30));
        set(Role::Accent, given.accent);
        set(Role::AccentText, accent_text);
        set(Role::Accent80, given.accent.tint(0.80));
        set(Role::Accent40, given.accent.tint(0.40));
        set(Role::Accent20, given.accent.tint(0.22).lightened(TEXT, &[brand]));
        set(Role::Hi, hi);
        set(Role::OnHi, if hi.contrast(ink) >= hi.contrast(PAPER) { ink } else { PAPER });
        set(Role::HiOnBrand, hi.lightened(TEXT, &[brand_ground]));
        set(Role::Red, red);
        set(Role::RedTint, red.tint(0.08));
        let changes = [
            Change { role: Role::Brand, given: given.primary, used: brand },
            Change { role: Role::BrandGround, given: given.primary, used: brand_ground },
            Change { role: Role::AccentText, given: given.accent, used: accent_text },
            Change { role: Role::Hi, given: highlight, used: hi },
        ];
        let is_other = |c: &Change| c.given.rgb.to_bytes() != c.used.rgb.to_bytes();
        Self { colors, changes: changes.into_iter().filter(is_other).collect(), ink: Ink::Full }
    }

    /// Black and greys on paper: for printers that have nothing else, and that cannot print to the edge.
    #[must_use]
    pub fn grey() -> Self {
        let (mut colors, ink) = ([PAPER; ROLES], ink());
        let black = Color { rgb: Rgb::from_bytes([0; 3]), inks: Inks::BLACK };
        let grey = |share: f32| black.tint(share);
        let greys = [
            (Role::Ink, ink),
            (Role::Soft, ink.tint(0.8)),
            (Role::Brand, ink),
            (Role::OnBrand, ink),
            (Role::Strip, grey(0.16)),
            (Role::Deep, grey(0.88)),
            (Role::Brand85, grey(0.45)),
            (Role::Tint2, grey(0.16)),
            (Role::Rule, grey(0.30)),
            (Role::Accent, grey(0.65)),
            (Role::AccentText, ink),
            (Role::Accent80, grey(0.50)),
            (Role::Accent40, grey(0.26)),
            (Role::Accent20, grey(0.10)),
            (Role::Hi, grey(0.17)),
            (Role::OnHi, ink),
            (Role::HiOnBrand, ink),
            (Role::Red, black),
            (Role::RedTint, grey(0.05)),
        ];
        for (role, color) in greys {
            colors[role as usize] = color;
        }
        Self { colors, changes: Vec::new(), ink: Ink::Grey }
    }

    /// The colour of a role.
    #[must_use]
    pub fn get(&self, role: Role) -> Color {
        self.colors[role as usize]
    }

    /// The brand colours that were changed, with both values.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// In how many colours it prints.
    #[must_use]
    pub fn ink(&self) -> Ink {
        self.ink
    }

    /// Whether emergencies are marked in black, because red is grey or is the brand's own colour: then lines around them
    /// are heavier.
    #[must_use]
    pub fn marks_in_black(&self) -> bool {
        self.get(Role::Red).rgb.to_bytes() != RED
    }

    /// The pairs whose contrast is less than it must be, with what it is.
    pub fn illegible(&self) -> impl Iterator<Item = (Role, Role, f32)> {
        PAIRS.into_iter().filter_map(|(text, ground, bound)| {
            let contrast = self.get(text).contrast(self.get(ground));
            (contrast < bound).then_some((text, ground, contrast))
        })
    }
}

/// The main colour, as dark as it must be on the ground and on its own tint.
fn brand_on(primary: Color, ground: Color) -> Color {
    let mut brand = primary.darkened(TEXT, &[ground]);
    while brand.contrast(brand.tint(0.08)) < TEXT {
        brand = brand.shade(0.04);
    }
    brand
}

/// A highlight on which ink or paper can be read, and that can be seen on ink.
fn legible(highlight: Color) -> Color {
    highlight.lightened(TEXT, &[ink()])
}

/// Whether a colour is as red as the red of emergencies.
fn near_red(color: Color) -> bool {
    let (Some(hue), Some(red)) = (color.rgb.hue(), Rgb::from_bytes(RED).hue()) else { return false };
    let apart = (hue - red).abs();
    apart.min(360.0 - apart) < NEAR && color.contrast(PAPER) >= 3.0
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn brand(primary: &str, accent: &str) -> Palette {
        let color = |text: &str| Color::from(text.parse::<Rgb>().unwrap());
        let brand = Brand { primary: color(primary), accent: color(accent), highlight: None };
        Palette::derive(brand, Ground::Paper)
    }

    #[test]
    fn a_dark_brand_is_used_as_given() {
        let palette = brand("#0B5563", "#9A3B12");
        assert_eq!(palette.get(Role::Brand).to_string(), "#0b5563");
        assert_eq!(palette.changes(), []);
    }

    proptest! {
        #[test]
        fn every_pair_that_is_read_is_legible_for_any_brand(
            colors in prop::array::uniform3(prop::array::uniform3(0u8..)), has_highlight: bool, ground in 0usize..3
        ) {
            let [primary, accent, highlight] = colors.map(|bytes| Color::from(Rgb::from_bytes(bytes)));
            let ground = [Ground::Paper, Ground::Primary(0.08), Ground::Highlight(0.12)][ground];
            let brand = Brand { primary, accent, highlight: has_highlight.then_some(highlight) };
            let palette = Palette::derive(brand, ground);
            prop_assert_eq!(palette.illegible().collect::<Vec<_>>(), []);
        }
    }

    #[test]
    fn grey_is_as_legible_and_has_no_colour() {
        let palette = Palette::grey();
        assert_eq!(palette.illegible().collect::<Vec<_>>(), []);
        for color in palette.colors {
            let [c, m, y, _] = color.inks.0;
            assert!(c + m + y <= 0.0, "{color}");
        }
    }

    #[test]
    fn a_change_of_a_brand_colour_is_reported_with_both_values() {
        let palette = brand("#6fd0ff", "#9A3B12");
        let change = palette.changes()[0];
        assert_eq!((change.role, change.given.to_string().as_str()), (Role::Brand, "#6fd0ff"));
        assert!(change.used.contrast(PAPER) >= 4.5);
    }

    #[test]
    fn a_red_brand_has_emergencies_in_black() {
        assert!(brand("#b3201f", "#1c398e").marks_in_black());
        assert!(!brand("#1c398e", "#b3201f").marks_in_black());
        assert_eq!(brand("#b3201f", "#1c398e").get(Role::Red), ink());
    }
}

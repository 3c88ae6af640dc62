//! No brand colour can make the page unreadable.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use proptest::prelude::*;
use serviceline_html::brand::{Color, Pair, Palette, Scheme};

/// The palette that the page was designed with.
const DESIGN: Palette = Palette {
    primary: Color::new(0x000f_5c4d),
    accent: Some(Color::new(0x00f2_a93b)),
    neutral: Some(Color::new(0x00f9_f4ea)),
};

fn failures(scheme: &Scheme) -> Vec<Pair> {
    scheme.pairs().into_iter().filter(|pair| !pair.holds()).collect()
}

#[test]
fn design_palette_gives_the_designed_tokens() {
    insta::assert_snapshot!("design_palette_light", DESIGN.light().css().replace(';', "\n"));
    insta::assert_snapshot!("design_palette_dark", DESIGN.dark().css().replace(';', "\n"));
}

#[test]
fn every_scheme_is_checked_in_33_pairs() {
    assert_eq!(DESIGN.light().pairs().len(), 33);
}

#[test]
fn extreme_brands_stay_readable() {
    for primary in [0x0000_0000, 0x00ff_ffff, 0x00ff_0000, 0x0000_ff00, 0x0000_00ff, 0x00ff_ff00, 0x0080_8080] {
        let palette = Palette { primary: Color::new(primary), accent: None, neutral: None };
        for scheme in [palette.light(), palette.dark()] {
            assert!(failures(&scheme).is_empty(), "{primary:06x}: {:?}", failures(&scheme));
        }
    }
}

#[test]
fn a_red_brand_gives_links_that_are_no_emergency() {
    let red = Palette { primary: Color::new(0x00d0_0020), accent: None, neutral: None }.light();
    assert!(red.brand.luminance() < red.em.luminance(), "{} against {}", red.brand, red.em);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn any_brand_passes_every_pair(primary in 0u32..=0x00ff_ffff, accent in proptest::option::of(0u32..=0x00ff_ffff), neutral in proptest::option::of(0u32..=0x00ff_ffff)) {
        let palette = Palette { primary: Color::new(primary), accent: accent.map(Color::new), neutral: neutral.map(Color::new) };
        prop_assert!(failures(&palette.light()).is_empty(), "light: {:?}", failures(&palette.light()));
        prop_assert!(failures(&palette.dark()).is_empty(), "dark: {:?}", failures(&palette.dark()));
    }
}

//! The colours of a page, derived from one to three colours of a brand so that no brand colour can make it unreadable.

use std::fmt::Write as _;

use super::color::{Color, Oklch};

/// The colours that a hospital gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Palette {
    /// The colour of headings, links and the dark band.
    pub primary: Color,
    /// The colour of the first button and of small ornaments; white and the primary colour if there is none.
    pub accent: Option<Color>,
    /// The hue of grounds and hairlines; a trace of the primary colour if there is none.
    pub neutral: Option<Color>,
}

/// Declares the tokens of a scheme once: their fields, and the names that the style sheet uses.
macro_rules! scheme {
    ($($field:ident $name:literal $about:literal;)*) => {
        /// One colour for each token of the style sheet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Scheme { $(#[doc = $about] pub $field: Color,)* }

        impl Scheme {
            /// The tokens with their names in the style sheet, in its order.
            #[must_use]
            pub fn tokens(&self) -> Vec<(&'static str, Color)> {
                vec![$(($name, self.$field)),*]
            }

            /// The token of this name, to be overridden.
            pub(super) fn token(&mut self, name: &str) -> Option<&mut Color> {
                match name {
                    $($name => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }
    };
}

scheme! {
    surface "surface" "The page and the card of facts.";
    tint "tint" "The ground of care cards, reasons and footer.";
    wash "wash" "The ground of notes.";
    line "line" "Hairlines, which only decorate.";
    edge "edge" "Borders of controls.";
    ink "ink" "Text.";
    soft "soft" "Second text.";
    brand "brand" "Headings, links, buttons.";
    on_brand "on-brand" "The label on a button.";
    band "band" "The dark band of the hero and of the appointment.";
    on_band "on-band" "Text on the band.";
    band_soft "band-soft" "Second text on the band.";
    band_line "band-line" "The ring behind the facts, which only decorates.";
    band_2 "band-2" "The disc behind the facts, which only decorates.";
    cta "cta" "The first button on the band.";
    on_cta "on-cta" "The label of that button.";
    accent "accent" "The top rule and the ticks, which only decorate.";
    em "em" "Emergency.";
    on_em "on-em" "Text on the emergency colour.";
    em_wash "em-wash" "The ground of the emergency card.";
    em_ink "em-ink" "Emergency words on a light ground.";
    ur "ur" "Urgent, and drafts.";
    ur_wash "ur-wash" "The ground of the urgent card.";
    ur_ink "ur-ink" "Urgent words.";
    nu "nu" "Not urgent.";
    nu_wash "nu-wash" "The ground of the card that is not urgent.";
    nu_ink "nu-ink" "Words of that card.";
}

/// Two colours that lie on each other, and the contrast that they must have.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The names of both tokens, the one in front first.
    pub names: [&'static str; 2],
    /// Both colours.
    pub colors: [Color; 2],
    /// The least contrast ratio.
    pub least: f64,
}

impl Pair {
    /// Whether the contrast reaches what it must.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.colors[0].contrast(self.colors[1]) >= self.least
    }

    /// The colour nearest to the one in front that has enough contrast with the one behind.
    #[must_use]
    pub fn nearest(&self) -> Color {
        let [front, back] = self.colors;
        let start = front.oklch();
        let [darker, lighter] = [-0.01, 0.01].map(|by| fit(start, &[back], self.least, by));
        let enough = |color: Oklch| color.tone().contrast(back) >= self.least;
        match (enough(darker), enough(lighter)) {
            (true, true) if start.l - darker.l <= lighter.l - start.l => darker.tone(),
            (_, true) => lighter.tone(),
            _ => darker.tone(),
        }
    }
}

/// The brand in OKLCH, and the colours that its tokens start from.
struct Start {
    primary: Oklch,
    accent: Option<Color>,
    neutral: Oklch,
}

impl Start {
    fn new(palette: &Palette) -> Self {
        let primary = palette.primary.oklch();
        let trace = Oklch { c: (0.06 * primary.c).min(0.007), ..primary };
        Self { primary, accent: palette.accent, neutral: palette.neutral.map_or(trace, Color::oklch) }
    }

    /// A colour of the primary hue, no stronger than the brand itself.
    fn primary(&self, l: f64, c: f64) -> Oklch {
        Oklch { l, c: c.min(self.primary.c), h: self.primary.h }
    }

    /// A colour of the neutral hue.
    fn neutral(&self, l: f64, c: f64) -> Oklch {
        Oklch { l, c: c.min(self.neutral.c), h: self.neutral.h }
    }

    /// The primary colour; a red one is darkened first, so that no link looks like an emergency.
    fn guarded(&self) -> Oklch {
        let Oklch { l, c, h } = self.primary;
        let red = c > 0.1 && !(50.0..=350.0).contains(&h);
        Oklch { l: if red { l.min(0.38) } else { l }, c, h }
    }
}

impl Palette {
    /// The colours of the page on a light ground.
    #[allow(clippy::similar_names, reason = "band and brand are the names of the design")]
    #[must_use]
    pub fn light(&self) -> Scheme {
        let start = Start::new(self);
        let surface = Color::WHITE;
        let tint = start.neutral(0.968, 0.014).tone();
        let wash = start.primary(0.948, 0.022).tone();
        let grounds = [surface, tint, wash];
        let ink = start.primary(0.24, 0.022).tone();
        let brand = fit(start.guarded(), &grounds, 4.5, -0.01).tone();
        let band = light_band(&start);
        let ring = Oklch { l: band.l + 0.10, c: 0.8 * start.primary.c, h: band.h };
        let disc = Oklch { l: band.l + 0.035, ..band }.tone();
        let band = band.tone();
        let cta = fit(start.accent.unwrap_or(Color::WHITE).oklch(), &[band], 4.5, 0.01).tone();
        Scheme {
            surface,
            tint,
            wash,
            line: start.neutral(0.885, 0.02).tone(),
            edge: fit(start.primary(0.60, 0.02), &grounds, 3.0, -0.01).tone(),
            ink,
            soft: fit(start.primary(0.45, 0.022), &grounds, 5.5, -0.01).tone(),
            brand,
            on_brand: best(brand, [Color::WHITE, ink]),
            band,
            on_band: Color::WHITE,
            band_soft: fit(start.primary(0.88, 0.035), &[band], 7.0, 0.01).tone(),
            band_line: fit(ring, &[band], 1.3, 0.01).tone(),
            band_2: disc,
            cta,
            on_cta: best(cta, [ink, Color::WHITE]),
            accent: start.accent.unwrap_or(self.primary),
            em: Color::new(0x00b3_151b),
            on_em: Color::WHITE,
            em_wash: Color::new(0x00fd_eeec),
            em_ink: Color::new(0x009c_1016),
            ur: Color::new(0x00b8_6e00),
            ur_wash: Color::new(0x00ff_f4e0),
            ur_ink: Color::new(0x007a_4a00),
            nu: Color::new(0x001f_5fa8),
            nu_wash: Color::new(0x00ed_f4fc),
            nu_ink: Color::new(0x001a_4f8c),
        }
    }

    /// The colours of the page on a dark ground.
    #[allow(clippy::similar_names, reason = "band and brand are the names of the design")]
    #[must_use]
    pub fn dark(&self) -> Scheme {
        let start = Start::new(self);
        let surface = start.primary(0.19, 0.014).tone();
        let tint = start.primary(0.225, 0.016).tone();
        let wash = start.primary(0.265, 0.03).tone();
        let grounds = [surface, tint, wash];
        let brand = fit(start.primary(0.80, 0.11), &grounds, 4.5, 0.01).tone();
        let band = start.primary(0.275, 0.055).tone();
        let cta = fit(start.accent.unwrap_or(Color::WHITE).oklch(), &[band], 4.5, 0.01).tone();
        Scheme {
            surface,
            tint,
            wash,
            line: start.primary(0.36, 0.02).tone(),
            edge: fit(start.primary(0.58, 0.025), &grounds, 3.0, 0.01).tone(),
            ink: start.neutral(0.945, 0.012).tone(),
            soft: fit(start.neutral(0.79, 0.015), &grounds, 6.0, 0.01).tone(),
            brand,
            on_brand: best(brand, [surface, Color::WHITE]),
            band,
            on_band: Color::WHITE,
            band_soft: fit(start.primary(0.87, 0.03), &[band], 7.0, 0.01).tone(),
            band_line: fit(start.primary(0.37, 0.06), &[band], 1.3, 0.01).tone(),
            band_2: start.primary(0.31, 0.055).tone(),
            cta,
            on_cta: best(cta, [surface, Color::WHITE]),
            accent: cta,
            em: Color::new(0x00d3_2f2f),
            on_em: Color::WHITE,
            em_wash: Color::new(0x002f_1617),
            em_ink: Color::new(0x00ff_b4ac),
            ur: Color::new(0x00f0_b04a),
            ur_wash: Color::new(0x002e_2414),
            ur_ink: Color::new(0x00f5_c878),
            nu: Color::new(0x008d_bdf0),
            nu_wash: Color::new(0x0017_263a),
            nu_ink: Color::new(0x00a9_cdf5),
        }
    }
}

impl Scheme {
    /// The tokens as custom properties of the style sheet.
    #[must_use]
    pub fn css(&self) -> String {
        self.tokens().into_iter().fold(String::new(), |mut css, (name, color)| {
            let _ = write!(css, "--sl-{name}:{color};");
            css
        })
    }

    /// Every pair of colours that the page lays on each other as text, control or sign.
    #[must_use]
    pub fn pairs(&self) -> Vec<Pair> {
        let ground = [("surface", self.surface), ("tint", self.tint), ("wash", self.wash)];
        let front =
            [("ink", self.ink, 7.0), ("soft", self.soft, 4.5), ("brand", self.brand, 4.5), ("edge", self.edge, 3.0)];
        let mut pairs = Vec::with_capacity(33);
        let mut add = |front: (&'static str, Color), back: (&'static str, Color), least: f64| {
            pairs.push(Pair { names: [front.0, back.0], colors: [front.1, back.1], least });
        };
        for back in ground {
            for (name, color, least) in front {
                add((name, color), back, least);
            }
        }
        let band = ("band", self.band);
        add(("on-brand", self.on_brand), ("brand", self.brand), 4.5);
        add(("on-band", self.on_band), band, 7.0);
        add(("band-soft", self.band_soft), band, 4.5);
        add(("on-cta", self.on_cta), ("cta", self.cta), 4.5);
        add(("cta", self.cta), band, 3.0);
        let levels = [
            [("em", self.em), ("em-wash", self.em_wash), ("em-ink", self.em_ink)],
            [("ur", self.ur), ("ur-wash", self.ur_wash), ("ur-ink", self.ur_ink)],
            [("nu", self.nu), ("nu-wash", self.nu_wash), ("nu-ink", self.nu_ink)],
        ];
        for [color, wash, ink] in levels {
            add(("ink", self.ink), wash, 7.0);
            add(ink, wash, 4.5);
            for back in [ground[0], ground[1], wash] {
                add(color, back, 3.0);
            }
        }
        add(("on-em", self.on_em), ("em", self.em), 4.5);
        pairs
    }
}

/// The band: the brand, dark enough for white words to stand out on it.
fn light_band(start: &Start) -> Oklch {
    let dark = Oklch { l: start.primary.l.min(0.36), ..start.primary };
    step(dark, -0.01, |color| Color::WHITE.contrast(color) >= 9.0)
}

/// Steps the lightness until the contrast on every ground is reached.
fn fit(color: Oklch, grounds: &[Color], least: f64, by: f64) -> Oklch {
    step(color, by, |color| grounds.iter().all(|ground| color.contrast(*ground) >= least))
}

fn step(mut color: Oklch, by: f64, enough: impl Fn(Color) -> bool) -> Oklch {
    while !enough(color.tone()) && (0.0..=1.0).contains(&(color.l + by)) {
        color.l += by;
    }
    color
}

/// The colour with more contrast on a ground; where neither is enough, black or white.
fn best(ground: Color, colors: [Color; 2]) -> Color {
    let [a, b] = colors;
    let better = |a: Color, b: Color| if ground.contrast(a) >= ground.contrast(b) { a } else { b };
    let chosen = better(a, b);
    if ground.contrast(chosen) >= 4.5 { chosen } else { better(Color::BLACK, Color::WHITE) }
}

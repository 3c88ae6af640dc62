//! What a page takes from a brand: colours in both schemes, type, corners and room.

use std::fmt::Write as _;

use serviceline_core::diagnostic::{Diagnostic, Report};
use serviceline_core::model::{Brand, Face};

use super::{Color, Palette, Scheme};
use crate::page::Theme;

/// The colour of a page whose brand gives none: a calm blue green.
const DEFAULT_PRIMARY: Color = Color::new(0x000f_5c4d);
/// Tokens of the dark scheme are overridden under their name with this in front.
const DARK: &str = "dark-";

/// What a page takes from a brand.
#[derive(Debug)]
pub(crate) struct Look {
    pub(super) light: Scheme,
    pub(super) dark: Scheme,
    /// Other tokens than colours.
    pub(super) tokens: String,
}

impl Look {
    /// The look of a brand.
    ///
    /// # Errors
    ///
    /// `brand-token` for a token that there is not or a value that is none, `brand-contrast` for a colour in the brand's
    /// `tokens` that cannot be read on its ground. No other colour of a brand can be refused.
    pub(crate) fn of(brand: &Brand) -> Result<Self, Report> {
        let palette = palette(brand);
        let mut look = Self { light: palette.light(), dark: palette.dark(), tokens: shape(brand) };
        let mut faults = look.override_tokens(brand);
        if !brand.tokens.is_empty() {
            faults.extend(unreadable(&look.light, "").chain(unreadable(&look.dark, DARK)));
        }
        if faults.is_empty() { Ok(look) } else { Err(faults.into()) }
    }

    /// The colours of the browser's frame.
    pub(crate) fn theme(&self) -> Theme {
        Theme { light: self.light.surface.to_string(), dark: self.dark.surface.to_string() }
    }

    fn override_tokens(&mut self, brand: &Brand) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        for (name, value) in &brand.tokens {
            let path = format!("organization.brand.tokens.{name}");
            let (scheme, token) = match name.strip_prefix(DARK) {
                Some(token) => (&mut self.dark, token),
                None => (&mut self.light, name.as_str()),
            };
            match (scheme.token(token), hex(value)) {
                (Some(color), Some(given)) => *color = given,
                (Some(_), None) => {
                    let message = format!("expected a colour such as #0b5563, found `{value}`");
                    faults.push(Diagnostic::error("brand-token", message).at_path(path));
                }
                (None, _) => {
                    let names: Vec<_> = self.light.tokens().into_iter().map(|(name, _)| name).collect();
                    let help = format!("there are {}", names.join(", "));
                    faults.push(
                        Diagnostic::error("brand-token", format!("the page has no token `{name}`"))
                            .help(help)
                            .at_path(path),
                    );
                }
            }
        }
        faults
    }
}

fn palette(brand: &Brand) -> Palette {
    let color = |name: &str| {
        brand.colors.get(name).and_then(|color| color.rgb.as_ref()).map(|color| Color { rgb: color.rgb() })
    };
    Palette { primary: color("primary").unwrap_or(DEFAULT_PRIMARY), accent: color("accent"), neutral: color("neutral") }
}

/// Pairs that an override has made unreadable, with the nearest colour that can be read.
fn unreadable(scheme: &Scheme, prefix: &str) -> impl Iterator<Item = Diagnostic> {
    scheme.pairs().into_iter().filter(|pair| !pair.holds()).map(move |pair| {
        let [front, back] = pair.names.map(|name| format!("{prefix}{name}"));
        let [a, b] = pair.colors;
        let message = format!(
            "`{front}` ({a}) on `{back}` ({b}) has a contrast of {:.2}, it needs {}",
            a.contrast(b),
            pair.least
        );
        Diagnostic::error("brand-contrast", message)
            .help(format!("the nearest colour that can be read is {}", pair.nearest()))
            .at_path(format!("organization.brand.tokens.{front}"))
    })
}

/// Corners, room and type as tokens.
fn shape(brand: &Brand) -> String {
    let mut css = String::new();
    let radius = match brand.radius.as_deref() {
        Some("none") => Some("0px"),
        Some("small") => Some("calc(var(--sl-rem)*.25)"),
        Some("large") => Some("var(--sl-rem)"),
        _ => None,
    };
    let density = match brand.density.as_deref() {
        Some("airy") => Some("1.15"),
        Some("compact") => Some(".8"),
        _ => None,
    };
    for (name, value) in [("r", radius), ("density", density)] {
        if let Some(value) = value {
            let _ = write!(css, "--sl-{name}:{value};");
        }
    }
    let faces = brand.faces.as_ref();
    if let Some(family) = faces.and_then(|faces| family(faces.body.as_ref())) {
        let _ = write!(css, "--sl-font:{family},{TEXT};");
    }
    let heading = faces.and_then(|faces| faces.heading.as_ref());
    if let Some(family) = family(heading) {
        let _ = write!(css, "--sl-font-head:{family},{HEAD};");
    }
    if let Some(weight) = heading.and_then(|face| face.weight).filter(|weight| (100..=900).contains(weight)) {
        let _ = write!(css, "--sl-head-weight:{weight};");
    }
    css
}

const TEXT: &str = "-apple-system,BlinkMacSystemFont,\"Segoe UI\",Roboto,\"Noto Sans\",\"Open Sans\",Arial,sans-serif";
const HEAD: &str = "\"Iowan Old Style\",\"Palatino Linotype\",Palatino,P052,\"Noto Serif\",Georgia,serif";

/// The name of a family in quotes. Only letters, digits, spaces and hyphens are in such names; others are not asked for.
fn family(face: Option<&Face>) -> Option<String> {
    let family = face?.family.trim();
    let plain = !family.is_empty() && family.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-');
    plain.then(|| format!("\"{family}\""))
}

fn hex(value: &str) -> Option<Color> {
    let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    u32::from_str_radix(digits, 16).ok().map(Color::new)
}

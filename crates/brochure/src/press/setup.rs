//! What the press is told: the tokens of `brochure/press.json`, and what a hospital sets.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::medium::Rules;
use crate::unit::Pt;

/// What a hospital may set under `brochure.press:` in `serviceline.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a mark that a printer may not want")]
pub struct PressOptions {
    /// Marks at the corners, where the sheet is trimmed.
    pub crop_marks: bool,
    /// Dashed marks outside the trim, where the sheet is folded.
    pub fold_marks: bool,
    /// A line outside the trim that says what the sheet is, and the names of the panels.
    pub slug: bool,
    /// The registered name of the printing condition, as the printer says it; else GRACoL 2013 for sheets measured in
    /// inches and PSO Coated v3 for others. A profile takes its place.
    pub condition: Option<String>,
}

impl Default for PressOptions {
    fn default() -> Self {
        Self { crop_marks: true, fold_marks: true, slug: true, condition: None }
    }
}

/// The tokens of `brochure/press.json`. Lengths in points, inks in percent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tokens {
    /// From the trim to the edge of the page.
    pub(crate) margin: Pt,
    /// How far the cover's ground goes around a fold.
    pub(crate) wrap: Pt,
    pub(crate) crop: Mark,
    pub(crate) fold: Mark,
    pub(crate) slug: Slug,
    ink: InkTokens,
    pub(crate) resolution: Resolution,
    inch: Custom,
    metric: Custom,
}

/// A mark outside the trim.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mark {
    pub(crate) offset: Pt,
    pub(crate) length: Pt,
    pub(crate) width: Pt,
    #[serde(default)]
    pub(crate) dash: (f32, f32),
}

/// Type outside the trim.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slug {
    pub(crate) size: Pt,
    pub(crate) lead: Pt,
    /// From the fold or the trim to the text.
    pub(crate) inset: Pt,
    /// From the foot of the page to the baseline.
    pub(crate) foot: Pt,
    /// From the top of the page to the baseline.
    pub(crate) top: Pt,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InkTokens {
    reserve: f32,
    text: f32,
    colored_text: ColoredText,
    stroke: (Pt, Pt),
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColoredText {
    size: Pt,
    weight: u16,
    large: Pt,
}

/// How many pixels an inch a picture must have.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Resolution {
    pub(crate) warn: f32,
    pub(crate) refuse: f32,
}

/// What is usual where sheets are measured in inches or in millimetres.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Custom {
    pub(crate) bleed: Pt,
    pub(crate) condition: String,
    pub(crate) about: String,
    pub(crate) registry: String,
    pub(crate) ink_limit: u16,
}

/// How lengths of a sheet are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Inch,
    Metric,
}

impl Unit {
    /// The unit of a sheet: inches if both sides are whole eighths of one.
    pub(crate) fn of(sheet: (Pt, Pt)) -> Self {
        let whole = |length: Pt| (length.0 / 9.0 - (length.0 / 9.0).round()).abs() < 0.001;
        if whole(sheet.0) && whole(sheet.1) { Self::Inch } else { Self::Metric }
    }

    /// The number of a length: ten-thousandths of an inch or tenths of a millimetre at the most.
    pub(crate) fn number(self, length: Pt) -> String {
        match self {
            Self::Inch => trimmed(format!("{:.4}", length.0 / 72.0)),
            Self::Metric => trimmed(format!("{:.1}", length.0 / 72.0 * 25.4)),
        }
    }
}

fn trimmed(number: String) -> String {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.').to_owned() } else { number }
}

impl Tokens {
    pub(crate) fn custom(&self, unit: Unit) -> &Custom {
        match unit {
            Unit::Inch => &self.inch,
            Unit::Metric => &self.metric,
        }
    }

    /// The rules of inks for paper that takes `limit` percent.
    pub(crate) fn rules(&self, limit: u16) -> Rules {
        let ink = self.ink;
        Rules {
            limit: f32::from(limit) - ink.reserve,
            text_limit: ink.text,
            colored: (ink.colored_text.size, ink.colored_text.weight),
            large: ink.colored_text.large,
            stroke: ink.stroke,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_printers_write_them() {
        let check = |sheet: (f32, f32), length: f32, expected: &str| {
            assert_eq!(Unit::of((Pt(sheet.0), Pt(sheet.1))).number(Pt(length)), expected);
        };
        check((792.0, 612.0), 265.5, "3.6875");
        check((792.0, 612.0), 792.0, "11");
        check((792.0, 612.0), 9.0, "0.125");
        check((841.89, 595.276), 283.465, "100");
        check((841.89, 595.276), 8.504, "3");
    }
}

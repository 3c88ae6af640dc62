//! What a page is painted for: the screen, in the colours of sRGB, or the press, in inks and by the printer's rules.

use crate::color::{Color, PAPER};
use crate::inks::Inks;
use crate::paint::Painter;
use crate::unit::Pt;

/// What a page is painted for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Medium {
    /// Screens: tagged, in sRGB.
    Screen,
    /// The press: untagged, in inks.
    Press(Rules),
}

/// How inks may be laid on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rules {
    /// The most ink anywhere, in percent.
    pub(crate) limit: f32,
    /// The most ink in text, in percent.
    pub(crate) text_limit: f32,
    /// Smaller or lighter text than this is printed in black alone, unless it is large.
    pub(crate) colored: (Pt, u16),
    /// From this size on any text may be coloured.
    pub(crate) large: Pt,
    /// The least width of a line of one ink, and of several.
    pub(crate) stroke: (Pt, Pt),
}

/// A colour as a page names it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Paint {
    /// Thousandths of red, green and blue.
    Rgb([u16; 3]),
    /// Thousandths of each ink.
    Inks([u16; 4]),
}

/// Black lies over what is under it, so that no white edge shows where plates are a little off.
pub(crate) const OVER: &str = "G1";
/// Everything else takes the place of what is under it. White that did not would vanish.
pub(crate) const OUT: &str = "G2";

/// Text on light ground is at least this dark on paper.
const DARK: f32 = 4.5;

impl Rules {
    /// The inks of a text of some size and weight. Small or light letters of several inks blur, so they are black; light
    /// letters on a ground of their own stay light.
    fn text(&self, color: Color, size: Pt, weight: u16) -> Inks {
        let sharp = (size >= self.colored.0 && weight >= self.colored.1) || size >= self.large;
        if color.inks.count() > 1 && !sharp && color.contrast(PAPER) >= DARK {
            return Inks::BLACK;
        }
        color.inks.within(self.text_limit.min(self.limit))
    }

    fn width(&self, inks: Inks, width: Pt) -> Pt {
        width.max(if inks.count() > 1 { self.stroke.1 } else { self.stroke.0 })
    }
}

impl Paint {
    fn new(medium: Medium, color: Color) -> Self {
        match medium {
            Medium::Screen => {
                Self::Rgb(color.rgb.to_bytes().map(|part| (f32::from(part) / 255.0 * 1000.0).round() as u16))
            }
            Medium::Press(rules) => Self::inks(color.inks.within(rules.limit)),
        }
    }

    fn inks(inks: Inks) -> Self {
        Self::Inks(inks.0.map(|ink| (ink.clamp(0.0, 1.0) * 1000.0).round() as u16))
    }

    fn parts(&self) -> &[u16] {
        match self {
            Self::Rgb(parts) => parts,
            Self::Inks(parts) => parts,
        }
    }
}

impl Painter<'_> {
    /// What is filled from now on has this colour.
    pub(crate) fn fill_color(&mut self, color: Color) {
        self.fill(Paint::new(self.medium, color));
    }

    /// Text of this size and weight has this colour from now on.
    pub(crate) fn text_color(&mut self, color: Color, size: Pt, weight: u16) {
        match self.medium {
            Medium::Screen => self.fill_color(color),
            Medium::Press(rules) => self.fill(Paint::inks(rules.text(color, size, weight))),
        }
    }

    /// Lines have this colour and width from now on.
    pub(crate) fn stroke_style(&mut self, color: Color, width: Pt) {
        let paint = Paint::new(self.medium, color);
        self.overprint(paint);
        let width = match self.medium {
            Medium::Screen => width,
            Medium::Press(rules) => rules.width(color.inks, width),
        };
        self.canvas.stroke_color(paint.parts());
        self.canvas.line_width(width);
    }

    /// What is painted from now on lies over what is there, or takes its place.
    pub(crate) fn overprint(&mut self, paint: Paint) {
        let over = match paint {
            Paint::Rgb(_) => return,
            Paint::Inks(inks) => inks == [0, 0, 0, 1000],
        };
        if self.over != Some(over) {
            self.over = Some(over);
            self.canvas.state(if over { OVER } else { OUT });
        }
    }

    fn fill(&mut self, paint: Paint) {
        self.overprint(paint);
        if self.color != Some(paint) {
            self.color = Some(paint);
            self.canvas.fill_color(paint.parts());
        }
    }

    /// Nothing is known of the state of the page any more.
    pub(crate) fn forget(&mut self) {
        (self.color, self.over, self.font) = (None, None, None);
    }
}

//! The tokens of a design, as they stand in `brochure/designs/`: type, spacing, parts.

pub mod cover;
pub mod parts;
pub mod quote;
pub mod roles;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use self::cover::{Cover, Foot, Ornament};
pub use self::parts::{Emergency, Frame, Heading, ListMark, NoteRule, Numbered, PanelGround};
pub use self::quote::QuoteStyle;
pub use self::roles::{Surface, TextRole, TypeStyle};
use crate::color::{Ground, Role};
use crate::fonts::Family;
use crate::format::Face;
use crate::unit::Pt;

/// What may give way when a panel is too full, step by step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// Shares of the foot ornament's height.
    pub ornament: Vec<f32>,
    /// Factors of the spaces on one face of the sheet.
    pub spacing: Vec<f32>,
    /// Leads of running text, in the whole document.
    pub lead: Vec<Pt>,
    /// Sizes of running text that are tried when nothing else helps, largest first.
    #[serde(default = "sizes")]
    pub size: Vec<Pt>,
    /// A panel that is filled less is reported.
    pub fill_warn: f32,
    /// The feet of boxes stand on one line, where the panels are full enough.
    #[serde(default)]
    pub aligned: bool,
}

fn sizes() -> Vec<Pt> {
    vec![Pt(12.0), Pt(11.5), Pt(11.0)]
}

/// A design.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// What it is, for people.
    pub about: String,
    /// Font files by family and weight.
    pub faces: BTreeMap<Family, BTreeMap<u16, String>>,
    /// What the fallback face is multiplied with, so that its small letters are as high as those of the running face.
    pub fallback_scale: f32,
    /// The colour of the sheet.
    pub ground: Ground,
    /// The colours of a hospital that gives none.
    pub brand: Colors,
    /// The size of running text for which the design was drawn.
    pub body: Pt,
    /// Margins at the top and the foot of a panel.
    pub margin: Margin,
    /// The table of type.
    #[serde(rename = "type")]
    pub styles: BTreeMap<TextRole, TypeStyle>,
    /// The weight of emphasis within running text.
    pub strong: u16,
    /// Panels with a ground of their own.
    #[serde(default)]
    pub grounds: Vec<PanelGround>,
    /// How much further in than a format says text stands, because it lies in boxes.
    #[serde(default)]
    pub inset: Pt,
    /// The cover.
    pub cover: Cover,
    /// The ornaments of the inside.
    pub foot: Foot,
    /// Headings.
    pub heading: Heading,
    /// Boxes, by name.
    #[serde(default)]
    pub frames: BTreeMap<String, Frame>,
    /// Which box a section has, by the section's name; `any` is for sections that are not named.
    #[serde(default)]
    pub framed: BTreeMap<String, String>,
    /// The icon of a section, by the section's name.
    #[serde(default)]
    pub icons: BTreeMap<String, String>,
    /// Plain lists.
    pub list: ListMark,
    /// The numbered list of reasons.
    pub reasons: Numbered,
    /// Numbered steps.
    pub steps: Numbered,
    /// What people said.
    #[serde(default)]
    pub quotes: QuoteStyle,
    /// Notes of claims.
    pub notes: NoteRule,
    /// The emergency card.
    pub emergency: Emergency,
    /// The notices at the foot of the last panel.
    pub notices: NoteRule,
    /// Fitting.
    pub fit: Fit,
}

/// Brand colours, as `#rrggbb`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Colors {
    pub primary: String,
    pub accent: String,
    #[serde(default)]
    pub highlight: Option<String>,
}

/// Margins of a panel.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Margin {
    pub top: Pt,
    /// At the top of the inside, if it is another.
    #[serde(default)]
    pub top_inside: Option<Pt>,
    pub foot: Pt,
}

impl Margin {
    /// The margin at the top of a side.
    #[must_use]
    pub fn top_of(&self, face: Face) -> Pt {
        self.top_inside.filter(|_| face == Face::Inside).unwrap_or(self.top)
    }
}

impl Design {
    /// The same design with running text, headings and notes in another size. The cover and the large number stay.
    #[must_use]
    pub fn scaled(&self, body: Pt) -> Self {
        let factor = body / self.body;
        let mut design = self.clone();
        for (role, style) in &mut design.styles {
            if !role.is_fixed() {
                (style.size, style.lead) = (style.size * factor, style.lead * factor);
            }
        }
        design.fit.lead.iter_mut().for_each(|lead| *lead = *lead * factor);
        design
    }

    /// Sets titles and headings in the display face, also where the design has them in the running face.
    pub(crate) fn set_heads_in_display(&mut self) {
        for (_, style) in self.styles.iter_mut().filter(|(role, _)| role.is_head()) {
            style.family = Family::Display;
        }
    }

    /// How a role is set; as running text if the design has no line for it.
    #[must_use]
    pub fn style(&self, role: TextRole) -> TypeStyle {
        let plain = TypeStyle {
            family: Family::Text,
            size: Pt(12.0),
            lead: Pt(16.0),
            weight: 400,
            color: Role::Ink,
            reversed: Role::OnBrand,
            before: Pt::ZERO,
            after: Pt(6.0),
            first: None,
            rag: 0.86,
        };
        self.styles.get(&role).or_else(|| self.styles.get(&TextRole::Body)).copied().unwrap_or(plain)
    }

    /// The box of a section.
    #[must_use]
    pub fn frame(&self, section: &str) -> Option<Frame> {
        let name = self.framed.get(section).or_else(|| self.framed.get(ANY))?;
        self.frames.get(name).copied()
    }

    /// The ground of a panel on which these sections stand, if it has one of its own.
    #[must_use]
    pub fn panel_ground(&self, panel: &str, sections: &[&str]) -> Option<&PanelGround> {
        let is_panel = |name: &Option<String>| name.as_deref().is_none_or(|name| name == panel);
        let has = |name: &Option<String>| name.as_deref().is_none_or(|name| sections.contains(&name));
        self.grounds.iter().find(|ground| is_panel(&ground.panel) && has(&ground.section))
    }
}

/// Stands for all sections that are not named.
const ANY: &str = "any";

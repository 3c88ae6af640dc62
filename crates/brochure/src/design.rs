//! The tokens of a design, as they stand in `brochure/designs/`: type, spacing, parts.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::color::Role;
use crate::fonts::Family;
use crate::unit::{Point, Pt};

/// What a text is, typographically. Each has its line in the design's table of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the design's table of type")]
pub enum TextRole {
    #[serde(rename = "cover.name")]
    CoverName,
    #[serde(rename = "cover.kicker")]
    CoverKicker,
    #[serde(rename = "cover.title")]
    CoverTitle,
    #[serde(rename = "cover.lead")]
    CoverLead,
    #[serde(rename = "cover.call")]
    CoverCall,
    #[serde(rename = "cover.phone")]
    CoverPhone,
    #[serde(rename = "message")]
    Message,
    #[serde(rename = "h2")]
    H2,
    #[serde(rename = "h3")]
    H3,
    #[serde(rename = "label")]
    Label,
    #[serde(rename = "body")]
    Body,
    #[serde(rename = "list")]
    List,
    #[serde(rename = "phone")]
    Phone,
    #[serde(rename = "numeral.reason")]
    NumeralReason,
    #[serde(rename = "numeral.step")]
    NumeralStep,
    #[serde(rename = "mark")]
    Mark,
    #[serde(rename = "emergency.head")]
    EmergencyHead,
    #[serde(rename = "emergency.mark")]
    EmergencyMark,
    #[serde(rename = "cta.phone")]
    CtaPhone,
    #[serde(rename = "note")]
    Note,
    #[serde(rename = "notice")]
    Notice,
    #[serde(rename = "tagline")]
    Tagline,
    #[serde(rename = "edition")]
    Edition,
}

impl TextRole {
    /// Drawn for its place, whatever the size of running text.
    fn is_fixed(self) -> bool {
        use TextRole::{CoverCall, CoverKicker, CoverLead, CoverName, CoverPhone, CoverTitle, CtaPhone};
        matches!(self, CoverCall | CoverKicker | CoverLead | CoverName | CoverPhone | CoverTitle | CtaPhone)
    }

    /// Notes, notices, taglines and the edition line.
    #[must_use]
    pub fn is_small_print(self) -> bool {
        matches!(self, Self::Note | Self::Notice | Self::Tagline | Self::Edition)
    }
}

/// How a text of one role is set.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeStyle {
    /// The running face or the display face.
    #[serde(default)]
    pub family: Family,
    /// Size of the letters.
    pub size: Pt,
    /// From baseline to baseline.
    pub lead: Pt,
    /// From 100 to 900.
    pub weight: u16,
    /// The colour's role.
    pub color: Role,
    /// Least distance to the block above.
    #[serde(default)]
    pub before: Pt,
    /// Least distance to the block below.
    #[serde(default)]
    pub after: Pt,
    /// From the top margin to the first baseline, where this text opens a panel; else one lead.
    #[serde(default)]
    pub first: Option<Pt>,
    /// To how much of the measure lines may be narrowed to make them even.
    #[serde(default = "whole")]
    pub rag: f32,
}

fn whole() -> f32 {
    1.0
}

/// A bundle of curves between a first and a last one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "one curve's points, colours and widths run evenly from the first to the second value")]
pub struct Contours {
    pub count: u16,
    pub width: (Pt, Pt),
    pub color: (Role, Role),
    /// The height at which the ornament begins.
    pub top: Pt,
    pub first: [Point; 7],
    pub last: [Point; 7],
}

/// The picture on the cover.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    missing_docs,
    reason = "lengths from the panel's foot, the picture's height, the rule below, the least distance above"
)]
pub struct Photo {
    pub foot: Pt,
    pub height: Pt,
    pub rule: Pt,
    pub clear: Pt,
}

/// The cover: a ground, a logo, a title in the upper part, an ornament or a picture, a call at the foot.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// Top of the name.
    pub logo_y: Pt,
    /// Top of kicker and title.
    pub text_y: Pt,
    /// From the last baseline of the call to the trim.
    pub foot_margin: Pt,
    /// Least distance between the text and the ornament.
    pub clear: Pt,
    /// Sizes of the title, largest first.
    pub title_steps: Vec<Pt>,
    /// The title's lead as a multiple of its size.
    pub title_lead: f32,
    /// The picture.
    pub photo: Photo,
    /// The ornament.
    pub contours: Contours,
}

/// The ornament at the foot of the inside.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "least distance below the text, and the curves")]
pub struct Foot {
    pub clear: Pt,
    pub contours: Contours,
}

/// The rule above a heading.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "weight of the rule, distance to the text, distance to a numbered list, most lines")]
pub struct Heading {
    pub rule: Pt,
    pub gap: Pt,
    pub after_numbered: Pt,
    pub lines: usize,
}

/// The marks of plain lists.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ListMark {
    pub indent: Pt,
    pub mark: String,
}

/// A numbered list.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbered {
    /// The width of the numerals' column.
    pub column: Pt,
    /// Distance between items.
    pub after: Pt,
}

/// A rule that is drawn above small print.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "weight, length (the measure if none), distance to the text above, distance below")]
pub struct NoteRule {
    pub rule: Pt,
    #[serde(default)]
    pub rule_width: Option<Pt>,
    #[serde(default)]
    pub gap: Pt,
    pub before: Pt,
}

/// The box of the emergency card.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "width of the bar, insets on the four sides, space above, icon, indent of the head")]
pub struct Emergency {
    pub bar: Pt,
    pub left: Pt,
    pub right: Pt,
    pub top: Pt,
    pub foot: Pt,
    pub before: Pt,
    pub icon: Pt,
    pub icon_stroke: Pt,
    pub head_indent: Pt,
}

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
    /// A panel that is filled less is reported.
    pub fill_warn: f32,
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
    pub ground: Role,
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
    /// The cover.
    pub cover: Cover,
    /// The foot of the inside.
    pub foot: Foot,
    /// The rule above headings.
    pub heading: Heading,
    /// Plain lists.
    pub list: ListMark,
    /// The numbered list of reasons.
    pub reasons: Numbered,
    /// Numbered steps.
    pub steps: Numbered,
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
}

/// Margins of a panel.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Margin {
    pub top: Pt,
    pub foot: Pt,
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

    /// How a role is set; as running text if the design has no line for it.
    #[must_use]
    pub fn style(&self, role: TextRole) -> TypeStyle {
        let plain = TypeStyle {
            family: Family::Text,
            size: Pt(12.0),
            lead: Pt(16.0),
            weight: 400,
            color: Role::Ink,
            before: Pt::ZERO,
            after: Pt(6.0),
            first: None,
            rag: 0.86,
        };
        self.styles.get(&role).or_else(|| self.styles.get(&TextRole::Body)).copied().unwrap_or(plain)
    }
}

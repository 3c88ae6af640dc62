//! The table of type: what texts there are, and how each is set.

use serde::Deserialize;

use crate::color::Role;
use crate::fonts::Family;
use crate::unit::Pt;

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
    #[serde(rename = "cover.message")]
    CoverMessage,
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
    #[serde(rename = "address")]
    Address,
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
    #[serde(rename = "cta.head")]
    CtaHead,
    #[serde(rename = "cta.phone")]
    CtaPhone,
    #[serde(rename = "quote")]
    Quote,
    #[serde(rename = "quote.by")]
    QuoteBy,
    #[serde(rename = "quote.note")]
    QuoteNote,
    #[serde(rename = "note")]
    Note,
    #[serde(rename = "notice")]
    Notice,
    #[serde(rename = "tagline")]
    Tagline,
    #[serde(rename = "edition")]
    Edition,
    #[serde(rename = "running")]
    Running,
}

impl TextRole {
    /// Drawn for its place, whatever the size of running text.
    pub(crate) fn is_fixed(self) -> bool {
        use TextRole::{CoverCall, CoverKicker, CoverLead, CoverMessage, CoverName, CoverPhone, CoverTitle, CtaPhone};
        let of_cover =
            matches!(self, CoverCall | CoverKicker | CoverLead | CoverMessage | CoverName | CoverPhone | CoverTitle);
        // Small print is as small as may be already.
        of_cover || self == CtaPhone || self.is_small_print()
    }

    /// The title and the headings. That of the emergency card is set as its text is.
    #[must_use]
    pub fn is_head(self) -> bool {
        matches!(self, Self::CoverTitle | Self::H2 | Self::H3 | Self::CtaHead)
    }

    /// Notes, notices, taglines, the edition line and the feet of pages.
    #[must_use]
    pub fn is_small_print(self) -> bool {
        matches!(self, Self::Note | Self::Notice | Self::Tagline | Self::Edition | Self::Running)
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
    /// The colour's role on the brand's ground.
    #[serde(default = "on_brand")]
    pub reversed: Role,
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

fn on_brand() -> Role {
    Role::OnBrand
}

fn whole() -> f32 {
    1.0
}

/// What a text stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Surface {
    /// The sheet, or a pale tint.
    #[default]
    Paper,
    /// The brand's ground.
    Brand,
    /// The highlight.
    Highlight,
}

/// Reversed letters look thinner than they are: they are at least this heavy.
const REVERSED: u16 = 500;

impl TypeStyle {
    /// How the text is set on a surface.
    #[must_use]
    pub fn on(self, surface: Surface) -> Self {
        match surface {
            Surface::Paper => self,
            Surface::Brand => Self { color: self.reversed, weight: self.weight.max(REVERSED), ..self },
            Surface::Highlight => Self { color: Role::OnHi, weight: self.weight.max(REVERSED), ..self },
        }
    }
}

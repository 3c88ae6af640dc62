//! How the words of patients are set off.

use serde::Deserialize;

use crate::color::Role;
use crate::unit::Pt;

/// How the words of patients are set off from those of the hospital.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs, reason = "distances are from the last baseline, indents from the edge of running text")]
pub enum QuoteStyle {
    /// By their type alone.
    #[default]
    Plain,
    /// By a rule between the words and who said them.
    Rule { weight: Pt, width: Pt, color: Role, before: Pt, after: Pt },
    /// By a bar along their left.
    Bar { width: Pt, color: Role, indent: Pt },
    /// By a card of their own, with an opening mark and a leaf at its head.
    Card(Card),
}

/// The card of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its colour; its text is set as on the highlight.
    pub fill: Role,
    /// Roundness of its corners.
    pub radius: Pt,
    /// How much wider than running text it is, on each side.
    pub outset: Pt,
    /// From its edges to its text.
    pub inset: Pt,
    /// From its upper edge to its text, below the mark and the leaf.
    pub top: Pt,
    /// From the last baseline to its lower edge.
    pub foot: Pt,
    /// Distance to the text above.
    pub before: Pt,
    /// Distance to the text below.
    pub after: Pt,
    /// How wide the opening mark is.
    pub mark: Pt,
    /// The side of the leaf.
    pub leaf: Pt,
}

impl QuoteStyle {
    /// How much narrower than running text its text is.
    #[must_use]
    pub fn narrower(self) -> Pt {
        match self {
            Self::Plain | Self::Rule { .. } => Pt::ZERO,
            Self::Bar { indent, .. } => indent,
            Self::Card(card) => (card.inset - card.outset) * 2.0,
        }
    }
}

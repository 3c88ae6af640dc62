//! The ids of headings: they name what a heading is about, so they stay when its words change.

use serviceline_core::Words;
use serviceline_core::words::Origin;

use super::Composer;
use crate::options::HeadingIds;

impl Composer<'_, '_> {
    /// The id of a heading, by where its words come from: the section, the item of a list with its own id, or a phrase.
    /// Nothing where no ids are asked for, and for the title.
    pub(super) fn anchor(&self, words: &Words) -> String {
        if self.options.heading_ids == HeadingIds::None {
            return String::new();
        }
        match words.pieces().first().map(serviceline_core::words::Piece::origin) {
            Some(Origin::Phrase(key)) => key.strip_prefix("section.").unwrap_or(key).replace(['_', '.'], "-"),
            Some(Origin::Field(path)) => self.of_field(path.as_str()),
            None => String::new(),
        }
    }

    fn of_field(&self, path: &str) -> String {
        if let Some(section) = path.strip_prefix("sections.").and_then(|rest| rest.strip_suffix(".title")) {
            return section.replace('_', "-");
        }
        let Some((list, index)) = path.split_once('[') else { return String::new() };
        let index = index.split(']').next().and_then(|index| index.parse::<usize>().ok());
        let list = list.rsplit('.').next().unwrap_or_default();
        index.and_then(|index| self.item(list, index)).map(|id| format!("{list}-{id}")).unwrap_or_default()
    }

    /// The id of an item of a list of the edition.
    fn item(&self, list: &str, index: usize) -> Option<&str> {
        let (edition, organization) = (self.selection.edition(), self.selection.edition().organization());
        let id = match list {
            "reasons" => &edition.reasons.get(index)?.id,
            "tests" => &edition.tests.get(index)?.id,
            "treatments" => &edition.treatments.get(index)?.id,
            "journey" => &edition.journey.get(index)?.id,
            "faqs" => &edition.faqs.get(index)?.id,
            "groups" => &edition.support.groups.get(index)?.id,
            "locations" => &organization.locations.get(index)?.id,
            _ => return None,
        };
        Some(id.as_str()).filter(|id| !id.is_empty())
    }
}

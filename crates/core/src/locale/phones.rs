//! Phone numbers as people read them.

use super::{Locale, fill};
use crate::model::{Extension, PhoneNumber};

impl Locale {
    /// A phone number for reading: "614-555-0134, ext. 213", "911".
    #[must_use]
    pub fn phone(&self, number: &PhoneNumber, extension: Option<&Extension>) -> String {
        let phones = &self.forms.phones;
        let phone = match number.groups()[..] {
            [area, exchange, line] => {
                fill(&phones.area_first, &[("area", area), ("exchange", exchange), ("line", line)])
            }
            _ => number.to_string(),
        };
        match extension {
            Some(extension) => fill(&phones.extension, &[("phone", &phone), ("extension", extension.as_str())]),
            None => phone,
        }
    }
}

//! How to make an appointment, and every line of the service.

use serviceline_core::leaf::Leaf;
use serviceline_core::model::{Phone, PhonePurpose};
use serviceline_core::words::Words;

use super::Composer;
use crate::options::SectionId;
use crate::page::{Appointment, PhoneLine, Section};

impl Composer<'_, '_> {
    pub(super) fn appointment(&mut self) -> Section {
        let selection = self.selection;
        let heading = &selection.sections.contact;
        let section = self.headed(SectionId::Book, heading, "page.section.book");
        let appointment =
            Appointment { text: None, actions: self.actions(), phones: self.lines(), remarks: self.line_hours() };
        Section { class: Some("sl-book".to_owned()), appointment: Some(appointment), ..section }
    }

    /// Every line that readers may see: first those of the service, in its order, then those of the organization.
    fn lines(&mut self) -> Vec<PhoneLine> {
        let selection = self.selection;
        let contact = &selection.contact;
        let fields = [
            &contact.appointments,
            &contact.nurse,
            &contact.support,
            &contact.billing,
            &contact.records,
            &contact.interpreter,
            &contact.referral,
        ];
        let mut lines: Vec<PhoneLine> = Vec::new();
        let mut listed: Vec<&str> = Vec::new();
        for at in fields {
            match self.phone(at) {
                Some(phone) => {
                    selection.same(at, &phone.number);
                    if !listed.contains(&phone.id.as_str()) {
                        listed.push(phone.id.as_str());
                        lines.push(self.line(phone));
                    }
                }
                None if at.gap().is_some() => {
                    let gap = selection.gap_of(at);
                    lines.push(PhoneLine { label: selection.phrase("label.phone"), phone: gap, remarks: Vec::new() });
                }
                None => {}
            }
        }
        let urgent = |phone: &&Phone| matches!(phone.purpose, Some(PhonePurpose::Emergency | PhonePurpose::Crisis));
        let others = || selection.organization().phones.iter().filter(|phone| !listed.contains(&phone.id.as_str()));
        lines.extend(
            others().filter(|phone| !urgent(phone)).chain(others().filter(urgent)).map(|phone| self.line(phone)),
        );
        lines
    }

    fn line(&self, phone: &Phone) -> PhoneLine {
        let selection = self.selection;
        let languages = selection.languages(phone);
        let hours = (!phone.hours.is_empty()).then(|| selection.hours(&phone.hours));
        let remarks: Vec<Words> =
            hours.into_iter().chain((!languages.is_empty()).then(|| languages.capitalized())).collect();
        PhoneLine { label: selection.say(&phone.label), phone: selection.phone(phone), remarks }
    }
}

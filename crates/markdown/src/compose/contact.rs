//! Every phone line with its hours and languages.

use serviceline_core::Words;
use serviceline_core::leaf::Fact;
use serviceline_core::model::{Phone, PhonePurpose, PhoneRef};

use super::Composer;
use crate::options::Flavor;
use crate::outline::Block;

impl<'e> Composer<'_, 'e> {
    pub(super) fn contact(&mut self) {
        self.section("contact", &self.selection.sections.contact, true);
        if self.options.flavor == Flavor::Gfm {
            self.contact_table();
        } else {
            self.contact_list();
        }
        self.paragraph(self.spaced([self.selection.zone(), self.closed_days()]));
        self.prose(&self.selection.organization().notices.tty);
    }

    fn contact_list(&mut self) {
        let contact = &self.selection.contact;
        let mut lines = vec![self.contact_line(&contact.appointments), self.contact_line(&contact.nurse)];
        let online = self.link(&contact.online);
        lines.push(self.labelled("online", online));
        let further = [&contact.referral, &contact.billing, &contact.records, &contact.support, &contact.interpreter];
        lines.extend(further.map(|at| self.contact_line(at)));
        lines.extend(self.other_phones().into_iter().map(|phone| self.phone_line(phone)));
        for schedule in self.phone_schedules() {
            lines.extend(self.changes(&schedule.exceptions));
        }
        self.lines(lines);
    }

    /// A row for each line: what it is for, its number, its hours and languages. What is no line stands in a list below.
    fn contact_table(&mut self) {
        let contact = &self.selection.contact;
        let named = [
            &contact.appointments,
            &contact.nurse,
            &contact.referral,
            &contact.billing,
            &contact.records,
            &contact.support,
            &contact.interpreter,
        ];
        let (mut rows, mut lines) = (Vec::new(), Vec::new());
        for at in named {
            if let Some(phone) = self.line(at) {
                self.selection.same(at, &phone.number);
                rows.push(self.phone_row(phone));
            } else {
                lines.push(self.selection.gap_of(at));
            }
        }
        rows.extend(self.other_phones().into_iter().map(|phone| self.phone_row(phone)));
        let head = ["label.for", "label.phone", "label.hours"].map(|key| self.selection.phrase(key)).to_vec();
        if !rows.is_empty() {
            self.blocks.push(Block::Table { head, rows });
        }
        let online = self.link(&contact.online);
        lines.push(self.labelled("online", online));
        for schedule in self.phone_schedules() {
            lines.extend(self.changes(&schedule.exceptions));
        }
        self.lines(lines);
    }

    fn phone_row(&self, phone: &Phone) -> Vec<Words> {
        let hours = [self.selection.hours(&phone.hours), self.selection.languages(phone)];
        vec![self.words(&phone.label), self.selection.phone(phone), self.joined("text.comma", hours)]
    }

    /// A line of the list of contacts: the label of the phone, the number, the hours, the languages.
    fn contact_line(&mut self, at: &Fact<PhoneRef>) -> Words {
        match self.line(at) {
            Some(phone) => {
                self.selection.same(at, &phone.number);
                self.phone_line(phone)
            }
            None => self.selection.gap_of(at),
        }
    }

    fn phone_line(&self, phone: &Phone) -> Words {
        let line = self.selection.phone(phone);
        let line = self.with_hours(line, phone);
        let languages = self.selection.languages(phone);
        self.under(&self.words(&phone.label), self.joined("text.comma", [line, languages]))
    }

    fn with_hours(&self, line: Words, phone: &Phone) -> Words {
        self.joined("text.comma", [line, self.selection.hours(&phone.hours)])
    }

    /// The number that a reference points to and the hours of its line; nothing if these readers may not see it.
    pub(super) fn number_and_hours(&mut self, at: &Fact<PhoneRef>) -> Words {
        let number = self.number(at);
        match self.selection.phone_at(at) {
            Some(phone) if !number.is_empty() => self.with_hours(number, phone),
            _ => number,
        }
    }

    /// The ids of the lines that the service names as its contacts, in the order of the list.
    pub(super) fn contact_phones(&self) -> Vec<&'e str> {
        let contact = &self.selection.contact;
        let named = [
            &contact.appointments,
            &contact.nurse,
            &contact.referral,
            &contact.billing,
            &contact.records,
            &contact.support,
            &contact.interpreter,
        ];
        named.into_iter().filter_map(|at| Some(self.selection.phone_at(at)?.id.as_str())).collect()
    }

    /// All other lines, the organization's own before those of the whole country.
    pub(super) fn other_phones(&self) -> Vec<&Phone> {
        use PhonePurpose::{Crisis, Emergency, Tty};
        let named = self.contact_phones();
        let public = |phone: &&Phone| matches!(phone.purpose, Some(Emergency | Crisis | Tty));
        let phones = self.selection.organization().phones.iter();
        let (public, own): (Vec<_>, Vec<_>) =
            phones.filter(|phone| !named.contains(&phone.id.as_str())).partition(public);
        own.into_iter().chain(public).collect()
    }

    fn phone_schedules(&self) -> Vec<&'e serviceline_core::model::Schedule> {
        let places = &self.selection.locations;
        let places = places.iter().filter_map(|at| self.selection.location_at(at)?.hours.value());
        let of_places: Vec<&str> = places.map(serviceline_core::model::HoursRef::id).collect();
        let edition = self.selection.edition().organization();
        let used = |id: &str| self.selection.organization().hours.iter().any(|schedule| schedule.id.as_str() == id);
        let schedules = edition.hours.iter();
        schedules.filter(|s| used(s.id.as_str()) && !of_places.contains(&s.id.as_str())).collect()
    }

    fn closed_days(&self) -> Words {
        let closed = |schedule: &&serviceline_core::model::Schedule| schedule.closed_on.value().is_some();
        let schedules: Vec<_> = self.phone_schedules().into_iter().filter(closed).collect();
        let holidays = self.selection.holidays();
        let (Some(first), false) = (self.selection.organization().holidays.first(), schedules.is_empty()) else {
            return Words::default();
        };
        for schedule in schedules {
            self.selection.same(&schedule.closed_on, first);
        }
        let holidays = self.selection.writer().list(&holidays);
        self.selection.phrase_with("contact.closed", &[("holidays", &holidays)])
    }
}

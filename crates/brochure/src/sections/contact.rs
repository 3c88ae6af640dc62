//! Whom to call for what, and where to go.

use serviceline_core::model::{Link, LinkRef, Location, Phone, PhoneRef};
use serviceline_core::words::Role;
use serviceline_core::{Fact, Text, Words};

use super::Writer;
use crate::design::TextRole;
use crate::draft::{Block, ListKind, Section};

impl Writer<'_, '_> {
    /// `contact`, or one of its lines.
    pub(super) fn contact(&mut self, item: Option<&str>) -> Option<Vec<Section>> {
        let contact = &self.selection.contact;
        let lines: [(&str, &Fact<PhoneRef>); 7] = [
            ("appointments", &contact.appointments),
            ("nurse", &contact.nurse),
            ("billing", &contact.billing),
            ("referral", &contact.referral),
            ("records", &contact.records),
            ("support", &contact.support),
            ("interpreter", &contact.interpreter),
        ];
        match item {
            Some("online") => Some(vec![self.online(&contact.online)]),
            Some(name) => {
                let (_, at) = lines.iter().find(|(known, _)| *known == name)?;
                Some(vec![if name == "appointments" { self.appointments(at) } else { self.line(at) }])
            }
            None => {
                let mut sections = vec![self.appointments(&contact.appointments), self.online(&contact.online)];
                sections.extend(lines.iter().skip(1).map(|(_, at)| self.line(at)));
                Some(sections)
            }
        }
    }

    /// The line that most people call, large.
    fn appointments(&mut self, at: &Fact<PhoneRef>) -> Section {
        let s = self.selection;
        let mut section = Section::default();
        section.heading(self.phrase("contact.appointments"));
        section.text(TextRole::CtaPhone, s.phone_number(at));
        if let Some(phone) = s.phone_at(at) {
            section.text(TextRole::Body, s.hours(&phone.hours));
            self.leave_out_names(phone);
        }
        section
    }

    /// Any other line: what it is for, its number, its hours.
    fn line(&mut self, at: &Fact<PhoneRef>) -> Section {
        let s = self.selection;
        let mut section = Section::default();
        let number = s.phone_number(at);
        let Some(phone) = s.phone_at(at) else {
            section.text(TextRole::Body, number);
            return section;
        };
        let label = self.phrase_with("item.head", &[("name", &s.say(&phone.label))]).strong();
        let hours = s.hours(&phone.hours);
        let key = if hours.is_empty() { "contact.line_without_hours" } else { "contact.line" };
        let values = [("label", &label), ("phone", &number.strong()), ("hours", &hours)];
        section.text(TextRole::Body, self.phrase_with(key, &values));
        let details = self.reason("left_out.details");
        self.notes.leave_out_all(&phone.languages, &details);
        section
    }

    fn leave_out_names(&mut self, phone: &Phone) {
        let details = self.reason("left_out.details");
        self.notes.leave_out(&phone.label, &details);
        self.notes.leave_out_all(&phone.languages, &details);
    }

    /// A link, and its address for those who have it on paper.
    fn online(&mut self, at: &Fact<LinkRef>) -> Section {
        let s = self.selection;
        let mut section = Section::default();
        let words = s.link_words(at);
        let url = s.link_at(at).and_then(|link| link.url.value().map(|url| (link, s.absolute(url.as_str()))));
        let Some((link, href)) = url else {
            section.text(TextRole::Label, words);
            return section;
        };
        let address = self.address_of(link);
        let alt = self.phrase_with("code.alt", &[("address", &address)]);
        section.blocks.push(Block::Code { words, address, href, alt });
        section
    }

    /// The address of a link as it is written on paper.
    fn address_of(&self, link: &Link) -> Words {
        let s = self.selection;
        let shown = s.fact(&link.url, |url| on_paper(&s.absolute(url.as_str())));
        s.to(shown, &link.url)
    }

    pub(super) fn related(&mut self) -> Vec<Section> {
        let s = self.selection;
        let mut section = Section::default();
        if !s.related.is_empty() {
            self.opening(&mut section, &s.sections.related, "section.related");
            section.list(ListKind::Plain, s.related.iter().map(|other| s.to(s.say(&other.title), &other.url)));
        }
        vec![section]
    }

    /// `locations`, or some of them by their ids.
    pub(super) fn locations(&mut self, ids: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let places = self.picked(&s.locations, ids, |at| at.value().map_or("", |place| place.id()))?;
        let mut section = Section::default();
        if !places.is_empty() {
            self.opening(&mut section, &s.sections.locations, "section.locations");
        }
        for at in places {
            match s.location_at(at) {
                Some(place) => {
                    s.same(at, &place.name);
                    self.place(&mut section, place);
                }
                None => section.text(TextRole::Body, s.gap_of(at)),
            }
        }
        Some(vec![section])
    }

    fn place(&mut self, section: &mut Section, place: &Location) {
        let s = self.selection;
        let address = &place.address;
        section.text(TextRole::Label, s.say(&place.name));
        let say = |text: &Text| s.say(text);
        let floor = say(&place.floor);
        let floor = if floor.is_empty() { floor } else { s.phrase_with("place.floor", &[("floor", &floor)]) };
        let building = self.parts([say(&place.building), floor]);
        let city = s.phrase_with(
            "place.city",
            &[
                ("city", &say(&address.city)),
                ("region", &say(&address.region)),
                ("postal_code", &say(&address.postal_code)),
            ],
        );
        let status = if place.is_closed() { s.phrase("place.closed").strong() } else { Words::default() };
        let lines = [status, building, say(&address.street), city, s.hours(&place.hours), s.zone_of(place)];
        let line_break = s.piece(" ", &place.name, Role::Break);
        let lines = lines.into_iter().filter(|words| !words.is_empty());
        section.text(TextRole::Body, Words::join(lines, &line_break));
        let reason = self.reason("left_out.place");
        for text in [&place.hours_note, &place.directions, &place.parking, &place.transit, &place.visitors] {
            self.notes.leave_out(text, &reason);
        }
        self.notes.leave_out_all(&place.exceptions, &reason);
        self.notes.leave_out_all(&place.entrances, &reason);
        self.notes.leave_out_all(&place.accessibility, &reason);
    }
}

/// An address as people type it.
pub(super) fn on_paper(address: &str) -> String {
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::on_paper;

    #[test]
    fn an_address_is_printed_as_people_type_it() {
        assert_eq!(on_paper("https://www.example.org/a/"), "example.org/a");
        assert_eq!(on_paper("http://example.org"), "example.org");
    }
}

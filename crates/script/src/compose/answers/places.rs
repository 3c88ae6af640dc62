//! Answers about places and phone lines.

use serviceline_core::{
    Text, Words,
    model::{Audience, Entrance, Location, Phone, PhonePurpose},
};

use super::Index;
use crate::compose::Composer;
use crate::compose::voice::lowered;

impl Composer<'_, '_> {
    pub(super) fn places(&self, index: &mut Index) {
        for place in &self.selection.organization().locations {
            let name = self.short_name(&place.name);
            self.address(index, place, &name);
            self.opening(index, place, &name);
            for (key, text) in [
                ("subject.parking", &place.parking),
                ("subject.bus", &place.transit),
                ("subject.visitors", &place.visitors),
            ] {
                index.add(self.subject(key, &[("place", &name)]), None, vec![], self.answer(&self.run_of(text)));
            }
            let help = self.sentences(place.accessibility.iter().map(|text| self.sentence(self.run_of(text))));
            index.add(self.subject("subject.wheelchair", &[("place", &name)]), None, vec![], self.answer(&help));
            let doors = self.doors(&place.entrances);
            index.add(self.subject("subject.entrance", &[("place", &name)]), None, vec![], self.answer(&doors));
        }
    }

    /// The name of a place without the first word of the organization's name.
    fn short_name(&self, name: &Text) -> Words {
        let organization = self.selection.organization().name.full();
        let first = organization.split_whitespace().next().unwrap_or_default();
        let name = self.text(name);
        name.respell(|piece| match piece.text().strip_prefix(first) {
            Some(rest) if rest.starts_with(' ') && !rest.trim().is_empty() => rest.trim_start().to_owned(),
            _ => piece.text().to_owned(),
        })
    }

    fn address(&self, index: &mut Index, place: &Location, name: &Words) {
        let address = &place.address;
        let street = self.text(&address.street).respell(|piece| self.speaker.street(piece.text()));
        let region = self.text(&address.region).respell(|piece| self.speaker.region(piece.text()).to_owned());
        let city = self.phrase("answer.city", &[("city", &self.text(&address.city)), ("region", &region)]);
        let full = self.text(&place.name);
        let values: &[(&str, &Words)] = &[("place", &full), ("street", &street), ("city", &city)];
        let inside = self.inside(place);
        let inside = if inside.is_empty() {
            inside
        } else {
            self.sentence(self.phrase("answer.inside", &[("inside", &inside)]))
        };
        let closed =
            if place.is_closed() { self.phrase("answer.closed", &[("place", &full)]) } else { Words::default() };
        let address = self.phrase("answer.address", values);
        let body = self.sentences([closed, address, inside, self.run_of(&place.directions)]);
        let subject = self.subject("subject.address", &[("place", name)]);
        let lead = self.subject("lead.directions", &[("place", name)]);
        index.add(subject.clone(), None, vec![], self.answer(&body));
        index.leads.push(crate::dialogue::Entry {
            subject: lead,
            sounds: None,
            body: crate::dialogue::Body::See(subject),
        });
    }

    /// The building or center, and the floor.
    pub(in crate::compose) fn inside(&self, place: &Location) -> Words {
        let (building, floor) = (self.text(&place.building), self.text(&place.floor));
        match (building.is_empty(), floor.is_empty()) {
            (false, false) => self.phrase("answer.in_building", &[("building", &building), ("floor", &floor)]),
            (true, false) => self.phrase("answer.floor", &[("floor", &floor)]),
            _ => building,
        }
    }

    fn opening(&self, index: &mut Index, place: &Location, name: &Words) {
        let hours = self.selection.hours(&place.hours);
        let full = self.text(&place.name);
        let always = place.hours.value().is_some_and(serviceline_core::model::HoursRef::is_always);
        let key = match always {
            _ if place.is_closed() => "answer.hours_closed",
            true => "answer.hours_always",
            false => "answer.hours",
        };
        let hours = if hours.is_empty() { hours } else { self.phrase(key, &[("place", &full), ("hours", &hours)]) };
        let schedule = place.hours.value().and_then(|hours| self.selection.edition().schedule(hours.id()));
        let closes = schedule.is_some_and(|schedule| schedule.closed_on.value().is_some());
        let holidays = if closes { self.phrase("answer.holidays", &[]) } else { Words::default() };
        let zone = self.selection.zone_of(place);
        let body = self.sentences([self.sentence(hours), zone, holidays, self.run_of(&place.hours_note)]);
        index.add(self.subject("subject.hours", &[("place", name)]), None, vec![], self.answer(&body));
    }

    /// Which door to use when. If the last closes where the first opens, it is for all other times.
    fn doors(&self, entrances: &[Entrance]) -> Words {
        let last = entrances.len().saturating_sub(1);
        let round = last > 0
            && entrances.windows(2).all(|pair| pair[0].close == pair[1].open)
            && entrances[last].close == entrances[0].open;
        let doors = entrances.iter().enumerate().map(|(at, entrance)| {
            let usage = lowered(&self.run_of(&entrance.usage));
            if round && at == last {
                self.selection.same(&entrance.open, &entrances[last - 1].close);
                self.selection.same(&entrance.close, &entrances[0].open);
                return self.phrase("answer.entrance_else", &[("use", &usage)]);
            }
            let time = |fact| self.selection.fact(fact, |time| self.selection.locale().time(*time));
            let (open, close) = (time(&entrance.open), time(&entrance.close));
            self.phrase("answer.entrance", &[("open", &open), ("close", &close), ("use", &usage)])
        });
        self.sentences(doors.map(|door| self.sentence(door)))
    }

    /// The lines that a patient may be given; offices' lines stand in the steps for offices.
    pub(super) fn phones(&self, index: &mut Index) {
        for phone in &self.selection.organization().phones {
            let short = phone.number.value().is_some_and(serviceline_core::model::PhoneNumber::is_short_code);
            if short || phone.audience == Some(Audience::Clinician) || phone.purpose == Some(PhonePurpose::Fax) {
                self.leave_out(&phone.said_as, "the number is said in the steps, under another name");
                continue;
            }
            self.phone_answer(index, phone);
        }
    }

    fn phone_answer(&self, index: &mut Index, phone: &Phone) {
        let (desk, number) = (self.desk(phone).capitalized(), self.selection.phone(phone));
        let hours = self.selection.hours(&phone.hours);
        let body = if hours.is_empty() {
            self.phrase("answer.phone_plain", &[("desk", &desk), ("number", &number)])
        } else {
            self.phrase("answer.phone", &[("desk", &desk), ("hours", &hours), ("number", &number)])
        };
        let subject = self.subject("subject.phone", &[("label", &self.text(&phone.label))]);
        let lead = match phone.purpose {
            Some(PhonePurpose::TriageNurse) => Some("lead.nurse"),
            Some(PhonePurpose::Billing) => Some("lead.billing"),
            Some(PhonePurpose::Records) => Some("lead.records"),
            Some(PhonePurpose::Interpreter) => Some("lead.interpreter"),
            _ => None,
        };
        if let Some(lead) = lead {
            self.leads(index, lead, &subject);
        }
        index.add(subject, None, vec![], self.answer(&body));
    }
}

//! Where to go: the places with their hours, doors and ways.

use serviceline_core::Words;
use serviceline_core::leaf::{Leaf, Text};
use serviceline_core::model::{Address, Entrance, HoursException, Location};

use super::Composer;

impl Composer<'_, '_> {
    pub(super) fn places(&mut self) {
        let places = &self.selection.locations;
        self.section("locations", &self.selection.sections.locations, !places.is_empty());
        for at in places {
            match self.selection.location_at(at) {
                Some(location) => {
                    self.selection.same(at, &location.name);
                    self.place(location);
                }
                None => self.paragraph(self.selection.gap_of(at)),
            }
        }
    }

    fn place(&mut self, location: &Location) {
        self.heading(3, self.words(&location.name));
        let status = location.is_closed().then(|| self.selection.phrase("place.closed"));
        let mut lines = vec![
            self.labelled("status", status.unwrap_or_default()),
            self.labelled("address", self.address(location)),
            self.labelled("clinic_hours", self.opening_hours(location)),
        ];
        let schedule = location.hours.value().and_then(|hours| self.selection.edition().schedule(hours.id()));
        let usual = schedule.map(|schedule| schedule.exceptions.as_slice()).unwrap_or_default();
        lines.extend(self.changes(usual));
        lines.extend(self.changes(&location.exceptions));
        let texts = [("approach", &location.directions), ("parking", &location.parking), ("bus", &location.transit)];
        lines.extend(texts.map(|(label, text)| self.labelled(label, self.words(text))));
        let doors = self.spaced(location.entrances.iter().map(|door| self.door(door)));
        lines.push(self.labelled("entrance", doors));
        lines.push(self.labelled("access", self.sentences(&location.accessibility)));
        lines.push(self.labelled("visitors", self.words(&location.visitors)));
        self.lines(lines);
    }

    fn address(&self, location: &Location) -> Words {
        let Address { street, city, region, postal_code, .. } = &location.address;
        let floor = if location.floor.is_empty() {
            Words::default()
        } else {
            self.selection.phrase_with("place.floor", &[("floor", &self.words(&location.floor))])
        };
        let [city, region, code] = [city, region, postal_code].map(|text| self.words(text));
        let city =
            self.selection.phrase_with("place.city", &[("city", &city), ("region", &region), ("postal_code", &code)]);
        self.joined("text.comma", [self.words(&location.building), floor, self.words(street), city])
    }

    fn opening_hours(&self, location: &Location) -> Words {
        let schedule = location.hours.value().and_then(|hours| self.selection.edition().schedule(hours.id()));
        let closed = schedule.map(|schedule| self.selection.closed_on(schedule)).unwrap_or_default();
        let note = self.words(&location.hours_note);
        let hours = self.selection.hours(&location.hours);
        let zone = self.selection.zone_of(location);
        let alone = closed.is_empty() && note.is_empty() && zone.is_empty();
        let hours = if alone { hours } else { self.sentence(hours) };
        self.spaced([hours, zone, closed, note])
    }

    /// A line for each day on which other hours are kept.
    pub(super) fn changes(&self, exceptions: &[HoursException]) -> Vec<Words> {
        let changes = self.selection.exceptions(exceptions).into_iter();
        changes.map(|change| self.labelled("change_in_hours", change)).collect()
    }

    fn door(&self, door: &Entrance) -> Words {
        let time = |fact| self.selection.fact(fact, |time| self.selection.locale().time(*time));
        let (start, end, usage) = (time(&door.open), time(&door.close), self.words(&door.usage));
        self.selection.phrase_with("place.entrance", &[("start", &start), ("end", &end), ("use", &usage)])
    }

    fn sentences(&self, texts: &[Text]) -> Words {
        self.spaced(texts.iter().map(|text| self.sentence(self.words(text))))
    }
}

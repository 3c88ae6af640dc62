//! Places: how to get there, and when they are open.

use serviceline_core::leaf::Fact;
use serviceline_core::model::{Location, LocationRef};
use serviceline_core::words::Words;

use super::{Composer, anchor};
use crate::options::SectionId;
use crate::page::{Locations, Place, Section};

impl Composer<'_, '_> {
    /// The name of a place that a reference points to.
    pub(super) fn place_name(&self, at: &Fact<LocationRef>) -> Words {
        match self.selection.location_at(at) {
            Some(place) => {
                self.selection.same(at, &place.name);
                self.selection.say(&place.name)
            }
            None => self.selection.gap_of(at),
        }
    }

    pub(super) fn locations(&mut self) -> Option<Section> {
        let selection = self.selection;
        let section = self.headed(SectionId::Locations, &selection.sections.locations, "section.locations");
        let places: Vec<_> = selection.locations.iter().filter_map(|at| selection.location_at(at)).collect();
        let others =
            selection.organization().locations.iter().filter(|other| places.iter().all(|place| place.id != other.id));
        let all: Vec<Place> = places.iter().copied().chain(others).map(|place| self.place(place)).collect();
        if all.is_empty() {
            return None;
        }
        Some(Section {
            locations: Some(Locations { zone: Some(selection.zone()).filter(|zone| !zone.is_empty()), places: all }),
            ..section
        })
    }

    fn place(&mut self, place: &Location) -> Place {
        let selection = self.selection;
        let (tables, mut remarks) = self.place_hours(place);
        remarks.extend(Some(selection.zone_of(place)).filter(|zone| !zone.is_empty()));
        remarks.extend(self.say(&place.hours_note));
        Place {
            id: anchor("locations", place.id.as_str()),
            name: selection.say(&place.name),
            status: place.is_closed().then(|| selection.phrase("place.closed")),
            address: self.address(place),
            ways: self.ways(place),
            tables,
            remarks,
        }
    }

    /// The lines of an address: building and floor, street, city.
    fn address(&self, place: &Location) -> Vec<Words> {
        let selection = self.selection;
        let floor = self.say(&place.floor).map(|floor| self.with("place.floor", "floor", &floor));
        let inside = match (self.say(&place.building), floor) {
            (Some(building), Some(floor)) => {
                Some(selection.phrase_with("page.place_inside", &[("building", &building), ("floor", &floor)]))
            }
            (building, floor) => building.or(floor.map(Words::capitalized)),
        };
        let address = &place.address;
        let city = [("city", &address.city), ("region", &address.region), ("postal_code", &address.postal_code)];
        let city = city.map(|(name, text)| (name, selection.say(text)));
        let city = selection.phrase_with("place.city", &city.each_ref().map(|(name, words)| (*name, words)));
        inside.into_iter().chain(self.say(&address.street)).chain([city]).collect()
    }

    /// How to get there and in, one statement each.
    fn ways(&self, place: &Location) -> Vec<Words> {
        let selection = self.selection;
        let mut ways: Vec<Words> =
            [&place.directions, &place.parking, &place.transit].into_iter().filter_map(|text| self.say(text)).collect();
        for entrance in &place.entrances {
            let time = |at| selection.fact(at, |time| selection.locale().time(*time));
            let values = [
                ("start", &time(&entrance.open)),
                ("end", &time(&entrance.close)),
                ("use", &selection.say(&entrance.usage)),
            ];
            ways.push(selection.phrase_with("place.entrance", &values));
        }
        let help: Vec<Words> = place.accessibility.iter().filter_map(|text| self.say(text)).collect();
        if !help.is_empty() {
            ways.push(Words::join(help, &selection.own(" ")));
        }
        ways.extend(self.say(&place.visitors));
        ways
    }
}

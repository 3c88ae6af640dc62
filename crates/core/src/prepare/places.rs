//! Places that are closed for now: what is still said to be there.

use super::Check;
use crate::Diagnostic;
use crate::model::{Location, Organization, ServiceLine};

/// What an author can do about it.
const HELP: &str = "name another place, or take `status: closed` away when the place opens again";

impl Check<'_> {
    /// Groups that meet where it is closed, and a service line that has no open place at all.
    pub(super) fn places(&mut self, service: &ServiceLine, organization: &Organization) {
        let closed =
            |id: &str| organization.locations.iter().find(|place| place.id.as_str() == id && place.is_closed());
        for (index, group) in service.support.groups.iter().enumerate() {
            if let Some(place) = group.place.value().and_then(|place| closed(place.id())) {
                let message = format!("expected a group to meet at an open place, found {}", named(place));
                self.warn(&format!("support.groups[{index}].place"), &message);
            }
        }
        let mut places = service.locations.iter().filter_map(|place| place.value()).map(|place| closed(place.id()));
        let first = service.locations.iter().find_map(|place| closed(place.value()?.id()));
        if let Some(first) = first.filter(|_| places.all(|place| place.is_some())) {
            let message = format!("expected a place where visits can be booked, found {}", named(first));
            self.warn("locations", &message);
        }
    }

    fn warn(&mut self, path: &str, message: &str) {
        self.problem(path, Diagnostic::warning("closed-place", message).help(HELP));
    }
}

fn named(place: &Location) -> String {
    format!("{}, which is closed for now", place.name.full())
}

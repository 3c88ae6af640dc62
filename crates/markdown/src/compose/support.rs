//! Groups that meet, things to read, and what people say.

use serviceline_core::Words;
use serviceline_core::leaf::Leaf;
use serviceline_core::model::{Group, Registration, Resource, Testimonial};

use super::Composer;

impl Composer<'_, '_> {
    pub(super) fn support(&mut self) {
        let support = &self.selection.support;
        let has_content = !support.groups.is_empty() || !support.resources.is_empty();
        self.section("support", &self.selection.sections.support, has_content);
        for group in &support.groups {
            self.group(group);
        }
        if !support.resources.is_empty() {
            self.heading(3, self.selection.phrase("section.resources"));
            let resources: Vec<Words> = support.resources.iter().map(|resource| self.resource(resource)).collect();
            self.lines(resources);
        }
    }

    pub(super) fn testimonials(&mut self) {
        let testimonials = &self.selection.testimonials;
        self.section("testimonials", &self.selection.sections.testimonials, !testimonials.is_empty());
        for testimonial in testimonials {
            let quote = [("quote", &self.words(&testimonial.quote))];
            self.paragraph(self.selection.phrase_with("testimonial.quote", &quote));
            self.paragraph(self.said_by(testimonial));
        }
    }

    /// Who said it, and what keeps it from misleading.
    fn said_by(&self, testimonial: &Testimonial) -> Words {
        let date = self.selection.fact(&testimonial.date, |date| self.selection.locale().date(*date));
        let by = [self.words(&testimonial.name), self.words(&testimonial.relationship), date];
        let disclosures = [&testimonial.typical_result, &testimonial.material_connection];
        let disclosures = disclosures.into_iter().map(|text| self.words(text));
        self.spaced([self.sentence(self.joined("text.comma", by))].into_iter().chain(disclosures))
    }

    fn group(&mut self, group: &Group) {
        self.heading(3, self.words(&group.title));
        let lines = [
            self.labelled("when", self.selection.recurrence(&group.schedule)),
            self.labelled("where", self.meeting_place(group)),
            self.labelled("cost", self.words(&group.cost)),
            self.labelled("for", self.choice(&group.audience, "audience")),
            self.labelled("join", self.registration(&group.registration)),
        ];
        self.lines(lines);
    }

    /// The place with its room. What kind of place it is goes without saying where it has a name.
    fn meeting_place(&self, group: &Group) -> Words {
        let named = self.selection.location_at(&group.place);
        let place = match named {
            Some(location) => self.selection.fact(&group.place, |_| location.name.full().to_owned()),
            None => self.selection.gap_of(&group.place),
        };
        let room = self.words(&group.room);
        let kind = match (place.is_empty(), room.is_empty()) {
            (true, true) => self.choice(&group.place_type, "place"),
            (false, _) => self.same_as(&group.place_type, &group.place),
            (true, false) => self.same_as(&group.place_type, &group.room),
        };
        self.joined("text.comma", [kind, place, room])
    }

    /// Says nothing for a fact that goes without saying beside another, unless it is a gap.
    fn same_as(&self, fact: &dyn Leaf, other: &dyn Leaf) -> Words {
        self.selection.same(fact, other);
        self.selection.gap_of(fact)
    }

    fn registration(&self, registration: &Registration) -> Words {
        let Registration { required, how } = registration;
        let must = match required.value() {
            Some(true) if !how.is_empty() => self.same_as(required, how),
            _ => self.selection.fact(required, |required| {
                self.phrase_text(if *required { "group.signup" } else { "group.no_signup" }, &[])
            }),
        };
        self.spaced([must, self.words(how)])
    }

    fn resource(&self, resource: &Resource) -> Words {
        let title = self.words(&resource.title);
        let title = match self.selection.link_at(&resource.link) {
            Some(link) => {
                self.selection.same(&resource.link, &resource.title);
                self.selection.linked(title, link)
            }
            None => self.spaced([title, self.selection.gap_of(&resource.link)]),
        };
        let description = self.words(&resource.description);
        if description.is_empty() {
            title
        } else {
            self.spaced([self.selection.phrase_with("label.colon", &[("label", &title)]), description])
        }
    }
}

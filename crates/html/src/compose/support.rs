//! Groups that meet, things to read, and other services.

use serviceline_core::leaf::Leaf;
use serviceline_core::model::{Group as Meeting, PlaceType, Testimonial};
use serviceline_core::words::Words;

use super::{Composer, anchor};
use crate::options::SectionId;
use crate::page::{Detail, Group, Groups, Link, Related, Resource, Resources, Section, Support, Voice, Voices};

impl Composer<'_, '_> {
    pub(super) fn support(&mut self) -> Option<Section> {
        let selection = self.selection;
        let section = self.headed(SectionId::Support, &selection.sections.support, "section.support");
        let groups: Vec<_> = selection.support.groups.iter().map(|group| self.group(group)).collect();
        let resources = self.resources();
        if groups.is_empty() && resources.is_empty() && section.intro.is_none() {
            return None;
        }
        let support = Support {
            groups: (!groups.is_empty())
                .then(|| Groups { title: selection.phrase("page.section.groups"), items: groups }),
            resources: (!resources.is_empty())
                .then(|| Resources { title: selection.phrase("section.resources"), items: resources }),
        };
        Some(Section { support: Some(support), ..section })
    }

    fn group(&self, group: &Meeting) -> Group {
        let selection = self.selection;
        let audience = self.choice(&group.audience, "audience");
        let details = [
            ("label.when", Some(selection.recurrence(&group.schedule))),
            ("label.where", self.meeting_place(group)),
            ("label.cost", self.say(&group.cost)),
            ("label.for", audience),
            ("label.join", self.joining(group)),
        ];
        let detail =
            |(label, value): (&str, Option<Words>)| value.map(|value| Detail { label: selection.phrase(label), value });
        Group {
            id: anchor("support", group.id.as_str()),
            title: selection.say(&group.title),
            details: details.into_iter().filter_map(detail).collect(),
        }
    }

    /// How to join; where nobody need sign up, that is said.
    fn joining(&self, group: &Meeting) -> Option<Words> {
        let selection = self.selection;
        let registration = &group.registration;
        let how = self.say(&registration.how);
        match (registration.required.value(), how) {
            (Some(false), how) => {
                let free = selection.fact(&registration.required, |_| selection.phrase("group.no_signup").text());
                Some(Words::join([free].into_iter().chain(how), &selection.own(" ")))
            }
            (Some(true), Some(how)) => {
                selection.same(&registration.required, &registration.how);
                Some(how)
            }
            (Some(true), None) => {
                Some(selection.fact(&registration.required, |_| selection.phrase("group.signup").text()))
            }
            (None, how) => {
                how.or_else(|| registration.required.gap().map(|_| selection.gap_of(&registration.required)))
            }
        }
    }

    fn meeting_place(&self, group: &Meeting) -> Option<Words> {
        let selection = self.selection;
        let place = (!group.place.is_empty()).then(|| self.place_name(&group.place));
        if let Some(place) = place {
            selection.same(&group.place_type, &group.place);
            let between = selection.phrase("text.comma");
            return Some(Words::join([place].into_iter().chain(self.say(&group.room)), &between));
        }
        let kind = self.fact(&group.place_type, |kind| match kind {
            PlaceType::Online => selection.phrase("place.online").text(),
            kind => selection.phrase(&format!("place.{kind}")).text(),
        });
        let parts: Vec<Words> = kind.into_iter().chain(self.say(&group.room)).collect();
        (!parts.is_empty()).then(|| Words::join(parts, &selection.phrase("text.comma")))
    }

    fn resources(&mut self) -> Vec<Resource> {
        let selection = self.selection;
        let mut resources = Vec::new();
        for resource in &selection.support.resources {
            let mut title = selection.say(&resource.title);
            let mut href = String::new();
            if let Some(link) = self.link(&resource.link) {
                title = selection.linked(title, link);
                selection.same(&resource.link, &link.url);
                href = link.url.value().map(|url| selection.absolute(url.as_str())).unwrap_or_default();
                self.notes.leave_out(&link.label, "the title of what is linked stands in its place");
            } else if resource.link.gap().is_some() {
                title = Words::join([title, selection.gap_of(&resource.link)], &selection.own(" "));
            } else {
                self.notes.leave_out(&resource.link, "it points to a page for other readers than those of this page");
            }
            resources.push(Resource { href, title, description: self.say(&resource.description) });
        }
        resources
    }

    pub(super) fn voices(&mut self) -> Option<Section> {
        let selection = self.selection;
        let section = self.headed(SectionId::Voices, &selection.sections.testimonials, "section.testimonials");
        let items: Vec<Voice> = selection.testimonials.iter().map(|testimonial| self.voice(testimonial)).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { voices: Some(Voices { items }), ..section })
    }

    fn voice(&self, testimonial: &Testimonial) -> Voice {
        let selection = self.selection;
        let date = self.fact(&testimonial.date, |date| selection.locale().date(*date));
        let by = [Some(selection.say(&testimonial.name)), self.say(&testimonial.relationship), date];
        let disclosures = [&testimonial.typical_result, &testimonial.material_connection];
        Voice {
            quote: selection.prose(&testimonial.quote),
            by: Words::join(by.into_iter().flatten(), &selection.phrase("text.comma")),
            disclosures: disclosures.into_iter().filter_map(|text| self.say(text)).collect(),
        }
    }

    pub(super) fn related(&mut self) -> Option<Section> {
        let selection = self.selection;
        let section = self.headed(SectionId::Related, &selection.sections.related, "section.related");
        let item = |related: &serviceline_core::model::Related| Link {
            href: related.url.value().map(|url| selection.absolute(url.as_str())).unwrap_or_default(),
            label: selection.to(selection.say(&related.title), &related.url),
        };
        let items: Vec<_> = selection.related.iter().map(item).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { related: Some(Related { items }), ..section })
    }
}

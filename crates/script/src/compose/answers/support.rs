//! Answers about groups, things to read, and notices.

use serviceline_core::{
    Words,
    model::{Audience, Group, PlaceType},
};

use super::Index;
use crate::compose::Composer;
use crate::compose::voice::lowered;

impl Composer<'_, '_> {
    pub(super) fn support(&self, index: &mut Index) {
        for group in &self.selection.support.groups {
            self.group(index, group);
        }
        self.guides(index);
        self.notices(index);
        self.website(index);
    }

    fn group(&self, index: &mut Index, group: &Group) {
        let title = self.text(&group.title);
        let subject = self.subject("subject.group", &[("title", &title)]);
        let meets = lowered(&self.selection.recurrence(&group.schedule));
        let meets =
            if meets.is_empty() { meets } else { self.sentence(self.phrase("answer.meets", &[("when", &meets)])) };
        let cost = lowered(&self.text(&group.cost));
        let cost = if cost.is_empty() { cost } else { self.sentence(self.phrase("answer.cost", &[("cost", &cost)])) };
        let how = self.run_of(&group.registration.how);
        self.selection.same(&group.registration.required, &group.registration.how);
        let audience = self.selection.fact(&group.audience, |audience| {
            let key = match audience {
                Audience::Caregiver => "audience.caregiver",
                Audience::Clinician => "audience.clinician",
                _ => "audience.patient",
            };
            self.phrase(key, &[]).text()
        });
        if group.audience.value() == Some(&Audience::Caregiver) {
            self.leads(index, "lead.caregiver", &subject);
        }
        let about =
            if audience.is_empty() { vec![] } else { vec![self.subject("about.for_whom", &[("audience", &audience)])] };
        let body = self.sentences([meets, cost, self.group_place(group), how]);
        index.add(subject, None, about, self.answer(&body));
    }

    fn group_place(&self, group: &Group) -> Words {
        let online = group.place_type.value() == Some(&PlaceType::Online);
        let room = self.text(&group.room);
        let place = match self.selection.location_at(&group.place) {
            Some(place) => {
                self.selection.same(&group.place, &place.name);
                self.text(&place.name)
            }
            None => self.selection.gap_of(&group.place),
        };
        let words = match (place.is_empty(), room.is_empty()) {
            _ if online => self.selection.fact(&group.place_type, |_| self.phrase("answer.place_online", &[]).text()),
            (false, false) => self.phrase("answer.place_in_room", &[("place", &place), ("room", &room)]),
            (false, true) => self.phrase("answer.place_at", &[("place", &place)]),
            (true, false) => self.phrase("answer.place_room", &[("room", &room)]),
            (true, true) => self.selection.gap_of(&group.place_type),
        };
        if !online {
            self.leave_out(&group.place_type, "the place itself is said");
        }
        self.sentence(words)
    }

    fn guides(&self, index: &mut Index) {
        let titles = self.selection.support.resources.iter().map(|resource| {
            self.leave_out(&resource.description, "reading text: the agent sends the link");
            self.sentence(self.text(&resource.title))
        });
        let titles = self.sentences(titles);
        if !titles.is_empty() {
            let body = self.phrase("answer.guides", &[("titles", &titles)]);
            index.add(self.subject("subject.guides", &[]), None, vec![], self.answer(&body));
        }
    }

    /// Notices are read word for word: a lawyer chose the words.
    fn notices(&self, index: &mut Index) {
        use crate::dialogue::Kind;
        let notices = &self.selection.organization().notices;
        let fair = self.aloud(&self.run_of(&notices.nondiscrimination.text));
        let subject = self.subject("subject.discrimination", &[]);
        if !fair.is_empty() {
            self.leads(index, "lead.discrimination", &subject);
        }
        index.add(subject, None, vec![], self.said(Kind::Say, fair));
        let relay = self.run_of(&notices.tty);
        let subject = self.subject("subject.relay", &[]);
        if !relay.is_empty() {
            self.leads(index, "lead.relay", &subject);
        }
        index.add(subject, None, vec![], self.answer(&relay));
        for notice in &notices.disclaimers {
            index.add(
                self.subject("subject.notice", &[]),
                None,
                vec![],
                self.said(Kind::Say, self.aloud(&self.run_of(&notice.text))),
            );
        }
        for tagline in &notices.language_assistance.taglines {
            self.leave_out(&tagline.text, "the script offers an interpreter instead");
        }
    }

    fn website(&self, index: &mut Index) {
        let address = self.text(&self.selection.organization().web.said_as);
        if !address.is_empty() {
            let subject = self.subject("subject.website", &[]);
            let body = self.phrase("answer.website", &[("address", &address)]);
            self.leads(index, "lead.website", &subject);
            index.add(subject, None, vec![], self.answer(&body));
        }
    }
}

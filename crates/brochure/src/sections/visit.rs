//! The way through care: before and after a visit, referral, insurance, groups.

use serviceline_core::model::{Group, Phase, Resource};
use serviceline_core::{Leaf, Words};

use super::Writer;
use crate::design::TextRole;
use crate::draft::{ListKind, Section, TextBlock};

impl Writer<'_, '_> {
    /// `journey`, `journey.bring`, `journey.<phase>`, `journey.<phase>.bring` or `journey.<phase>.steps`.
    pub(super) fn journey(&mut self, item: Option<&str>) -> Option<Vec<Section>> {
        let s = self.selection;
        let Some(item) = item else {
            return Some(vec![self.phases()]);
        };
        let (id, part) = item.split_once('.').unwrap_or((item, ""));
        let phase = s.journey.iter().find(|phase| phase.id.as_str() == id);
        match (phase, id, part) {
            (None, "bring", "") => {
                Some(s.journey.iter().filter(|phase| !phase.bring.is_empty()).map(|phase| self.bring(phase)).collect())
            }
            (Some(phase), _, "bring") => Some(vec![self.bring(phase)]),
            (Some(phase), _, "steps" | "") => Some(vec![self.phase(phase)]),
            _ => None,
        }
    }

    fn phases(&mut self) -> Section {
        let s = self.selection;
        let mut section = Section::default();
        if s.journey.is_empty() {
            return section;
        }
        self.opening(&mut section, &s.sections.journey, "section.journey");
        let items = s.journey.iter().map(|phase| {
            let mut blocks = vec![TextBlock::new(TextRole::Label, self.say(&phase.phase))];
            let texts = [&phase.when].into_iter().chain(&phase.steps).filter(|text| !text.is_empty());
            blocks.extend(texts.map(|text| TextBlock::new(TextRole::List, self.say(text))));
            blocks
        });
        section.items(ListKind::Steps, items.collect());
        s.journey.iter().for_each(|phase| self.leave_out_who(phase));
        section
    }

    fn phase(&mut self, phase: &Phase) -> Section {
        let mut section = Section::default();
        section.heading(self.say(&phase.phase));
        section.text(TextRole::Body, self.say(&phase.when));
        section.list(ListKind::Steps, phase.steps.iter().map(|step| self.say(step)));
        self.leave_out_who(phase);
        section
    }

    fn bring(&mut self, phase: &Phase) -> Section {
        let mut section = Section::named("bring");
        if !phase.bring.is_empty() {
            // Where several visits ask for something, each list says for which.
            let lists = self.selection.journey.iter().filter(|phase| !phase.bring.is_empty()).count();
            let phase_name = self.say(&phase.phase);
            section.heading(if self.pages && lists > 1 {
                self.phrase_with("heading.bring_to", &[("phase", &phase_name)])
            } else {
                self.phrase("heading.bring")
            });
            section.list(ListKind::Plain, phase.bring.iter().map(|item| self.say(item)));
        }
        section
    }

    fn leave_out_who(&mut self, phase: &Phase) {
        let details = self.reason("left_out.details");
        self.notes.leave_out(&phase.who, &details);
    }

    pub(super) fn support(&mut self, item: Option<&str>) -> Option<Vec<Section>> {
        match item {
            None => Some(vec![self.groups(), self.resources()]),
            Some("groups") => Some(vec![self.groups()]),
            Some("resources") => Some(vec![self.resources()]),
            Some(_) => None,
        }
    }

    fn groups(&mut self) -> Section {
        let s = self.selection;
        let mut section = Section::default();
        if s.support.groups.is_empty() {
            return section;
        }
        self.opening(&mut section, &s.sections.support, "section.support");
        for group in &s.support.groups {
            self.group(&mut section, group);
        }
        section
    }

    fn group(&mut self, section: &mut Section, group: &Group) {
        let s = self.selection;
        section.text(TextRole::Label, self.say(&group.title));
        section.text(TextRole::List, s.recurrence(&group.schedule));
        let place = s.location_at(&group.place).map(|place| {
            s.same(&group.place, &place.name);
            self.say(&place.name)
        });
        let online = s.fact(&group.place_type, |_| String::new());
        let place =
            place.unwrap_or_else(|| if online.is_empty() { Words::default() } else { s.phrase("place.online") });
        section.text(TextRole::List, self.parts([place, self.say(&group.room), self.say(&group.cost)]));
        section.text(TextRole::Body, self.say(&group.registration.how));
        let details = self.reason("left_out.details");
        self.notes.leave_out(&group.place_type, &details);
        self.notes.leave_out(&group.audience, &details);
        self.notes.leave_out(&group.registration.required, &details);
    }

    fn resources(&mut self) -> Section {
        let s = self.selection;
        let mut section = Section::default();
        if !s.support.resources.is_empty() {
            section.heading(self.phrase("heading.resources"));
            section.list(ListKind::Plain, s.support.resources.iter().map(|resource| self.resource(resource)));
        }
        section
    }

    fn resource(&self, resource: &Resource) -> Words {
        let s = self.selection;
        let title = self.say(&resource.title);
        let title = match s.link_at(&resource.link) {
            Some(link) => {
                s.same(&resource.link, &resource.title);
                s.linked(title, link)
            }
            None => title.then(s.gap_of(&resource.link)),
        };
        let head = self.phrase_with("item.head", &[("name", &title)]).strong();
        let plain = self.say(&resource.description);
        if plain.is_empty() {
            title.strong()
        } else {
            self.phrase_with("item.line", &[("head", &head), ("plain", &plain)])
        }
    }

    pub(super) fn access(&mut self, item: Option<&str>) -> Option<Vec<Section>> {
        match item {
            None => Some(vec![self.referral(), self.telehealth(), self.records(), self.insurance()]),
            Some("referral") => Some(vec![self.referral()]),
            Some("telehealth") => Some(vec![self.telehealth()]),
            Some("records_needed") => Some(vec![self.records()]),
            Some("insurance") => Some(vec![self.insurance()]),
            Some(_) => None,
        }
    }

    fn referral(&mut self) -> Section {
        let s = self.selection;
        let access = &s.access;
        let mut section = Section::named("referral");
        section.heading(self.phrase("heading.referral"));
        if access.referral.text.is_empty() {
            let needed = access.referral_required.value().map(|needed| format!("access.referral.{}", needed.name()));
            let words = needed.map(|key| s.phrase(&key)).unwrap_or_default();
            let gap = s.gap_of(&access.referral_required);
            section.text(TextRole::Body, words.then(gap));
        } else {
            self.prose(&mut section, TextRole::Body, &access.referral.text);
            s.same(&access.referral_required, &access.referral.text);
            s.same(&access.self_referral, &access.referral.text);
        }
        section
    }

    fn telehealth(&mut self) -> Section {
        let s = self.selection;
        let access = &s.access;
        let mut section = Section::default();
        if access.telehealth.is_empty() && access.telehealth_note.is_empty() {
            return section;
        }
        section.heading(self.phrase("heading.telehealth"));
        if access.telehealth_note.is_empty() {
            let key = access.telehealth.value().map(|kind| match kind.name() {
                "not_offered" => "access.telehealth.no".to_owned(),
                name => format!("access.telehealth.{name}"),
            });
            let words = key.map(|key| s.phrase(&key)).unwrap_or_default();
            section.text(TextRole::Body, words.then(s.gap_of(&access.telehealth)));
        } else {
            self.prose(&mut section, TextRole::Body, &access.telehealth_note);
            s.same(&access.telehealth, &access.telehealth_note);
        }
        section
    }

    fn records(&mut self) -> Section {
        let s = self.selection;
        let mut section = Section::default();
        if !s.access.records_needed.is_empty() {
            section.heading(self.phrase("heading.records"));
            section.list(ListKind::Plain, s.access.records_needed.iter().map(|item| self.say(item)));
        }
        section
    }

    fn insurance(&mut self) -> Section {
        let s = self.selection;
        let insurance = &s.access.insurance;
        let mut section = Section::default();
        let help = &insurance.financial_help.text;
        let texts = [&insurance.summary, &insurance.prior_authorization, help, &insurance.self_pay];
        if texts.iter().all(|text| text.is_empty()) {
            return section;
        }
        section.heading(self.phrase("heading.insurance"));
        for text in texts {
            self.prose(&mut section, TextRole::Body, text);
        }
        section.text(TextRole::Phone, s.phone_number(&insurance.phone));
        let link = self.reason("left_out.link");
        self.notes.leave_out(&insurance.plans, &link);
        self.notes.leave_out(&insurance.financial_help.link, &link);
        let details = self.reason("left_out.details");
        self.notes.leave_out(&insurance.verified_on, &details);
        section
    }
}

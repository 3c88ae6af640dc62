//! Title, main message, first facts and care cards.

use serviceline_core::leaf::Leaf;
use serviceline_core::model::{Level, Phone, UrgentCard};
use serviceline_core::words::{Role, Words};

use super::Composer;
use crate::page::{Action, CareCall, CareCard, Cares, Fact, Facts, Hero};

impl Composer<'_, '_> {
    pub(super) fn hero(&mut self) -> Hero {
        let selection = self.selection;
        let photo = selection.images.first().and_then(|image| self.pictures.photo(image, false, self.notes));
        Hero {
            title: selection.say(&selection.title),
            plain_name: self.say(&selection.plain_name),
            main_message: selection.prose(&selection.main_message),
            actions: self.actions(),
            note: self.call_note(),
            photo,
            facts: self.facts(),
        }
    }

    /// What a reader can do now: call, or ask for a visit on the web.
    pub(super) fn actions(&self) -> Vec<Action> {
        let selection = self.selection;
        let mut actions = Vec::new();
        if let Some(phone) = self.phone(&selection.contact.appointments) {
            actions.extend(self.call(phone).map(|(href, label)| Action {
                first: true,
                href,
                icon: Some("phone".to_owned()),
                label,
            }));
        }
        if let Some(link) = self.link(&selection.contact.online)
            && let Some(url) = link.url.value()
        {
            let href = selection.absolute(url.as_str());
            let label = selection.link_words(&selection.contact.online);
            actions.push(Action { first: actions.is_empty(), href, icon: None, label });
        }
        actions
    }

    /// The address and the words of a button that calls a line.
    pub(super) fn call(&self, phone: &Phone) -> Option<(String, Words)> {
        let number = self.selection.phone(phone);
        Some((phone.uri()?, self.with("page.call", "phone", &number)))
    }

    /// When somebody answers, that interpreters are free, and what deaf people dial.
    fn call_note(&self) -> Vec<Words> {
        let selection = self.selection;
        let phone = self.phone(&selection.contact.appointments);
        let hours = phone.filter(|phone| !phone.hours.is_empty()).map(|phone| selection.hours(&phone.hours));
        let hours = hours.map(|hours| self.stopped(self.with("page.call_hours", "hours", &hours)));
        let tty = self.say(&selection.organization().notices.tty);
        // A number that is missing has no button; the gap stands in its place.
        let gap = phone.filter(|phone| phone.number.gap().is_some()).map(|phone| selection.phone(phone));
        gap.into_iter().chain(hours).chain(tty).collect()
    }

    fn facts(&self) -> Option<Facts> {
        let selection = self.selection;
        let access = &selection.access;
        let fact = |icon: &str, label: &str, value: Option<Words>| {
            value.map(|value| Fact { icon: icon.to_owned(), label: selection.phrase(label), value, href: None })
        };
        let plans = self.link(&access.insurance.plans).map(|_| selection.link_words(&access.insurance.plans));
        let named = selection.locations.iter().map(|at| (at, self.place_name(at)));
        let places: Vec<Words> = named.filter(|(at, _)| !selection.is_closed_at(at)).map(|(_, name)| name).collect();
        let place = (!places.is_empty()).then(|| selection.writer().list(&places));
        let items = [
            fact("doc", "label.referral", self.choice(&access.referral_required, "page.fact.referral")),
            fact("clock", "page.fact.appointment", self.choice(&access.appointment, "page.fact.appointment")),
            fact("shield", "label.insurance", plans),
            fact("video", "page.fact.video", self.choice(&access.telehealth, "page.fact.telehealth")),
            fact("pin", "label.where", place).map(|fact| Fact { href: Some("#locations".to_owned()), ..fact }),
        ];
        let items: Vec<Fact> = items.into_iter().flatten().collect();
        (!items.is_empty()).then(|| Facts { title: selection.phrase("page.fact"), items })
    }

    pub(super) fn cares(&self) -> Option<Cares> {
        let selection = self.selection;
        let mut cards: Vec<&UrgentCard> = selection.urgent.iter().collect();
        cards.sort_by_key(|card| card.level);
        if cards.is_empty() {
            return None;
        }
        let heading = &selection.sections.urgent;
        Some(Cares {
            title: self.say(&heading.title).unwrap_or_else(|| selection.phrase("section.urgent")),
            intro: self.prose(&heading.intro),
            four: cards.len() == 4,
            approvals: self.approvals(&cards),
            cards: cards.into_iter().map(|card| self.card(card)).collect(),
        })
    }

    fn card(&self, card: &UrgentCard) -> CareCard {
        let level = card.level.unwrap_or(Level::Urgent);
        let icon = match level {
            Level::Emergency => "alert",
            Level::Crisis => "heart",
            Level::NonUrgent => "talk",
            _ => "clock",
        };
        let action = self.selection.say(&card.action);
        let phone = self.phone(&card.phone).or_else(|| self.first_phone(&action));
        if let Some(phone) = phone.filter(|_| !card.phone.is_empty()) {
            self.selection.same(&card.phone, &phone.number);
        }
        CareCard {
            level: level.name().replace('_', "-"),
            icon: icon.to_owned(),
            name: self.selection.phrase(&format!("care.{}", level.name())),
            items: card.items.iter().map(|item| self.selection.say(item)).collect(),
            call: phone.and_then(|phone| self.care_call(phone, level)),
            action,
        }
    }

    /// The line that the words of a card name.
    fn first_phone(&self, action: &Words) -> Option<&Phone> {
        let id = action.pieces().iter().find_map(|piece| match piece.role() {
            Role::Phone { id, .. } => Some(id),
            _ => None,
        })?;
        self.selection.organization().phones.iter().find(|phone| phone.id.as_str() == &**id)
    }

    fn care_call(&self, phone: &Phone, level: Level) -> Option<CareCall> {
        let (href, label) = self.call(phone)?;
        let shows_hours = matches!(level, Level::Urgent | Level::NonUrgent) && !phone.hours.is_empty();
        Some(CareCall { href, label, hours: shows_hours.then(|| self.selection.hours(&phone.hours)) })
    }

    /// Who approved the cards and what they rest on: once for all cards that agree.
    fn approvals(&self, cards: &[&UrgentCard]) -> Vec<Words> {
        let agree =
            |a: &UrgentCard, b: &UrgentCard| a.source.full() == b.source.full() && a.approved_on == b.approved_on;
        let mut groups: Vec<Vec<&UrgentCard>> = Vec::new();
        for card in cards {
            match groups.iter_mut().find(|group| agree(group[0], card)) {
                Some(group) => group.push(card),
                None => groups.push(vec![card]),
            }
        }
        groups.iter().map(|group| self.approval(group)).collect()
    }

    fn approval(&self, group: &[&UrgentCard]) -> Words {
        let selection = self.selection;
        let mut people: Vec<(&UrgentCard, Words)> = Vec::new();
        for card in group {
            selection.same(&card.source, &group[0].source);
            selection.same(&card.approved_on, &group[0].approved_on);
            let by = &card.clinically_approved_by;
            match people.iter().find(|(known, _)| known.clinically_approved_by.full() == by.full()) {
                Some((known, _)) => selection.same(by, &known.clinically_approved_by),
                None if !by.is_empty() => people.push((card, selection.say(by))),
                None => {}
            }
        }
        let people: Vec<Words> = people.into_iter().map(|(_, words)| words).collect();
        let date = selection.fact(&group[0].approved_on, |date| selection.locale().date(*date));
        let source = self.say(&group[0].source).map(|source| self.stopped(source)).unwrap_or_default();
        let values = [("source", &source), ("people", &selection.writer().list(&people)), ("date", &date)];
        selection.phrase_with("page.care_approved", &values)
    }
}

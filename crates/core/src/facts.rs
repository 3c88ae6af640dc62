//! Facts in written form: phones that can be called, links, hours, meetings. Every part keeps its origin.

use crate::{
    leaf::{Fact, Leaf},
    model::{
        HoursException, HoursRef, LanguageTag, Link, LinkRef, Location, LocationRef, Phone, PhoneRef, Recurrence,
        Schedule, Time, TimeZone, Url,
    },
    selection::Selection,
    words::{Role, Words},
};

impl<'e> Selection<'e> {
    /// The phone line that a reference points to; nothing for an absent one or a gap.
    #[must_use]
    pub fn phone_at(&self, at: &Fact<PhoneRef>) -> Option<&'e Phone> {
        self.edition().phone(at.value()?.id())
    }
    /// The place that a reference points to; nothing for an absent one or a gap.
    #[must_use]
    pub fn location_at(&self, at: &Fact<LocationRef>) -> Option<&'e Location> {
        self.edition().location(at.value()?.id())
    }
    /// Whether a reference points to a place that is closed for now, so that no visits can be offered there.
    #[must_use]
    pub fn is_closed_at(&self, at: &Fact<LocationRef>) -> bool {
        self.location_at(at).is_some_and(Location::is_closed)
    }
    /// The link that a reference points to; nothing for an absent one or a gap.
    #[must_use]
    pub fn link_at(&self, at: &Fact<LinkRef>) -> Option<&'e Link> {
        self.edition().link(at.value()?.id())
    }

    /// A number that can be called, with its extension: `614-555-0134, ext. 213`.
    #[must_use]
    pub fn phone(&self, phone: &Phone) -> Words {
        let Some(number) = phone.number.value() else { return self.gap_of(&phone.number) };
        if !phone.extension.is_empty() {
            self.same(&phone.extension, &phone.number);
        }
        let role = Role::Phone { id: phone.id.as_str().into(), uri: number.uri(phone.extension.value()).into() };
        self.piece(self.locale().phone(number, phone.extension.value()), &phone.number, role)
    }
    /// The number that a reference points to, or the gap that stands in its place.
    #[must_use]
    pub fn phone_number(&self, at: &Fact<PhoneRef>) -> Words {
        let Some(phone) = self.phone_at(at) else { return self.gap_of(at) };
        self.same(at, &phone.number);
        self.phone(phone)
    }
    /// A link with its own words.
    #[must_use]
    pub fn link(&self, link: &Link) -> Words {
        self.linked(self.say(&link.label), link)
    }
    /// The link that a reference points to, or the gap that stands in its place.
    #[must_use]
    pub fn link_words(&self, at: &Fact<LinkRef>) -> Words {
        let Some(link) = self.link_at(at) else { return self.gap_of(at) };
        self.same(at, &link.label);
        self.link(link)
    }
    /// Other words that link where `link` does.
    #[must_use]
    pub fn linked(&self, words: Words, link: &Link) -> Words {
        if words.pieces.iter().all(|piece| piece.fields().all(|field| field != link.label.place())) {
            self.journal.borrow_mut().left.add(link.label.place(), "the text that links there has words of its own");
        }
        self.to(words, &link.url)
    }
    /// Words that link to an address.
    #[must_use]
    pub fn to(&self, mut words: Words, url: &Fact<Url>) -> Words {
        let Some(address) = url.value() else {
            let between = if words.is_empty() { Words::default() } else { self.own(" ") };
            return words.then(between).then(self.gap_of(url));
        };
        let href = self.absolute(address.as_str());
        for piece in words.pieces.iter_mut().filter(|p| matches!(p.role, Role::Plain | Role::Term { .. })) {
            piece.role = Role::Link { href: href.as_str().into() };
            piece.also.push(url.place().clone());
        }
        words
    }
    /// An address, a path resolved on the organization's base.
    #[must_use]
    pub fn absolute(&self, href: &str) -> String {
        let base = self.edition().organization.web.base_url.as_ref().filter(|_| href.starts_with('/'));
        base.map_or_else(|| href.to_owned(), |base| format!("{}{href}", base.as_str().trim_end_matches('/')))
    }

    /// The usual week of a schedule that a reference points to; day and night; or the gap in its place.
    #[must_use]
    pub fn hours(&self, at: &Fact<HoursRef>) -> Words {
        if at.value().is_some_and(HoursRef::is_always) {
            return self.fact(at, |_| self.locale().always().to_owned());
        }
        let Some(schedule) = at.value().and_then(|hours| self.edition().schedule(hours.id())) else {
            return self.gap_of(at);
        };
        if let Some(first) = schedule.weekly.first() {
            self.same(at, &first.open);
        }
        self.week(schedule)
    }
    /// How clocks are set: `All times are Eastern time.`
    #[must_use]
    pub fn zone(&self) -> Words {
        let own = self.organization().locations.iter().any(|place| self.has_own_zone(place));
        self.zone_sentence(&self.organization().time_zone, if own { "time.zone_mostly" } else { "time.zone" })
    }
    /// How the clocks of a place are set, if otherwise than the organization's: `Times here are Mountain time.`
    #[must_use]
    pub fn zone_of(&self, place: &Location) -> Words {
        if place.time_zone.gap().is_none() && !self.has_own_zone(place) {
            self.same(&place.time_zone, &self.organization().time_zone);
            return Words::default();
        }
        self.zone_sentence(&place.time_zone, "time.zone_here")
    }
    fn has_own_zone(&self, place: &Location) -> bool {
        place.time_zone.value().is_some_and(|zone| self.organization().time_zone.value() != Some(zone))
    }
    fn zone_sentence(&self, zone: &Fact<TimeZone>, phrase: &str) -> Words {
        let locale = self.locale();
        let name = self.fact(zone, |zone| locale.time_zone(zone.as_str()).unwrap_or(zone.as_str()).to_owned());
        if name.is_empty() { name } else { self.phrase_with(phrase, &[("zone", &name)]) }
    }
    /// The hours of a named schedule, a phone line or a place.
    #[must_use]
    pub fn hours_of(&self, id: &str) -> Words {
        let edition = self.edition();
        let at = edition.phone(id).map(|p| &p.hours).or_else(|| edition.location(id).map(|l| &l.hours));
        match (edition.schedule(id), at) {
            (_, Some(at)) => self.hours(at),
            (Some(schedule), None) => self.week(schedule),
            (None, None) => Words::default(),
        }
    }
    /// The usual week: `Monday through Friday, 8 a.m. to 6 p.m.`.
    #[must_use]
    pub fn week(&self, schedule: &Schedule) -> Words {
        let writer = self.writer();
        let line = |weekly: &crate::model::Weekly| {
            let days = self.fact(&weekly.days, |days| self.locale().days(days));
            (days, self.times(&weekly.open, &weekly.close))
        };
        writer.week(schedule.weekly.iter().map(line))
    }
    /// `Closed on New Year's Day, Memorial Day, ...`, if the schedule says so.
    #[must_use]
    pub fn closed_on(&self, schedule: &Schedule) -> Words {
        let holidays = &self.organization().holidays;
        let Some(first) = holidays.first().filter(|_| schedule.closed_on.value().is_some()) else {
            return self.gap_of(&schedule.closed_on);
        };
        self.same(&schedule.closed_on, first);
        self.writer().closed_on(&self.holidays())
    }
    /// The names of the holidays.
    #[must_use]
    pub fn holidays(&self) -> Vec<Words> {
        let name = |holiday| self.fact(holiday, |h| self.locale().holiday(*h).to_owned());
        self.organization().holidays.iter().map(name).collect()
    }
    /// The days on which other hours are kept and that are still to come.
    #[must_use]
    pub fn exceptions(&self, exceptions: &[HoursException]) -> Vec<Words> {
        let past = |e: &HoursException| e.date.value().is_some_and(|date| *date < self.edition().today);
        for exception in exceptions.iter().filter(|e| past(e)) {
            crate::fields::Fields::leaves(exception, &mut |leaf| {
                self.journal.borrow_mut().left.add(leaf.place(), "that day is past");
            });
        }
        exceptions.iter().filter(|e| !past(e)).map(|e| self.exception(e)).collect()
    }
    fn exception(&self, exception: &HoursException) -> Words {
        let date = self.fact(&exception.date, |d| self.locale().weekday_date(*d));
        let times = (!exception.open.is_empty()).then(|| self.times(&exception.open, &exception.close));
        let label = (!exception.label.is_empty()).then(|| self.say(&exception.label));
        self.writer().exception(date, times, label)
    }
    /// `8 a.m. to 6 p.m.`.
    #[must_use]
    pub fn times(&self, open: &Fact<Time>, close: &Fact<Time>) -> Words {
        let time = |fact| self.fact(fact, |t| self.locale().time(*t));
        if close.is_empty() { time(open) } else { self.writer().times(time(open), time(close)) }
    }
    /// When a group meets: `The first Tuesday of each month, 6 p.m. to 7:30 p.m.`.
    #[must_use]
    pub fn recurrence(&self, meets: &Recurrence) -> Words {
        let Some(every) = meets.every.value() else { return self.gap_of(&meets.every) };
        let words = |leaf: &dyn Leaf, words: Words| (!leaf.is_empty()).then_some(words);
        let week = words(&meets.week, self.fact(&meets.week, |w| self.locale().week(*w).to_owned()));
        let day = words(&meets.day, self.fact(&meets.day, |d| self.locale().weekday(*d).to_owned()));
        self.same(&meets.every, &meets.start);
        self.writer().schedule(*every, week, day, self.times(&meets.start, &meets.end))
    }
    /// The languages that are spoken on a line: `in English and Spanish`.
    #[must_use]
    pub fn languages(&self, phone: &Phone) -> Words {
        let tags: Vec<&str> = phone.languages.iter().filter_map(Fact::value).map(LanguageTag::as_str).collect();
        let Some(first) = phone.languages.first().filter(|_| !tags.is_empty()) else { return Words::default() };
        for other in &phone.languages[1..] {
            self.same(other, first);
        }
        self.piece(self.locale().in_languages(&tags), first, Role::Plain)
    }
}

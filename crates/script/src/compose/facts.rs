//! Quick facts: phones, places, claims, pronunciation, as they are written, for the agent's eyes.

use std::collections::BTreeMap;

use any_ascii::any_ascii;
use serviceline_core::{
    Fact, Leaf, ServiceLine, Text, Variant, Words,
    fields::Fields,
    model::{Claim, HoursRef, Location, Schedule},
};

use super::Composer;
use crate::dialogue::{Body, Dialogue, Facts, Row, Table};

impl Composer<'_, '_> {
    pub(super) fn facts(&self, so_far: &Dialogue) -> Facts {
        let tables = [
            ("facts.phones", self.phone_rows()),
            ("facts.places", self.place_rows()),
            ("facts.claims", self.claim_rows()),
            ("facts.pronunciation", self.pronunciation_rows(so_far)),
        ];
        let tables = tables.into_iter().filter(|(_, rows)| !rows.is_empty());
        let tables = tables.map(|(title, rows)| Table {
            title: self.title(title, &[]),
            rows: rows.iter().map(|row| self.row(row)).collect(),
        });
        Facts { title: self.title("facts.title", &[]), tables: tables.collect() }
    }

    fn row(&self, row: &Row) -> Row {
        match row {
            Row::Pair(left, right) => Row::Pair(self.written(left), self.written(right)),
            Row::Line(words) => Row::Line(self.written(words)),
            Row::Under(words) => Row::Under(self.written(words)),
            Row::Item(words) => Row::Item(self.written(words)),
        }
    }

    fn phone_rows(&self) -> Vec<Row> {
        let mut rows = vec![];
        for phone in &self.selection.organization().phones {
            rows.push(Row::Pair(self.text(&phone.label), self.selection.phone(phone)));
            let languages = self.selection.languages(phone).capitalized();
            let line = self.sentences([self.full_stop(self.opening_hours(&phone.hours)), self.full_stop(languages)]);
            if !line.is_empty() {
                rows.push(Row::Under(line));
            }
        }
        let schedules = &self.selection.organization().hours;
        let closed = if self.all_close() {
            schedules.iter().map(|schedule| self.selection.closed_on(schedule)).last()
        } else {
            let holidays = self.selection.writer().list(&self.selection.holidays());
            (!holidays.is_empty()).then(|| self.phrase("facts.holidays", &[("holidays", &holidays)]))
        };
        let last = self.sentences([self.selection.zone(), closed.unwrap_or_default()]);
        if !last.is_empty() && !rows.is_empty() {
            rows.push(Row::Line(last));
        }
        rows.extend(schedules.iter().flat_map(|schedule| self.apart(schedule)));
        rows
    }

    /// What must be known of a schedule that no place keeps: its exceptions, and its holidays if only prose names it.
    fn apart(&self, schedule: &Schedule) -> Vec<Row> {
        let organization = self.selection.organization();
        let keeps = |at: &Fact<HoursRef>| at.value().is_some_and(|hours| hours.id() == schedule.id.as_str());
        if organization.locations.iter().any(|place| keeps(&place.hours)) {
            return vec![];
        }
        let mut rows: Vec<Row> = self.selection.exceptions(&schedule.exceptions).into_iter().map(Row::Under).collect();
        if !self.all_close() && !organization.phones.iter().any(|phone| keeps(&phone.hours)) {
            let week = self.full_stop(self.selection.week(schedule));
            let closed = self.closed(schedule);
            if !closed.is_empty() {
                rows.push(Row::Line(self.sentences([week, closed])));
            }
        }
        rows
    }

    /// "Closed on holidays."
    fn closed(&self, schedule: &Schedule) -> Words {
        self.selection.fact(&schedule.closed_on, |_| self.phrase("facts.closed", &[]).text())
    }

    /// Whether every schedule has the holidays off, so that saying it once is enough.
    fn all_close(&self) -> bool {
        self.selection.organization().hours.iter().all(|schedule| schedule.closed_on.value().is_some())
    }

    /// The usual week, and the holidays if not every schedule has them off.
    fn opening_hours(&self, at: &Fact<HoursRef>) -> Words {
        let hours = self.selection.hours(at).capitalized();
        let schedule = at.value().and_then(|hours| self.selection.edition().schedule(hours.id()));
        match schedule.filter(|_| !self.all_close()) {
            Some(schedule) => self.sentences([self.full_stop(hours), self.closed(schedule)]),
            None => hours,
        }
    }

    fn full_stop(&self, words: Words) -> Words {
        if words.is_empty() || words.ends_sentence() { words } else { self.phrase("sentence", &[("sentence", &words)]) }
    }

    fn place_rows(&self) -> Vec<Row> {
        self.selection.organization().locations.iter().flat_map(|place| self.place(place)).collect()
    }

    fn place(&self, place: &Location) -> Vec<Row> {
        let address = &place.address;
        let [street, city, region, postal_code] =
            [&address.street, &address.city, &address.region, &address.postal_code].map(|text| self.text(text));
        let values: &[(&str, &Words)] =
            &[("street", &street), ("city", &city), ("region", &region), ("postal_code", &postal_code)];
        let address = self.phrase("facts.address", values);
        let inside = self.inside(place);
        let address = if inside.is_empty() {
            address
        } else {
            self.phrase("facts.inside", &[("inside", &inside), ("address", &address)])
        };
        let hours = self.full_stop(self.opening_hours(&place.hours));
        let (status, hours) = match (place.is_closed(), hours.is_empty()) {
            (false, _) => (Words::default(), hours),
            (true, true) => (self.phrase("facts.place_closed", &[]), hours),
            (true, false) => (self.phrase("facts.place_closed_hours", &[("hours", &hours)]), Words::default()),
        };
        let more = self.sentences([
            status,
            hours,
            self.selection.zone_of(place),
            self.text(&place.hours_note),
            self.text(&place.parking),
            self.text(&place.transit),
        ]);
        let mut rows = vec![Row::Line(self.text(&place.name)), Row::Under(address)];
        if !more.is_empty() {
            rows.push(Row::Under(more));
        }
        let schedule = place.hours.value().and_then(|hours| self.selection.edition().schedule(hours.id()));
        let exceptions = schedule.map(|schedule| schedule.exceptions.as_slice()).unwrap_or_default();
        rows.extend(self.selection.exceptions(exceptions).into_iter().map(Row::Under));
        rows.extend(self.selection.exceptions(&place.exceptions).into_iter().map(Row::Under));
        rows
    }

    fn claim_rows(&self) -> Vec<Row> {
        let claims = self.selection.organization().claims.values().chain(self.selection.claims.values());
        claims.map(|claim| Row::Item(self.claim(claim))).collect()
    }

    fn claim(&self, claim: &Claim) -> Words {
        let full = |text: &Text| self.selection.say_as(text, Variant::Full);
        let mut parts = vec![self.full_stop(full(&claim.text).capitalized()), full(&claim.qualifier)];
        let locale = self.selection.locale();
        let source = full(&claim.source);
        let date = self.selection.fact(&claim.as_of, |date| locale.date(*date));
        parts.push(self.phrase("facts.source", &[("source", &source), ("date", &date)]));
        if let Some(expires) = claim.expires {
            parts.push(self.phrase("facts.expires", &[("date", &self.selection.own(locale.date(expires)))]));
        }
        self.sentences(parts)
    }

    /// Names and terms that the script says, with how they sound, in the order of the alphabet.
    fn pronunciation_rows(&self, so_far: &Dialogue) -> Vec<Row> {
        let said = all_said(so_far).to_ascii_lowercase();
        let mut rows: BTreeMap<String, Row> = BTreeMap::new();
        let organization = self.selection.organization();
        let sound = self.text(&organization.say);
        if !sound.is_empty() {
            let count = organization.say.full().split_whitespace().count();
            let name = self
                .text(&organization.name)
                .respell(|piece| piece.text().split_whitespace().take(count).collect::<Vec<_>>().join(" "));
            rows.insert(name.text().to_lowercase(), Row::Pair(name, sound));
        }
        for term in self.selection.edition().terms() {
            let spelled = term.say.is_empty() && term.spell_out;
            if term.say.is_empty() && !spelled {
                continue;
            }
            let name = self.selection.say_as(term.word, Variant::Full);
            let spoken = self.speaker.say(&name.text());
            if !said.contains(&spoken.to_ascii_lowercase()) {
                self.leave_out(term.say, "the script does not use the word");
                continue;
            }
            let sound = if spelled {
                let letters = name.respell(|piece| self.speaker.say(piece.text()));
                self.phrase("facts.letters", &[("letters", &letters)])
            } else {
                self.text(term.say)
            };
            rows.insert(name.text().to_lowercase(), Row::Pair(name, sound));
        }
        if !self.options.utf8 {
            self.accents(&said, &mut rows);
        }
        rows.into_values().collect()
    }

    /// Words that the script says without the accents they are written with.
    fn accents(&self, said: &str, rows: &mut BTreeMap<String, Row>) {
        let mut see = |text: &str| {
            let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
            for word in words.filter(|word| holds_word(said, &any_ascii(word).to_ascii_lowercase())) {
                let mark = |(letter, mark): (char, &str)| {
                    let [letter, mark] = [letter.to_string(), mark.to_owned()].map(|text| self.selection.own(text));
                    self.phrase("facts.accent", &[("letter", &letter), ("mark", &mark)])
                };
                let marks: Vec<Words> = self.speaker.accents(word).into_iter().map(mark).collect();
                if !marks.is_empty() {
                    let marks = self.selection.writer().list(&marks);
                    rows.entry(word.to_lowercase()).or_insert_with(|| Row::Pair(self.selection.own(word), marks));
                }
            }
        };
        let mut leaf = |leaf: &dyn Leaf| {
            // Notices in other languages are not said.
            let text = leaf.as_text().filter(|_| !leaf.place().as_str().starts_with("organization.notices"));
            let wordings = text.map(|text| [Some(text.full()), text.spoken()]);
            wordings.into_iter().flatten().flatten().filter(|wording| !wording.is_ascii()).for_each(&mut see);
        };
        let service: &ServiceLine = self.selection;
        service.leaves(&mut |text| leaf(text));
        self.selection.organization().leaves(&mut |text| leaf(text));
    }
}

/// Whether a text holds a word as a whole.
fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic)
    })
}

/// Everything that the caller may hear.
fn all_said(dialogue: &Dialogue) -> String {
    let steps = dialogue.steps.iter().flat_map(crate::dialogue::Step::cues).filter(|cue| cue.kind.is_aloud());
    let steps = steps.flat_map(|cue| std::iter::once(&cue.words).chain(cue.items.iter().flatten()));
    let answers = dialogue.answers.entries.iter().filter_map(|entry| match &entry.body {
        Body::Answer { words, .. } => Some(words),
        Body::See(_) => None,
    });
    steps.chain(answers).map(Words::text).collect::<Vec<_>>().join("\n")
}

//! What is treated, how, why here, by whom, and when to get help.

use serviceline_core::model::Level;
use serviceline_core::words::Role;
use serviceline_core::{Leaf, Text, Variant, Words};

use super::Writer;
use crate::design::TextRole;
use crate::draft::{Block, ListKind, Section, TextBlock};
use crate::leaflet::Tag;

impl Writer<'_, '_> {
    pub(super) fn main_message(&mut self) -> Vec<Section> {
        let mut section = Section::default();
        self.prose(&mut section, TextRole::Message, &self.selection.main_message);
        vec![section]
    }

    pub(super) fn plain_text(&mut self, text: impl Fn(&serviceline_core::ServiceLine) -> &Text) -> Vec<Section> {
        let mut section = Section::default();
        self.prose(&mut section, TextRole::Body, text(self.selection));
        vec![section]
    }

    pub(super) fn summary(&mut self) -> Vec<Section> {
        let s = self.selection;
        let mut section = Section::default();
        if !s.summary.is_empty() {
            self.opening(&mut section, &s.sections.summary, "section.summary");
            self.prose(&mut section, TextRole::Body, &s.summary);
        }
        vec![section]
    }

    pub(super) fn symptoms(&mut self) -> Vec<Section> {
        let s = self.selection;
        self.plain_list(&s.symptoms, &s.sections.symptoms, "section.symptoms")
    }

    pub(super) fn risk_factors(&mut self) -> Vec<Section> {
        let s = self.selection;
        self.plain_list(&s.risk_factors, &s.sections.risk_factors, "section.risk_factors")
    }

    fn plain_list(&mut self, items: &[Text], opening: &serviceline_core::model::Section, key: &str) -> Vec<Section> {
        let mut section = Section::default();
        if !items.is_empty() {
            self.opening(&mut section, opening, key);
            section.list(ListKind::Plain, items.iter().map(|text| self.say(text)));
        }
        vec![section]
    }

    pub(super) fn conditions(&mut self, ids: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let items = self.picked(&s.conditions, ids, |c| c.id.as_str())?;
        let mut section = Section::default();
        if !items.is_empty() {
            self.opening(&mut section, &s.sections.conditions, "section.conditions");
            section.list(ListKind::Plain, items.iter().map(|c| self.item_line(&c.name, &c.plain)));
        }
        let details = self.reason("left_out.details");
        for condition in items {
            self.notes.leave_out(&condition.say, &details);
            self.notes.leave_out_all(&condition.aka, &details);
        }
        Some(vec![section])
    }

    pub(super) fn tests(&mut self, ids: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let items = self.picked(&s.tests, ids, |t| t.id.as_str())?;
        let mut section = Section::default();
        if !items.is_empty() {
            self.opening(&mut section, &s.sections.tests, "section.tests");
            section.list(ListKind::Plain, items.iter().map(|t| self.item_line(&t.name, &t.plain)));
        }
        let details = self.reason("left_out.details");
        for test in items {
            for text in [&test.say, &test.why, &test.details, &test.preparation, &test.duration] {
                self.notes.leave_out(text, &details);
            }
        }
        Some(vec![section])
    }

    pub(super) fn treatments(&mut self, ids: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let items = self.picked(&s.treatments, ids, |t| t.id.as_str())?;
        let mut section = Section::default();
        if !items.is_empty() {
            self.opening(&mut section, &s.sections.treatments, "section.treatments");
            section.list(ListKind::Plain, items.iter().map(|t| self.item_line(&t.name, &t.plain)));
        }
        let details = self.reason("left_out.details");
        for t in items {
            for text in [&t.say, &t.details, &t.when, &t.benefits, &t.risks, &t.alternatives, &t.preparation] {
                self.notes.leave_out(text, &details);
            }
        }
        Some(vec![section])
    }

    pub(super) fn reasons(&mut self, ids: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let items = self.picked(&s.reasons, ids, |r| r.id.as_str())?;
        let mut section = Section::default();
        if !items.is_empty() {
            self.opening(&mut section, &s.sections.reasons, "section.reasons");
            let items = items.iter().map(|reason| self.labelled(&reason.title, &reason.body)).collect();
            section.items(ListKind::Reasons, items);
        }
        Some(vec![section])
    }

    /// Reasons in a line each: the short wording, or the title alone.
    pub(super) fn reasons_in_a_line(&mut self, ids: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let items = self.picked(&s.reasons, ids, |r| r.id.as_str())?;
        let mut section = Section::default();
        if !items.is_empty() {
            self.opening(&mut section, &s.sections.reasons, "section.reasons");
            let line = |text: &&serviceline_core::model::Reason| {
                self.say(if text.body.short().is_some() { &text.body } else { &text.title })
            };
            section.list(ListKind::Plain, items.iter().map(line));
        }
        let reason = self.reason("left_out.line");
        for reason_of in items {
            self.notes.leave_out(&reason_of.title, &reason);
            self.notes.leave_out(&reason_of.body, &reason);
        }
        Some(vec![section])
    }

    /// A label and the text below it.
    fn labelled(&self, label: &Text, body: &Text) -> Vec<TextBlock> {
        let mut blocks = vec![TextBlock::new(TextRole::Label, self.say(label))];
        blocks.extend(self.item(body));
        blocks
    }

    pub(super) fn team(&mut self, ids: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let items = self.picked(&s.team, ids, |r| r.id.as_str())?;
        let mut section = Section::default();
        if !items.is_empty() {
            self.opening(&mut section, &s.sections.team, "section.team");
            section.list(ListKind::Plain, items.iter().map(|r| self.item_line(&r.role, &r.plain)));
        }
        let details = self.reason("left_out.details");
        for role in items {
            self.notes.leave_out(&role.say, &details);
        }
        Some(vec![section])
    }

    /// What people said, each quote with who said it and what keeps it from misleading.
    pub(super) fn testimonials(&mut self, ids: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let items = self.picked(&s.testimonials, ids, |t| t.id.as_str())?;
        let mut section = Section::default();
        if !items.is_empty() {
            self.opening(&mut section, &s.sections.testimonials, "section.testimonials");
        }
        for testimonial in items {
            let quote = s.phrase_with("testimonial.quote", &[("quote", &self.say(&testimonial.quote))]);
            let date = s.fact(&testimonial.date, |date| s.locale().date(*date));
            let by = [self.say(&testimonial.name), self.say(&testimonial.relationship), date];
            let by = Words::join(by.into_iter().filter(|words| !words.is_empty()), &s.phrase("text.comma"));
            let disclosures = [&testimonial.typical_result, &testimonial.material_connection];
            let disclosures = disclosures.into_iter().map(|text| self.say(text)).filter(|words| !words.is_empty());
            let note = Words::join(disclosures, &s.phrase("text.space"));
            let texts = [(TextRole::Quote, quote), (TextRole::QuoteBy, by), (TextRole::QuoteNote, note)];
            let texts = texts.into_iter().filter(|(_, words)| !words.is_empty());
            section.blocks.push(Block::Quote(texts.map(|(role, words)| TextBlock::new(role, words)).collect()));
        }
        Some(vec![section])
    }

    pub(super) fn faqs(&mut self, ids: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let items = self.picked(&s.faqs, ids, |f| f.id.as_str())?;
        let mut section = Section::default();
        if !items.is_empty() {
            self.opening(&mut section, &s.sections.faqs, "section.faqs");
        }
        for faq in &items {
            section.text(TextRole::Label, self.say(&faq.question));
            self.prose(&mut section, TextRole::Body, &faq.answer);
        }
        let details = self.reason("left_out.details");
        for faq in items {
            self.notes.leave_out_all(&faq.intents, &details);
        }
        Some(vec![section])
    }

    /// One section a card; the one for emergencies looks like no other.
    pub(super) fn urgent(&mut self, levels: &[&str]) -> Option<Vec<Section>> {
        let s = self.selection;
        let cards = self.picked(&s.urgent, levels, |card| card.level.map_or("", Level::name))?;
        let approval = self.reason("left_out.approval");
        let mut sections = Vec::new();
        for card in cards {
            let mut section = Section::default();
            // What to do in an emergency is never shortened.
            let is_emergency = matches!(card.level, Some(Level::Emergency | Level::Crisis));
            let say = |text: &Text| if is_emergency { s.say_as(text, Variant::Full) } else { self.say(text) };
            let head = say(&card.action);
            let head_calls = s.phone_at(&card.phone).is_some_and(|phone| calls(&head, phone.id.as_str()));
            let items: Vec<Words> = card.items.iter().map(say).collect();
            if card.level == Some(Level::Emergency) {
                section.blocks.push(Block::Emergency { head, items });
            } else if self.pages {
                section.heading(head);
                section.list(ListKind::Plain, items);
            } else {
                // Every card is a section of its own, so its head is no part of another.
                section.blocks.push(Block::Text(TextBlock { tag: Tag::H2, ..TextBlock::new(TextRole::H3, head) }));
                section.list(ListKind::Plain, items);
            }
            match s.phone_at(&card.phone) {
                // The head says the number: once is enough.
                Some(phone) if head_calls => s.same(&card.phone, &phone.number),
                _ => section.text(TextRole::Phone, s.phone_number(&card.phone)),
            }
            for leaf in [&card.source, &card.clinically_approved_by] {
                self.notes.leave_out(leaf, &approval);
            }
            self.notes.leave_out(&card.approved_on, &approval);
            sections.push(section);
        }
        Some(sections)
    }
}

/// Whether these words hold the number of a phone line.
fn calls(words: &Words, line: &str) -> bool {
    words.pieces().iter().any(|piece| matches!(piece.role(), Role::Phone { id, .. } if &**id == line))
}

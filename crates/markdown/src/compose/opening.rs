//! The title, the main message, the cards that say when to get help, and what one needs at a glance.

use std::collections::BTreeSet;

use serviceline_core::Words;
use serviceline_core::leaf::{Leaf, Text};
use serviceline_core::model::{Access, ReferralNeed, UrgentCard};
use serviceline_core::words::Role;

use super::Composer;
use crate::outline::Block;

impl Composer<'_, '_> {
    pub(super) fn opening(&mut self) {
        let title = self.words(&self.selection.title);
        self.heading(1, title);
        if self.selection.is_draft() {
            self.paragraph(self.selection.phrase("draft.notice").strong());
            self.lines(self.selection.gaps());
        }
        let name = self.sentence(self.words(&self.selection.plain_name)).strong();
        self.prose_after(name, &self.selection.main_message);
        for image in &self.selection.images {
            let alt = self.words(&image.alt);
            self.blocks.push(Block::Picture { file: format!("{}{}", self.options.asset_base, image.file), alt });
            self.prose(&image.caption);
        }
    }

    pub(super) fn urgent(&mut self) {
        let cards = &self.selection.urgent;
        self.section("urgent", &self.selection.sections.urgent, !cards.is_empty());
        let together = cards.windows(2).all(|pair| rests_on_the_same(&pair[0], &pair[1]));
        for card in cards {
            self.card(card);
            if !together {
                self.approval(std::slice::from_ref(card));
            }
        }
        if together {
            self.approval(cards);
        }
    }

    fn card(&mut self, card: &UrgentCard) {
        if let Some(level) = card.level {
            self.heading(3, self.selection.phrase(&format!("care.{level}")));
        }
        let action = self.words(&card.action);
        let named = self.line(&card.phone).filter(|phone| says_phone(&action, phone.id.as_str()));
        self.paragraph(action.strong());
        self.texts(&card.items);
        if let Some(phone) = named {
            self.selection.same(&card.phone, &phone.number);
        } else {
            let number = self.number(&card.phone);
            if !number.is_empty() {
                self.paragraph(self.selection.phrase_with("care.call", &[("phone", &number)]).strong());
            }
        }
    }

    /// What the cards rest on, who approved them, and when. What several cards share is said once.
    fn approval(&mut self, cards: &[UrgentCard]) {
        let Some(first) = cards.first() else { return };
        for card in &cards[1..] {
            self.selection.same(&card.source, &first.source);
            self.selection.same(&card.approved_on, &first.approved_on);
        }
        let source = self.sentence(self.words(&first.source));
        let date = self.selection.fact(&first.approved_on, |date| self.selection.locale().date(*date));
        let people = self.each_once(cards.iter().map(|card| &card.clinically_approved_by));
        let people = self.joined("text.comma", people);
        let values = [("source", &source), ("people", &people), ("date", &date)];
        self.paragraph(self.selection.phrase_with("care.approved", &values).emphasized());
    }

    /// The words of each text; of equal texts only the first.
    pub(super) fn each_once<'t>(&self, texts: impl IntoIterator<Item = &'t Text>) -> Vec<Words> {
        let mut said: Vec<&Text> = Vec::new();
        let mut words = Vec::new();
        for text in texts.into_iter().filter(|text| !text.is_empty()) {
            if let Some(other) = said.iter().find(|other| text.gap().is_none() && other.full() == text.full()) {
                self.selection.same(text, *other);
            } else {
                said.push(text);
                words.push(self.words(text));
            }
        }
        words
    }

    pub(super) fn glance(&mut self) {
        let contact = &self.selection.contact;
        let access = &self.selection.access;
        let appointment = self.choice(&access.appointment, "access.appointment");
        let booking = self.number_and_hours(&contact.appointments);
        let book = self.spaced([self.sentence_if(booking, !appointment.is_empty()), appointment]);
        let referral = self.referral_in_short(access);
        let lines = [
            self.labelled("book", book),
            {
                let link = self.link(&contact.online);
                self.labelled("online", link)
            },
            {
                let nurse = self.number_and_hours(&contact.nurse);
                self.labelled("nurses", nurse)
            },
            self.labelled("referral", referral),
            self.labelled("video_visits", self.choice(&access.telehealth, "access.telehealth")),
            {
                let line = self.number_and_hours(&contact.interpreter);
                self.labelled("interpreters", line)
            },
        ];
        if lines.iter().any(|line| !line.is_empty()) {
            self.heading(2, self.selection.phrase("section.glance"));
            self.lines(lines);
        }
    }

    /// Whether one needs a referral. That one cannot come without goes without saying then.
    fn referral_in_short(&self, access: &Access) -> Words {
        let Access { self_referral, referral_required, .. } = access;
        let need = self.choice(referral_required, "access.referral");
        if self_referral.value() == Some(&false) && referral_required.value() == Some(&ReferralNeed::Required) {
            self.selection.same(self_referral, referral_required);
            return need;
        }
        let own = self.selection.fact(self_referral, |may| {
            self.phrase_text(if *may { "access.self_referral.yes" } else { "access.self_referral.no" }, &[])
        });
        self.spaced([own, need])
    }

    fn sentence_if(&self, words: Words, ends: bool) -> Words {
        if ends { self.sentence(words) } else { words }
    }
}

fn rests_on_the_same(card: &UrgentCard, other: &UrgentCard) -> bool {
    card.source == other.source && card.source.gap().is_none() && card.approved_on == other.approved_on
}

/// Whether the words give the number of a line.
pub(super) fn says_phone(words: &Words, line: &str) -> bool {
    let mut lines = words.pieces().iter().filter_map(|piece| match piece.role() {
        Role::Phone { id, .. } => Some(&**id),
        _ => None,
    });
    lines.any(|id| id == line)
}

/// The ids of the words in these blocks that the document explains.
pub(super) fn terms(blocks: &[Block], ids: &mut BTreeSet<String>) {
    let mut see = |words: &Words| {
        ids.extend(words.pieces().iter().filter_map(|piece| match piece.role() {
            Role::Term { id } => Some(id.to_string()),
            _ => None,
        }));
    };
    for block in blocks {
        block.words(&mut see);
    }
}

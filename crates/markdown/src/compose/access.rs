//! How a person comes to be seen: referral, video visits, insurance, costs; and the questions that people ask.

use serviceline_core::Words;
use serviceline_core::fields::Fields;
use serviceline_core::leaf::Leaf;
use serviceline_core::model::{Access, Insurance, Referral};

use super::Composer;
use super::opening::says_phone;
use crate::outline::Block;

impl Composer<'_, '_> {
    pub(super) fn access(&mut self) {
        let access = &self.selection.access;
        let before = self.blocks.len();
        self.section("access", &self.selection.sections.access, true);
        let heading = self.blocks.len();
        self.referral(access);
        self.wait(access);
        self.video_visits(access);
        self.insurance(&access.insurance);
        let only_heading = self.blocks.len() == heading && self.selection.sections.access.is_absent();
        if only_heading {
            self.blocks.truncate(before);
        }
    }

    fn referral(&mut self, access: &Access) {
        let Referral { text, phone, fax, form, records_needed, criteria, inpatient_transfer, .. } = &access.referral;
        self.heading(3, self.selection.phrase("section.referral"));
        let heading = self.blocks.len();
        self.prose(text);
        let lines = [("referral_desk", phone), ("fax", fax), ("hospital_transfer", inpatient_transfer)];
        let mut lines = lines
            .map(|(label, at)| {
                let line = self.number_and_hours(at);
                self.labelled(label, line)
            })
            .to_vec();
        let form = self.link(form);
        lines.push(self.labelled("form", form));
        self.lines(lines);
        let lists = [
            ("access.criteria", &criteria.items),
            ("access.office_sends", &records_needed.items),
            ("access.call_ready", &access.records_needed),
        ];
        for (lead, texts) in lists {
            if !texts.is_empty() {
                self.paragraph(self.selection.phrase(lead));
                self.texts(texts);
            }
        }
        if self.blocks.len() == heading {
            self.blocks.pop();
        }
    }

    /// How long new patients wait. An answer to a question may say it already, with its source.
    fn wait(&mut self, access: &Access) {
        let Some(wait) = access.new_patient_wait.value() else {
            return self.paragraph(self.selection.gap_of(&access.new_patient_wait));
        };
        let Some(claim) = self.selection.edition().claim(wait.id()) else {
            return;
        };
        let reference = format!("{{claim:{}}}", wait.id());
        let answers = self.selection.faqs.iter().map(|faq| &faq.answer);
        let mut prose = answers.chain(self.selection.reasons.iter().map(|reason| &reason.body));
        if prose.any(|text| text.full().contains(&reference)) {
            self.selection.same(&access.new_patient_wait, &claim.text);
        } else {
            let words = self.marked(self.selection.claim_at(&access.new_patient_wait));
            if !words.is_empty() {
                self.heading(3, self.selection.phrase("section.wait"));
                self.paragraph(words);
            }
        }
    }

    fn video_visits(&mut self, access: &Access) {
        if !access.telehealth_note.is_empty() {
            self.heading(3, self.selection.phrase("section.telehealth"));
            self.prose(&access.telehealth_note);
        }
    }

    fn insurance(&mut self, insurance: &Insurance) {
        let before = self.blocks.len();
        self.heading(3, self.selection.phrase("section.insurance"));
        let heading = self.blocks.len();
        self.prose(&insurance.summary);
        let plans = self.link(&insurance.plans);
        self.read_more([plans]);
        self.prose(&insurance.prior_authorization);
        if self.blocks.len() == heading {
            self.blocks.truncate(before);
        }
        self.costs(insurance);
        self.insurance_phone(insurance, before);
        let date = self.selection.fact(&insurance.verified_on, |date| self.selection.locale().date(*date));
        if !date.is_empty() {
            self.paragraph(self.selection.phrase_with("access.insurance_checked", &[("date", &date)]));
        }
    }

    fn costs(&mut self, insurance: &Insurance) {
        let help = &insurance.financial_help;
        let before = self.blocks.len();
        self.heading(3, self.selection.phrase("section.costs"));
        let heading = self.blocks.len();
        self.prose(&help.text);
        let link = self.link(&help.link);
        self.read_more([link]);
        self.prose(&insurance.self_pay);
        if self.blocks.len() == heading {
            self.blocks.truncate(before);
        }
    }

    /// Whom to ask, unless the section gives that number already.
    fn insurance_phone(&mut self, insurance: &Insurance, from: usize) {
        let named = self.line(&insurance.phone).filter(|phone| {
            let blocks = self.blocks[from..].iter();
            blocks.filter_map(Block::line).any(|words| says_phone(words, phone.id.as_str()))
        });
        if let Some(phone) = named {
            self.selection.same(&insurance.phone, &phone.number);
        } else {
            let number = self.number(&insurance.phone);
            if !number.is_empty() {
                self.paragraph(self.selection.phrase_with("access.insurance_call", &[("phone", &number)]));
            }
        }
    }

    /// `Read more: A, B, and C.` at the end of the paragraph before, with the links' own words; nothing without links.
    pub(super) fn read_more(&mut self, links: impl IntoIterator<Item = Words>) {
        let links: Vec<Words> = links.into_iter().filter(|link| !link.is_empty()).collect();
        if !links.is_empty() {
            let links = self.selection.writer().list(&links);
            let more = self.selection.phrase_with("more.read", &[("links", &links)]);
            match self.blocks.pop() {
                Some(Block::Paragraph(words)) => self.paragraph(self.spaced([words, more])),
                before => {
                    self.blocks.extend(before);
                    self.paragraph(more);
                }
            }
        }
    }

    pub(super) fn questions(&mut self) {
        let faqs = &self.selection.faqs;
        self.section("faqs", &self.selection.sections.faqs, !faqs.is_empty());
        for faq in faqs {
            self.heading(3, self.words(&faq.question));
            self.prose(&faq.answer);
        }
    }
}

impl Block {
    /// The words of a block that is no list.
    fn line(&self) -> Option<&Words> {
        match self {
            Self::Heading { words, .. }
            | Self::Paragraph(words)
            | Self::Footnote { words, .. }
            | Self::Picture { alt: words, .. } => Some(words),
            Self::List { .. } | Self::Table { .. } => None,
        }
    }
}

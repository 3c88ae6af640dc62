//! How a person comes to be seen: referral, insurance, cost. Each answer stands under the question that it answers.

use serviceline_core::leaf::{Leaf, Text};
use serviceline_core::words::{Passage, Words};

use super::Composer;
use crate::options::SectionId;
use crate::page::{Access, AccessItem, AccessPart, Section};

impl Composer<'_, '_> {
    pub(super) fn access(&mut self) -> Option<Section> {
        let section = self.headed(SectionId::Access, &self.selection.sections.access, "section.access");
        let items = [
            ("page.ask.referral", self.referral()),
            ("page.ask.records", self.records()),
            ("page.ask.wait", self.wait()),
            ("page.ask.insurance", self.insurance()),
            ("page.ask.cost", self.cost()),
            ("page.ask.video", self.video()),
            ("page.ask.sends", self.office_records()),
            ("page.ask.offices", self.offices()),
        ];
        let item = |(question, parts): (&str, Vec<AccessPart>)| {
            (!parts.is_empty()).then(|| AccessItem { question: self.selection.phrase(question), parts })
        };
        let items: Vec<_> = items.into_iter().filter_map(item).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { access: Some(Access { items }), ..section })
    }

    fn referral(&mut self) -> Vec<AccessPart> {
        let access = &self.selection.access;
        if access.referral.text.is_empty() {
            let line = self.fact(&access.self_referral, |by_self| {
                let key = if *by_self { "access.self_referral.yes" } else { "access.self_referral.no" };
                self.selection.phrase(key).text()
            });
            // Markdown and the brochure say it in these words too; at the top of the page it is a word of a table.
            let needed = self.choice(&access.referral_required, "access.referral");
            return needed.into_iter().chain(line).map(line_part).collect();
        }
        self.notes.leave_out(&access.self_referral, "the answer about referrals says it in words");
        self.passage(&access.referral.text).into_iter().collect()
    }

    fn records(&self) -> Vec<AccessPart> {
        let items = self.texts(&self.selection.access.records_needed);
        if items.is_empty() { Vec::new() } else { vec![AccessPart { items, ..AccessPart::default() }] }
    }

    /// How long new patients wait, unless the page says it elsewhere.
    fn wait(&self) -> Vec<AccessPart> {
        let selection = self.selection;
        let wait = &selection.access.new_patient_wait;
        let Some(claim) = wait.value() else {
            return if wait.is_empty() { Vec::new() } else { vec![line_part(selection.gap_of(wait))] };
        };
        let reference = format!("{{claim:{}}}", claim.id());
        let said = |text: &Text| text.full().contains(&reference);
        let elsewhere = selection.faqs.iter().any(|faq| said(&faq.answer))
            || selection.reasons.iter().any(|reason| said(&reason.body));
        if elsewhere {
            if let Some(claim) = selection.edition().claim(claim.id()) {
                selection.same(wait, &claim.text);
            }
            return Vec::new();
        }
        vec![line_part(selection.claim_at(wait))]
    }

    fn insurance(&self) -> Vec<AccessPart> {
        let selection = self.selection;
        let insurance = &selection.access.insurance;
        let mut parts: Vec<AccessPart> = self.passage(&insurance.summary).into_iter().collect();
        parts.extend(self.passage(&insurance.prior_authorization));
        if self.link(&insurance.plans).is_some() {
            let link = selection.link_words(&insurance.plans);
            parts.push(line_part(self.with("more.read", "links", &link)));
        }
        if self.phone(&insurance.phone).is_some() {
            let phone = selection.phone_number(&insurance.phone);
            parts.push(line_part(self.with("page.insurance_call", "phone", &phone)));
        }
        let checked = self.fact(&insurance.verified_on, |date| selection.locale().date(*date));
        parts.extend(checked.map(|date| line_part(self.with("page.insurance_checked", "date", &date))));
        parts
    }

    fn cost(&self) -> Vec<AccessPart> {
        let insurance = &self.selection.access.insurance;
        let help = &insurance.financial_help;
        let mut parts: Vec<AccessPart> = self.passage(&help.text).into_iter().collect();
        if self.link(&help.link).is_some() {
            let link = self.selection.link_words(&help.link);
            parts.push(line_part(self.with("more.read", "links", &link)));
        }
        parts.extend(self.passage(&insurance.self_pay));
        parts
    }

    fn video(&self) -> Vec<AccessPart> {
        self.passage(&self.selection.access.telehealth_note).into_iter().collect()
    }

    /// What a doctor's office sends.
    fn office_records(&self) -> Vec<AccessPart> {
        let items = self.texts(&self.selection.access.referral.records_needed.items);
        if items.is_empty() { Vec::new() } else { vec![AccessPart { items, ..AccessPart::default() }] }
    }

    /// What a doctor's office needs, where the readers of this page may see it.
    fn offices(&mut self) -> Vec<AccessPart> {
        let selection = self.selection;
        let referral = &selection.access.referral;
        let mut parts = Vec::new();
        for (at, phrase) in [
            (&selection.contact.referral, "page.office.phone"),
            (&referral.phone, "page.office.phone"),
            (&referral.fax, "page.office.fax"),
            (&referral.inpatient_transfer, "page.office.transfer"),
        ] {
            match self.phone(at) {
                Some(phone) if parts.iter().all(|(known, _)| *known != phone.id.as_str()) => {
                    parts.push((phone.id.as_str(), line_part(self.with(phrase, "phone", &selection.phone_number(at)))));
                }
                Some(phone) => selection.same(at, &phone.number),
                None => self.notes.leave_out(at, "it points to a line for other readers than those of this page"),
            }
        }
        let mut parts: Vec<AccessPart> = parts.into_iter().map(|(_, part)| part).collect();
        match self.link(&referral.form) {
            Some(_) => {
                parts.push(line_part(self.with("page.office.form", "link", &selection.link_words(&referral.form))));
            }
            None => {
                self.notes.leave_out(&referral.form, "it points to a page for other readers than those of this page");
            }
        }
        let criteria = self.texts(&referral.criteria.items);
        if !criteria.is_empty() {
            parts.push(AccessPart { passage: None, line: Some(selection.phrase("access.criteria")), items: criteria });
        }
        parts
    }

    fn passage(&self, text: &Text) -> Option<AccessPart> {
        self.prose(text).map(|passage: Passage| AccessPart { passage: Some(passage), ..AccessPart::default() })
    }

    fn texts(&self, texts: &[Text]) -> Vec<Words> {
        texts.iter().filter_map(|text| self.say(text)).collect()
    }
}

fn line_part(line: Words) -> AccessPart {
    AccessPart { line: Some(line), ..AccessPart::default() }
}

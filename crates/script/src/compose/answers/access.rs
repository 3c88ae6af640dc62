//! Answers about appointments, referrals, video visits, insurance and costs.

use serviceline_core::{
    Leaf, Words,
    model::{Appointment, Insurance, ReferralNeed, Telehealth},
};

use super::Index;
use crate::compose::Composer;
use crate::dialogue::Dialogue;

impl Composer<'_, '_> {
    pub(super) fn access(&self, index: &mut Index) {
        let access = &self.selection.access;
        let walk_in = self.chosen(&access.appointment, |appointment| match appointment {
            Appointment::Both => "answer.appointment_both",
            Appointment::WalkIn => "answer.appointment_walk_in",
            _ => "answer.appointment",
        });
        index.add(self.subject("subject.visit", &[]), None, vec![], self.answer(&walk_in));
        index.add(self.subject("subject.referral", &[]), None, vec![], self.answer(&self.referral_answer()));
        self.video(index);
        if !self.selection.contact.online.is_empty() {
            let subject = self.subject("subject.online", &[]);
            self.leads(index, "lead.online", &subject);
            let gap = self.selection.gap_of(&self.selection.contact.online);
            let body = self.sentences([self.phrase("answer.online", &[]), gap]);
            index.add(subject, None, vec![], self.answer(&body));
        }
        self.insurance(index, &access.insurance);
    }

    /// The phrase for a choice, said in the name of the fact that makes it.
    fn chosen<T: serviceline_core::leaf::FactValue>(
        &self,
        fact: &serviceline_core::Fact<T>,
        key: impl Fn(&T) -> &'static str,
    ) -> Words {
        self.selection.fact(fact, |choice| self.phrase(key(choice), &[]).text())
    }

    fn referral_answer(&self) -> Words {
        let access = &self.selection.access;
        if !access.referral.text.is_empty() {
            self.selection.same(&access.referral_required, &access.referral.text);
            self.selection.same(&access.self_referral, &access.referral.text);
            return self.run_of(&access.referral.text);
        }
        let needed = self.chosen(&access.referral_required, |needed| match needed {
            ReferralNeed::Required => "answer.referral_yes",
            ReferralNeed::NotRequired => "answer.referral_no",
            _ => "answer.referral_depends",
        });
        let alone =
            self.chosen(&access.self_referral, |alone| if *alone { "answer.self_yes" } else { "answer.self_no" });
        self.sentences([needed, alone])
    }

    fn video(&self, index: &mut Index) {
        let access = &self.selection.access;
        let body = if access.telehealth_note.is_empty() {
            self.chosen(&access.telehealth, |telehealth| match telehealth {
                Telehealth::NotOffered => "answer.video_no",
                Telehealth::ByAppointment => "answer.video_some",
                _ => "answer.video_maybe",
            })
        } else {
            self.selection.same(&access.telehealth, &access.telehealth_note);
            self.run_of(&access.telehealth_note)
        };
        let subject = self.subject("subject.video", &[]);
        if !body.is_empty() {
            self.leads(index, "lead.video", &subject);
        }
        index.add(subject, None, vec![], self.answer(&body));
    }

    fn insurance(&self, index: &mut Index, insurance: &Insurance) {
        let subject = self.subject("subject.insurance", &[]);
        let summary = self.run_of(&insurance.summary);
        let plans = if insurance.plans.is_empty() { Words::default() } else { self.phrase("answer.plans", &[]) };
        if !summary.is_empty() {
            self.leads(index, "lead.insurance", &subject);
        }
        index.add(subject, None, vec![], self.answer(&self.sentences([summary, plans])));
        if let Some(phone) = self.selection.phone_at(&insurance.phone) {
            self.selection.same(&insurance.phone, &phone.number);
        }
        let approval = self.run_of(&insurance.prior_authorization);
        index.add(self.subject("subject.prior_authorization", &[]), None, vec![], self.answer(&approval));
        index.add(self.subject("subject.self_pay", &[]), None, vec![], self.answer(&self.run_of(&insurance.self_pay)));
        let help = self.run_of(&insurance.financial_help.text);
        let subject = self.subject("subject.costs", &[]);
        if !help.is_empty() {
            self.leads(index, "lead.costs", &subject);
        }
        index.add(subject, None, vec![], self.answer(&help));
        self.leave_out(&insurance.verified_on, "for those who keep the content current");
    }

    /// How long new patients wait, unless another answer says it.
    pub(super) fn wait_claim(&self, index: &mut Index, so_far: &Dialogue) {
        let wait = &self.selection.access.new_patient_wait;
        let Some(claim) = wait.value().and_then(|claim| self.selection.edition().claim(claim.id())) else {
            index.add(self.subject("subject.wait", &[]), None, vec![], self.answer(&self.selection.gap_of(wait)));
            return;
        };
        self.selection.same(wait, &claim.text);
        if super::says(so_far, &index.entries, claim.text.place().as_str()) {
            return;
        }
        let body = self.sentences([self.sentence(self.run_of(&claim.text)), self.run_of(&claim.qualifier)]);
        let subject = self.subject("subject.wait", &[]);
        self.leads(index, "lead.wait", &subject);
        index.add(subject, None, vec![], self.answer(&body));
    }
}

//! What a phone script leaves out, each with its published reason. Nothing else may be missing.

use serviceline_core::fields::Fields;

use super::Composer;

const READING: &str = "reading text: too long or too near to advice to be spoken";
const PAGE: &str = "a heading or opening text of the page";
const LINK: &str = "links are sent, not read aloud";
const QUOTE: &str = "what others said is for reading: an agent speaks for the organization";
const KEEPING: &str = "for those who keep the content current";
const CARD: &str = "the steps for an emergency say what to do";

impl Composer<'_, '_> {
    pub(super) fn leftovers(&self) {
        let selection = self.selection;
        for text in [&selection.plain_name, &selection.one_line, &selection.summary] {
            self.leave_out(text, READING);
        }
        self.leave_out(&selection.short_title, "the full title is used");
        self.leave_out(&selection.main_message, "the author chose other key messages");
        self.all(&selection.symptoms, READING);
        self.all(&selection.risk_factors, READING);
        self.all(&selection.testimonials, QUOTE);
        self.all(&selection.related, LINK);
        self.all(&selection.images, "a voice shows no pictures");
        for (_, section) in selection.sections.each() {
            self.leave_out(&section.title, PAGE);
            self.leave_out(&section.intro, PAGE);
        }
        self.all(&selection.review.sources, KEEPING);
        self.care_cards();
        self.links();
        self.contacts();
        let organization = selection.organization();
        self.leave_out(&organization.legal_name, "the everyday name is said");
        self.leave_out(&organization.time_zone, "no hours depend on it");
        self.all(&organization.holidays, "no line closes on holidays");
        let scripts = self.scripts();
        for transfer in scripts.iter().flat_map(|script| &script.transfers) {
            self.leave_out(&transfer.when, "the step itself says when");
            self.leave_out(&transfer.say_before, "the step itself says what comes before");
            self.all(&transfer.brief, "the service line has its own wording");
            if let Some(phone) = selection.phone_at(&transfer.to) {
                selection.same(&transfer.to, &phone.number);
            }
        }
        for script in scripts {
            if let Some(phone) = selection.phone_at(&script.voicemail.phone) {
                selection.same(&script.voicemail.phone, &phone.number);
            }
        }
    }

    fn all(&self, items: &dyn Fields, reason: &str) {
        self.notes.borrow_mut().leave_out_all(items, reason);
    }

    fn care_cards(&self) {
        use serviceline_core::model::Level;
        for card in &self.selection.urgent {
            self.leave_out(&card.action, CARD);
            self.leave_out(&card.phone, CARD);
            if !matches!(card.level, Some(Level::Emergency | Level::Crisis | Level::Urgent)) {
                self.all(card, "a caller who is not in need goes through the steps");
            }
        }
    }

    fn links(&self) {
        let selection = self.selection;
        let organization = selection.organization();
        self.all(&selection.links, LINK);
        self.all(&organization.links, LINK);
        let insurance = &selection.access.insurance;
        let links = [
            &selection.contact.online,
            &selection.access.referral.form,
            &insurance.plans,
            &insurance.financial_help.link,
        ];
        let notices = &organization.notices;
        for link in links.into_iter().chain([
            &notices.nondiscrimination.full,
            &notices.language_assistance.full,
            &notices.privacy,
        ]) {
            self.leave_out(link, LINK);
        }
        for resource in &selection.support.resources {
            self.leave_out(&resource.link, LINK);
        }
        for claim in selection.claims.values().chain(organization.claims.values()) {
            self.leave_out(&claim.evidence_url, LINK);
        }
    }

    /// References to phone lines are said where the numbers are.
    fn contacts(&self) {
        let (contact, referral) = (&self.selection.contact, &self.selection.access.referral);
        let lines = [
            &contact.appointments,
            &contact.nurse,
            &contact.referral,
            &contact.billing,
            &contact.records,
            &contact.support,
            &contact.interpreter,
        ];
        for at in lines.into_iter().chain([&referral.phone, &referral.fax, &referral.inpatient_transfer]) {
            if let Some(phone) = self.selection.phone_at(at) {
                self.selection.same(at, &phone.number);
            }
        }
    }
}

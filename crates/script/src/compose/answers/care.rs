//! Answers about conditions, tests, treatments, the team, the way through care, reasons, questions, and words.

use serviceline_core::{
    Leaf, Text, Words,
    model::{ClaimKind, Faq, Phase, Reason, Test, Treatment},
};

use super::Index;
use crate::compose::Composer;
use crate::compose::voice::lowered;

impl Composer<'_, '_> {
    pub(super) fn care(&self, index: &mut Index) {
        self.conditions(index);
        for test in &self.selection.tests {
            self.test(index, test);
        }
        let intro = |name: &str| {
            self.selection
                .sections
                .each()
                .find(|(section, _)| *section == name)
                .map(|(_, section)| self.run_of(&section.intro))
        };
        for (section, subject) in [("tests", "subject.tests"), ("treatments", "subject.treatment")] {
            index.add(self.subject(subject, &[]), None, vec![], self.answer(&intro(section).unwrap_or_default()));
        }
        for treatment in &self.selection.treatments {
            self.treatment(index, treatment);
        }
        for role in &self.selection.team {
            let (name, plain) = (self.text(&role.role), self.run_of(&role.plain));
            let body = if role.plain.spoken().is_some() { plain } else { self.role_is(&name, &plain) };
            index.add(self.subject_of(&name), self.sounds(&role.say), vec![], self.answer(&body));
        }
        for reason in &self.selection.reasons {
            self.reason(index, reason);
        }
        for phase in &self.selection.journey {
            self.phase(index, phase);
        }
        for faq in &self.selection.faqs {
            self.faq(index, faq);
        }
        self.words_to_know(index);
    }

    fn conditions(&self, index: &mut Index) {
        for condition in &self.selection.conditions {
            let subject = self.subject_of(&self.text(&condition.name));
            let body = self.explained(&condition.name, &condition.plain, None);
            index.add(subject.clone(), self.sounds(&condition.say), vec![], self.answer(&body));
            for other in &condition.aka {
                self.see(index, other, &subject);
            }
        }
        let names: Vec<Words> =
            self.selection.conditions.iter().map(|condition| lowered(&self.text(&condition.name))).collect();
        let subject = self.subject("subject.we_treat", &[]);
        let names = self.selection.writer().list(&names);
        let list = if names.is_empty() { names } else { self.phrase("answer.we_treat", &[("names", &names)]) };
        let body = self.sentences([self.run_of(&self.selection.sections.conditions.intro), list]);
        index.add(subject.clone(), None, vec![], self.answer(&body));
        for other in &self.selection.aka {
            self.see(index, other, &subject);
        }
    }

    /// What is said aloud of a thing, or its name with what it is, and the details that `spoken` stands for too.
    fn explained(&self, name: &Text, plain: &Text, details: Option<&Text>) -> Words {
        if plain.spoken().is_some() {
            if let Some(details) = details {
                self.leave_out(details, "`spoken` stands for `plain` and `details`");
            }
            return self.run_of(plain);
        }
        let (name, plain) = (self.text(name), self.run_of(plain));
        let first =
            if plain.is_empty() { name } else { self.phrase("answer.plain", &[("name", &name), ("plain", &plain)]) };
        self.sentences([self.sentence(first), details.map(|details| self.run_of(details)).unwrap_or_default()])
    }

    fn test(&self, index: &mut Index, test: &Test) {
        let body = self.explained(&test.name, &test.plain, Some(&test.details));
        let takes = self.takes(&test.duration);
        let ready = self.sentences([takes, self.run_of(&test.preparation)]);
        let about = self.about("about.why", "why", &test.why);
        self.with_preparation(index, &test.name, &test.say, about, (body, ready));
    }

    fn takes(&self, duration: &Text) -> Words {
        let duration = lowered(&self.text(duration));
        if duration.is_empty() {
            duration
        } else {
            self.sentence(self.phrase("answer.takes", &[("duration", &duration)]))
        }
    }

    fn treatment(&self, index: &mut Index, treatment: &Treatment) {
        let body = self.explained(&treatment.name, &treatment.plain, Some(&treatment.details));
        let ready = self.run_of(&treatment.preparation);
        for text in [&treatment.when, &treatment.benefits, &treatment.risks, &treatment.alternatives] {
            self.leave_out(text, "too near to advice to be spoken: a doctor or nurse explains it");
        }
        self.with_preparation(index, &treatment.name, &treatment.say, vec![], (body, ready));
    }

    /// One entry if what it is and how to get ready are short enough together, else two.
    fn with_preparation(
        &self,
        index: &mut Index,
        name: &Text,
        say: &Text,
        about: Vec<Words>,
        (body, ready): (Words, Words),
    ) {
        let name = self.text(name);
        let both = self.answer(&self.sentences([body.clone(), ready.clone()]));
        if ready.is_empty() || self.fits(&both) {
            index.add(self.subject_of(&name), self.sounds(say), about, both);
            return;
        }
        index.add(self.subject_of(&name), self.sounds(say), about, self.answer(&body));
        let subject = self.subject_of(&self.phrase("subject.getting_ready", &[("name", &name)]));
        index.add(subject, None, vec![], self.answer(&ready));
    }

    /// "A nurse navigator is a nurse who ...".
    fn role_is(&self, name: &Words, plain: &Words) -> Words {
        let vowels = self.phrase("answer.role_vowels", &[]).text();
        let an = name.text().starts_with(|first| vowels.contains(first));
        let key = if an { "answer.role_an" } else { "answer.role_a" };
        self.sentence(self.phrase(key, &[("role", &lowered(name)), ("plain", plain)]))
    }

    fn reason(&self, index: &mut Index, reason: &Reason) {
        let subject = self.subject_of(&self.text(&reason.title));
        let body = self.fitting(&reason.body);
        let claims = self.selection.claims.values().chain(self.selection.organization().claims.values());
        let held = |place: &str| {
            body.pieces().iter().any(|piece| matches!(piece.origin(), serviceline_core::words::Origin::Field(path) if path.as_str() == place))
        };
        for claim in claims.filter(|claim| held(claim.text.place().as_str())) {
            match claim.kind {
                Some(ClaimKind::Ranking) => self.leads(index, "lead.ranking", &subject),
                Some(ClaimKind::Accreditation) => self.leads(index, "lead.accreditation", &subject),
                _ => {}
            }
        }
        index.add(subject, None, vec![], self.answer(&body));
    }

    fn phase(&self, index: &mut Index, phase: &Phase) {
        let name = self.text(&phase.phase);
        let subject = self.subject_of(&name);
        let text = subject.text();
        let taken = index.answered.contains(&text) || self.is_an_intent(&subject) || !text.contains(' ');
        let subject = if taken { self.subject_of(&self.phrase("subject.phase", &[("phase", &name)])) } else { subject };
        let who = self.selection.fact(&phase.who, |role| {
            self.selection
                .edition()
                .term(role.id())
                .map_or_else(|| role.id().to_owned(), |term| term.word.full().to_owned())
        });
        let steps = self.sentences(phase.steps.iter().map(|step| self.sentence(self.run_of(step))));
        let whole = self.text(&phase.when).ends_sentence();
        let mut about = if whole { vec![] } else { self.about("about.when", "when", &phase.when) };
        if !who.is_empty() {
            about.push(self.subject("about.contact", &[("who", &who)]));
        }
        let when = if whole { self.run_of(&phase.when) } else { Words::default() };
        index.add(subject, None, about, self.answer(&self.sentences([when, steps])));
        self.bring_answer(index, phase);
    }

    /// Whether a question of the index goes by these words.
    fn is_an_intent(&self, subject: &Words) -> bool {
        let subject = subject.text();
        let mut intents = self.selection.faqs.iter().flat_map(|faq| &faq.intents);
        intents.any(|intent| intent.full().eq_ignore_ascii_case(&subject))
    }

    fn bring_answer(&self, index: &mut Index, phase: &Phase) {
        let body = if phase.spoken.is_empty() {
            let things: Vec<Words> = phase.bring.iter().map(|thing| lowered(&self.text(thing))).collect();
            let things = self.selection.writer().list(&things);
            if things.is_empty() { things } else { self.sentence(self.phrase("answer.bring", &[("things", &things)])) }
        } else {
            phase.bring.iter().for_each(|thing| self.leave_out(thing, "`spoken` says what to bring in sentences"));
            self.run_of(&phase.spoken)
        };
        if body.is_empty() {
            return;
        }
        let several =
            self.selection.journey.iter().filter(|phase| !phase.spoken.is_empty() || !phase.bring.is_empty()).count()
                > 1;
        let name = self.text(&phase.phase);
        let subject = if several {
            self.subject("subject.bring_to", &[("phase", &name)])
        } else {
            self.subject("subject.bring", &[])
        };
        self.leads(index, "lead.bring", &subject);
        index.add(subject, None, vec![], self.answer(&body));
    }

    fn faq(&self, index: &mut Index, faq: &Faq) {
        let question = self.text(&faq.question);
        let (subject, about) = match faq.intents.first() {
            Some(intent) => (self.subject_of(&self.text(intent)), vec![self.loud(&question)]),
            None => (self.loud(&question), vec![]),
        };
        index.add(subject.clone(), None, about, self.answer(&self.fitting(&faq.answer)));
        faq.intents.iter().skip(1).for_each(|other| self.see(index, other, &subject));
    }

    /// Words of the glossary that callers may ask about.
    fn words_to_know(&self, index: &mut Index) {
        for term in &self.selection.organization().glossary {
            let name = self.selection.say_as(&term.term, serviceline_core::Variant::Full);
            let plain = self.run_of(&term.plain);
            let body = self.sentence(self.phrase("answer.means", &[("name", &name), ("plain", &plain)]));
            let subject = self.subject("subject.word", &[("name", &name)]);
            index.add(subject, self.sounds(&term.say), vec![], self.answer(&body));
        }
    }
}

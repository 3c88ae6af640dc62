//! About the care: signs, conditions, reasons, tests, treatments, the way through care, the team, questions.

use serviceline_core::leaf::{Leaf, Text};
use serviceline_core::model::{Phase as Step, Section as Heading, Test, Treatment};

use super::{Composer, anchor};
use crate::options::SectionId;
use crate::page::{
    About, Bring, Condition, Conditions, Detail, Entries, Entry, Journey, Member, Phase, Question, Questions, Reason,
    Reasons, Section, SignList, Signs, Team,
};

impl Composer<'_, '_> {
    pub(super) fn about(&mut self) -> Option<Section> {
        let selection = self.selection;
        let section = self.headed(SectionId::About, &selection.sections.summary, "section.summary");
        let photos: Vec<_> =
            selection.images.iter().skip(1).filter_map(|image| self.pictures.photo(image, true, self.notes)).collect();
        let about = About { body: self.prose(&selection.summary), names: self.other_names(&selection.aka), photos };
        let empty = about.body.is_none() && about.names.is_none() && about.photos.is_empty() && section.intro.is_none();
        (!empty).then_some(Section { about: Some(about), ..section })
    }

    pub(super) fn signs(&mut self) -> Option<Section> {
        let selection = self.selection;
        let (symptoms, risks) = (&selection.symptoms, &selection.risk_factors);
        let sections = &selection.sections;
        let shown = |heading: &Heading, items: &[Text]| !items.is_empty() || !heading.intro.is_empty();
        let (some_symptoms, some_risks) = (shown(&sections.symptoms, symptoms), shown(&sections.risk_factors, risks));
        if !some_symptoms && !some_risks {
            return None;
        }
        let title =
            |heading: &Heading, phrase: &str| self.say(&heading.title).unwrap_or_else(|| selection.phrase(phrase));
        let both = some_symptoms && some_risks;
        let list = |heading: &Heading, phrase: &str, items: &[Text]| {
            shown(heading, items).then(|| SignList {
                title: both.then(|| title(heading, phrase)),
                intro: self.prose(&heading.intro),
                items: items.iter().map(|item| selection.say(item)).collect(),
            })
        };
        let lists = [
            list(&sections.symptoms, "section.symptoms", symptoms),
            list(&sections.risk_factors, "section.risk_factors", risks),
        ];
        let title = match (both, some_symptoms) {
            (true, _) => selection.phrase("page.section.signs"),
            (_, true) => title(&sections.symptoms, "section.symptoms"),
            (_, false) => title(&sections.risk_factors, "section.risk_factors"),
        };
        let signs = Signs { lists: lists.into_iter().flatten().collect() };
        Some(Section { id: SectionId::Symptoms.anchor().to_owned(), title, signs: Some(signs), ..Section::default() })
    }

    pub(super) fn conditions(&mut self) -> Option<Section> {
        let selection = self.selection;
        let section = self.headed(SectionId::Conditions, &selection.sections.conditions, "section.conditions");
        let condition = |condition: &serviceline_core::model::Condition| Condition {
            id: anchor("conditions", condition.id.as_str()),
            plain: selection.say(&condition.plain).capitalized(),
            called: selection.phrase("page.medical_name"),
            name: selection.say(&condition.name),
            say: self.respelled(&condition.say),
            names: self.other_names(&condition.aka),
        };
        let items: Vec<_> = selection.conditions.iter().map(condition).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { conditions: Some(Conditions { items }), ..section })
    }

    pub(super) fn reasons(&mut self) -> Option<Section> {
        let selection = self.selection;
        let section = self.headed(SectionId::Reasons, &selection.sections.reasons, "section.reasons");
        let reason = |reason: &serviceline_core::model::Reason| Reason {
            id: anchor("reasons", reason.id.as_str()),
            title: selection.say(&reason.title),
            body: selection.prose(&reason.body),
        };
        let items: Vec<_> = selection.reasons.iter().map(reason).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { reasons: Some(Reasons { items }), ..section })
    }

    pub(super) fn tests(&mut self) -> Option<Section> {
        let section = self.headed(SectionId::Tests, &self.selection.sections.tests, "section.tests");
        let items: Vec<_> = self.selection.tests.iter().map(|test| self.test(test)).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { entries: Some(Entries { items }), ..section })
    }

    fn test(&self, test: &Test) -> Entry {
        Entry {
            id: anchor("tests", test.id.as_str()),
            name: self.selection.say(&test.name),
            say: self.respelled(&test.say),
            plain: self.selection.say(&test.plain).capitalized(),
            details: self.details(&[
                ("label.why", &test.why),
                ("page.good_to_know", &test.details),
                ("label.how_to_get_ready", &test.preparation),
                ("label.time", &test.duration),
            ]),
        }
    }

    pub(super) fn treatments(&mut self) -> Option<Section> {
        let section = self.headed(SectionId::Treatments, &self.selection.sections.treatments, "section.treatments");
        let items: Vec<_> = self.selection.treatments.iter().map(|treatment| self.treatment(treatment)).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { entries: Some(Entries { items }), ..section })
    }

    fn treatment(&self, treatment: &Treatment) -> Entry {
        Entry {
            id: anchor("treatments", treatment.id.as_str()),
            name: self.selection.say(&treatment.name),
            say: self.respelled(&treatment.say),
            plain: self.selection.say(&treatment.plain).capitalized(),
            details: self.details(&[
                ("label.when_we_use_it", &treatment.when),
                ("page.good_to_know", &treatment.details),
                ("label.benefits", &treatment.benefits),
                ("label.risks", &treatment.risks),
                ("label.alternatives", &treatment.alternatives),
                ("label.how_to_get_ready", &treatment.preparation),
            ]),
        }
    }

    /// Labels with the texts that were given.
    fn details(&self, texts: &[(&str, &Text)]) -> Vec<Detail> {
        let detail = |(label, text): &(&str, &Text)| {
            self.say(text).map(|value| Detail { label: self.selection.phrase(label), value })
        };
        texts.iter().filter_map(detail).collect()
    }

    pub(super) fn journey(&mut self) -> Option<Section> {
        let section = self.headed(SectionId::Journey, &self.selection.sections.journey, "section.journey");
        let items: Vec<_> = self.selection.journey.iter().map(|phase| self.phase(phase)).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { journey: Some(Journey { items }), ..section })
    }

    fn phase(&self, phase: &Step) -> Phase {
        let selection = self.selection;
        let bring: Vec<_> = phase.bring.iter().map(|item| selection.say(item)).collect();
        Phase {
            id: anchor("journey", phase.id.as_str()),
            phase: selection.say(&phase.phase),
            when: self.say(&phase.when),
            steps: phase.steps.iter().map(|step| selection.say(step)).collect(),
            who: self.person(phase),
            bring: (!bring.is_empty()).then(|| Bring { title: selection.phrase("journey.bring"), items: bring }),
        }
    }

    /// Whom a patient turns to: `Your contact is the nurse navigator.`
    fn person(&self, phase: &Step) -> Option<serviceline_core::words::Words> {
        let selection = self.selection;
        let name = |at: &serviceline_core::model::RoleRef| {
            let role = selection.team.iter().find(|role| role.id.as_str() == at.id());
            role.map(|role| selection.locale().uncapitalized(&selection.say(&role.role).text())).unwrap_or_default()
        };
        let person = self.fact(&phase.who, name).filter(|person| !person.is_empty())?;
        Some(self.with("journey.who", "person", &person))
    }

    pub(super) fn team(&mut self) -> Option<Section> {
        let selection = self.selection;
        let section = self.headed(SectionId::Team, &selection.sections.team, "section.team");
        let member = |role: &serviceline_core::model::Role| Member {
            id: anchor("team", role.id.as_str()),
            role: selection.say(&role.role),
            say: self.respelled(&role.say),
            plain: selection.say(&role.plain).capitalized(),
        };
        let items: Vec<_> = selection.team.iter().map(member).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { team: Some(Team { items }), ..section })
    }

    pub(super) fn questions(&mut self) -> Option<Section> {
        let selection = self.selection;
        let section = self.headed(SectionId::Questions, &selection.sections.faqs, "section.faqs");
        let question = |faq: &serviceline_core::model::Faq| Question {
            id: anchor("questions", faq.id.as_str()),
            question: selection.say(&faq.question),
            answer: selection.prose(&faq.answer),
        };
        let items: Vec<_> = selection.faqs.iter().map(question).collect();
        let shown = !items.is_empty() || section.intro.is_some();
        shown.then_some(Section { questions: Some(Questions { items }), ..section })
    }
}

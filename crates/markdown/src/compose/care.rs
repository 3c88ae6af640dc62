//! The care itself: summary, reasons, conditions, signs, tests, treatments, team, and the way through.

use serviceline_core::Words;
use serviceline_core::leaf::{Leaf, Text};
use serviceline_core::model::{Condition, Phase, Test, Treatment};

use super::Composer;
use crate::outline::Block;

/// The label of a text that says how long something takes.
const TIME: &str = "time";

/// A test or a treatment: a heading, what it is, and labelled texts.
struct Entry<'t> {
    name: &'t Text,
    plain: &'t Text,
    details: &'t Text,
    rows: Vec<(&'static str, &'t Text)>,
}

impl<'t> From<&'t Test> for Entry<'t> {
    fn from(test: &'t Test) -> Self {
        let Test { name, plain, details, why, duration, preparation, .. } = test;
        Self { name, plain, details, rows: vec![("why", why), (TIME, duration), ("how_to_get_ready", preparation)] }
    }
}

impl<'t> From<&'t Treatment> for Entry<'t> {
    fn from(treatment: &'t Treatment) -> Self {
        let Treatment { name, plain, details, when, benefits, risks, alternatives, preparation, .. } = treatment;
        let rows = vec![
            ("when_we_use_it", when),
            ("benefits", benefits),
            ("risks", risks),
            ("alternatives", alternatives),
            ("how_to_get_ready", preparation),
        ];
        Self { name, plain, details, rows }
    }
}

impl Composer<'_, '_> {
    pub(super) fn care(&mut self) {
        let (service, sections) = (self.selection, &self.selection.sections);
        self.section("summary", &sections.summary, !service.summary.is_empty());
        self.prose(&service.summary);
        self.section("reasons", &sections.reasons, !service.reasons.is_empty());
        for reason in &service.reasons {
            self.heading(3, self.words(&reason.title));
            self.prose(&reason.body);
        }
        self.section("conditions", &sections.conditions, !service.conditions.is_empty());
        let conditions: Vec<Words> = service.conditions.iter().map(|condition| self.condition(condition)).collect();
        self.lines(conditions);
        self.section("symptoms", &sections.symptoms, !service.symptoms.is_empty());
        self.texts(&service.symptoms);
        self.section("risk_factors", &sections.risk_factors, !service.risk_factors.is_empty());
        self.texts(&service.risk_factors);
        self.tests();
        self.treatments();
        self.section("team", &sections.team, !service.team.is_empty());
        let roles = service.team.iter().map(|role| {
            let name = self.words(&role.role);
            self.under(&name, self.words(&role.plain))
        });
        let roles: Vec<Words> = roles.collect();
        self.lines(roles);
        self.section("journey", &sections.journey, !service.journey.is_empty());
        for phase in &service.journey {
            self.phase(phase);
        }
    }

    fn condition(&self, condition: &Condition) -> Words {
        let name = self.words(&condition.name);
        let plain = self.sentence(self.words(&condition.plain));
        let names: Vec<Words> = condition.aka.iter().map(|name| self.words(name)).collect();
        let also = if names.is_empty() {
            Words::default()
        } else {
            self.selection.phrase_with("list.aka", &[("names", &self.selection.writer().list_or(&names))])
        };
        self.under(&name, self.spaced([plain, also]))
    }

    fn tests(&mut self) {
        let tests = &self.selection.tests;
        self.section("tests", &self.selection.sections.tests, !tests.is_empty());
        self.entries(tests.iter().map(Entry::from).collect());
    }

    fn treatments(&mut self) {
        let treatments = &self.selection.treatments;
        self.section("treatments", &self.selection.sections.treatments, !treatments.is_empty());
        self.entries(treatments.iter().map(Entry::from).collect());
    }

    /// Entries of one section look the same: lists of lines, or a single line under each.
    fn entries(&mut self, mut entries: Vec<Entry<'_>>) {
        for entry in &mut entries {
            entry.rows.retain(|(_, text)| !text.is_empty());
        }
        let single = entries.iter().all(|entry| entry.rows.len() <= 1);
        for entry in entries {
            self.heading(3, self.words(entry.name));
            let plain = self.sentence(self.words(entry.plain).capitalized());
            self.prose_after(plain, entry.details);
            let rows: Vec<Words> = entry.rows.into_iter().map(|(label, text)| self.row(label, text)).collect();
            if single {
                self.blocks.extend(rows.into_iter().map(Block::Paragraph));
            } else {
                self.lines(rows);
            }
        }
    }

    /// A labelled text: how long something takes stays as it is, everything else is a sentence.
    fn row(&self, label: &str, text: &Text) -> Words {
        let words = self.words(text);
        self.labelled(label, if label == TIME { words } else { self.sentence(words) })
    }

    fn phase(&mut self, phase: &Phase) {
        self.heading(3, self.words(&phase.phase));
        let when = self.sentence(self.words(&phase.when));
        let person = self.selection.fact(&phase.who, |at| {
            let role = self.selection.edition().team.iter().find(|role| role.id.as_str() == at.id());
            role.map_or_else(String::new, |role| self.selection.locale().uncapitalized(role.role.full()))
        });
        let who =
            if person.is_empty() { person } else { self.selection.phrase_with("journey.who", &[("person", &person)]) };
        self.paragraph(self.spaced([when, who]));
        let steps: Vec<Vec<Block>> = phase.steps.iter().map(|step| vec![Block::Paragraph(self.words(step))]).collect();
        if !steps.is_empty() {
            self.blocks.push(Block::List { ordered: true, items: steps });
        }
        if !phase.bring.is_empty() {
            self.paragraph(self.selection.phrase("journey.bring"));
            self.texts(&phase.bring);
        }
    }
}

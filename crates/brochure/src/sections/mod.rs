//! The sections that a panel map can name, each put into words.

mod care;
mod contact;
mod print;
mod visit;

use std::cell::RefCell;
use std::collections::BTreeSet;

use serviceline_core::model::{Level, Section as Opening};
use serviceline_core::phrase::Phrases;
use serviceline_core::words::{Block as Prose, Passage, Words};
use serviceline_core::{Diagnostic, Leaf, Notes, Selection, Text, Variant};

use crate::design::TextRole;
use crate::draft::{ListKind, Section, TextBlock};
use crate::map::{Name, Wording};

/// Puts sections into words, in the order in which they are read.
pub(crate) struct Writer<'w, 'e> {
    pub(crate) selection: &'w Selection<'e>,
    pub(crate) phrases: &'w Phrases,
    pub(crate) notes: &'w mut Notes,
    /// How many languages the notices speak.
    pub(crate) taglines: usize,
    /// Items that the map names and the content lacks are passed over: the map is the format's own.
    pub(crate) lenient: bool,
    /// It is printed on pages that follow one another, not on panels.
    pub(crate) pages: bool,
    /// The wording of the section that is being written.
    pub(crate) wording: Wording,
    /// Paths of texts that are said in their short wording.
    pub(crate) short: BTreeSet<String>,
    /// Paths of texts that have a short wording and were said, in one wording or the other.
    pub(crate) offered: RefCell<BTreeSet<String>>,
}

impl<'w, 'e> Writer<'w, 'e> {
    pub(crate) fn new(
        selection: &'w Selection<'e>,
        phrases: &'w Phrases,
        notes: &'w mut Notes,
        taglines: usize,
    ) -> Self {
        let (short, offered) = (BTreeSet::new(), RefCell::default());
        Self {
            selection,
            phrases,
            notes,
            taglines,
            lenient: false,
            pages: false,
            wording: Wording::default(),
            short,
            offered,
        }
    }
}

/// Sections that stand at the foot of their panel, where they close it.
pub(crate) const SMALL_PRINT: [&str; 3] = ["notices", "sources", "edition"];

/// Names without items. Items of lists, phases, lines and places come from the content.
const NAMES: [&str; 34] = [
    "main_message",
    "one_line",
    "plain_name",
    "summary",
    "conditions",
    "symptoms",
    "risk_factors",
    "tests",
    "treatments",
    "reasons",
    "team",
    "journey",
    "journey.bring",
    "faqs",
    "support",
    "support.groups",
    "support.resources",
    "urgent",
    "contact",
    "contact.appointments",
    "contact.nurse",
    "contact.online",
    "contact.referral",
    "contact.billing",
    "contact.records",
    "contact.support",
    "contact.interpreter",
    "locations",
    "access",
    "access.referral",
    "access.insurance",
    "notices",
    "sources",
    "edition",
];
const MORE_NAMES: [&str; 4] = ["access.telehealth", "access.records_needed", "testimonials", "related"];

impl<'w> Writer<'w, '_> {
    /// A section of the map.
    ///
    /// # Errors
    ///
    /// Nothing has that name.
    pub(crate) fn section(&mut self, name: &Name<'_>) -> Result<Vec<Section>, Diagnostic> {
        self.wording = name.wording;
        let written = match name.section {
            "main_message" if name.items.is_empty() => Some(self.main_message()),
            "one_line" if name.items.is_empty() => Some(self.plain_text(|s| &s.one_line)),
            "plain_name" if name.items.is_empty() => Some(self.plain_text(|s| &s.plain_name)),
            "summary" if name.items.is_empty() => Some(self.summary()),
            "symptoms" if name.items.is_empty() => Some(self.symptoms()),
            "risk_factors" if name.items.is_empty() => Some(self.risk_factors()),
            "related" if name.items.is_empty() => Some(self.related()),
            "testimonials" => self.testimonials(&name.items),
            "notices" if name.items.is_empty() => Some(self.notices()),
            "sources" if name.items.is_empty() => Some(self.sources()),
            "edition" if name.items.is_empty() => Some(self.edition()),
            "conditions" => self.conditions(&name.items),
            "tests" => self.tests(&name.items),
            "treatments" => self.treatments(&name.items),
            "reasons" if name.wording == Wording::Short => self.reasons_in_a_line(&name.items),
            "reasons" => self.reasons(&name.items),
            "team" => self.team(&name.items),
            "faqs" => self.faqs(&name.items),
            "urgent" => self.urgent(&name.items),
            "journey" => self.journey(name.items.first().copied()),
            "support" => self.support(name.items.first().copied()),
            "contact" => self.contact(name.items.first().copied()),
            "locations" => self.locations(&name.items),
            "access" => self.access(name.items.first().copied()),
            _ => None,
        };
        let sections = written.ok_or_else(|| self.unknown(name))?;
        let known = NAMES.iter().chain(&MORE_NAMES).find(|known| **known == name.section);
        let named = |section: Section| match known {
            Some(known) if section.name.is_empty() => Section { name: known, ..section },
            _ => section,
        };
        Ok(sections.into_iter().filter(|section| !section.is_empty()).map(named).collect())
    }

    fn unknown(&self, name: &Name<'_>) -> Diagnostic {
        let s = self.selection;
        let mut known: Vec<String> = NAMES.iter().chain(&MORE_NAMES).map(|name| (*name).to_owned()).collect();
        let mut add = |section: &str, id: &str| known.push(format!("{section}.{id}"));
        s.conditions.iter().for_each(|c| add("conditions", c.id.as_str()));
        s.tests.iter().for_each(|t| add("tests", t.id.as_str()));
        s.treatments.iter().for_each(|t| add("treatments", t.id.as_str()));
        s.reasons.iter().for_each(|r| add("reasons", r.id.as_str()));
        s.team.iter().for_each(|r| add("team", r.id.as_str()));
        s.faqs.iter().for_each(|f| add("faqs", f.id.as_str()));
        s.urgent.iter().filter_map(|card| card.level).for_each(|level| add("urgent", level.name()));
        s.locations.iter().filter_map(|l| l.value()).for_each(|l| add("locations", l.id()));
        for phase in &s.journey {
            for part in ["", ".bring", ".steps"] {
                add("journey", &format!("{}{part}", phase.id.as_str()));
            }
        }
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        crate::map::unknown("unknown-section", "section", name.path, &known)
    }

    /// The words of a text in one run. Notices, notes and what to do in an emergency are not said with this: they are never
    /// shortened.
    pub(crate) fn say(&self, text: &Text) -> Words {
        self.selection.say_as(text, self.variant(text))
    }

    /// The items of a list, by the names that a map calls them.
    pub(crate) fn items(&self, section: &str) -> Vec<&'w str> {
        let s = self.selection;
        match section {
            "conditions" => s.conditions.iter().map(|c| c.id.as_str()).collect(),
            "tests" => s.tests.iter().map(|t| t.id.as_str()).collect(),
            "treatments" => s.treatments.iter().map(|t| t.id.as_str()).collect(),
            "reasons" => s.reasons.iter().map(|r| r.id.as_str()).collect(),
            "team" => s.team.iter().map(|r| r.id.as_str()).collect(),
            "faqs" => s.faqs.iter().map(|f| f.id.as_str()).collect(),
            "testimonials" => s.testimonials.iter().map(|t| t.id.as_str()).collect(),
            "locations" => s.locations.iter().filter_map(|at| Some(at.value()?.id())).collect(),
            "urgent" => s.urgent.iter().filter_map(|card| card.level).map(Level::name).collect(),
            _ => Vec::new(),
        }
    }

    /// How much room a reason takes in a line: claims bring their qualifiers and notes with them.
    pub(crate) fn weight(&self, section: &str, item: &str) -> (usize, usize) {
        let mut reasons = self.selection.reasons.iter().filter(|_| section == "reasons");
        let text = reasons.find(|reason| reason.id.as_str() == item).map(|reason| &reason.body);
        let text = text.map(|body| body.short().unwrap_or(body.full())).unwrap_or_default();
        (text.matches("{claim:").count(), text.len())
    }

    fn variant(&self, text: &Text) -> Variant {
        if text.short().is_none() || self.wording == Wording::Full {
            return Variant::Full;
        }
        let path = text.place().as_str();
        self.offered.borrow_mut().insert(path.to_owned());
        if self.wording == Wording::Short || self.short.contains(path) { Variant::Short } else { Variant::Full }
    }

    /// The items of a list that a map names, in the order of the map; all of them if it names none.
    fn picked<'l, T>(&self, list: &'l [T], ids: &[&str], id: impl Fn(&T) -> &str) -> Option<Vec<&'l T>> {
        if ids.is_empty() {
            return Some(list.iter().collect());
        }
        let found = ids.iter().map(|wanted| list.iter().find(|item| id(item) == *wanted));
        if self.lenient { Some(found.flatten().collect()) } else { found.collect() }
    }

    /// A phrase of the brochure's own.
    pub(crate) fn phrase(&self, key: &str) -> Words {
        self.phrase_with(key, &[])
    }

    pub(crate) fn phrase_with(&self, key: &str, values: &[(&str, &Words)]) -> Words {
        self.selection.phrase_from(self.phrases, key, values)
    }

    /// The reason for leaving something out.
    pub(crate) fn reason(&self, key: &str) -> String {
        self.phrases.fill(key, &[]).unwrap_or_else(|fault| {
            self.selection.fault(fault);
            String::new()
        })
    }

    /// Heading and opening text of a section: the content's own, or the heading of the language.
    fn opening(&self, section: &mut Section, opening: &Opening, key: &str) {
        let title = self.say(&opening.title);
        section.heading(if title.is_empty() { self.selection.phrase(key) } else { title });
        self.prose(section, TextRole::Body, &opening.intro);
    }

    /// A text in its paragraphs and lists.
    fn prose(&self, section: &mut Section, role: TextRole, text: &Text) {
        // Small print is in the wording that its author wrote for print, whatever the room.
        let variant = if role.is_small_print() { self.selection.variant() } else { self.variant(text) };
        for block in self.selection.prose_as(text, variant).blocks {
            match block {
                Prose::Paragraph(words) => section.text(role, words),
                Prose::List { ordered, items } => {
                    let kind = if ordered { ListKind::Steps } else { ListKind::Plain };
                    section.list(kind, items.into_iter().map(|blocks| Passage { blocks }.into_words()));
                }
            }
        }
    }

    /// A text as blocks of a list item: its paragraphs, and the items of its lists as paragraphs.
    fn item(&self, text: &Text) -> Vec<TextBlock> {
        let mut blocks = Vec::new();
        let passage = self.selection.prose_as(text, self.variant(text));
        passage.words(&mut |words| blocks.push(TextBlock::new(TextRole::List, words.clone())));
        blocks
    }

    /// Parts of a line, with commas between those that there are.
    fn parts(&self, parts: impl IntoIterator<Item = Words>) -> Words {
        Words::join(parts.into_iter().filter(|part| !part.is_empty()), &self.phrase("between.parts"))
    }

    /// A word and what it means: `Chordoma: a rare bone cancer`.
    fn item_line(&self, name: &Text, plain: &Text) -> Words {
        let (name, plain) = (self.say(name), self.say(plain));
        let head = self.phrase_with("item.head", &[("name", &name)]).strong();
        if plain.is_empty() {
            return name.strong();
        }
        self.phrase_with("item.line", &[("head", &head), ("plain", &plain)])
    }
}

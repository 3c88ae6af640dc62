//! Small print: rights and language help, the sources of claims, and which edition this is.

use serviceline_core::model::Reviewer;
use serviceline_core::words::Role;
use serviceline_core::{Leaf, Words};

use super::Writer;
use crate::design::TextRole;
use crate::draft::{Block, Section, TextBlock};

impl Writer<'_, '_> {
    pub(super) fn notices(&mut self) -> Vec<Section> {
        let s = self.selection;
        let notices = &s.organization().notices;
        let mut section = Section::default();
        self.prose(&mut section, TextRole::Notice, &notices.nondiscrimination.text);
        self.prose(&mut section, TextRole::Notice, &notices.tty);
        for disclaimer in &notices.disclaimers {
            self.prose(&mut section, TextRole::Notice, &disclaimer.text);
        }
        let taglines = &notices.language_assistance.taglines;
        for tagline in taglines.iter().take(self.taglines) {
            let words = s.say(&tagline.text);
            if !words.is_empty() {
                let mut block = TextBlock::new(TextRole::Tagline, words);
                block.language = Some(tagline.lang.as_str().to_owned());
                section.blocks.push(Block::Text(block));
            }
        }
        let reason = self.reason("left_out.taglines");
        for tagline in taglines.iter().skip(self.taglines) {
            self.notes.leave_out_all(tagline, &reason);
        }
        let link = self.reason("left_out.link");
        self.notes.leave_out(&notices.nondiscrimination.full, &link);
        self.notes.leave_out(&notices.language_assistance.full, &link);
        self.notes.leave_out(&notices.privacy, &link);
        if !section.is_empty() {
            let mut headed = Section::default();
            self.page_heading(&mut headed, "heading.notices");
            section.blocks.splice(0..0, headed.blocks);
        }
        vec![section]
    }

    /// The sources of all claims that were made so far. Say everything else first.
    pub(super) fn sources(&mut self) -> Vec<Section> {
        vec![self.sources_from(1)]
    }

    /// How many sources were cited so far.
    pub(crate) fn cited(&self) -> usize {
        self.selection.citations().last().map_or(0, |citation| citation.number)
    }

    /// The sources from a number on.
    pub(crate) fn sources_from(&mut self, first: usize) -> Section {
        let s = self.selection;
        let details = self.reason("left_out.details");
        let link = self.reason("left_out.link");
        let mut notes = Vec::new();
        for citation in s.citations().iter().filter(|citation| citation.number >= first) {
            let claim = citation.claim;
            let source = s.say(&claim.source);
            notes.push((citation.number, self.phrase_with("note.source", &[("source", &source)])));
            self.notes.leave_out(&claim.evidence_url, &link);
            self.notes.leave_out(&claim.as_of, &details);
        }
        let mut section = Section::named("sources");
        if !notes.is_empty() {
            section.blocks.push(Block::Notes(notes));
        }
        section
    }

    /// A heading that small print has on pages, and not at the foot of a panel.
    fn page_heading(&self, section: &mut Section, key: &str) {
        if self.pages {
            section.heading(self.phrase(key));
        }
    }

    /// Code, edition and date.
    fn edition_line(&self) -> Words {
        let s = self.selection;
        let code = s.own(s.edition().code());
        let version = s.say(&s.review.version);
        let date = s.fact(&s.review.last_reviewed, |date| s.locale().date(*date));
        let key = if version.is_empty() { "edition.without_version" } else { "edition.line" };
        self.phrase_with(key, &[("code", &code), ("version", &version), ("date", &date)])
    }

    /// What stands at the foot of every page of a handout: all of it, or where that is too long, less.
    pub(crate) fn running(&self) -> [Words; 2] {
        let s = self.selection;
        let (name, title) = (s.say(&s.organization().name), s.say(&s.title));
        let values = [("organization", &name), ("title", &title), ("edition", &self.edition_line())];
        [self.phrase_with("page.running", &values), title.clone()]
    }

    /// Which page it is, of how many.
    pub(crate) fn page_number(&self, number: usize, all: usize) -> Words {
        let count = |number: usize| self.selection.own(number.to_string());
        self.phrase_with("page.number", &[("number", &count(number)), ("all", &count(all))])
    }

    pub(super) fn edition(&mut self) -> Vec<Section> {
        let s = self.selection;
        let mut lines = vec![self.edition_line()];
        let people: Vec<Words> = s.review.reviewed_by.iter().map(|person| self.person(person)).collect();
        if !people.is_empty() {
            lines.push(self.phrase_with("edition.people", &[("people", &s.writer().list(&people))]));
        }
        if s.organization().fictional {
            let name = s.say(&s.organization().name);
            lines.push(self.phrase_with("edition.fictional", &[("organization", &name)]));
        }
        let line_break = s.piece(" ", &s.review.last_reviewed, Role::Break);
        let mut section = Section::default();
        self.page_heading(&mut section, "heading.edition");
        section.text(TextRole::Edition, Words::join(lines, &line_break));
        let details = self.reason("left_out.details");
        for person in &s.review.reviewed_by {
            self.notes.leave_out(&person.role, &details);
        }
        vec![section]
    }

    fn person(&self, person: &Reviewer) -> Words {
        let s = self.selection;
        let name = s.say(&person.name);
        if person.credentials.is_empty() {
            return name;
        }
        self.phrase_with("edition.person", &[("name", &name), ("credentials", &s.say(&person.credentials))])
    }
}

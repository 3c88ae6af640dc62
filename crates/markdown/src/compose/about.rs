//! Who answers for the text, how long it is good, and the notices that the law or care asks for.

use serviceline_core::Words;
use serviceline_core::leaf::Leaf;
use serviceline_core::model::{Owner, Review, ReviewSource, Reviewer};
use serviceline_core::words::Role;

use super::Composer;

impl Composer<'_, '_> {
    pub(super) fn about(&mut self) {
        let review = &self.selection.review;
        let label = if review.sources.len() > 1 { "medical_sources" } else { "medical_source" };
        let sources = review.sources.iter().map(|source| self.review_source(source));
        let sources = self.joined("text.semicolon", sources);
        let people = self.joined("text.semicolon", review.reviewed_by.iter().map(|person| self.reviewer(person)));
        let credits = self.each_once(self.selection.images.iter().map(|image| &image.credit));
        let photos = if credits.len() > 1 { "photos" } else { "photo" };
        let credits = self.selection.writer().list(&credits);
        let lines = [
            self.labelled("last_reviewed", self.dates(review)),
            self.labelled("reviewed_by", people),
            self.labelled("owner", self.owner(&review.owner)),
            self.labelled(label, sources),
            self.labelled(photos, credits),
            self.labelled("edition", self.edition(review)),
        ];
        self.heading(2, self.selection.phrase("section.review"));
        self.lines(lines);
    }

    fn dates(&self, review: &Review) -> Words {
        let date = |fact| self.selection.fact(fact, |date| self.selection.locale().date(*date));
        let (last, next) = (date(&review.last_reviewed), date(&review.next_review));
        self.selection.phrase_with("review.last_next", &[("last", &last), ("next", &next)])
    }

    /// A role stands within the line, so it has no capital there.
    fn reviewer(&self, person: &Reviewer) -> Words {
        let role = self.words(&person.role).respell(|piece| self.selection.locale().uncapitalized(piece.text()));
        self.joined("text.comma", [self.words(&person.name), self.words(&person.credentials), role])
    }

    fn owner(&self, owner: &Owner) -> Words {
        let mail = match owner.email.value() {
            Some(address) => {
                let href = format!("mailto:{address}");
                self.selection.piece(address.as_str(), &owner.email, Role::Link { href: href.into() })
            }
            None => self.selection.gap_of(&owner.email),
        };
        self.joined("text.comma", [self.words(&owner.team), mail])
    }

    fn review_source(&self, source: &ReviewSource) -> Words {
        let title = self.words(&source.title);
        let title = if source.url.is_empty() { title } else { self.selection.to(title, &source.url) };
        let date = self.selection.fact(&source.accessed, |date| self.selection.locale().date(*date));
        if date.is_empty() {
            title
        } else {
            self.selection.phrase_with("review.accessed", &[("source", &title), ("date", &date)])
        }
    }

    fn edition(&self, review: &Review) -> Words {
        let edition = self.selection.edition();
        let code = self.selection.own(edition.code());
        let version = self.words(&review.version);
        let line = if version.is_empty() {
            code
        } else {
            self.selection.phrase_with("review.edition", &[("edition", &code), ("version", &version)])
        };
        let until = edition.valid_until().map(|date| self.selection.own(self.selection.locale().date(date)));
        match until {
            Some(date) => {
                let until = self.selection.phrase_with("review.valid_until", &[("date", &date)]);
                self.spaced([self.sentence(line), until])
            }
            None => line,
        }
    }

    pub(super) fn notices(&mut self) {
        let organization = self.selection.organization();
        let notices = &organization.notices;
        self.heading(2, self.selection.phrase("section.notices"));
        for disclaimer in &notices.disclaimers {
            self.prose(&disclaimer.text);
        }
        if organization.fictional {
            let name = self.words(&organization.name);
            self.paragraph(self.selection.phrase_with("notice.fictional", &[("organization", &name)]));
        }
        self.prose(&notices.nondiscrimination.text);
        let links = [
            self.link(&notices.nondiscrimination.full),
            self.link(&notices.language_assistance.full),
            self.link(&notices.privacy),
        ];
        self.read_more(links);
        let taglines = notices.language_assistance.taglines.iter().map(|tagline| self.words(&tagline.text));
        let taglines: Vec<Words> = taglines.collect();
        self.lines(taglines);
        self.paragraph(self.words(&organization.legal_name));
    }
}

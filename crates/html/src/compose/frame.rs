//! Header, breadcrumb, review lines, footer, and the banner of a draft.

use serviceline_core::leaf::Leaf;
use serviceline_core::model::{PhonePurpose, ReviewSource, Reviewer, Tagline as Offer};
use serviceline_core::words::{Passage, Words};

use super::{Composer, direction};
use crate::page::{
    Breadcrumb, Draft, EmergencyLine, Footer, GapLink, Header, Icons, LanguageHelp, Link, Page, Review, Rights, Tagline,
};
use crate::view::View as _;

impl Composer<'_, '_> {
    pub(crate) fn header(&mut self) -> Header {
        let selection = self.selection;
        let organization = selection.organization();
        let base = organization.web.base_url.as_ref();
        let logo = self.pictures.logo();
        let says_name = logo.as_ref().is_some_and(|logo| logo.alt.is_some());
        Header {
            home: base.map(|base| format!("{}/", base.as_str().trim_end_matches('/'))),
            name: (!says_name).then(|| selection.say(&organization.name)),
            logo,
            languages: self.languages_nav(),
            emergency: self.emergency(),
        }
    }

    fn emergency(&self) -> Option<EmergencyLine> {
        let selection = self.selection;
        let phones = &selection.organization().phones;
        let phone = phones.iter().find(|phone| phone.purpose == Some(PhonePurpose::Emergency))?;
        let (href, call) = self.call(phone)?;
        Some(EmergencyLine {
            question: selection.phrase("page.emergency"),
            href,
            call,
            signs: (!selection.urgent.is_empty()).then(|| selection.phrase("page.emergency_signs")),
        })
    }

    pub(crate) fn breadcrumb(&self) -> Option<Breadcrumb> {
        let selection = self.selection;
        let parents = self.parents();
        (!parents.is_empty()).then(|| Breadcrumb {
            name: selection.phrase("page.breadcrumb"),
            parents,
            here: self.say(&selection.short_title).unwrap_or_else(|| selection.say(&selection.title)),
        })
    }

    pub(super) fn review(&mut self, canonical: Option<&str>) -> Review {
        let selection = self.selection;
        let review = &selection.review;
        let mut lines = vec![self.reviewed()];
        lines.extend(self.edition_line());
        lines.extend(self.sources(&review.sources));
        let credits: Vec<Words> = self.pictures.credits();
        if !credits.is_empty() {
            let credits = selection.writer().list(&credits);
            lines.push(self.with("page.photos", "credits", &credits));
        }
        lines.extend(selection.organization().notices.disclaimers.iter().filter_map(|notice| self.say(&notice.text)));
        if selection.organization().fictional {
            let name = selection.say(&selection.organization().name);
            lines.push(self.with("notice.fictional", "organization", &name));
        }
        let current = canonical.map(|address| self.with("page.current", "address", &selection.own(address)));
        Review { lines, formats: self.formats(), current }
    }

    /// Who reviewed the page and when, when it is due again, and whose it is.
    fn reviewed(&self) -> Words {
        let selection = self.selection;
        let review = &selection.review;
        let date = |fact| selection.fact(fact, |date| selection.locale().date(*date));
        let people: Vec<Words> = review.reviewed_by.iter().map(|reviewer| self.reviewer(reviewer)).collect();
        let last = if people.is_empty() {
            self.with("page.reviewed_on", "date", &date(&review.last_reviewed))
        } else {
            let people = Words::join(people, &selection.phrase("text.semicolon"));
            selection.phrase_with("page.reviewed", &[("date", &date(&review.last_reviewed)), ("people", &people)])
        };
        let next = self.with("page.review_next", "date", &date(&review.next_review));
        let owner = self.say(&review.owner.team).map(|team| self.with("page.owner", "team", &team));
        Words::join([last, next].into_iter().chain(owner), &selection.own(" "))
    }

    fn reviewer(&self, reviewer: &Reviewer) -> Words {
        let locale = self.selection.locale();
        let role = self.say(&reviewer.role).map(|role| role.respell(|piece| locale.uncapitalized(piece.text())));
        let parts = [self.say(&reviewer.name), self.say(&reviewer.credentials), role];
        Words::join(parts.into_iter().flatten(), &self.selection.phrase("text.comma"))
    }

    fn edition_line(&self) -> Vec<Words> {
        let selection = self.selection;
        let code = selection.own(selection.edition().code());
        let edition = match self.say(&selection.review.version) {
            Some(version) => {
                selection.phrase_with("page.edition_version", &[("edition", &code), ("version", &version)])
            }
            None => self.with("page.edition", "edition", &code),
        };
        let until = selection.edition().valid_until().map(|date| {
            let date = selection.own(selection.locale().date(date));
            self.with("review.valid_until", "date", &date)
        });
        vec![Words::join([edition].into_iter().chain(until), &selection.own(" "))]
    }

    fn sources(&self, sources: &[ReviewSource]) -> Option<Words> {
        let selection = self.selection;
        let source = |source: &ReviewSource| {
            let title = selection.say(&source.title);
            let title = if source.url.is_empty() { title } else { selection.to(title, &source.url) };
            match self.fact(&source.accessed, |date| selection.locale().date(*date)) {
                Some(date) => selection.phrase_with("review.accessed", &[("source", &title), ("date", &date)]),
                None => title,
            }
        };
        let sources: Vec<Words> = sources.iter().map(source).collect();
        let list = Words::join(sources.iter().cloned(), &selection.phrase("text.semicolon"));
        (!sources.is_empty()).then(|| self.with("page.sources", "sources", &list))
    }

    pub(crate) fn footer(&mut self) -> Footer {
        let selection = self.selection;
        let organization = selection.organization();
        let mut lines: Vec<Words> = self.say(&organization.legal_name).into_iter().collect();
        let main = organization.phones.iter().find(|phone| phone.purpose == Some(PhonePurpose::Main));
        lines.extend(main.map(|phone| self.with("page.main_number", "phone", &selection.phone(phone))));
        lines.extend(self.say(&organization.notices.tty));
        Footer { name: selection.say(&organization.name), lines, rights: self.rights(), languages: self.languages() }
    }

    fn rights(&mut self) -> Option<Rights> {
        let selection = self.selection;
        let organization = selection.organization();
        let notice = &organization.notices.nondiscrimination;
        let statements: Vec<Passage> = self.prose(&notice.text).into_iter().collect();
        let mut links: Vec<Link> = self.notice_link(&notice.full).into_iter().collect();
        links.extend(self.notice_link(&organization.notices.privacy));
        let empty = statements.is_empty() && links.is_empty();
        (!empty).then(|| Rights { title: selection.phrase("page.rights"), statements, links })
    }

    fn notice_link(&self, at: &serviceline_core::Fact<serviceline_core::model::LinkRef>) -> Option<Link> {
        let link = self.link(at)?;
        self.selection.same(at, &link.label);
        Some(self.link_item(link))
    }

    fn link_item(&self, link: &serviceline_core::model::Link) -> Link {
        let href = link.url.value().map(|url| self.selection.absolute(url.as_str())).unwrap_or_default();
        Link { href, label: self.selection.link(link) }
    }

    fn languages(&self) -> Option<LanguageHelp> {
        let selection = self.selection;
        let help = &selection.organization().notices.language_assistance;
        let taglines: Vec<Tagline> = help.taglines.iter().map(|offer| self.tagline(offer)).collect();
        let link = self.notice_link(&help.full);
        let empty = taglines.is_empty() && link.is_none();
        (!empty).then(|| LanguageHelp { title: selection.phrase("page.languages"), taglines, link })
    }

    fn tagline(&self, offer: &Offer) -> Tagline {
        let selection = self.selection;
        let key = format!("page.language.{}", offer.lang.language());
        let known = selection.locale().phrases().get(&key).is_ok();
        Tagline {
            lang: offer.lang.to_string(),
            direction: direction(offer.lang.language()),
            name: known.then(|| selection.phrase(&key)),
            text: selection.say(&offer.text),
        }
    }

    /// The pages above this one: the organization's own, and the list of all services.
    fn parents(&self) -> Vec<Link> {
        let selection = self.selection;
        let home = selection.organization().web.base_url.as_ref().map(|base| Link {
            href: format!("{}/", base.as_str().trim_end_matches('/')),
            label: selection.phrase("page.home"),
        });
        let index = match self.site {
            Some(site) => Some(format!("../../{}", site.index(&selection.language))),
            None => self.index_address(),
        };
        let index = index.map(|href| Link { href, label: selection.phrase("site.name") });
        home.into_iter().chain(index).collect()
    }

    /// Takes away what the page around a fragment has of its own, and tells coverage why.
    pub(super) fn fit_in(&mut self, page: &mut Page) {
        const FRAME: &str = "the page around the fragment says it";
        const NOTICES: &str = "the page around the fragment shows the notices";
        let selection = self.selection;
        let options = &self.options.fragment;
        let mut gone =
            vec![(FRAME, std::mem::take(&mut page.description)), (FRAME, std::mem::take(&mut page.organization))];
        let header = std::mem::take(&mut page.header);
        header.words(&mut |words| gone.push((FRAME, words.clone())));
        page.breadcrumb.take().words(&mut |words| gone.push((FRAME, words.clone())));
        page.icon = None;
        if !options.notices {
            page.footer.take().words(&mut |words| gone.push((NOTICES, words.clone())));
            self.notes.leave_out_all(&selection.organization().notices, NOTICES);
        }
        page.fragment = Some(options.fragment(selection.id.as_str()));
        let fields = |(reason, words): &(&str, Words)| {
            let paths = words.pieces().iter().flat_map(serviceline_core::words::Piece::fields);
            paths.map(|path| (path.to_string(), (*reason).to_owned())).collect::<Vec<_>>()
        };
        crate::leave_out(&gone.iter().flat_map(fields).collect(), selection, self.notes);
    }

    /// That the page is a draft, with each gap; those that are on the page are linked.
    pub(super) fn draft(&self, page: &Page) -> Draft {
        let selection = self.selection;
        let shown = page.gaps();
        let gaps: Vec<GapLink> = selection
            .gaps()
            .into_iter()
            .map(|label| {
                let paths = label.pieces().iter().flat_map(serviceline_core::words::Piece::fields);
                let number = paths.into_iter().find_map(|path| shown.get(path));
                GapLink { id: number.map(|number| format!("gap-{number}")), label }
            })
            .collect();
        let count =
            (!gaps.is_empty()).then(|| self.with("page.draft_count", "count", &selection.own(gaps.len().to_string())));
        Draft { name: selection.phrase("page.draft"), notice: selection.phrase("draft.notice"), count, gaps }
    }
}

/// The icons that a page uses.
pub(super) fn icons(page: &Page) -> Icons {
    let cards = page.cares.iter().flat_map(|cares| &cares.cards);
    let facts = page.hero.facts.iter().flat_map(|facts| &facts.items);
    let named: Vec<&str> = cards.map(|card| card.icon.as_str()).chain(facts.map(|fact| fact.icon.as_str())).collect();
    let calls = page.hero.actions.iter().any(|action| action.icon.is_some());
    let care_calls = page.cares.iter().flat_map(|cares| &cares.cards).any(|card| card.call.is_some());
    Icons {
        phone: calls || care_calls,
        doc: named.contains(&"doc"),
        shield: named.contains(&"shield"),
        video: named.contains(&"video"),
        pin: named.contains(&"pin"),
        alert: named.contains(&"alert") || page.header.emergency.is_some(),
        clock: named.contains(&"clock"),
        talk: named.contains(&"talk"),
        heart: named.contains(&"heart"),
    }
}

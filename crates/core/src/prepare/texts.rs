//! Checks of prose: what it may hold, what its variants may say, and what it refers to.

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use super::Check;
use crate::{
    Diagnostic,
    fields::Limits,
    leaf::{Parsed, Target, Text},
    model::{Organization, ServiceLine, Term},
    nearest::nearest,
    prose::{self, Prose, ProseOptions, RefKind},
};

/// A reference, and where it stands.
#[derive(Debug)]
pub(super) struct Use {
    pub(super) kind: Target,
    pub(super) id: String,
    pub(super) path: String,
    pub(super) range: Option<Range<usize>>,
}

/// All references of the content.
#[derive(Debug, Default)]
pub(super) struct Uses(pub(super) Vec<Use>);

impl Uses {
    pub(super) fn add(&mut self, kind: Target, id: &str, path: &str, range: Option<Range<usize>>) {
        self.0.push(Use { kind, id: id.to_owned(), path: path.to_owned(), range });
    }
}

impl Check<'_> {
    /// Parses a text in all its variants and checks them.
    pub(super) fn text(&mut self, text: &mut Text) {
        let places = (text.place.clone(), text.variant_place("short"), text.variant_place("spoken"));
        let faults = self.report.len();
        let full = self.prose(places.0.as_str(), &text.full);
        let full_is_sound = self.report.len() == faults;
        let short = text.short.as_deref().map(|t| self.prose(places.1.as_str(), t));
        let spoken = text.spoken.as_deref().map(|t| self.prose(places.2.as_str(), t));
        if let Some(short) = short.as_ref().filter(|_| full_is_sound) {
            self.variant("short", &[&full], short, places.1.as_str());
        }
        if let Some(spoken) = spoken.as_ref().filter(|_| full_is_sound && !speaks_for_details(text)) {
            self.variant("spoken", &[&full], spoken, places.2.as_str());
        }
        let silent: Vec<&Prose> = std::iter::once(&full).chain(&short).collect();
        let refers = self.refers(&silent);
        let refers_aloud = self.refers(&spoken.iter().collect::<Vec<_>>());
        text.parsed = Some(Arc::new(Parsed { full, short, spoken, refers, refers_aloud }));
    }

    fn prose(&mut self, path: &str, text: &str) -> Prose {
        let in_script = path.starts_with("script.") || path.starts_with("organization.script.");
        let (prose, faults) = prose::parse(text, ProseOptions { fill_ins: in_script });
        for fault in faults {
            let mut problem = Diagnostic::error(fault.code, fault.message).at_path(path);
            problem.help = fault.help;
            if let Some(place) = self.manuscript.sheets.place_in(path, fault.range) {
                problem = problem.at(place);
            }
            self.report.push(problem);
        }
        for reference in prose::references(&prose) {
            let range = prose::locate(text, reference.kind, reference.id);
            self.uses.add(target(reference.kind), reference.id, path, range);
        }
        prose
    }

    /// What these wordings refer to: by a reference, and the words of the glossary that they use without one.
    fn refers(&self, wordings: &[&Prose]) -> Vec<(Target, Arc<str>)> {
        let mut refers: Vec<(Target, Arc<str>)> = vec![];
        for prose in wordings {
            refers.extend(prose::references(prose).map(|r| (target(r.kind), Arc::from(r.id))));
            let text = prose::plain_text(prose);
            let lower = text.to_lowercase();
            let used = self.glossary.iter().filter(|word| word.is_in(&text, &lower));
            refers.extend(used.map(|word| (Target::Term, Arc::clone(&word.id))));
        }
        refers.sort();
        refers.dedup();
        refers
    }

    /// What is said aloud of a test or a treatment stands for its phrase and its details together.
    pub(super) fn spoken_details(&mut self, service: &ServiceLine) {
        let tests = service.tests.iter().map(|t| (&t.plain, &t.details));
        let treatments = service.treatments.iter().map(|t| (&t.plain, &t.details));
        for (plain, details) in tests.chain(treatments).filter(|(plain, _)| speaks_for_details(plain)) {
            let (Some(parsed), place) = (&plain.parsed, plain.variant_place("spoken")) else { continue };
            let details = details.parsed.as_ref().map(|d| &d.full);
            let full: Vec<&Prose> = std::iter::once(&parsed.full).chain(details).collect();
            if let Some(spoken) = &parsed.spoken {
                self.variant("spoken", &full, spoken, place.as_str());
            }
        }
    }

    /// A variant may leave out a reference, and may not add one, nor a number.
    fn variant(&mut self, name: &str, full: &[&Prose], variant: &Prose, path: &str) {
        let known: BTreeSet<_> =
            full.iter().flat_map(|prose| prose::references(prose)).map(|r| (r.kind, r.id)).collect();
        for reference in prose::references(variant).filter(|r| !known.contains(&(r.kind, r.id))) {
            let message =
                format!("the {name} wording refers to `{}:{}`, the full text does not", reference.kind, reference.id);
            let problem = Diagnostic::error("variant-adds-reference", message);
            self.problem(
                path,
                problem.help("add it to the full text, or take it out here: a variant says no more than the full text"),
            );
        }
        let said = prose::plain_text(variant);
        let known: Vec<String> = full.iter().flat_map(|prose| prose::numbers(&prose::plain_text(prose))).collect();
        for number in prose::numbers(&said).into_iter().filter(|n| !known.contains(n)) {
            let message = format!("the {name} wording says {number}, the full text does not");
            let problem = Diagnostic::error("variant-adds-number", message);
            self.problem(path, problem.help("say the number in the full text too, or take it out here"));
        }
    }

    pub(super) fn channels(&mut self, path: &str, limits: &Limits) {
        let names = &self.setting.channels;
        let unknown: Vec<&String> = limits.channels.iter().filter(|c| !names.contains(&c.as_str())).collect();
        for channel in unknown {
            let help = match nearest(channel, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("use some of: {}", names.join(", ")),
            };
            let at = format!("{}.channels", path.rsplit_once('.').map_or("", |(group, _)| group));
            let problem = Diagnostic::error("unknown-channel", format!("no channel is called `{channel}`")).help(help);
            self.problem(at.trim_start_matches('.'), problem);
        }
    }

    /// References among the settings: the lines on which a script is used, and the one on a brochure's cover.
    fn settings(&mut self, service: &ServiceLine, organization: &Organization) {
        for (root, script) in [("script", &service.script), ("organization.script", &organization.script)] {
            for (index, phone) in script.answers.iter().enumerate() {
                self.uses.add(Target::Phone, phone.id(), &format!("{root}.answers[{index}]"), None);
            }
        }
        if let Some(phone) = &service.brochure.cover.phone {
            self.uses.add(Target::Phone, phone.id(), "brochure.cover.phone", None);
        }
    }

    /// Every reference points to something.
    pub(super) fn references(&mut self, service: &ServiceLine, organization: &Organization) {
        self.settings(service, organization);
        // Without an organization, everything that points to it would be reported again.
        if self.report.iter().any(|problem| problem.code == "organization-missing") {
            return;
        }
        let uses = std::mem::take(&mut self.uses);
        for used in &uses.0 {
            let known = known(used.kind, service, organization);
            if known.contains(&used.id.as_str()) || used.kind == Target::Hours && used.id == "24x7" {
                continue;
            }
            let message = format!("{} has the id `{}`", nothing(used.kind), used.id);
            let mut problem = Diagnostic::error("unknown-reference", message);
            if let Some(near) = nearest(&used.id, known.iter().copied()) {
                problem = problem.help(format!("did you mean `{near}`?"));
            } else if !known.is_empty() && known.len() < 12 {
                problem = problem.help(format!("the ids are: {}", known.join(", ")));
            }
            if let Some(place) = used.range.clone().and_then(|range| self.manuscript.sheets.place_in(&used.path, range))
            {
                problem = problem.at(place);
            }
            self.problem(&used.path, problem);
        }
        self.uses = uses;
    }
}

/// A word of the glossary, ready to be looked for.
#[derive(Debug)]
pub(super) struct Word {
    id: Arc<str>,
    text: String,
    /// In capitals in a text, or not this word: CT, MRI.
    acronym: bool,
}

impl Word {
    pub(super) fn of(term: &Term) -> Self {
        let word = term.term.full().trim();
        let acronym = word.chars().all(|c| !c.is_lowercase());
        let word = if acronym { word.to_owned() } else { word.to_lowercase() };
        Self { id: term.id.as_str().into(), text: word, acronym }
    }
    /// Whether it, or its plural in `s`, stands in a text, which is given in lower case too.
    fn is_in(&self, text: &str, lower: &str) -> bool {
        let text = if self.acronym { text } else { lower };
        !self.text.is_empty()
            && text.match_indices(&self.text).any(|(at, found)| {
                let rest = &text[at + found.len()..];
                let after = rest.strip_prefix('s').filter(|r| !r.starts_with(char::is_alphanumeric)).unwrap_or(rest);
                !text[..at].ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
            })
    }
}

/// What a reference in prose points to.
fn target(kind: RefKind) -> Target {
    match kind {
        RefKind::Phone => Target::Phone,
        RefKind::Claim => Target::Claim,
        RefKind::Term => Target::Term,
        RefKind::Hours => Target::Hours,
        RefKind::Link => Target::Link,
    }
}

/// A test's or a treatment's phrase with a spoken wording beside it.
fn speaks_for_details(text: &Text) -> bool {
    let path = text.place.as_str();
    text.beside && path.ends_with("].plain") && (path.starts_with("tests[") || path.starts_with("treatments["))
}

/// All ids of a kind.
pub(super) fn known<'c>(kind: Target, service: &'c ServiceLine, organization: &'c Organization) -> Vec<&'c str> {
    let phones = || organization.phones.iter().map(|p| p.id.as_str());
    let places = || organization.locations.iter().map(|l| l.id.as_str());
    match kind {
        Target::Phone => phones().collect(),
        Target::Location => places().collect(),
        Target::Link => service.links.iter().chain(&organization.links).map(|l| l.id.as_str()).collect(),
        Target::Claim => service.claims.keys().chain(organization.claims.keys()).map(String::as_str).collect(),
        Target::Hours => organization.hours.iter().map(|h| h.id.as_str()).chain(phones()).chain(places()).collect(),
        Target::Term => crate::edition::terms(service, organization).map(|t| t.id).collect(),
    }
}

fn nothing(kind: Target) -> &'static str {
    match kind {
        Target::Phone => "no phone",
        Target::Location => "no location",
        Target::Link => "no link",
        Target::Claim => "no claim",
        Target::Hours => "no schedule, phone or location",
        Target::Term => "no term, condition, test, treatment or role",
    }
}

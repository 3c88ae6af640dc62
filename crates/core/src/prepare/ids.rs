//! Checks of ids: items that are referred to have one, and each is there once.

use std::collections::BTreeMap;

use super::Check;
use crate::{
    Diagnostic,
    model::{Organization, ServiceLine, Slug},
    nearest::nearest,
};

impl Check<'_> {
    pub(super) fn ids(&mut self, service: &ServiceLine, organization: &Organization) {
        if service.id.as_str().is_empty() && !self.manuscript.is_cut_short("id") {
            self.problem(
                "id",
                Diagnostic::error("missing-field", "`id` is missing")
                    .help("give the service line an id, for example spine-cancer"),
            );
        }
        macro_rules! list {
            ($items:expr, $path:literal) => {
                self.unique($items.iter().enumerate().map(|(i, x)| (format!("{}[{i}]", $path), &x.id)), true)
            };
            (optional $items:expr, $path:literal) => {
                self.unique($items.iter().enumerate().map(|(i, x)| (format!("{}[{i}]", $path), &x.id)), false)
            };
        }
        list!(organization.phones, "organization.phones");
        list!(organization.locations, "organization.locations");
        list!(organization.hours, "organization.hours");
        list!(organization.links, "organization.links");
        list!(service.links, "links");
        list!(service.images, "images");
        list!(optional service.reasons, "reasons");
        list!(optional service.faqs, "faqs");
        list!(optional service.journey, "journey");
        list!(optional service.testimonials, "testimonials");
        list!(optional service.support.groups, "support.groups");
        list!(optional service.support.resources, "support.resources");
        let cards = service
            .urgent
            .iter()
            .enumerate()
            .filter(|(_, card)| card.level.is_none() && !crate::fields::Fields::is_gap(*card));
        for (index, _) in cards.collect::<Vec<_>>() {
            let problem = Diagnostic::error("missing-field", format!("`level` is missing in `urgent[{index}]`"));
            self.problem(
                &format!("urgent[{index}].level"),
                problem.help("say how quickly help is needed: emergency, crisis, urgent or non_urgent"),
            );
        }
        for (index, image) in service.images.iter().enumerate().filter(|(_, image)| image.file.is_empty()) {
            let problem = Diagnostic::error("missing-field", format!("`file` is missing in the image `{}`", image.id));
            self.problem(
                &format!("images[{index}].file"),
                problem.help("name the picture's file, from the organization's folder"),
            );
        }
        self.terms(service, organization);
        self.transfers(service, organization);
    }

    /// Words that can be explained share one set of ids.
    fn terms(&mut self, service: &ServiceLine, organization: &Organization) {
        macro_rules! paths {
            ($items:expr, $path:literal) => {
                $items.iter().enumerate().map(|(i, x)| (format!("{}[{i}]", $path), &x.id))
            };
        }
        let all = paths!(organization.glossary, "organization.glossary")
            .chain(paths!(service.conditions, "conditions"))
            .chain(paths!(service.tests, "tests"))
            .chain(paths!(service.treatments, "treatments"))
            .chain(paths!(service.team, "team"));
        self.unique(all, false);
    }

    fn unique<'s>(&mut self, items: impl Iterator<Item = (String, &'s Slug)>, needed: bool) {
        let mut first: BTreeMap<&str, String> = BTreeMap::new();
        for (path, id) in items {
            match (id.as_str(), first.get(id.as_str())) {
                ("", _) if needed => {
                    let problem = Diagnostic::error("missing-field", format!("`id` is missing in `{path}`"));
                    self.problem(
                        &format!("{path}.id"),
                        problem.help("give it an id, so that other texts can refer to it"),
                    );
                }
                ("", _) => {}
                (id, Some(other)) => {
                    let problem = Diagnostic::error("duplicate-id", format!("`{id}` is the id of two items"));
                    let other = other.clone();
                    self.problem(
                        &format!("{path}.id"),
                        problem.help(format!("`{other}` has it too; give one of them another")),
                    );
                }
                (id, None) => {
                    first.insert(id, path);
                }
            }
        }
    }

    /// Where a script's answers lead.
    fn transfers(&mut self, service: &ServiceLine, organization: &Organization) {
        const PURPOSES: [&str; 8] = [
            "next",
            "service_discovery",
            "key_messages",
            "questions",
            "verify",
            "schedule",
            "referring_office",
            "other_lines",
        ];
        let ids: Vec<&str> =
            service.script.transfers.iter().chain(&organization.script.transfers).map(|t| t.id.as_str()).collect();
        let mut leads: Vec<(String, &str)> = vec![];
        for (root, script) in [("script", &service.script), ("organization.script", &organization.script)] {
            for (q, question) in script.discovery.iter().enumerate() {
                let options = question.options.iter().enumerate();
                leads.extend(
                    options.map(|(o, c)| (format!("{root}.discovery[{q}].options[{o}].goto"), c.goto.as_str())),
                );
            }
            leads.extend(
                script
                    .objections
                    .iter()
                    .enumerate()
                    .map(|(i, o)| (format!("{root}.objections[{i}].then"), o.then.as_str())),
            );
        }
        // After a syntax error nobody knows what else there is to lead to.
        if self.manuscript.is_cut_short("") || self.manuscript.is_cut_short("organization.") {
            return;
        }
        for (path, to) in leads {
            let (known, wanted) = match to.strip_prefix("transfer:") {
                Some(id) => (&ids[..], id),
                None => (&PURPOSES[..], to),
            };
            if known.contains(&wanted) || to.is_empty() {
                continue;
            }
            let problem = Diagnostic::error("unknown-reference", format!("`{to}` leads nowhere"));
            let help = match nearest(wanted, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("use one of: {}, or transfer: and the id of a transfer", PURPOSES.join(", ")),
            };
            self.problem(&path, problem.help(help));
        }
    }
}

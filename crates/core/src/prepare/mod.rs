//! From a manuscript to an edition: places are stamped, prose is parsed, references are resolved, and every problem of
//! every file is reported in one run.

mod claims;
mod ids;
mod places;
mod sections;
mod testimonials;
mod texts;

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    Diagnostic, Report,
    channel::Options,
    edition::{Edition, LeafRecord, Purpose},
    fields::{At, Class, Fields, Seen},
    leaf::Leaf,
    locale::Locale,
    manuscript::Manuscript,
    model::{Date, Organization, ServiceLine},
    path::FieldPath,
    visible::Sights,
};

/// Reads the options of every channel.
type ReadOptions<'p> = dyn Fn(&Manuscript, &mut Vec<Diagnostic>) -> BTreeMap<&'static str, Options> + 'p;

/// What the publisher knows and the manuscript does not.
pub(crate) struct Setting<'p> {
    pub(crate) purpose: Purpose,
    pub(crate) today: Date,
    /// The names that authors may write in `channels:`.
    pub(crate) channels: Vec<&'static str>,
    pub(crate) locale: &'p dyn Fn(&str) -> Result<Locale, Report>,
    pub(crate) options: &'p ReadOptions<'p>,
}

/// Checks a manuscript. The edition is there unless a problem keeps it from being one.
pub(crate) fn prepare(manuscript: &Manuscript, setting: &Setting<'_>) -> (Option<Edition>, Report) {
    let glossary = manuscript.organization.glossary.iter().map(texts::Word::of).collect();
    let mut check =
        Check { manuscript, setting, report: Report::new(), leaves: vec![], uses: texts::Uses::default(), glossary };
    check.report.extend(manuscript.faults.iter().cloned());
    let (mut service, mut organization) = (manuscript.service.clone(), manuscript.organization.clone());
    check.walk("", &mut service);
    check.walk("organization", &mut organization);
    check.spoken_details(&service);
    check.ids(&service, &organization);
    check.references(&service, &organization);
    check.claims(&service, &organization);
    check.dates(&service);
    check.testimonials(&service);
    check.places(&service, &organization);
    check.pictures();
    check.sections(&service);
    let Check { mut report, leaves, uses, .. } = check;
    let mut faults = vec![];
    let options = (setting.options)(manuscript, &mut faults);
    report.extend(faults);
    let locale = (setting.locale)(service.language.as_str());
    let locale = match locale {
        Ok(locale) => Some(locale),
        Err(unknown) => {
            let place = manuscript.sheets.place("language");
            report.extend(unknown.into_diagnostics().into_iter().map(|d| {
                let d = d.at_path("language");
                match &place {
                    Some(place) if d.place.is_none() => d.at(place.clone()),
                    _ => d,
                }
            }));
            None
        }
    };
    report.tidy();
    let edition = locale.filter(|_| !report.has_errors()).map(|locale| Edition {
        valid_until: claims::valid_until(&service, &organization, &uses),
        code: code(&service, &organization),
        service,
        organization,
        purpose: setting.purpose,
        today: setting.today,
        locale,
        leaves: leaves.into(),
        warnings: report.diagnostics().to_vec(),
        options,
        assets: Arc::new(manuscript.assets.clone()),
        sheets: manuscript.sheets.clone(),
        translations: manuscript.translations.clone(),
        sights: Sights::default(),
    });
    (edition, report)
}

struct Check<'m> {
    manuscript: &'m Manuscript,
    setting: &'m Setting<'m>,
    report: Report,
    leaves: Vec<LeafRecord>,
    uses: texts::Uses,
    glossary: Vec<texts::Word>,
}

impl Check<'_> {
    /// Reports a problem of a field.
    fn problem(&mut self, path: &str, problem: Diagnostic) {
        let problem = match self.manuscript.sheets.place(path) {
            Some(place) if problem.place.is_none() => problem.at(place),
            _ => problem,
        };
        self.report.push(problem.at_path(path));
    }

    /// Stamps every leaf with its place and checks it.
    fn walk(&mut self, root: &str, part: &mut dyn Fields) {
        let mut see = |seen: &Seen<'_>, leaf: &mut dyn Leaf| self.leaf(seen, leaf);
        part.walk(&mut At::new(root, &mut see));
    }

    fn leaf(&mut self, seen: &Seen<'_>, leaf: &mut dyn Leaf) {
        let path: FieldPath = seen.path.into();
        leaf.stamp(path.clone());
        if leaf.as_text().is_some_and(|text| text.given && text.is_empty()) {
            let problem = Diagnostic::error("empty-text", format!("`{}` is empty", name(seen.path)));
            self.problem(
                seen.path,
                problem.help("write the text, remove the field, or mark the gap with `todo: \"...\"`"),
            );
        } else if leaf.is_empty() && seen.class == Class::Required {
            self.missing(seen.path);
            if self.setting.purpose == Purpose::Draft {
                leaf.set_gap("missing");
            }
        } else if let (Some(note), Purpose::Publication) = (leaf.gap(), self.setting.purpose) {
            let problem = Diagnostic::error("gap", format!("`{}` is not known yet: {note}", name(seen.path)));
            self.problem(seen.path, problem.help("fill the gap, or build a draft with --draft"));
        }
        for limits in seen.limits {
            self.channels(seen.path, limits);
        }
        if let Some(text) = leaf.as_text_mut() {
            self.text(text);
        }
        if let Some((kind, id)) = leaf.reference() {
            self.uses.add(kind, id, seen.path, None);
        }
        if !leaf.is_empty() {
            self.leaves.push(LeafRecord {
                path,
                place: self.manuscript.sheets.place(seen.path),
                limits: seen.limits.to_vec(),
                spoken: seen.spoken,
                gap: leaf.gap().map(str::to_owned),
            });
        }
    }

    fn missing(&mut self, path: &str) {
        if self.setting.purpose == Purpose::Draft || self.manuscript.is_cut_short(path) {
            return;
        }
        let (group, field) = path.rsplit_once('.').unwrap_or(("", path));
        let message = match group {
            "" | "organization" => format!("`{field}` is missing"),
            group => format!("`{field}` is missing in `{group}`"),
        };
        self.problem(
            path,
            Diagnostic::error("missing-field", message).help("add it, or mark the gap with `todo: \"...\"`"),
        );
    }

    fn pictures(&mut self) {
        let missing: Vec<_> = self
            .manuscript
            .asset_names()
            .into_iter()
            .filter(|(_, name)| !self.manuscript.assets.contains_key(*name))
            .collect();
        for (path, name) in missing {
            let problem = Diagnostic::error("picture-missing", format!("the file `{name}` could not be read"));
            self.problem(
                path.as_str(),
                problem.help(
                    "put it into the organization's folder, or correct its name; names lead down from that folder",
                ),
            );
        }
    }
}

/// The last name of a path: `body` of `reasons[2].body`.
fn name(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// Eight letters and digits that change with the content: Crockford's base 32 of a SHA-256.
fn code(service: &ServiceLine, organization: &Organization) -> String {
    use sha2::{Digest, Sha256};
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut hash = Sha256::new();
    for json in [serde_json::to_vec(service), serde_json::to_vec(organization)] {
        hash.update(json.unwrap_or_default());
    }
    let digits: String =
        hash.finalize().iter().take(8).map(|byte| char::from(DIGITS[usize::from(byte % 32)])).collect();
    format!("{}-{}", &digits[..4], &digits[4..])
}

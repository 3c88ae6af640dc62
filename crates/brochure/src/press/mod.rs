//! The channel `press`: the brochure as a commercial printer wants it, and the job ticket that goes with it.
//!
//! It says what the channel `brochure` says, in the same lines at the same places; another file is written. Panels are
//! imposed on sheets with bleed, boxes and marks; all colours are inks; running text is black alone and lies over its
//! ground; nothing is transparent and nothing can be clicked.
//!
//! A hospital's profile (`brand.profile`) is embedded, pictures are converted through it, and the file is made to the
//! rules of PDF/X-4 (ISO 15930-7). Without one the file names a registered printing condition, pictures stay in sRGB, and
//! nothing is claimed. No profile is passed on with this program.

mod check;
pub mod convert;
mod file;
mod marks;
pub(crate) mod paint;
pub mod setup;
pub mod sheet;
mod slug;
mod ticket;

use std::fmt;
use std::sync::Arc;

use serviceline_core::words::Words;
use serviceline_core::{Channel, ChannelInfo, Diagnostic, File, Notes, Report, Selection, Variant};

use crate::leaflet::{Leaflet, PlacedText};
use crate::medium::Rules;
use crate::press::check::{inks_are_given, resolutions};
use crate::press::convert::{Converted, Profile};
use crate::press::setup::{Custom, PressOptions, Tokens, Unit};
use crate::press::sheet::{Sheet, impose};
use crate::press::ticket::Ticket;
use crate::unit::Pt;
use crate::{Brochure, Options};

/// The channel `press`.
///
/// ```
/// use serviceline_brochure::{Brochure, press::Press};
/// use serviceline_core::Publisher;
///
/// let brochure = Brochure::default();
/// let publisher = Publisher::default().with(brochure.clone()).with(Press::new(brochure));
/// assert_eq!(publisher.channels().last().map(|channel| channel.suffix), Some("-press.pdf"));
/// ```
#[derive(Debug)]
pub struct Press {
    brochure: Brochure,
    converted: Converted,
}

/// A brochure that is ready for the press, with its ticket.
pub struct Job {
    /// What is printed.
    pub leaflet: Leaflet,
    /// The sides of the sheets.
    pub sheets: Vec<Sheet>,
    /// What stands outside the trim of each sheet.
    pub(crate) slugs: Vec<Vec<PlacedText>>,
    pub(crate) ticket: Ticket,
    pub(crate) tokens: Arc<Tokens>,
    pub(crate) options: PressOptions,
    pub(crate) rules: Rules,
    pub(crate) bleed: Pt,
    pub(crate) condition: Condition,
}

/// The printing condition that a job is made for.
#[derive(Clone, Debug)]
pub(crate) enum Condition {
    /// The printer's own, by its profile.
    Profile(Profile),
    /// A registered one, by its name.
    Named { name: String, about: String, registry: String },
}

impl Press {
    /// The channel that prints what a brochure shows, with its templates, fonts and settings.
    #[must_use]
    pub fn new(brochure: Brochure) -> Self {
        Self { brochure, converted: Converted::default() }
    }
}

impl Channel for Press {
    type Options = Options;
    type Document = Job;

    fn info(&self) -> ChannelInfo {
        ChannelInfo {
            id: "press",
            selects: "brochure",
            prefers: Variant::Short,
            staff: false,
            about: "brochure for the press: imposed sheets in CMYK with bleed and marks, and a job ticket",
            suffix: "-press.pdf",
            media_type: "application/pdf",
        }
    }

    fn compose(&self, selection: &Selection<'_>, options: &Options, notes: &mut Notes) -> Result<Job, Report> {
        let leaflet = self.brochure.compose(selection, options, notes)?;
        let kit = self.brochure.kit(selection, options)?;
        let tokens = Arc::clone(&kit.press);
        let unit = Unit::of(leaflet.sheet);
        let custom = tokens.custom(unit);
        let mut problems = Vec::new();
        let condition = condition(selection, &options.press, custom, &mut problems);
        let sheets = impose(&leaflet);
        inks_are_given(selection.organization(), notes);
        let shown = resolutions(&leaflet, &sheets, &tokens, custom.bleed, notes, &mut problems);
        let limit = selection.organization().brand.ink_limit.unwrap_or(custom.ink_limit);
        let rules = tokens.rules(limit);
        let mut job = Job {
            leaflet,
            sheets,
            slugs: Vec::new(),
            ticket: Ticket::default(),
            rules,
            bleed: custom.bleed,
            tokens,
            options: options.press.clone(),
            condition,
        };
        let words = Worded { selection, phrases: kit.phrases(selection.language.as_str())?, kit: &kit, unit };
        job.slugs = if options.press.slug { words.slugs(&job, &mut problems) } else { Vec::new() };
        job.ticket = words.ticket(&job, limit, &shown);
        if problems.is_empty() { Ok(job) } else { Err(crate::layout::report(problems)) }
    }

    fn words<'d>(&self, document: &'d Job, see: &mut dyn FnMut(&'d Words)) {
        document.leaflet.words(see);
        document.slugs.iter().flatten().filter_map(|slug| slug.text.words.as_ref()).for_each(&mut *see);
        document.ticket.lines.iter().for_each(see);
    }

    fn encode(&self, document: &Job) -> Result<Vec<File>, Report> {
        let mut painted = paint::paint(document);
        if let Condition::Profile(profile) = &document.condition {
            for (_, picture) in &mut painted.pictures {
                *picture = self.converted.get(picture, profile);
            }
        }
        let bytes = file::write(document, painted, &self.brochure.subsets)?;
        let info = self.info();
        let ticket = document.ticket.to_string().into_bytes();
        Ok(vec![
            File { suffix: info.suffix.to_owned(), media_type: info.media_type, bytes },
            File { suffix: "-press.txt".to_owned(), media_type: "text/plain; charset=utf-8", bytes: ticket },
        ])
    }
}

/// The profile that the organization brings, or the condition that it or the custom of its country names.
fn condition(
    selection: &Selection<'_>,
    options: &PressOptions,
    custom: &Custom,
    problems: &mut Vec<Diagnostic>,
) -> Condition {
    let file = selection.organization().brand.profile.as_deref();
    if let Some(asset) = file.and_then(|file| selection.edition().asset(file)) {
        match &*asset.made(Profile::read) {
            Ok(profile) => return Condition::Profile(profile.clone()),
            Err(error) => {
                let problem = Diagnostic::error("unreadable-profile", format!("`{}`: {error}", asset.name))
                    .help("ask the printer for the ICC profile of the press and paper, or leave `profile` out");
                problems.push(problem.at_path("organization.brand.profile"));
            }
        }
    }
    match &options.condition {
        Some(name) => Condition::Named { name: name.clone(), about: name.clone(), registry: custom.registry.clone() },
        None => Condition::Named {
            name: custom.condition.clone(),
            about: custom.about.clone(),
            registry: custom.registry.clone(),
        },
    }
}

/// What the words of a job are made with.
pub(crate) struct Worded<'w, 'e> {
    pub(crate) selection: &'w Selection<'e>,
    pub(crate) phrases: &'w serviceline_core::phrase::Phrases,
    pub(crate) kit: &'w crate::kit::Kit,
    pub(crate) unit: Unit,
}

impl Worded<'_, '_> {
    /// A phrase of the brochure's own, with its values.
    pub(crate) fn say(&self, key: &str, values: &[(&str, &Words)]) -> Words {
        self.selection.phrase_from(self.phrases, key, values)
    }

    /// A phrase whose key is made of a name that data files may bring: the name itself if there is no phrase for it.
    pub(crate) fn name(&self, group: &str, name: &str) -> Words {
        let key = format!("{group}.{name}");
        if self.phrases.get(&key).is_ok() { self.say(&key, &[]) } else { self.selection.own(name.replace('_', " ")) }
    }

    /// A length with its unit.
    pub(crate) fn length(&self, length: Pt) -> Words {
        self.measured(&[length])
    }

    /// Lengths with their unit: `11 x 8.5 in`.
    pub(crate) fn measured(&self, lengths: &[Pt]) -> Words {
        let numbers: Vec<String> = lengths.iter().map(|length| self.unit.number(*length)).collect();
        let key = match self.unit {
            Unit::Inch => "press.length.inch",
            Unit::Metric => "press.length.metric",
        };
        self.say(key, &[("number", &self.selection.own(numbers.join(" \u{d7} ")))])
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.ticket)?;
        for (sheet, slugs) in self.sheets.iter().zip(&self.slugs) {
            let names = sheet.panels.iter().filter_map(|(n, _)| self.leaflet.panels.get(*n));
            let names: Vec<&str> = names.map(|panel| panel.name.as_str()).collect();
            writeln!(f, "== {:?}: {}", sheet.face, names.join(" | "))?;
            for slug in slugs {
                let text = slug.text.words.as_ref().map(Words::text).unwrap_or_default();
                writeln!(f, "  | {text} at {} {}", slug.at.0.0, slug.at.1.0)?;
            }
        }
        self.leaflet.fmt(f)
    }
}

//! The printed brochure of a service line, as a file for the screen: one page a panel, in the order in which a folded
//! brochure is read.
//!
//! Type and lines are laid out here (on parley), the pages are painted with printpdf, and finished with lopdf: tagged,
//! with bookmarks, links, language and title, so that it can be read by everybody (PDF/UA-1) and kept (PDF/A-2a).
//! Nothing is ever printed over something else, and nothing is lost: text that does not fit its panel is an error that
//! names the panel, the fields and the lines.
//!
//! Formats, tokens of the design, icons, fonts and phrases are data in `serviceline-templates`, and can be replaced.
//!
//! The other channels are crates of their own: `serviceline-html`, `serviceline-markdown`, `serviceline-script`.

pub mod art;
pub mod color;
mod compose;
mod cover;
pub mod design;
mod draft;
mod faces;
mod finish;
mod fit;
mod flow;
pub mod fonts;
pub mod format;
pub mod icons;
mod inline;
mod kit;
pub mod leaflet;
pub mod lines;
mod map;
pub mod ornament;
mod paint;
pub mod picture;
pub mod profile;
mod sections;
pub mod shape;
mod subsets;
mod tags;
mod typeset;
pub mod unit;
mod wording;
mod xmp;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use schemars::JsonSchema;
use serde::Deserialize;
use serviceline_core::model::Organization;
use serviceline_core::words::Words;
use serviceline_core::{Channel, ChannelInfo, Diagnostic, File, Notes, Report, Selection, Variant};
use serviceline_templates::Templates;

use crate::color::{Brand, Palette, Rgb};
use crate::compose::{Composer, leave_out_the_rest};
use crate::design::Design;
use crate::flow::House;
use crate::kit::Kit;
use crate::leaflet::{Leaflet, Panel};
use crate::map::PanelMap;
use crate::sections::Writer;
use crate::subsets::Subsets;
use crate::typeset::Setter;
use crate::unit::Pt;

/// The channel `brochure`.
///
/// It keeps fonts and what it made of them; make one and use it for all documents, from any thread.
///
/// ```
/// use serviceline_core::Publisher;
///
/// let publisher = Publisher::default().with(serviceline_brochure::Brochure::default());
/// assert_eq!(publisher.channels().next().map(|channel| channel.suffix), Some(".pdf"));
/// ```
#[derive(Debug)]
pub struct Brochure {
    templates: Templates,
    kits: Mutex<BTreeMap<String, Arc<Kit>>>,
    subsets: Arc<Subsets>,
}

/// What a hospital may set under `brochure:` in `serviceline.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The design: the name of a file in `brochure/designs/`.
    pub design: String,
    /// In how many languages the notices offer an interpreter.
    pub taglines: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { design: "calm".to_owned(), taglines: 2 }
    }
}

impl Default for Brochure {
    fn default() -> Self {
        Self::new(Templates::builtin())
    }
}

/// Sizes of running text that are printed. Smaller is hard to read, larger belongs in another format.
const BODY: std::ops::RangeInclusive<f32> = 11.0..=18.0;

impl Brochure {
    /// The channel with a hospital's own templates.
    #[must_use]
    pub fn new(templates: Templates) -> Self {
        Self { templates, kits: Mutex::default(), subsets: Arc::default() }
    }

    fn kit(&self, design: &str) -> Result<Arc<Kit>, Report> {
        let mut kits = self.kits.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kit) = kits.get(design) {
            return Ok(Arc::clone(kit));
        }
        let kit = Arc::new(Kit::read(&self.templates, design)?);
        kits.insert(design.to_owned(), Arc::clone(&kit));
        Ok(kit)
    }
}

impl Channel for Brochure {
    type Options = Options;
    type Document = Leaflet;

    fn info(&self) -> ChannelInfo {
        ChannelInfo {
            id: "brochure",
            selects: "brochure",
            prefers: Variant::Short,
            staff: false,
            about: "brochure for the screen: a tagged PDF, one page a panel",
            suffix: ".pdf",
            media_type: "application/pdf",
        }
    }

    fn compose(&self, selection: &Selection<'_>, options: &Options, notes: &mut Notes) -> Result<Leaflet, Report> {
        let kit = self.kit(&options.design)?;
        let phrases = kit.phrases(selection.language.as_str())?;
        let mut problems = Vec::new();
        let map = PanelMap::new(&selection.brochure, &kit.formats, &mut problems);
        let Some(map) = map else { return Err(report(problems)) };
        let writer = Writer { selection, phrases, notes, taglines: options.taglines };
        let mut composer = Composer { kit: &kit, writer, problems };
        let draft = composer.draft(&map);
        let gaps = selection.is_draft().then(|| composer.gaps());
        let (unnamed, unused) = (composer.writer.reason("left_out.map"), composer.writer.reason("left_out.unused"));
        let mut problems = composer.problems;
        let palette = palette(selection.organization(), &kit.design, notes, &mut problems);
        let design = sized(&kit.design, selection.brochure.body_pt, &mut problems);
        let call = |number: &str| phrases.fill("link.call", &[("phone", number)]).unwrap_or_else(|_| number.to_owned());
        let note = |number: usize| {
            let number = number.to_string();
            phrases.fill("note.mark", &[("number", &number)]).unwrap_or(number)
        };
        let mut setter = Setter {
            fonts: &kit.fonts,
            design: &design,
            palette: &palette,
            call: &call,
            note: &note,
            problems,
        };
        let house = House { design: &design, palette: &palette, icons: &kit.icons };
        let sheet = map.format.sheet;
        let panels = match gaps {
            None => fit::fit(&draft, house, &mut setter, sheet),
            Some(gaps) => {
                let (mut panels, warnings) = fit::fit_draft(&draft, house, &mut setter, sheet);
                warnings.into_iter().for_each(|warning| notes.warn(warning));
                panels.extend(fit::page_of_gaps(&gaps, &draft, house, &mut setter));
                panels
            }
        };
        for panel in panels.iter().filter(|panel| panel.fill < design.fit.fill_warn && !panel.sections.is_empty()) {
            notes.warn(nearly_empty(panel));
        }
        if !setter.problems.is_empty() {
            return Err(report(setter.problems));
        }
        leave_out_the_rest(selection, notes, &unnamed, &unused);
        Ok(leaflet(selection, &kit, panels))
    }

    fn words<'d>(&self, document: &'d Leaflet, see: &mut dyn FnMut(&'d Words)) {
        document.words(see);
    }

    fn encode(&self, document: &Leaflet) -> Result<Vec<File>, Report> {
        let painted = paint::paint(document, &document.fonts);
        let bytes = finish::finish(document, painted, &document.fonts, &self.subsets)?;
        let info = self.info();
        Ok(vec![File { suffix: info.suffix.to_owned(), media_type: info.media_type, bytes }])
    }
}

fn report(problems: Vec<Diagnostic>) -> Report {
    let mut report = Report::new();
    problems.into_iter().for_each(|problem| report.push(problem));
    report
}

/// The design with running text in the size that the author wants.
fn sized<'d>(design: &'d Design, body: Option<f32>, problems: &mut Vec<Diagnostic>) -> Cow<'d, Design> {
    match body {
        None => Cow::Borrowed(design),
        Some(size) if (size - design.body.0).abs() < 0.01 => Cow::Borrowed(design),
        Some(size) if BODY.contains(&size) => Cow::Owned(design.scaled(Pt(size))),
        Some(size) => {
            let (least, most) = (BODY.start(), BODY.end());
            let message = format!("expected text of {least} to {most} pt, found {size} pt");
            let problem = Diagnostic::error("text-size", message).help("12 pt is easy to read for most people");
            problems.push(problem.at_path("brochure.body_pt"));
            Cow::Borrowed(design)
        }
    }
}

/// The colours of the organization. One that had to give way to legibility is reported.
fn palette(organization: &Organization, design: &Design, notes: &mut Notes, problems: &mut Vec<Diagnostic>) -> Palette {
    let own = |name: &str| organization.brand.colors.get(name)?.rgb.as_ref().map(|color| Rgb::from_bytes(color.rgb()));
    let mut or_default = |name: &str, default: &str| {
        own(name).unwrap_or_else(|| {
            default.parse().unwrap_or_else(|error: color::NotAColor| {
                problems.push(Diagnostic::error("unreadable-template", error.to_string()));
                color::PAPER
            })
        })
    };
    let primary = or_default("primary", &design.brand.primary);
    let accent = or_default("accent", &design.brand.accent);
    let palette = Palette::derive(Brand { primary, accent, highlight: own("highlight") });
    for change in palette.changes() {
        let name = if change.role == color::Role::AccentText { "accent" } else { "primary" };
        let message = format!(
            "the brand colour {} is too pale for text ({:?}); the brochure prints {} there",
            change.given, change.role, change.used
        );
        notes.warn(Diagnostic::warning("changed-color", message).at_path(format!("brand.colors.{name}")));
    }
    palette
}

fn leaflet(selection: &Selection<'_>, kit: &Kit, panels: Vec<Panel>) -> Leaflet {
    let reviewed = selection.review.last_reviewed.value().map(|date| (date.year(), date.month(), date.day()));
    Leaflet {
        language: selection.language.as_str().to_owned(),
        title: selection.say(&selection.title),
        publisher: selection.say(&selection.organization().name),
        reviewed,
        panels,
        fonts: Arc::clone(&kit.fonts),
    }
}

fn nearly_empty(panel: &Panel) -> Diagnostic {
    let (name, fill) = (&panel.name, (panel.fill * 100.0).round());
    Diagnostic::warning("nearly-empty", format!("panel `{name}` is filled to {fill} % only"))
        .help(format!("name more sections in `brochure.panels.{name}`"))
        .at_path(format!("brochure.panels.{name}"))
}

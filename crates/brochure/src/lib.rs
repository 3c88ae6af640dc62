//! The printed brochure of a service line, as a file for the screen: one page a panel, in the order in which a folded
//! brochure is read.
//!
//! Type and lines are laid out here (on parley), and the file is made with printpdf and finished with lopdf: tagged,
//! with bookmarks, links, language and title, so that it can be read by everybody (PDF/UA-1) and kept (PDF/A-2a).
//! Nothing is ever printed over something else, and nothing is lost: text that does not fit its panel is an error that
//! names the panel, the fields and the lines. [`press`] writes the same brochure for a commercial printer.
//!
//! Formats, tokens of the design, icons, fonts and phrases are data in `serviceline-templates`, and can be replaced.
//!
//! The other channels are crates of their own: `serviceline-html`, `serviceline-markdown`, `serviceline-script`.

pub mod art;
mod brand;
pub mod code;
pub mod color;
mod compose;
mod cover;
pub mod coverage;
pub mod design;
pub mod direction;
mod draft;
mod draw;
mod faces;
pub mod fit;
mod flow;
pub mod fonts;
pub mod format;
pub mod icons;
pub mod inks;
mod inline;
mod kit;
mod layout;
pub mod leaflet;
pub mod lines;
pub mod logo;
mod map;
mod medium;
mod memory;
pub mod ornament;
mod pages;
mod paint;
pub mod palette;
mod pdf;
pub mod picture;
pub mod press;
pub mod profile;
mod runs;
mod sections;
pub mod shape;
mod typeset;
pub mod unit;
mod wording;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use schemars::JsonSchema;
use serde::Deserialize;
use serviceline_core::words::Words;
use serviceline_core::{Channel, ChannelInfo, File, Notes, Report, Selection, Variant};
use serviceline_templates::Templates;

use crate::color::Ink;
use crate::compose::{Composer, leave_out_the_rest};
use crate::fit::FitReport;
use crate::kit::{Kit, KitKey};
use crate::layout::{Fitted, Layout};
use crate::leaflet::{Leaflet, Panel};
use crate::map::PanelMap;
use crate::pdf::subsets::Subsets;
use crate::sections::Writer;

/// The channel `brochure`.
///
/// It keeps fonts and what it made of them; make one and use it for all documents, from any thread. A clone shares them.
///
/// ```
/// use serviceline_core::Publisher;
///
/// let publisher = Publisher::default().with(serviceline_brochure::Brochure::default());
/// assert_eq!(publisher.channels().next().map(|channel| channel.suffix), Some(".pdf"));
/// ```
#[derive(Clone, Debug)]
pub struct Brochure {
    templates: Templates,
    kits: Arc<Mutex<BTreeMap<KitKey, Arc<Kit>>>>,
    subsets: Arc<Subsets>,
}

/// What a hospital may set under `brochure:` in `serviceline.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The design: the name of a file in `brochure/designs/`.
    pub design: String,
    /// In colour, or in black and greys for an office printer: `full` or `grey`.
    pub ink: Ink,
    /// The format that everything is printed in, whatever the content names: the name of a file in `brochure/formats/`.
    pub format: Option<String>,
    /// In how many languages the notices offer an interpreter.
    pub taglines: usize,
    /// What the file for the press is made with.
    pub press: press::setup::PressOptions,
}

impl Default for Options {
    fn default() -> Self {
        let press = press::setup::PressOptions::default();
        Self { design: "calm".to_owned(), ink: Ink::Full, format: None, taglines: 2, press }
    }
}

impl Default for Brochure {
    fn default() -> Self {
        Self::new(Templates::builtin())
    }
}

impl Brochure {
    /// The channel with a hospital's own templates.
    #[must_use]
    pub fn new(templates: Templates) -> Self {
        Self { templates, kits: Arc::default(), subsets: Arc::default() }
    }

    /// The kit of a design and of the faces that the organization brings, read once.
    fn kit(&self, selection: &Selection<'_>, options: &Options) -> Result<Arc<Kit>, Report> {
        let own = brand::faces(selection)?;
        let key = KitKey::new(&options.design, &own);
        let mut kits = self.kits.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kit) = kits.get(&key) {
            return Ok(Arc::clone(kit));
        }
        let kit = Arc::new(Kit::read(&self.templates, &options.design, &own)?);
        if kits.len() >= MOST_KITS {
            kits.clear();
        }
        kits.insert(key, Arc::clone(&kit));
        Ok(kit)
    }
}

/// Enough for the designs of several hospitals; beyond that all are forgotten, and read again when they are needed.
const MOST_KITS: usize = 16;

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
        let kit = self.kit(selection, options)?;
        let phrases = kit.phrases(selection.language.as_str())?;
        let mut problems = Vec::new();
        let map = PanelMap::new(&selection.brochure, options.format.as_deref(), &kit, &mut problems);
        let Some(map) = map else {
            return Err(layout::report(problems));
        };
        let design = kit.design(&map.format.family);
        let palette = brand::palette(selection.organization(), design, options.ink, notes, &mut problems);
        let dark = design.cover.dark && options.ink == Ink::Full;
        let mut composer = Composer::new(Writer::new(selection, phrases, notes, options.taglines), dark, options.ink);
        let layout = Layout { selection, kit: &kit, phrases, map: &map, design, palette: &palette };
        let fitted = layout.panels(&mut composer).map_err(|mut report| {
            report.extend(problems.clone());
            report
        });
        composer.note_left_out();
        let (unnamed, unused) = composer.reasons();
        let Fitted { panels, report, warnings } = fitted?;
        if !problems.is_empty() {
            return Err(layout::report(problems));
        }
        for warning in warnings {
            notes.warn(warning);
        }
        notes.account(report.account());
        leave_out_the_rest(selection, notes, &unnamed, &unused);
        Ok(leaflet(selection, &kit, &map, panels, report))
    }

    fn words<'d>(&self, document: &'d Leaflet, see: &mut dyn FnMut(&'d Words)) {
        document.words(see);
    }

    fn encode(&self, document: &Leaflet) -> Result<Vec<File>, Report> {
        let painted = paint::paint(document, &document.fonts);
        let bytes = pdf::finish::finish(document, painted, &document.fonts, &self.subsets)?;
        let info = self.info();
        Ok(vec![File { suffix: info.suffix.to_owned(), media_type: info.media_type, bytes }])
    }
}

fn leaflet(selection: &Selection<'_>, kit: &Kit, map: &PanelMap<'_>, panels: Vec<Panel>, fit: FitReport) -> Leaflet {
    let reviewed = selection.review.last_reviewed.value().map(|date| (date.year(), date.month(), date.day()));
    Leaflet {
        language: selection.language.as_str().to_owned(),
        title: selection.say(&selection.title),
        keywords: selection.conditions.iter().map(|condition| selection.say(&condition.name)).collect(),
        publisher: selection.say(&selection.organization().name),
        reviewed,
        format: map.name.to_owned(),
        sheet: map.format.sheet,
        sides: map.format.sides(map.stock),
        panels,
        fit,
        fonts: Arc::clone(&kit.fonts),
    }
}

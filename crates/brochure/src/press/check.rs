//! What keeps a job from being printed well: pictures with too few pixels, colours without inks.

use serviceline_core::model::Organization;
use serviceline_core::words::{Origin, Words};
use serviceline_core::{Diagnostic, Notes};

use crate::cover::covering;
use crate::leaflet::{Kid, Leaflet, Node, PlacedPicture};
use crate::press::setup::Tokens;
use crate::press::sheet::Sheet;
use crate::unit::Pt;

/// A picture as it is printed.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) file: String,
    pub(crate) panel: String,
    /// Pixels an inch.
    pub(crate) ppi: f32,
}

/// The resolution of every picture as it is printed. One with too few pixels is a warning, one with far too few an error.
pub(crate) fn resolutions(
    leaflet: &Leaflet,
    sheets: &[Sheet],
    tokens: &Tokens,
    bleed: Pt,
    notes: &mut Notes,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Shown> {
    let mut all = Vec::new();
    for sheet in sheets {
        for (number, left) in &sheet.panels {
            let Some(panel) = leaflet.panels.get(*number) else { continue };
            let reach = sheet.reach(panel, *left, bleed, tokens.wrap);
            let mut see = |placed: &PlacedPicture| {
                let window = reach.stretch(placed.window, panel.size);
                let area = if window == placed.window { placed.area } else { covering(window, placed.picture.size) };
                let ppi = placed.picture.size.0 as f32 / (area.width.0 / 72.0).max(f32::EPSILON);
                let found = |least: f32| too_coarse(&placed.picture.name, &panel.name, ppi, least, &placed.alt);
                if ppi < tokens.resolution.refuse {
                    problems.push(found(tokens.resolution.refuse));
                } else if ppi < tokens.resolution.warn {
                    let mut warning = found(tokens.resolution.warn);
                    warning.severity = serviceline_core::Severity::Warning;
                    notes.warn(warning);
                }
                all.push(Shown { file: placed.picture.name.to_string(), panel: panel.name.clone(), ppi });
            };
            panel.sections.iter().for_each(|section| pictures(section, &mut see));
        }
    }
    all
}

fn pictures(node: &Node, see: &mut dyn FnMut(&PlacedPicture)) {
    for kid in &node.kids {
        match kid {
            Kid::Node(node) => pictures(node, see),
            Kid::Picture(picture) => see(picture),
            Kid::Text(_) | Kid::Drawing(_) => {}
        }
    }
}

fn too_coarse(file: &str, panel: &str, ppi: f32, least: f32, alt: &Words) -> Diagnostic {
    let (ppi, panel) = (ppi.floor(), panel.replace('_', " "));
    let message = format!("{file} prints at {ppi} ppi on the {panel}: expected at least {least} ppi");
    let problem = Diagnostic::error("coarse-picture", message).help("use a picture with more pixels; 300 ppi is sharp");
    let field = alt.pieces().iter().find_map(|piece| match piece.origin() {
        Origin::Field(path) => Some(path.clone()),
        Origin::Phrase(_) => None,
    });
    match field {
        Some(path) => problem.at_path(path),
        None => problem,
    }
}

/// Brand colours that say how a screen shows them, but not how the press prints them.
pub(crate) fn inks_are_given(organization: &Organization, notes: &mut Notes) {
    for name in COLORS {
        let Some(color) = organization.brand.colors.get(name) else { continue };
        if color.rgb.is_some() && crate::inks::Inks::from_percent(&color.cmyk).is_none() {
            let message =
                format!("the brand colour `{name}` has no inks: the press prints what comes near its RGB value");
            let problem = Diagnostic::warning("missing-inks", message)
                .help("write its CMYK values in percent, as the brand book gives them: `cmyk: [92, 45, 42, 32]`");
            notes.warn(problem.at_path(format!("organization.brand.colors.{name}")));
        }
    }
}

/// The colours of a brand that a brochure is made of.
pub(crate) const COLORS: [&str; 3] = ["primary", "accent", "highlight"];

//! What a hospital sets about the look: its colours, its type faces, and the size of running text.

mod faces;

use serviceline_core::model::Organization;
use serviceline_core::{Diagnostic, Notes};

pub(crate) use self::faces::faces;
use crate::color::{Brand, Change, Color, Ink, NotAColor, PAPER, Rgb, Role};
use crate::design::Design;
use crate::inks::Inks;
use crate::palette::Palette;
use crate::unit::Pt;

/// Sizes of running text that are printed. Smaller is hard to read, larger belongs in another format.
const BODY: std::ops::RangeInclusive<f32> = 11.0..=18.0;
/// Text under this size is hard to read for many people.
const EASY: f32 = 12.0;

/// The size of running text that the author wants, or that of the design.
pub(crate) fn body(design: &Design, wanted: Option<f32>, problems: &mut Vec<Diagnostic>) -> Pt {
    match wanted {
        None => design.body,
        Some(size) if BODY.contains(&size) => Pt(size),
        Some(size) => {
            let (least, most) = (BODY.start(), BODY.end());
            let message = format!("expected text of {least} to {most} pt, found {size} pt");
            let problem = Diagnostic::error("text-size", message).help("12 pt is easy to read for most people");
            problems.push(problem.at_path("brochure.body_pt"));
            design.body
        }
    }
}

/// The report of running text that is printed smaller than is easy to read, because the author or the lack of room
/// wants it so.
pub(crate) fn small_text(size: Pt, wanted: Pt) -> Option<Diagnostic> {
    if size.0 >= EASY {
        return None;
    }
    let (message, help) = if size < wanted {
        let message = format!("running text is printed in {} pt: in {} pt it does not fit", size.0, wanted.0);
        (message, "name fewer sections in `brochure.panels`, or give long texts a `short`")
    } else {
        (format!("running text is printed in {} pt", size.0), "12 pt is easy to read for most people")
    };
    Some(Diagnostic::warning("text-size", message).help(help).at_path("brochure.body_pt"))
}

/// The colours of the organization. One that had to give way to legibility is reported.
pub(crate) fn palette(
    organization: &Organization,
    design: &Design,
    ink: Ink,
    notes: &mut Notes,
    problems: &mut Vec<Diagnostic>,
) -> Palette {
    if ink == Ink::Grey {
        return Palette::grey();
    }
    let own = |name: &str| color(organization.brand.colors.get(name)?);
    let mut or_default = |name: &str, default: &str| {
        own(name).unwrap_or_else(|| {
            let unread = |error: NotAColor| {
                problems.push(Diagnostic::error("unreadable-template", error.to_string()));
                PAPER
            };
            default.parse().map_or_else(unread, Rgb::into)
        })
    };
    let primary = or_default("primary", &design.brand.primary);
    let accent = or_default("accent", &design.brand.accent);
    let has_own = own("primary").is_some() || own("accent").is_some();
    let default = design.brand.highlight.as_ref().filter(|_| !has_own);
    let highlight = own("highlight").or_else(|| default.map(|default| or_default("highlight", default)));
    let palette = Palette::derive(Brand { primary, accent, highlight }, design.ground);
    for (name, roles) in USES {
        let changes: Vec<&Change> = palette.changes().iter().filter(|change| roles.contains(&change.role)).collect();
        if let Some(change) = changes.last() {
            notes.warn(changed(name, change));
        }
    }
    palette
}

/// The colours that a brand gives, each as screens and as the press show it.
pub(crate) fn colors(brand: &serviceline_core::model::Brand) -> Vec<Color> {
    brand.colors.values().filter_map(color).collect()
}

fn color(given: &serviceline_core::model::BrandColor) -> Option<Color> {
    let color = Color::from(Rgb::from_bytes(given.rgb.as_ref()?.rgb()));
    Some(Color { inks: Inks::from_percent(&given.cmyk).unwrap_or(color.inks), ..color })
}

/// Where the colours of a brand carry text or stand behind it.
const USES: [(&str, &[Role]); 3] =
    [("primary", &[Role::Brand, Role::BrandGround]), ("accent", &[Role::AccentText]), ("highlight", &[Role::Hi])];

fn changed(name: &str, change: &Change) -> Diagnostic {
    let Change { given, used, .. } = change;
    let (is, dark) = if name == "highlight" {
        ("too dark for a ground that carries black text", "pale")
    } else {
        ("too pale for text and for grounds that carry white text", "dark")
    };
    let message = format!("the brand colour `{name}`, {given}, is {is}");
    Diagnostic::warning("changed-color", message)
        .help(format!("the brochure prints {used} in its place; a colour as {dark} as that is printed as given"))
        .at_path(format!("organization.brand.colors.{name}"))
}

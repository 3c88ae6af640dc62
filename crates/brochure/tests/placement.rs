//! Where text stands: within the panel, and on nothing else, or the brochure is refused.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::cell::RefCell;
use std::sync::LazyLock;

use common::{FORMATS, Unpainted};
use proptest::prelude::*;
use serviceline_brochure::leaflet::{Leaflet, Panel, PlacedText};
use serviceline_core::source::Source;
use serviceline_core::{Date, Manuscript, Publisher, Purpose, Text};
use serviceline_specimen::content;

const DESIGNS: [&str; 3] = ["calm", "bold", "warm"];

/// Type keeps this far from the trim, in points.
const SAFE: f32 = 12.0;

thread_local! {
    /// What was wrong with the layouts of this thread's test.
    static FAULTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Writes down what is wrong with a layout.
fn measure(document: &Leaflet) {
    FAULTS.with_borrow_mut(|all| all.extend(document.panels.iter().flat_map(faults)));
}

/// A line of text: its ends, its baseline, its size, and what it says.
struct Placed {
    left: f32,
    right: f32,
    baseline: f32,
    size: f32,
    text: String,
}

fn lines(text: &PlacedText) -> Vec<Placed> {
    let shaped = &text.text.shaped;
    let size = shaped.spans.iter().map(|span| span.size.0).fold(0.0, f32::max);
    let said = |at: usize| shaped.glyphs.get(at).map(|glyph| &shaped.text[glyph.text.clone()]);
    let line = |(index, line): (usize, &serviceline_brochure::lines::Line)| Placed {
        left: (text.at.0 + line.indent).0,
        right: (text.at.0 + line.indent + line.width).0,
        baseline: text.baseline(index).0,
        size,
        text: line.glyphs.clone().filter_map(said).collect(),
    };
    text.text.lines.iter().enumerate().map(line).collect()
}

/// Lines that come too near to the trim, and pairs of lines that lie on each other.
fn faults(panel: &Panel) -> Vec<String> {
    let mut placed = Vec::new();
    for section in &panel.sections {
        section.texts(&mut |text| placed.extend(lines(text)));
    }
    placed.extend(panel.running.iter().flat_map(lines));
    let (width, height) = (panel.size.0.0, panel.size.1.0);
    let mut faults = Vec::new();
    for (at, line) in placed.iter().enumerate() {
        let inside = line.left >= SAFE && line.right <= width - SAFE;
        if !inside || line.baseline - line.size * 0.6 < SAFE || line.baseline > height - SAFE {
            faults.push(format!("{}: {:?} comes too near to the trim", panel.name, line.text));
        }
        for other in &placed[at + 1..] {
            let beside = line.right <= other.left + 0.01 || other.right <= line.left + 0.01;
            // Letters of one line stand above the baseline of the line before it by more than half their size.
            let apart = (line.baseline - other.baseline).abs() >= line.size.min(other.size) * 0.7;
            if !beside && !apart {
                faults.push(format!("{}: {:?} lies on {:?}", panel.name, line.text, other.text));
            }
        }
    }
    faults
}

static PUBLISHER: LazyLock<Publisher> =
    LazyLock::new(|| common::named(&["html", "markdown", "script", "press"]).with(Unpainted(measure)));

/// Lays a service line out, and holds that either nothing is wrong with it or that it is refused with the names of its fields.
fn check(manuscript: Manuscript, design: &str) -> bool {
    let settings = format!("brochure:\n  design: {design}\n");
    let manuscript = manuscript.with_settings(&Source::new("serviceline.yaml", settings));
    let today = Date::new(2026, 10, 1).unwrap();
    let edition = PUBLISHER.prepare(&manuscript, Purpose::Publication, today).unwrap_or_else(|r| panic!("{r}"));
    match PUBLISHER.publish("brochure", &edition) {
        Ok(_) => {
            let faults = FAULTS.take();
            assert!(faults.is_empty(), "{design}, {:?}: {faults:#?}", manuscript.service().brochure.format);
            true
        }
        Err(report) => {
            for problem in report.diagnostics() {
                assert!(["overset", "long-address"].contains(&problem.code) && problem.path.is_some(), "{report}");
            }
            false
        }
    }
}

#[test]
fn all_text_stands_within_its_panel_and_on_no_other() {
    for format in FORMATS {
        for design in DESIGNS {
            for id in ["spine-cancer", "sleep-medicine"] {
                let manuscript = common::manuscript(id);
                let (mut service, organization) = (manuscript.service().clone(), manuscript.organization().clone());
                service.brochure.format = Some(format.to_owned());
                if format != "trifold-letter" {
                    service.brochure.panels.clear();
                }
                assert!(check(common::with_assets(Manuscript::new(service, organization)), design), "{id} {format}");
            }
        }
    }
}

#[test]
fn text_that_is_read_from_the_right_stands_within_its_panel_too() {
    let file = common::manuscript_at("tests/corpus/languages/interpreters.yaml");
    let fonts = format!("{}/../../tests/corpus/languages/fonts", env!("CARGO_MANIFEST_DIR"));
    for (format, design) in FORMATS.iter().zip(DESIGNS.iter().cycle()) {
        let (mut service, organization) = (file.service().clone(), file.organization().clone());
        service.brochure.format = Some((*format).to_owned());
        let mut manuscript = Manuscript::new(service, organization);
        for font in std::fs::read_dir(&fonts).unwrap() {
            let font = font.unwrap();
            let name = format!("fonts/{}", font.file_name().to_string_lossy());
            manuscript = manuscript.with_asset(name, std::fs::read(font.path()).unwrap());
        }
        assert!(check(manuscript, design), "{format}");
    }
}

/// A word that may be longer than a line, an address in it, or a number that nothing may divide.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![8 => "[a-z]{1,9}", 1 => "[a-z]{20,60}", 1 => "[a-z]{5,12}/[a-z]{5,20}/[a-z]{5,20}", 1 => "[0-9]{1,12}"]
}

fn sentence(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 1..most).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_content_stands_within_its_panels_or_is_refused(
        specimen in content(), format in 0..FORMATS.len(), design in 0..DESIGNS.len(),
    ) {
        let mut service = specimen.service;
        service.brochure.format = Some(FORMATS[format].to_owned());
        service.brochure.panels.clear();
        check(Manuscript::new(service, specimen.organization), DESIGNS[design]);
    }

    #[test]
    fn any_words_in_a_real_brochure_stand_within_its_panels_or_are_refused(
        title in sentence(5), heading in sentence(8), body in sentence(60), address in "[a-z]{1,10}(/[a-z-]{1,14}){0,3}",
        format in 0..FORMATS.len(), design in 0..DESIGNS.len(), reasons in 0..7usize,
    ) {
        let manuscript = common::manuscript("spine-cancer");
        let (mut service, mut organization) = (manuscript.service().clone(), manuscript.organization().clone());
        service.brochure.format = Some(FORMATS[format].to_owned());
        service.brochure.panels.clear();
        service.title = Text::from(title.as_str());
        service.reasons.truncate(reasons.max(1));
        service.reasons[0].title = Text::from(heading.as_str());
        service.reasons[0].body = Text::from(body.as_str());
        service.reasons[0].short = None;
        for link in service.links.iter_mut().chain(&mut organization.links) {
            link.url = format!("/{address}").parse::<serviceline_core::model::Url>().unwrap().into();
        }
        check(common::with_assets(Manuscript::new(service, organization)), DESIGNS[design]);
    }
}

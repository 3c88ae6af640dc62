//! The panel map: which sections stand on which panel.

use std::collections::BTreeMap;

use serviceline_core::Diagnostic;
use serviceline_core::model::BrochureContent;
use serviceline_core::nearest::advice;

use crate::format::{Format, Stock};
use crate::kit::Kit;

/// The names of sections for each panel of a format, in reading order.
#[derive(Debug)]
pub(crate) struct PanelMap<'m> {
    /// The name of the format.
    pub(crate) name: &'m str,
    pub(crate) format: &'m Format,
    pub(crate) stock: Stock,
    pub(crate) panels: Vec<(&'m str, Vec<Name<'m>>)>,
    /// The map is that of the format: a section that the content lacks is no mistake of its author.
    pub(crate) is_default: bool,
}

/// The name of a section, or of some of its items: `reasons`, or `reasons.experience` and `reasons.team`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name<'m> {
    pub(crate) section: &'m str,
    pub(crate) items: Vec<&'m str>,
    /// As the author wrote it.
    pub(crate) path: &'m str,
    /// Where it stands in the list of its panel.
    pub(crate) index: usize,
}

/// The format of a service line that names none.
const DEFAULT: &str = "trifold-letter";

/// Sections that are lists: neighbours in a map that name items of the same one are one section.
const LISTS: [&str; 7] = ["conditions", "tests", "treatments", "reasons", "team", "faqs", "urgent"];

impl<'m> PanelMap<'m> {
    /// The author's map, or that of the format.
    pub(crate) fn new(content: &'m BrochureContent, kit: &'m Kit, problems: &mut Vec<Diagnostic>) -> Option<Self> {
        let name = content.format.as_deref().unwrap_or(DEFAULT);
        let Some(format) = kit.formats.get(name) else {
            let known: Vec<&str> = kit.formats.keys().map(String::as_str).collect();
            problems.push(unknown("unknown-format", "format", name, &known).at_path("brochure.format"));
            return None;
        };
        let stock = match content.paper.as_deref() {
            None | Some("text") => Stock::Text,
            Some("cover") => Stock::Cover,
            Some(other) => {
                problems.push(unknown("unknown-paper", "paper", other, &["text", "cover"]).at_path("brochure.paper"));
                Stock::Text
            }
        };
        let is_default = content.panels.is_empty();
        let map = if is_default { kit.maps.get(&format.map)? } else { &content.panels };
        check_panels(map, format, problems);
        let reading = format.reading().iter().map(String::as_str);
        let panels = reading.map(|panel| (panel, map.get(panel).map(|names| grouped(names)).unwrap_or_default()));
        Some(Self { name, format, stock, panels: panels.collect(), is_default })
    }
}

fn check_panels(map: &BTreeMap<String, Vec<String>>, format: &Format, problems: &mut Vec<Diagnostic>) {
    let known: Vec<&str> = format.reading().iter().map(String::as_str).collect();
    for panel in map.keys().filter(|panel| !known.contains(&panel.as_str())) {
        problems.push(unknown("unknown-panel", "panel", panel, &known).at_path(format!("brochure.panels.{panel}")));
    }
}

fn grouped(names: &[String]) -> Vec<Name<'_>> {
    let mut grouped: Vec<Name<'_>> = Vec::new();
    for (index, path) in names.iter().enumerate() {
        let (section, item) = path.split_once('.').unwrap_or((path, ""));
        let is_item = LISTS.contains(&section) && !item.is_empty();
        match grouped.last_mut() {
            Some(last) if is_item && last.section == section && !last.items.is_empty() => {
                last.items.push(item);
            }
            _ => {
                let items = if item.is_empty() { Vec::new() } else { vec![item] };
                grouped.push(Name { section, items, path, index });
            }
        }
    }
    grouped
}

/// A name that nothing has.
pub(crate) fn unknown(code: &'static str, kind: &str, found: &str, known: &[&str]) -> Diagnostic {
    let problem = Diagnostic::error(code, format!("there is no {kind} `{found}`"));
    match advice(found, known) {
        Some(advice) => problem.help(advice),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_items_of_a_list_are_one_section() {
        let names = ["reasons.experience", "reasons.team", "journey.before.bring", "tests"].map(str::to_owned);
        let grouped = grouped(&names);
        assert_eq!(grouped.len(), 3);
        assert_eq!((grouped[0].section, &*grouped[0].items), ("reasons", ["experience", "team"].as_slice()));
        assert_eq!((grouped[1].section, &*grouped[1].items), ("journey", ["before.bring"].as_slice()));
    }
}

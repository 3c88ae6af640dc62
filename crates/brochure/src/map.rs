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
    /// As the author wrote it, without what follows it.
    pub(crate) path: &'m str,
    /// Where it stands in the list of its panel.
    pub(crate) index: usize,
    /// `short` or `keep` follows it.
    pub(crate) wording: Wording,
    /// `> panel` follows it: where it moves if its own panel is too full.
    pub(crate) to: Option<&'m str>,
    /// `room` follows it: it is left out where there is no room for it, a list from its last item on.
    pub(crate) room: bool,
}

/// The wording of a section's texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Wording {
    /// The full one, or the short one where there is no room for it.
    #[default]
    Fitting,
    /// The short one, and a list in lines: `short`.
    Short,
    /// The full one, whatever the room: `keep`.
    Full,
}

/// The format of a service line that names none.
const DEFAULT: &str = "trifold-letter";

/// Sections that are lists: neighbours in a map that name items of the same one are one section.
const LISTS: [&str; 9] =
    ["conditions", "tests", "treatments", "reasons", "team", "faqs", "testimonials", "urgent", "locations"];

impl<'m> PanelMap<'m> {
    /// The author's map, or that of the format. `format` is printed whatever the author names.
    pub(crate) fn new(
        content: &'m BrochureContent,
        format: Option<&'m str>,
        kit: &'m Kit,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let own = content.format.as_deref().unwrap_or(DEFAULT);
        let name = format.unwrap_or(own);
        let Some(format) = kit.formats.get(name) else {
            let known: Vec<&str> = kit.formats.keys().map(String::as_str).collect();
            let path = if format.is_some() { "serviceline.brochure.format" } else { "brochure.format" };
            problems.push(unknown("unknown-format", "format", name, &known).at_path(path));
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
        // The author's panels are those of the format that the author names.
        let is_default = content.panels.is_empty() || name != own;
        let map = if is_default { kit.maps.get(&format.map)? } else { &content.panels };
        check_panels(map, format, is_default, problems);
        let asked = |name: &Listed<'_>| !name.optional || is_asked(name.path, content);
        let panels = format.reading().into_iter().map(|panel| {
            let names = map.get(panel).map(|names| grouped(names, &asked)).unwrap_or_default();
            (panel, names)
        });
        Some(Self { name, format, stock, panels: panels.collect(), is_default })
    }
}

fn check_panels(
    map: &BTreeMap<String, Vec<String>>,
    format: &Format,
    is_default: bool,
    problems: &mut Vec<Diagnostic>,
) {
    let known = format.reading();
    let mut check = |panel: &str, path: String| {
        if !known.contains(&panel) {
            let problem = unknown("unknown-panel", "panel", panel, &known);
            problems.push(if is_default { problem } else { problem.at_path(path) });
        }
    };
    for (panel, names) in map {
        check(panel, format!("brochure.panels.{panel}"));
        for (index, name) in names.iter().enumerate() {
            if let Some(to) = Listed::new(name).to {
                check(to, format!("brochure.panels.{panel}[{index}]"));
            }
        }
    }
}

/// An entry of a panel's list: `name`, then perhaps `short` or `keep`, `opt`, `room` and `> panel`.
struct Listed<'m> {
    path: &'m str,
    wording: Wording,
    optional: bool,
    room: bool,
    to: Option<&'m str>,
}

impl<'m> Listed<'m> {
    fn new(entry: &'m str) -> Self {
        let (name, to) = entry.split_once('>').map_or((entry, None), |(name, to)| (name, Some(to.trim())));
        let mut listed = Self { path: name.trim(), wording: Wording::Fitting, optional: false, room: false, to };
        while let Some((path, mark)) = listed.path.rsplit_once(' ') {
            match mark {
                "short" => listed.wording = Wording::Short,
                "keep" => listed.wording = Wording::Full,
                "opt" => listed.optional = true,
                "room" => listed.room = true,
                _ => break,
            }
            listed.path = path.trim();
        }
        listed
    }
}

/// Whether the author's own map, drawn up for another format perhaps, asks for a section or for items of it. An author who
/// draws up none asks for everything.
fn is_asked(path: &str, content: &BrochureContent) -> bool {
    if content.panels.is_empty() {
        return true;
    }
    let mut asked = content.panels.values().flatten().map(|entry| Listed::new(entry).path);
    asked.any(|entry| {
        entry.strip_prefix(path).is_some_and(|rest| rest.is_empty() || (LISTS.contains(&path) && rest.starts_with('.')))
    })
}

fn grouped<'m>(names: &'m [String], asked: &dyn Fn(&Listed<'m>) -> bool) -> Vec<Name<'m>> {
    let mut grouped: Vec<Name<'_>> = Vec::new();
    let listed = names.iter().map(|entry| Listed::new(entry)).enumerate();
    for (index, Listed { path, wording, to, room, .. }) in listed.filter(|(_, name)| asked(name)) {
        let (section, item) = path.split_once('.').unwrap_or((path, ""));
        let is_item = LISTS.contains(&section) && !item.is_empty();
        let alike = |last: &&mut Name<'_>| {
            is_item
                && last.section == section
                && !last.items.is_empty()
                && (last.wording, last.room, last.to) == (wording, room, to)
        };
        if let Some(last) = grouped.last_mut().filter(alike) {
            last.items.push(item);
        } else {
            let items = if item.is_empty() { Vec::new() } else { vec![item] };
            grouped.push(Name { section, items, path, index, wording, to, room });
        }
    }
    grouped
}

impl Name<'_> {
    /// Whether it names a list, or items of one.
    pub(crate) fn is_list(&self) -> bool {
        LISTS.contains(&self.section)
    }
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

    use Wording::{Fitting, Full, Short};

    fn check(entries: &[&str], expect: &[(&str, &[&str], Wording, Option<&str>)]) {
        let entries: Vec<String> = entries.iter().map(|entry| (*entry).to_owned()).collect();
        let names = grouped(&entries, &|name| !name.optional);
        let found: Vec<_> = names.iter().map(|n| (n.section, &*n.items, n.wording, n.to)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn neighbouring_items_of_a_list_are_one_section() {
        check(
            &["reasons.experience", "reasons.team", "journey.before.bring", "tests"],
            &[
                ("reasons", &["experience", "team"], Fitting, None),
                ("journey", &["before.bring"], Fitting, None),
                ("tests", &[], Fitting, None),
            ],
        );
    }

    #[test]
    fn a_name_can_be_short_kept_optional_and_moved() {
        check(
            &["summary keep", "reasons short", "faqs opt", "tests > inside_center", "team short>back"],
            &[
                ("summary", &[], Full, None),
                ("reasons", &[], Short, None),
                ("tests", &[], Fitting, Some("inside_center")),
                ("team", &[], Short, Some("back")),
            ],
        );
    }
}

//! From a selection to a draft: which sections stand on which panel, and in which words.

mod cover;

use std::collections::BTreeSet;

use serviceline_core::words::Words;
use serviceline_core::{Diagnostic, Notes, Selection};

use crate::color::Ink;
use crate::design::Design;
use crate::draft::{Block, CoverDraft, Draft, PanelDraft, Section};
use crate::map::{Name, PanelMap, Wording};
use crate::sections::{SMALL_PRINT, Writer};

/// What gives way because there is no room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Paths of the texts that are said in their short wording.
    pub(crate) short: BTreeSet<String>,
    /// Names of sections, and of items of lists, that are not printed.
    pub(crate) left_out: BTreeSet<String>,
}

/// What the author set and the format gives, put into words.
pub(crate) struct Composer<'c, 'e> {
    pub(crate) writer: Writer<'c, 'e>,
    left_out: BTreeSet<String>,
    pub(crate) problems: Vec<Diagnostic>,
    /// The ground of the cover is dark.
    pub(crate) dark: bool,
    ink: Ink,
}

impl<'c, 'e> Composer<'c, 'e> {
    pub(crate) fn new(writer: Writer<'c, 'e>, dark: bool, ink: Ink) -> Self {
        Self { writer, left_out: BTreeSet::new(), problems: Vec::new(), dark, ink }
    }

    /// The draft of the whole brochure.
    ///
    /// It can be composed again with another choice.
    pub(crate) fn draft(&mut self, map: &PanelMap<'_>, design: &Design, choice: &Choice) -> Draft {
        self.writer.selection.restart();
        self.writer.short.clone_from(&choice.short);
        self.left_out.clone_from(&choice.left_out);
        self.writer.lenient = map.is_default;
        self.writer.pages = map.format.pages().is_some();
        self.problems.clear();
        let has_sources = map.panels.iter().any(|(_, names)| names.iter().any(is_sources));
        let mut panels = Vec::new();
        for (panel, names) in &map.panels {
            let cited = self.writer.cited();
            let is_cover = names.iter().any(|name| matches!(name.section, "title" | "cover"));
            let cover = is_cover.then(|| self.cover(names, panel));
            let mut written: Written = Vec::new();
            for (at, name) in names.iter().enumerate().filter(|(_, name)| !is_cover && !is_sources(name)) {
                written.push((at, self.section(name, panel, map.is_default)));
            }
            if !has_sources {
                // Nobody asked for a list of sources, so each panel notes those that it cites first.
                written.push((names.len(), vec![self.writer.sources_from(cited + 1)]));
            }
            panels.push((cover, written));
        }
        // Sources are numbered by the claims that are made, wherever the list of them stands.
        for ((panel, names), (_, written)) in map.panels.iter().zip(&mut panels) {
            for (at, name) in names.iter().enumerate().filter(|(_, name)| is_sources(name)) {
                written.push((at, self.section(name, panel, map.is_default)));
            }
            written.sort_by_key(|(at, _)| *at);
        }
        let named = map.panels.iter().zip(panels);
        Draft { panels: named.filter_map(|((panel, names), parts)| placed(map, panel, names, parts, design)).collect() }
    }

    fn section(&mut self, name: &Name<'_>, panel: &str, is_default: bool) -> Vec<Section> {
        if matches!(name.section, "title" | "cover") {
            let message = format!("`{}` can stand on the cover only", name.path);
            self.problems.push(Diagnostic::error("unknown-section", message).at_path(place_of(name, panel)));
            return Vec::new();
        }
        let Some((name, expendable)) = self.kept(name) else {
            return Vec::new();
        };
        let mut sections = self.writer.section(&name).unwrap_or_else(|problem| {
            if !is_default {
                self.problems.push(problem.at_path(place_of(&name, panel)));
            }
            Vec::new()
        });
        for section in &mut sections {
            name.path.clone_into(&mut section.entry);
            section.to = name.to.map(str::to_owned);
            section.expendable.clone_from(&expendable);
        }
        sections
    }

    /// What is left of a name without what is left out for lack of room, and what of it would be left out next.
    fn kept<'n>(&self, name: &Name<'n>) -> Option<(Name<'n>, Option<String>)>
    where
        'c: 'n,
    {
        let mut name = name.clone();
        if !name.room {
            return Some((name, None));
        }
        if !name.is_list() {
            let expendable = name.path.to_owned();
            return (!self.left_out.contains(&expendable)).then_some((name, Some(expendable)));
        }
        if name.items.is_empty() {
            name.items = self.writer.items(name.section);
        }
        let path = |item: &str| format!("{}.{item}", name.section);
        name.items.retain(|item| !self.left_out.contains(&path(item)));
        let heaviest = || name.items.iter().copied().max_by_key(|item| self.writer.weight(name.section, item));
        let first_to_go = if name.wording == Wording::Short { heaviest() } else { name.items.last().copied() };
        let expendable = path(first_to_go?);
        Some((name, Some(expendable)))
    }

    /// Why something is left out that the map does not name, and why something that nothing refers to.
    pub(crate) fn reasons(&self) -> (String, String) {
        let reason = |key| self.writer.reason(key);
        (reason("left_out.map"), reason("left_out.unused"))
    }

    /// The notes of all gaps, which a draft shows on a page of its own.
    pub(crate) fn gaps(&self) -> Section {
        let s = self.writer.selection;
        let mut section = Section::default();
        section.heading(self.writer.phrase("draft.gaps"));
        let gaps = s.gaps();
        if gaps.is_empty() {
            section.text(crate::design::TextRole::Body, self.writer.phrase("draft.none"));
        }
        section.list(crate::draft::ListKind::Plain, gaps);
        section
    }
}

impl Composer<'_, '_> {
    /// Notes the fields of what is left out for lack of room. Compose everything else first.
    pub(crate) fn note_left_out(&mut self) {
        let reason = self.writer.reason("left_out.room");
        for name in std::mem::take(&mut self.left_out) {
            let (section, item) = name.split_once('.').unwrap_or((&name, ""));
            let items = if item.is_empty() { Vec::new() } else { vec![item] };
            let name = Name { section, items, path: &name, index: 0, wording: Wording::Fitting, to: None, room: false };
            let written = self.writer.section(&name).unwrap_or_default();
            let mut fields = Vec::new();
            for section in &written {
                section.words(&mut |words| fields.push(words.clone()));
            }
            for piece in fields.iter().flat_map(Words::pieces) {
                piece.fields().for_each(|field| self.writer.notes.leave_out_field(field, &reason));
            }
        }
    }
}

/// The sections that each name of a panel has written, with the place of the name in the map.
type Written = Vec<(usize, Vec<Section>)>;

/// Where a name stands in the author's map.
fn place_of(name: &Name<'_>, panel: &str) -> String {
    format!("brochure.panels.{panel}[{}]", name.index)
}

fn is_sources(name: &Name<'_>) -> bool {
    name.section == "sources"
}

/// The draft of a panel. Sections that close it and are small print stand at its foot; the others hang from its top.
fn placed(
    map: &PanelMap<'_>,
    panel: &str,
    names: &[Name<'_>],
    (cover, written): (Option<CoverDraft>, Written),
    design: &Design,
) -> Option<PanelDraft> {
    let mut place = map.format.place(panel, map.stock)?;
    place.side += design.inset;
    place.measure -= design.inset * 2.0;
    let closing = || names.iter().rev().take_while(|name| SMALL_PRINT.contains(&name.section));
    // Notes alone stand directly under what they are notes to.
    let is_panel = map.format.pages().is_none();
    let small = if !is_panel || closing().all(is_sources) { 0 } else { closing().count() };
    let above = names.len() - small;
    let (above, foot): (Written, Written) =
        written.into_iter().partition(|(at, _)| *at < above || (small == 0 && *at == names.len()));
    let flat = |parts: Written| -> Vec<Section> {
        let sections = parts.into_iter().flat_map(|(_, sections)| sections);
        sections.filter(|section| !section.is_empty()).collect()
    };
    Some(PanelDraft { name: panel.to_owned(), place, cover, sections: joined(flat(above)), foot: flat(foot) })
}

/// What belongs together in one box: all ways to make contact that follow one another, and notes with what they are about.
fn joined(sections: Vec<Section>) -> Vec<Section> {
    let mut joined: Vec<Section> = Vec::new();
    for section in sections {
        let has_heading = matches!(section.blocks.first(), Some(Block::Heading(_)));
        match joined.last_mut() {
            Some(last) if section.name == "sources" && !last.is_emergency() => last.blocks.extend(section.blocks),
            Some(last) if section.name == "contact" && last.name == "contact" && !has_heading => {
                last.expendable = section.expendable.or(last.expendable.take());
                last.blocks.extend(section.blocks);
            }
            // Below the number to call it is one more line about calling, and needs no head.
            Some(last) if section.name == "referral" && last.name == "contact" => {
                last.expendable = section.expendable.or(last.expendable.take());
                let body = section.blocks.into_iter().filter(|block| !matches!(block, Block::Heading(_)));
                last.blocks.extend(body);
            }
            _ => joined.push(section),
        }
    }
    joined
}

/// Everything that was neither printed nor left out for a reason of its own is not named by the map.
pub(crate) fn leave_out_the_rest(selection: &Selection<'_>, notes: &mut Notes, reason: &str, unused: &str) {
    notes.leave_out_all(&**selection, reason);
    let organization = selection.organization();
    notes.leave_out_all(&organization.notices, reason);
    notes.leave_out_all(organization, unused);
}

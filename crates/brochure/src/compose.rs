//! From a selection to a draft: which sections stand on which panel, and in which words.

use std::collections::BTreeSet;
use std::sync::Arc;

use serviceline_core::model::{Image, PhoneRef};
use serviceline_core::words::Words;
use serviceline_core::{Diagnostic, Fact, Leaf, Notes, Selection, Text};

use crate::design::Design;
use crate::draft::{Block, CoverDraft, CoverLogo, Draft, PanelDraft, Section};
use crate::logo::{Logo, On};
use crate::map::{Name, PanelMap, unknown};
use crate::picture::Picture;
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
}

/// The cover's own names in a map.
const ON_COVER: [&str; 4] = ["title", "cover", "plain_name", "main_message"];
/// What can stand below the title.
const BELOW_TITLE: [&str; 3] = ["one_line", "main_message", "plain_name"];

impl<'c, 'e> Composer<'c, 'e> {
    pub(crate) fn new(writer: Writer<'c, 'e>, dark: bool) -> Self {
        Self { writer, left_out: BTreeSet::new(), problems: Vec::new(), dark }
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
        let first_to_go = if name.short { heaviest() } else { name.items.last().copied() };
        let expendable = path(first_to_go?);
        Some((name, Some(expendable)))
    }

    fn cover(&mut self, names: &[Name<'_>], panel: &str) -> CoverDraft {
        let s = self.writer.selection;
        let has = |section: &str| names.iter().any(|name| name.section == section && name.items.is_empty());
        for name in names.iter().filter(|name| !ON_COVER.contains(&name.section) || !name.items.is_empty()) {
            let problem = unknown("unknown-section", "section of the cover", name.path, &ON_COVER);
            self.problems.push(problem.at_path(place_of(name, panel)));
        }
        let mut cover = CoverDraft { name: s.say(&s.organization().name), ..CoverDraft::default() };
        cover.logo = self.logo(&cover.name);
        if s.is_draft() {
            cover.kicker = s.phrase("draft.notice");
        } else if has("plain_name") {
            cover.kicker = s.say(&s.plain_name);
        }
        if has("title") {
            cover.title = s.say(&s.title);
        }
        if has("cover") {
            self.cover_parts(&mut cover);
        }
        if let Some(name) = names.iter().find(|name| name.path == "main_message")
            && let Some((_, expendable)) = self.kept(name)
        {
            cover.message = self.writer.say(&s.main_message);
            cover.expendable = expendable;
        }
        cover
    }

    fn cover_parts(&mut self, cover: &mut CoverDraft) {
        let s = self.writer.selection;
        let settings = &s.brochure.cover;
        let below = settings.text.as_deref().unwrap_or("one_line");
        let text: Option<&Text> = match below {
            "one_line" => Some(&s.one_line),
            "main_message" => Some(&s.main_message),
            "plain_name" => Some(&s.plain_name),
            _ => None,
        };
        if let Some(text) = text {
            cover.lead = self.writer.say(text);
        } else {
            let problem = unknown("unknown-section", "text for the cover", below, &BELOW_TITLE);
            self.problems.push(problem.at_path("brochure.cover.text"));
        }
        let own = settings.phone.clone().map(Fact::<PhoneRef>::from);
        let at = own.as_ref().unwrap_or(&s.contact.appointments);
        cover.phone = s.phone_at(at).map_or_else(|| s.gap_of(at), |phone| s.phone(phone));
        if own.is_none() {
            // The reference itself is said by saying its number.
            cover.phone = s.phone_number(at);
        }
        cover.call = self.writer.phrase("cover.call");
        self.cover_picture(cover);
    }

    fn cover_picture(&mut self, cover: &mut CoverDraft) {
        let s = self.writer.selection;
        let Some(id) = s.brochure.cover.image.as_deref() else {
            return;
        };
        let Some(image) = s.images.iter().find(|image| image.id.as_str() == id) else {
            if !s.edition().images.iter().any(|image| image.id.as_str() == id) {
                let known: Vec<&str> = s.edition().images.iter().map(|image| image.id.as_str()).collect();
                self.problems.push(unknown("unknown-reference", "picture", id, &known).at_path("brochure.cover.image"));
            }
            return;
        };
        let details = self.writer.reason("left_out.details");
        self.writer.notes.leave_out(&image.caption, &details);
        self.writer.notes.leave_out(&image.credit, &details);
        let missing = self.writer.reason("left_out.cover_picture");
        // Counts only if the picture does not come to stand on the cover after all.
        self.writer.notes.leave_out(&image.alt, &missing);
        cover.picture = self.picture(image).map(|picture| (picture, s.say(&image.alt)));
    }

    /// The logo, with its alternative text: on a dark ground the one that is made for it, or the other in one colour.
    fn logo(&mut self, name: &Words) -> Option<(CoverLogo, Words)> {
        let s = self.writer.selection;
        let brand = &s.organization().brand;
        let own = brand.logo_dark.as_ref().filter(|_| self.dark);
        let on = if self.dark && own.is_none() { On::Brand } else { On::Its };
        let logo = own.or(brand.logo.as_ref())?;
        let asset = s.edition().asset(&logo.file)?;
        let alt = self.writer.phrase_with("logo.alt", &[("name", name)]);
        if image::guess_format(&asset.bytes).is_ok() {
            let read = asset.made(Picture::read);
            return match &*read {
                Ok(picture) => Some((CoverLogo::Picture(picture.named(&logo.file)), alt)),
                Err(error) => self.bad_logo(&logo.file, &error.to_string()),
            };
        }
        let read = asset.made(|file: &Arc<[u8]>| Logo::read(file).map(Arc::new));
        match &*read {
            Ok(drawing) => Some((CoverLogo::Drawing(Arc::clone(drawing), on, crate::brand::colors(brand)), alt)),
            Err(error) => self.bad_logo(&logo.file, &error.to_string()),
        }
    }

    fn bad_logo<T>(&mut self, file: &str, error: &str) -> Option<T> {
        let problem = Diagnostic::error("unreadable-picture", format!("`{file}`: {error}"))
            .help("save the logo as SVG with outlines in flat colours, or as PNG");
        self.problems.push(problem.at_path("organization.brand.logo"));
        None
    }

    fn picture(&mut self, image: &Image) -> Option<Picture> {
        let asset = self.writer.selection.edition().asset(&image.file)?;
        match &*asset.made(Picture::read) {
            Ok(picture) => Some(picture.named(&image.file)),
            Err(error) => {
                let problem = Diagnostic::error("unreadable-picture", format!("`{}`: {error}", image.file))
                    .help("save the picture as JPEG or PNG");
                self.problems.push(problem.at_path(image.alt.place().clone()));
                None
            }
        }
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
            let name = Name { section, items, path: &name, index: 0, short: false, to: None, room: false };
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

//! The words outside the trim: the names of the panels above, and the slug line below.

use serviceline_core::Diagnostic;
use serviceline_core::words::Words;

use crate::color::{Brand, Ground, PAPER, Role};
use crate::design::{Surface, TextRole, TypeStyle};
use crate::fonts::Family;
use crate::format::{Face, Turn};
use crate::leaflet::PlacedText;
use crate::palette::Palette;
use crate::press::sheet::Sheet;
use crate::press::ticket::is_short;
use crate::press::{Job, Worded};
use crate::typeset::{Setter, width_of};
use crate::unit::{Point, Pt};

impl Worded<'_, '_> {
    /// For each sheet the words outside its trim, in the coordinates of its page.
    pub(super) fn slugs(&self, job: &Job, problems: &mut Vec<Diagnostic>) -> Vec<Vec<PlacedText>> {
        let palette = Palette::derive(Brand { primary: PAPER, accent: PAPER, highlight: None }, Ground::Paper);
        let mut setter = Setter {
            fonts: &self.kit.fonts,
            memory: &self.kit.memory,
            design: self.kit.design(""),
            palette: &palette,
            surface: Surface::Paper,
            phrases: self.phrases,
            problems: Vec::new(),
        };
        let slugs = job.sheets.iter().enumerate().map(|(number, sheet)| {
            let mut placed = self.names(job, sheet, &mut setter);
            placed.extend(self.line(job, sheet, number, &mut setter));
            placed
        });
        let slugs = slugs.collect();
        problems.append(&mut setter.problems);
        slugs
    }

    /// The name and width of each panel, centred over it.
    fn names(&self, job: &Job, sheet: &Sheet, setter: &mut Setter<'_>) -> Vec<PlacedText> {
        let slug = job.tokens.slug;
        let panels = sheet.panels.iter().filter_map(|(n, left)| Some((job.leaflet.panels.get(*n)?, *left)));
        let placed = panels.map(|(panel, left)| {
            let words = [("name", &self.name("panel", &panel.name)), ("width", &self.length(panel.size.0))];
            let key = if is_short(job, panel) { "press.panel_short" } else { "press.panel" };
            let mut text = set(&self.say(key, &words), job, setter, panel.size.0);
            let middle = job.tokens.margin + left + panel.size.0 / 2.0;
            text.at = Point(middle - width_of(&text.text) / 2.0, slug.top);
            text
        });
        placed.collect()
    }

    /// What the sheet is: a part of it under each panel, so that no mark crosses it.
    fn line(&self, job: &Job, sheet: &Sheet, number: usize, setter: &mut Setter<'_>) -> Vec<PlacedText> {
        let (slug, margin) = (job.tokens.slug, job.tokens.margin);
        let parts = [self.which(), self.side(job, sheet, number), self.kind(job, sheet)];
        let last = sheet.panels.len().saturating_sub(1);
        let mut lines = vec![0u8; sheet.panels.len()];
        let mut placed = Vec::new();
        for (part, words) in parts.iter().enumerate() {
            let at = part.min(last);
            let Some((panel, left)) =
                sheet.panels.get(at).and_then(|(n, left)| Some((job.leaflet.panels.get(*n)?, *left)))
            else {
                continue;
            };
            let mut text = set(words, job, setter, panel.size.0 - slug.inset * 2.0);
            let line = lines.get(at).copied().unwrap_or(0);
            // One line stands at its height; several fill the room under the bleed.
            let first = if last < 2 && at == last { slug.lead * 3.0 } else { slug.foot };
            let y = sheet.trim.1 + margin * 2.0 - first + slug.lead * f32::from(line);
            text.at = Point(margin + left + slug.inset, y);
            if let Some(line) = lines.get_mut(at) {
                *line += text.text.lines.len() as u8;
            }
            placed.push(text);
        }
        placed
    }

    /// The document: id, code, edition and date.
    pub(super) fn which(&self) -> Words {
        let s = self.selection;
        let code = s.own(s.edition().code());
        let version = s.say(&s.review.version);
        let date = s.fact(&s.review.last_reviewed, ToString::to_string);
        let key = if version.is_empty() { "press.which_without_version" } else { "press.which" };
        self.say(
            key,
            &[("id", &s.own(s.edition().id.as_str())), ("code", &code), ("version", &version), ("date", &date)],
        )
    }

    fn side(&self, job: &Job, sheet: &Sheet, number: usize) -> Words {
        let count = |number: usize| self.selection.own(number.to_string());
        let face = self.say(
            match sheet.face {
                Some(Face::Outside) => "press.face.outside",
                Some(Face::Inside) => "press.face.inside",
                None => "press.face.page",
            },
            &[],
        );
        let turn = self.turn(job);
        let values =
            [("number", &count(number + 1)), ("all", &count(job.sheets.len())), ("face", &face), ("turn", &turn)];
        self.say("press.side", &values)
    }

    pub(super) fn turn(&self, job: &Job) -> Words {
        let turn = self.kit.formats.get(&job.leaflet.format).map_or(Turn::ShortEdge, crate::format::Format::turn);
        self.say(if turn == Turn::ShortEdge { "press.turn.short_edge" } else { "press.turn.long_edge" }, &[])
    }

    /// Size, bleed and fold.
    fn kind(&self, job: &Job, sheet: &Sheet) -> Words {
        let size = self.measured(&[sheet.trim.0, sheet.trim.1]);
        let values = [("size", &size), ("bleed", &self.length(job.bleed)), ("fold", &self.fold(job))];
        self.say("press.kind", &values)
    }

    /// How the sheet is folded.
    pub(super) fn fold(&self, job: &Job) -> Words {
        let family = self.kit.formats.get(&job.leaflet.format).map_or("", |format| format.family.as_str());
        if job.sheets.iter().all(|sheet| sheet.folds.is_empty()) {
            return self.say("press.fold.none", &[]);
        }
        self.name("press.fold", family)
    }
}

/// Sets words in the type of the slug line.
fn set(words: &Words, job: &Job, setter: &mut Setter<'_>, measure: Pt) -> PlacedText {
    let slug = job.tokens.slug;
    let style = TypeStyle {
        family: Family::Text,
        size: slug.size,
        lead: slug.lead,
        weight: 400,
        color: Role::Ink,
        reversed: Role::OnBrand,
        before: Pt::ZERO,
        after: Pt::ZERO,
        first: None,
        rag: 1.0,
    };
    let text = setter.text_in(TextRole::Edition, style, words, measure);
    PlacedText { text, at: Point::default(), lead: slug.lead }
}

//! Lists, quotes and the emergency card, set with their marks.

use std::sync::Arc;

use serviceline_core::words::Words;

use super::{Set, SetBlock, SetList, Setter, WIDE, Widths};
use crate::design::parts::Mark;
use crate::design::{QuoteStyle, Surface, TextRole};
use crate::draft::{List, ListKind, TextBlock};
use crate::format::HeadingColumn;
use crate::inline::Inline;
use crate::leaflet::{SetText, Tag};
use crate::unit::Pt;

/// The most lines of an item that stands beside another: what is longer may have to go on on the next page.
const COLUMN_LINES: usize = 16;

impl Setter<'_> {
    pub(super) fn quote(&mut self, blocks: &[TextBlock], measure: Pt) -> Vec<Set> {
        let (style, ground) = (self.design.quotes, self.surface);
        if matches!(style, QuoteStyle::Card(_)) {
            self.surface = Surface::Highlight;
        }
        let sets = blocks.iter().map(|block| self.block_text(block, measure - style.narrower())).collect();
        self.surface = ground;
        sets
    }

    /// The items in two columns, without marks, where the design has them so, they are short and every word has room.
    fn in_columns(&mut self, list: &List, measure: Pt) -> Option<SetList> {
        let numbered = (list.kind == ListKind::Reasons && list.items.len() > 1).then_some(self.design.reasons)?;
        let gap = numbered.columns?;
        let (width, problems) = ((measure - gap) / 2.0, self.problems.len());
        let mut set = |item: &Vec<TextBlock>| item.iter().map(|block| self.block_text(block, width)).collect();
        let items: Vec<(_, Vec<Set>)> = list.items.iter().map(|item| (None, set(item))).collect();
        let is_set = self.problems.len() == problems;
        self.problems.truncate(problems);
        let lines = |sets: &[Set]| sets.iter().map(|set| set.text.lines.len()).sum::<usize>();
        let is_short = items.iter().all(|(_, sets)| lines(sets) <= COLUMN_LINES);
        let (indent, columns) = (Pt::ZERO, Some(width + gap));
        (is_set && is_short).then_some(SetList { kind: list.kind, indent, goes_on: false, columns, items })
    }

    pub(super) fn list(&mut self, list: &List, measure: Pt) -> SetList {
        if let Some(list) = self.in_columns(list, measure) {
            return list;
        }
        let (role, indent) = match list.kind {
            ListKind::Plain => (TextRole::Mark, self.design.list.indent),
            ListKind::Reasons => (TextRole::NumeralReason, self.design.reasons.column),
            ListKind::Steps => (TextRole::NumeralStep, self.design.steps.column),
        };
        let mut items = Vec::new();
        for (index, item) in list.items.iter().enumerate() {
            let mark = match list.kind {
                ListKind::Plain => self.bullet(role),
                ListKind::Reasons | ListKind::Steps => Some(self.numeral(role, list.kind, index + 1)),
            };
            items.push((mark, item.iter().map(|block| self.block_text(block, measure - indent)).collect()));
        }
        SetList { kind: list.kind, indent, goes_on: false, columns: None, items }
    }

    pub(super) fn emergency(
        &mut self,
        head: &Words,
        items: &[Words],
        column: Option<HeadingColumn>,
        widths: Widths,
    ) -> SetBlock {
        let (card, ground) = (self.design.emergency, self.surface);
        self.surface = Surface::Paper;
        let outset = card.outset_on(ground);
        let indent = self.design.list.indent;
        let inner = widths.text + outset * 2.0 - card.bar - card.left - card.right;
        let (inner, head_measure) =
            if column.is_some() { (widths.text, widths.head) } else { (inner, inner - card.head_indent) };
        let style = self.design.style(TextRole::EmergencyHead);
        let head_inline = Inline::new(head, &self.manner(style, true));
        let head = self.set(TextRole::EmergencyHead, style, head_inline, Some(head.clone()), head_measure);
        let style = self.design.style(TextRole::List);
        let items = items
            .iter()
            .map(|words| {
                let inline = Inline::new(words, &self.manner(style, true));
                let text = self.set(TextRole::List, style, inline, Some(words.clone()), inner - indent);
                (self.bullet(TextRole::EmergencyMark), vec![Set { tag: Tag::P, language: None, text }])
            })
            .collect();
        self.surface = ground;
        let list = SetList { kind: ListKind::Plain, indent, goes_on: false, columns: None, items };
        SetBlock::Emergency { head, list }
    }

    /// The mark of a plain list, if it is a character.
    fn bullet(&mut self, role: TextRole) -> Option<Arc<SetText>> {
        let Mark::Text(text) = &self.design.list.mark else { return None };
        let style = self.design.style(role).on(self.surface);
        let inline = Inline::mark(text, &self.manner(style, true));
        Some(self.set(role, style, inline, None, WIDE))
    }

    /// A number, whose tile has a colour of its own.
    fn numeral(&mut self, role: TextRole, kind: ListKind, number: usize) -> Arc<SetText> {
        let tile = if kind == ListKind::Reasons { self.design.reasons.tile } else { self.design.steps.tile };
        let style = self.design.style(role);
        let style = if tile.is_some() { style } else { style.on(self.surface) };
        let inline = Inline::mark(&number.to_string(), &self.manner(style, true));
        self.set(role, style, inline, None, WIDE)
    }
}

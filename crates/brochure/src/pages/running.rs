//! The foot of every page: which document it belongs to, and which of its pages it is.

use std::sync::Arc;

use crate::art::Shape;
use crate::color::Role;
use crate::design::{Surface, TextRole};
use crate::format;
use crate::layout::Layout;
use crate::leaflet::{Panel, PlacedText};
use crate::sections::Writer;
use crate::typeset::{Setter, width_of};
use crate::unit::{Point, Pt};

/// The rule above the foot, and its distance to the text.
const RULE: Pt = Pt(0.75);
const BELOW_RULE: Pt = Pt(8.0);
/// Between the document and the page's number.
const GAP: Pt = Pt(18.0);

impl Layout<'_, '_> {
    /// Writes the foot of every page.
    pub(super) fn running(
        &self,
        writer: &Writer<'_, '_>,
        panels: &mut [Panel],
        margins: format::Pages,
        setter: &mut Setter<'_>,
    ) {
        setter.surface = Surface::Paper;
        let style = setter.design.style(TextRole::Running);
        let place = margins.place(self.map.format.sheet);
        let all = panels.len();
        // The same words on every page, as many of them as stand on one line.
        let widest = width_of(&setter.text(TextRole::Running, &writer.page_number(all, all), place.measure));
        let room = place.measure - widest - GAP;
        let documents = writer.running().into_iter().map(|words| setter.quiet(TextRole::Running, &words, room));
        let document = documents.flatten().find(|text| text.lines.len() == 1);
        for (number, panel) in panels.iter_mut().enumerate() {
            let rule = panel.size.1 - margins.foot;
            let y = rule + BELOW_RULE + style.lead;
            let color = self.palette.get(Role::Rule);
            panel.art.push(Shape::rule(place.side, rule, place.measure, RULE, color));
            let page = setter.text(TextRole::Running, &writer.page_number(number + 1, all), place.measure);
            let right = place.side + place.measure - width_of(&page);
            let put = |text: &Arc<_>, x| PlacedText { text: Arc::clone(text), at: Point(x, y), lead: style.lead };
            panel.running.extend(document.iter().map(|text| put(text, place.side)));
            panel.running.push(put(&page, right));
        }
    }
}

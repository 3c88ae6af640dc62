//! An outline of a leaflet that people can read, and that snapshots compare: panels, parts, lines.

use std::fmt;

use crate::leaflet::{Kid, Leaflet, Meaning, Node, Panel, PlacedDrawing, PlacedText, SetText};
use crate::unit::Point;

impl fmt::Debug for Leaflet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} ({}), by {}", self.title.text(), self.language, self.publisher.text())?;
        self.panels.iter().try_for_each(|panel| write!(f, "\n{panel:?}"))
    }
}

impl fmt::Debug for Panel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, height) = self.size;
        let fill = (self.fill * 100.0).round();
        writeln!(f, "== {}, {} x {} pt, {fill} % full, {} drawn", self.name, width.0, height.0, self.art.len())?;
        self.sections.iter().try_for_each(|section| node(f, section, 0))
    }
}

fn node(f: &mut fmt::Formatter<'_>, part: &Node, depth: usize) -> fmt::Result {
    write!(f, "{:depth$}{}", "", part.tag.name(), depth = depth * 2)?;
    if let Some(language) = &part.language {
        write!(f, " [{language}]")?;
    }
    writeln!(f)?;
    for kid in &part.kids {
        match kid {
            Kid::Node(part) => node(f, part, depth + 1)?,
            Kid::Text(text) => lines(f, text, depth + 1)?,
            Kid::Picture(picture) => {
                writeln!(f, "{:depth$}{:?} {:?}", "", picture.picture, picture.alt.text(), depth = depth * 2 + 2)?;
            }
            Kid::Drawing(PlacedDrawing { meaning: Meaning::Figure(alt, area), .. }) => {
                let (width, height) = (area.width.0, area.height.0);
                writeln!(f, "{:depth$}Drawing({width} x {height}) {:?}", "", alt.text(), depth = depth * 2 + 2)?;
            }
            Kid::Drawing(_) => writeln!(f, "{:depth$}* ", "", depth = depth * 2 + 2)?,
        }
    }
    Ok(())
}

fn lines(f: &mut fmt::Formatter<'_>, placed: &PlacedText, depth: usize) -> fmt::Result {
    let (text, Point(x, y)) = (&placed.text, placed.at);
    for (number, line) in text.lines.iter().enumerate() {
        let at = if number == 0 { format!(" {:?} at {} {}", text.role, x.0, y.0) } else { String::new() };
        let words = text.line_text(line.glyphs.clone());
        writeln!(f, "{:depth$}| {}{at}", "", words.trim_end(), depth = depth * 2)?;
    }
    Ok(())
}

impl SetText {
    /// The text of some of its glyphs, as it is drawn.
    #[must_use]
    pub fn line_text(&self, glyphs: std::ops::Range<usize>) -> String {
        let glyphs = self.shaped.glyphs.get(glyphs).unwrap_or_default();
        let shown = glyphs.iter().filter_map(|glyph| self.shaped.text.get(glyph.text.clone()));
        shown.filter(|text| *text != "\n").collect()
    }
}

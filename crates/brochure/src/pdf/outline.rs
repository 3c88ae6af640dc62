//! The outline of a file: the cover's title, and below it every heading in reading order, each below the one that it
//! belongs to.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{count, text};
use crate::leaflet::{Kid, Leaflet, Node, Tag};
use crate::unit::Pt;

/// A place that the outline leads to.
pub(crate) struct Bookmark {
    level: u8,
    title: String,
    page: usize,
    top: Pt,
}

/// Every heading of a section, in order.
pub(crate) fn bookmarks(section: &Node, page: usize, marks: &mut Vec<Bookmark>) {
    for kid in &section.kids {
        let Kid::Node(node) = kid else { continue };
        let level = match node.tag {
            Tag::H1 => 1,
            Tag::H2 => 2,
            Tag::H3 => 3,
            _ => {
                bookmarks(node, page, marks);
                continue;
            }
        };
        let mut found = None;
        node.texts(&mut |text| found = found.or(Some(text)));
        if let Some(text) = found {
            let title = text.text.shaped.text.replace('\n', " ");
            marks.push(Bookmark { level, title, page, top: text.at.1 - text.lead });
        }
    }
}

/// Writes the outline, and gives its root; nothing for a file without headings.
pub(crate) fn write(
    document: &mut Document,
    pages: &[ObjectId],
    marks: &[Bookmark],
    leaflet: &Leaflet,
) -> Option<ObjectId> {
    let root = document.new_object_id();
    let mut outline = Outline { document, pages, leaflet };
    let (first, last, all) = outline.siblings(marks, root)?;
    document.set_object(root, dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => all });
    Some(root)
}

struct Outline<'o> {
    document: &'o mut Document,
    pages: &'o [ObjectId],
    leaflet: &'o Leaflet,
}

impl Outline<'_> {
    /// Writes marks below a parent: those of the first one's level, each with what follows it at a deeper one. Gives the
    /// first, the last and the number of all of them, with those below.
    fn siblings(&mut self, marks: &[Bookmark], parent: ObjectId) -> Option<(ObjectId, ObjectId, i64)> {
        let level = marks.first()?.level;
        let mut groups: Vec<(&Bookmark, &[Bookmark])> = Vec::new();
        let mut rest = marks;
        while let Some((mark, after)) = rest.split_first() {
            let below = after.iter().take_while(|next| next.level > level).count();
            let (below, next) = after.split_at(below);
            groups.push((mark, below));
            rest = next;
        }
        let ids: Vec<ObjectId> = groups.iter().map(|_| self.document.new_object_id()).collect();
        let mut all = count(groups.len());
        for (index, ((mark, below), id)) in groups.iter().zip(&ids).enumerate() {
            let mut entry = self.entry(mark, parent);
            if let Some(before) = index.checked_sub(1).and_then(|at| ids.get(at)) {
                entry.set("Prev", *before);
            }
            if let Some(next) = ids.get(index + 1) {
                entry.set("Next", *next);
            }
            if let Some((first, last, below)) = self.siblings(below, *id) {
                entry.set("First", first);
                entry.set("Last", last);
                entry.set("Count", below);
                all += below;
            }
            self.document.set_object(*id, entry);
        }
        Some((*ids.first()?, *ids.last()?, all))
    }

    fn entry(&self, mark: &Bookmark, parent: ObjectId) -> Dictionary {
        let height = self.leaflet.panels.get(mark.page).map_or(0.0, |panel| panel.size.1.0);
        let page = self.pages.get(mark.page).copied().unwrap_or_default();
        let top = Object::Real((height - mark.top.0).round().min(height));
        let place = vec![page.into(), "XYZ".into(), Object::Null, top, Object::Null];
        dictionary! { "Title" => text(&mark.title), "Parent" => parent, "Dest" => place }
    }
}

//! The structure tree of a file (ISO 32000-1, 14.7).

use lopdf::{Document, Object, ObjectId};

use super::count;
use super::number::integer;
use super::pool::{Entries, Pool, write_reference};
use super::tags::{Content, Element, Link};
use super::text::write_literal;
use crate::leaflet::Numbering;

/// Writes the tree of a document whose pages are `pages` into a pool, and gives its root.
pub(super) fn write(document: &mut Document, pool: &mut Pool, pages: &[ObjectId], elements: Vec<Element>) -> ObjectId {
    let mut tree = Tree {
        document,
        pool,
        pages,
        parents: pages.iter().map(|_| Vec::new()).collect(),
        links: Vec::new(),
        annotations: pages.iter().map(|_| Vec::new()).collect(),
        ids: Vec::new(),
    };
    let (root, top) = (tree.document.new_object_id(), tree.document.new_object_id());
    let mut kids = Vec::new();
    for element in elements {
        write_item(tree.element(element, top), &mut kids);
    }
    tree.pool.dictionary(top).name("Type", "StructElem").name("S", "Document").reference("P", root).array("K", &kids);
    tree.finish(root, top);
    root
}

struct Tree<'d> {
    document: &'d mut Document,
    pool: &'d mut Pool,
    pages: &'d [ObjectId],
    /// For each page, the element of each of its marked stretches.
    parents: Vec<Vec<u8>>,
    /// The element of each link annotation.
    links: Vec<ObjectId>,
    annotations: Vec<Vec<Object>>,
    ids: Vec<(String, ObjectId)>,
}

impl Tree<'_> {
    fn element(&mut self, element: Element, parent: ObjectId) -> ObjectId {
        let id = self.document.new_object_id();
        let own_page = first_page(&element);
        let (mut kids, only) = (Vec::new(), element.kids.len() == 1);
        for kid in element.kids {
            self.kid(kid, id, own_page, &mut kids);
        }
        let mut entries = self.pool.dictionary(id);
        entries.name("Type", "StructElem").name("S", element.name).reference("P", parent);
        if let Some(page) = own_page.and_then(|page| self.pages.get(page)) {
            entries.reference("Pg", *page);
        }
        if let Some(language) = &element.language {
            entries.literal("Lang", language);
        }
        if let Some(alt) = &element.alt {
            entries.text("Alt", alt);
        }
        if let Some(numbering) = element.numbering {
            let name = match numbering {
                Numbering::None => "None",
                Numbering::Disc => "Disc",
                Numbering::Decimal => "Decimal",
            };
            entries.dictionary("A").name("O", "List").name("ListNumbering", name);
        } else if let Some(bounds) = element.bounds {
            entries.dictionary("A").name("O", "Layout").name("Placement", "Block").lengths("BBox", &bounds);
        }
        if let Some(name) = element.id {
            entries.literal("ID", &name);
            self.ids.push((name, id));
        }
        if only {
            entries.bytes("K", &kids)
        } else {
            entries.array("K", &kids)
        };
        id
    }

    fn kid(&mut self, kid: Content, id: ObjectId, own_page: Option<usize>, kids: &mut Vec<u8>) {
        match kid {
            Content::Element(element) => write_item(self.element(element, id), kids),
            Content::Mark { page, mark } => {
                if let Some(parents) = self.parents.get_mut(page) {
                    write_item(id, parents);
                }
                begin_item(kids);
                match self.pages.get(page).filter(|_| own_page != Some(page)) {
                    None => integer(mark, kids),
                    Some(page) => {
                        Entries::new(kids).name("Type", "MCR").reference("Pg", *page).integer("MCID", mark);
                    }
                }
            }
            Content::Link(link) => self.annotations(&link, id, kids),
        }
    }

    /// The annotations of a link, one for each line, as objects of its element.
    fn annotations(&mut self, link: &Link, element: ObjectId, kids: &mut Vec<u8>) {
        let (Some(page), Some(annotations)) = (self.pages.get(link.page), self.annotations.get_mut(link.page)) else {
            return;
        };
        for area in &link.areas {
            let key = count(self.pages.len() + self.links.len());
            let annotation = self.document.new_object_id();
            let mut entries = self.pool.dictionary(annotation);
            entries.name("Type", "Annot").name("Subtype", "Link").lengths("Rect", area).array("Border", b"0 0 0");
            entries.integer("F", 4).text("Contents", &link.contents).integer("StructParent", key);
            entries.dictionary("A").name("S", "URI").literal("URI", &link.href);
            drop(entries);
            self.links.push(element);
            annotations.push(annotation.into());
            begin_item(kids);
            Entries::new(kids).name("Type", "OBJR").reference("Pg", *page).reference("Obj", annotation);
        }
    }

    fn finish(self, root: ObjectId, top: ObjectId) {
        let mut numbers = Vec::new();
        let mut number = |key: usize, id: ObjectId| {
            begin_item(&mut numbers);
            integer(count(key), &mut numbers);
            write_item(id, &mut numbers);
        };
        for (key, parents) in self.parents.iter().enumerate() {
            let id = self.document.new_object_id();
            self.pool.array(id, parents);
            number(key, id);
        }
        let first = self.pages.len();
        self.links.iter().enumerate().for_each(|(index, element)| number(first + index, *element));
        let next = count(first + self.links.len());
        let parents = self.document.new_object_id();
        self.pool.dictionary(parents).array("Nums", &numbers);
        let mut entries = self.pool.dictionary(root);
        entries.name("Type", "StructTreeRoot").reference("K", top).reference("ParentTree", parents);
        entries.integer("ParentTreeNextKey", next);
        let mut ids = self.ids;
        if !ids.is_empty() {
            ids.sort();
            let mut names = Vec::new();
            for (name, id) in &ids {
                write_literal(name.as_bytes(), &mut names);
                write_reference(*id, &mut names);
            }
            entries.dictionary("IDTree").array("Names", &names);
        }
        drop(entries);
        for (number, (page, annotations)) in self.pages.iter().zip(self.annotations).enumerate() {
            let Ok(page) = self.document.get_dictionary_mut(*page) else {
                continue;
            };
            page.set("StructParents", count(number));
            page.set("Tabs", "S");
            page.remove(b"Annots");
            if !annotations.is_empty() {
                page.set("Annots", annotations);
            }
        }
    }
}

fn first_page(element: &Element) -> Option<usize> {
    element.kids.iter().find_map(|kid| match kid {
        Content::Mark { page, .. } => Some(*page),
        Content::Element(element) => first_page(element),
        Content::Link(link) => Some(link.page),
    })
}

/// Parts what follows from the item before it.
fn begin_item(items: &mut Vec<u8>) {
    if !items.is_empty() {
        items.push(b' ');
    }
}

fn write_item(id: ObjectId, items: &mut Vec<u8>) {
    begin_item(items);
    write_reference(id, items);
}

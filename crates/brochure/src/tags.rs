//! The structure tree: what the painted stretches are, for readers that do not see the page.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use crate::leaflet::Numbering;

/// A part of the document's structure.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: &'static str,
    pub(crate) kids: Vec<Content>,
    pub(crate) language: Option<String>,
    pub(crate) alt: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) numbering: Option<Numbering>,
    /// Left, foot, right and top on its page.
    pub(crate) bounds: Option<[f32; 4]>,
}

/// What an element holds.
#[derive(Debug)]
pub(crate) enum Content {
    /// A marked stretch of a page.
    Mark { page: usize, mark: i64 },
    /// Another element.
    Element(Element),
    /// What makes a stretch of text a link.
    Link(Link),
}

/// A link, with an area for each line that it stands on.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) page: usize,
    pub(crate) href: String,
    pub(crate) contents: String,
    pub(crate) areas: Vec<[f32; 4]>,
}

impl Element {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, kids: Vec::new(), language: None, alt: None, id: None, numbering: None, bounds: None }
    }

    /// Takes the parts of an element that goes on with this one.
    fn go_on(&mut self, next: Self, depth: usize) {
        let mut kids = next.kids.into_iter();
        if depth > 0
            && let Some(Content::Element(last)) = self.kids.last_mut()
        {
            match kids.next() {
                Some(Content::Element(first)) => last.go_on(first, depth - 1),
                other => self.kids.extend(other),
            }
        }
        self.kids.extend(kids);
    }
}

impl Content {
    /// The link of a link element.
    pub(crate) fn link_mut(&mut self) -> Option<&mut Link> {
        match self {
            Self::Element(element) if element.name == "Link" => element.kids.iter_mut().find_map(|kid| match kid {
                Self::Link(link) => Some(link),
                _ => None,
            }),
            _ => None,
        }
    }
}

/// Adds the elements of a panel to those before it. The first of them goes on with the last one before if `depth` is not
/// zero, its first part with the last part of that if `depth` is two, and so on: what crosses panels is one element.
pub(crate) fn go_on(all: &mut Vec<Element>, elements: Vec<Element>, depth: usize) {
    let mut elements = elements.into_iter();
    if depth > 0
        && let Some(last) = all.last_mut()
        && let Some(first) = elements.next()
    {
        last.go_on(first, depth - 1);
    }
    all.extend(elements);
}

/// Writes the tree into a document whose pages are `pages`, and gives its root.
pub(crate) fn write(document: &mut Document, pages: &[ObjectId], elements: Vec<Element>) -> ObjectId {
    let mut tree = Tree {
        document,
        pages,
        parents: pages.iter().map(|_| Vec::new()).collect(),
        links: Vec::new(),
        annotations: pages.iter().map(|_| Vec::new()).collect(),
        ids: Vec::new(),
    };
    let (root, top) = (tree.document.new_object_id(), tree.document.new_object_id());
    let kids: Vec<Object> = elements.into_iter().map(|element| tree.element(element, top).into()).collect();
    tree.document.set_object(top, dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => kids });
    tree.finish(root, top);
    root
}

struct Tree<'d> {
    document: &'d mut Document,
    pages: &'d [ObjectId],
    /// For each page, the element of each of its marked stretches.
    parents: Vec<Vec<Object>>,
    /// The element of each link annotation.
    links: Vec<ObjectId>,
    annotations: Vec<Vec<Object>>,
    ids: Vec<(String, ObjectId)>,
}

impl Tree<'_> {
    fn element(&mut self, element: Element, parent: ObjectId) -> ObjectId {
        let id = self.document.new_object_id();
        let mut entry = dictionary! { "Type" => "StructElem", "S" => element.name, "P" => parent };
        if let Some(page) = first_page(&element).and_then(|page| self.pages.get(page)) {
            entry.set("Pg", *page);
        }
        if let Some(language) = &element.language {
            entry.set("Lang", literal(language));
        }
        if let Some(alt) = &element.alt {
            entry.set("Alt", text(alt));
        }
        if let Some(name) = &element.id {
            entry.set("ID", literal(name));
            self.ids.push((name.clone(), id));
        }
        if let Some(attributes) = attributes(&element) {
            entry.set("A", attributes);
        }
        let own_page = first_page(&element);
        let mut kids = Vec::new();
        for kid in element.kids {
            self.kid(kid, id, own_page, &mut kids);
        }
        entry.set("K", if kids.len() == 1 { kids.remove(0) } else { Object::Array(kids) });
        self.document.set_object(id, entry);
        id
    }

    fn kid(&mut self, kid: Content, id: ObjectId, own_page: Option<usize>, kids: &mut Vec<Object>) {
        match kid {
            Content::Element(element) => kids.push(self.element(element, id).into()),
            Content::Mark { page, mark } => {
                if let Some(parents) = self.parents.get_mut(page) {
                    parents.push(id.into());
                }
                let other_page = self.pages.get(page).filter(|_| own_page != Some(page));
                kids.push(match other_page {
                    None => mark.into(),
                    Some(page) => dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => mark }.into(),
                });
            }
            Content::Link(link) => kids.extend(self.annotations(&link, id)),
        }
    }

    /// The annotations of a link, one for each line, as objects of its element.
    fn annotations(&mut self, link: &Link, element: ObjectId) -> Vec<Object> {
        let Some(page) = self.pages.get(link.page).copied() else {
            return Vec::new();
        };
        let mut objects = Vec::new();
        for area in &link.areas {
            let key = count(self.pages.len() + self.links.len());
            let action = dictionary! { "S" => "URI", "URI" => literal(&link.href) };
            let annotation = self.document.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => area.iter().map(|length| Object::Real(*length)).collect::<Vec<_>>(),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => 4,
                "A" => action,
                "Contents" => text(&link.contents),
                "StructParent" => key,
            });
            self.links.push(element);
            if let Some(annotations) = self.annotations.get_mut(link.page) {
                annotations.push(annotation.into());
            }
            objects.push(dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => annotation }.into());
        }
        objects
    }

    fn finish(self, root: ObjectId, top: ObjectId) {
        let mut numbers: Vec<Object> = Vec::new();
        for (key, parents) in self.parents.into_iter().enumerate() {
            let parents = self.document.add_object(Object::Array(parents));
            numbers.extend([Object::Integer(count(key)), parents.into()]);
        }
        let first = self.pages.len();
        for (index, element) in self.links.iter().enumerate() {
            numbers.extend([Object::Integer(count(first + index)), (*element).into()]);
        }
        let next = count(first + self.links.len());
        let parents = self.document.add_object(dictionary! { "Nums" => numbers });
        let mut entry = dictionary! { "Type" => "StructTreeRoot", "K" => top, "ParentTree" => parents, "ParentTreeNextKey" => next };
        let mut ids = self.ids;
        if !ids.is_empty() {
            ids.sort();
            let names: Vec<Object> = ids.iter().flat_map(|(name, id)| [literal(name), (*id).into()]).collect();
            entry.set("IDTree", dictionary! { "Names" => names });
        }
        self.document.set_object(root, entry);
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

fn attributes(element: &Element) -> Option<Dictionary> {
    if let Some(numbering) = element.numbering {
        let name = match numbering {
            Numbering::Disc => "Disc",
            Numbering::Decimal => "Decimal",
        };
        return Some(dictionary! { "O" => "List", "ListNumbering" => name });
    }
    let bounds: Vec<Object> = element.bounds?.iter().map(|length| Object::Real(*length)).collect();
    Some(dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds })
}

/// A count as PDF writes numbers.
pub(crate) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Text that people read, in any language.
pub(crate) fn text(text: &str) -> Object {
    let is_plain = text.is_ascii();
    if is_plain { literal(text) } else { Object::String(utf16(text).collect(), StringFormat::Hexadecimal) }
}

/// UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2).
fn utf16(text: &str) -> impl Iterator<Item = u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes)
}

/// Writes text in UTF-16 as a hexadecimal string.
pub(crate) fn hexadecimal(text: &str, bytes: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    bytes.push(b'<');
    bytes.extend(utf16(text).flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| DIGITS[usize::from(digit)]));
    bytes.push(b'>');
}

/// Text of ASCII alone, such as an address.
pub(crate) fn literal(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(page: usize, marks: &[i64]) -> Element {
        let item = |mark: &i64| {
            Content::Element(Element { kids: vec![Content::Mark { page, mark: *mark }], ..Element::new("LI") })
        };
        Element { kids: marks.iter().map(item).collect(), ..Element::new("L") }
    }

    fn section(kids: Vec<Element>) -> Element {
        Element { kids: kids.into_iter().map(Content::Element).collect(), ..Element::new("Sect") }
    }

    fn outline(element: &Element) -> String {
        let kids: Vec<String> = element
            .kids
            .iter()
            .map(|kid| match kid {
                Content::Mark { page, mark } => format!("{page}:{mark}"),
                Content::Element(element) => outline(element),
                Content::Link(_) => "link".to_owned(),
            })
            .collect();
        format!("{}({})", element.name, kids.join(" "))
    }

    fn check(depth: usize, expected: &[&str]) {
        let mut all = vec![section(vec![Element::new("H2"), list(0, &[1, 2])])];
        go_on(&mut all, vec![section(vec![list(1, &[0])]), section(vec![list(1, &[1])])], depth);
        assert_eq!(all.iter().map(outline).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_crosses_panels_is_one_element() {
        check(0, &["Sect(H2() L(LI(0:1) LI(0:2)))", "Sect(L(LI(1:0)))", "Sect(L(LI(1:1)))"]);
        check(1, &["Sect(H2() L(LI(0:1) LI(0:2)) L(LI(1:0)))", "Sect(L(LI(1:1)))"]);
        check(2, &["Sect(H2() L(LI(0:1) LI(0:2) LI(1:0)))", "Sect(L(LI(1:1)))"]);
        check(3, &["Sect(H2() L(LI(0:1) LI(0:2 1:0)))", "Sect(L(LI(1:1)))"]);
    }
}

//! What the painted stretches of pages are, for readers that do not see the page.

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

//! The rules that a finished page is held to.

use std::collections::{BTreeMap, BTreeSet};

use super::Kind;
use super::tree::{Element, Tree};

/// A rule that is broken, and where.
pub(super) struct Fault {
    pub(super) code: &'static str,
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Everything that is wrong, rule by rule.
pub(super) fn faults(tree: &Tree, kind: Kind) -> Vec<Fault> {
    let mut judge = Judge { tree, kind, faults: Vec::new() };
    judge.markup();
    judge.headings();
    judge.landmarks();
    judge.names();
    judge.ids();
    judge.policy();
    judge.faults
}

struct Judge<'t> {
    tree: &'t Tree,
    kind: Kind,
    faults: Vec<Fault>,
}

/// Elements that a reader works with.
const CONTROLS: [&str; 6] = ["a", "button", "input", "select", "textarea", "summary"];
/// Attributes that name elements by their ids.
const REFERENCES: [&str; 4] = ["for", "headers", "aria-labelledby", "aria-describedby"];
/// Attributes with an address that browsers load.
const LOADED: [&str; 4] = ["src", "srcset", "data", "poster"];

impl Judge<'_> {
    fn fault(&mut self, code: &'static str, at: usize, message: impl Into<String>, help: &'static str) {
        self.faults.push(Fault { code, at, message: message.into(), help });
    }

    fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.tree.elements.iter().filter(move |element| element.name == name)
    }

    fn markup(&mut self) {
        let tree = self.tree;
        for fault in &tree.faults {
            self.fault("page-markup", fault.at, fault.message.clone(), "write the tag as the built-in template does");
        }
        for element in tree.elements.iter().filter(|element| ["a", "button"].contains(&&*element.name)) {
            if let Some(outer) = tree.around(element).find(|outer| ["a", "button"].contains(&&*outer.name)) {
                let message = format!("<{}> stands in <{}>: a control can hold no other", element.name, outer.name);
                self.fault("page-markup", element.at, message, "end the outer one first");
            }
        }
    }

    fn headings(&mut self) {
        let tree = self.tree;
        let firsts: Vec<&Element> = self.named("h1").collect();
        let seconds: Vec<usize> = firsts.iter().skip(1).map(|element| element.at).collect();
        if firsts.is_empty() {
            let at = self.named("main").next().map_or(0, |main| main.at);
            self.fault("page-headings", at, "there is no h1", "write the title of the page as its one h1");
        }
        for at in seconds {
            self.fault("page-headings", at, "there is a second h1", "write it as an h2");
        }
        let mut last = 0;
        for (element, level) in tree.elements.iter().filter_map(|element| Some((element, element.level()?))) {
            if level > last + 1 {
                let message = format!("h{level} follows h{last}: a level is skipped");
                self.fault(
                    "page-headings",
                    element.at,
                    message,
                    "readers who jump from heading to heading miss a step; use the level below",
                );
            }
            if element.text.trim().is_empty() {
                self.fault(
                    "page-headings",
                    element.at,
                    format!("this h{level} is empty"),
                    "print the title in it, or write no heading",
                );
            }
            last = level;
        }
    }

    fn landmarks(&mut self) {
        if self.kind == Kind::Page {
            for name in ["main", "header", "footer", "title"] {
                let count = self.top(name).count();
                if count != 1 {
                    let at = self.top(name).nth(1).map_or(0, |element| element.at);
                    let message = format!("there are {count} <{name}> of the page, there has to be one");
                    self.fault("page-landmarks", at, message, "keep the frame of the built-in `page` template");
                }
            }
            let language = self.named("html").next().and_then(|html| html.attribute("lang")).unwrap_or_default();
            if language.is_empty() {
                self.fault(
                    "page-landmarks",
                    0,
                    "the page does not say its language",
                    "write <html lang=\"{{language}}\">",
                );
            }
        }
        let mut known: BTreeSet<String> = BTreeSet::new();
        let navs: Vec<(usize, String)> = self.named("nav").map(|nav| (nav.at, self.label(nav))).collect();
        let several = navs.len() > 1;
        for (at, label) in navs {
            if several && (label.is_empty() || !known.insert(label)) {
                self.fault(
                    "page-landmarks",
                    at,
                    "two <nav> have the same name, or none",
                    "give each its own aria-label",
                );
            }
        }
    }

    /// Elements of this name that belong to the page and not to a part of it.
    fn top<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        let parts = ["article", "aside", "main", "nav", "section", "svg"];
        self.named(name).filter(move |element| self.tree.around(element).all(|outer| !parts.contains(&&*outer.name)))
    }

    fn names(&mut self) {
        let tree = self.tree;
        for element in &tree.elements {
            let at = element.at;
            match &*element.name {
                "img" if element.attribute("alt").is_none() => {
                    self.fault(
                        "page-names",
                        at,
                        "this picture has no alt",
                        "write alt=\"{{alt}}\", or alt=\"\" for decoration",
                    );
                }
                "input" if element.attribute("type") == Some("hidden") => {}
                name if CONTROLS.contains(&name) && self.label(element).trim().is_empty() => {
                    let message = format!("this <{name}> has no name that can be read out");
                    self.fault(
                        "page-names",
                        at,
                        message,
                        "put words in it, a <label> around it, or an aria-label on it",
                    );
                }
                "svg" if tree.around(element).all(|outer| outer.name != "svg") && self.is_mute(element) => {
                    self.fault(
                        "page-names",
                        at,
                        "this drawing says neither what it shows nor that it is decoration",
                        "write aria-hidden=\"true\", or role=\"img\" and aria-label",
                    );
                }
                "iframe" if element.attribute("title").is_none() => {
                    self.fault("page-names", at, "this frame has no title", "say what is in it: title=\"...\"");
                }
                _ => {}
            }
        }
    }

    fn is_mute(&self, svg: &Element) -> bool {
        svg.attribute("aria-hidden") != Some("true") && self.label(svg).trim().is_empty()
    }

    /// What assistive technology calls an element.
    fn label(&self, element: &Element) -> String {
        let by_id = |id: &str| self.tree.elements.iter().find(|other| other.attribute("id") == Some(id));
        if let Some(ids) = element.attribute("aria-labelledby") {
            return ids.split_whitespace().filter_map(by_id).map(|other| other.text.as_str()).collect();
        }
        let field = ["input", "select", "textarea"].contains(&&*element.name);
        let wraps = || self.tree.around(element).find(|outer| outer.name == "label");
        let points = || {
            self.named("label")
                .find(|label| label.attribute("for").is_some_and(|id| element.attribute("id") == Some(id)))
        };
        let given = element.attribute("aria-label").or_else(|| element.attribute("title"));
        match given {
            Some(label) => label.to_owned(),
            None if field => wraps().or_else(points).map(|label| label.text.clone()).unwrap_or_default(),
            None if element.name == "nav" => String::new(),
            None => element.text.clone(),
        }
    }

    fn ids(&mut self) {
        let tree = self.tree;
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for element in &tree.elements {
            let Some(id) = element.attribute("id") else { continue };
            if known.insert(id, element.at).is_some() {
                self.fault(
                    "page-ids",
                    element.at,
                    format!("the id `{id}` is there twice"),
                    "links to it lead to the first one only; use another id",
                );
            }
        }
        for element in &tree.elements {
            let link = element.attribute("href").and_then(|href| href.strip_prefix('#')).filter(|id| !id.is_empty());
            let named = REFERENCES.iter().filter_map(|name| element.attribute(name)).flat_map(str::split_whitespace);
            for id in link.into_iter().chain(named).filter(|id| !known.contains_key(id)) {
                self.fault(
                    "page-ids",
                    element.at,
                    format!("nothing on the page has the id `{id}`"),
                    "a link that leads nowhere; name an id that is there",
                );
            }
        }
    }

    fn policy(&mut self) {
        let tree = self.tree;
        for element in &tree.elements {
            for (name, value) in &element.attributes {
                let code = name == "style" || name.strip_prefix("on").is_some_and(|event| !event.is_empty());
                let asks =
                    LOADED.contains(&&**name) || (name == "href" && element.name == "link" && is_loaded(element));
                if code {
                    let message = format!("the attribute `{name}` is refused by the page's security policy");
                    self.fault(
                        "page-policy",
                        element.at,
                        message,
                        "write a class, and its rule into a file in templates/html/css",
                    );
                } else if asks && (value.contains("//") && !value.starts_with("data:")) {
                    let message = format!("`{value}` is loaded from elsewhere");
                    self.fault(
                        "page-policy",
                        element.at,
                        message,
                        "a page about an illness tells nobody else who reads it; keep the file in the page",
                    );
                }
            }
        }
    }
}

/// A link that browsers follow on their own.
fn is_loaded(link: &Element) -> bool {
    !matches!(link.attribute("rel"), Some("canonical" | "alternate" | "author" | "license" | "help" | "next" | "prev"))
}

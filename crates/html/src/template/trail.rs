//! Where in a hospital's templates each tag of a page was written.
//!
//! The built-in templates are checked when this crate is tested; a hospital's own are checked on the page that they make,
//! and a fault has to name their line. So before each `<` of their text a character of a private-use plane is put, which
//! stands for the place; it is taken out again when the template is compiled.

use std::sync::Arc;

use serviceline_core::source::{Place, Source};

/// The first character that stands for a place.
const FIRST: u32 = 0x10_0000;
/// The last one; the one after it is in use.
const LAST: u32 = 0x10_FFFC;

/// The places of all tags in all templates.
#[derive(Debug, Default)]
pub(crate) struct Places(Vec<Place>);

impl Places {
    /// The text of a template with a mark before each tag. Beyond the last mark there is none, and the tag counts as part
    /// of the one before.
    pub(super) fn mark(&mut self, source: &Arc<Source>) -> String {
        let text = source.text();
        let mut marked = String::with_capacity(text.len() * 2);
        let mut rest = text;
        while let Some(at) = rest.find(['<', '{']) {
            let (before, from) = rest.split_at(at);
            marked.push_str(before);
            let length = if from.starts_with("{{") { from.find("}}").map_or(from.len(), |end| end + 2) } else { 1 };
            if from.starts_with('<') {
                let start = (text.len() - from.len()) as u32;
                let tag = from.find('>').map_or(1, |end| end + 1) as u32;
                if let Some(mark) = char::from_u32(FIRST + self.0.len() as u32).filter(|mark| u32::from(*mark) <= LAST)
                {
                    self.0.push(Place::new(source, start..start + tag));
                    marked.push(mark);
                }
            }
            marked.push_str(&from[..length]);
            rest = &from[length..];
        }
        marked.push_str(rest);
        marked
    }
}

/// The number of the place that a character stands for.
pub(super) fn marked(character: char) -> Option<usize> {
    let code = u32::from(character);
    (FIRST..=LAST).contains(&code).then(|| (code - FIRST) as usize)
}

/// Which place wrote each stretch of a page.
#[derive(Debug)]
pub(crate) struct Trail<'t> {
    places: Option<&'t Places>,
    /// From which byte of the page on, and the number of the place.
    steps: Vec<(usize, usize)>,
}

impl<'t> Trail<'t> {
    /// The trail through templates with these places; without them nothing is noted.
    pub(crate) fn new(places: Option<&'t Places>) -> Self {
        Self { places, steps: Vec::new() }
    }

    /// Notes the place with this number as that of what follows from byte `at` on.
    pub(crate) fn note(&mut self, number: usize, at: usize) {
        self.steps.push((at, number));
    }

    /// The tag of a template that wrote the byte `at` of the page.
    pub(crate) fn place(&self, at: usize) -> Option<Place> {
        let next = self.steps.partition_point(|(from, _)| *from <= at);
        let (_, number) = self.steps.get(next.checked_sub(1)?)?;
        self.places?.0.get(*number).cloned()
    }

    /// The tag of a template that is being written.
    pub(crate) fn here(&self) -> Option<Place> {
        self.place(usize::MAX)
    }
}

//! What the data files hold, read once and kept: formats, a design, its fonts, icons and phrases.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serviceline_core::phrase::Phrases;
use serviceline_core::{Diagnostic, Report};
use serviceline_templates::Templates;

use crate::design::Design;
use crate::fonts::Fonts;
use crate::format::Formats;
use crate::icons::Icons;
use crate::memory::Memory;

/// Everything that a brochure is made with, besides its content.
#[derive(Debug)]
pub(crate) struct Kit {
    pub(crate) formats: Formats,
    pub(crate) design: Design,
    pub(crate) icons: Icons,
    pub(crate) fonts: Arc<Fonts>,
    pub(crate) memory: Memory,
    /// By language.
    phrases: BTreeMap<String, Phrases>,
}

const DESIGNS: &str = "brochure/designs/";

impl Kit {
    /// Reads the files of a design.
    pub(crate) fn read(templates: &Templates, design: &str) -> Result<Self, Report> {
        let file = format!("{DESIGNS}{design}.json");
        if templates.get(&file).is_none() {
            return Err(unknown_design(templates, design).into());
        }
        let design: Design = json(templates, &file)?;
        let fonts = Fonts::read(&design.faces, |name| templates.bytes(&format!("fonts/{name}.ttf")))
            .map_err(|error| Diagnostic::error("unreadable-font", error.to_string()))?;
        let mut phrases = BTreeMap::new();
        for name in templates.list("brochure/") {
            if let Some(language) = name.strip_prefix("brochure/").and_then(|n| n.strip_suffix("/phrases.yaml")) {
                phrases.insert(language.to_owned(), Phrases::load(templates, name)?);
            }
        }
        Ok(Self {
            formats: json(templates, "brochure/formats.json")?,
            design,
            icons: json(templates, "brochure/icons.json")?,
            fonts: Arc::new(fonts),
            memory: Memory::default(),
            phrases,
        })
    }

    /// The phrases of a language.
    pub(crate) fn phrases(&self, language: &str) -> Result<&Phrases, Diagnostic> {
        let base = language.split('-').next().unwrap_or_default();
        self.phrases.get(language).or_else(|| self.phrases.get(base)).ok_or_else(|| {
            let message = format!("expected the brochure's phrases in the language `{language}`, found none");
            Diagnostic::error("missing-template", message).help(format!("write `brochure/{base}/phrases.yaml`"))
        })
    }
}

fn unknown_design(templates: &Templates, design: &str) -> Diagnostic {
    let known: Vec<&str> = templates
        .list(DESIGNS)
        .into_iter()
        .filter_map(|name| name.strip_prefix(DESIGNS)?.strip_suffix(".json"))
        .collect();
    crate::map::unknown("unknown-design", "design", design, &known).at_path("serviceline.brochure.design")
}

fn json<T: DeserializeOwned>(templates: &Templates, name: &str) -> Result<T, Diagnostic> {
    let text = templates.get(name).unwrap_or_default();
    serde_json::from_str(text).map_err(|error| Diagnostic::error("unreadable-template", format!("`{name}`: {error}")))
}

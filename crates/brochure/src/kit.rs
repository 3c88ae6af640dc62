//! What the data files hold, read once and kept: formats, a design, its fonts, icons and phrases.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serviceline_core::phrase::Phrases;
use serviceline_core::{Diagnostic, Report};
use serviceline_templates::Templates;
use sha2::{Digest, Sha256};

use crate::design::Design;
use crate::fonts::{Family, Fonts, OwnFace};
use crate::format::Format;
use crate::icons::Icons;
use crate::memory::Memory;
use crate::press::setup::Tokens;

/// Everything that a brochure is made with, besides its content.
#[derive(Debug)]
pub(crate) struct Kit {
    /// By name.
    pub(crate) formats: BTreeMap<String, Format>,
    /// Panel maps by name: names of sections by panel.
    pub(crate) maps: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    design: Design,
    /// The design as it is for some formats, by the family of the format.
    families: BTreeMap<String, Design>,
    pub(crate) icons: Icons,
    pub(crate) press: Arc<Tokens>,
    pub(crate) fonts: Arc<Fonts>,
    pub(crate) memory: Memory,
    /// By language.
    phrases: BTreeMap<String, Phrases>,
}

/// What a kit depends on, besides the templates: a design, and the faces of a hospital by use, weight and checksum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KitKey {
    design: String,
    faces: Vec<(Family, u16, [u8; 32])>,
}

impl KitKey {
    pub(crate) fn new(design: &str, own: &[OwnFace]) -> Self {
        let checksum = |face: &OwnFace| *face.file.made(|file| <[u8; 32]>::from(Sha256::digest(file)));
        let faces = own.iter().map(|face| (face.family, face.weight, checksum(face)));
        Self { design: design.to_owned(), faces: faces.collect() }
    }
}

const DESIGNS: &str = "brochure/designs/";
const FORMATS: &str = "brochure/formats/";
const MAPS: &str = "brochure/maps/";

impl Kit {
    /// Reads the files of a design, with the faces that a hospital brings.
    pub(crate) fn read(templates: &Templates, design: &str, own: &[OwnFace]) -> Result<Self, Report> {
        let file = format!("{DESIGNS}{design}.json");
        if templates.get(&file).is_none() {
            return Err(unknown_design(templates, design).into());
        }
        let (mut design, mut families) = designs(templates, &file)?;
        if own.iter().any(|face| face.family == Family::Display) {
            families.values_mut().chain([&mut design]).for_each(Design::set_heads_in_display);
        }
        let fonts = Fonts::read(&design.faces, own, |name| templates.bytes(&format!("fonts/{name}.ttf")))
            .map_err(|error| Diagnostic::error("unreadable-font", error.to_string()))?;
        let mut phrases = BTreeMap::new();
        for name in templates.list("brochure/") {
            if let Some(language) = name.strip_prefix("brochure/").and_then(|n| n.strip_suffix("/phrases.yaml")) {
                phrases.insert(language.to_owned(), Phrases::load(templates, name)?);
            }
        }
        Ok(Self {
            formats: formats(templates)?,
            maps: folder(templates, MAPS)?,
            design,
            families,
            icons: json(templates, "brochure/icons.json")?,
            press: Arc::new(json(templates, "brochure/press.json")?),
            fonts: Arc::new(fonts),
            memory: Memory::default(),
            phrases,
        })
    }

    /// The design for formats of a family.
    pub(crate) fn design(&self, family: &str) -> &Design {
        self.families.get(family).unwrap_or(&self.design)
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

/// A design, and what it is for each family of formats: what stands there under `families` takes the place of what it
/// says for all (RFC 7396).
fn designs(templates: &Templates, file: &str) -> Result<(Design, BTreeMap<String, Design>), Diagnostic> {
    let mut base: Value = json(templates, file)?;
    let patches = base.as_object_mut().and_then(|design| design.remove("families"));
    let read = |value: Value| -> Result<Design, Diagnostic> {
        serde_json::from_value(value)
            .map_err(|error| Diagnostic::error("unreadable-template", format!("`{file}`: {error}")))
    };
    let mut families = BTreeMap::new();
    if let Some(Value::Object(patches)) = patches {
        for (family, patch) in patches {
            let mut value = base.clone();
            merge(&mut value, patch);
            families.insert(family, read(value)?);
        }
    }
    Ok((read(base)?, families))
}

fn merge(value: &mut Value, patch: Value) {
    match (value, patch) {
        (Value::Object(value), Value::Object(patch)) => {
            for (key, patch) in patch {
                if patch.is_null() {
                    value.remove(&key);
                } else {
                    merge(value.entry(key).or_insert(Value::Null), patch);
                }
            }
        }
        (value, patch) => *value = patch,
    }
}

fn unknown_design(templates: &Templates, design: &str) -> Diagnostic {
    let known: Vec<&str> = names(templates, DESIGNS).collect();
    crate::map::unknown("unknown-design", "design", design, &known).at_path("serviceline.brochure.design")
}

/// All formats, each with numbers that agree.
fn formats(templates: &Templates) -> Result<BTreeMap<String, Format>, Diagnostic> {
    let formats: BTreeMap<String, Format> = folder(templates, FORMATS)?;
    let check = |(name, format): (String, Format)| match format.checked() {
        Ok(format) => Ok((name, format)),
        Err(error) => Err(Diagnostic::error("unreadable-template", format!("`{FORMATS}{name}.json`: {error}"))),
    };
    formats.into_iter().map(check).collect()
}

/// Every file of a folder, by name.
fn folder<T: DeserializeOwned>(templates: &Templates, folder: &str) -> Result<BTreeMap<String, T>, Diagnostic> {
    let read = |name: &str| Ok((name.to_owned(), json(templates, &format!("{folder}{name}.json"))?));
    names(templates, folder).map(read).collect()
}

/// The names of the JSON files of a folder.
fn names<'t>(templates: &'t Templates, folder: &'t str) -> impl Iterator<Item = &'t str> {
    templates.list(folder).into_iter().filter_map(move |name| name.strip_prefix(folder)?.strip_suffix(".json"))
}

fn json<T: DeserializeOwned>(templates: &Templates, name: &str) -> Result<T, Diagnostic> {
    let text = templates.get(name).unwrap_or_default();
    serde_json::from_str(text).map_err(|error| Diagnostic::error("unreadable-template", format!("`{name}`: {error}")))
}

//! A [`Manuscript`]: what an author hands in, where each piece of it stands, and the faults found on reading.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

mod translations;

use crate::{
    Diagnostic,
    asset::Asset,
    decode::decode,
    model::{LanguageTag, Organization, ServiceLine, TypeFaces},
    path::FieldPath,
    sheet::{Sheet, Sheets},
    source::{Place, Source},
    tree::{self, Limits},
};

/// What an author hands in. It never refuses content: its faults are reported by
/// [`Publisher::prepare`](crate::Publisher::prepare), together with all others.
#[derive(Clone, Debug, Default)]
pub struct Manuscript {
    pub(crate) service: ServiceLine,
    pub(crate) organization: Organization,
    pub(crate) sheets: Sheets,
    pub(crate) assets: BTreeMap<String, Asset>,
    pub(crate) faults: Vec<Diagnostic>,
    pub(crate) folder: Option<PathBuf>,
    pub(crate) translations: Vec<LanguageTag>,
}

impl Manuscript {
    /// Content that was built in code, from a database or a content management system.
    #[must_use]
    pub fn new(service: ServiceLine, organization: Organization) -> Self {
        Self { service, organization, ..Self::default() }
    }

    /// Content in files that were read elsewhere.
    ///
    /// ```
    /// use serviceline_core::{Manuscript, source::Source};
    /// let service = Source::new("spine.yaml", "id: spine\ntitle: Spine care\n");
    /// let organization = Source::new("organization.yaml", "name: Larkmere Health\n");
    /// let manuscript = Manuscript::read(&service, &organization);
    /// assert_eq!(manuscript.service().title.full(), "Spine care");
    /// ```
    #[must_use]
    pub fn read(service: &Arc<Source>, organization: &Arc<Source>) -> Self {
        let mut manuscript = Self::default();
        (manuscript.service, manuscript.sheets.service) = sheet(service, &mut manuscript.faults);
        (manuscript.organization, manuscript.sheets.organization) = sheet(organization, &mut manuscript.faults);
        manuscript
    }

    /// Reads a service file, the `organization.yaml` beside or above it, the `serviceline.yaml` beside that, and the
    /// pictures that they name; and of its translations beside it (`x.es.yaml` beside `x.yaml`) the languages.
    ///
    /// # Errors
    ///
    /// Only those of the file system, for the service file itself; a file that is named and is not there is a fault of
    /// the manuscript.
    pub fn load(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let mut manuscript = Self::default();
        let service = read_source(path, &mut manuscript.faults)?;
        (manuscript.service, manuscript.sheets.service) = sheet(&service, &mut manuscript.faults);
        manuscript.translations = translations::beside(path, &manuscript.service);
        match organization_above(path) {
            Some(file) => manuscript.load_organization(&file)?,
            None => manuscript.faults.push(
                Diagnostic::error("organization-missing", "there is no `organization.yaml` in this folder or above it")
                    .help("put the organization's shared facts into an `organization.yaml`")
                    .at(Place::new(&service, 0..0)),
            ),
        }
        Ok(manuscript)
    }

    fn load_organization(&mut self, file: &Path) -> io::Result<()> {
        let source = read_source(file, &mut self.faults)?;
        (self.organization, self.sheets.organization) = sheet(&source, &mut self.faults);
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        if let Some(settings) = SETTINGS.iter().map(|name| folder.join(name)).find(|f| f.is_file()) {
            let source = read_source(&settings, &mut self.faults)?;
            self.read_settings(&source);
        }
        let names: Vec<String> = self.asset_names().into_iter().map(|(_, name)| name.to_owned()).collect();
        for name in names {
            // A name that leads out of the folder is no picture of this organization; `prepare` says so.
            let inside = Path::new(&name).components().all(|c| matches!(c, std::path::Component::Normal(_)));
            if let Some(bytes) = inside.then(|| fs::read(folder.join(&name)).ok()).flatten() {
                self.assets.insert(name.clone(), Asset::new(name, bytes));
            }
        }
        self.folder = Some(folder);
        Ok(())
    }

    /// Hands in a picture or a font that the content names.
    #[must_use]
    pub fn with_asset(mut self, name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        let name = name.into();
        self.assets.insert(name.clone(), Asset::new(name, bytes));
        self
    }
    /// Hands in the settings of the channels, as in a `serviceline.yaml`.
    #[must_use]
    pub fn with_settings(mut self, settings: &Arc<Source>) -> Self {
        self.read_settings(settings);
        self
    }
    /// Settings may all be commented out: then there are none.
    fn read_settings(&mut self, source: &Arc<Source>) {
        let mut faults = vec![];
        let tree = tree::parse(source, Limits::default(), &mut faults);
        faults.retain(|fault| fault.code != "empty-file");
        self.faults.append(&mut faults);
        self.sheets.settings = tree.map(|tree| Arc::new(Sheet { source: Arc::clone(source), tree }));
    }
    /// Says in which other languages the same service line is published.
    #[must_use]
    pub fn with_translations(mut self, languages: impl IntoIterator<Item = LanguageTag>) -> Self {
        self.translations = languages.into_iter().collect();
        self
    }
    /// The service line, as far as it could be read.
    #[must_use]
    pub fn service(&self) -> &ServiceLine {
        &self.service
    }
    /// The organization, as far as it could be read.
    #[must_use]
    pub fn organization(&self) -> &Organization {
        &self.organization
    }
    /// The folder of the organization's file, if it was loaded from one: a hospital's own templates lie beside it.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The files that the content names, with the field that names each.
    pub(crate) fn asset_names(&self) -> Vec<(FieldPath, &str)> {
        let mut names: Vec<(FieldPath, &str)> = vec![];
        for (i, image) in self.service.images.iter().enumerate() {
            names.push((format!("images[{i}].file").into(), &image.file));
            let sizes = image.sizes.iter().enumerate();
            names.extend(sizes.map(|(n, file)| (format!("images[{i}].sizes[{n}]").into(), file.as_str())));
        }
        let brand = &self.organization.brand;
        for (field, logo) in [("logo", &brand.logo), ("logo_dark", &brand.logo_dark), ("icon", &brand.icon)] {
            names.extend(logo.iter().map(|l| (format!("organization.brand.{field}.file").into(), l.file.as_str())));
        }
        for (field, face) in brand.faces.iter().flat_map(TypeFaces::each) {
            for (part, file) in [("file", &face.file), ("bold", &face.bold)] {
                let path = || format!("organization.brand.type.{field}.{part}").into();
                names.extend(file.as_deref().map(|file| (path(), file)));
            }
        }
        names.extend(brand.profile.iter().map(|file| ("organization.brand.profile".into(), file.as_str())));
        names.retain(|(_, name)| !name.is_empty());
        names
    }

    /// Where a field, or the innermost part around it that was given, stands; nothing for content that was built in code.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<Place> {
        self.sheets.place(path)
    }
    /// What stood here could not be read, which has been reported: it is not missing.
    pub(crate) fn is_cut_short(&self, path: &str) -> bool {
        let (sheet, path) = self.sheets.of(path);
        let named = self.faults.iter().filter_map(|fault| fault.path.as_ref()).any(|at| at.as_str() == path);
        named || sheet.map_or(!self.faults.is_empty(), |sheet| sheet.tree.find_nearest(path).is_cut_short())
    }
}

const ORGANIZATION: [&str; 3] = ["organization.yaml", "organization.yml", "organization.json"];
const SETTINGS: [&str; 3] = ["serviceline.yaml", "serviceline.yml", "serviceline.json"];

/// The organization's file beside a service file or above it.
fn organization_above(path: &Path) -> Option<PathBuf> {
    let find = |folder: &Path| ORGANIZATION.iter().map(|name| folder.join(name)).find(|file| file.is_file());
    let above = path.ancestors().skip(1).find_map(find);
    above.or_else(|| fs::canonicalize(path).ok()?.ancestors().skip(1).find_map(find))
}

/// Whatever lies in a folder; nothing if it can't be read.
fn files_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(Result::ok).map(|entry| entry.path())
}

fn read_source(path: &Path, faults: &mut Vec<Diagnostic>) -> io::Result<Arc<Source>> {
    let bytes = fs::read(path)?;
    let name = path.display().to_string();
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let source = Source::new(name, String::from_utf8_lossy(error.as_bytes()));
            let place = Place::new(&source, at as u32..at as u32);
            faults.push(
                Diagnostic::error("not-utf8", "expected text in UTF-8, found other bytes")
                    .help("save the file with the encoding UTF-8")
                    .at(place),
            );
            Ok(source)
        }
    }
}

fn sheet<T: serde::de::DeserializeOwned + Default>(
    source: &Arc<Source>,
    faults: &mut Vec<Diagnostic>,
) -> (T, Option<Arc<Sheet>>) {
    let Some(tree) = tree::parse(source, Limits::default(), faults) else { return (T::default(), None) };
    let (value, tree) = decode(tree, source, faults);
    (value, Some(Arc::new(Sheet { source: Arc::clone(source), tree })))
}

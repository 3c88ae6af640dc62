//! The type faces that a hospital brings.

use serviceline_core::model::Face;
use serviceline_core::{Diagnostic, Report, Selection};

use crate::fonts::{Family, FontError, OwnFace};
use crate::layout::report;

/// The bold weight of text, where a font does not say that it is heavier than its regular one.
const BOLD: u16 = 700;

/// The faces that the organization brings as files.
///
/// # Errors
///
/// A font cannot be used, or text would be set in one weight only.
pub(crate) fn faces(selection: &Selection<'_>) -> Result<Vec<OwnFace>, Report> {
    let (mut faces, mut problems) = (Vec::new(), Vec::new());
    let Some(types) = &selection.organization().brand.faces else { return Ok(faces) };
    let heading = types.heading.iter().map(|face| ("heading".to_owned(), Family::Display, face));
    let body = types.body.iter().map(|face| ("body".to_owned(), Family::Text, face));
    let fallback = (0..=u8::MAX).zip(&types.fallback);
    let fallback = fallback.map(|(number, face)| (format!("fallback[{number}]"), Family::Other(number), face));
    for (field, family, face) in heading.chain(body).chain(fallback) {
        let path = format!("organization.brand.type.{field}");
        read(selection, &path, family, face, &mut faces, &mut problems);
    }
    if problems.is_empty() { Ok(faces) } else { Err(report(problems)) }
}

/// Reads the files of a face, the bold one after the other.
fn read(
    selection: &Selection<'_>,
    path: &str,
    family: Family,
    face: &Face,
    faces: &mut Vec<OwnFace>,
    problems: &mut Vec<Diagnostic>,
) {
    let asset = |file: &Option<String>| selection.edition().asset(file.as_deref()?);
    let Some(file) = asset(&face.file) else { return };
    if family == Family::Text && face.bold.is_none() {
        let problem = Diagnostic::error("unreadable-font", "expected text in two weights, found one")
            .help("name the file of the bold weight too: `bold: fonts/...-Bold.ttf`");
        problems.push(problem.at_path(path));
    }
    let mut unusable = |part: &str, error: &FontError| {
        let problem = Diagnostic::error("unreadable-font", error.to_string()).help(cure(error));
        problems.push(problem.at_path(format!("{path}.{part}")));
    };
    let regular = OwnFace::read(family, face.weight, file);
    let bold = asset(&face.bold).map(|file| OwnFace::read(family, None, file));
    let lightest = regular.as_ref().map_or(0, |face| face.weight);
    match regular {
        Ok(face) => faces.push(face),
        Err(error) => unusable("file", &error),
    }
    match bold {
        None => {}
        Some(Ok(face)) if face.weight > lightest => faces.push(face),
        Some(Ok(face)) => faces.push(OwnFace { weight: BOLD.max(lightest + 1), ..face }),
        Some(Err(error)) => unusable("bold", &error),
    }
}

/// What to do about a font that cannot be used.
fn cure(error: &FontError) -> &'static str {
    match error {
        FontError::Variable(_) => "ask its maker for static fonts, one file a weight",
        FontError::Forbidden { .. } => "buy a licence for embedding in documents, or use another font",
        FontError::Missing(_) | FontError::Unreadable(_) | FontError::NoOutlines(_) => {
            "use a font file of the kind `.ttf` or `.otf`; those for the web (`.woff2`) do not do"
        }
    }
}

//! The style sheet of a page: the files of the design with the tokens of a brand in their two marks.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use serviceline_core::diagnostic::{Diagnostic, Report};
use serviceline_core::model::Brand;
use serviceline_templates::Templates as Files;

use super::Look;
use crate::page::Theme;

/// The files of a page, in the order in which the design layers them.
pub(crate) const PAGE: &[&str] = &["tokens", "base", "frame", "foot", "hero", "parts", "page"];
/// The files of a fragment.
pub(crate) const FRAGMENT: &[&str] = &["tokens", "base", "foot", "hero", "parts", "fragment"];
/// The files of the list of all services.
pub(crate) const INDEX: &[&str] = &["tokens", "base", "frame", "foot", "hero", "index", "page"];
/// What only drafts need.
const DRAFT: &str = "draft";
/// What overrules the others: forced colours and paper.
const LAST: &str = "media";

/// The style sheet, cut at the places where the tokens of a brand go.
#[derive(Debug)]
pub(crate) struct StyleSheet {
    before_light: String,
    before_dark: String,
    rest: String,
    draft: String,
    last: String,
    /// What was made for a brand, published or as a draft.
    made: Mutex<Vec<(Brand, bool, Dress)>>,
}

/// What a page wears: a style sheet, and the colours of the browser's frame.
#[derive(Clone, Debug)]
pub(crate) struct Dress {
    pub(crate) theme: Theme,
    pub(crate) style: Arc<str>,
}

/// Enough for several hospitals; beyond that all are forgotten, and made again when they are needed.
const MOST: usize = 64;

impl StyleSheet {
    /// Reads the files of the design, without their comments.
    ///
    /// # Errors
    ///
    /// `missing-template` for a file that is not there, `template-syntax` for a file of tokens without its two marks.
    pub(crate) fn new(files: &Files, layers: &[&str]) -> Result<Self, Report> {
        let mut sheet = String::new();
        for name in layers {
            sheet.push_str(&read(files, name)?);
        }
        let cut = |sheet: &str, mark: &str| {
            let parts = sheet.split_once(mark).map(|(before, after)| (before.to_owned(), after.to_owned()));
            parts.ok_or_else(|| Diagnostic::error("template-syntax", format!("`html/css/tokens.css` has no `{mark}`")))
        };
        let (before_light, rest) = cut(&sheet, "/*TOKENS-LIGHT*/")?;
        let (before_dark, rest) = cut(&rest, "/*TOKENS-DARK*/")?;
        Ok(Self {
            before_light,
            before_dark,
            rest,
            draft: read(files, DRAFT)?,
            last: read(files, LAST)?,
            made: Mutex::default(),
        })
    }

    /// What a page of this brand wears. It is made once for all of its pages.
    ///
    /// # Errors
    ///
    /// `brand-token` and `brand-contrast`, as [`Look::of`].
    pub(crate) fn dress(&self, brand: &Brand, is_draft: bool) -> Result<Dress, Report> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((.., dress)) = made.iter().find(|(known, draft, _)| known == brand && *draft == is_draft) {
            return Ok(dress.clone());
        }
        let look = Look::of(brand)?;
        let dress = Dress { theme: look.theme(), style: self.of(&look, is_draft).into() };
        if made.len() >= MOST {
            made.clear();
        }
        made.push((brand.clone(), is_draft, dress.clone()));
        Ok(dress)
    }

    fn of(&self, look: &Look, is_draft: bool) -> String {
        let mut css = String::with_capacity(24_000);
        let draft = if is_draft { self.draft.as_str() } else { "" };
        css.push_str(&self.before_light);
        let _ = write!(css, "{}{}", look.light.css(), look.tokens);
        css.push_str(&self.before_dark);
        css.push_str(&look.dark.css());
        for part in [self.rest.as_str(), draft, self.last.as_str()] {
            css.push_str(part);
        }
        css
    }
}

fn read(files: &Files, name: &str) -> Result<String, Report> {
    let file = format!("html/css/{name}.css");
    match files.get(&file) {
        Some(css) => Ok(without_comments(css)),
        None => Err(Diagnostic::error("missing-template", format!("there is no file `{file}`")).into()),
    }
}

/// Comments go, except the marks of tokens, and with them the lines that they leave empty.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        if comment.starts_with("TOKENS-") {
            let _ = write!(kept, "/*{comment}*/");
        }
        rest = after;
    }
    kept.push_str(rest);
    kept.lines().filter(|line| !line.trim().is_empty()).fold(String::with_capacity(kept.len()), |mut css, line| {
        css.push_str(line);
        css.push('\n');
        css
    })
}

//! The channel `html`: one complete, self-contained, accessible page, or a fragment of one for another page.
//!
//! [`Html`] composes a [`Page`], which holds every word in its place, and encodes it with the templates in
//! `templates/html/`. A hospital may overlay any of them: they are checked when they are read, and a template that drops a
//! text of the content is refused by the name of the field. The colours of the page follow from the brand so that no brand
//! can make it unreadable ([`brand`]). Nothing is loaded from elsewhere: style sheet, script and pictures are in the page.
//!
//! Its siblings publish the same content as Markdown, as a brochure and as a phone script; none of them knows another.

mod audit;
pub mod brand;
mod compose;
mod encode;
mod escape;
mod fragment;
mod json;
mod options;
pub mod page;
mod picture;
mod policy;
mod print;
mod rich;
mod scan;
pub mod site;
mod structured;
mod template;
mod view;
mod weight;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serviceline_core::channel::{Channel, ChannelInfo, File, Notes};
use serviceline_core::diagnostic::Report;
use serviceline_core::fields::Fields;
use serviceline_core::model::Brand;
use serviceline_core::{Diagnostic, Selection, Variant, Words};
use serviceline_templates::Templates as Files;

pub use options::{
    FragmentOptions, HeadingLevel, HtmlOptions, IdPrefix, PictureBase, PicturePlace, RootSize, Scheme, SectionId, Shape,
};
pub use picture::Beside;
pub use policy::Policy;
pub use template::TemplateField;
pub use view::Verbatim;

use brand::StyleSheet;
use brand::style::{self, Dress};
use compose::Plan;
use encode::Survey;
use page::Page;
use site::{Index, Site};
use template::{Root, Templates};
use view::View;

/// The channel `html`.
///
/// `Html::default()` publishes with the built-in templates; they are compiled once in a process.
#[derive(Clone, Debug)]
pub struct Html {
    design: Result<Arc<Design>, Report>,
    site: Option<Arc<Site>>,
}

/// The templates, the style sheet and the script, read and checked.
#[derive(Debug)]
struct Design {
    templates: Templates,
    style: StyleSheet,
    fragment_style: StyleSheet,
    index_style: StyleSheet,
    script: Arc<str>,
    index_script: Arc<str>,
}

impl Html {
    /// A channel that publishes with these templates. They can come from anywhere, as strings:
    ///
    /// ```
    /// use serviceline_html::Html;
    /// use serviceline_templates::Templates;
    ///
    /// let own = "<ul>{{#each items}}<li><b>{{role}}</b>{{#with say}} {{> say}}{{/with}} {{plain}}</li>{{/each}}</ul>";
    /// let html = Html::new(&Templates::builtin().overlay("html/team.hbs", own));
    /// assert!(html.is_ok());
    ///
    /// let slip = own.replace("role", "rolle");
    /// let report = Html::new(&Templates::builtin().overlay("html/team.hbs", slip)).unwrap_err().to_string();
    /// assert!(report.contains("html/team.hbs:1:") && report.contains("did you mean `role`?"), "{report}");
    /// ```
    ///
    /// # Errors
    ///
    /// Every fault of every template, with its place: `template-syntax`, `template-name`, `missing-template`.
    pub fn new(files: &Files) -> Result<Self, Report> {
        Ok(Self { design: Ok(Arc::new(Design::new(files)?)), site: None })
    }

    /// What a template can name: the fields of the part of the page that it writes. `name` is that of its file, without
    /// folder and ending. Nothing for a template that there is not.
    ///
    /// ```
    /// let html = serviceline_html::Html::default();
    /// let fields = html.fields("team").unwrap_or_default();
    /// let role = fields.iter().find(|field| field.path == "items[].role").map(|field| (field.kind, field.about));
    /// assert_eq!(role, Some(("words", "What it is called.")));
    /// ```
    #[must_use]
    pub fn fields(&self, name: &str) -> Option<Vec<TemplateField>> {
        self.design.as_ref().ok()?.templates.fields(name)
    }
}

impl Default for Html {
    fn default() -> Self {
        static BUILTIN: OnceLock<Result<Arc<Design>, Report>> = OnceLock::new();
        Self { design: BUILTIN.get_or_init(|| Design::new(&Files::builtin()).map(Arc::new)).clone(), site: None }
    }
}

impl Design {
    fn new(files: &Files) -> Result<Self, Report> {
        let script = |name: &str| {
            let missing = || Diagnostic::error("missing-template", format!("there is no file `{name}`"));
            files.get(name).map(Arc::from).ok_or_else(missing)
        };
        let root = |name, shape| Root { name, shape };
        let roots =
            [root(encode::PAGE, Page::shape()), root(encode::PART, Page::shape()), root(encode::INDEX, Index::root())];
        Ok(Self {
            templates: Templates::new(files, &roots)?,
            style: StyleSheet::new(files, style::PAGE)?,
            fragment_style: StyleSheet::new(files, style::FRAGMENT)?,
            index_style: StyleSheet::new(files, style::INDEX)?,
            script: script("html/script.js")?,
            index_script: script("html/index.js")?,
        })
    }

    /// What a page wears: its style sheet, with the rules of a fragment where it is one.
    fn dress(&self, page: &mut Page, brand: &Brand, options: &HtmlOptions) -> Result<(), Report> {
        let sheet = if page.fragment.is_some() { &self.fragment_style } else { &self.style };
        let Dress { theme, style } = sheet.dress(brand, page.draft.is_some())?;
        page.theme = theme;
        page.style = Verbatim(match page.fragment {
            None => style,
            Some(_) => [&style, options.fragment.css().as_str()].concat().into(),
        });
        page.script = Verbatim(Arc::clone(&self.script));
        Ok(())
    }
}

impl Channel for Html {
    type Options = HtmlOptions;
    type Document = Page;

    fn info(&self) -> ChannelInfo {
        ChannelInfo {
            id: "html",
            selects: "html",
            prefers: Variant::Full,
            staff: false,
            about: "one complete web page, with everything it needs inside",
            suffix: encode::SUFFIX,
            media_type: encode::MEDIA_TYPE,
        }
    }

    fn compose(&self, selection: &Selection<'_>, options: &HtmlOptions, notes: &mut Notes) -> Result<Page, Report> {
        let design = self.design.as_ref().map_err(Clone::clone)?;
        let mut page = compose::compose(selection, Plan { options, site: self.site.as_deref() }, notes);
        design.dress(&mut page, &selection.organization().brand, options)?;
        if design.templates.omits() {
            leave_out(&Survey::new(&design.templates, &page)?.omitted(), selection, notes);
        }
        Ok(page)
    }

    fn words<'d>(&self, page: &'d Page, see: &mut dyn FnMut(&'d Words)) {
        let omits = self.design.as_ref().ok().filter(|design| design.templates.omits());
        match omits.and_then(|design| Survey::new(&design.templates, page).ok()) {
            Some(survey) => survey.words(see),
            None => page.words(see),
        }
    }

    fn encode(&self, page: &Page) -> Result<Vec<File>, Report> {
        let design = self.design.as_ref().map_err(Clone::clone)?;
        encode::encode(&design.templates, page)
    }

    fn remarks(&self, files: &[File], options: &HtmlOptions) -> Vec<Diagnostic> {
        weight::remark(files, options.page_kilobytes).into_iter().collect()
    }
}

/// Tells coverage what a hospital's templates leave out, and why.
fn leave_out(omitted: &BTreeMap<String, String>, selection: &Selection<'_>, notes: &mut Notes) {
    let edition = selection.edition();
    let mut see = |leaf: &dyn serviceline_core::Leaf| {
        if let Some(reason) = omitted.get(leaf.place().as_str()) {
            notes.leave_out(leaf, reason);
        }
    };
    let service: &serviceline_core::ServiceLine = edition;
    service.leaves(&mut |leaf| see(leaf));
    edition.organization().leaves(&mut |leaf| see(leaf));
}

//! The list of all services as a document.

use serviceline_core::words::Words;

use crate::page::{Alternate, Breadcrumb, Draft, Footer, Header, Icons, Theme};
use crate::view::{Verbatim, parts};

parts! {
    /// The list of all services.
    pub struct Index {
        /// The language, for browsers.
        pub language: String,
        /// `rtl` for a language that is written from right to left.
        pub direction: Option<String>,
        /// What the list is called.
        pub title: Words,
        /// Whose services they are.
        pub organization: Words,
        /// One sentence for search results.
        pub description: Words,
        /// The address under which the list is published.
        pub canonical: Option<String>,
        /// The same list in each language.
        pub alternates: Vec<Alternate>,
        /// Search engines must not list it.
        pub noindex: bool,
        /// The Content-Security-Policy, if the page says it itself; what stands here is replaced at the end.
        pub policy: Option<String>,
        /// A small square sign.
        pub icon: Option<Verbatim>,
        /// The colours of the browser's frame.
        pub theme: Theme,
        /// The style sheet.
        pub style: Verbatim,
        /// The script.
        pub script: Verbatim,
        /// The same facts for machines: none.
        pub structured: Option<Verbatim>,
        /// The words of the link that leads past the header.
        pub skip: Words,
        /// The icons that are used.
        pub icons: Icons,
        /// The header.
        pub header: Header,
        /// The way here.
        pub breadcrumb: Option<Breadcrumb>,
        /// What leads the list.
        pub lead: Words,
        /// What people come for.
        pub filter: Option<IndexFilter>,
        /// The services, if there are few.
        pub items: Vec<IndexItem>,
        /// The services under their first letters, if there are many.
        pub groups: Vec<IndexGroup>,
        /// The footer.
        pub footer: Option<Footer>,
        /// That the services are drafts.
        pub draft: Option<Draft>,
    }
    /// What people come for.
    pub struct IndexFilter {
        /// What the choice is about.
        pub legend: Words,
        /// The choice of everything.
        pub all: Words,
        /// The choices.
        pub needs: Vec<NeedChoice>,
        /// How many are shown, with `#` for the number.
        pub status: Words,
    }
    /// Something that people come for.
    pub struct NeedChoice {
        /// Its name.
        pub id: String,
        /// Its words.
        pub label: Words,
    }
    /// The services of one letter.
    pub struct IndexGroup {
        /// The letter.
        pub letter: Words,
        /// The services.
        pub items: Vec<IndexItem>,
    }
    /// A service.
    pub struct IndexItem {
        /// It stands under a letter.
        pub nested: bool,
        /// The names of what people come for, with spaces between them.
        pub need_ids: String,
        /// Its page.
        pub href: String,
        /// Its title.
        pub title: Words,
        /// The same in everyday words.
        pub plain_name: Option<Words>,
        /// What it is, in one sentence.
        pub one_line: Option<Words>,
        /// What people come for.
        pub needs: Option<Words>,
        /// Whom to call.
        pub phone: Option<IndexPhone>,
        /// Other files.
        pub files: Vec<IndexFile>,
    }
    /// Whom to call.
    pub struct IndexPhone {
        /// The number to dial.
        pub href: String,
        /// What the call is for, for those who hear the link alone.
        pub hidden: Words,
        /// The number.
        pub number: Words,
    }
    /// A file of a service.
    pub struct IndexFile {
        /// Where it is.
        pub href: String,
        /// Whose file it is, for those who hear the link alone.
        pub hidden: Words,
        /// What it is.
        pub label: Words,
    }
}

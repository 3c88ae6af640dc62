//! What is around the content: header, breadcrumb, review line, footer, and the banner of a draft.

use serviceline_core::words::{Passage, Words};

use crate::view::{Verbatim, parts};

parts! {
    /// The colours of the browser's frame.
    pub struct Theme {
        /// On a light ground.
        pub light: String,
        /// On a dark ground.
        pub dark: String,
    }
    /// That the page is a draft.
    pub struct Draft {
        /// One word for it.
        pub name: Words,
        /// That it must not be published.
        pub notice: Words,
        /// How many gaps there are.
        pub count: Option<Words>,
        /// The gaps.
        pub gaps: Vec<GapLink>,
    }
    /// A link to a gap.
    pub struct GapLink {
        /// Where it is on the page, if it is there.
        pub id: Option<String>,
        /// What is missing.
        pub label: Words,
    }
    /// The icons that are used.
    pub struct Icons {
        /// A handset.
        pub phone: bool,
        /// A sheet of paper.
        pub doc: bool,
        /// A shield.
        pub shield: bool,
        /// A camera.
        pub video: bool,
        /// A pin on a map.
        pub pin: bool,
        /// A warning sign.
        pub alert: bool,
        /// A clock.
        pub clock: bool,
        /// A speech bubble.
        pub talk: bool,
        /// A heart.
        pub heart: bool,
    }
    /// The header.
    pub struct Header {
        /// The organization's own page, if it has one.
        pub home: Option<String>,
        /// The logo.
        pub logo: Option<Logo>,
        /// The name, unless the logo says it.
        pub name: Option<Words>,
        /// The same page in other languages.
        pub languages: Option<Languages>,
        /// The number for emergencies.
        pub emergency: Option<EmergencyLine>,
    }
    /// The same page in a language, for search engines.
    pub struct Alternate {
        /// The language, or `x-default` for readers of all others.
        pub lang: String,
        /// Its address.
        pub href: String,
    }
    /// The same page in other languages.
    pub struct Languages {
        /// What this is, for those who hear it.
        pub name: Words,
        /// The languages.
        pub items: Vec<LanguageLink>,
    }
    /// The same page in another language.
    pub struct LanguageLink {
        /// The language.
        pub lang: String,
        /// `rtl` for a language that is written from right to left.
        pub direction: Option<String>,
        /// Its address.
        pub href: String,
        /// The language's own name.
        pub label: Words,
    }
    /// The logo.
    pub struct Logo {
        /// The picture.
        pub src: Verbatim,
        /// The picture on a dark ground.
        pub dark: Option<Verbatim>,
        /// What it shows.
        pub alt: Option<Words>,
    }
    /// The number for emergencies.
    pub struct EmergencyLine {
        /// The word in front.
        pub question: Words,
        /// The number to dial.
        pub href: String,
        /// The words of the link.
        pub call: Words,
        /// The words of the link to the care cards, where there are any.
        pub signs: Option<Words>,
    }
    /// A link.
    pub struct Link {
        /// Its address.
        pub href: String,
        /// Its words.
        pub label: Words,
    }
    /// The way to this page.
    pub struct Breadcrumb {
        /// What this is, for those who hear it.
        pub name: Words,
        /// The pages above.
        pub parents: Vec<Link>,
        /// This page.
        pub here: Words,
    }
    /// Who reviewed the page, and when.
    pub struct Review {
        /// One statement each.
        pub lines: Vec<Words>,
        /// The same content in other files.
        pub formats: Option<Formats>,
        /// Where the current page is; on paper alone.
        pub current: Option<Words>,
    }
    /// The same content in other files.
    pub struct Formats {
        /// What they are.
        pub title: Words,
        /// The files.
        pub links: Vec<Link>,
    }
    /// The footer.
    pub struct Footer {
        /// Whose page it is.
        pub name: Words,
        /// Name in law, main number, help for people who are deaf.
        pub lines: Vec<Words>,
        /// Rights, and links to notices.
        pub rights: Option<Rights>,
        /// Help in other languages.
        pub languages: Option<LanguageHelp>,
    }
    /// Rights, and links to notices.
    pub struct Rights {
        /// The heading.
        pub title: Words,
        /// The statements.
        pub statements: Vec<Passage>,
        /// Links to whole notices.
        pub links: Vec<Link>,
    }
    /// Help in other languages.
    pub struct LanguageHelp {
        /// The heading.
        pub title: Words,
        /// The offer, once in each language.
        pub taglines: Vec<Tagline>,
        /// Where more stands.
        pub link: Option<Link>,
    }
    /// The offer of an interpreter in one language.
    pub struct Tagline {
        /// The language.
        pub lang: String,
        /// `rtl` for a language that is written from right to left.
        pub direction: Option<String>,
        /// The language's own name.
        pub name: Option<Words>,
        /// The offer.
        pub text: Words,
    }
}

//! What stands above everything else: title, main message, first facts, care cards, contents.

use serviceline_core::words::{Passage, Words};

use crate::view::{Verbatim, parts};

parts! {
    /// The dark band at the top.
    pub struct Hero {
        /// The title.
        pub title: Words,
        /// The title in everyday words.
        pub plain_name: Option<Words>,
        /// What leads every channel.
        pub main_message: Passage,
        /// What a reader can do now.
        pub actions: Vec<Action>,
        /// When somebody answers, and for whom there is help.
        pub note: Vec<Words>,
        /// A picture.
        pub photo: Option<Photo>,
        /// First facts.
        pub facts: Option<Facts>,
    }
    /// A button.
    pub struct Action {
        /// It is the one that stands out.
        pub first: bool,
        /// Where it leads.
        pub href: String,
        /// The icon of a call.
        pub icon: Option<String>,
        /// Its words.
        pub label: Words,
    }
    /// A picture.
    pub struct Photo {
        /// The picture.
        pub src: Verbatim,
        /// Its addresses in all of its sizes, if it has more than one.
        pub srcset: Option<String>,
        /// Its width in pixels; nothing for a drawing.
        pub width: Option<String>,
        /// Its height in pixels; nothing for a drawing.
        pub height: Option<String>,
        /// What it shows, for those who cannot see it.
        pub alt: Words,
        /// The line under it.
        pub caption: Option<Words>,
        /// It may be loaded late.
        pub lazy: bool,
        /// It is a file of its own.
        pub apart: bool,
    }
    /// First facts.
    pub struct Facts {
        /// The heading.
        pub title: Words,
        /// The facts.
        pub items: Vec<Fact>,
    }
    /// A fact.
    pub struct Fact {
        /// Its icon.
        pub icon: String,
        /// What it is about.
        pub label: Words,
        /// What it says.
        pub value: Words,
        /// Where more stands.
        pub href: Option<String>,
    }
    /// When to get help.
    pub struct Cares {
        /// The heading.
        pub title: Words,
        /// What is said before the cards.
        pub intro: Option<Passage>,
        /// There are four cards, so they stand in two rows.
        pub four: bool,
        /// The cards, the gravest first.
        pub cards: Vec<CareCard>,
        /// Who approved them.
        pub approvals: Vec<Words>,
    }
    /// A card.
    pub struct CareCard {
        /// How quickly, for the style sheet.
        pub level: String,
        /// Its icon.
        pub icon: String,
        /// How quickly, in words.
        pub name: Words,
        /// What to do.
        pub action: Words,
        /// The signs.
        pub items: Vec<Words>,
        /// The line to call.
        pub call: Option<CareCall>,
    }
    /// The line to call.
    pub struct CareCall {
        /// Its number.
        pub href: String,
        /// The words of the button.
        pub label: Words,
        /// When somebody answers.
        pub hours: Option<Words>,
    }
    /// What is on the page.
    pub struct Contents {
        /// The heading.
        pub title: Words,
        /// The sections.
        pub items: Vec<ContentsItem>,
        /// The line for appointments.
        pub call: Option<ContentsCall>,
    }
    /// A section in the list of contents.
    pub struct ContentsItem {
        /// The section.
        pub id: String,
        /// A short name.
        pub label: Words,
    }
    /// The line for appointments.
    pub struct ContentsCall {
        /// What it is for.
        pub label: Words,
        /// The number.
        pub phone: Words,
    }
}

//! The organization: facts that all of its service lines share.

use std::collections::BTreeMap;

use super::{
    Audience, Claim, FirstUse, Holiday, Link, LinkRef, Location, Phone, Schedule, ScriptContent, record,
    scalar::{Color, LanguageTag, Slug, TimeZone, Url},
};
use crate::{
    fields::fields,
    leaf::{Fact, Text},
};

record! {
    /// A health system: name, brand, phones, places, notices, words and claims that its service lines share.
    pub struct Organization {
        /// Nothing of it exists: every channel says so.
        pub fictional: bool,
        /// The name.
        pub name: Text,
        /// The name in law.
        pub legal_name: Text,
        /// The name inside a spoken sentence.
        pub said_as: Text,
        /// How the name sounds, respelled.
        pub say: Text,
        /// The language of its shared texts.
        pub language: LanguageTag,
        /// ISO 3166-2 code of its region.
        pub region: Option<String>,
        /// Where its clocks are set.
        pub time_zone: Fact<TimeZone>,
        /// Its web site.
        pub web: Web,
        /// Its look.
        pub brand: Brand,
        /// Days on which offices are closed.
        pub holidays: Vec<Fact<Holiday>>,
        /// Named schedules.
        pub hours: Vec<Schedule>,
        /// Phone lines.
        pub phones: Vec<Phone>,
        /// Places.
        pub locations: Vec<Location>,
        /// Links.
        pub links: Vec<Link>,
        /// Notices that the law or care asks for.
        pub notices: Notices,
        /// Words that readers may not know.
        pub glossary: Vec<Term>,
        /// Claims.
        pub claims: BTreeMap<String, Claim>,
        /// Call-centre rules that hold for all service lines.
        pub script: ScriptContent,
    }
    /// A web site.
    pub struct Web {
        /// The address on which paths are resolved.
        pub base_url: Option<Url>,
        /// How the address is said.
        pub said_as: Text,
    }
    /// What a reader recognizes the organization by.
    pub struct Brand {
        /// The logo.
        pub logo: Option<Logo>,
        /// The logo on dark ground.
        pub logo_dark: Option<Logo>,
        /// A small square sign.
        pub icon: Option<Logo>,
        /// Type faces.
        #[serde(rename = "type")]
        pub faces: Option<TypeFaces>,
        /// Colours by role, in RGB and CMYK.
        pub colors: BTreeMap<String, BrandColor>,
        /// Roundness of corners: none, small, medium or large.
        pub radius: Option<String>,
        /// Room between parts: airy, normal or compact.
        pub density: Option<String>,
        /// Values of single tokens of the web page, by name.
        pub tokens: BTreeMap<String, String>,
        /// The printer's ICC profile.
        pub profile: Option<String>,
        /// The total ink that the printer's paper takes, in percent.
        pub ink_limit: Option<u16>,
    }
    /// A picture of the name.
    pub struct Logo {
        /// The file, from the folder of `organization.yaml`.
        pub file: String,
        /// What it shows, in words.
        pub alt: String,
    }
    /// Type faces by use.
    pub struct TypeFaces {
        /// For headings.
        pub heading: Option<Face>,
        /// For text.
        pub body: Option<Face>,
        /// For other scripts: a text with a character that its own face lacks is set in the first of these that has all.
        pub fallback: Vec<Face>,
    }
    /// A type face.
    pub struct Face {
        /// Its family name.
        pub family: String,
        /// Its weight, 100 to 900.
        pub weight: Option<u16>,
        /// Its file, if the organization brings it: TrueType or OpenType with CFF (`.ttf`, `.otf`), from the folder of `organization.yaml`.
        pub file: Option<String>,
        /// The file of its bold weight. Text needs one, for what is emphasized.
        pub bold: Option<String>,
    }
    /// A colour for the screen and for the press.
    pub struct BrandColor {
        /// sRGB.
        pub rgb: Option<Color>,
        /// Cyan, magenta, yellow and black in percent.
        pub cmyk: Vec<f32>,
    }
    /// Notices.
    pub struct Notices {
        /// That nobody is treated differently.
        pub nondiscrimination: Nondiscrimination,
        /// That help with language is free.
        pub language_assistance: LanguageAssistance,
        /// Where it stands what is done with a patient's data.
        pub privacy: Fact<LinkRef>,
        /// For people who are deaf or hard of hearing.
        pub tty: Text,
        /// Other notices.
        pub disclaimers: Vec<Disclaimer>,
    }
    /// That nobody is treated differently.
    pub struct Nondiscrimination {
        /// The statement.
        pub text: Text,
        /// The statement where space is scarce.
        pub short: Option<String>,
        /// The statement where it is read aloud.
        pub spoken: Option<String>,
        /// Where the whole notice stands.
        pub full: Fact<LinkRef>,
    }
    /// That help with language is free.
    pub struct LanguageAssistance {
        /// Where the whole notice stands.
        pub full: Fact<LinkRef>,
        /// The offer in other languages, in order of need.
        pub taglines: Vec<Tagline>,
    }
    /// The offer of an interpreter in one language.
    pub struct Tagline {
        /// The language.
        pub lang: LanguageTag,
        /// The offer in that language.
        pub text: Text,
    }
    /// A notice.
    pub struct Disclaimer {
        /// Its name.
        pub id: Slug,
        /// The notice.
        pub text: Text,
        /// The notice where space is scarce.
        pub short: Option<String>,
        /// The notice where it is read aloud.
        pub spoken: Option<String>,
        /// The channels that show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// A word that readers may not know.
    pub struct Term {
        /// Its name in references.
        pub id: Slug,
        /// The word.
        pub term: Text,
        /// What takes its place in speech.
        pub spoken: Option<String>,
        /// What it means: a phrase in lower case, no full stop.
        pub plain: Text,
        /// How it sounds, respelled.
        pub say: Text,
        /// Said letter by letter.
        pub spell_out: bool,
        /// Where it is explained.
        pub first_use: Option<FirstUse>,
        /// Wordings that must not be used for it.
        pub forbidden: Vec<String>,
        /// The channels that explain it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
}

impl TypeFaces {
    /// Every face with its place below `organization.brand.type`: `heading`, `body`, `fallback[0]`.
    pub fn each(&self) -> impl Iterator<Item = (String, &Face)> {
        let named = [("heading", &self.heading), ("body", &self.body)];
        let named = named.into_iter().filter_map(|(name, face)| Some((name.to_owned(), face.as_ref()?)));
        let fallback = self.fallback.iter().enumerate();
        named.chain(fallback.map(|(index, face)| (format!("fallback[{index}]"), face)))
    }
}

fields!(Organization {
    fictional: setting,
    name: required,
    legal_name: optional,
    said_as: spoken,
    say: spoken,
    language: setting,
    region: setting,
    time_zone: optional,
    web: optional,
    brand: setting,
    holidays: optional,
    hours: optional,
    phones: optional,
    locations: optional,
    links: optional,
    notices: optional,
    glossary: optional,
    claims: optional,
    script: spoken,
});
fields!(Web { base_url: setting, said_as: spoken });
fields!(Notices {
    nondiscrimination: optional,
    language_assistance: optional,
    privacy: optional,
    tty: optional,
    disclaimers: optional
});
fields!(Nondiscrimination { text: required with short spoken, short: variant, spoken: variant, full: optional });
fields!(LanguageAssistance { full: optional, taglines: optional });
fields!(Tagline { lang: setting, text: required });
fields!(Disclaimer {
    id: setting, text: required with short spoken, short: variant, spoken: variant, channels: limit, audience: limit,
});
fields!(Term {
    id: setting, term: required with spoken, spoken: variant, plain: required, say: optional, spell_out: setting,
    first_use: setting, forbidden: setting, channels: limit, audience: limit,
});

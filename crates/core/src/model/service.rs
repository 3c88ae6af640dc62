//! A service line: the root of a service file.

use std::collections::BTreeMap;

use super::{
    Access, Audience, Claim, Condition, Faq, Link, LinkRef, LocationRef, Phase, PhoneRef, PlaceType, Reason,
    Recurrence, Role, ScriptContent, Specialty, Status, Test, Testimonial, Treatment, UrgentCard, record,
    scalar::{Date, Email, LanguageTag, Slug, Url},
};
use crate::{
    fields::{Fields, fields},
    leaf::{Fact, Leaf, Text},
};

record! {
    /// One service line of a hospital: everything that any channel says about it.
    pub struct ServiceLine {
        /// Its name in file names and addresses.
        pub id: Slug,
        /// The language it is written in.
        pub language: LanguageTag,
        /// Whom it is written for.
        pub audience: Option<Audience>,
        /// How far it has come.
        pub status: Option<Status>,
        /// What it is called.
        pub title: Text,
        /// What it is called where space is scarce.
        pub short_title: Text,
        /// What it is, in everyday words.
        pub plain_name: Text,
        /// Other names.
        pub aka: Vec<Text>,
        /// The service in one sentence of at most 20 words.
        pub one_line: Text,
        /// One to three sentences that lead every channel.
        pub main_message: Text,
        /// A few paragraphs.
        pub summary: Text,
        /// Owner, reviewers and dates.
        pub review: Review,
        /// Specialties, for machines.
        pub specialty: Vec<Specialty>,
        /// Codes, for machines.
        pub codes: Vec<Code>,
        /// What people come for, for a site's filter.
        pub needs: Vec<Need>,
        /// Titles and opening texts of sections.
        pub sections: Sections,
        /// What is treated.
        pub conditions: Vec<Condition>,
        /// Signs.
        pub symptoms: Vec<Text>,
        /// Who may be at risk.
        pub risk_factors: Vec<Text>,
        /// How it is found.
        pub tests: Vec<Test>,
        /// How it is treated.
        pub treatments: Vec<Treatment>,
        /// Why people come here.
        pub reasons: Vec<Reason>,
        /// Who cares for them.
        pub team: Vec<Role>,
        /// The way through care.
        pub journey: Vec<Phase>,
        /// Questions and answers.
        pub faqs: Vec<Faq>,
        /// Groups and resources.
        pub support: Support,
        /// When to get help.
        pub urgent: Vec<UrgentCard>,
        /// Whom to call for what.
        pub contact: Contact,
        /// Where.
        pub locations: Vec<Fact<LocationRef>>,
        /// How a person comes to be seen.
        pub access: Access,
        /// Claims.
        pub claims: BTreeMap<String, Claim>,
        /// Links.
        pub links: Vec<Link>,
        /// What people said about the care.
        pub testimonials: Vec<Testimonial>,
        /// Other services.
        pub related: Vec<Related>,
        /// Pictures.
        pub images: Vec<Image>,
        /// Wordings and rules for calls.
        pub script: ScriptContent,
        /// What is printed, and how.
        pub brochure: BrochureContent,
    }
    /// Owner, reviewers and dates.
    pub struct Review {
        /// Who answers for the content.
        pub owner: Owner,
        /// Who reviewed it.
        pub reviewed_by: Vec<Reviewer>,
        /// When it was last reviewed.
        pub last_reviewed: Fact<Date>,
        /// When it must be reviewed next.
        pub next_review: Fact<Date>,
        /// The version.
        pub version: Text,
        /// What the content rests on.
        pub sources: Vec<ReviewSource>,
    }
    /// Who answers for the content.
    pub struct Owner {
        /// The team.
        pub team: Text,
        /// Where it can be reached.
        pub email: Fact<Email>,
    }
    /// Who reviewed the content.
    pub struct Reviewer {
        /// The name.
        pub name: Text,
        /// Degrees and licences.
        pub credentials: Text,
        /// The role.
        pub role: Text,
    }
    /// What the content rests on.
    pub struct ReviewSource {
        /// Its name in references.
        pub id: Slug,
        /// Its title.
        pub title: Text,
        /// Its address.
        pub url: Fact<Url>,
        /// When it was read.
        pub accessed: Fact<Date>,
    }
    /// A code for machines.
    pub struct Code {
        /// The code system, for example ICD10CM.
        pub system: String,
        /// The code.
        pub code: String,
    }
    /// What people come for.
    pub struct Need {
        /// Its name.
        pub id: Slug,
        /// Its words.
        pub label: String,
        /// Its words where space is scarce.
        pub short: Option<String>,
    }
    /// A section's own title and opening text.
    pub struct Section {
        /// The title.
        pub title: Text,
        /// The opening text.
        pub intro: Text,
        /// The same where space is scarce.
        pub short: Option<String>,
        /// The same where it is read aloud.
        pub spoken: Option<String>,
        /// The channels that may show the section and its items.
        pub channels: Vec<String>,
        /// Whom the section is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// Groups and resources.
    pub struct Support {
        /// Groups that meet.
        pub groups: Vec<Group>,
        /// Things to read.
        pub resources: Vec<Resource>,
    }
    /// A group that meets.
    pub struct Group {
        /// Its name in references.
        pub id: Slug,
        /// Its title.
        pub title: Text,
        /// When it meets.
        pub schedule: Recurrence,
        /// What kind of place.
        pub place_type: Fact<PlaceType>,
        /// Which of the organization's places.
        pub place: Fact<LocationRef>,
        /// The room.
        pub room: Text,
        /// What it costs.
        pub cost: Text,
        /// Whom it is for. Shown to all: a fact, not a limit.
        pub audience: Fact<Audience>,
        /// How to join.
        pub registration: Registration,
        /// The channels that may show it.
        pub channels: Vec<String>,
    }
    /// How to join a group.
    pub struct Registration {
        /// Whether one must sign up.
        pub required: Fact<bool>,
        /// How.
        pub how: Text,
    }
    /// A thing to read.
    pub struct Resource {
        /// Its name in references.
        pub id: Slug,
        /// Its title.
        pub title: Text,
        /// What kind it is, for machines.
        pub kind: Option<String>,
        /// Where it is.
        pub link: Fact<LinkRef>,
        /// What stands in it.
        pub description: Text,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// Whom to call for what.
    pub struct Contact {
        /// To book a visit.
        pub appointments: Fact<PhoneRef>,
        /// A nurse.
        pub nurse: Fact<PhoneRef>,
        /// To book on the web.
        pub online: Fact<LinkRef>,
        /// Referrals.
        pub referral: Fact<PhoneRef>,
        /// Bills.
        pub billing: Fact<PhoneRef>,
        /// Records.
        pub records: Fact<PhoneRef>,
        /// Groups, travel, daily life.
        pub support: Fact<PhoneRef>,
        /// Interpreters.
        pub interpreter: Fact<PhoneRef>,
    }
    /// Another service or article.
    pub struct Related {
        /// How it is related.
        pub rel: Option<String>,
        /// Its title.
        pub title: Text,
        /// Its address.
        pub url: Fact<Url>,
    }
    /// A picture.
    pub struct Image {
        /// Its name in references.
        pub id: Slug,
        /// The file, from the folder of `organization.yaml`.
        pub file: String,
        /// Width and height in pixels. Those of a PNG or JPEG are in the file itself.
        pub px: Vec<u32>,
        /// The same picture in other sizes, each a file of its own: a phone loads a smaller one.
        pub sizes: Vec<String>,
        /// What it shows, for those who cannot see it.
        pub alt: Text,
        /// A line under it.
        pub caption: Text,
        /// Who made it.
        pub credit: Text,
        /// The consent of those who are shown, or `none_pictured`.
        pub consent: Option<String>,
        /// The channels that may show it.
        pub channels: Vec<String>,
        /// Whom it is for, if not everybody.
        pub audience: Option<Audience>,
    }
    /// What is printed, and how.
    pub struct BrochureContent {
        /// The format, for example `trifold-letter`.
        pub format: Option<String>,
        /// The paper stock, which sets how much shorter the flap is.
        pub paper: Option<String>,
        /// The size of running text, in points.
        pub body_pt: Option<f32>,
        /// The cover.
        pub cover: BrochureCover,
        /// What each panel prints, by name of section or path.
        pub panels: BTreeMap<String, Vec<String>>,
    }
    /// The cover.
    pub struct BrochureCover {
        /// The picture, by id.
        pub image: Option<String>,
        /// The text under the title, by path.
        pub text: Option<String>,
        /// The line to call.
        pub phone: Option<PhoneRef>,
    }
}

/// The sections that may have a title, an opening text and limits of their own.
macro_rules! sections {
    ($($name:ident $doc:literal),* $(,)?) => {
        record! {
            /// Titles, opening texts and limits of sections; titles default to those of the language.
            pub struct Sections { $(#[doc = $doc] pub $name: Section),* }
        }
        fields!(Sections { $($name: optional),* });
        impl Sections {
            /// Every section with its name.
            pub fn each(&self) -> impl Iterator<Item = (&'static str, &Section)> {
                [$((stringify!($name), &self.$name)),*].into_iter()
            }
            /// Takes the title of a section out.
            pub(crate) fn clear_title(&mut self, name: &str) {
                match name {
                    $(stringify!($name) => self.$name.title = Text::default(),)*
                    _ => {}
                }
            }
        }
    };
}
sections! {
    summary "About the care.", conditions "What is treated.", symptoms "Signs.", risk_factors "Who may be at risk.",
    tests "How it is found.", treatments "How it is treated.", reasons "Why people come here.", team "Who cares for them.",
    journey "The way through care.", faqs "Questions and answers.", support "Groups and resources.",
    urgent "When to get help.", contact "Whom to call.", locations "Where.", access "How a person comes to be seen.",
    testimonials "What people say.", related "Other services.", glossary "Words to know.", sources "What the claims rest on.",
}

fields!(ServiceLine {
    id: key,
    language: setting,
    audience: setting,
    status: setting,
    title: required,
    short_title: optional,
    plain_name: optional,
    aka: optional,
    one_line: required,
    main_message: required,
    summary: optional,
    review: required,
    specialty: setting,
    codes: setting,
    needs: setting,
    sections: optional,
    conditions: optional,
    symptoms: optional,
    risk_factors: optional,
    tests: optional,
    treatments: optional,
    reasons: optional,
    team: optional,
    journey: optional,
    faqs: optional,
    support: optional,
    urgent: required,
    contact: required,
    locations: required,
    access: required,
    claims: optional,
    links: optional,
    testimonials: optional,
    related: optional,
    images: optional,
    script: spoken,
    brochure: setting,
});
fields!(Review {
    owner: required,
    reviewed_by: required,
    last_reviewed: required,
    next_review: required,
    version: optional,
    sources: optional,
});
fields!(Owner { team: required, email: optional });
fields!(Reviewer { name: required, credentials: optional, role: optional });
fields!(ReviewSource { id: setting, title: required, url: optional, accessed: optional });
fields!(Section {
    title: optional, intro: optional with short spoken, short: variant, spoken: variant, channels: limit, audience: limit,
});
fields!(Support { groups: optional, resources: optional });
fields!(Group {
    id: setting,
    title: required,
    schedule: required,
    place_type: optional,
    place: optional,
    room: optional,
    cost: optional,
    audience: optional,
    registration: optional,
    channels: limit,
});
fields!(Registration { required: optional, how: required });
fields!(Resource {
    id: setting,
    title: required,
    kind: setting,
    link: required,
    description: optional,
    channels: limit,
    audience: limit,
});
fields!(Contact {
    appointments: required,
    nurse: optional,
    online: optional,
    referral: optional,
    billing: optional,
    records: optional,
    support: optional,
    interpreter: optional,
});
fields!(Related { rel: setting, title: required, url: required });
fields!(Image {
    id: key,
    file: key,
    px: setting,
    sizes: setting,
    alt: required,
    caption: optional,
    credit: optional,
    consent: setting,
    channels: limit,
    audience: limit,
});

impl ServiceLine {
    /// Whether a section that may be left out has nothing under its title.
    pub(crate) fn is_bare(&self, name: &str) -> bool {
        let holds = |items: &dyn Fields| {
            let mut some = false;
            items.leaves(&mut |leaf| some |= !leaf.is_empty());
            some
        };
        let has_items = match name {
            "summary" => holds(&self.summary) || holds(&self.aka) || holds(&self.images),
            "conditions" => holds(&self.conditions),
            "symptoms" => holds(&self.symptoms),
            "risk_factors" => holds(&self.risk_factors),
            "tests" => holds(&self.tests),
            "treatments" => holds(&self.treatments),
            "reasons" => holds(&self.reasons),
            "team" => holds(&self.team),
            "journey" => holds(&self.journey),
            "faqs" => holds(&self.faqs),
            "support" => holds(&self.support),
            "testimonials" => holds(&self.testimonials),
            "related" => holds(&self.related),
            _ => true,
        };
        let has_intro = || self.sections.each().any(|(section, part)| section == name && !part.intro.is_empty());
        !has_items && !has_intro()
    }

    /// Takes out the items of a section that a reader may not see.
    pub(crate) fn clear_section(&mut self, name: &str) {
        match name {
            "summary" => self.summary = Text::default(),
            "conditions" => self.conditions.clear(),
            "symptoms" => self.symptoms.clear(),
            "risk_factors" => self.risk_factors.clear(),
            "tests" => self.tests.clear(),
            "treatments" => self.treatments.clear(),
            "reasons" => self.reasons.clear(),
            "team" => self.team.clear(),
            "journey" => self.journey.clear(),
            "faqs" => self.faqs.clear(),
            "support" => self.support = Support::default(),
            "urgent" => self.urgent.clear(),
            "contact" => self.contact = Contact::default(),
            "locations" => self.locations.clear(),
            "access" => self.access = Access::default(),
            "testimonials" => self.testimonials.clear(),
            "related" => self.related.clear(),
            _ => {}
        }
    }
}

//! The facts of a page for machines: JSON-LD in the vocabulary of schema.org.
//!
//! Nothing is said here that the page doesn't show. Some properties are left out on purpose: the page does not tell which
//! test or treatment belongs to which condition, so neither does this; and surgery is no therapy to schema.org, so all
//! treatments are services of the clinic.

use serviceline_core::Selection;
use serviceline_core::model::{
    HoursException, Location, LocationKind, Phone, PhonePurpose, Reviewer, Schedule, Specialty, TestKind,
    TreatmentKind, Weekday,
};

use crate::compose::anchor;
use crate::json::{Node, object};
use crate::page::Page;
use crate::rich;
use crate::view::Verbatim;

/// The facts of a page, as they stand in its `script` element.
pub(crate) fn structured(selection: &Selection<'_>, page: &Page, index: Option<String>) -> Verbatim {
    let address = page.canonical.clone().unwrap_or_default();
    let graph = Graph { selection, page, address, home: page.header.home.clone().unwrap_or_default(), index };
    Verbatim(
        object([("@context", Node::text("https://schema.org")), ("@graph", Node::List(graph.nodes()))]).json().into(),
    )
}

struct Graph<'g, 'e> {
    selection: &'g Selection<'e>,
    page: &'g Page,
    address: String,
    /// The organization's own page; empty if it has none.
    home: String,
    /// The address of the list of all services.
    index: Option<String>,
}

impl Graph<'_, '_> {
    fn nodes(&self) -> Vec<Node> {
        let places = self.places();
        let mut nodes = vec![self.web_page(), self.path(), self.organization(), self.service(&places)];
        nodes.extend(places.iter().map(|place| self.place(place)));
        nodes.extend(self.selection.conditions.iter().map(|condition| {
            object([
                ("@type", Node::text("MedicalCondition")),
                ("@id", self.id(&anchor("conditions", condition.id.as_str()))),
                ("name", self.said(&condition.name)),
                ("description", Node::text(capital(&self.selection.say(&condition.plain)))),
            ])
        }));
        nodes
    }

    fn web_page(&self) -> Node {
        let selection = self.selection;
        let about = selection
            .conditions
            .iter()
            .map(|condition| reference(self.id(&anchor("conditions", condition.id.as_str()))));
        let review = &selection.review;
        object([
            ("@type", Node::text("MedicalWebPage")),
            ("@id", self.id("page")),
            ("url", Node::text(&self.address)),
            ("name", Node::text(rich::line(&self.page.title))),
            ("description", Node::text(rich::passage_line(&self.page.hero.main_message))),
            ("inLanguage", Node::text(&self.page.language)),
            ("lastReviewed", Node::maybe(review.last_reviewed.value())),
            ("reviewedBy", Node::List(review.reviewed_by.iter().map(|reviewer| self.person(reviewer)).collect())),
            ("publisher", reference(self.home_id())),
            ("breadcrumb", reference(self.id("path"))),
            ("mainEntity", reference(self.id("service"))),
            ("about", Node::List(about.collect())),
        ])
    }

    fn person(&self, reviewer: &Reviewer) -> Node {
        object([
            ("@type", Node::text("Person")),
            ("name", self.said(&reviewer.name)),
            ("honorificSuffix", self.said(&reviewer.credentials)),
            ("jobTitle", self.said(&reviewer.role)),
        ])
    }

    fn path(&self) -> Node {
        let Some(breadcrumb) = &self.page.breadcrumb else { return Node::List(Vec::new()) };
        // In a folder, the list of services has no address that means anything elsewhere.
        let known = |href: &String| if href.starts_with("../") { self.index.clone() } else { Some(href.clone()) };
        let above =
            breadcrumb.parents.iter().filter_map(|parent| Some((rich::line(&parent.label), known(&parent.href)?)));
        let all = above.chain([(rich::line(&breadcrumb.here), self.address.clone())]);
        let item = |(index, (name, address)): (usize, (String, String))| {
            object([
                ("@type", Node::text("ListItem")),
                ("position", Node::Number(index + 1)),
                ("name", Node::text(name)),
                ("item", Node::text(address)),
            ])
        };
        object([
            ("@type", Node::text("BreadcrumbList")),
            ("@id", self.id("path")),
            ("itemListElement", Node::List(all.enumerate().map(item).collect())),
        ])
    }

    fn organization(&self) -> Node {
        let phones = &self.selection.organization().phones;
        let main = phones.iter().find(|phone| phone.purpose == Some(PhonePurpose::Main));
        object([
            ("@type", Node::text("MedicalOrganization")),
            ("@id", self.home_id()),
            ("name", Node::text(rich::line(&self.page.organization))),
            ("url", Node::text(&self.home)),
            ("telephone", Node::maybe(main.and_then(telephone))),
        ])
    }

    fn service(&self, places: &[&Location]) -> Node {
        let selection = self.selection;
        let specialties = selection
            .specialty
            .iter()
            .map(|specialty| Node::text(format!("https://schema.org/{}", type_name(*specialty))));
        let lines = selection.organization().phones.iter().filter(|phone| {
            !matches!(phone.purpose, Some(PhonePurpose::Emergency | PhonePurpose::Crisis | PhonePurpose::Tty))
        });
        object([
            ("@type", Node::text("MedicalClinic")),
            ("@id", self.id("service")),
            ("name", Node::text(rich::line(&self.page.title))),
            ("alternateName", self.said(&selection.plain_name)),
            ("url", Node::text(&self.address)),
            ("parentOrganization", reference(self.home_id())),
            ("medicalSpecialty", Node::List(specialties.collect())),
            ("contactPoint", Node::List(lines.map(|phone| self.contact(phone)).collect())),
            ("availableService", Node::List(self.services())),
            (
                "department",
                Node::List(
                    places.iter().map(|place| reference(self.id(&anchor("locations", place.id.as_str())))).collect(),
                ),
            ),
        ])
    }

    fn contact(&self, phone: &Phone) -> Node {
        let languages = phone
            .languages
            .iter()
            .filter_map(|language| language.value())
            .map(|language| Node::text(language.as_str()));
        let schedule = phone.hours.value().and_then(|hours| self.selection.edition().schedule(hours.id()));
        object([
            ("@type", Node::text("ContactPoint")),
            ("contactType", self.said(&phone.label)),
            ("telephone", Node::maybe(telephone(phone))),
            ("availableLanguage", Node::List(languages.collect())),
            ("hoursAvailable", if phone.is_always_open() { always() } else { week(schedule) }),
        ])
    }

    fn services(&self) -> Vec<Node> {
        let service = |kind: &str, name, plain: &serviceline_core::Text| {
            let plain = capital(&self.selection.say(plain));
            object([("@type", Node::text(kind)), ("name", self.said(name)), ("description", Node::text(plain))])
        };
        let tests = self.selection.tests.iter().map(|test| {
            let kind = match test.kind {
                Some(TestKind::Imaging) => "ImagingTest",
                Some(TestKind::Pathology) => "PathologyTest",
                Some(TestKind::Lab) if test.id.as_str().contains("blood") => "BloodTest",
                _ => "MedicalTest",
            };
            service(kind, &test.name, &test.plain)
        });
        let treatments = self.selection.treatments.iter().map(|treatment| {
            let kind = match treatment.kind {
                Some(TreatmentKind::Surgery) => "SurgicalProcedure",
                Some(TreatmentKind::Radiation) => "RadiationTherapy",
                Some(TreatmentKind::Procedure) => "TherapeuticProcedure",
                _ => "MedicalTherapy",
            };
            service(kind, &treatment.name, &treatment.plain)
        });
        tests.chain(treatments).collect()
    }

    fn places(&self) -> Vec<&Location> {
        self.selection.organization().locations.iter().collect()
    }

    fn place(&self, place: &Location) -> Node {
        let address = &place.address;
        let inside = [&place.building, &place.floor].map(|text| rich::line(&self.selection.say(text)));
        let street = rich::line(&self.selection.say(&address.street));
        let schedule = place.hours.value().and_then(|hours| self.selection.edition().schedule(hours.id()));
        let always_open = place.hours.value().is_some_and(serviceline_core::model::HoursRef::is_always);
        let exceptions = schedule.into_iter().flat_map(|schedule| &schedule.exceptions).chain(&place.exceptions);
        let today = self.selection.edition().today();
        let coming = exceptions.filter(|exception| exception.date.value().is_some_and(|date| *date >= today));
        // Whoever reads no more than these hours would find a locked door.
        let hours = if place.is_closed() {
            Node::List(Vec::new())
        } else if always_open {
            always()
        } else {
            week(schedule)
        };
        let special = coming.filter(|_| !place.is_closed()).map(special).collect();
        let is_hospital = place.kind == Some(LocationKind::Hospital);
        let times = [hours, Node::List(special)];
        // A hospital never closes, whatever the hours of the care in it: they are those of a department.
        let (own, within) = if is_hospital && !always_open { (none(), times) } else { (times, none()) };
        let [hours, special] = own;
        object([
            ("@type", Node::text(if is_hospital { "Hospital" } else { "MedicalClinic" })),
            ("@id", self.id(&anchor("locations", place.id.as_str()))),
            ("name", self.said(&place.name)),
            (
                "address",
                object([
                    ("@type", Node::text("PostalAddress")),
                    (
                        "streetAddress",
                        Node::text(if inside[0].is_empty() { street } else { format!("{}, {street}", inside[0]) }),
                    ),
                    ("addressLocality", self.said(&address.city)),
                    ("addressRegion", self.said(&address.region)),
                    ("postalCode", self.said(&address.postal_code)),
                    ("addressCountry", Node::text(address.country.as_deref().unwrap_or_default())),
                ]),
            ),
            ("openingHoursSpecification", hours),
            ("specialOpeningHoursSpecification", special),
            ("department", self.department(within)),
        ])
    }

    /// The care of this page as a department of a hospital, if it has hours there.
    fn department(&self, [hours, special]: [Node; 2]) -> Node {
        if hours.is_empty() && special.is_empty() {
            return Node::List(Vec::new());
        }
        object([
            ("@type", Node::text("MedicalClinic")),
            ("name", Node::text(rich::line(&self.page.title))),
            ("openingHoursSpecification", hours),
            ("specialOpeningHoursSpecification", special),
        ])
    }

    fn said(&self, text: &serviceline_core::Text) -> Node {
        Node::text(rich::line(&self.selection.say(text)))
    }

    fn id(&self, name: &str) -> Node {
        Node::text(format!("{}#{name}", self.address))
    }

    fn home_id(&self) -> Node {
        Node::text(format!("{}#org", self.home))
    }
}

fn none() -> [Node; 2] {
    [Node::List(Vec::new()), Node::List(Vec::new())]
}

fn reference(id: Node) -> Node {
    object([("@id", id)])
}

/// The number as its `tel:` address has it, with the extension.
fn telephone(phone: &Phone) -> Option<String> {
    phone.uri().map(|uri| uri.trim_start_matches("tel:").to_owned())
}

fn capital(words: &serviceline_core::Words) -> String {
    rich::line(&words.clone().capitalized())
}

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn day(day: Weekday) -> Node {
    let index = Weekday::ALL.iter().position(|other| *other == day).unwrap_or_default();
    Node::text(DAYS.get(index).copied().unwrap_or_default())
}

fn week(schedule: Option<&Schedule>) -> Node {
    let lines = schedule.into_iter().flat_map(|schedule| &schedule.weekly);
    let line = |weekly: &serviceline_core::model::Weekly| {
        let days = weekly.days.value().into_iter().flat_map(|days| days.days().iter().copied().map(day));
        object([
            ("@type", Node::text("OpeningHoursSpecification")),
            ("dayOfWeek", Node::List(days.collect())),
            ("opens", Node::maybe(weekly.open.value())),
            ("closes", Node::maybe(weekly.close.value())),
        ])
    };
    Node::List(lines.map(line).collect())
}

/// Day and night: schema.org's way is a day that ends where it begins, one minute before midnight.
fn always() -> Node {
    let days = Weekday::ALL.iter().copied().map(day).collect();
    Node::List(vec![object([
        ("@type", Node::text("OpeningHoursSpecification")),
        ("dayOfWeek", Node::List(days)),
        ("opens", Node::text("00:00")),
        ("closes", Node::text("23:59")),
    ])])
}

/// Other hours on one day; a closed day opens and closes at midnight.
fn special(exception: &HoursException) -> Node {
    let time = |time: Option<&serviceline_core::model::Time>| {
        Node::text(time.map_or_else(|| "00:00".to_owned(), ToString::to_string))
    };
    let date = || Node::maybe(exception.date.value());
    object([
        ("@type", Node::text("OpeningHoursSpecification")),
        ("validFrom", date()),
        ("validThrough", date()),
        ("opens", time(exception.open.value())),
        ("closes", time(exception.close.value())),
    ])
}

/// `plastic_surgery` is `PlasticSurgery` to schema.org.
fn type_name(specialty: Specialty) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    specialty.name().split('_').map(capital).collect()
}

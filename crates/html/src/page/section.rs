//! The sections of the page. A section holds one kind of content; the others are absent.

use serviceline_core::words::{Passage, Words};

use super::frame::Link;
use super::top::{Action, Photo};
use crate::view::parts;

parts! {
    /// A section.
    pub struct Section {
        /// Its place on the page.
        pub id: String,
        /// A class of its own.
        pub class: Option<String>,
        /// The heading.
        pub title: Words,
        /// What is said before its content.
        pub intro: Option<Passage>,
        /// About the care.
        pub about: Option<About>,
        /// Signs and risks.
        pub signs: Option<Signs>,
        /// What is treated.
        pub conditions: Option<Conditions>,
        /// Why people come here.
        pub reasons: Option<Reasons>,
        /// Tests, or treatments.
        pub entries: Option<Entries>,
        /// The way through care.
        pub journey: Option<Journey>,
        /// Who cares.
        pub team: Option<Team>,
        /// Where.
        pub locations: Option<Locations>,
        /// Referral, insurance and cost.
        pub access: Option<Access>,
        /// Questions and answers.
        pub questions: Option<Questions>,
        /// Groups, and things to read.
        pub support: Option<Support>,
        /// What people say.
        pub voices: Option<Voices>,
        /// Other services.
        pub related: Option<Related>,
        /// How to make an appointment, and all lines.
        pub appointment: Option<Appointment>,
        /// Words explained.
        pub words: Option<WordList>,
        /// What the claims rest on.
        pub notes: Option<Notes>,
    }
    /// About the care.
    pub struct About {
        /// A few paragraphs.
        pub body: Option<Passage>,
        /// Other names.
        pub names: Option<Words>,
        /// Pictures.
        pub photos: Vec<Photo>,
    }
    /// Signs and risks.
    pub struct Signs {
        /// One list each.
        pub lists: Vec<SignList>,
    }
    /// A list of signs or of risks.
    pub struct SignList {
        /// The heading, where there are two lists.
        pub title: Option<Words>,
        /// What is said before it.
        pub intro: Option<Passage>,
        /// The items.
        pub items: Vec<Words>,
    }
    /// How a word sounds.
    pub struct Say {
        /// The word in front.
        pub verb: Words,
        /// The respelling.
        pub sound: Option<Words>,
    }
    /// What is treated.
    pub struct Conditions {
        /// The conditions.
        pub items: Vec<Condition>,
    }
    /// A condition.
    pub struct Condition {
        /// Its place on the page.
        pub id: String,
        /// What it is.
        pub plain: Words,
        /// That the name follows.
        pub called: Words,
        /// Its name.
        pub name: Words,
        /// How the name sounds.
        pub say: Option<Say>,
        /// Other names.
        pub names: Option<Words>,
    }
    /// Why people come here.
    pub struct Reasons {
        /// The reasons.
        pub items: Vec<Reason>,
    }
    /// A reason.
    pub struct Reason {
        /// Its place on the page.
        pub id: String,
        /// A few words.
        pub title: Words,
        /// A few sentences.
        pub body: Passage,
    }
    /// Tests, or treatments.
    pub struct Entries {
        /// The entries.
        pub items: Vec<Entry>,
    }
    /// A test, or a treatment.
    pub struct Entry {
        /// Its place on the page.
        pub id: String,
        /// Its name.
        pub name: Words,
        /// How the name sounds.
        pub say: Option<Say>,
        /// What it is.
        pub plain: Words,
        /// What else to know.
        pub details: Vec<Detail>,
    }
    /// One thing to know.
    pub struct Detail {
        /// What it is about.
        pub label: Words,
        /// What it says.
        pub value: Words,
    }
    /// The way through care.
    pub struct Journey {
        /// The phases.
        pub items: Vec<Phase>,
    }
    /// A phase.
    pub struct Phase {
        /// Its place on the page.
        pub id: String,
        /// Its name.
        pub phase: Words,
        /// When it is.
        pub when: Option<Words>,
        /// What happens.
        pub steps: Vec<Words>,
        /// Whom a patient turns to.
        pub who: Option<Words>,
        /// What to bring.
        pub bring: Option<Bring>,
    }
    /// What to bring.
    pub struct Bring {
        /// The heading.
        pub title: Words,
        /// The things.
        pub items: Vec<Words>,
    }
    /// Who cares.
    pub struct Team {
        /// The roles.
        pub items: Vec<Member>,
    }
    /// A role.
    pub struct Member {
        /// Its place on the page.
        pub id: String,
        /// What it is called.
        pub role: Words,
        /// How that sounds.
        pub say: Option<Say>,
        /// What it means.
        pub plain: Words,
    }
    /// Where.
    pub struct Locations {
        /// How the clocks are set.
        pub zone: Option<Words>,
        /// The places.
        pub places: Vec<Place>,
    }
    /// A place.
    pub struct Place {
        /// Its place on the page.
        pub id: String,
        /// Its name.
        pub name: Words,
        /// That it is closed.
        pub status: Option<Words>,
        /// The lines of the address.
        pub address: Vec<Words>,
        /// How to get there and in.
        pub ways: Vec<Words>,
        /// When it is open.
        pub tables: Vec<Hours>,
        /// What else to know about the hours.
        pub remarks: Vec<Words>,
    }
    /// A table of hours.
    pub struct Hours {
        /// Whose hours they are.
        pub caption: Words,
        /// The lines.
        pub lines: Vec<HoursLine>,
    }
    /// A line of a table of hours.
    pub struct HoursLine {
        /// The date for machines, if it is one day.
        pub date: Option<String>,
        /// The days.
        pub days: Words,
        /// Why hours are different.
        pub label: Option<Words>,
        /// From when until when.
        pub times: Words,
    }
    /// Referral, insurance and cost.
    pub struct Access {
        /// Questions with their answers.
        pub items: Vec<AccessItem>,
    }
    /// A question with its answer.
    pub struct AccessItem {
        /// The question.
        pub question: Words,
        /// The parts of the answer.
        pub parts: Vec<AccessPart>,
    }
    /// A part of an answer: a passage, a line, or a line and a list.
    pub struct AccessPart {
        /// A passage.
        pub passage: Option<Passage>,
        /// A line.
        pub line: Option<Words>,
        /// A list.
        pub items: Vec<Words>,
    }
    /// Questions and answers.
    pub struct Questions {
        /// The questions.
        pub items: Vec<Question>,
    }
    /// A question and its answer.
    pub struct Question {
        /// Its place on the page.
        pub id: String,
        /// The question.
        pub question: Words,
        /// The answer.
        pub answer: Passage,
    }
    /// Groups, and things to read.
    pub struct Support {
        /// Groups that meet.
        pub groups: Option<Groups>,
        /// Things to read.
        pub resources: Option<Resources>,
    }
    /// Groups that meet.
    pub struct Groups {
        /// The heading.
        pub title: Words,
        /// The groups.
        pub items: Vec<Group>,
    }
    /// A group that meets.
    pub struct Group {
        /// Its place on the page.
        pub id: String,
        /// Its name.
        pub title: Words,
        /// When, where, for whom.
        pub details: Vec<Detail>,
    }
    /// Things to read.
    pub struct Resources {
        /// The heading.
        pub title: Words,
        /// The things.
        pub items: Vec<Resource>,
    }
    /// A thing to read.
    pub struct Resource {
        /// Where it is.
        pub href: String,
        /// What it is called.
        pub title: Words,
        /// What stands in it.
        pub description: Option<Words>,
    }
    /// What people say.
    pub struct Voices {
        /// One quote each.
        pub items: Vec<Voice>,
    }
    /// What somebody said.
    pub struct Voice {
        /// The words.
        pub quote: Passage,
        /// Who said it.
        pub by: Words,
        /// What most people can expect, and what the person received.
        pub disclosures: Vec<Words>,
    }
    /// Other services.
    pub struct Related {
        /// Links to them.
        pub items: Vec<Link>,
    }
    /// How to make an appointment, and all lines.
    pub struct Appointment {
        /// A line of encouragement.
        pub text: Option<Words>,
        /// The buttons.
        pub actions: Vec<Action>,
        /// All lines of the service.
        pub phones: Vec<PhoneLine>,
        /// Help for people who are deaf, clocks, holidays.
        pub remarks: Vec<Words>,
    }
    /// A line.
    pub struct PhoneLine {
        /// What it is for.
        pub label: Words,
        /// The number.
        pub phone: Words,
        /// When somebody answers, and in which languages.
        pub remarks: Vec<Words>,
    }
    /// Words explained.
    pub struct WordList {
        /// The words.
        pub items: Vec<Word>,
    }
    /// A word explained.
    pub struct Word {
        /// Its name in links.
        pub id: String,
        /// The word.
        pub term: Words,
        /// How it sounds.
        pub say: Option<Say>,
        /// What it means.
        pub plain: Words,
    }
    /// What the claims rest on.
    pub struct Notes {
        /// The notes.
        pub items: Vec<Note>,
    }
    /// A note.
    pub struct Note {
        /// Its number.
        pub number: String,
        /// What the claim rests on.
        pub source: Words,
        /// The ways back.
        pub backs: Vec<Back>,
    }
    /// The way back to the text.
    pub struct Back {
        /// The place in the text.
        pub id: String,
        /// The words of the link.
        pub label: Words,
        /// Which one it is, for those who hear it.
        pub which: Words,
    }
}

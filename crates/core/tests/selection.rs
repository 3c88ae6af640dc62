//! What a channel may see, and the words that authored prose becomes.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use serviceline_core::{
    Channel, ChannelInfo, Date, Edition, File, Leaf, Manuscript, Notes, Publisher, Purpose, Report, Selection, Variant,
    Words, coverage::Status, fields::Fields, source::Source,
};

/// A channel that says every text of the service line, one a line; what it is told to forget, it forgets.
#[derive(Debug)]
struct Echo {
    variant: Variant,
    forgets: &'static str,
}

impl Channel for Echo {
    type Options = Options;
    type Document = Vec<Words>;
    fn info(&self) -> ChannelInfo {
        let staff = self.variant == Variant::Spoken;
        ChannelInfo {
            id: "echo",
            selects: "echo",
            prefers: self.variant,
            staff,
            about: "says all",
            suffix: ".txt",
            media_type: "text/plain",
        }
    }
    fn compose(&self, selection: &Selection<'_>, options: &Options, notes: &mut Notes) -> Result<Vec<Words>, Report> {
        let mut said = vec![];
        selection.leaves(&mut |leaf: &dyn Leaf| match leaf.as_text() {
            Some(text) if leaf.place().as_str() != self.forgets => {
                said.push(selection.say(text));
                if self.variant == Variant::Spoken {
                    said.push(selection.say_as(text, Variant::Short));
                }
            }
            Some(_) => {}
            None => notes.leave_out(leaf, "an echo has no facts"),
        });
        for citation in selection.citations() {
            said.push(
                selection.own(format!("source {}: ", citation.number)).then(selection.say(&citation.claim.source)),
            );
            notes.leave_out(&citation.claim.as_of, "an echo has no facts");
        }
        notes.leave_out_all(selection.organization(), "an echo knows no organization");
        said.retain(|words| !words.is_empty());
        said.truncate(options.lines.unwrap_or(usize::MAX));
        Ok(said)
    }
    fn words<'d>(&self, document: &'d Vec<Words>, see: &mut dyn FnMut(&'d Words)) {
        document.iter().for_each(see);
    }
    fn encode(&self, document: &Vec<Words>) -> Result<Vec<File>, Report> {
        let text: Vec<String> = document.iter().map(Words::text).collect();
        Ok(vec![File { suffix: ".txt".into(), media_type: "text/plain", bytes: text.join("\n").into_bytes() }])
    }
}

#[derive(Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct Options {
    lines: Option<usize>,
}

const ORGANIZATION: &str = "
name: Larkmere Health
web: { base_url: 'https://larkmere.example.org' }
phones:
  - { id: emergency, purpose: emergency, number: '911', label: Emergency, hours: 24x7 }
  - { id: desk, purpose: appointment, number: 614-555-0142, extension: '7', label: Appointments, hours: week }
  - { id: office, purpose: referral, audience: clinician, number: 614-555-0118, label: Referrals, hours: 24x7 }
hours: [{ id: week, weekly: [{ days: mon-fri, open: '08:00', close: '18:00' }] }]
locations:
  - { id: main, name: Main Campus, hours: week, address: { street: 1 Mill Race, city: Larkmere, region: OH, postal_code: '43000' } }
links: [{ id: plans, label: Health plans, url: /plans }]
glossary:
  - { id: benign, term: benign, plain: not cancer }
  - { id: unused, term: widdershins, plain: the other way round }
claims:
  rank: { text: ranked number 1 in Ohio, qualifier: It rates whole programs., source: The Guide, as_of: 2026-08-11 }
  volume: { text: 'more than 1,200 operations', qualifier: All kinds count., source: Records, as_of: 2026-01-31 }
  rank-nation: { text: in the top 50, qualifier: It rates whole programs., source: The Guide, as_of: 2026-08-11 }
";

const SERVICE: &str = "
id: spine
title: Spine care
one_line: One line.
main_message: Call {phone:desk}.
review: { owner: { team: Us }, reviewed_by: [{ name: R }], last_reviewed: 2026-09-01, next_review: 2027-09-01 }
urgent: [{ level: emergency, action: Call, items: [x], source: s, clinically_approved_by: c, approved_on: 2026-01-01 }]
contact: { appointments: phone:desk }
locations: [main]
access: { referral_required: depends }
";

fn edition(publisher: &Publisher, extra: &str) -> Result<Edition, Report> {
    let service = Source::new("service.yaml", format!("{SERVICE}{extra}"));
    let manuscript = Manuscript::read(&service, &Source::new("organization.yaml", ORGANIZATION));
    publisher.prepare(&manuscript, Purpose::Publication, Date::new(2026, 11, 24).unwrap())
}

fn say(variant: Variant, extra: &str) -> String {
    let publisher = Publisher::default().with(Echo { variant, forgets: "" });
    let edition = edition(&publisher, extra).unwrap();
    let artifact = publisher.publish("echo", &edition).unwrap();
    String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap()
}

/// The text of the summary, as it is said in full.
fn check(summary: &str, expected: &str) {
    let said = say(Variant::Full, &format!("summary: {summary:?}\n"));
    let line = said.lines().find(|line| line.starts_with("We ")).unwrap();
    assert_eq!(line, expected, "{summary}");
}

#[test]
fn references_become_facts_in_written_form() {
    check("We answer {phone:desk}.", "We answer 614-555-0142, ext. 7.");
    check("We are here {hours:desk}.", "We are here Monday through Friday, 8 a.m. to 6 p.m.");
    check("We work with {link:plans}.", "We work with Health plans.");
    check("We work with {link:plans|many plans}.", "We work with many plans.");
}

#[test]
fn the_first_use_of_a_term_explains_it() {
    check(
        "We see {term:benign} tumors and {term:benign|benign ones}.",
        "We see benign (not cancer) tumors and benign ones.",
    );
}

#[test]
fn a_qualifier_stands_behind_the_sentence_of_its_claim() {
    check(
        "We did {claim:volume} here. And more.",
        "We did more than 1,200 operations1 here. All kinds count. And more.",
    );
    check("We did {claim:volume}", "We did more than 1,200 operations1 All kinds count.");
}

#[test]
fn claims_that_share_a_qualifier_bring_it_once_and_share_a_source() {
    check(
        "We are {claim:rank}. We are {claim:rank-nation}. We did {claim:volume}.",
        "We are ranked number 1 in Ohio1. We are in the top 501. It rates whole programs. We did more than 1,200 operations2. All kinds count.",
    );
}

#[test]
fn a_stop_behind_an_initial_ends_no_sentence() {
    check(
        "We are {claim:rank} by U.S. News in 2026. Yes.",
        "We are ranked number 1 in Ohio1 by U.S. News in 2026. It rates whole programs. Yes.",
    );
}

#[test]
fn each_variant_falls_back_to_the_full_text() {
    let reasons = "reasons: [{ title: T, body: We are a full body., short: We are short. }]\n";
    assert!(say(Variant::Short, reasons).contains("We are short."));
    assert!(say(Variant::Spoken, reasons).contains("We are a full body."));
}

#[test]
fn limits_keep_items_back_with_their_reason() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "" });
    let extra = "symptoms: [Pain]\nsections: { symptoms: { audience: clinician } }\nfaqs: [{ question: Q?, answer: A., audience: clinician }]\n";
    let edition = edition(&publisher, extra).unwrap();
    let artifact = publisher.publish("echo", &edition).unwrap();
    let covered: Vec<String> = artifact
        .coverage()
        .lines()
        .filter(|line| {
            line.path.as_str().starts_with(['s', 'f']) || line.path.as_str().starts_with("organization.glossary")
        })
        .map(|line| format!("{} {} {}", line.path, line.status, line.reason.unwrap_or_default()))
        .collect();
    insta::assert_snapshot!("limits", covered.join("\n"));
}

#[test]
fn a_stop_behind_a_text_that_has_one_is_written_once() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "" });
    let edition = edition(&publisher, "").unwrap();
    let said = |variant, source: &str| {
        let selection = Selection::new(&edition, "echo", variant, None);
        let (source, date) = (selection.own(source), selection.own("May 1"));
        selection.phrase_with("claim.as_of", &[("source", &source), ("date", &date)]).text()
    };
    assert_eq!(said(Variant::Full, "Smith and others"), "Smith and others. As of May 1.");
    assert_eq!(said(Variant::Full, "Smith et al."), "Smith et al. As of May 1.");
    assert_eq!(said(Variant::Short, "What works?"), "What works? As of May 1.");
    // Whether "p.m." is said with a stop is decided where it is said.
    assert_eq!(said(Variant::Spoken, "6 p.m."), "6 p.m.. As of May 1.");
}

#[test]
fn names_keep_their_letters() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "" });
    let edition = edition(&publisher, "").unwrap();
    let selection = Selection::new(&edition, "echo", Variant::Full, None);
    let small = |text: &str| selection.locale().uncapitalized(text);
    assert_eq!(
        ["Nurse navigator", "MRI scan", "Parkinson's nurse"].map(small),
        ["nurse navigator", "MRI scan", "Parkinson's nurse"]
    );
    let large = |text: &str| selection.own(text).capitalized().text();
    assert_eq!(["a picture", "mRNA-free scan", "pH"].map(large), ["A picture", "mRNA-free scan", "pH"]);
}

#[test]
fn the_word_of_a_term_is_prose_as_in_the_list_of_words() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "" });
    let organization = ORGANIZATION.replace("term: benign,", "term: '*BRCA1* gene',");
    let service = format!("{SERVICE}reasons: [{{ title: T, body: We test the {{term:benign}}. }}]\n");
    let manuscript = Manuscript::read(
        &Source::new(
            "service.yaml",
            service.replace("body: We test the {term:benign}.", "body: 'We test the {term:benign}.'"),
        ),
        &Source::new("organization.yaml", organization),
    );
    let edition = publisher.prepare(&manuscript, Purpose::Publication, Date::new(2026, 11, 24).unwrap()).unwrap();
    let selection = Selection::new(&edition, "echo", Variant::Full, None);
    assert_eq!(selection.say(&selection.reasons[0].body).text(), "We test the BRCA1 gene (not cancer).");
}

#[test]
fn settings_that_are_all_commented_out_are_none() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "" });
    let manuscript =
        Manuscript::read(&Source::new("service.yaml", SERVICE), &Source::new("organization.yaml", ORGANIZATION))
            .with_settings(&Source::new("serviceline.yaml", "# echo: { lines: 3 }\n"));
    let today = Date::new(2026, 11, 24).unwrap();
    assert!(publisher.prepare(&manuscript, Purpose::Publication, today).is_ok());
}

#[test]
fn a_title_under_which_a_reader_may_see_nothing_is_kept_back_too() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "" });
    let tests = "tests: [{ id: mri, name: MRI scan, plain: A picture., audience: clinician }]\n";
    let title = |more: &str| {
        let edition =
            edition(&publisher, &format!("{tests}sections: {{ tests: {{ title: Our tests{more} }} }}\n")).unwrap();
        publisher.publish("echo", &edition).unwrap().coverage().of("sections.tests.title").cloned()
    };
    assert_eq!(title(""), Some(Status::LeftOut("nothing else of the section `tests` is for these readers".into())));
    assert_eq!(title(", intro: We have some."), Some(Status::Placed));
}

#[test]
fn a_title_under_which_nothing_stands_is_refused_and_in_a_draft_left_out() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "" });
    let extra = "sections: { tests: { title: Our tests } }\n";
    let report = edition(&publisher, extra).unwrap_err().to_string();
    assert!(report.contains("error[empty-section]: the section `tests` has a title"), "{report}");
    let manuscript = Manuscript::read(
        &Source::new("service.yaml", format!("{SERVICE}{extra}")),
        &Source::new("organization.yaml", ORGANIZATION),
    );
    let draft = publisher.prepare(&manuscript, Purpose::Draft, Date::new(2026, 11, 24).unwrap()).unwrap();
    assert!(draft.warnings().iter().any(|warning| warning.code == "empty-section"));
    let artifact = publisher.publish("echo", &draft).unwrap();
    assert!(matches!(artifact.coverage().of("sections.tests.title"), Some(Status::LeftOut(_))));
}

#[test]
fn what_a_channel_forgets_is_lost_and_refused_by_name() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "main_message" });
    let edition = edition(&publisher, "").unwrap();
    let report = publisher.publish("echo", &edition).unwrap_err();
    insta::assert_snapshot!("forgotten", report.to_string());
}

#[test]
fn options_are_read_and_checked() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "" });
    let manuscript = |settings: &str| {
        Manuscript::read(&Source::new("service.yaml", SERVICE), &Source::new("organization.yaml", ORGANIZATION))
            .with_settings(&Source::new("serviceline.yaml", settings))
    };
    let today = Date::new(2026, 11, 24).unwrap();
    let report = publisher.check(&manuscript("echo: { lines: many, length: 3 }\necko: {}\n"), today);
    insta::assert_snapshot!("options", report.to_string());
    let edition = publisher.prepare(&manuscript("echo: { lines: 0 }"), Purpose::Publication, today).unwrap();
    assert!(publisher.publish("echo", &edition).unwrap_err().to_string().contains("lost-content"));
}

#[test]
fn an_unknown_channel_is_answered_with_the_nearest() {
    let publisher = Publisher::default().with(Echo { variant: Variant::Full, forgets: "" });
    let edition = edition(&publisher, "").unwrap();
    assert_eq!(
        publisher.publish("ecko", &edition).unwrap_err().to_string().trim(),
        "error[unknown-channel]: no channel is called `ecko`; did you mean `echo`?"
    );
}

#[test]
fn nothing_that_is_read_aloud_cites_a_number() {
    let claim = "reasons: [{ title: T, body: We did {claim:volume} here., short: We did {claim:volume}. }]\n";
    let said = say(
        Variant::Spoken,
        &claim
            .replace("body: ", "body: '")
            .replace(" here.,", " here.',")
            .replace("short: ", "short: '")
            .replace(". }]", ".' }]"),
    );
    assert!(said.contains("We did more than 1,200 operations here. All kinds count."), "{said}");
    assert!(said.contains("We did more than 1,200 operations. All kinds count."), "{said}");
}

//! Trees as typed values: every fault in one run, and what remains.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::marker::PhantomData;

use proptest::prelude::*;
use serde::de::{self, DeserializeOwned};
use serde::{Deserialize, Deserializer};
use serviceline_core::decode::{decode, fault};
use serviceline_core::diagnostic::Diagnostic;
use serviceline_core::source::Source;
use serviceline_core::tree::{Data, Limits, Node, parse};

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Service {
    id: String,
    title: Text,
    audience: Fact<Audience>,
    reasons: Vec<Reason>,
    claims: BTreeMap<String, Claim>,
    review: Review,
    specialty: Vec<Audience>,
    px: Option<[u32; 2]>,
    fictional: bool,
    tests: Vec<Text>,
    access: Access,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Reason {
    id: String,
    title: Text,
    body: Text,
    weight: Option<u8>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Claim {
    text: Text,
    value: Option<f64>,
    even: Option<Even>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Review {
    owner: String,
    names: Vec<String>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Access {
    referral: Fact<Audience>,
    telehealth: Fact<Audience>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Audience {
    Patient,
    Caregiver,
    Clinician,
}

/// A type with an error of its own.
#[derive(Debug, PartialEq)]
struct Even(u32);

impl<'de> Deserialize<'de> for Even {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            n if n % 2 == 0 => Ok(Self(n)),
            n => Err(de::Error::custom(fault(
                "invalid-id",
                format!("expected an even number, found `{n}`"),
                "try another",
            ))),
        }
    }
}

/// A text: one, or a group of its wordings, or a gap.
#[derive(Debug, Default, PartialEq)]
struct Text(Wordings);

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Wordings {
    text: String,
    short: String,
    todo: Option<String>,
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Text;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text(Wordings { text: text.into(), ..Wordings::default() }))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                let wordings = Wordings::deserialize(de::value::MapAccessDeserializer::new(map))?;
                // Unlike a derived type, this one asks for a field. The rest of a group that is read in part lacks it.
                if wordings.text.is_empty() && wordings.todo.is_none() {
                    return Err(de::Error::missing_field("text"));
                }
                Ok(Text(wordings))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

#[derive(Debug, Default, PartialEq)]
enum Fact<T> {
    Known(T),
    Gap(String),
    #[default]
    Empty,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Fact<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
            type Value = Fact<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("one value, or `todo`")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Fact<T>, E> {
                T::deserialize(de::value::StrDeserializer::new(text)).map(Fact::Known)
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Fact<T>, A::Error> {
                match map.next_key::<String>()?.as_deref() {
                    Some("todo") => Ok(Fact::Gap(map.next_value()?)),
                    other => Err(de::Error::unknown_field(other.unwrap_or_default(), &["todo"])),
                }
            }
        }
        deserializer.deserialize_any(Visitor(PhantomData))
    }
}

fn read<T: DeserializeOwned + Default>(text: &str) -> (T, Node, Vec<Diagnostic>) {
    let source = Source::new("care.yaml", text);
    let mut faults = vec![];
    let tree = parse(&source, Limits::default(), &mut faults).unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    let (value, tree) = decode(tree, &source, &mut faults);
    (value, tree, faults)
}

fn told(text: &str) -> String {
    let (_, _, faults) = read::<Service>(text);
    let mut told = String::new();
    for fault in &faults {
        let place = fault.place.as_ref().unwrap();
        let (line, column, code) = (place.line(), place.column(), fault.code);
        let path = fault.path.as_ref().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(told, "{line}:{column} {code} at `{path}`, {:?}: {}", place.excerpt(), fault.message);
        let _ = fault.help.as_ref().map(|help| writeln!(told, "    help: {help}"));
    }
    told
}

/// A list of the codes and paths of the faults.
#[track_caller]
fn check(text: &str, expected: &str) {
    let (_, _, faults) = read::<Service>(text);
    let path = |fault: &Diagnostic| fault.path.as_ref().map(ToString::to_string).unwrap_or_default();
    let found = faults.iter().map(|fault| format!("{} {}", fault.code, path(fault))).collect::<Vec<_>>().join(", ");
    assert_eq!(found, expected, "{text}\n{}", told(text));
}

const MANY: &str = "id: spine\ntitel: x\ntitle: { text: Spine, shrt: y, shirt: z }\naudience: patiens\nreasons:\n  - { id: one, title: One, wait: 3 }\n  - two\n  - { id: three, title: [x], weight: 300 }\n  - { id: four, title: Four, weight: 1,200 }\nclaims:\n  volume: { text: many, value: \"1,200\", even: 3 }\n  rank: [no]\nreview: { owner: { team: x }, names: Ada }\nspecialty: [patient, clinican, 3, caregiver]\npx: [1, x]\nfictional: yes\n";

#[test]
fn every_fault_is_found_in_one_run() {
    insta::assert_snapshot!("many_faults", told(&MANY.replace("1,200 }", "1200 }")));
}

#[test]
fn what_remains_agrees_with_its_tree() {
    let text = "reasons:\n  - { id: one }\n  - { id: two, weight: x }\n  - wrong\n  - { id: four }\nspecialty: [patient, x, clinician]\n";
    let (value, tree, faults) = read::<Service>(text);
    assert_eq!(faults.len(), 3);
    assert_eq!(value.reasons.iter().map(|reason| &*reason.id).collect::<Vec<_>>(), ["one", "two", "four"]);
    assert_eq!(value.specialty, [Audience::Patient, Audience::Clinician]);
    assert_eq!(tree.find("reasons[2].id").and_then(Node::text), Some("four"));
    assert_eq!(tree.find("reasons[1].weight"), None);
    assert_eq!(tree.find("specialty[1]").and_then(Node::text), Some("clinician"));
}

#[test]
fn faults_name_the_place_in_the_file_and_not_in_what_remains() {
    check("reasons: [x, { id: y, weight: z }]", "wrong-type reasons[0], wrong-value reasons[1].weight");
    check("specialty: [x, patient, y]", "unknown-choice specialty[0], unknown-choice specialty[2]");
}

#[test]
fn a_rest_that_lacks_what_was_read_is_no_fault() {
    check("title: { text: a, shrt: b, shirt: c, short: d }", "unknown-field title.shrt, unknown-field title.shirt");
    check("tests: [{ text: a, x: b }, { text: c, y: d }]", "unknown-field tests[0].x, unknown-field tests[1].y");
    check("title: { shrt: b }", "unknown-field title.shrt, missing-field title");
    check("px: [1, x]", "wrong-value px");
}

#[test]
fn gaps_stand_for_texts_lists_and_groups() {
    let (value, tree, faults) = read::<Service>(
        "title: { todo: who? }\naudience: { todo: whom? }\nreasons: { todo: lost }\ntests: [{ text: MRI }, { todo: more? }]\n\
         claims: { todo: which? }\naccess: { referral: { todo: ask } }\n",
    );
    assert_eq!(faults, []);
    let todo = |text: &Text| text.0.todo.clone();
    assert_eq!(todo(&value.title).as_deref(), Some("who?"));
    assert_eq!(value.audience, Fact::Gap("whom?".into()));
    assert_eq!(value.reasons.iter().map(|reason| todo(&reason.title)).collect::<Vec<_>>(), [Some("lost".into())]);
    assert_eq!(todo(&value.tests[1]).as_deref(), Some("more?"));
    assert_eq!(todo(&value.claims["todo"].text).as_deref(), Some("which?"));
    assert_eq!(value.access.referral, Fact::Gap("ask".into()));
    assert!(matches!(tree.find_nearest("reasons[0].title").data, Data::Map(_)));
}

#[test]
fn a_gap_that_fits_nowhere_is_a_fault() {
    check("access: { todo: ask }", "wrong-type access");
    check("px: { todo: ask }", "wrong-type px");
    check("fictional: { todo: ask }", "wrong-type fictional");
    check("specialty: { todo: ask }", "wrong-type specialty");
}

#[test]
fn values_are_read_as_their_type_asks() {
    let (value, _, faults) = read::<Service>(
        "id: 007\ntitle: no\nreasons: [{ weight: 3 }, { weight: \"4\" }, { weight: null }]\npx: [1600, 900]\nfictional: true\n\
         claims: { a: { value: 1.50 }, b: { value: -3e2, even: 4 } }\n",
    );
    assert_eq!(faults, []);
    assert_eq!((&*value.id, &*value.title.0.text), ("007", "no"));
    assert_eq!(value.reasons.iter().map(|reason| reason.weight).collect::<Vec<_>>(), [Some(3), Some(4), None]);
    assert_eq!(value.px, Some([1600, 900]));
    assert_eq!(value.claims["a"].value, Some(1.5));
    assert_eq!(value.claims["b"], Claim { value: Some(-300.0), even: Some(Even(4)), ..Claim::default() });
    check(
        "claims: { a: { value: NaN }, b: { value: inf }, c: { value: 1e999 } }",
        "wrong-value claims.a.value, wrong-value claims.b.value, wrong-value claims.c.value",
    );
    check(
        "reasons: [{ weight: 256 }, { weight: -1 }, { weight: 1.5 }]",
        "wrong-value reasons[0].weight, wrong-value reasons[1].weight, wrong-value reasons[2].weight",
    );
    check("title: null", "wrong-type title");
    check("review: null\nreasons: null", "wrong-type review, wrong-type reasons");
    check("- a", "wrong-type ");
}

#[test]
fn an_alias_is_left_out_where_it_is_used() {
    let text = "title: { text: &x [a] }\nid: *x\nclaims: { a: &c { value: z, text: t }, b: *c }\n";
    let (value, tree, faults) = read::<Service>(text);
    assert_eq!(
        faults.iter().map(|fault| fault.code).collect::<Vec<_>>(),
        ["wrong-type", "missing-field", "wrong-type", "wrong-value", "wrong-value"]
    );
    assert_eq!(value.claims.len(), 2);
    assert_eq!(tree.find("claims.b.text").and_then(Node::text), Some("t"));
}

#[test]
fn an_error_of_a_type_keeps_its_code_and_help() {
    let (_, _, faults) = read::<Service>("claims: { a: { even: 3 } }");
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    assert_eq!(
        (fault.code, &*fault.message, fault.help.as_deref()),
        ("invalid-id", "expected an even number, found `3`", Some("try another"))
    );
    let json = serde_json::from_str::<Even>("3").unwrap_err().to_string();
    assert!(json.starts_with("expected an even number, found `3`"), "{json}");
}

#[test]
fn a_hundred_faults_in_a_large_file_take_little_time() {
    let mut text = "reasons:\n".to_owned();
    for i in 0..4900 {
        let weight = if i % 45 == 44 { "x" } else { "3" };
        let _ = writeln!(text, "  - {{ id: r{i}, weight: {weight}, body: {} }}", "word ".repeat(30).trim());
    }
    assert!((900_000..1 << 20).contains(&text.len()), "{}", text.len());
    let start = std::time::Instant::now();
    let (value, _, faults) = read::<Service>(&text);
    // Generous, for a machine under load and code that isn't optimized.
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    assert_eq!((faults.len(), faults.last().unwrap().code), (101, "too-many-faults"));
    assert_eq!(value.reasons, []);
}

fn hostile() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just("x".to_owned()),
        Just("3".into()),
        Just("[]".into()),
        Just("[x, 3, {todo: n}]".into()),
        Just("{todo: n}".into()),
        Just("null".into()),
        Just("{id: x, wight: 3, weight: y, title: [z]}".into()),
        Just("[{id: [x]}, {weight: 300}, {id: y}]".into()),
        Just("{a: {text: x}, b: y}".into()),
        Just("[patient, x, {}]".into()),
        Just("{}".into()),
        Just("{text: [x], short: {}}".into()),
    ];
    let name = prop_oneof![
        Just("id"),
        Just("title"),
        Just("audience"),
        Just("reasons"),
        Just("claims"),
        Just("review"),
        Just("specialty"),
        Just("px"),
        Just("fictional"),
        Just("tests"),
        Just("access"),
        Just("tiles"),
    ];
    prop::collection::btree_map(name, value, 1..9).prop_map(|fields| {
        fields.iter().fold(String::new(), |mut text, (name, value)| {
            let _ = writeln!(text, "{name}: {value}");
            text
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn what_remains_can_be_read_without_fault(text in hostile()) {
        let (value, tree, faults) = read::<Service>(&text);
        for fault in &faults {
            let place = fault.place.as_ref().unwrap();
            prop_assert!(place.span().end as usize <= text.len());
            prop_assert!(serviceline_core::codes::explain(fault.code).is_some(), "{}", fault.code);
        }
        let places = faults.iter().map(|fault| (&fault.place, &fault.message)).collect::<Vec<_>>();
        for (i, place) in places.iter().enumerate() {
            prop_assert!(!places[..i].contains(place), "{place:?} twice");
        }
        let source = Source::new("care.yaml", text.as_str());
        let mut again = vec![];
        let (same, _) = decode::<Service>(tree, &source, &mut again);
        prop_assert_eq!(again, vec![]);
        prop_assert_eq!(same, value);
    }
}

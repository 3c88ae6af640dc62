//! Problems as people and programs read them, and the codes that explain them.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use serviceline_core::codes::{self, Code};
use serviceline_core::diagnostic::{Diagnostic, Report, Severity};
use serviceline_core::nearest::{advice, nearest};
use serviceline_core::prose::{self, ProseOptions};
use serviceline_core::source::{Place, Source};
use serviceline_core::tree::{self, Data, Limits, Node};

fn source() -> Arc<Source> {
    Source::new("care, new: 100%.yaml", "title: é\ntitel: two\nthird: line\n")
}

fn misspelled() -> Diagnostic {
    Diagnostic::error("unknown-field", "there is no field `titel` here")
        .help("did you mean `title`?")
        .at_path("titel")
        .at(Place::new(&source(), 10..15))
}

#[test]
fn a_problem_is_one_line() {
    let line = "care, new: 100%.yaml:2:1: error[unknown-field]: there is no field `titel` here; did you mean `title`?";
    assert_eq!(misspelled().to_string(), line);
    assert_eq!(
        Diagnostic::warning("review-overdue", "the review is due").to_string(),
        "warning[review-overdue]: the review is due"
    );
    assert_eq!(
        Diagnostic::error("gap", "not known yet").at_path("a[0].b").to_string(),
        "a[0].b: error[gap]: not known yet"
    );
}

#[test]
fn a_problem_is_a_line_of_json() {
    let json: serde_json::Value = serde_json::from_str(&misspelled().to_json_line()).unwrap();
    let expected = serde_json::json!({
        "code": "unknown-field", "severity": "error", "message": "there is no field `titel` here", "help": "did you mean `title`?",
        "file": "care, new: 100%.yaml", "line": 2, "column": 1, "path": "titel",
    });
    assert_eq!(json, expected);
    let bare = Diagnostic::warning("gap", "a\nb").to_json_line();
    assert_eq!(
        bare,
        r#"{"code":"gap","severity":"warning","message":"a\nb","help":null,"file":null,"line":null,"column":null,"path":null}"#
    );
}

#[test]
fn a_problem_is_an_annotation() {
    let expected = "::error file=care%2C new%3A 100%25.yaml,line=2,col=1,title=unknown-field::there is no field `titel` here%0Adid you mean `title`?";
    assert_eq!(misspelled().to_github(), expected);
    let warning = Diagnostic::warning("gap", "50% of: a, b\r\n").to_github();
    assert_eq!(warning, "::warning title=gap::50%25 of: a, b%0D%0A");
}

#[test]
fn a_report_is_in_reading_order() {
    let (source, other) = (source(), Source::new("b.yaml", "x"));
    let at = |code, place: &Place| Diagnostic::error(code, "m").at(place.clone());
    let mut report: Report = [
        Diagnostic::warning("gap", "m").at_path("b"),
        Diagnostic::warning("gap", "m").at_path("a"),
        at("syntax", &Place::new(&source, 10..12)),
        at("wrong-type", &Place::new(&other, 0..1)),
        at("wrong-type", &Place::new(&source, 2..3)),
        at("syntax", &Place::new(&source, 10..12)),
    ]
    .into_iter()
    .collect();
    assert!(report.has_errors());
    report.tidy();
    let order =
        report.diagnostics().iter().map(|d| d.to_string().split('[').next().unwrap().to_owned()).collect::<Vec<_>>();
    let name = source.name();
    assert_eq!(
        order,
        [
            "b.yaml:1:1: error".into(),
            format!("{name}:1:3: error"),
            format!("{name}:2:1: error"),
            "a: warning".into(),
            "b: warning".into()
        ]
    );
    assert_eq!(report.to_string().lines().count(), 5);
    assert_eq!(report.clone().or(1).unwrap_err(), report);
    assert_eq!(Report::from(Diagnostic::warning("gap", "m")).or(1).unwrap().0, 1);
}

#[test]
fn a_place_keeps_to_its_file() {
    let source = source();
    assert_eq!(Place::new(&source, 7..9).excerpt(), "é");
    assert_eq!(Place::new(&source, 8..8).span(), 7..7);
    assert_eq!(Place::new(&source, 90..99).excerpt(), "");
    assert_eq!(Place::new(&source, 10..99).excerpt(), "titel: two");
    assert_eq!(format!("{:?}", Place::new(&source, 10..15)), "care, new: 100%.yaml:2:1 \"titel\"");
}

#[test]
fn the_nearest_name_is_offered_only_if_it_is_near() {
    let known = ["title", "tests", "team", "body", "next_review", "key_messages"];
    let cases = [
        ("titel", Some("title")),
        ("Title", Some("title")),
        ("test", Some("tests")),
        ("next-review", Some("next_review")),
        ("nextreview", Some("next_review")),
        ("key mesages", Some("key_messages")),
        ("bdy", Some("body")),
        ("price", None),
        ("x", None),
        ("", None),
    ];
    for (found, expected) in cases {
        assert_eq!(nearest(found, known), expected, "{found}");
    }
    assert_eq!(nearest(&"é".repeat(10_000), known), None);
    assert_eq!(advice("price", &["a", "b"]).as_deref(), Some("known here are `a`, `b`"));
    assert_eq!(advice("price", &["a"]).as_deref(), Some("the only one is `a`"));
    assert_eq!(advice("price", &[]), None);
}

#[test]
fn codes_explain_themselves() {
    let card = |code: &Code| {
        format!(
            "{} ({})\n{}\n\n{}\n\n    {}\n",
            code.id,
            code.severity,
            code.summary,
            code.why,
            code.example.replace('\n', "\n    ")
        )
    };
    let mut codes = codes::all().collect::<Vec<_>>();
    codes.sort_by_key(|code| code.id);
    insta::assert_snapshot!("codes", codes.iter().map(|code| card(code)).collect::<Vec<_>>().join("\n----\n"));
}

#[test]
fn codes_are_kept_in_order() {
    let mut seen = BTreeSet::new();
    for code in codes::all() {
        assert!(seen.insert(code.id), "{} twice", code.id);
        assert!(code.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", code.id);
        assert!(!code.summary.ends_with('.') && code.why.ends_with('.'), "{}", code.id);
        assert!(!code.summary.starts_with(char::is_uppercase) || code.summary.starts_with("YAML"), "{}", code.id);
        assert_eq!(codes::explain(code.id), Some(code));
    }
    assert_eq!(codes::explain("no-such-code"), None);
    assert_eq!(codes::explain("review-overdue").unwrap().severity, Severity::Warning);
}

/// The codes that reading a text finds, in its syntax and in its prose.
fn found(text: &str) -> BTreeSet<&'static str> {
    let source = Source::new("example.yaml", text);
    let mut faults = vec![];
    let tree = tree::parse(&source, Limits::default(), &mut faults);
    let mut codes = faults.iter().map(|fault| fault.code).collect::<BTreeSet<_>>();
    let _ = tree.map(|tree| prose_of(&tree, false, &mut codes));
    codes
}

fn prose_of(node: &Node, fill_ins: bool, codes: &mut BTreeSet<&'static str>) {
    match &node.data {
        Data::Null => {}
        Data::Scalar(scalar) => {
            codes.extend(prose::parse(&scalar.text, ProseOptions { fill_ins }).1.iter().map(|fault| fault.code));
        }
        Data::List(items) => items.iter().for_each(|item| prose_of(item, fill_ins, codes)),
        Data::Map(fields) => {
            for (key, node) in fields {
                prose_of(node, fill_ins || &*key.name == "script", codes);
            }
        }
    }
}

#[test]
fn examples_show_what_they_say() {
    let read_from_files = [
        "syntax",
        "control-character",
        "duplicate-field",
        "key-not-text",
        "empty-text",
        "yaml-feature",
        "alias-cycle",
        "alias-unknown",
        "hidden-text",
        "unquoted-reference",
        "source-too-deep",
        "empty-file",
        "prose-not-allowed",
        "prose-by-accident",
        "prose-bad-reference",
        "reference-label-not-allowed",
        "fill-in-not-allowed",
    ];
    for id in read_from_files {
        let code = codes::explain(id).unwrap();
        let (wrong, right) = code.example.split_once("\n\n").unwrap();
        assert!(found(wrong).contains(id), "{id}: {:?} in\n{wrong}", found(wrong));
        assert_eq!(found(right), BTreeSet::new(), "{id}:\n{right}");
    }
}

/// Every code that a crate reports can be explained.
#[test]
fn codes_that_are_reported_are_listed() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut unknown = BTreeSet::new();
    for folder in fs::read_dir(crates).unwrap() {
        visit(&folder.unwrap().path().join("src"), &mut |file, text| {
            for call in ["Diagnostic::error(", "Diagnostic::warning(", "Stop::new(", "ProseFault::new("] {
                for (at, _) in text.match_indices(call) {
                    let argument = text[at + call.len()..].trim_start();
                    let Some(code) = argument.strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                        continue;
                    };
                    let is_code = !code.is_empty() && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
                    if is_code && codes::explain(code).is_none() {
                        unknown.insert(format!("{code} in {}", file.display()));
                    }
                }
            }
        });
    }
    assert_eq!(unknown, BTreeSet::new());
}

fn visit(folder: &Path, see: &mut dyn FnMut(&Path, &str)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, see);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            see(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

//! Files as trees: what is read, where it stands, and what is said about the rest.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;
use serviceline_core::diagnostic::Diagnostic;
use serviceline_core::source::Source;
use serviceline_core::tree::{Data, Limits, Node, parse};

fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>, Arc<Source>) {
    let source = Source::new("care.yaml", text);
    let mut faults = vec![];
    let tree = parse(&source, Limits::default(), &mut faults);
    (tree, faults, source)
}

/// A tree in one line, as JSON would write it, but for the quotes of names.
fn show(node: &Node) -> String {
    match &node.data {
        Data::Null => "null".into(),
        Data::Scalar(scalar) => format!("{:?}", scalar.text),
        Data::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", ")),
        Data::Map(fields) => {
            let fields = fields.iter().map(|(key, node)| format!("{}: {}", key.name, show(node)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

/// What is read, then a line for each problem: its place, code and words in the file, message and help.
fn told(text: &str) -> String {
    let (tree, mut faults, _) = read(text);
    faults.sort_by_key(|fault| fault.place.as_ref().unwrap().span().start);
    let mut told = tree.as_ref().map_or("nothing".into(), show);
    for fault in &faults {
        let place = fault.place.as_ref().unwrap();
        let path = fault.path.as_ref().map(ToString::to_string).unwrap_or_default();
        let (line, column, code) = (place.line(), place.column(), fault.code);
        let _ = write!(told, "\n{line}:{column} {code} at `{path}`, {:?}: {}", place.excerpt(), fault.message);
        let _ = fault.help.as_ref().map(|help| write!(told, "\n    help: {help}"));
    }
    told
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let told = told(text);
    let codes = told.lines().skip(1).filter(|line| !line.starts_with(' ')).map(|line| line.split(' ').nth(1).unwrap());
    let short = std::iter::once(told.lines().next().unwrap()).chain(codes).collect::<Vec<_>>().join(" | ");
    assert_eq!(short, expected, "{told}");
}

#[test]
fn scalars_stay_text() {
    check("a: 1.10", r#"{a: "1.10"}"#);
    check("a: no", r#"{a: "no"}"#);
    check("a: 2026-09-01", r#"{a: "2026-09-01"}"#);
    check("a: \"911\"", r#"{a: "911"}"#);
    check("a: ~", "{a: null}");
    check("a: 'null'", r#"{a: "null"}"#);
    check("a: |\n  One\n  two\n\nb: >\n  One\n  two", r#"{a: "One\ntwo\n", b: "One two\n"}"#);
}

#[test]
fn yaml_and_json_give_the_same_tree() {
    let yaml = "title: Über \"us\"\nreasons:\n  - { id: one, n: 3 }\n  - id: two\n    text: |\n      a\n      b\nnone: null\nflag: true\n";
    let json = r#"{"title": "\u00dcber \"us\"", "reasons": [{"id": "one", "n": 3}, {"id": "two", "text": "a\nb\n"}], "none": null, "flag": true}"#;
    let spread = "{\n\t\"title\": \"Über \\\"us\\\"\",\n\t\"reasons\": [\n\t\t{\"id\": \"one\", \"n\": 3},\n\t\t{\"id\": \"two\", \"text\": \"a\\nb\\n\"}\n\t],\n\t\"none\": null,\n\t\"flag\": true\n}\n";
    assert_eq!(told(yaml), told(json));
    assert_eq!(told(yaml), told(spread));
}

#[test]
fn json_texts_may_be_long_and_escaped() {
    let long = "word ".repeat(2000);
    check(&format!("{{\"a\": \"{long}\"}}"), &format!("{{a: {long:?}}}"));
    check(r#"{"a": "\ud83d\ude00 \/ \u00e9 \t"}"#, r#"{a: "😀 / é \t"}"#);
}

#[test]
fn what_is_empty_is_said_to_be() {
    check("a:\nb: x", r#"{b: "x"} | empty-text"#);
    check("a: ''\nb: x", r#"{b: "x"} | empty-text"#);
    check("a:\n  - x\n  -\n  - y", r#"{a: ["x", "y"]} | empty-text"#);
    check("", "nothing | empty-file");
    check("# nothing yet\n", "nothing | empty-file");
    check("---\n", "nothing | empty-file");
}

#[test]
fn what_is_given_twice_counts_once() {
    check("a: x\nb: y\na: z", r#"{a: "x", b: "y"} | duplicate-field"#);
    check(r#"{"ab": "x", "a\u0062": "y"}"#, r#"{ab: "x"} | duplicate-field"#);
}

#[test]
fn yaml_that_means_nothing_here_is_refused() {
    check("a: 1\n---\na: 2", r#"{a: "1"} | yaml-feature"#);
    check("a: &x { b: c }\nd: { <<: *x }", r#"{a: {b: "c"}, d: {}} | yaml-feature"#);
    check("a: !important x", r#"{a: "x"} | yaml-feature"#);
    check("? [a]\n: b", "{} | key-not-text");
    check(": b", "{} | key-not-text");
}

#[test]
fn aliases_repeat_values() {
    check("a: &x [1, 2]\nb: *x", r#"{a: ["1", "2"], b: ["1", "2"]}"#);
    check("a: &x [1, *x]", r#"{a: ["1"]} | alias-cycle"#);
    check("a: *x\nb: c", r#"{a: "*x", b: "c"} | alias-unknown"#);
    check("title: *Spine care*\nb: c", "{} | alias-unknown");
}

#[test]
fn text_that_yaml_would_hide_is_found() {
    check("a: Ranked #1 in Ohio", r#"{a: "Ranked"} | hidden-text"#);
    check("a: We are the\n  #1 hospital", r#"{a: "We are the"} | hidden-text"#);
    check("a: &Joint care", r#"{a: "care"} | hidden-text"#);
    check("a: x # so\nb: y #\n#note\nc: [z] #fine", r#"{a: "x", b: "y", c: ["z"]}"#);
    check("a: 'Ranked #1'", r#"{a: "Ranked #1"}"#);
}

#[test]
fn references_without_quotes_are_recognized() {
    check("how: {phone:x}", r#"{how: "{phone:x}"} | unquoted-reference"#);
    check("a: {AGENT NAME}\nb: c", r#"{a: "{AGENT NAME}", b: "c"} | unquoted-reference"#);
    check("a: {term:x|one, two}\nb: c", r#"{a: "{term:x|one, two}", b: "c"} | unquoted-reference"#);
    check("a: [{link:x}, b]", r#"{a: ["{link:x}", "b"]} | unquoted-reference"#);
    check("steps:\n  - {phone:x}\n  - b", r#"{steps: ["{phone:x}", "b"]} | unquoted-reference"#);
    check("a: { how: Call {phone:x} }", r#"{a: {how: "Call"}} | unquoted-reference"#);
    check("a: [Call {phone:x}, b]", r#"{a: ["Call"]} | unquoted-reference"#);
    check("how: {phone:x} now", r#"{how: "{phone:x}"} | unquoted-reference"#);
    check("- {term:x} and", r#"["{term:x}"] | unquoted-reference"#);
    check("how: { phone: x }", r#"{how: {phone: "x"}}"#);
    check("a: Call {phone:x} now\nb: |\n  {term:y}", r#"{a: "Call {phone:x} now", b: "{term:y}\n"}"#);
}

#[test]
fn characters_that_nobody_sees_are_found() {
    check("a: b\0c\nd: e", r#"{a: "b c", d: "e"} | control-character"#);
    check("a: \u{202e}b", r#"{a: "b"} | control-character"#);
    check("a: \"x\\u202eb\"", r#"{a: "x b"} | control-character"#);
    check("a: caf\u{fffd}", r#"{a: "caf"} | control-character"#);
    check("a: \u{e000}b", r#"{a: "b"} | control-character"#);
    check(r#"{"a": "x", "b": "\ud83d"}"#, "nothing | control-character");
    check("a: x\nb: \"\\ud83d\\ude00 \\udc00\"", r#"{a: "x"} | control-character"#);
    check("\u{feff}a: b", r#"{a: "b"}"#);
    let joined = "سلام\u{200c} 👩\u{200d}⚕\u{fe0f}";
    check(&format!("a: {joined}"), &format!("{{a: {joined:?}}}"));
}

#[test]
fn what_was_cut_short_says_so() {
    let (tree, ..) = read("a: [b]\nc:\n  d: e\n  f: g: h");
    let tree = tree.unwrap();
    assert!(tree.is_cut_short());
    assert!(tree.find("c").unwrap().is_cut_short());
    assert!(!tree.find("a").unwrap().is_cut_short());
    assert!(!read("a: b").0.unwrap().is_cut_short());
}

#[test]
fn hostile_files_are_refused() {
    let deep = "[".repeat(2000);
    assert!(told(&deep).contains("source-too-deep"));
    assert!(told(&format!("a: {}{}", "[".repeat(33), "]".repeat(33))).contains("source-too-deep"));
    assert_eq!(read(&format!("a: {}1{}", "[".repeat(31), "]".repeat(31))).1, []);

    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, before) in ["b", "c", "d", "e", "f"].into_iter().zip(["a", "b", "c", "d", "e"]) {
        let _ = writeln!(bomb, "{name}: &{name} [{}]", vec![format!("*{before}"); 10].join(", "));
    }
    assert!(told(&bomb).contains("source-too-large"));

    let heavy = format!("a: &a {}\nb: [{}]", "x".repeat(100_000), vec!["*a"; 1000].join(", "));
    assert!(told(&heavy).contains("source-too-large"));
    assert!(told(&"- x\n".repeat(20_001)).contains("source-too-large"));
    assert!(told(&"x".repeat((1 << 20) + 1)).contains("source-too-large"));

    let mut tower = "a0: &a0 [x]\n".to_owned();
    for i in 1..40 {
        let _ = writeln!(tower, "a{i}: &a{i} [*a{}]", i - 1);
    }
    assert!(told(&tower).contains("source-too-deep"));

    let many = "\0".repeat(1 << 20);
    let (_, faults, _) = read(&many);
    assert_eq!(faults.len(), 101);
    assert_eq!(faults.last().unwrap().code, "too-many-faults");
}

#[test]
fn a_syntax_error_says_what_to_do() {
    let cases = [
        "title: Spine care: the team\nnext: x",
        "title: x\n  bad indent: y",
        "a: b\nthis line\nc: d",
        "a:\n  - b\n c: d",
        "a: \"open\nb: c\n",
        "a: 'it's'",
        "a: \"x\" y",
        "a: @home",
        "a: 100%\nb: %x",
        "a: [1, 2\nb: 3\n",
        "a: { b: c",
        "a: b]\nc: [d]]",
        "a: - b",
        "a: |\n\tx",
        "a:\n\tb: c",
        "a: \"C:\\my\"",
        "{\"a\": 1 \"b\": 2}",
        "{a: b}\nc: d",
        "a: {b: c, d: x, y: z w: v}",
    ];
    let told = cases.map(|case| format!("{case}\n=> {}", told(case))).join("\n\n");
    insta::assert_snapshot!("syntax_errors", told);
}

#[test]
fn other_problems_say_what_to_do() {
    let cases = [
        "a:\n  b:\n  c: x\n  c: y",
        "a: 1\n---\na: 2",
        "a: &x { b: c }\nd: { <<: *x }",
        "a: !important x",
        "? [a]\n: b",
        "a: &x [1, *x]",
        "a: *x",
        "title: *Spine* care",
        "a: Ranked #1 in Ohio",
        "a: &Joint care",
        "a: {phone:x}",
        "a: { how: Call {phone:x} }",
        "a: x\0y \u{202e}z caf\u{fffd}",
        "{\"a\": \"\\ud83d\"}",
        "",
    ];
    let told = cases.map(|case| format!("{case}\n=> {}", told(case))).join("\n\n");
    insta::assert_snapshot!("tree_problems", told);
}

const CARE: &str = "# care\ntitle: Spine care\nreasons:\n  - id: one\n    body: |\n      First é line\n      second line\n\n  - id: two\n    body: plain\n      over lines   # why\nclaims:\n  spine-volume: { text: 'it''s 1,200' }\n  dotted.name: x\naccess: { todo: ask }\nlast: [a,\n  b]   # end\n";

#[test]
fn nodes_are_found_by_path() {
    let (tree, faults, source) = read(CARE);
    let tree = tree.unwrap();
    assert_eq!(faults, []);
    let found = |path: &str| {
        tree.find(path).map(|node| source.text()[node.span.start as usize..node.span.end as usize].to_owned())
    };
    let cases = [
        ("title", Some("Spine care")),
        ("reasons[0].body", Some("First é line\n      second line")),
        ("reasons[1].body", Some("plain\n      over lines")),
        ("reasons[1]", Some("id: two\n    body: plain\n      over lines")),
        ("claims.spine-volume.text", Some("'it''s 1,200'")),
        ("claims.spine-volume", Some("{ text: 'it''s 1,200' }")),
        ("claims.dotted.name", Some("x")),
        ("last", Some("[a,\n  b]")),
        ("reasons[2]", None),
        ("reasons[x]", None),
        (
            "reasons",
            Some(
                "- id: one\n    body: |\n      First é line\n      second line\n\n  - id: two\n    body: plain\n      over lines",
            ),
        ),
        ("claims.spine", None),
        ("title.text", None),
    ];
    for (path, expected) in cases {
        let found = found(path);
        // A list begins at its first item here, whose dash is not a part of it.
        assert_eq!(
            found.as_deref().map(|f| f.trim_start_matches("- ")),
            expected.map(|e| e.trim_start_matches("- ")),
            "{path}"
        );
    }
    assert_eq!(tree.find(""), Some(&tree));
    let nearest = |path: &str| show(tree.find_nearest(path));
    assert_eq!(nearest("title.text"), "\"Spine care\"");
    assert_eq!(nearest("access.referral[0].name"), "{todo: \"ask\"}");
    assert_eq!(nearest("claims.spine-volume.short"), "{text: \"it's 1,200\"}");
    assert_eq!(nearest("nowhere"), show(&tree));
    assert_eq!(tree.find_key("claims.spine-volume").map(|key| &*key.name), Some("spine-volume"));
    assert_eq!(tree.find_key("reasons[0]"), None);
}

#[test]
fn places_in_texts_are_places_in_files() {
    let cases = [
        ("a: Call «{phone:x}» now", "{phone:x}"),
        ("a: |\n  One é {phone:y}\n  two «{phone:x}» end\n", "{phone:x}"),
        ("a: >-\n    folded {phone:y}\n\n    and more «{phone:x}»\n", "{phone:x}"),
        ("a: \"esc \\u00e9 \\n \\\" \\ud83d\\ude00 \\x41 «{phone:x}» \"", "{phone:x}"),
        ("a: \"one \\\n    two   \n    «three» four\"", "three"),
        ("a: 'it''s «{phone:x}»'", "{phone:x}"),
        ("a: plain\n  over lines «{phone:x}»\n", "{phone:x}"),
        ("a: |2\n    indented «more» x\n", "more"),
        ("{\"a\": \"\\\\ \\/ «{phone:x}»\"}", "{phone:x}"),
        ("a: \"say \\\"«it»\\\" now\"", "it"),
    ];
    for (marked, words) in cases {
        let start = marked.find('«').unwrap();
        let text = marked.replace(['«', '»'], "");
        let (tree, faults, source) = read(&text);
        assert_eq!(faults, [], "{text}");
        let node = tree.as_ref().unwrap().find("a").unwrap();
        let at = node.text().unwrap().find(words).unwrap();
        let found = node.offset_in_source(&source, at..at + words.len());
        assert_eq!(found, start as u32..(start + words.len()) as u32, "{text}");
        assert_eq!(node.place_of(&source, at..at + words.len()).excerpt(), words);
    }
}

#[test]
fn a_place_says_line_and_column_in_characters() {
    let source = Source::new("a.yaml", "é: x\n\n  ü: yé\n");
    assert_eq!(source.line_column(0), (1, 1));
    assert_eq!(source.line_column(2), (1, 2));
    assert_eq!(source.line_column(1), (1, 1));
    assert_eq!(source.line_column(6), (2, 1));
    assert_eq!(source.line_column(11), (3, 4));
    assert_eq!(source.line_column(9999), (4, 1));
}

/// Pieces of YAML that break when they are put together, and some that don't.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("a: "),
        Just("b:\n  "),
        Just("- "),
        Just("\n"),
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(", "),
        Just("\""),
        Just("'"),
        Just("{phone:x}"),
        Just("&a "),
        Just("*a "),
        Just("!t "),
        Just("<<: "),
        Just("# "),
        Just("#1"),
        Just("|\n  "),
        Just(">-\n "),
        Just("---\n"),
        Just("\t"),
        Just("\\ud83d"),
        Just("\\n"),
        Just("é"),
        Just("\u{202e}"),
        Just("\0"),
        Just("? "),
        Just(": "),
        Just("text"),
        Just("\r\n"),
        Just("\u{feff}"),
        Just("%"),
        Just("todo: x"),
    ];
    prop_oneof![prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()), "\\PC{0,40}", any::<String>(),]
}

fn spans_lie_within(node: &Node, text: &str) {
    assert!(text.get(node.span.start as usize..node.span.end as usize).is_some(), "{:?} of {text:?}", node.span);
    match &node.data {
        Data::List(items) => items.iter().for_each(|item| spans_lie_within(item, text)),
        Data::Map(fields) => fields.iter().for_each(|(key, node)| {
            assert!(text.get(key.span.start as usize..key.span.end as usize).is_some());
            spans_lie_within(node, text);
        }),
        Data::Null | Data::Scalar(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_file_is_read_or_refused(text in hostile()) {
        let (tree, faults, source) = read(&text);
        if let Some(tree) = &tree {
            spans_lie_within(tree, &text);
        }
        prop_assert!(tree.is_some() || !faults.is_empty());
        for fault in faults {
            let place = fault.place.unwrap();
            prop_assert!(place.span().end as usize <= source.text().len());
            prop_assert!(serviceline_core::codes::explain(fault.code).is_some(), "{}", fault.code);
        }
    }

    #[test]
    fn every_word_of_a_text_has_a_place(words in prop::collection::vec("[a-zé'\"\\\\:#{}0-9.,-]{1,8}", 1..8), style in 0..4, at in 0_usize..8) {
        let text = match style {
            0 => format!("a: {}\n", serde_json::to_string(&words.join(" ")).unwrap()),
            1 => format!("a: '{}'\n", words.join("\n  ").replace('\'', "''")),
            2 => format!("a: |\n  {}\n", words.join("\n  ")),
            _ => format!("a: >-\n  {}\n", words.join("\n  ")),
        };
        let (tree, _, source) = read(&text);
        let tree = tree.unwrap();
        let node = tree.find("a").unwrap();
        let at = at % words.len();
        let start = words[..at].iter().map(|word| word.len() + 1).sum::<usize>();
        let place = node.place_of(&source, start..start + words[at].len());
        let written = &text[place.span().start as usize..place.span().end as usize];
        let plain = match style { 0 => written.replace("\\\"", "\"").replace("\\\\", "\\"), 1 => written.replace("''", "'"), _ => written.to_owned() };
        prop_assert_eq!(&plain, &words[at]);
    }
}

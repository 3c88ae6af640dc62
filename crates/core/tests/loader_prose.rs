//! Texts as prose: what every channel can say, and what is said about the rest.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;

use proptest::prelude::*;
use serviceline_core::prose::{
    Block, Inline, Prose, ProseFault, ProseOptions, RefKind, locate, numbers, parse, parse_as_markdown, plain_text,
    references,
};

const SCRIPT: ProseOptions = ProseOptions { fill_ins: true };
const PAGE: ProseOptions = ProseOptions { fill_ins: false };

/// Prose in one line: `p(...)`, `ul[...]`, `ol[...]`, `*emphasis*`, `**strong**`, `<url|words>`, `{kind:id|label}`, `/` for a break.
fn show(prose: &Prose) -> String {
    blocks(&prose.blocks)
}

fn blocks(list: &[Block]) -> String {
    let one = |block: &Block| match block {
        Block::Paragraph(within) => format!("p({})", inlines(within)),
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| blocks(item)).collect::<Vec<_>>().join("; ");
            format!("{}[{items}]", if *ordered { "ol" } else { "ul" })
        }
    };
    list.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn inlines(list: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Emphasis(within) => format!("*{}*", inlines(within)),
        Inline::Strong(within) => format!("**{}**", inlines(within)),
        Inline::Link { url, text } => format!("<{url}|{}>", inlines(text)),
        Inline::Break => "/".into(),
        Inline::Reference { kind, id, label: None } => format!("{{{kind}:{id}}}"),
        Inline::Reference { kind, id, label: Some(label) } => format!("{{{kind}:{id}|{label}}}"),
        Inline::FillIn(name) => format!("{{{name}}}"),
    };
    list.iter().map(one).collect()
}

/// The prose, then the code of each fault with the words that it is about.
fn told(text: &str, options: ProseOptions) -> String {
    let (prose, faults) = parse(text, options);
    let fault = |fault: &ProseFault| format!(" | {} {:?}", fault.code, &text[fault.range.clone()]);
    show(&prose) + &faults.iter().map(fault).collect::<String>()
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(told(text, PAGE), expected, "{text:?}");
}

#[test]
fn paragraphs_and_lists() {
    check("", "");
    check("One team.\n", "p(One team.)");
    check("Our doctors\nwork as  one team.\n\nCall us.\n", "p(Our doctors work as one team.) p(Call us.)");
    check("- a\n- b\n  - c\n  - d", "ul[p(a); p(b) ul[p(c); p(d)]]");
    check("1. a\n2. b\n\n   more", "ol[p(a); p(b) p(more)]");
    check("1. a\n1. b\n1. c", "ol[p(a); p(b); p(c)]");
    check("Bring:\n- a card\n- a list", "p(Bring:) ul[p(a card); p(a list)]");
    check("one\\\ntwo  \nthree", "p(one/two/three)");
}

#[test]
fn emphasis_links_and_escapes() {
    check("*a* _b_ **c** ***d***", "p(*a* *b* **c** ***d***)");
    check(
        "see [our **map**](https://x.org/map) or <https://y.org>",
        "p(see <https://x.org/map|our **map**> or <https://y.org|https://y.org>)",
    );
    check(
        "write <us@x.org> or [call](tel:+16145550142), [where](/locations)",
        "p(write <mailto:us@x.org|us@x.org> or <tel:+16145550142|call>, </locations|where>)",
    );
    check("\\*not\\* \\{so\\} \\_b\\_ &amp; &eacute;", "p(*not* {so} _b_ & é)");
    check(
        "snake_case, 5 * 3, a*, AT&T, #1, 3-D, <5 minutes, \"quoted\" -- it's...",
        "p(snake_case, 5 * 3, a*, AT&T, #1, 3-D, <5 minutes, \"quoted\" -- it's...)",
    );
}

#[test]
fn facts_are_referred_to() {
    check("Call {phone:appointments}.", "p(Call {phone:appointments}.)");
    check(
        "{claim:a}, {hours:main-campus}; {term:x|two words} {link:y|z}",
        "p({claim:a}, {hours:main-campus}; {term:x|two words} {link:y|z})",
    );
    check("**{phone:x}** and *a {term:y|b} c*", "p(**{phone:x}** and *a {term:y|b} c*)");
    check("[call {phone:x}](https://x.org)", "p(<https://x.org|call {phone:x}>)");
    check(
        "a {term:radiation-oncologist|radiation\noncologists} b",
        "p(a {term:radiation-oncologist|radiation oncologists} b)",
    );
    check("*e* a {term:x|radiation\n  oncologists} b", "p(*e* a {term:x|radiation oncologists} b)");
    check("- {phone:x}\n- b", "ul[p({phone:x}); p(b)]");
    check("{term:snake_case_id} *x*", "p({term:snake_case_id} *x*)");
}

#[test]
fn blanks_to_fill_in() {
    assert_eq!(told("This is {AGENT NAME}.", SCRIPT), "p(This is {AGENT NAME}.)");
    assert_eq!(
        told("{DATE}, {CALL-BACK NUMBER}, {ÄRZTIN'S NAME}", SCRIPT),
        "p({DATE}, {CALL-BACK NUMBER}, {ÄRZTIN'S NAME})"
    );
    assert_eq!(told("{Agent name}", SCRIPT), "p({Agent name}) | prose-bad-reference \"{Agent name}\"");
    check("This is {AGENT NAME}.", "p(This is {AGENT NAME}.) | fill-in-not-allowed \"{AGENT NAME}\"");
}

#[test]
fn braces_that_are_no_reference() {
    check("a {fone:x} b", "p(a {fone:x} b) | prose-bad-reference \"{fone:x}\"");
    check("a {phone: x} b", "p(a {phone: x} b) | prose-bad-reference \"{phone: x}\"");
    check("a {phone:} b", "p(a {phone:} b) | prose-bad-reference \"{phone:}\"");
    check("a {} {x} b", "p(a {} {x} b) | prose-bad-reference \"{}\" | prose-bad-reference \"{x}\"");
    check("a {term:x|} b", "p(a {term:x|} b) | prose-bad-reference \"{term:x|}\"");
    check("a {phone:x|us} b", "p(a {phone:x|us} b) | reference-label-not-allowed \"{phone:x|us}\"");
    check("a {phone:x b", "p(a {phone:x b) | prose-bad-reference \"{\"");
    check("é } b", "p(é } b) | prose-bad-reference \"}\"");
    check("a {{phone:x}} b", "p(a {{phone:x}} b) | prose-bad-reference \"{{phone:x}}\"");
    check("a {term:x|*b*} c", "p(a {term:x|*b*} c) | prose-bad-reference \"{\" | prose-bad-reference \"}\"");
    check("é *ü {a}*\n  {b}", "p(é *ü {a}* {b}) | prose-bad-reference \"{a}\" | prose-bad-reference \"{b}\"");
    check("[map]({link:x})", "p(<{link:x}|map>) | prose-bad-reference \"[map]({link:x})\"");
}

#[test]
fn markup_that_prose_does_not_have() {
    check("# Title\nx", "p(Title) p(x) | prose-not-allowed \"# Title\"");
    check("Title\n---\nx", "p(Title) p(x) | prose-not-allowed \"Title\\n---\"");
    check("a <b>c</b>", "p(a <b>c</b>) | prose-not-allowed \"<b>\" | prose-not-allowed \"</b>\"");
    check("<div>\nx\n</div>", "p(<div> x </div>) | prose-not-allowed \"<div>\\nx\\n</div>\"");
    check("a ![b](c.png)", "p(a ![b](c.png)) | prose-not-allowed \"![b](c.png)\"");
    check("a `b` c", "p(a `b` c) | prose-not-allowed \"`b`\"");
    check("```\nb\n```", "p(``` b ```) | prose-not-allowed \"```\\nb\\n```\"");
    check("a\n\n    b", "p(a) p(b) | prose-not-allowed \"b\"");
    check("> a", "p(a) | prose-not-allowed \"> a\"");
    check("a\n\n***\n\nb", "p(a) p(***) p(b) | prose-not-allowed \"***\"");
    check(
        "| a | b |\n|---|---|\n| c | d |",
        "p(| a | b | |---|---| | c | d |) | prose-not-allowed \"| a | b |\\n|---|---|\\n| c | d |\"",
    );
    check("[a]: https://x.org\n\nb", "p(b) | prose-not-allowed \"[a]: https://x.org\"");
    check("[Note]: bring your card", "p([Note]: bring your card)");
    check(
        "[a](https://x.org \"more\")",
        "p(<https://x.org|a>) | prose-not-allowed \"[a](https://x.org \\\"more\\\")\"",
    );
    check("[](https://x.org)", "p(<https://x.org|>) | prose-not-allowed \"[](https://x.org)\"");
}

#[test]
fn markup_that_was_not_meant() {
    check("4) Bring a card", "ol[p(Bring a card)] | prose-by-accident \"4)\"");
    check("2026. A good year\n", "ol[p(A good year)] | prose-by-accident \"2026.\"");
    check("1. Check in", "ol[p(Check in)] | prose-by-accident \"1.\"");
    check("1. a\n3. b", "ol[p(a); p(b)] | prose-by-accident \"3.\"");
    check("+ parking", "ul[p(parking)] | prose-by-accident \"+\"");
    check("It takes 5\n- 10 minutes", "p(It takes 5) ul[p(10 minutes)] | prose-by-accident \"-\"");
    check("2*3*4", "p(2*3*4) | prose-by-accident \"*3*\"");
    check("niñ*s y niñ*s", "p(niñ*s y niñ*s) | prose-by-accident \"*s y niñ*\"");
    check("(*a*), “*b*” — *c*.", "p((*a*), “*b*” — *c*.)");
}

#[test]
fn addresses_that_may_not_be_linked() {
    for address in [
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.org",
        "locations",
        "ftp://x.org",
        "https:x",
        "mailto:x",
        "vbscript:x",
        "#top",
    ] {
        let (_, faults) = parse(&format!("[a]({address})"), PAGE);
        assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), ["invalid-url"], "{address}");
    }
    check("[a]()", "p(<|a>) | invalid-url \"[a]()\"");
    check(
        "<javascript:alert(1)>",
        "p(<javascript:alert(1)|javascript:alert(1)>) | invalid-url \"<javascript:alert(1)>\"",
    );
}

#[test]
fn characters_that_nobody_sees() {
    check("a\u{202e}b", "p(a\u{202e}b) | control-character \"\\u{202e}\"");
    check("a &#x202e; b", "p(a \u{202e} b) | control-character \"a &#x202e; b\"");
    check("a\0b *c*", "p(a\0b *c*) | control-character \"\\0\"");
}

#[test]
fn lines_join_as_their_script_does() {
    check("one\ntwo", "p(one two)");
    check("脊椎\n肿瘤", "p(脊椎肿瘤)");
    check("척추\n종양", "p(척추 종양)");
    check("*脊椎*\n肿瘤", "p(*脊椎* 肿瘤)");
}

#[test]
fn hostile_texts_cost_little() {
    let cases = [
        "*a ", "[", "> ", "- ", "![", "`", "{", "*a **b ", "[a](", "<", "1. ", "_a", "&#", "{term:x|", "\\", "|a|\n",
        "[a]: b\n", "- a\n ",
    ];
    let start = std::time::Instant::now();
    for piece in cases {
        let (_, faults) = parse(&piece.repeat(4_000 / piece.len()), PAGE);
        assert!(faults.len() <= 100);
    }
    for (open, close) in [("*a _", "_ b*"), ("> - ", ""), ("- 1. ", "")] {
        let (_, faults) = parse(&format!("{}x{}", open.repeat(1500), close.repeat(1500)), PAGE);
        assert!(!faults.is_empty(), "{open}");
    }
    // Generous, for a machine under load and code that isn't optimized.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn faults_say_what_to_do() {
    let cases = [
        "# Title",
        "Title\n===",
        "a <b>c</b>",
        "![b](c.png)",
        "`b`",
        "    b",
        "> a",
        "***",
        "| a |\n|---|",
        "[a]: https://x.org",
        "[a](https://x.org \"more\")",
        "[](https://x.org)",
        "4) Bring a card",
        "1. a\n3. b",
        "+ parking",
        "It takes 5\n- 10 minutes",
        "2*3*4",
        "[a](javascript:x)",
        "[a]({link:x})",
        "{fone:x}",
        "{foo:x}",
        "{phone: x}",
        "{phone:}",
        "{x}",
        "{term:x|}",
        "{phone:x|us}",
        "{phone:x",
        "x}",
        "{{phone:x}}",
        "{AGENT NAME}",
        "a\u{202e}b",
    ];
    let mut told = String::new();
    for case in cases {
        let _ = writeln!(told, "{case}");
        for fault in parse(case, PAGE).1 {
            let _ = writeln!(
                told,
                "=> {} {:?}: {}\n   help: {}",
                fault.code,
                &case[fault.range.clone()],
                fault.message,
                fault.help.unwrap()
            );
        }
        told.push('\n');
    }
    insta::assert_snapshot!("prose_faults", told);
}

#[test]
fn checks_read_words_references_and_numbers() {
    let text = "Our surgeons did {claim:volume}, *and {term:x|more}*.\n\n- Call {phone:y}\n- [see](https://x.org/2)";
    let (prose, _) = parse(text, PAGE);
    assert_eq!(plain_text(&prose), "Our surgeons did \u{fffc}, and more.\nCall \u{fffc}\nsee");
    let found = references(&prose).map(|r| (r.kind, r.id, r.label)).collect::<Vec<_>>();
    assert_eq!(
        found,
        [(RefKind::Claim, "volume", None), (RefKind::Term, "x", Some("more")), (RefKind::Phone, "y", None)]
    );
    assert_eq!(locate(text, RefKind::Term, "x").map(|at| &text[at]), Some("{term:x|more}"));
    assert_eq!(locate(text, RefKind::Phone, "yy"), None);
    assert_eq!(locate("{phone:yy} {phone:y}", RefKind::Phone, "y"), Some(11..20));
}

#[test]
fn numbers_have_one_form() {
    let cases: [(&str, &[&str]); 9] = [
        ("more than 1,200 operations in 2025", &["1200", "2025"]),
        ("1 200, 1\u{202f}200, 1'200, 1.200", &["1", "200", "1200", "1200", "1200"]),
        ("1.5 hours, 1,5 Stunden", &["1.5", "1,5"]),
        ("open 24/7, 08:00", &["24", "7", "08", "00"]),
        ("in 2025, 300 people.", &["2025", "300"]),
        ("1,234,567", &["1234567"]),
        ("C41.2, 3-D, 10-30", &["41.2", "3", "10", "30"]),
        ("none", &[]),
        ("٣ days", &["٣"]),
    ];
    for (text, expected) in cases {
        assert_eq!(numbers(text), expected, "{text}");
    }
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{phone:x}"),
        Just("{term:x|a b}"),
        Just("{"),
        Just("}"),
        Just("\\"),
        Just("*"),
        Just("**"),
        Just("_"),
        Just("["),
        Just("](https://x.org)"),
        Just("<"),
        Just(">"),
        Just("`"),
        Just("&#123;"),
        Just("&amp;"),
        Just("\n"),
        Just("\n\n"),
        Just("- "),
        Just("1. "),
        Just("4) "),
        Just("# "),
        Just("    "),
        Just("\t"),
        Just("|"),
        Just("|---|"),
        Just("---"),
        Just("é"),
        Just("word "),
        Just("  \n"),
        Just("\r\n"),
        Just("\r"),
        Just("[a]: b"),
        Just("脊"),
        Just("\u{a0}"),
        Just("."),
        Just("!"),
        Just("{AGENT}"),
        Just("<b>"),
        Just("\u{feff}"),
        Just("+"),
        Just("="),
        Just("~"),
        Just(":"),
    ];
    prop_oneof![prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat()), "\\PC{0,40}", any::<String>()]
}

/// Texts as authors write them: words, references, line ends, a few signs.
fn ordinary() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Zé]{1,8}", 1 => Just("{phone:x}".to_owned()), 1 => Just("{term:x|a b}".into()), 2 => Just("\n".into()), 1 => Just("\n\n".into()),
        1 => "[.,;:!?'()|~+=#>-]", 1 => "[0-9]{1,3}[.)]?", 6 => Just(" ".into()), 1 => Just("  ".into()), 1 => Just("脊".into()), 1 => Just("\u{a0}".into()),
        1 => Just("\u{2003}".into()), 1 => Just("{x}".into()),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_every_fault_has_a_place(text in hostile()) {
        let (prose, faults) = parse(&text, PAGE);
        for fault in &faults {
            prop_assert!(text.get(fault.range.clone()).is_some(), "{fault:?}");
            prop_assert!(serviceline_core::codes::explain(fault.code).is_some(), "{}", fault.code);
        }
        // What is written down is said, or there is a fault.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        if faults.is_empty() && !text.contains(['&', '{', '<', '[']) && !text.contains("1.") {
            prop_assert_eq!(letters(&plain_text(&prose)), letters(&text));
        }
    }

    #[test]
    fn the_short_way_makes_no_difference(text in prop_oneof![ordinary(), hostile()]) {
        prop_assert_eq!(parse(&text, SCRIPT), parse_as_markdown(&text, SCRIPT));
    }

    #[test]
    fn a_reference_is_found_where_it_stands(before in "[a-zé .,\n]{0,20}", after in "[a-zé .,\n]{0,20}", id in "[a-z]{1,8}(-[a-z0-9]{1,4})?") {
        let text = format!("{before}{{claim:{id}}}{after}");
        let (prose, faults) = parse(&text, PAGE);
        if faults.is_empty() {
            prop_assert_eq!(references(&prose).map(|r| r.id.to_owned()).collect::<Vec<_>>(), vec![id.clone()]);
            let at = locate(&text, RefKind::Claim, &id).unwrap();
            prop_assert_eq!(at.start, before.len());
        }
    }
}

//! Reading the Markdown again gives the same blocks and the same text, whatever the texts contain.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{Run, words, written};
use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, Options, parse_document};
use proptest::prelude::*;
use serviceline_core::Selection;
use serviceline_markdown::outline::Block;
use serviceline_markdown::{Flavor, Outline, Style};

/// A block as it is meant. A line break is a run with the text of a line feed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Meant {
    Heading(u8, Vec<Run>),
    Paragraph(Vec<Run>),
    List(bool, Vec<Vec<Meant>>),
}

/// Writes the blocks as CommonMark and reads them again.
fn check(meant: &[Meant]) -> Result<(), TestCaseError> {
    let (markdown, read) = read_again(meant, &Style::default());
    prop_assert_eq!(read, normal(meant), "{}", markdown);
    Ok(())
}

/// Writes the blocks in every other flavor, in short lines too, and reads them again: the blocks and their texts stay.
/// Links and emphasis may differ: readers of GFM link addresses by themselves, and the plain flavor keeps words rather
/// than emphasis.
fn check_flavors(meant: &[Meant]) -> Result<(), TestCaseError> {
    for flavor in [Flavor::CommonMark, Flavor::Gfm, Flavor::Plain] {
        for width in [None, Some(12)] {
            let style = Style { flavor, width, ..Style::default() };
            let (markdown, read) = read_again(meant, &style);
            prop_assert_eq!(texts(&read), texts(&normal(meant)), "{:?}:\n{}", style, markdown);
            prop_assert!(flavor != Flavor::Plain || !markdown.contains("<!--"), "{}", markdown);
        }
    }
    Ok(())
}

fn read_again(meant: &[Meant], style: &Style) -> (String, Vec<Meant>) {
    let (outline, style, flavor) = (meant.to_vec(), style.clone(), style.flavor);
    let markdown = written(move |selection| Outline {
        style: style.clone(),
        blocks: blocks(selection, &outline),
        ..Outline::default()
    });
    let mut options = Options::default();
    if flavor == Flavor::Gfm {
        options.extension.table = true;
        options.extension.strikethrough = true;
        options.extension.tasklist = true;
        options.extension.autolink = true;
        options.extension.footnotes = true;
    }
    let arena = Arena::new();
    let document = parse_document(&arena, &markdown, &options);
    let read = document.children().filter_map(read).collect();
    (markdown, read)
}

/// The blocks with nothing but their texts.
fn texts(blocks: &[Meant]) -> Vec<Meant> {
    let plain_runs = |runs: &[Run]| joined(runs.iter().map(|run| Run { text: run.text.clone(), ..plain("") }));
    let block = |block: &Meant| match block {
        Meant::Heading(level, runs) => Meant::Heading(*level, plain_runs(runs)),
        Meant::Paragraph(runs) => Meant::Paragraph(plain_runs(runs)),
        Meant::List(ordered, items) => Meant::List(*ordered, items.iter().map(|item| texts(item)).collect()),
    };
    blocks.iter().map(block).collect()
}

fn blocks(selection: &Selection<'_>, meant: &[Meant]) -> Vec<Block> {
    let block = |meant: &Meant| match meant {
        Meant::Heading(level, runs) => {
            Block::Heading { level: *level, id: String::new(), words: words(selection, runs) }
        }
        Meant::Paragraph(runs) => Block::Paragraph(words(selection, runs)),
        Meant::List(ordered, items) => {
            Block::List { ordered: *ordered, items: items.iter().map(|item| blocks(selection, item)).collect() }
        }
    };
    meant.iter().map(block).collect()
}

/// The blocks without those that say nothing, and with equal neighbours joined.
fn normal(meant: &[Meant]) -> Vec<Meant> {
    let block = |meant: &Meant| match meant {
        Meant::Heading(level, runs) => {
            let spaces = runs.iter().map(|run| {
                if run.text == "\n" {
                    Run { text: " ".to_owned(), strong: false, emphasis: false, href: String::new() }
                } else {
                    run.clone()
                }
            });
            Some(Meant::Heading(*level, joined(spaces)))
                .filter(|block| !matches!(block, Meant::Heading(_, runs) if runs.is_empty()))
        }
        Meant::Paragraph(runs) => {
            let runs = joined(runs.iter().cloned());
            (!runs.is_empty()).then_some(Meant::Paragraph(runs))
        }
        Meant::List(ordered, items) => {
            let items: Vec<_> = items.iter().map(|item| normal(item)).filter(|item| !item.is_empty()).collect();
            (!items.is_empty()).then_some(Meant::List(*ordered, items))
        }
    };
    meant.iter().filter_map(block).collect()
}

fn joined(runs: impl IntoIterator<Item = Run>) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    for run in runs.into_iter().filter(|run| !run.text.is_empty()) {
        let is_break = run.text == "\n";
        match all.last_mut() {
            None if is_break => {}
            Some(last) if is_break && last.text == "\n" => {}
            _ if is_break => {
                all.push(Run { text: "\n".to_owned(), strong: false, emphasis: false, href: String::new() });
            }
            Some(last)
                if last.text != "\n"
                    && (last.strong, last.emphasis, &last.href) == (run.strong, run.emphasis, &run.href) =>
            {
                last.text.push_str(&run.text);
            }
            _ => all.push(run),
        }
    }
    if all.last().is_some_and(|last| last.text == "\n") {
        all.pop();
    }
    all
}

fn read<'a>(node: &'a AstNode<'a>) -> Option<Meant> {
    match &node.data().value {
        NodeValue::Heading(heading) => Some(Meant::Heading(heading.level, runs(node))),
        NodeValue::Paragraph => Some(Meant::Paragraph(runs(node))),
        NodeValue::List(list) => {
            let items = node.children().map(|item| item.children().filter_map(read).collect());
            Some(Meant::List(list.list_type == ListType::Ordered, items.collect()))
        }
        // Between two lists stands a comment, without which they would be one.
        NodeValue::HtmlBlock(_) => None,
        other => panic!("no {other:?} was written"),
    }
}

fn runs<'a>(block: &'a AstNode<'a>) -> Vec<Run> {
    let mut runs = Vec::new();
    let none = Run { text: String::new(), strong: false, emphasis: false, href: String::new() };
    block.children().for_each(|child| inline(child, &none, &mut runs));
    joined(runs)
}

fn inline<'a>(node: &'a AstNode<'a>, within: &Run, runs: &mut Vec<Run>) {
    let mut within = within.clone();
    match &node.data().value {
        NodeValue::Text(text) => runs.push(Run { text: text.to_string(), ..within.clone() }),
        NodeValue::SoftBreak => runs.push(Run { text: " ".to_owned(), ..within.clone() }),
        NodeValue::LineBreak => runs.push(Run { text: "\n".to_owned(), ..within.clone() }),
        NodeValue::Strong => within.strong = true,
        NodeValue::Emph => within.emphasis = true,
        NodeValue::Link(link) => within.href.clone_from(&link.url),
        NodeValue::HtmlInline(comment) if comment == "<!-- -->" => {}
        other => panic!("no {other:?} was written"),
    }
    node.children().for_each(|child| inline(child, &within, runs));
}

/// Text that means trouble: Markdown's own signs, spaces, references, and letters of other scripts.
fn hostile() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => "[a-z]{1,3}",
        2 => Just(" ".to_owned()),
        4 => "[-*_\\[\\]<>#+=.()!&;:\"'`~|\\\\/^{}0-9]",
        1 => prop_oneof![
            Just("&amp;".to_owned()), Just("&#35;".to_owned()), Just("&copy".to_owned()), Just("1.".to_owned()), Just("1) ".to_owned()),
            Just("---".to_owned()), Just("  ".to_owned()), Just("\t".to_owned()), Just("<b>".to_owned()), Just("<!--".to_owned()),
            Just("](".to_owned()), Just("é".to_owned()), Just("\u{a0}".to_owned()), Just("漢。".to_owned()), Just("“".to_owned()),
            Just("https://x.org/".to_owned()), Just("<https://x.org>".to_owned()), Just("a@b.org".to_owned()), Just("€".to_owned()),
        ],
    ];
    prop::collection::vec(sign, 0..6).prop_map(|signs| signs.concat())
}

fn href() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => Just(String::new()),
        1 => Just("tel:+16145550142".to_owned()),
        1 => Just("mailto:a@b.org".to_owned()),
        1 => Just("https://x.org/".to_owned()),
        1 => Just("https://x.org/?a=1&copy;=(2)&b=<3>\\".to_owned()),
    ]
}

fn run() -> impl Strategy<Value = Run> {
    let text = prop_oneof![8 => hostile(), 1 => Just("\n".to_owned()), 1 => Just("a@b.org".to_owned()), 1 => Just("https://x.org/".to_owned())];
    (text, any::<bool>(), any::<bool>(), href()).prop_map(|(text, strong, emphasis, href)| {
        if text == "\n" {
            Run { text, strong: false, emphasis: false, href: String::new() }
        } else {
            Run { text, strong, emphasis, href }
        }
    })
}

fn block() -> impl Strategy<Value = Meant> {
    let runs = || prop::collection::vec(run(), 0..5);
    let leaf = prop_oneof![
        1 => (1..=6_u8, runs()).prop_map(|(level, runs)| Meant::Heading(level, runs)),
        3 => runs().prop_map(Meant::Paragraph),
    ];
    let paragraph = || prop::collection::vec(run(), 1..4).prop_map(Meant::Paragraph);
    let inner = (any::<bool>(), prop::collection::vec(prop::collection::vec(paragraph(), 1..3), 1..3));
    let inner = inner.prop_map(|(ordered, items)| Meant::List(ordered, items));
    let item = (paragraph(), prop::option::of(inner))
        .prop_map(|(line, list)| std::iter::once(line).chain(list).collect::<Vec<_>>());
    let list =
        (any::<bool>(), prop::collection::vec(item, 1..4)).prop_map(|(ordered, items)| Meant::List(ordered, items));
    prop_oneof![3 => leaf, 1 => list]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_line_is_read_as_it_was_meant(runs in prop::collection::vec(run(), 1..6)) {
        check(&[Meant::Paragraph(runs)])?;
    }

    #[test]
    fn any_document_is_read_as_it_was_meant(blocks in prop::collection::vec(block(), 1..5)) {
        check(&blocks)?;
    }

    #[test]
    fn any_document_of_any_flavor_has_the_same_text(blocks in prop::collection::vec(block(), 1..5)) {
        check_flavors(&blocks)?;
    }
}

fn plain(text: &str) -> Run {
    Run { text: text.to_owned(), strong: false, emphasis: false, href: String::new() }
}

#[test]
fn signs_of_markdown_stay_text() {
    for text in [
        "# no heading",
        "- no list",
        "+ no list",
        "1. no list",
        "1) no list",
        "> no quote",
        "    no code",
        "--- ",
        " ",
        "===",
        "\\",
        "&amp;",
        "&#38;",
        "a  ",
        "<b>",
        "![x](y)",
        "[x]: y",
        "`a`",
        "a\\",
        "*a*",
        "__a__",
        "~~~",
        "***",
    ] {
        check(&[Meant::Paragraph(vec![plain(text)])]).unwrap();
        check(&[Meant::Paragraph(vec![plain("a"), plain("\n"), plain(text), plain("\n"), plain(text)])]).unwrap();
        check(&[Meant::Heading(2, vec![plain(text)])]).unwrap();
        check_flavors(&[Meant::Paragraph(vec![plain("word after word "), plain(text), plain(" and a"), plain(text)])])
            .unwrap();
        check(&[Meant::List(true, vec![vec![Meant::Paragraph(vec![plain(text)])]])]).unwrap();
    }
}

#[test]
fn emphasis_is_kept_apart_from_its_neighbours() {
    let strong = |text: &str| Run { strong: true, ..plain(text) };
    let emphasis = |text: &str| Run { emphasis: true, ..plain(text) };
    let both = |text: &str| Run { strong: true, emphasis: true, ..plain(text) };
    for runs in [
        vec![strong("a:"), plain("b")],
        vec![plain("b"), strong("(a")],
        vec![strong(" a "), plain("b")],
        vec![strong("a"), emphasis("b"), strong("c")],
        vec![both("a"), strong("b"), both("c")],
        vec![emphasis("a"), both("b"), emphasis("c")],
        vec![both("a."), plain("b"), emphasis("€c")],
    ] {
        check(&[Meant::Paragraph(runs)]).unwrap();
    }
}

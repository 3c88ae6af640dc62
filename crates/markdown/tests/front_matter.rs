//! Front matter is read as it was meant, whatever its texts contain.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{Run, words, written};
use proptest::prelude::*;
use serviceline_core::source::Source;
use serviceline_core::tree::{self, Data, Limits, Style};
use serviceline_markdown::Outline;
use serviceline_markdown::front_matter::{FrontMatter, Value};

/// Writes a text as front matter, alone and in a list, and reads it again.
fn check(text: &str) -> Result<(), TestCaseError> {
    let run = Run { text: text.to_owned(), strong: false, emphasis: false, href: String::new() };
    let markdown = written(move |selection| {
        let words = || words(selection, std::slice::from_ref(&run));
        let fields = [("alone", Value::Words(words())), ("list", Value::List(vec![words(), words()]))];
        let group = Value::Group(fields.map(|(name, value)| (name.to_owned(), value)).into());
        let front = FrontMatter { fields: vec![("group".to_owned(), group)] };
        Outline { front, ..Outline::default() }
    });
    let yaml = markdown.strip_prefix("---\n").unwrap().strip_suffix("---\n\n").unwrap();
    let mut faults = Vec::new();
    let tree = tree::parse(&Source::new("front.yaml", yaml), Limits::default(), &mut faults).unwrap();
    prop_assert!(faults.is_empty(), "{:?}\n{}", faults, yaml);
    let group = tree.field("group").unwrap();
    prop_assert_eq!(group.field("alone").unwrap().text(), Some(text), "{}", yaml);
    let Data::List(items) = &group.field("list").unwrap().data else { panic!("no list in {yaml}") };
    prop_assert_eq!(items.iter().map(tree::Node::text).collect::<Vec<_>>(), [Some(text); 2], "{}", yaml);
    let Data::Scalar(scalar) = &group.field("alone").unwrap().data else { panic!("no text in {yaml}") };
    let is_word = text.starts_with(char::is_alphabetic)
        && !["yes", "no", "on", "off", "y", "n", "true", "false", "null"].contains(&text.to_lowercase().as_str());
    prop_assert!(scalar.style == Style::Double || is_word, "{} would be no text to some reader", yaml);
    Ok(())
}

#[test]
fn texts_that_yaml_takes_for_something_else_are_quoted() {
    for text in [
        "no",
        "Yes",
        "1.0",
        "2026-09-01",
        "911",
        "a: b",
        "a #b",
        "- a",
        "[a]",
        "{a}",
        "*a",
        "&a",
        "!a",
        "@a",
        "a,b",
        "\"a\"",
        "'a'",
        "a\\b",
        "a\nb",
        "~",
        "null",
        "=",
        "---",
        "é: è",
        "a:",
        "0x1F",
        "1e3",
        ".5",
        "?",
    ] {
        check(text).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_as_it_was_meant(text in "[a-zA-Zé0-9 :#,\\[\\]{}&*!|>'\"%@`\\\\?./\n\t-]{0,12}[a-z0-9:#,'\"-]") {
        check(&text)?;
    }
}

//! Lines of every width that the option allows.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use serviceline_core::Purpose;
use serviceline_script::Width;
use serviceline_script::dialogue::Dialogue;
use serviceline_script::encode::encode;

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| !word.starts_with("---") && !word.starts_with("===")).collect()
}

#[test]
fn no_line_is_wider_and_no_word_is_lost() {
    for name in ["spine-cancer.yaml", "sleep-medicine.yaml"] {
        let whole = common::publish(&common::load(common::example(name)), Purpose::Publication).dialogue;
        let usual = encode(&whole);
        for width in [60, 61, 72, 85, 100] {
            let dialogue = Dialogue { width: Width::try_from(width).unwrap(), ..whole.clone() };
            let text = encode(&dialogue);
            let longest = text.lines().map(str::len).max().unwrap();
            assert_eq!(longest, usize::from(width), "rules are as wide as the page");
            assert_eq!(words(&text), words(&usual), "{name} at {width}");
        }
    }
}

#[test]
fn a_time_stands_beside_its_step_at_every_width() {
    let whole = common::publish(&common::load(common::example("spine-cancer.yaml")), Purpose::Publication).dialogue;
    for width in 60..=100 {
        let dialogue = Dialogue { width: Width::try_from(width).unwrap(), ..whole.clone() };
        let text = encode(&dialogue);
        let rows: Vec<&str> = text.split("\nTIMING (").nth(1).unwrap().split("==\n").nth(1).unwrap().lines().collect();
        assert!(rows.len() > 5, "{rows:?}");
        for row in rows {
            assert!(row.ends_with(" s"), "{width}: {row}");
            assert!(!row.trim().starts_with(|c: char| c.is_ascii_digit() || c == 's'), "{width}: {row}");
        }
    }
}

#[test]
fn other_widths_are_refused() {
    for width in [0, 59, 101, u16::MAX] {
        let message = Width::try_from(width).unwrap_err();
        assert_eq!(message, format!("expected a width of 60 to 100 characters, found {width}"));
    }
}

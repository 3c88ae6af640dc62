//! The page of the examples: its outline, its format, and what must hold of every page.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeSet;

use serviceline_core::Purpose;
use support::text;

const EXAMPLES: [&str; 2] = ["spine-cancer", "sleep-medicine"];

fn published(name: &str) -> String {
    support::page(&support::edition(name, Purpose::Publication))
}

#[test]
fn spine_cancer_has_this_outline() {
    insta::assert_snapshot!("spine_cancer_outline", text::outline(&published("spine-cancer")));
}

#[test]
fn sleep_medicine_has_this_outline() {
    insta::assert_snapshot!("sleep_medicine_outline", text::outline(&published("sleep-medicine")));
}

#[test]
fn spine_cancer_reads_like_this() {
    insta::assert_snapshot!("spine_cancer_wording", text::visible(&published("spine-cancer")));
}

#[test]
fn sleep_medicine_reads_like_this() {
    insta::assert_snapshot!("sleep_medicine_wording", text::visible(&published("sleep-medicine")));
}

#[test]
fn spine_cancer_is_written_like_this() {
    insta::assert_snapshot!("spine_cancer_format", text::abridged(&published("spine-cancer")));
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for name in EXAMPLES {
        let page = published(name);
        for foreign in [
            "src=\"http",
            "srcset=\"http",
            "rel=\"stylesheet\"",
            "url(",
            "@import",
            "@font-face",
            "<iframe",
            "<script src",
        ] {
            assert!(!page.contains(foreign), "{name} has {foreign}");
        }
    }
}

#[test]
fn every_id_is_unique_and_every_link_within_the_page_leads_somewhere() {
    for name in EXAMPLES {
        let page = published(name);
        let ids = text::attributes(&page, "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
        for target in text::attributes(&page, "href").iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(unique.contains(&target.to_owned()), "{name}: nothing has the id {target}");
        }
    }
}

#[test]
fn a_page_has_one_h1_and_skips_no_level() {
    for name in EXAMPLES {
        let page = published(name);
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        let mut last = 0;
        for level in text::tags(&page).filter_map(|tag| tag.strip_prefix('h')?.parse::<u32>().ok()) {
            assert!(level <= last + 1, "{name}: h{level} follows h{last}");
            last = level;
        }
    }
}

#[test]
fn machines_are_told_nothing_that_the_page_does_not_show() {
    let page = published("spine-cancer");
    let json = page.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let graph: serde_json::Value = serde_json::from_str(json).unwrap();
    let shown = text::plain(&page);
    let mut checked = 0;
    visit(&graph, "", &mut |key, value| {
        if [
            "name",
            "description",
            "alternateName",
            "honorificSuffix",
            "jobTitle",
            "contactType",
            "addressLocality",
            "postalCode",
        ]
        .contains(&key)
        {
            assert!(shown.contains(value), "{key}: {value}");
            checked += 1;
        }
        if key == "telephone" {
            let line = value.split(';').next().unwrap();
            assert!(shown.contains(&line[line.len() - 4..]), "{value}");
        }
    });
    assert!(checked > 40, "{checked}");
}

fn visit(value: &serde_json::Value, key: &str, see: &mut dyn FnMut(&str, &str)) {
    match value {
        serde_json::Value::String(text) => see(key, text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| visit(item, key, see)),
        serde_json::Value::Object(fields) => fields.iter().for_each(|(key, value)| visit(value, key, see)),
        _ => {}
    }
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    let edition = support::edition("spine-cancer", Purpose::Publication);
    let pages: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| support::page(&edition))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(pages.iter().all(|page| *page == pages[0]));
}

#[test]
fn the_built_in_templates_hold_no_words_for_readers() {
    let files = serviceline_templates::Templates::builtin();
    for name in files.list("html/").into_iter().filter(|name| name.strip_suffix(".hbs").is_some()) {
        let written = text::literal(files.get(name).unwrap());
        assert!(!written.contains(char::is_alphabetic), "{name}: {written}");
    }
}

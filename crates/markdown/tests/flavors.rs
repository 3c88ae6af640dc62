//! What a hospital may set: flavors, ids, links, pictures, lines.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{project, publisher};
use serviceline_core::coverage::Status;
use serviceline_core::source::Source;
use serviceline_core::{Artifact, Date, Manuscript, Purpose};

fn published(options: &str) -> Artifact {
    let settings = Source::new("serviceline.yaml", format!("markdown: {{ {options} }}\n"));
    let path = project().join("examples/content/services/spine-cancer.yaml");
    let manuscript = Manuscript::load(path).unwrap().with_settings(&settings);
    let edition = publisher().prepare(&manuscript, Purpose::Publication, Date::new(2026, 10, 10).unwrap()).unwrap();
    publisher().publish("markdown", &edition).unwrap()
}

fn markdown(options: &str) -> String {
    String::from_utf8(published(options).files()[0].bytes().to_vec()).unwrap()
}

/// The lines from the one that begins like this, up to an empty line.
fn block(markdown: &str, start: &str) -> String {
    let lines = markdown.lines().skip_while(|line| !line.starts_with(start)).take_while(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn github_has_tables_and_footnotes() {
    let markdown = markdown("flavor: gfm");
    insta::assert_snapshot!("gfm-phones", block(&markdown, "| For"));
    let notes: Vec<&str> = markdown.lines().filter(|line| line.starts_with("[^")).collect();
    insta::assert_snapshot!("gfm-footnotes", notes.join("\n"));
    for number in 1..=notes.len() {
        assert!(markdown.contains(&format!("[^{number}]")) && notes[number - 1].starts_with(&format!("[^{number}]: ")));
    }
    assert!(!markdown.contains("(source 1)") && !markdown.contains("## Sources"));
}

#[test]
fn other_flavors_have_neither() {
    for flavor in ["commonmark", "plain"] {
        let markdown = markdown(&format!("flavor: {flavor}"));
        assert!(!markdown.contains("[^") && !markdown.contains("\n| ") && markdown.contains("(source 1)"), "{flavor}");
    }
}

#[test]
fn plain_has_nothing_that_a_reader_of_markdown_may_not_know() {
    let artifact = published("flavor: plain, heading_ids: attribute");
    let plain = String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap();
    assert!(plain.starts_with("# Spine cancer care\n") && !plain.contains("<!--") && !plain.contains("{#"));
    let reason = artifact.coverage().of("one_line").unwrap();
    assert_eq!(*reason, Status::LeftOut("it stands in front matter, which is switched off".into()));
    // Nothing else is different from CommonMark.
    let common = markdown("front_matter: false");
    assert_eq!(plain, common);
}

#[test]
fn ids_name_what_a_heading_is_about() {
    let headings = |options: &str| {
        let markdown = markdown(options);
        markdown.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("heading-ids", headings("heading_ids: attribute"));
    assert!(headings("heading_ids: anchor").contains("## <a id=\"reasons\"></a>Why people choose us"));
    assert!(!headings("").contains("id="));
    let all = headings("heading_ids: attribute");
    let mut ids: Vec<&str> = all.split("{#").skip(1).filter_map(|rest| rest.split('}').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((count, count), (ids.len(), all.lines().count() - 1), "each heading but the title has an id of its own");
}

#[test]
fn links_can_begin_at_the_root_of_the_site() {
    let links = |options: &str| markdown(options).matches("](https://larkmere.example.org").count();
    assert!(links("") > 3);
    assert_eq!(links("links: relative"), 0);
    let relative = markdown("links: relative");
    assert!(relative.contains("](/spine-cancer/schedule)") && relative.contains("](tel:"));
}

#[test]
fn pictures_lie_where_the_site_has_them() {
    assert!(markdown("").contains("](assets/spine-team.jpg)"));
    assert!(markdown("asset_base: /images/").contains("](/images/assets/spine-team.jpg)"));
}

#[test]
fn lines_have_a_width() {
    let long = |markdown: &str| {
        let lines = markdown.lines().skip_while(|line| *line != "# Spine cancer care");
        lines.filter(|line| line.chars().count() > 80 && !line.contains("](") && !line.starts_with('#')).count()
    };
    assert!(long(&markdown("")) > 20);
    let narrow = markdown("width: 80");
    assert_eq!(long(&narrow), 0);
    insta::assert_snapshot!("width", block(&narrow, "- **Chordoma"));
}

//! The page that a hospital's own templates make is judged, and a fault names their line.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use serviceline_core::source::Source;
use serviceline_core::{Manuscript, Purpose, Report};
use serviceline_html::Html;
use serviceline_templates::Templates;

/// What comes of an example with one template laid over.
fn publish(service: &str, name: &str, template: &str) -> Result<String, Report> {
    let files = Templates::builtin().overlay(format!("html/{name}.hbs"), template);
    let publisher = support::publisher(Html::new(&files).unwrap_or_else(|report| panic!("{report}")));
    let edition = publisher.prepare(&support::example(service), Purpose::Publication, support::today())?;
    let artifact = publisher.publish("html", &edition)?;
    Ok(String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap())
}

/// The built-in template of this name with a change.
fn changed(name: &str, from: &str, to: &str) -> String {
    let text = Templates::builtin().get(&format!("html/{name}.hbs")).unwrap().to_owned();
    assert!(text.contains(from), "{name} has no {from}");
    text.replacen(from, to, 1)
}

/// A change of a template is refused with this code, at this place, in these words.
fn check(name: &str, change: [&str; 2], expect: &[&str]) {
    let report = publish("spine-cancer", name, &changed(name, change[0], change[1]))
        .err()
        .unwrap_or_else(|| panic!("{name}: {change:?} was not refused"))
        .to_string();
    for part in expect {
        assert!(report.contains(part), "{name}: {change:?}\nexpected: {part}\nfound: {report}");
    }
}

#[test]
fn headings_are_an_outline() {
    check("team", ["h3", "h5"], &["error[page-headings]", "h5 follows h2", "html/team.hbs:4:"]);
    check("hero", ["<h1 class=\"sl-h1\">{{title}}</h1>", "<p>{{title}}</p>"], &["page-headings", "there is no h1"]);
    check("team", ["<ul", "<h1>{{#each items}}{{#if @first}}{{role}}{{/if}}{{/each}}</h1><ul"], &["a second h1"]);
    check("team", ["<ul", "<h3></h3><ul"], &["this h3 is empty", "html/team.hbs:2:1"]);
}

#[test]
fn there_is_one_of_each_landmark() {
    check("page", ["<main id=\"main\">", "<div id=\"main\">"], &["page-landmarks", "0 <main>"]);
    check("page", ["<html lang=\"{{language}}\"", "<html"], &["page-landmarks", "its language"]);
    check("breadcrumb", [" aria-label=\"{{name}}\"", ""], &["two <nav>", "html/breadcrumb.hbs:1:1"]);
    check("footer", ["<footer", "<footer></footer><footer"], &["2 <footer>", "html/footer.hbs:1:"]);
}

#[test]
fn everything_that_can_be_used_has_a_name() {
    check("photo", [" alt=\"{{alt}}\"", " title=\"{{alt}}\""], &["page-names", "has no alt", "html/photo.hbs:1:"]);
    check("related", ["<li>", "<li><a href=\"#main\"></a>"], &["this <a> has no name", "html/related.hbs:4:5"]);
    check("related", ["<ul", "<input><ul"], &["this <input> has no name"]);
    check("icon", [" aria-hidden=\"true\"", ""], &["this drawing says neither"]);
    check("related", ["<ul", "<iframe></iframe><ul"], &["this frame has no title"]);
}

#[test]
fn ids_are_found_and_found_once() {
    check("related", ["<ul", "<ul id=\"main\""], &["page-ids", "the id `main` is there twice", "html/related.hbs:2:1"]);
    check("care-cards", ["<h2", "<a href=\"#nowhere\">{{title}}</a><h2"], &["page-ids", "has the id `nowhere`"]);
}

#[test]
fn tags_nest_as_they_are_written() {
    check(
        "about",
        ["<div class=\"sl-prose\">{{body}}</div>", "<p>{{body}}</p>"],
        &["page-markup", "<p> can't stand in <p>", "html/about.hbs:2:1"],
    );
    check("related", ["</ul>", ""], &["<ul> is not closed"]);
    check("related", ["</ul>", "</ul></div>"], &["</div> ends"]);
    check("conditions", ["<ul class=\"sl-rows sl-list\">", "<div>"], &["<li> stands in <div>"]);
    check("actions", ["<span>{{label}}</span>", "<button>{{label}}</button>"], &["<button> stands in <a>"]);
    check("related", ["<ul", "<p class=\"a\" class=\"b\"></p><ul"], &["browsers take this for a mistake"]);
}

#[test]
fn nothing_is_loaded_and_no_code_is_smuggled_in() {
    check(
        "related",
        ["<ul", "<img src=\"https://example.org/pixel.gif\" alt=\"\"><ul"],
        &["page-policy", "is loaded from elsewhere"],
    );
    check(
        "head",
        ["<meta charset=\"utf-8\">", "<meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"//example.org/a.css\">"],
        &["page-policy"],
    );
    check("related", ["<ul", "<ul style=\"color:red\""], &["the attribute `style`", "html/related.hbs:2:1"]);
    check("related", ["<ul", "<ul onclick=\"x()\""], &["the attribute `onclick`"]);
}

#[test]
fn a_template_of_ones_own_changes_nothing_but_what_it_changes() {
    for service in ["spine-cancer", "sleep-medicine"] {
        let same = publish(service, "page", Templates::builtin().get("html/page.hbs").unwrap());
        let edition = support::edition(service, Purpose::Publication);
        let same = same.unwrap_or_else(|report| panic!("{report}")).replace(edition.code(), "XXXX-XXXX");
        assert!(same == support::page(&edition), "{service} is another page");
    }
}

/// Every service line of the examples and of the corpus that can be published, drafts included.
fn corpus() -> Vec<std::path::PathBuf> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in [
        "examples/content/services",
        "tests/corpus/small",
        "tests/corpus/languages",
        "tests/corpus/as-received/services",
    ] {
        let found = std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        files.extend(found.filter(|file| file.extension().is_some_and(|end| end == "yaml")));
    }
    files.retain(|file| !file.ends_with("organization.yaml") && !file.ends_with("serviceline.yaml"));
    files.sort();
    files
}

/// Why the page need not be judged where all templates are the built-in ones: they pass for all of the corpus.
#[test]
fn the_built_in_templates_make_no_page_that_is_refused() {
    let page = Templates::builtin().get("html/page.hbs").unwrap().to_owned();
    let publisher = support::publisher(Html::new(&Templates::builtin().overlay("html/page.hbs", page)).unwrap());
    let files = corpus();
    assert!(files.len() > 5, "{files:?}");
    for file in files {
        for shape in ["page", "fragment"] {
            let settings = format!("html:\n  shape: {shape}\n");
            let manuscript =
                Manuscript::load(&file).unwrap().with_settings(&Source::new("serviceline.yaml", settings.as_str()));
            let edition = publisher
                .prepare(&manuscript, Purpose::Draft, support::today())
                .unwrap_or_else(|report| panic!("{report}"));
            if let Err(report) = publisher.publish("html", &edition) {
                panic!("{} as {shape}: {report}", file.display());
            }
        }
    }
}

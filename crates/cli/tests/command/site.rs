//! `build --site`: what is written besides the pages, and what of it is in the manifest.

use serde_json::Value;

use crate::folder::{Folder, service};

/// The names of the files that the manifest lists and that belong to no service line.
fn common(folder: &Folder) -> Vec<String> {
    let manifest = folder.manifest();
    let entries = manifest["artifacts"].as_array().unwrap().iter().filter(|entry| entry.get("service").is_none());
    let mut names: Vec<String> = entries.map(|entry| entry["file"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

/// Every address in a page that names a file.
fn links(html: &str) -> Vec<&str> {
    let all = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|link| !link.contains(':') && !link.starts_with('#')).collect()
}

#[test]
fn every_link_of_the_site_leads_to_a_file() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    folder
        .build(&["--site"])
        .ended(0)
        .says("index.html")
        .says("sitemap.xml")
        .says("Content-Security-Policy: default-src");
    assert_eq!(common(&folder), ["index.html", "sitemap.xml"]);
    let index = folder.read("out/index.html");
    assert!(links(&index).contains(&"foot-care/en-US/foot-care.pdf"));
    for link in links(&index) {
        assert!(folder.path(&format!("out/{link}")).is_file(), "{link}");
    }
    for id in ["foot-care", "hand-care"] {
        let page = folder.read(&format!("out/{id}/en-US/{id}.html"));
        assert!(links(&page).contains(&"../../index.html"));
        for link in links(&page) {
            assert!(folder.path(&format!("out/{id}/en-US/{link}")).is_file(), "{link}");
        }
    }
}

#[test]
fn script_and_press_are_for_the_staff() {
    let folder = Folder::with(&["foot-care"]);
    let script = folder.path("out/foot-care/en-US/foot-care.txt");
    let press = folder.path("out/foot-care/en-US/foot-care-press.pdf");
    folder.build(&["--site", "--staff"]).ended(0);
    assert!(script.is_file() && press.is_file() && common(&folder) == ["index.html"]);
    let index = folder.read("out/index.html");
    assert!(index.contains("Phone script") && index.contains("noindex"));
    folder.build(&["--site"]).ended(0);
    assert!(!script.exists() && !press.exists() && common(&folder) == ["index.html", "sitemap.xml"]);
    let index = folder.read("out/index.html");
    assert!(!index.contains("Phone script") && !index.contains("noindex"));
}

#[test]
fn the_site_stays_as_it_is_while_a_service_line_is_refused() {
    let folder = Folder::with(&["foot-care", "hand-care"]);
    folder.build(&["--site"]).ended(0);
    let before = folder.read("out/index.html");
    folder.edit("content/foot-care.yaml", "title: Foot care", "titel: Foot care");
    folder.build(&["--site"]).ended(1).says("The list of services stays as it was");
    assert_eq!(folder.read("out/index.html"), before);
    assert_eq!(common(&folder), ["index.html", "sitemap.xml"]);
}

#[test]
fn a_later_build_without_a_site_leaves_it_there() {
    let folder = Folder::with(&["foot-care"]);
    folder.build(&["--site"]).ended(0);
    folder.build(&[]).ended(0);
    assert_eq!(common(&folder), ["index.html", "sitemap.xml"]);
    assert!(folder.path("out/index.html").is_file());
}

#[test]
fn the_manifest_has_the_policy_of_every_page() {
    let folder = Folder::with(&["foot-care"]);
    folder.build(&["--site"]).ended(0);
    for entry in folder.manifest()["artifacts"].as_array().unwrap() {
        let is_page = entry["media_type"].as_str().unwrap().starts_with("text/html");
        let policy = entry.get("content_security_policy").and_then(Value::as_str);
        assert_eq!(policy.is_some_and(|policy| policy.contains("script-src 'sha256-")), is_page, "{entry}");
    }
}

#[test]
fn translations_lie_beside_each_other() {
    let folder = Folder::with(&["foot-care"]);
    folder.write("content/serviceline.yaml", "html: { path: \"/{language}/{id}\" }\n");
    folder.write("content/foot-care.gb.yaml", &service("foot-care").replace("language: en-US", "language: en-GB"));
    folder.build(&["--site"]).ended(0);
    assert_eq!(common(&folder), ["index.en-GB.html", "index.html", "sitemap.xml"]);
    let page = folder.read("out/foot-care/en-US/foot-care.html");
    assert!(links(&page).contains(&"../en-GB/foot-care.html"), "{:?}", links(&page));
    assert!(page.contains("hreflang=\"x-default\" href=\"https://pinefield.example.org/en-US/foot-care\""));
    // Also when only one of them is built.
    folder.run(&["build", "content/foot-care.yaml", "-o", "one", "--date", "2026-11-24"]).ended(0);
    let page = folder.read("one/foot-care/en-US/foot-care.html");
    assert!(page.contains("hreflang=\"en-GB\" href=\"https://pinefield.example.org/en-GB/foot-care\""));
}

#[test]
fn a_site_needs_pages_of_one_organization() {
    let folder = Folder::with(&["foot-care"]);
    folder.build(&["--site", "--channel", "markdown"]).ended(2).says("a site consists of pages");
    folder.build(&["--staff"]).ended(2).says("--site");
    folder.write("content/other/organization.yaml", &folder.read("content/organization.yaml"));
    folder.write("content/other/hand-care.yaml", &service("hand-care"));
    folder.build(&["--site"]).ended(2).says("2 organizations");
}

//! The list of all services, the map, and the pages between them.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use serviceline_core::model::{LanguageTag, Need, ServiceLine};
use serviceline_core::source::Source;
use serviceline_core::{Edition, Manuscript, Publisher, Purpose, Text};
use serviceline_html::Html;
use serviceline_html::site::{Site, SiteFile};
use support::{publisher, today};

fn html(staff: bool) -> Html {
    let files = [".html", ".pdf", ".md", ".txt", ".other"].map(str::to_owned);
    Html::default().in_site(Site { language: tag("en-US"), files: files.to_vec(), staff })
}

fn tag(language: &str) -> LanguageTag {
    language.parse().unwrap()
}

fn edition(change: impl FnOnce(&mut ServiceLine), translations: &[&str], settings: &str) -> Edition {
    let path = format!("{}/../../tests/corpus/small/smallest.yaml", env!("CARGO_MANIFEST_DIR"));
    let manuscript = Manuscript::load(path).unwrap();
    let (mut service, organization) = (manuscript.service().clone(), manuscript.organization().clone());
    change(&mut service);
    let manuscript = Manuscript::new(service, organization)
        .with_translations(translations.iter().map(|language| tag(language)))
        .with_settings(&Source::new("serviceline.yaml", settings));
    publisher(html(false))
        .prepare(&manuscript, Purpose::Publication, today())
        .unwrap_or_else(|report| panic!("{report}"))
}

fn named(id: &str, title: &str) -> Edition {
    edition(|service| (service.id, service.title) = (id.parse().unwrap(), Text::from(title)), &[], "html: {}")
}

fn site(html: &Html, editions: &[Edition]) -> Vec<SiteFile> {
    html.site_files(&editions.iter().collect::<Vec<_>>()).unwrap_or_else(|report| panic!("{report}"))
}

fn text(file: &SiteFile) -> String {
    String::from_utf8(file.bytes.clone()).unwrap()
}

fn page(publisher: &Publisher, edition: &Edition) -> String {
    let artifact = publisher.publish("html", edition).unwrap_or_else(|report| panic!("{report}"));
    String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap()
}

#[test]
fn every_service_is_listed_with_its_page_and_its_files() {
    let editions = vec![named("knee", "Knee care"), named("arm", "Arm care")];
    let files = site(&html(false), &editions);
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["index.html", "sitemap.xml"]);
    let index = text(&files[0]);
    let at = |part: &str| index.find(part).unwrap_or_else(|| panic!("{part} is not in the list"));
    assert!(at("<a href=\"arm/en-US/arm.html\">Arm care</a>") < at("<a href=\"knee/en-US/knee.html\">Knee care</a>"));
    at("<a href=\"knee/en-US/knee.pdf\"><span class=\"sl-vh\">Knee care: </span>Brochure (PDF)</a>");
    at("<a href=\"knee/en-US/knee.md\"><span class=\"sl-vh\">Knee care: </span>Text version</a>");
    assert!(!index.contains(".other") && !index.contains("noindex") && !index.contains("#get-help"));
    assert!(!index.contains("class=\"sl-filter\""), "there is nothing to choose from");
}

#[test]
fn a_page_leads_to_the_list_and_to_the_files_beside_it() {
    let page = page(&publisher(html(false)), &named("knee", "Knee care"));
    assert!(page.contains("<li><a href=\"../../index.html\">Services</a></li>"));
    assert!(
        page.contains("Also available: <a href=\"knee.pdf\">Brochure (PDF)</a>, <a href=\"knee.md\">Text version</a>")
    );
    assert!(!page.contains("noindex"));
    assert!(!page.contains("\"item\":\"../"), "a way within a folder means nothing to machines");
}

#[test]
fn people_choose_by_what_they_need() {
    let need = |id: &str, label: &str| Need { id: id.parse().unwrap(), label: label.into(), short: None };
    let editions = vec![
        edition(|service| service.needs = vec![need("pain", "I have pain"), need("new", "It is new")], &[], "html: {}"),
        named("knee", "Knee care"),
    ];
    let index = text(&site(&html(false), &editions)[0]);
    assert!(index.contains("<div class=\"sl-filter\" hidden>"), "without a script everything is shown");
    assert!(index.contains("<input type=\"radio\" name=\"need\" value=\"pain\"> I have pain</label>"));
    assert!(index.contains("data-sl-text=\"Showing # of 2 services\""));
    assert!(index.contains("data-sl-needs=\"pain new\"") && index.contains("data-sl-needs=\"\""));
    assert!(index.contains("For: I have pain, It is new"), "the choice hides nothing that is not said");
}

#[test]
fn many_services_stand_under_letters() {
    let titles =
        ["Arm", "Back", "Bone", "Chest", "Ear", "Eye", "Foot", "Hand", "Heart", "Knee", "Neck", "Skin", "Tooth"];
    let all: Vec<Edition> = titles.iter().map(|title| named(&title.to_lowercase(), title)).collect();
    let index = text(&site(&html(false), &all)[0]);
    let letters: Vec<&str> =
        index.split("<section class=\"sl-letter\"><h2 class=\"sl-h2\">").skip(1).map(|s| &s[..1]).collect();
    assert_eq!(letters.concat(), "ABCEFHKNST");
    assert_eq!(index.matches("<h3 class=\"sl-h2\"><a ").count(), 13);
    let few = text(&site(&html(false), &all[..12])[0]);
    assert!(!few.contains("class=\"sl-letter\"") && few.matches("<h2 class=\"sl-h2\"><a ").count() == 12);
}

#[test]
fn a_site_for_the_staff_is_hidden_and_offers_the_script() {
    let editions = [named("knee", "Knee care")];
    let public = text(&site(&html(false), &editions)[0]);
    let files = site(&html(true), &editions);
    assert_eq!(files.len(), 1, "no map");
    assert!(text(&files[0]).contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(page(&publisher(html(true)), &editions[0]).contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(public.contains("knee.pdf"));
}

#[test]
fn languages_know_each_other() {
    let settings = "html: { path: \"/{language}/{id}\", index_path: \"/{language}/\" }";
    let american = edition(|_| {}, &["en-GB"], settings);
    let british = edition(|service| service.language = tag("en-GB"), &["en-US"], settings);
    let (id, base) = (american.id.to_string(), "https://pinefield.example.org");
    let both = vec![american.clone(), british.clone()];
    let files = site(&html(false), &both);
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["index.en-GB.html", "index.html", "sitemap.xml"]);
    assert!(text(&files[0]).contains("<a href=\"index.html\" hreflang=\"en-US\" lang=\"en-US\">English</a>"));
    assert!(text(&files[1]).contains(&format!("<link rel=\"canonical\" href=\"{base}/en-US/\">")));
    let alternate =
        |lang: &str, of: &str| format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{base}/{of}/{id}\">");
    for (edition, other) in [(&american, "en-GB"), (&british, "en-US")] {
        let page = page(&publisher(html(false)), edition);
        for (lang, of) in [("en-US", "en-US"), ("en-GB", "en-GB"), ("x-default", "en-US")] {
            assert!(page.contains(&alternate(lang, of)), "{lang}");
        }
        assert!(page.contains(&format!("<a href=\"../{other}/{id}.html\" hreflang=\"{other}\" lang=\"{other}\">")));
        let alone = self::page(&publisher(Html::default()), edition);
        assert!(alone.contains(&format!("<a href=\"{base}/{other}/{id}\" hreflang=\"{other}\"")));
    }
    assert_eq!(text(&files[2]).matches("hreflang=\"x-default\"").count(), 2);
}

#[test]
fn two_languages_cannot_have_one_address() {
    let edition = edition(|_| {}, &["en-GB"], "html: {}");
    let artifact = publisher(Html::default()).publish("html", &edition).unwrap();
    let codes: Vec<&str> = artifact.warnings().iter().map(|warning| warning.code).collect();
    assert_eq!(codes, ["translation-address"]);
    assert!(!page(&publisher(Html::default()), &edition).contains("hreflang"));
}

#[test]
fn hostile_words_end_up_as_text() {
    let title = "<script>alert(1)</script> \" ' & \u{202e}x";
    let edition = edition(
        |service| {
            service.title = Text::from("\\<script\\>alert(1)\\</script\\>");
            service.needs =
                ["a", "b"].map(|id| Need { id: id.parse().unwrap(), label: title.into(), short: None }).to_vec();
        },
        &[],
        "html: {}",
    );
    let index = text(&site(&html(false), &[edition])[0]);
    assert!(!index.contains("<script>alert") && !index.contains('\u{202e}'));
    assert!(index.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn a_page_can_say_its_policy_itself() {
    let edition = edition(|_| {}, &[], "html: { policy_meta: true }");
    for page in [page(&publisher(html(false)), &edition), text(&site(&html(false), std::slice::from_ref(&edition))[0])]
    {
        let policy = serviceline_html::Policy::of(&page).without_header();
        assert!(policy.contains("script-src 'sha256-"));
        let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        assert!(page.contains(&meta));
    }
}

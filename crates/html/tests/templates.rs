//! A hospital's own templates: what is refused, where, and with what advice.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use serviceline_core::{Purpose, Report};
use serviceline_html::Html;
use serviceline_templates::Templates;

/// The built-in templates with one laid over.
fn with(name: &str, template: &str) -> Templates {
    Templates::builtin().overlay(format!("html/{name}.hbs"), template)
}

/// What is wrong with a template that stands in the place of a built-in one.
fn faults(name: &str, template: &str) -> String {
    let report = Html::new(&with(name, template)).expect_err("the template is faulty");
    report.to_string()
}

fn check(template: &str, expect: &[&str]) {
    let found = faults("facts", template);
    for part in expect {
        assert!(found.contains(part), "{template}\nexpected: {part}\nfound: {found}");
    }
}

/// What comes of the spine cancer page with a template of one's own.
fn publish(name: &str, template: &str) -> Result<String, Report> {
    let html = Html::new(&with(name, template)).unwrap();
    let publisher = support::publisher(html);
    let edition = publisher.prepare(&support::example("spine-cancer"), Purpose::Publication, support::today())?;
    let artifact = publisher.publish("html", &edition)?;
    Ok(String::from_utf8(artifact.files()[0].bytes().to_vec()).unwrap())
}

#[test]
fn built_in_templates_have_no_fault() {
    assert!(Html::new(&Templates::builtin()).is_ok());
}

#[test]
fn a_wrong_name_is_refused_wherever_it_stands() {
    let place = "html/facts.hbs:1:";
    check("{{titel}}", &[place, "error[template-name]: no name `titel` is known here", "did you mean `title`?"]);
    check("{{#if titel}}x{{/if}}", &[place, "`titel`"]);
    check("{{#unless titel}}x{{/unless}}", &["`titel`"]);
    check("{{#each itmes}}x{{/each}}", &["`itmes`", "did you mean `items`?"]);
    check("{{#with titel}}x{{/with}}", &["`titel`"]);
    check("{{#if (and title titel)}}x{{/if}}", &["`titel`"]);
    check("{{omit titel \"a reason\"}}", &["`titel`"]);
    check("{{#each items}}{{label}}{{lable}}{{/each}}", &["html/facts.hbs:1:25", "did you mean `label`?"]);
    check("{{#each items}}{{@frist}}{{/each}}", &["no variable `frist`", "did you mean `first`?"]);
    check("{{@root.titel}}", &["did you mean `title`?"]);
    check("{{> acton}}", &["no template `acton`", "did you mean `actions`?"]);
    check("{{upper title}}", &["no helper `upper`"]);
    check("{{#each items}}{{#sort}}{{/sort}}{{/each}}", &["no block `sort`"]);
}

#[test]
fn every_fault_of_every_template_is_reported_at_once() {
    let templates = with("facts", "{{titel}}\n{{#if nohting}}{{/if}}")
        .overlay("html/team.hbs", "{{#each items}}{{rolle}}{{/each}}");
    let report = Html::new(&templates).unwrap_err().to_string();
    insta::assert_snapshot!("faults_of_two_templates", report);
}

#[test]
fn what_a_page_cannot_use_is_refused() {
    check("{{{title}}}", &["without escaping"]);
    check("{{&title}}", &["without escaping"]);
    check("{{> actions title}}", &["a partial takes nothing"]);
    check("{{items}}", &["`items` is a list and can't be printed"]);
    check("{{#each title}}{{/each}}", &["`each` takes a list, but `title` is words"]);
    check("{{../title}}", &["reaches out of the template"]);
    check("{{omit title}}", &["a field and a reason"]);
    check("{{> facts}}", &["uses itself"]);
    check("{{#if (eq title \"Before you call\")}}x{{/if}}", &["`eq` can't compare words"]);
    check("{{title", &["html/facts.hbs:", "template-syntax"]);
}

#[test]
fn an_absent_part_must_be_opened_before_it_is_used() {
    assert!(faults("logo", "{{logo.src}}{{home}}{{name}}").contains("`logo` may be absent"));
}

#[test]
fn a_template_that_nothing_uses_is_refused() {
    assert!(faults("banner", "<p>hello</p>").contains("no template uses `banner`"));
}

#[test]
fn a_dropped_text_is_named() {
    let report = publish("photo", "<img src=\"{{src}}\" alt=\"\">").unwrap_err().to_string();
    assert!(report.contains("error[template-drop]: the templates of the page drop `images[0].alt`"), "{report}");
    assert!(report.contains("{{omit name"), "{report}");
}

#[test]
fn a_text_may_be_left_out_with_a_reason_that_coverage_tells() {
    let html = Html::new(&with("related", "{{#each items}}{{omit label \"our site has a menu\"}}{{/each}}")).unwrap();
    let publisher = support::publisher(html);
    let edition = publisher.prepare(&support::example("spine-cancer"), Purpose::Publication, support::today()).unwrap();
    let artifact = publisher.publish("html", &edition).unwrap();
    let status = format!("{:?}", artifact.coverage().of("related[0].title").unwrap());
    assert_eq!(status, "LeftOut(\"our site has a menu\")");
}

#[test]
fn a_phrase_may_be_left_out() {
    let page = publish("emergency-line", "<p><a href=\"{{href}}\">{{call}}</a></p>").unwrap();
    assert!(!page.contains("Warning signs"));
}

#[test]
fn words_stand_only_where_readers_find_them() {
    for (template, place) in [
        ("<a href=\"{{label}}\">x</a>", "the attribute `href`"),
        ("<p onclick='{{label}}'>x</p>", "the attribute `onclick`"),
        ("<script>{{label}}</script>", "a script"),
        ("<p {{label}}>x</p>", "a tag"),
        ("<!-- {{label}} -->", "a comment"),
    ] {
        let report =
            publish("related", &format!("{{{{#each items}}}}{template}{{{{/each}}}}")).unwrap_err().to_string();
        assert!(report.contains("template-place") && report.contains(place), "{template}: {report}");
    }
}

#[test]
fn words_in_an_attribute_count_as_printed() {
    let page = publish("related", "{{#each items}}<i title='{{label}}'></i>{{/each}}").unwrap();
    assert!(page.contains("<i title='Brain tumor care'></i>"));
}

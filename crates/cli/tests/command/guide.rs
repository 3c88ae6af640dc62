//! The guide to templates, followed to the letter.

use crate::folder::Folder;

const GUIDE: &str = include_str!("../../../../docs/templates.md");

/// The blocks of a language in the guide, in order.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    let starts = GUIDE.match_indices(&fence).map(|(at, fence)| at + fence.len());
    starts.map(|start| GUIDE[start..].split("```").next().unwrap()).collect()
}

/// The file that an example is for, as its first line says.
fn name(example: &str) -> &str {
    example.strip_prefix("{{!-- ").and_then(|rest| rest.split(" --}}").next()).unwrap()
}

fn examples() -> Folder {
    let folder = Folder::new();
    for name in ["organization.yaml", "services/spine-cancer.yaml"] {
        let file = format!("{}/../../examples/content/{name}", env!("CARGO_MANIFEST_DIR"));
        folder.write(&format!("content/{name}"), &std::fs::read_to_string(file).unwrap());
    }
    let assets = format!("{}/../../examples/content/assets", env!("CARGO_MANIFEST_DIR"));
    std::fs::create_dir_all(folder.path("content/assets")).unwrap();
    for entry in std::fs::read_dir(assets).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        std::fs::copy(&entry, folder.path("content/assets").join(entry.file_name().unwrap())).unwrap();
    }
    folder
}

#[test]
fn five_minutes_add_a_field_to_a_part_of_the_page() {
    let folder = examples();
    let commands: Vec<&str> = blocks("sh").into_iter().flat_map(str::lines).collect();
    let (last, before) = commands.split_last().unwrap();
    let run = |command: &str| {
        let arguments: Vec<&str> = command.strip_prefix("serviceline ").unwrap().split(' ').collect();
        folder.run(&arguments)
    };
    for command in before {
        run(command).ended(0);
    }
    let template = blocks("handlebars")[0];
    let built_in = folder.read("content/templates/html/facts.hbs");
    assert!(built_in.lines().all(|line| template.contains(line)), "the guide only adds lines:\n{built_in}");
    folder.write(&format!("content/templates/{}", name(template)), template);
    run(&format!("{last} --date 2026-11-24")).ended(0);
    let page = folder.read("out/spine-cancer/en-US/spine-cancer.html");
    assert!(page.contains("By phone</dt><dd><a class=\"sl-tel\" href=\"tel:+16145550142\">Call "), "the fact is there");
}

#[test]
fn a_slip_in_it_is_reported_as_the_guide_says() {
    let folder = examples();
    let slip = blocks("handlebars")[0].split_once('\n').unwrap().1.replace("{{label}}</dt>", "{{lable}}</dt>");
    folder.write("content/templates/html/facts.hbs", &slip);
    let said = blocks("text")[0];
    let ran = folder.run(&["build", "content", "--out", "out", "--date", "2026-11-24"]).ended(1);
    for line in said.lines() {
        assert!(ran.out.contains(line.trim()), "{line}\n{}", ran.out);
    }
}

#[test]
fn every_example_of_the_guide_publishes() {
    for example in blocks("handlebars") {
        let folder = examples();
        folder.write(&format!("content/templates/{}", name(example)), example);
        folder.run(&["build", "content", "--out", "out", "--channel", "html", "--date", "2026-11-24"]).ended(0);
    }
}

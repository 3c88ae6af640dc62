//! Calls as transcripts.

use crate::folder::Folder;

const FILE: &str = "content/foot-care.yaml";

fn walk(folder: &Folder, more: &[&str]) -> crate::folder::Ran {
    folder.run(&[&["script", "walk", FILE, "--date", "2026-11-24"], more].concat())
}

#[test]
fn one_call_or_all() {
    let folder = Folder::with(&["foot-care"]);
    let one = walk(&folder, &[]).ended(0).out;
    assert!(one.contains("CALL 1/1: S1 S2 S3 S4 S10 S11") && one.ends_with("DISPOSITION I1\n"), "{one}");
    let emergency = walk(&folder, &["--through", "s0a"]).ended(0).out;
    assert!(emergency.contains("CALL 1/1: S1 S0 S0A") && emergency.ends_with("DISPOSITION E1\n"), "{emergency}");
    let all = walk(&folder, &["--all"]).ended(0).out;
    assert!(all.matches("\nDISPOSITION ").count() > 30, "{all}");
    assert_eq!(all, walk(&folder, &["--all"]).ended(0).out);
}

#[test]
fn what_cannot_be_walked_says_why() {
    let folder = Folder::with(&["foot-care"]);
    walk(&folder, &["--through", "S77"]).ended(2).says("no call comes to step S77");
    walk(&folder, &["--through", "first"]).ended(2).says("expected the name of a step, such as S4 or S0D");
    folder.run(&["script", "walk", "content"]).ended(2).says("name one service file");
    folder.edit(FILE, "title: Foot care", "title:");
    walk(&folder, &[]).ended(1).says("foot-care.yaml:3");
}

#[test]
fn the_hospitals_own_wording_is_walked() {
    let folder = Folder::with(&["foot-care"]);
    folder.write("content/templates/script/en/phrases.yaml", "s1.ask: What can we do for you?\n");
    walk(&folder, &[]).ended(0).says("AGENT:  What can we do for you?");
    folder.write("content/templates/script/en/phrases.yaml", "s1.aks: What can we do for you?\n");
    walk(&folder, &[]).ended(1).says("did you mean `s1.ask`?");
}

#[test]
fn lines_are_as_wide_as_the_settings_say() {
    let folder = Folder::with(&["foot-care"]);
    folder.write("content/serviceline.yaml", "script: { width: 60 }\n");
    let text = walk(&folder, &[]).ended(0).out;
    assert_eq!(text.lines().map(str::len).max(), Some(60));
    folder.write("content/serviceline.yaml", "script:\n  width: 40\n");
    walk(&folder, &[])
        .ended(1)
        .says("expected a width of 60 to 100 characters, found 40")
        .says("content/serviceline.yaml:2:10");
}

//! Tables of written forms and how they are said.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod clinic;
mod codes;
mod figures;
mod lines;
mod moments;

use serviceline_templates::Templates;

use super::{Form, Letters, Speaker, Thousands};

fn english() -> Speaker {
    let mut speaker = Speaker::load(&Templates::builtin(), "en").unwrap().with_thousands(Thousands::Hundreds);
    for letters in ["CT", "MRI"] {
        speaker.learn(letters, Form::Letters);
    }
    speaker.learn("PET", Form::As("pet"));
    speaker.learn("LVAD clinic", Form::As("el-vad clinic"));
    speaker
}

/// Every row is a written form and what is said; all that differ are shown at once.
fn check(rows: &[(&str, &str)]) {
    let speaker = english();
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(written, said)| speaker.say(written) != *said)
        .map(|(written, said)| format!("{written}\n  expected {said}\n  found    {}", speaker.say(written)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn text_without_written_forms_stays_as_it_is() {
    check(&[
        ("", ""),
        ("Please bring a family member or friend.", "Please bring a family member or friend."),
        ("We don't know. It's fine!", "We don't know. It's fine!"),
        ("  spaces  ", " spaces "),
        ("slow-growing, well-kept", "slow-growing, well-kept"),
        ("What can I do?", "What can I do?"),
        ("A call to Larkmere", "A call to Larkmere"),
    ]);
}

#[test]
fn a_text_is_said_with_its_neighbours_in_view() {
    let speaker = english();
    assert_eq!(speaker.say_between("Room ", "210", "."), "two ten");
    assert_eq!(speaker.say_between("Open ", "8 a.m. to 5 p.m.", "."), "eight A M to five P M");
    assert_eq!(speaker.say_between("Open ", "8 a.m. to 5 p.m.", ""), "eight A M to five P M.");
    assert_eq!(speaker.say_between("It is so.", " 12 people came", ""), " Twelve people came");
    assert_eq!(speaker.say_between("", "12 people came", ""), "twelve people came");
}

#[test]
fn streets_and_states_are_said_in_full() {
    let speaker = english();
    for (written, said) in [
        ("2400 Mill Race Drive", "twenty-four hundred Mill Race Drive"),
        ("85 Eastgate Way", "eighty-five Eastgate Way"),
        ("1206 N. High St.", "twelve oh six North High Street"),
        ("410 W 10th Ave", "four hundred ten West tenth Avenue"),
        ("12345 Oak Ln", "one two three four five Oak Lane"),
        ("12 Heron Lane", "twelve Heron Lane"),
    ] {
        assert_eq!(speaker.street(written), said);
    }
    assert_eq!(speaker.region("OH"), "Ohio");
    assert_eq!(speaker.region("Bayern"), "Bayern");
}

#[test]
fn what_is_said_is_ascii_and_never_panics() {
    let speaker = english();
    for text in [
        "“Curly” ‘quotes’ – and — dashes…",
        "naïve café",
        "½ cup",
        "日本",
        "\u{202e}x",
        "(((",
        "-",
        "$",
        "#",
        "1,",
        "1-",
        "/",
        "@",
        ".",
        "a.m.",
        "$-$",
        "1/0",
        "99999999999999999999",
        "+1-",
        "()-",
        "1:99",
        "0/0/0000",
        "2026-13-41",
        "Jan.",
        "May",
        "ext.",
        "%",
    ] {
        let said = speaker.say(text);
        assert!(said.is_ascii(), "{text}: {said}");
    }
    assert_eq!(speaker.say("“Curly” – it’s fine"), "\"Curly\", it's fine");
    let accented = speaker.with_letters(Letters::AsWritten);
    assert_eq!(accented.say("“naïve” café – 2 Gläser"), "\"naïve\" café, two Gläser");
}

#[test]
fn another_system_says_thousands_in_full() {
    let speaker = english().with_thousands(Thousands::Thousands);
    assert_eq!(speaker.say("more than 1,200 operations"), "more than one thousand two hundred operations");
}

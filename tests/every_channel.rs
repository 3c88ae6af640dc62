//! The contract that every registered channel keeps, on every file of the corpus.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::collections::BTreeSet;

use common::{corpus, root, text_of, today};
use serviceline::{Manuscript, Purpose, standard};

#[test]
fn channels_have_names_suffixes_and_descriptions_of_their_own() {
    let publisher = standard();
    let ids: Vec<&str> = publisher.channels().map(|c| c.id).collect();
    assert_eq!(ids, ["html", "markdown", "brochure", "press", "script"]);
    let suffixes: BTreeSet<&str> = publisher.channels().map(|c| c.suffix).collect();
    assert_eq!(suffixes.len(), ids.len());
    assert!(
        publisher
            .channels()
            .all(|c| c.suffix.starts_with(['.', '-']) && !c.about.is_empty() && c.media_type.contains('/'))
    );
}

#[test]
fn every_channel_publishes_every_file_and_accounts_for_every_field() {
    let publisher = standard();
    for case in corpus() {
        let edition = case.edition(&publisher);
        for channel in publisher.channels() {
            let artifact = publisher
                .publish(channel.id, &edition)
                .unwrap_or_else(|r| panic!("{} {}:\n{r}", case.name, channel.id));
            let file = artifact.files().first().unwrap();
            assert_eq!(file.name(), format!("{}{}", edition.id, channel.suffix));
            assert_eq!(file.media_type(), channel.media_type);
            assert!(!file.bytes().is_empty());
            let fields = artifact.coverage().fields();
            assert!(fields.len() > 20, "{} {}: {} fields", case.name, channel.id, fields.len());
        }
    }
}

#[test]
fn a_draft_shows_each_gap_in_every_channel() {
    let publisher = standard();
    let case = corpus().into_iter().find(|case| case.purpose == Purpose::Draft).unwrap();
    let edition = case.edition(&publisher);
    assert!(edition.gaps().count() > 8);
    for channel in publisher.channels() {
        let artifact = publisher.publish(channel.id, &edition).unwrap();
        let text = squeezed(&text_of(&artifact.files()[0]));
        for (path, note) in edition.gaps() {
            assert!(text.contains(&squeezed(note)), "{}: the gap at {path} ({note}) is not shown", channel.id);
        }
    }
}

/// Lower case, without white space and marks: lines may break anywhere, and staff instructions are in capitals.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
fn publication_refuses_what_only_a_draft_may_show() {
    let file = root().join("tests/corpus/as-received/services/spine-cancer.yaml");
    let report = standard().check(&Manuscript::load(file).unwrap(), today());
    assert!(report.has_errors());
    assert!(report.diagnostics().iter().all(|d| d.place.is_some()), "every problem has its line");
}

#[test]
fn equal_inputs_give_equal_bytes_again_and_in_every_thread() {
    let publisher = standard();
    for case in corpus() {
        let edition = case.edition(&publisher);
        for channel in publisher.channels() {
            let once = publisher.publish(channel.id, &edition).unwrap();
            let fresh = standard();
            let again = fresh.publish(channel.id, &case.edition(&fresh)).unwrap();
            assert_eq!(once, again, "{} {}", case.name, channel.id);
            let threads: Vec<_> = std::thread::scope(|scope| {
                let publish = || publisher.publish(channel.id, &edition).unwrap();
                let running: Vec<_> = (0..4).map(|_| scope.spawn(publish)).collect();
                running.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            assert!(threads.iter().all(|other| *other == once), "{} {}", case.name, channel.id);
        }
    }
}

#[test]
fn json_and_yaml_of_the_same_content_give_the_same_bytes() {
    let publisher = standard();
    let publish = |file: &str, channel: &str| {
        let manuscript = Manuscript::load(root().join("tests/corpus/twin").join(file)).unwrap();
        let edition =
            publisher.prepare(&manuscript, Purpose::Publication, today()).unwrap_or_else(|r| panic!("{file}:\n{r}"));
        publisher.publish(channel, &edition).unwrap()
    };
    for channel in publisher.channels() {
        let (yaml, json) = ("yaml/travel-clinic.yaml", "json/travel-clinic.json");
        assert_eq!(publish(yaml, channel.id).files(), publish(json, channel.id).files(), "{}", channel.id);
    }
}

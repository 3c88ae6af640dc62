//! The canary test: every text becomes a word that occurs nowhere else, and a reader from outside must find it in the
//! published bytes exactly where coverage says that it was placed.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{corpus, text_of, today};
use serviceline::{Manuscript, Purpose, coverage::Status, standard};
use serviceline_specimen::canary;

#[test]
fn coverage_tells_the_truth_about_every_text() {
    let publisher = standard();
    for case in corpus().into_iter().filter(|case| case.purpose == Purpose::Publication) {
        let manuscript = Manuscript::load(&case.file).unwrap();
        let (mut service, mut organization) = (manuscript.service().clone(), manuscript.organization().clone());
        let canaries = canary(&mut service, &mut organization);
        // Without pictures, so that no picture file is asked for.
        service.images.clear();
        service.brochure.cover.image = None;
        organization.brand = serviceline::model::Brand { colors: organization.brand.colors, ..Default::default() };
        let edition = publisher.prepare(&Manuscript::new(service, organization), Purpose::Publication, today());
        let edition = edition.unwrap_or_else(|report| panic!("{}:\n{report}", case.name));
        for channel in publisher.channels() {
            let artifact = publisher
                .publish(channel.id, &edition)
                .unwrap_or_else(|r| panic!("{} {}:\n{r}", case.name, channel.id));
            let text: String = artifact.files().iter().map(text_of).collect::<String>().to_lowercase();
            let text: String = text.chars().filter(|c| c.is_alphabetic()).collect();
            for canary in canaries.iter().filter(|c| !c.path.as_str().starts_with("images")) {
                let placed = artifact.coverage().of(canary.path.as_str()) == Some(&Status::Placed);
                let found = text.contains(&canary.word);
                assert_eq!(found, placed, "{} {}: {} ({})", case.name, channel.id, canary.path, canary.word);
            }
        }
    }
}

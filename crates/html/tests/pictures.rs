//! Pictures in a page and beside it, in the sizes that they come in.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use serviceline_core::source::Source;
use serviceline_core::{Artifact, Manuscript, Purpose, Report};
use serviceline_html::Html;
use support::{publisher, text, today};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/pictures");

fn manuscript() -> Manuscript {
    Manuscript::load(format!("{FOLDER}/pictures.yaml")).unwrap()
}

fn publish(manuscript: Manuscript, options: &str) -> Result<Artifact, Report> {
    let manuscript = manuscript.with_settings(&Source::new("serviceline.yaml", format!("html: {options}\n")));
    let publisher = publisher(Html::default());
    publisher.publish("html", &publisher.prepare(&manuscript, Purpose::Publication, today())?)
}

fn page(artifact: &Artifact) -> &str {
    std::str::from_utf8(artifact.files()[0].bytes()).unwrap()
}

/// The tags of the photos of a page.
fn photos(page: &str) -> Vec<&str> {
    let parts = page.split("<figure class=\"sl-photo\">").skip(1);
    parts.map(|part| part.split_once('>').unwrap().0).collect()
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{FOLDER}/{name}")).unwrap()
}

#[test]
fn pictures_beside_a_page_are_files_of_their_own_in_every_size() {
    let artifact = publish(manuscript(), "{ pictures: beside }").unwrap();
    let files: Vec<(&str, &str, &[u8])> =
        artifact.files().iter().skip(1).map(|file| (file.name(), file.media_type(), file.bytes())).collect();
    assert_eq!(
        files,
        [
            ("pictures.room-1024.jpg", "image/jpeg", file("room-1024.jpg").as_slice()),
            ("pictures.room-512.jpg", "image/jpeg", &file("room-512.jpg")),
            ("pictures.team-400.jpg", "image/jpeg", &file("team-400.jpg")),
            ("pictures.sign.svg", "image/svg+xml", &file("drawing.svg")),
        ]
    );
    let photos = photos(page(&artifact));
    assert_eq!(
        photos,
        [
            "<img src=\"pictures.room-1024.jpg\" srcset=\"pictures.room-512.jpg 512w, pictures.room-1024.jpg 1024w\" \
             sizes=\"(min-width:64em) 27rem, 100vw\" width=\"1024\" height=\"576\" \
             alt=\"Drawing of a room with a scanner.\" fetchpriority=\"high\"",
            "<img src=\"pictures.team-400.jpg\" width=\"400\" height=\"275\" alt=\"Drawing of two doctors.\" \
             loading=\"lazy\" decoding=\"async\"",
            "<img src=\"pictures.sign.svg\" width=\"60\" height=\"40\" alt=\"Drawing of a green circle.\" \
             loading=\"lazy\" decoding=\"async\"",
        ]
    );
    assert!(artifact.warnings().is_empty(), "{:?}", artifact.warnings());
}

#[test]
fn a_page_with_its_pictures_inside_has_each_in_one_size() {
    let mut manuscript = manuscript();
    let whole = publish(manuscript.clone(), "{ pictures: inside }").unwrap();
    assert_eq!(whole.files().len(), 1);
    let with_sizes = page(&whole).to_owned();
    assert!(!with_sizes.contains("srcset=") && !with_sizes.contains("loading="));
    assert_eq!(text::attributes(&with_sizes, "src").iter().filter(|src| src.starts_with("data:image/jpeg")).count(), 2);
    // The one that is wide enough for every screen; here it is named as the other size.
    let mut service = manuscript.service().clone();
    (service.images[0].file, service.images[0].sizes) = ("room-512.jpg".to_owned(), vec!["room-1024.jpg".to_owned()]);
    manuscript = Manuscript::new(service, manuscript.organization().clone());
    for name in ["room-512.jpg", "room-1024.jpg", "team-400.jpg", "drawing.svg"] {
        manuscript = manuscript.with_asset(name, file(name));
    }
    let turned = publish(manuscript, "{ pictures: inside }").unwrap();
    assert_eq!(photos(page(&turned)), photos(&with_sizes));
}

#[test]
fn a_fragment_has_its_pictures_beside_it_too_and_finds_them_in_the_folder_of_a_system() {
    let options = "{ shape: fragment, pictures: beside, picture_base: /media/feet/ }";
    let artifact = publish(manuscript(), options).unwrap();
    let names: Vec<&str> = artifact.files().iter().map(serviceline_core::ArtifactFile::name).collect();
    assert_eq!(names[..3], ["pictures.fragment.html", "pictures.fragment.css", "pictures.room-1024.jpg"]);
    let photos = photos(page(&artifact));
    let sizes = "/media/feet/pictures.room-512.jpg 512w, /media/feet/pictures.room-1024.jpg 1024w";
    assert!(
        photos[0].contains("src=\"/media/feet/pictures.room-1024.jpg\"") && photos[0].contains(sizes),
        "{photos:?}"
    );
}

#[test]
fn pictures_come_from_no_other_site() {
    for base in ["https://cdn.example.org/", "//cdn.example.org/", "/media", "a b/", "/\"onload=/", "/a//b/"] {
        let refused = publish(manuscript(), &format!("{{ pictures: beside, picture_base: '{base}' }}"));
        let report = refused.unwrap_err().to_string();
        assert!(report.contains("serviceline.yaml:1:41: error[wrong-value]"), "{base}: {report}");
        assert!(report.contains("expected a folder of the same web site, such as `/media/`"), "{base}: {report}");
    }
    for base in ["/", "media/", "../media/", "/sites/default/files/"] {
        assert!(publish(manuscript(), &format!("{{ pictures: beside, picture_base: '{base}' }}")).is_ok(), "{base}");
    }
}

#[test]
fn what_a_file_is_counts_and_what_is_said_of_it_is_remarked_on() {
    let mut service = manuscript().service().clone();
    service.images[0].px = vec![1200, 675];
    service.images[1].sizes = vec!["room-512.jpg".to_owned(), "drawing.svg".to_owned()];
    let mut changed = Manuscript::new(service, manuscript().organization().clone());
    for name in ["room-512.jpg", "room-1024.jpg", "team-400.jpg", "drawing.svg"] {
        changed = changed.with_asset(name, file(name));
    }
    let artifact = publish(changed, "{ pictures: beside }").unwrap();
    let photos = photos(page(&artifact));
    assert!(photos[0].contains("width=\"1024\" height=\"576\""), "{photos:?}");
    assert!(photos[1].contains("src=\"pictures.team-400.jpg\"") && !photos[1].contains("srcset"), "{photos:?}");
    let warnings: Vec<String> = artifact.warnings().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!("picture_sizes", warnings.join("\n"));
}

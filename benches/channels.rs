//! One service line through each channel, and through all of them, in a warm process on one core.
//!
//! ```text
//! cargo bench --bench channels
//! ```
#![allow(missing_docs, reason = "a bench has no readers but its own")]
#![allow(clippy::unwrap_used, reason = "a bench may panic")]

use serviceline::{Date, Edition, Manuscript, Publisher, Purpose};

/// The command's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/content/services/spine-cancer.yaml");

fn edition(publisher: &Publisher) -> Edition {
    let manuscript = Manuscript::load(CONTENT).unwrap();
    publisher.prepare(&manuscript, Purpose::Publication, Date::new(2026, 11, 24).unwrap()).unwrap()
}

#[divan::bench(args = ["html", "markdown", "brochure", "press", "script"])]
fn publish(bencher: divan::Bencher<'_, '_>, channel: &str) {
    let publisher = serviceline::standard();
    let edition = edition(&publisher);
    bencher.bench_local(|| publisher.publish(channel, &edition).unwrap());
}

#[divan::bench]
fn publish_all_four(bencher: divan::Bencher<'_, '_>) {
    let publisher = serviceline::standard();
    let edition = edition(&publisher);
    bencher.bench_local(|| {
        for channel in ["html", "markdown", "brochure", "script"] {
            divan::black_box(publisher.publish(channel, &edition).unwrap());
        }
    });
}

#[divan::bench]
fn load(bencher: divan::Bencher<'_, '_>) {
    bencher.bench_local(|| Manuscript::load(CONTENT).unwrap());
}

#[divan::bench]
fn prepare(bencher: divan::Bencher<'_, '_>) {
    let publisher = serviceline::standard();
    let manuscript = Manuscript::load(CONTENT).unwrap();
    bencher.bench_local(|| {
        publisher.prepare(&manuscript, Purpose::Publication, Date::new(2026, 11, 24).unwrap()).unwrap()
    });
}

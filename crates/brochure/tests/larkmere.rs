//! The brochures of the example health system, as files.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

#[test]
fn dump() {
    let out = std::env::var("OUT").unwrap_or_default();
    let publisher = common::publisher();
    for id in ["spine-cancer", "sleep-medicine"] {
        let edition = common::edition(id);
        match publisher.publish("brochure", &edition) {
            Ok(artifact) => {
                println!("{}", publisher.wording("brochure", &edition).unwrap());
                std::fs::write(format!("{out}/{id}.pdf"), artifact.files()[0].bytes()).unwrap();
            }
            Err(report) => println!("{id}: {report}"),
        }
    }
}

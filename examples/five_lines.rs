//! From a file to a leaflet. Writes `spine-cancer.pdf` into the current folder.

use serviceline::{Date, Manuscript, Purpose};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let today = Date::new(2026, 11, 24).ok_or("no such day")?;
    let publisher = serviceline::standard();
    let manuscript = Manuscript::load("examples/content/services/spine-cancer.yaml")?;
    let edition = publisher.prepare(&manuscript, Purpose::Publication, today)?;
    let leaflet = publisher.publish("brochure", &edition)?;
    for file in leaflet.files() {
        std::fs::write(file.name(), file.bytes())?;
    }
    Ok(())
}

//! `serviceline schema`.

use crate::{Outcome, args::Schema, failure::Failure, screen};

/// The schemas that are not those of a channel's options.
const FILES: &[&str] = &[
    "service",
    "organization",
    #[cfg(feature = "script")]
    "dialogue",
];

/// Prints a JSON Schema.
pub(crate) fn schema(args: &Schema) -> Result<Outcome, Failure> {
    let schema = match args.name.as_str() {
        "service" => serviceline::service_schema(),
        "organization" => serviceline::organization_schema(),
        #[cfg(feature = "script")]
        "dialogue" => serviceline::script::data::schema(),
        channel => {
            let publisher = serviceline::standard();
            let known = || FILES.iter().copied().chain(publisher.channels().map(|channel| channel.id));
            let schema = publisher.options_schema(channel);
            schema.ok_or_else(|| Failure::unknown("schema", channel, &known().collect::<Vec<_>>()))?
        }
    };
    let json = serde_json::to_string_pretty(&schema);
    let json = json.map_err(|error| Failure::new(format!("can't write the schema: {error}")))?;
    screen::print(&format!("{json}\n"))?;
    Ok(Outcome::Fine)
}

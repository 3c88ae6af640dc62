//! `serviceline channels`.

use std::fmt::Write as _;

use serde_json::json;

use crate::{
    Outcome,
    args::{Channels, Format},
    failure::Failure,
    screen::{self, Screen},
};

/// Lists the channels.
pub(crate) fn channels(args: &Channels) -> Result<Outcome, Failure> {
    let (publisher, screen, mut text) = (serviceline::standard(), Screen::stdout(), String::new());
    for channel in publisher.channels() {
        let _ = match args.format {
            Format::Human => {
                writeln!(
                    text,
                    "{}  {}\n  selects `{}`, writes *{}",
                    screen.bold(channel.id),
                    channel.about,
                    channel.selects,
                    channel.suffix
                )
            }
            Format::Json => {
                let channel = json!({
                    "id": channel.id,
                    "selects": channel.selects,
                    "suffix": channel.suffix,
                    "media_type": channel.media_type,
                    "about": channel.about,
                });
                writeln!(text, "{channel}")
            }
        };
    }
    screen::print(&text)?;
    Ok(Outcome::Fine)
}

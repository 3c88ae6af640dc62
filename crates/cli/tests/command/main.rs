//! The command as people and programs meet it: it is run on folders of content, and judged by what it prints and writes.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod build;
mod check;
mod coverage;
mod folder;
mod guide;
mod manifest;
mod site;
mod templates;
mod texts;
mod walk;
mod whole;

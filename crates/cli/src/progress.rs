//! The progress of long work, for somebody who waits at a terminal.

use std::io::{self, IsTerminal as _};

use indicatif::{ProgressBar, ProgressStyle};

/// With so many service lines the work is done before a bar could be read.
const FEW: usize = 4;

/// A bar on the standard error, if that is a terminal and there is work to wait for; else one that isn't shown.
pub(crate) fn bar(service_lines: usize, steps: usize) -> ProgressBar {
    if service_lines <= FEW || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(steps as u64);
    match ProgressStyle::with_template("{bar:30} {pos} of {len} documents") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

//! What a system installs beside the command: completions for shells, and manual pages.

use clap::CommandFactory as _;
use clap_mangen::Man as Page;

use crate::{
    Outcome,
    args::{Args, Completions, Man},
    failure::Failure,
    screen,
};

/// Prints a script that completes arguments.
pub(crate) fn completions(args: &Completions) -> Result<Outcome, Failure> {
    let mut script = vec![];
    clap_complete::generate(args.shell, &mut Args::command(), "serviceline", &mut script);
    screen::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Fine)
}

/// Prints a manual page.
pub(crate) fn man(args: &Man) -> Result<Outcome, Failure> {
    let mut command = Args::command();
    command.build();
    let page = match &args.command {
        None => Page::new(command),
        Some(name) => {
            let known: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
            let part = command.find_subcommand(name).ok_or_else(|| Failure::unknown("command", name, &known))?;
            Page::new(part.clone())
        }
    };
    let mut text = vec![];
    page.render(&mut text).map_err(|error| Failure::new(format!("can't write the manual page: {error}")))?;
    screen::print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Fine)
}

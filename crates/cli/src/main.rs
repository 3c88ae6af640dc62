//! The `serviceline` command: arguments, files and the terminal. What is published, and how, is decided elsewhere.

mod args;
mod build;
mod channels;
mod check;
mod coverage;
mod diagnostics;
mod explain;
mod failure;
mod manifest;
mod manuscripts;
mod output;
mod progress;
mod publishers;
mod publishing;
mod release;
mod schema;
mod screen;
mod shell;
#[cfg(feature = "html")]
mod site;
mod sources;
mod summary;
mod templates;
#[cfg(feature = "script")]
mod walk;

use std::process::ExitCode;

use clap::Parser as _;

use crate::{
    args::{Args, Command},
    failure::Failure,
};

/// What a run came to, unless it failed for lack of a file or for wrong use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Exit code 0.
    Fine,
    /// The content has errors, or warnings where those were denied: exit code 1.
    Faulty,
}

/// A document is many small pieces of text; this allocator is quick with those.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match run(Args::parse().command) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Faulty) => ExitCode::from(1),
        Err(failure) => {
            screen::complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<Outcome, Failure> {
    match command {
        Command::Build(args) => build::build(&args),
        Command::Check(args) => check::check(&args),
        Command::Coverage(args) => coverage::coverage(&args),
        Command::Schema(args) => schema::schema(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::Channels(args) => channels::channels(&args),
        Command::Templates(args) => templates::templates(&args),
        Command::Completions(args) => shell::completions(&args),
        Command::Man(args) => shell::man(&args),
        #[cfg(feature = "script")]
        Command::Script(args) => match args.command {
            args::ScriptCommand::Walk(args) => walk::walk(&args),
        },
    }
}

//! The arguments of the command and their help.

mod examples;
mod values;

use std::path::PathBuf;

use clap::{Args as Group, Parser, Subcommand};
use serviceline::{Audience, Date};

pub(crate) use values::{Deny, Format, ReportFormat};

/// Publishes one description of a hospital service line to web page, Markdown, brochure and phone script.
///
/// A folder of content has one organization.yaml, with what all service lines share, and a file for each service line.
#[derive(Debug, Parser)]
#[command(name = "serviceline", version, after_help = examples::ALL, max_term_width = 100)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Build(Build),
    Check(Check),
    Coverage(Coverage),
    Schema(Schema),
    Explain(Explain),
    Channels(Channels),
    Templates(Templates),
    #[cfg(feature = "script")]
    Script(Script),
    Completions(Completions),
    Man(Man),
}

/// Publish service lines to every channel, or to some.
///
/// Writes DIR/<id>/<language>/<id><suffix> for each service line and channel, and DIR/manifest.json with what was written.
/// A service line with an error is refused as a whole: its files of an earlier build stay as they are, and the others are
/// written. If a file can't be written, nothing is.
#[derive(Debug, Group)]
#[command(after_help = examples::BUILD)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) content: Content,
    /// The folder to write to
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Publish to this channel only; can be given more than once
    #[arg(short, long = "channel", value_name = "ID")]
    pub(crate) channels: Vec<String>,
    /// Whom to publish for, instead of whom the content is written for
    #[arg(short, long, value_parser = values::audience())]
    pub(crate) audience: Option<Audience>,
    /// Write a site as well: a list of all services for each language, and a map for search engines
    ///
    /// The pages then lead to the list and to the files beside them. Name the folder with all service lines. Channels for
    /// the staff and files for the press are left out, unless they are named with --channel.
    #[cfg(feature = "html")]
    #[arg(long)]
    pub(crate) site: bool,
    /// Make the site for the staff: with phone scripts and files for the press, and hidden from search engines
    #[cfg(feature = "html")]
    #[arg(long, requires = "site")]
    pub(crate) staff: bool,
    /// Publish content with gaps, and show the gaps
    #[arg(long)]
    pub(crate) draft: bool,
    /// How to report problems
    #[arg(short, long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// Report every problem of the content, and write nothing.
///
/// Everything is checked that `build` would stumble over, down to a text that doesn't fit on its panel.
#[derive(Debug, Group)]
#[command(after_help = examples::CHECK)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) content: Content,
    /// How to report problems
    #[arg(short, long, value_enum, default_value_t = ReportFormat::Human)]
    pub(crate) format: ReportFormat,
}

/// What to read, and by which measure.
#[derive(Debug, Group)]
pub(crate) struct Content {
    /// A service file, or a folder with service files in it and below it
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The day by which claims and reviews expire [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub(crate) date: Option<Date>,
    /// Take warnings for errors
    #[arg(long, value_enum)]
    pub(crate) deny: Vec<Deny>,
}

/// Show which channel places which field, and why another leaves it out.
#[derive(Debug, Group)]
#[command(after_help = examples::COVERAGE)]
pub(crate) struct Coverage {
    /// A service file
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Show this field and all below it only, with the reasons
    #[arg(short, long, value_name = "FIELD")]
    pub(crate) path: Option<String>,
    /// Show this channel only; can be given more than once
    #[arg(short, long = "channel", value_name = "ID")]
    pub(crate) channels: Vec<String>,
    /// How to show it
    #[arg(short, long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
    /// The day by which claims and reviews expire [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub(crate) date: Option<Date>,
}

/// Print the JSON Schema of a file, of the phone script as data, or of the options of a channel.
#[derive(Debug, Group)]
#[command(after_help = examples::SCHEMA)]
pub(crate) struct Schema {
    /// `service`, `organization`, `dialogue`, or a channel
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
}

/// Tell what the code of a problem means, why it matters, and how to mend it.
#[derive(Debug, Group)]
#[command(after_help = examples::EXPLAIN)]
pub(crate) struct Explain {
    /// The code, as reports show it; without it, all codes are listed
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

/// List the channels.
#[derive(Debug, Group)]
#[command(after_help = examples::CHANNELS)]
pub(crate) struct Channels {
    /// How to list them
    #[arg(short, long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// List the built-in templates, or write them out to change them.
///
/// A file in the folder `templates` beside organization.yaml takes the place of the built-in file of the same name.
#[derive(Debug, Group)]
#[command(after_help = examples::TEMPLATES, arg_required_else_help = true)]
pub(crate) struct Templates {
    #[command(subcommand)]
    pub(crate) command: TemplatesCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TemplatesCommand {
    /// List the names of the built-in templates
    List(TemplatesList),
    /// Tell what a template of the page can name
    #[cfg(feature = "html")]
    Fields(TemplatesFields),
    /// Write built-in templates into a folder, whole or not at all
    Eject(TemplatesEject),
}

#[cfg(feature = "html")]
#[derive(Debug, Group)]
pub(crate) struct TemplatesFields {
    /// The template, for example `html/team.hbs`
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
}

#[derive(Debug, Group)]
pub(crate) struct TemplatesList {
    /// List this folder or file only, for example `html`
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
}

#[derive(Debug, Group)]
pub(crate) struct TemplatesEject {
    /// A file or a folder of templates, for example `html/team.hbs`; without it, all are written
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    /// The folder to write to: `templates` beside organization.yaml
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Write over files that are there and different
    #[arg(long)]
    pub(crate) overwrite: bool,
}

/// Work with the phone script.
#[cfg(feature = "script")]
#[derive(Debug, Group)]
#[command(after_help = examples::SCRIPT, arg_required_else_help = true, disable_help_subcommand = true)]
pub(crate) struct Script {
    #[command(subcommand)]
    pub(crate) command: ScriptCommand,
}

#[cfg(feature = "script")]
#[derive(Debug, Subcommand)]
pub(crate) enum ScriptCommand {
    Walk(Walk),
}

/// Print calls that the phone script leads to, as transcripts to learn from.
///
/// Without an option, the call that only informs is printed. A script has loops, so its calls can't be counted: --all
/// prints one for every choice of every step. It comes to the choice on the shortest way from the greeting, takes it, and
/// ends on the shortest way; the way to the emergency step is taken only where it is the choice itself.
#[cfg(feature = "script")]
#[derive(Debug, Group)]
#[command(after_help = examples::WALK)]
pub(crate) struct Walk {
    /// A service file
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// A call for every choice of every step
    #[arg(long)]
    pub(crate) all: bool,
    /// The shortest call through this step, for example `S7A`
    #[arg(long, value_name = "STEP", conflicts_with = "all", default_value = "S4", hide_default_value = true)]
    pub(crate) through: serviceline::script::dialogue::StepId,
    /// Walk content with gaps, and show the gaps
    #[arg(long)]
    pub(crate) draft: bool,
    /// The day by which claims and reviews expire [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub(crate) date: Option<Date>,
}

/// Print a script that completes this command's arguments in a shell.
#[derive(Debug, Group)]
#[command(after_help = examples::COMPLETIONS)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// Print the manual page of this command, or of one of its parts.
#[derive(Debug, Group)]
#[command(after_help = examples::MAN)]
pub(crate) struct Man {
    /// The part, for example `build`
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

//! `serviceline coverage`.

use std::{fmt::Write as _, slice};

use serviceline::{
    Artifact, Purpose,
    coverage::{Covered, Status},
    nearest::nearest,
    path::FieldPath,
};

use crate::{
    Outcome,
    args::{Content, Coverage, Format},
    diagnostics,
    failure::Failure,
    publishing::{Readers, Run},
    screen::{self, Screen, count},
};

/// Shows which channel places which field.
pub(crate) fn coverage(args: &Coverage) -> Result<Outcome, Failure> {
    if args.file.is_dir() {
        let message = format!("{} is a folder", args.file.display());
        return Err(Failure::new(message).help("name one service file"));
    }
    let content = Content { paths: slice::from_ref(&args.file).to_vec(), date: args.date, deny: vec![] };
    let run = Run::new(&content, &args.channels)?;
    let issues = run.publish(Readers { purpose: Purpose::Publication, audience: None });
    let Some(published) = issues.first().and_then(|issue| issue.published.as_ref()) else {
        let problems = diagnostics::gather(&issues);
        screen::print(&diagnostics::write(&problems, args.format.into()))?;
        return Ok(Outcome::Faulty);
    };
    let artifacts: Vec<&Artifact> = published.artifacts.iter().map(|(_, artifact)| artifact).collect();
    let fields = fields(&artifacts, args.path.as_deref())?;
    let table = Table { channels: run.channels.iter().map(|channel| channel.id).collect(), artifacts, fields };
    screen::print(&match (args.format, &args.path) {
        (Format::Json, _) => table.json()?,
        (Format::Human, None) => table.overview(Screen::stdout()),
        (Format::Human, Some(_)) => table.reasons(Screen::stdout()),
    })?;
    Ok(Outcome::Fine)
}

/// The fields at `path` and below it with their number in the coverage of each channel; all fields without a path.
fn fields<'a>(artifacts: &[&'a Artifact], path: Option<&str>) -> Result<Vec<(usize, &'a FieldPath)>, Failure> {
    let all =
        || artifacts.first().into_iter().flat_map(|artifact| artifact.coverage().fields()).map(|(field, _)| field);
    let wanted = path.unwrap_or_default().trim_end_matches('.');
    let found: Vec<(usize, &FieldPath)> =
        all().enumerate().filter(|(_, field)| is_below(field.as_str(), wanted)).collect();
    if !found.is_empty() || wanted.is_empty() {
        return Ok(found);
    }
    let failure = Failure::new(format!("no field with words or facts stands at `{wanted}`"));
    Err(match nearest(wanted, all().map(FieldPath::as_str)) {
        Some(near) => failure.help(format!("did you mean `{near}`?")),
        None => failure
            .help("items of lists are counted from 0, as in `reasons[2].body`; without --path all fields are shown"),
    })
}

/// Whether a field is the one at `path`, or a part of it.
fn is_below(field: &str, path: &str) -> bool {
    path.is_empty() || field.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Fields by channels. Every channel covers the same fields in the same order.
struct Table<'a> {
    channels: Vec<&'static str>,
    artifacts: Vec<&'a Artifact>,
    fields: Vec<(usize, &'a FieldPath)>,
}

impl Table<'_> {
    fn status(&self, channel: usize, field: usize) -> Option<&Status> {
        self.artifacts.get(channel)?.coverage().fields().get(field).map(|(_, status)| status)
    }

    fn json(&self) -> Result<String, Failure> {
        let lines: Vec<Vec<Covered>> =
            self.artifacts.iter().map(|artifact| artifact.coverage().lines().collect()).collect();
        let mut text = String::new();
        for line in self.fields.iter().flat_map(|(at, _)| lines.iter().filter_map(move |lines| lines.get(*at))) {
            let json = serde_json::to_string(line);
            text.push_str(&json.map_err(|error| Failure::new(format!("can't write the coverage: {error}")))?);
            text.push('\n');
        }
        Ok(text)
    }

    fn overview(&self, screen: Screen) -> String {
        let width = self.fields.iter().map(|(_, field)| field.as_str().chars().count()).max().unwrap_or_default();
        let mut text = format!("{:width$}", "");
        for channel in &self.channels {
            let _ = write!(text, "  {}", screen.bold(channel));
        }
        text.push('\n');
        for (at, field) in &self.fields {
            let mut line = format!("{:width$}", field.as_str());
            for (channel, id) in self.channels.iter().enumerate() {
                let sign = if self.status(channel, *at) == Some(&Status::Placed) { "●" } else { "·" };
                let _ = write!(line, "  {sign:^0$}", id.len());
            }
            let _ = writeln!(text, "{}", line.trim_end());
        }
        let _ = writeln!(text, "\n● placed   · left out; --path FIELD tells why\n");
        for (channel, id) in self.channels.iter().enumerate() {
            let placed =
                self.fields.iter().filter(|(at, _)| self.status(channel, *at) == Some(&Status::Placed)).count();
            let _ = writeln!(text, "{id} places {placed} of {}.", count(self.fields.len(), "field"));
        }
        text
    }

    fn reasons(&self, screen: Screen) -> String {
        let width = self.channels.iter().map(|id| id.len()).max().unwrap_or_default();
        let mut text = String::new();
        for (at, field) in &self.fields {
            let _ = writeln!(text, "{}", screen.bold(field));
            for (channel, id) in self.channels.iter().enumerate() {
                let _ = match self.status(channel, *at) {
                    Some(Status::LeftOut(reason)) => writeln!(text, "  · {id:width$}  left out: {reason}"),
                    Some(Status::Placed) => writeln!(text, "  ● {id:width$}  placed"),
                    None => Ok(()),
                };
            }
        }
        text
    }
}

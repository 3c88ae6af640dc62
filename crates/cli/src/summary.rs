//! What a build came to, for a person.

use std::fmt::Write as _;

use crate::{
    args::Build,
    diagnostics,
    manifest::Entry,
    publishing::{Issue, Published},
    release::Release,
    screen::{Screen, count},
};

/// What was written where, what was refused, and what to do next.
pub(crate) fn write(issues: &[Issue], release: &Release<'_>, args: &Build, screen: Screen) -> String {
    let mut text = String::new();
    let entries: Vec<&Entry> = release.entries().collect();
    let width = entries.iter().map(|entry| entry.file.chars().count()).max().unwrap_or_default();
    for issue in issues {
        match &issue.published {
            Some(published) => {
                let own = |entry: &&&Entry| {
                    entry.service == published.id.as_str() && entry.language == published.language.as_str()
                };
                let _ = writeln!(text, "{} {}", screen.bold(&published.id), screen.dim(&published.language));
                for entry in entries.iter().filter(own) {
                    let _ = writeln!(text, "  {:width$}  {:>8}", entry.file, size(entry.bytes));
                }
                text.push_str(&accounts(published, screen));
            }
            None => text.push_str(&refusal(issue, release, screen)),
        }
    }
    for entry in entries.iter().filter(|entry| entry.service.is_empty()) {
        let _ = writeln!(text, "  {:width$}  {:>8}", entry.file, size(entry.bytes));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text += &conclusion(issues, &entries, args);
    if let Some(policy) = release.policy() {
        let _ =
            writeln!(text, "Serve the pages with this header:\n{} {policy}", screen.bold("Content-Security-Policy:"));
    }
    text
}

/// How the channels came to their results, where they have something to tell.
fn accounts(published: &Published, screen: Screen) -> String {
    let mut text = String::new();
    for (channel, artifact) in &published.artifacts {
        for line in artifact.account().map(|account| account.lines.as_slice()).unwrap_or_default() {
            let _ = writeln!(text, "  {}", screen.dim(format!("{}: {line}", channel.id)));
        }
    }
    text
}

/// The same, a line of JSON each.
pub(crate) fn accounts_as_json(issues: &[Issue]) -> String {
    let mut text = String::new();
    for published in issues.iter().filter_map(|issue| issue.published.as_ref()) {
        for (channel, artifact) in &published.artifacts {
            let Some(account) = artifact.account() else { continue };
            let line = serde_json::json!({
                "service": published.id.as_str(),
                "language": published.language.as_str(),
                "channel": channel.id,
                "account": account.data,
            });
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

fn refusal(issue: &Issue, release: &Release<'_>, screen: Screen) -> String {
    let problems = diagnostics::numbers(&issue.problems).unwrap_or_default();
    let kept = if release.keeps(&issue.name) { "; its files of an earlier build stay" } else { "" };
    format!("{} {} {problems}{kept}\n", screen.bold(&issue.name), screen.red("refused:"))
}

fn conclusion(issues: &[Issue], entries: &[&Entry], args: &Build) -> String {
    let published = issues.iter().filter(|issue| issue.published.is_some()).count();
    let refused = issues.len() - published;
    let mut text = String::new();
    if published > 0 {
        let bytes = entries.iter().map(|entry| entry.bytes).sum();
        let what = if args.draft { "draft" } else { "service line" };
        let (lines, files) = (count(published, what), count(entries.len(), "file"));
        let _ = writeln!(text, "Published {lines} to {}: {files}, {}.", args.out.display(), size(bytes));
    }
    #[cfg(feature = "html")]
    if refused > 0 && args.site {
        let _ = writeln!(text, "The list of services stays as it was, for it has to name them all.");
    }
    if refused > 0 {
        let whole = if published == 0 { "Nothing was published. " } else { "" };
        let _ = writeln!(text, "{whole}Refused {}.", count(refused, "service line"));
        let gaps = issues.iter().flat_map(|issue| &issue.problems).any(|problem| problem.code == "gap");
        let draft = if gaps { ", or build with --draft to see the gaps" } else { "" };
        let _ = writeln!(
            text,
            "Mend the problems above and build again{draft}. `serviceline explain CODE` tells more about one."
        );
    } else if let Some(numbers) = diagnostics::numbers(&diagnostics::gather(issues)) {
        let _ = writeln!(text, "{numbers} above.");
    }
    text
}

/// A number of bytes as people say it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", (bytes + 500) / 1_000),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

//! Problems on their way to whoever mends them: people, programs, and the pages of a code review.

mod excerpt;
mod human;

use std::collections::BTreeSet;

use serviceline::{Diagnostic, Report, source::Place};

use crate::{
    args::ReportFormat,
    publishing::Issue,
    screen::{Screen, count},
};

/// The problems of all service lines in order of file and line, each once: what is wrong with an organization is found
/// with every service line that uses it.
pub(crate) fn gather(issues: &[Issue]) -> Vec<Diagnostic> {
    let mut report: Report = issues.iter().flat_map(|issue| issue.problems.iter().cloned()).collect();
    report.sort();
    let mut problems = report.into_diagnostics();
    let mut seen = BTreeSet::new();
    problems.retain(|problem| {
        let place = problem.place.as_ref().map(|place| (place.file().to_owned(), place.span().start));
        // Without a place the field has to tell one problem from another.
        let path = if place.is_none() { problem.path.clone() } else { None };
        seen.insert((place, path, problem.code, problem.message.clone()))
    });
    problems
}

/// All problems in the form that was asked for.
pub(crate) fn write(problems: &[Diagnostic], format: ReportFormat) -> String {
    match format {
        ReportFormat::Human => human::write(problems, Screen::stdout()),
        ReportFormat::Json => lines(problems, Diagnostic::to_json_line),
        ReportFormat::Github => lines(problems, Diagnostic::to_github),
    }
}

fn lines(problems: &[Diagnostic], line: impl Fn(&Diagnostic) -> String) -> String {
    problems.iter().map(|problem| line(problem) + "\n").collect()
}

/// How many problems there are: `3 errors and 1 warning in 2 files`.
pub(crate) fn tally(problems: &[Diagnostic], service_lines: usize) -> String {
    let files: BTreeSet<&str> = problems.iter().filter_map(|p| p.place.as_ref()).map(Place::file).collect();
    let place = if files.is_empty() { count(service_lines, "service line") } else { count(files.len(), "file") };
    match numbers(problems) {
        Some(numbers) => format!("{numbers} in {place}"),
        None => format!("No problems in {}", count(service_lines, "service line")),
    }
}

/// `3 errors and 1 warning`, or nothing if there are none.
pub(crate) fn numbers(problems: &[Diagnostic]) -> Option<String> {
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = problems.len() - errors;
    match (errors, warnings) {
        (0, 0) => None,
        (0, _) => Some(count(warnings, "warning")),
        (_, 0) => Some(count(errors, "error")),
        _ => Some(format!("{} and {}", count(errors, "error"), count(warnings, "warning"))),
    }
}

#[cfg(test)]
mod tests {
    use serviceline::source::Source;

    use super::*;

    fn check(errors: &[&str], warnings: &[&str], expect: &str) {
        let at = |problem: Diagnostic, file: &str| problem.at(Place::new(&Source::new(file, "a\n"), 0..1));
        let errors = errors.iter().map(|file| at(Diagnostic::error("gap", "x"), file));
        let warnings = warnings.iter().map(|file| at(Diagnostic::warning("overset", "x"), file));
        assert_eq!(tally(&errors.chain(warnings).collect::<Vec<_>>(), 2), expect);
    }

    #[test]
    fn problems_are_counted_in_words() {
        check(&[], &[], "No problems in 2 service lines");
        check(&["a"], &[], "1 error in 1 file");
        check(&[], &["a", "b"], "2 warnings in 2 files");
        check(&["a", "a", "b"], &["b"], "3 errors and 1 warning in 2 files");
        assert_eq!(tally(&[Diagnostic::error("gap", "x")], 1), "1 error in 1 service line");
    }
}

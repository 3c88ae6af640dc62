//! Problems as people read them: what, where, the words in question underlined, and what to do.

use std::{error::Error, fmt};

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};
use serviceline::{Diagnostic, Severity, path::FieldPath};

use super::excerpt::Excerpt;
use crate::screen::Screen;

/// All problems, with an empty line after each.
pub(super) fn write(problems: &[Diagnostic], screen: Screen) -> String {
    let handler = handler(screen);
    let mut text = String::new();
    for problem in problems {
        let mut block = String::new();
        let report = Shown::new(problem, screen.width);
        if handler.render_report(&mut block, &report).is_err() {
            block = format!("{problem}\n");
        }
        text.extend(block.lines().flat_map(|line| [line.trim_end(), "\n"]));
        text.push('\n');
    }
    text
}

fn handler(screen: Screen) -> GraphicalReportHandler {
    let theme = match (screen.drawing, screen.color) {
        (false, _) => GraphicalTheme::none(),
        (true, false) => GraphicalTheme::unicode_nocolor(),
        (true, true) => {
            GraphicalTheme { characters: GraphicalTheme::unicode().characters, styles: miette::ThemeStyles::ansi() }
        }
    };
    GraphicalReportHandler::new_themed(theme)
        .with_width(screen.width)
        .with_links(false)
        .with_context_lines(0)
        .without_syntax_highlighting()
}

/// A problem in the form that the terminal report takes.
#[derive(Debug)]
struct Shown<'d> {
    problem: &'d Diagnostic,
    excerpt: Option<Excerpt>,
}

impl<'d> Shown<'d> {
    fn new(problem: &'d Diagnostic, width: usize) -> Self {
        // What the file lacks has no words in it to be shown.
        let place = problem.place.as_ref().filter(|place| place.span() != (0..0));
        Self { problem, excerpt: place.map(|place| Excerpt::of(place, width)) }
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem.message)?;
        if self.excerpt.is_some() {
            return Ok(());
        }
        let path = self.problem.path.as_ref().map(FieldPath::as_str).filter(|path| !path.is_empty());
        match (&self.problem.place, path) {
            (Some(place), Some(path)) => write!(f, "\nat {place}, {path}"),
            (Some(place), None) => write!(f, "\nat {place}"),
            (None, Some(path)) => write!(f, "\nat {path}"),
            (None, None) => Ok(()),
        }
    }
}

impl Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(format!("{}[{}]", self.problem.severity, self.problem.code)))
    }
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.problem.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.problem.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let field = self.problem.path.as_ref().filter(|path| !path.as_str().is_empty());
        let label = move |excerpt: &Excerpt| LabeledSpan::new_with_span(field.map(ToString::to_string), excerpt.span());
        Some(Box::new(self.excerpt.iter().map(label)))
    }
}

#[cfg(test)]
mod tests {
    use serviceline::source::{Place, Source};

    use super::*;

    fn check(text: &str, span: std::ops::Range<u32>) -> String {
        let place = Place::new(&Source::new("spine.yaml", text), span);
        let problem = Diagnostic::error("unknown-reference", "no claim has the id `spine-volum`");
        let problem = problem.help("did you mean `spine-volume`?").at_path("reasons[2].body").at(place);
        write(&[problem], Screen::PLAIN)
    }

    #[test]
    fn what_where_and_what_to_do() {
        let text = "reasons:\n  - body: \"Seen often: {claim:spine-volum}.\"\n";
        insta::assert_snapshot!("problem_plain", check(text, 31..50));
    }

    #[test]
    fn what_is_missing_is_told_without_an_excerpt() {
        insta::assert_snapshot!("problem_of_whole_file", check("# Spine care\ntitle: Spine care\n", 0..0));
    }

    #[test]
    fn the_column_counts_characters() {
        let shown = check("title: \u{e9}\u{e9} bad\n", 12..15);
        assert!(shown.contains("[spine.yaml:1:11]"), "{shown}");
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let text = format!("body: {}HERE{}\n", "before ".repeat(40), " after".repeat(40));
        insta::assert_snapshot!("problem_in_long_line", check(&text, 286..290));
    }

    #[test]
    fn no_control_character_reaches_the_terminal() {
        let shown = check("title: \u{1b}[31mred\u{7}\u{85}\u{202e}\u{200b}\r\n", 7..8);
        assert!(!shown.contains(|c: char| c.is_control() && c != '\n' || "\u{202e}\u{200b}".contains(c)), "{shown:?}");
    }

    #[test]
    fn every_place_of_any_text_can_be_shown() {
        for text in
            ["", "\n", "a", "\r\r\n\n", "\tx\r\n\u{85}\u{2028}é", "é\u{301}😀\u{fe0f}漢字\n\n", "\u{0}\u{1b}[0m\r"]
        {
            for start in 0..=text.len() as u32 + 1 {
                for end in start..=text.len() as u32 + 1 {
                    let shown = check(text, start..end);
                    assert!(shown.contains("spine.yaml:"), "{text:?} {start}..{end}: {shown}");
                    assert!(shown.contains("help: did you mean"), "{text:?} {start}..{end}: {shown}");
                }
            }
        }
    }
}

//! `serviceline explain`.

use std::fmt::Write as _;

use serviceline::codes::{self, Code};

use crate::{
    Outcome,
    args::Explain,
    failure::Failure,
    screen::{self, Screen},
};

/// Tells what a code means, or lists all codes.
pub(crate) fn explain(args: &Explain) -> Result<Outcome, Failure> {
    let screen = Screen::stdout();
    let text = match &args.code {
        None => list(screen),
        Some(id) => {
            let known = || codes::all().map(|code| code.id).collect::<Vec<_>>();
            let code = codes::explain(id).ok_or_else(|| Failure::unknown("problem", id, &known()))?;
            page(code, screen)
        }
    };
    screen::print(&text)?;
    Ok(Outcome::Fine)
}

fn list(screen: Screen) -> String {
    let width = codes::all().map(|code| code.id.len()).max().unwrap_or_default();
    codes::all().fold(String::new(), |mut text, code| {
        let _ =
            writeln!(text, "{}{:blank$}  {}", screen.bold(code.id), "", code.summary, blank = width - code.id.len());
        text
    })
}

fn page(code: &Code, screen: Screen) -> String {
    let mut text = format!("{}: {}\n\n", screen.bold(format!("{}[{}]", code.severity, code.id)), code.summary);
    for line in wrap(code.why, screen.width) {
        let _ = writeln!(text, "{line}");
    }
    let _ = writeln!(text, "\n{}\n", screen.dim("Example"));
    for line in code.example.lines() {
        let _ = writeln!(text, "{}", format!("    {line}").trim_end());
    }
    text
}

/// Lines of at most `width` characters. Breaks that the author of a text has made stay.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![];
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

//! Words of an author that YAML doesn't take for text, and that nobody would miss until it is printed.
//!
//! `title: Ranked #1 in Ohio` is the title "Ranked" with a comment, and `title: &Joint care` is the title "care".

use std::ops::Range;

use crate::diagnostic::{Diagnostic, quote};

/// The comment after the text at `span` that was most likely meant as a part of it.
///
/// Comments are written `# so`; a number sign right before a letter or a digit is `#1` or `#hashtag`.
pub(super) fn after(text: &str, span: &Range<u32>) -> Option<Range<u32>> {
    let rest = text.get(span.end as usize..)?;
    let gap = rest.len() - rest.trim_start().len();
    let comment = rest[gap..].strip_prefix('#')?;
    let meant = comment.starts_with(char::is_alphanumeric) && belongs(text, span, &rest[..gap]);
    let length = 1 + comment.find(['\n', '\r']).unwrap_or(comment.len());
    let start = span.end + gap as u32;
    meant.then(|| start..start + length as u32)
}

/// Whether a comment after this gap can belong to the text: on its line, or indented on the next as its second line.
fn belongs(text: &str, span: &Range<u32>, gap: &str) -> bool {
    let Some((_, indent)) = gap.rsplit_once('\n') else { return true };
    let before = &text[..span.start as usize];
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let own = text[line..].len() - text[line..].trim_start_matches(' ').len();
    gap.matches('\n').count() == 1 && indent.len() > own
}

/// Whether there is more on the line after `at` than the end of a value.
pub(super) fn goes_on(text: &str, at: u32) -> bool {
    let rest = text.get(at as usize..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim();
    !line.is_empty() && !line.starts_with(['#', ',', ']', '}'])
}

/// The diagnostic for a comment that was meant as text.
pub(super) fn comment(raw: &str) -> Diagnostic {
    Diagnostic::error("hidden-text", format!("{} is a comment to YAML, and would not be published", quote(raw)))
        .help("put the text in quotes, or in a block after `|`; a comment has a space after `#`")
}

/// The diagnostic for a name of a value that nothing repeats.
pub(super) fn anchor(name: &str) -> Diagnostic {
    let name = quote(&format!("&{name}"));
    Diagnostic::error("hidden-text", format!("{name} is a name to YAML, and would not be published"))
        .help("if the text begins with `&`, put it in quotes; otherwise remove it, since nothing repeats it")
}

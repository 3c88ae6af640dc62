//! What the formatter cannot do: footnotes in one line, lists without comments between them, lines of a width.
//!
//! It works on finished Markdown and relies on one thing: every sign of Markdown in a text has been escaped by then.

use crate::options::Flavor;
use crate::outline::Style;

/// The comment that the formatter puts between two lists.
const BETWEEN_LISTS: &str = "<!-- end list -->";

/// The Markdown of a style; the text begins at `start`, behind the front matter.
pub(super) fn finish(markdown: String, start: usize, style: &Style) -> String {
    if style.flavor == Flavor::CommonMark && style.width.is_none() {
        return markdown;
    }
    let (front, text) = markdown.split_at(start);
    let text = match style.flavor {
        Flavor::CommonMark => text.to_owned(),
        Flavor::Plain => without_comments(text),
        Flavor::Gfm => footnotes(text),
    };
    let text = match style.width {
        Some(width) => text.split_inclusive('\n').map(|line| wrapped(line, usize::from(width))).collect(),
        None => text,
    };
    format!("{front}{text}")
}

/// Two neighbouring lists with other signs instead of a comment between them.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    // How far the lists are indented of which the last one has other signs.
    let mut other: Vec<usize> = Vec::new();
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let content = line.trim_start();
        let indent = line.len() - content.len();
        let is_blank = line.trim().is_empty();
        other.retain(|at| is_blank || *at <= indent);
        if content.trim_end() == BETWEEN_LISTS {
            lines.next();
            match other.iter().position(|at| *at == indent) {
                Some(known) => _ = other.remove(known),
                None => other.push(indent),
            }
        } else if other.contains(&indent) && !is_blank {
            let (sign, rest) = content.split_once(' ').unwrap_or((content, ""));
            let is_number = sign.strip_suffix('.').is_some_and(is_number);
            if sign != "-" && !is_number {
                other.retain(|at| *at != indent);
                kept.push_str(line);
                continue;
            }
            let sign = if is_number { sign.replace('.', ")") } else { "*".to_owned() };
            kept.extend([&line[..indent], sign.as_str(), " ", rest]);
        } else {
            kept.push_str(line);
        }
    }
    kept
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The formatter begins a footnote on a line of its own, which not every reader takes for one.
fn footnotes(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        if line.starts_with("[^") && line.ends_with("]:\n") {
            joined.push_str(line.trim_end());
            joined.push(' ');
            joined.push_str(lines.next().unwrap_or_default().trim_start());
        } else {
            joined.push_str(line);
        }
    }
    joined
}

/// A line in lines of at most this many characters, as far as its words allow. It is broken only before a letter, which
/// begins nothing but text wherever it stands, and never in a heading, a table or an address.
fn wrapped(line: &str, width: usize) -> String {
    let content = line.trim_start();
    if line.chars().count() <= width || content.starts_with(['#', '|']) {
        return line.to_owned();
    }
    let start = line.len() - content.len() + marker(content);
    let indent = " ".repeat(start);
    let (mut broken, mut length) = (String::with_capacity(line.len() + 16), 0);
    for part in parts(line, start) {
        let letters = part.trim_end().chars().count();
        if length > 0 && length + letters > width {
            broken.pop();
            broken.push('\n');
            broken.push_str(&indent);
            length = indent.len();
        }
        broken.push_str(part);
        length += part.chars().count();
    }
    broken
}

/// The parts of a line between which it may be broken, each with the space at its end; its text begins at `text`.
fn parts(line: &str, text: usize) -> Vec<&str> {
    let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
    let (mut before, mut in_address) = (' ', false);
    for word in line.split_inclusive(' ') {
        if at > text && !matches!(before, ' ' | '\\') && !in_address && word.starts_with(char::is_alphabetic) {
            parts.push(&line[start..at]);
            start = at;
        }
        at += word.len();
        before = word.chars().rev().nth(1).unwrap_or(' ');
        in_address = is_in_address(word, in_address);
    }
    parts.push(&line[start..]);
    parts
}

/// Whether the address of a link, in angle brackets, is open behind a word.
fn is_in_address(word: &str, open: bool) -> bool {
    match (word.rfind("](<"), word.rfind(">)")) {
        (Some(start), end) => end.is_none_or(|end| end < start),
        (None, Some(_)) => false,
        (None, None) => open,
    }
}

/// How wide the signs of list items or of a footnote are, with the spaces behind them: lines below are indented as far.
fn marker(content: &str) -> usize {
    let Some((sign, rest)) = content.split_once(' ') else { return 0 };
    if sign.starts_with("[^") && sign.ends_with("]:") {
        return sign.len() + 1;
    }
    let is_number = sign.strip_suffix(['.', ')']).is_some_and(is_number);
    if !is_number && !matches!(sign, "-" | "*") {
        return 0;
    }
    // An item may begin with a list of its own.
    let inside = rest.trim_start();
    content.len() - inside.len() + marker(inside)
}

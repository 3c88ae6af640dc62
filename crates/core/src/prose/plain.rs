//! Texts without Markdown, which most are: paragraphs and references, read without the Markdown parser.

use std::ops::Range;

use super::reference;
use super::run::Run;
use super::{Block, ProseFault, ProseOptions};

/// The paragraphs of a text, each as the places of its lines; nothing if there may be Markdown in it.
///
/// Being too careful costs time only; taking Markdown for words would print it.
pub(super) fn paragraphs(text: &str) -> Option<Vec<Vec<Range<usize>>>> {
    if text.starts_with('\u{feff}')
        || text
            .bytes()
            .any(|b| matches!(b, b'\\' | b'`' | b'*' | b'_' | b'[' | b'<' | b'&') || (b < b' ' && b != b'\n'))
    {
        return None;
    }
    let mut paragraphs: Vec<Vec<Range<usize>>> = vec![];
    let mut open = false;
    let mut start = 0;
    for line in text.split('\n') {
        let words = line.trim_matches(' ');
        let indent = line.len() - line.trim_start_matches(' ').len();
        if words.is_empty() {
            open = false;
        } else if indent > 3 || line.ends_with("  ") || begins_a_block(words) {
            return None;
        } else {
            if !open {
                paragraphs.push(vec![]);
            }
            open = true;
            let at = start + indent;
            paragraphs.last_mut()?.push(at..at + words.len());
        }
        start += line.len() + 1;
    }
    Some(paragraphs)
}

/// Whether a line may begin a list, a heading, a quotation or a table, or make a heading of the line before.
fn begins_a_block(line: &str) -> bool {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    line.starts_with(['#', '>', '+', '-', '=', '~', '|', ':']) || (digits > 0 && line[digits..].starts_with(['.', ')']))
}

/// The paragraphs as blocks.
pub(super) fn blocks(
    text: &str,
    paragraphs: &[Vec<Range<usize>>],
    options: ProseOptions,
    faults: &mut Vec<ProseFault>,
) -> Vec<Block> {
    let paragraph = |lines: &Vec<Range<usize>>| {
        let mut run = Run::default();
        for line in lines {
            if !run.is_empty() {
                run.end_line();
            }
            run.push(&text[line.clone()], line.clone(), false);
        }
        let mut inlines = vec![];
        reference::cut(&run, options, faults, &mut inlines);
        Block::Paragraph(inlines)
    };
    paragraphs.iter().map(paragraph).collect()
}

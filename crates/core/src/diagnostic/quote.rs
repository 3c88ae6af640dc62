//! An author's words within a message.

/// The most characters of an author's words that a message repeats.
const MOST: usize = 60;

/// The words between backticks, on one line and cut to a length that can be read.
pub(crate) fn quote(words: &str) -> String {
    let mut line: Vec<char> = Vec::with_capacity(MOST);
    for c in words.trim().chars() {
        match (c.is_whitespace() || c.is_control(), line.last()) {
            (true, Some(' ')) => {}
            (true, _) => line.push(' '),
            (false, _) => line.push(c),
        }
        if line.len() > MOST {
            line.truncate(MOST);
            line.push('…');
            break;
        }
    }
    let line: String = line.into_iter().collect();
    if line.contains('`') { format!("“{line}”") } else { format!("`{line}`") }
}

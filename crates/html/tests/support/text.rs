//! A page read by an outsider: tags, text, attributes. Written for the pages of this crate, not for the web.

/// Elements that begin a line of their own.
const BLOCKS: [&str; 26] = [
    "p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "tr", "caption", "summary", "address", "div", "section", "nav",
    "header", "footer", "main", "ul", "ol", "dl", "table", "details", "title", "figure", "br",
];

/// The pieces of a page: tags with their brackets, and text between them.
fn pieces(page: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        pieces.push(&rest[..start]);
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        pieces.push(&rest[start..end]);
        rest = &rest[end..];
        let raw = ["<script", "<style"].iter().find(|raw| pieces[pieces.len() - 1].starts_with(**raw));
        if let Some(raw) = raw {
            let close = raw.replace('<', "</");
            rest = &rest[rest.find(&close).unwrap()..];
        }
    }
    pieces.push(rest);
    pieces
}

fn name(tag: &str) -> &str {
    let inside = tag.trim_start_matches("</").trim_start_matches('<');
    inside.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

/// The names of the tags that open elements, in order.
pub(crate) fn tags(page: &str) -> impl Iterator<Item = &str> {
    pieces(page).into_iter().filter(|piece| piece.starts_with('<') && !piece.starts_with("</")).map(name)
}

/// The values of an attribute, in order.
pub(crate) fn attributes(page: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    let values = pieces(page)
        .into_iter()
        .filter_map(|piece| piece.starts_with('<').then(|| piece.split(&start).nth(1)).flatten());
    values.map(|value| unescaped(value.split('"').next().unwrap())).collect()
}

/// What a reader sees, a line for each block.
pub(crate) fn visible(page: &str) -> String {
    let mut lines = vec![String::new()];
    for piece in pieces(page) {
        if piece.starts_with('<') {
            if BLOCKS.contains(&name(piece)) {
                lines.push(String::new());
            }
        } else {
            let spaced = piece.starts_with(char::is_whitespace);
            let words = unescaped(piece).split_whitespace().collect::<Vec<_>>().join(" ");
            let line = lines.last_mut().unwrap();
            if spaced && !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
            line.push_str(&words);
            if piece.ends_with(char::is_whitespace) && !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        }
    }
    lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// All text in one line.
pub(crate) fn plain(page: &str) -> String {
    visible(page).replace('\n', " ")
}

/// Landmarks and headings, indented by level.
pub(crate) fn outline(page: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut heading: Option<usize> = None;
    for piece in pieces(page) {
        let tag = name(piece);
        if !piece.starts_with('<') {
            if let Some(at) = heading {
                lines[at].push_str(unescaped(piece).trim_matches('\n'));
            }
            continue;
        }
        match tag {
            "header" | "main" | "footer" | "nav" if !piece.starts_with("</") => {
                let label = piece.split("aria-label=\"").nth(1).and_then(|label| label.split('"').next());
                lines.push(format!("[{tag}{}]", label.map(|label| format!(" {label}")).unwrap_or_default()));
            }
            "h1" | "h2" | "h3" | "h4" if piece.starts_with("</") => heading = None,
            "h1" | "h2" | "h3" | "h4" => {
                let level: usize = tag[1..].parse().unwrap();
                heading = Some(lines.len());
                lines.push(format!("{}{tag} ", "  ".repeat(level - 1)));
            }
            _ => {}
        }
    }
    lines.join("\n")
}

/// The page without its style sheet and its pictures.
pub(crate) fn abridged(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    let mut short = format!("{before}<style>...</style>");
    short.push_str(after);
    pictures_out(&short)
}

/// Pictures as three dots.
fn pictures_out(page: &str) -> String {
    let mut short = String::new();
    let mut rest = page;
    while let Some((before, data)) = rest.split_once(";base64,") {
        short.push_str(before);
        short.push_str(";base64,...");
        rest = &data[data.find('"').unwrap()..];
    }
    short + rest
}

/// What a template prints itself: its text without expressions and tags.
pub(crate) fn literal(template: &str) -> String {
    let mut plain = String::new();
    let mut rest = template;
    while let Some((before, expression)) = rest.split_once("{{") {
        plain.push_str(before);
        rest = expression.split_once("}}").unwrap().1;
    }
    plain.push_str(rest);
    pieces(&plain).into_iter().filter(|piece| !piece.starts_with('<')).collect()
}

fn unescaped(text: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&#x3D;", "="),
        ("&amp;", "&"),
    ];
    signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

//! The name that was most likely meant.

/// The known name nearest to `found`, if it is near enough to be what was meant.
///
/// Nearness is the number of letters to add, drop, change or swap (Damerau and Levenshtein); letter case and the
/// difference between `-`, `_` and a space don't count. Among names equally near the first wins.
///
/// ```
/// use serviceline_core::nearest::nearest;
///
/// assert_eq!(nearest("titel", ["title", "tests"]), Some("title"));
/// assert_eq!(nearest("Key Messages", ["key_messages"]), Some("key_messages"));
/// assert_eq!(nearest("price", ["title", "tests"]), None);
/// ```
pub fn nearest<'k>(found: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    /// No name is longer, and a hostile one would cost time.
    const LONGEST: usize = 100;
    let found = plain(found.get(..LONGEST).unwrap_or(found));
    if found.len() > LONGEST {
        return None;
    }
    known
        .into_iter()
        .map(|known| (strsim::damerau_levenshtein(&found, &plain(known)), known))
        .filter(|(distance, known)| *distance <= allowed(known.len().max(found.len())))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// How many letters may differ between names of this length.
fn allowed(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3..=4 => 1,
        5..=8 => 2,
        _ => length / 3,
    }
}

fn plain(name: &str) -> String {
    name.chars().map(|c| if matches!(c, '-' | ' ') { '_' } else { c.to_ascii_lowercase() }).collect()
}

/// What to say to somebody who wrote `found` where one of the `known` names was expected.
#[must_use]
pub fn advice(found: &str, known: &[&str]) -> Option<String> {
    /// As many names as one can take in at a glance.
    const MOST: usize = 12;
    if let Some(nearest) = nearest(found, known.iter().copied()) {
        return Some(format!("did you mean `{nearest}`?"));
    }
    let shown = known.iter().take(MOST).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match known.len() {
        0 => None,
        1 => Some(format!("the only one is {shown}")),
        n if n > MOST => Some(format!("known here are {shown} and {} more", n - MOST)),
        _ => Some(format!("known here are {shown}")),
    }
}

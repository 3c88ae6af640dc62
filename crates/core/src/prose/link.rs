//! Addresses that a text may link to.

use std::ops::Range;

use url::Url;

use super::ProseFault;
use crate::diagnostic::quote;

/// What is wrong with an address, if anything is.
pub(super) fn fault(address: &str, range: Range<usize>) -> Option<ProseFault> {
    if address.contains(['{', '}']) {
        let help = "a listed link brings its own address: write `{link:id|words}`";
        return Some(ProseFault::new("prose-bad-reference", range, "a reference can't be an address", help));
    }
    if is_path(address) || is_allowed(address) {
        return None;
    }
    let found = if address.is_empty() { "nothing".to_owned() } else { quote(address) };
    let message = format!("expected an address such as `https://example.org/page`, found {found}");
    let help = "write the whole address, with `https://`; a page of your own site may begin with `/`";
    Some(ProseFault::new("invalid-url", range, message, help))
}

/// A page of the organization's own site.
fn is_path(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && !address.contains([' ', '\\'])
}

fn is_allowed(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    match url.scheme() {
        "http" | "https" => url.host().is_some() && address.contains("://"),
        "mailto" => url.path().contains('@'),
        "tel" => url.path().contains(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

//! The Content-Security-Policy that a finished page needs, and nothing more.
//!
//! A page has its style sheet and its script inside, so a server can forbid everything else: the policy names both by the
//! SHA-256 of the exact text between their tags (CSP Level 3, "Usage of hashes"). A block of data, such as JSON-LD, is no
//! script and needs none.

use std::collections::BTreeSet;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What pages may do: use the style sheets and scripts that are in them, show pictures that are in them or beside them.
///
/// Written out, it is the value of the header `Content-Security-Policy`.
///
/// ```
/// use serviceline_html::Policy;
/// let policy = Policy::of("<style>p{margin:0}</style>").to_string();
/// assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"));
/// assert!(policy.contains("; script-src 'none'; "));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    styles: BTreeSet<String>,
    scripts: BTreeSet<String>,
}

impl Policy {
    /// The policy of one page.
    #[must_use]
    pub fn of(html: &str) -> Self {
        let mut policy = Self::default();
        policy.allow(html);
        policy
    }

    /// Allows one page more.
    pub fn allow(&mut self, html: &str) {
        self.styles.extend(elements(html, "style").map(|(_, text)| hash(text)));
        let is_script = |tag: &str| !tag.contains("src=") && !tag.contains("application/ld+json");
        self.scripts.extend(elements(html, "script").filter(|(tag, _)| is_script(tag)).map(|(_, text)| hash(text)));
    }

    /// As a `meta` element can say it: who may frame a page is for its header alone.
    #[must_use]
    pub fn without_header(&self) -> String {
        let [styles, scripts] = [&self.styles, &self.scripts].map(sources);
        format!(
            "default-src 'none'; style-src {styles}; script-src {scripts}; img-src 'self' data:; base-uri 'none'; \
             form-action 'none'"
        )
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}; frame-ancestors 'self'", self.without_header())
    }
}

fn sources(hashes: &BTreeSet<String>) -> String {
    let hashes: Vec<String> = hashes.iter().map(|hash| format!("'sha256-{hash}'")).collect();
    if hashes.is_empty() { "'none'".to_owned() } else { hashes.join(" ") }
}

fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

/// The tags and the texts of the elements with this name, whose content is no markup.
fn elements<'h>(html: &'h str, name: &'static str) -> impl Iterator<Item = (&'h str, &'h str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}"));
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let from = &rest[rest.find(&open)? + open.len()..];
            let (tag, inside) = from.split_once('>')?;
            if !tag.is_empty() && !tag.starts_with(char::is_whitespace) {
                rest = from;
                continue;
            }
            let end = inside.find(&close)?;
            rest = &inside[end..];
            return Some((tag, &inside[..end]));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::Policy;

    #[test]
    fn what_is_inside_is_allowed_and_nothing_else() {
        let check = |html: &str, expected: &str| assert_eq!(Policy::of(html).to_string(), expected, "{html}");
        let end = "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        check("", &format!("default-src 'none'; style-src 'none'; script-src 'none'; {end}"));
        // The hash of `alert('Hello, world.');` is the example of CSP Level 3.
        check(
            "<script type=\"application/ld+json\">{}</script><script>alert('Hello, world.');</script><styles>",
            &format!(
                "default-src 'none'; style-src 'none'; \
                 script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; {end}"
            ),
        );
    }
}

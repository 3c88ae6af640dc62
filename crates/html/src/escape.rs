//! Text that may be anything, written so that it is text and nothing else.

/// Writes text into an element's content.
pub(crate) fn text(text: &str, out: &mut String) {
    escape(text, out, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\u{a0}' => Some("&nbsp;"),
        _ => None,
    });
}

/// Writes text into an attribute's value between quotes of either kind.
pub(crate) fn attribute(text: &str, out: &mut String) {
    escape(text, out, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    });
}

fn escape(text: &str, out: &mut String, name: impl Fn(char) -> Option<&'static str>) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| ODD[usize::from(byte)]) {
        let (plain, odd) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = odd.chars();
        let Some(character) = characters.next() else { break };
        match name(character) {
            _ if unprintable(character) => {}
            Some(written) => out.push_str(written),
            None => out.push(character),
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

/// The first bytes of characters that may have to be written otherwise; all others are copied without a look.
const ODD: [bool; 256] = {
    let mut odd = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        // Control characters, the signs of markup, and the lead bytes of what `unprintable` and `text` look for.
        odd[byte] = matches!(byte as u8, 0..=0x1f | b'"' | b'&' | b'\'' | b'<' | b'>' | 0x7f | 0xc2 | 0xe2 | 0xef..);
        byte += 1;
    }
    odd
};

/// A character that HTML forbids, or that turns the direction of everything after it. None of them is seen, so no word is
/// lost without them.
fn unprintable(character: char) -> bool {
    let forbidden = character.is_control() && !matches!(character, '\n' | '\t' | '\r');
    let noncharacter = matches!(character, '\u{fdd0}'..='\u{fdef}') || u32::from(character) & 0xfffe == 0xfffe;
    let turning = matches!(character, '\u{202a}'..='\u{202e}');
    forbidden || noncharacter || turning
}

/// An address that a reader may follow from a page, or nothing.
///
/// Addresses of the content have been checked by its loader; this is the last door, and it is always shut for scripts.
pub(crate) fn address(address: &str) -> Option<&str> {
    let safe = ["https://", "http://", "tel:", "mailto:", "#"];
    let known = safe.iter().any(|scheme| address.starts_with(scheme));
    (known && !address.contains(char::is_whitespace)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::{address, attribute, text};

    #[test]
    fn hostile_text_stays_text() {
        let mut out = String::new();
        text("<script>&\u{0}\u{202e}\u{ffff}é", &mut out);
        assert_eq!(out, "&lt;script&gt;&amp;é");
        out.clear();
        attribute("\" onload='x'", &mut out);
        assert_eq!(out, "&quot; onload=&#39;x&#39;");
    }

    #[test]
    fn an_address_is_no_script() {
        assert_eq!(address("javascript:alert(1)"), None);
        assert_eq!(address(" https://example.org"), None);
        assert_eq!(address("https://example.org/a b"), None);
        assert_eq!(address("tel:+16145550142"), Some("tel:+16145550142"));
    }
}

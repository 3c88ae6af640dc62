//! Text as a file writes it (ISO 32000-1, 7.3.4 and 7.9.2).

use lopdf::{Object, StringFormat};

/// Text that people read, in any language.
pub(crate) fn text(text: &str) -> Object {
    let is_plain = text.is_ascii();
    if is_plain { literal(text) } else { Object::String(utf16(text).collect(), StringFormat::Hexadecimal) }
}

/// Text of ASCII alone, such as an address.
pub(crate) fn literal(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// UTF-16 with a byte order mark.
fn utf16(text: &str) -> impl Iterator<Item = u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes)
}

/// Writes text that people read: as it is, or in UTF-16.
pub(super) fn write_text(text: &str, bytes: &mut Vec<u8>) {
    if text.is_ascii() {
        write_literal(text.as_bytes(), bytes);
    } else {
        write_utf16(text, bytes);
    }
}

/// Writes text in UTF-16.
pub(super) fn write_utf16(text: &str, bytes: &mut Vec<u8>) {
    bytes.push(b'<');
    write_hexadecimal(utf16(text), bytes);
    bytes.push(b'>');
}

/// Writes a string in parentheses.
pub(super) fn write_literal(string: &[u8], bytes: &mut Vec<u8>) {
    bytes.push(b'(');
    for byte in string {
        escape(*byte, bytes);
    }
    bytes.push(b')');
}

/// Writes a byte of a string in parentheses: not as it is if that would end the string or be read as another byte.
pub(super) fn escape(byte: u8, bytes: &mut Vec<u8>) {
    match byte {
        b'(' | b')' | b'\\' => bytes.extend_from_slice(&[b'\\', byte]),
        b'\r' => bytes.extend_from_slice(b"\\r"),
        byte => bytes.push(byte),
    }
}

/// Writes two digits for each byte.
pub(super) fn write_hexadecimal(string: impl Iterator<Item = u8>, bytes: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    bytes.extend(string.flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| DIGITS[usize::from(digit)]));
}

/// Writes a name with its slash.
pub(super) fn write_name(name: &[u8], bytes: &mut Vec<u8>) {
    bytes.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            bytes.push(*byte);
        } else {
            bytes.push(b'#');
            write_hexadecimal(std::iter::once(*byte), bytes);
        }
    }
}

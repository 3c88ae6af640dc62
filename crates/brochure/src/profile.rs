//! The ICC profile of sRGB, made from the numbers of IEC 61966-2-1.
//!
//! A version 4 display profile with a parametric curve takes less than 500 bytes, so every file can carry its own.

/// The profile.
#[must_use]
pub fn srgb() -> Vec<u8> {
    let curve = parametric_curve();
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", localized("sRGB")),
        (b"cprt", localized("Public domain")),
        (b"wtpt", xyz([0.9642, 1.0, 0.824_91])),
        (b"chad", chromatic_adaptation()),
        (b"rXYZ", xyz([0.436_07, 0.222_49, 0.013_92])),
        (b"gXYZ", xyz([0.385_15, 0.716_87, 0.097_08])),
        (b"bXYZ", xyz([0.143_07, 0.060_61, 0.714_1])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
    ];
    let mut table = Vec::new();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * (tags.len() + 1);
    let mut entry = |name: &[u8; 4], offset: usize, length: usize| {
        table.extend_from_slice(name);
        table.extend_from_slice(&(offset as u32).to_be_bytes());
        table.extend_from_slice(&(length as u32).to_be_bytes());
    };
    let mut curve_at = start;
    for (name, contents) in &tags {
        // The three curves are one.
        let shared = **name == *b"gTRC";
        let offset = if shared { curve_at } else { start + data.len() };
        entry(name, offset, contents.len());
        if !shared {
            curve_at = offset;
            data.extend_from_slice(contents);
        }
    }
    entry(b"bTRC", curve_at, curve.len());
    let mut profile = header(start + data.len());
    profile.extend_from_slice(&((tags.len() + 1) as u32).to_be_bytes());
    profile.append(&mut table);
    profile.append(&mut data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = vec![0; 128];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &(size as u32).to_be_bytes());
    put(8, &[4, 0x20, 0, 0]);
    put(12, b"mntrRGB XYZ ");
    put(24, &[0x07, 0xea, 0, 1, 0, 1]);
    put(36, b"acsp");
    put(68, &fixed(0.9642));
    put(72, &fixed(1.0));
    put(76, &fixed(0.824_91));
    header
}

/// A number with 16 bits before and 16 bits after the point.
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65536.0).round() as i32).to_be_bytes()
}

fn tag(kind: [u8; 4], rest: impl IntoIterator<Item = u8>) -> Vec<u8> {
    let mut tag = kind.to_vec();
    tag.extend([0; 4]);
    tag.extend(rest);
    tag.resize(tag.len().next_multiple_of(4), 0);
    tag
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    tag(*b"XYZ ", values.into_iter().flat_map(fixed))
}

fn chromatic_adaptation() -> Vec<u8> {
    let matrix = [1.047_88, 0.022_92, -0.050_22, 0.029_59, 0.990_48, -0.017_07, -0.009_25, 0.015_08, 0.751_68];
    tag(*b"sf32", matrix.into_iter().flat_map(fixed))
}

fn localized(text: &str) -> Vec<u8> {
    let letters: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut rest = Vec::new();
    for number in [1, 12] {
        rest.extend(u32::to_be_bytes(number));
    }
    rest.extend(b"enUS");
    rest.extend((letters.len() as u32).to_be_bytes());
    rest.extend(28u32.to_be_bytes());
    rest.extend(letters);
    tag(*b"mluc", rest)
}

/// The curve of sRGB: a straight line near black, then a power of 2.4.
fn parametric_curve() -> Vec<u8> {
    let numbers = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];
    let kind = [0, 3, 0, 0];
    tag(*b"para", kind.into_iter().chain(numbers.into_iter().flat_map(fixed)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::srgb;

    #[test]
    fn the_profile_says_its_own_length_and_its_tags_lie_within_it() {
        let profile = srgb();
        let number = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(number(0), profile.len());
        for tag in 0..number(128) {
            let entry = 132 + 12 * tag;
            assert!(number(entry + 4) % 4 == 0 && number(entry + 4) + number(entry + 8) <= profile.len());
        }
    }
}

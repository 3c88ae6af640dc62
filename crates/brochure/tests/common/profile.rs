//! A profile of a press that does not exist, made of the smallest tables that the format allows (ICC.1:2001-04).

/// The profile.
pub fn press_profile() -> Vec<u8> {
    let description = description("Test press");
    let (to_lab, to_inks) = (table(4, 3, to_lab), table(3, 4, to_inks));
    let tags: [(&[u8; 4], &[u8]); 8] = [
        (b"desc", &description),
        (b"wtpt", &white()),
        (b"A2B0", &to_lab),
        (b"A2B1", &to_lab),
        (b"A2B2", &to_lab),
        (b"B2A0", &to_inks),
        (b"B2A1", &to_inks),
        (b"B2A2", &to_inks),
    ];
    let start = 132 + 12 * tags.len();
    let (mut entries, mut data) = (Vec::new(), Vec::new());
    for (name, contents) in tags {
        entries.extend(*name);
        entries.extend(u32::try_from(start + data.len()).unwrap().to_be_bytes());
        entries.extend(u32::try_from(contents.len()).unwrap().to_be_bytes());
        data.extend(contents);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = vec![0; 128];
    profile[0..4].copy_from_slice(&u32::try_from(start + data.len()).unwrap().to_be_bytes());
    profile[8..12].copy_from_slice(&[2, 0x40, 0, 0]);
    profile[12..24].copy_from_slice(b"prtrCMYKLab ");
    profile[24..36].copy_from_slice(&[7, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    profile[36..40].copy_from_slice(b"acsp");
    profile[68..80].copy_from_slice(&white()[8..]);
    profile.extend(u32::try_from(tags.len()).unwrap().to_be_bytes());
    profile.extend(entries);
    profile.extend(data);
    profile
}

fn description(text: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(u32::try_from(text.len() + 1).unwrap().to_be_bytes());
    tag.extend(text.bytes());
    tag.push(0);
    tag.extend([0; 78]);
    tag
}

fn white() -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    for part in [0xf6d6_u32, 0x1_0000, 0xd32d] {
        tag.extend(part.to_be_bytes());
    }
    tag
}

/// A table of eight bits with two points along each axis, between straight curves.
fn table(inputs: u8, outputs: u8, at: fn(&[bool]) -> Vec<u8>) -> Vec<u8> {
    let mut tag = b"mft1\0\0\0\0".to_vec();
    tag.extend([inputs, outputs, 2, 0]);
    for n in 0..9 {
        tag.extend(if n % 4 == 0 { 0x1_0000_u32 } else { 0 }.to_be_bytes());
    }
    let straight = || 0..=255_u8;
    (0..inputs).for_each(|_| tag.extend(straight()));
    for point in 0..1_u32 << inputs {
        let corner: Vec<bool> = (0..inputs).rev().map(|axis| point >> axis & 1 == 1).collect();
        tag.extend(at(&corner));
    }
    (0..outputs).for_each(|_| tag.extend(straight()));
    tag
}

/// From cyan, magenta, yellow and black to lightness and two colours.
fn to_lab(inks: &[bool]) -> Vec<u8> {
    let dark = inks.iter().filter(|ink| **ink).count() as u8;
    vec![255 - dark.min(4) * 60, 128, 128]
}

/// From lightness and two colours to inks: black for darkness, and what the colours ask for.
fn to_inks(lab: &[bool]) -> Vec<u8> {
    let ink = |on: bool| if on { 120 } else { 0 };
    vec![ink(!lab[1]), ink(lab[1]), ink(lab[2]), if lab[0] { 0 } else { 200 }]
}

//! A quick way to know that a word is an ordinary one.

/// Which words are in none of the lists: nearly all, and they need not be looked up. A Bloom filter of one hash.
#[derive(Clone, Copy, Debug)]
pub(super) struct Familiar([u64; 64]);

impl Default for Familiar {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Familiar {
    pub(super) fn with(mut self, word: &str) -> Self {
        let (row, bit) = Self::place(word);
        self.0[row] |= bit;
        self
    }
    pub(super) fn may_hold(&self, word: &str) -> bool {
        let (row, bit) = Self::place(word);
        self.0[row] & bit != 0
    }
    fn place(word: &str) -> (usize, u64) {
        let hash = word.bytes().fold(0_u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(u32::from(byte)));
        let mixed = hash ^ (hash >> 13);
        ((mixed as usize >> 6) & 63, 1 << (mixed & 63))
    }
}

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
        let (row, bit) = Hash::of(word).place();
        self.0[row] |= bit;
        self
    }
    /// What one or the other may hold.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(row, other)| *row |= other);
        self
    }
    pub(super) fn may_hold(&self, word: &str) -> bool {
        self.may_hold_hash(Hash::of(word))
    }
    pub(super) fn may_hold_hash(&self, hash: Hash) -> bool {
        let (row, bit) = hash.place();
        self.0[row] & bit != 0
    }
}

/// The hash of a word, byte by byte.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hash(u32);

impl Hash {
    fn of(word: &str) -> Self {
        word.bytes().fold(Self::default(), Self::then)
    }
    pub(super) fn then(self, byte: u8) -> Self {
        Self(self.0.wrapping_mul(31).wrapping_add(u32::from(byte)))
    }
    fn place(self) -> (usize, u64) {
        let mixed = self.0 ^ (self.0 >> 13);
        ((mixed as usize >> 6) & 63, 1 << (mixed & 63))
    }
}

//! How many elements of a kind are open, where an end tag without a start tag ends nothing.

/// What some tags do to the number of open elements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// Start tags less end tags.
    net: isize,
    /// The least that it came to on the way; 0 at most.
    least: isize,
}

impl Count {
    /// One start tag.
    pub(super) const OPENS: Self = Self { net: 1, least: 0 };
    /// One end tag.
    pub(super) const CLOSES: Self = Self { net: -1, least: -1 };

    /// These tags and then others.
    pub(super) fn then(self, after: Self) -> Self {
        Self { net: self.net + after.net, least: self.least.min(self.net + after.least) }
    }

    /// Whether none is open, if none was before the first of these tags.
    pub(super) fn is_none(self) -> bool {
        self.net == self.least
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn check(tags: &str, open: isize) {
        let one = |tag| if tag == '+' { Count::OPENS } else { Count::CLOSES };
        let all = tags.chars().map(one).fold(Count::default(), Count::then);
        assert_eq!(all.net - all.least, open, "{tags}");
        for at in 0..tags.len() {
            let half = |tags: &str| tags.chars().map(one).fold(Count::default(), Count::then);
            assert_eq!(half(&tags[..at]).then(half(&tags[at..])), all, "{tags} in two at {at}");
        }
    }

    #[test]
    fn an_end_tag_without_a_start_tag_ends_nothing() {
        check("", 0);
        check("+", 1);
        check("++-", 1);
        check("-+", 1);
        check("+--+", 1);
        check("--++-", 1);
    }
}

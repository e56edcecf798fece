//! The card beside the text, and the link that it stands beside.

use palimpsest_contract::Target;

/// A card beside the link that opened it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What was looked up, one from the other; the card shows the last. Never empty.
    pub trail: Vec<Target>,
    /// The link that the card stands beside.
    pub anchor: Anchor,
    /// Whether the card stays when the pointer leaves it.
    pub pinned: bool,
}

impl Card {
    /// What the card shows.
    pub fn shown(&self) -> Option<Target> {
        self.trail.last().copied()
    }

    /// What its link leads to.
    pub fn linked(&self) -> Option<Target> {
        self.trail.first().copied()
    }

    /// Whether it stands beside the same link as another.
    pub fn is_beside_same(&self, other: &Self) -> bool {
        self.anchor == other.anchor && self.linked() == other.linked()
    }
}

/// The position of a link, by which it can be found again: nothing printed needs an id for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The id of the nearest place around the link: a sentence, an event, an entry.
    pub place: String,
    /// The link's index among the links of that place to the same target.
    pub nth: u32,
}

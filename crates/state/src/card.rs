//! The card beside the text, and the link that it stands beside.

use palimpsest_contract::Target;

/// A card beside the link that opened it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The entries that were looked up one from the other, never empty. The card shows the last.
    pub trail: Vec<Target>,
    /// The link that the card stands beside.
    pub anchor: Anchor,
    /// Whether the card stays when the pointer leaves it.
    pub pinned: bool,
}

impl Card {
    /// Returns the entry that the card shows.
    pub fn shown(&self) -> Option<Target> {
        self.trail.last().copied()
    }

    /// Returns the entry that the card's link leads to.
    pub fn linked(&self) -> Option<Target> {
        self.trail.first().copied()
    }

    /// Reports whether the card stands beside the same link as another.
    pub fn is_beside_same(&self, other: &Self) -> bool {
        self.anchor == other.anchor && self.linked() == other.linked()
    }
}

/// The position of a link, by which it can be found again without a printed id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The id of the nearest place around the link: a sentence, an event or another entry.
    pub place: String,
    /// The index of the link among the links in that place with the same target.
    pub nth: u32,
}

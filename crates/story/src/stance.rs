//! How people stand to each other.

use crate::words::words;

words! {
    /// One of the four kinds of relation that every story has.
    Stance {
        /// On the same side.
        Ally = "ally",
        /// Against each other within one party.
        Rival = "rival",
        /// Out to destroy.
        Enemy = "enemy",
        /// By blood, marriage or shared life.
        Family = "family",
    }
}

/// The kind of a relation: one of the four, or one that the editors define.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// One of the four kinds.
    Known(Stance),
    /// A kind that the editors define.
    Own(OwnStance),
}

impl Standing {
    /// Returns the name of the kind in files: `ally`, or the editors' own word.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(stance) => stance.word(),
            Self::Own(stance) => &stance.name,
        }
    }

    /// Returns the name that style sheets use for drawings of the kind: `ally`, or for the editors' own kinds the side and
    /// the color, `above-steel`.
    pub fn drawing(&self) -> String {
        match self {
            Self::Known(stance) => stance.word().to_owned(),
            Self::Own(OwnStance { side, color, .. }) => format!("{}-{}", side.word(), color.word()),
        }
    }
}

/// A kind of relation that the editors define.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnStance {
    /// The word for it on the page: `patron`.
    pub name: String,
    /// The side of the line on which it is drawn.
    pub side: StanceSide,
    /// The color in which it is drawn.
    pub color: StanceColor,
}

words! {
    /// The side of the line on which a relation is drawn.
    StanceSide {
        /// Above the line, where allies are.
        Above = "above",
        /// Under the line, where opponents are.
        Under = "under",
        /// On the line, where the family is.
        On = "on",
    }
}

words! {
    /// The color of a relation, which has a light and a dark form.
    StanceColor {
        /// The blue gray of allies and lives.
        Steel = "steel",
        /// The brown of families and of what the editors say.
        Ochre = "ochre",
        /// The red of opponents and links.
        Red = "red",
        /// The color of the text.
        Ink = "ink",
        /// A lighter one than that of the text.
        Gray = "gray",
    }
}

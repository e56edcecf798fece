//! Facts on which sources differ.

use crate::words::words;
use crate::{Prose, Target};

/// A fact on which sources differ, with what each side holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The person, event or note that it belongs to.
    pub about: Target,
    /// What the fact is: `Birthplace`.
    pub title: String,
    /// What is held, in the editors' order; at least two, of which at most one is accepted.
    pub values: Vec<ClaimValue>,
}

/// One of the values of a [`Claim`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimValue {
    /// The value: `Mexico City`.
    pub value: String,
    /// How it stands.
    pub status: ClaimStatus,
    /// Who holds it and why, with citations.
    pub text: Prose,
}

words! {
    /// How a value of a contested fact stands.
    ClaimStatus {
        /// The value that the edition uses.
        Accepted = "accepted",
        /// Held by some, and possible.
        Disputed = "disputed",
        /// Held by some, and refuted.
        Rejected = "rejected",
    }
}

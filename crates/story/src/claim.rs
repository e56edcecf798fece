//! Facts on which sources differ.

use crate::words::words;
use crate::{Prose, Target};

/// A fact on which sources differ, with what each of them says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The person, event or note that the fact is about.
    pub about: Target,
    /// The title of the fact: `Birthplace`.
    pub title: String,
    /// The competing values, in the editors' order: at least two, of which at most one is accepted.
    pub values: Vec<ClaimValue>,
}

/// One of the values of a [`Claim`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimValue {
    /// The value: `Mexico City`.
    pub value: String,
    /// The status of the value.
    pub status: ClaimStatus,
    /// Who holds the value to be true and why, with citations.
    pub text: Prose,
}

words! {
    /// The status of a value of a contested fact.
    ClaimStatus {
        /// The value that the edition uses.
        Accepted = "accepted",
        /// Held by some, and possible.
        Disputed = "disputed",
        /// Held by some, and refuted.
        Rejected = "rejected",
    }
}

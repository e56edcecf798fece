//! The log of the editors' own corrections.

use crate::Prose;

/// The corrections of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The day, in ISO 8601.
    pub date: String,
    /// What the version is called: `Second edition`.
    pub title: String,
    /// What was corrected and why, a paragraph for each.
    pub changes: Vec<Prose>,
}

//! The log of the editors' own corrections.

use crate::Prose;

/// The corrections of one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The day of the version, in ISO 8601.
    pub date: String,
    /// The name of the version: `Second edition`.
    pub title: String,
    /// What was corrected and why, one paragraph for each correction.
    pub changes: Vec<Prose>,
}

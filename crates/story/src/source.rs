//! The cited works.

use crate::{Prose, SourceId, Target};

/// A published work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// As in `sources.json`.
    pub id: SourceId,
    /// Author and year: `Avrich 1970`.
    pub short: String,
    /// The full citation.
    pub citation: Prose,
    /// Where the work can be read.
    pub url: Option<String>,
    /// The work as a CSL-JSON object, as the editors wrote it, without whitespace.
    pub csl: String,
    /// The people, events and notes that cite it, in the order of the page.
    pub supports: Vec<Target>,
}

//! The works that our statements rest on.

use crate::{Prose, SourceId, Target};

/// A published work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Author and year, for use beside a statement: `Avrich 1970`.
    pub short: String,
    /// The whole citation.
    pub citation: Prose,
    /// Where it can be read.
    pub url: Option<String>,
    /// The work as one object in CSL-JSON, as the editors gave it, without blanks.
    pub csl: String,
    /// What rests on it: people, events and notes, in the order of the page.
    pub supports: Vec<Target>,
}

//! Citations.

use crate::{PassageId, SourceId};

/// What a statement rests on: a work, and the passage of it that the editors read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The work.
    pub source: SourceId,
    /// The passage; `None` if the editors do not say what they read.
    pub passage: Option<PassageId>,
}

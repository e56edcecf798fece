//! The cited works, and what the editors read of them.

use crate::words::words;
use crate::{Date, PassageId, Prose, SourceId, Target};

/// A work that is cited or recommended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The id of the work in `sources.json`.
    pub id: SourceId,
    /// The author and the year: `Avrich 1970`.
    pub short: String,
    /// The full citation.
    pub citation: Prose,
    /// The address where the work can be read.
    pub url: Option<String>,
    /// The work as a CSL-JSON object, as the editors wrote it, without white space, but with an id and with CSL's name for its
    /// type.
    pub csl: String,
    /// The people, events and notes that cite the work, in page order.
    pub supports: Vec<Target>,
    /// What the editors read of the work, in the order of their file. Empty for a work that nobody has opened, and in a
    /// story that does not say what was read.
    pub passages: Vec<Passage>,
    /// Set for a work that nobody has opened but that readers may want.
    pub further: Option<Further>,
}

/// A passage of a work that the editors read, on which some of their statements rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The id of the passage in `passages.toml`.
    pub id: PassageId,
    /// The location in the work: `ch. 10`. `None` for the work as a whole, or if the copy did not show it.
    pub at: Option<String>,
    /// The day on which the passage was read.
    pub read: Date,
    /// How much of the passage was read.
    pub extent: ReadExtent,
    /// The weight of the passage as evidence.
    pub grade: Grade,
    /// What the passage says, in the editors' words, as far as statements rest on it.
    pub says: String,
    /// The people, events and notes that cite the passage, in page order.
    pub supports: Vec<Target>,
}

words! {
    /// How much of a passage was read.
    ReadExtent {
        /// All of the work, or all of the part that is named.
        Whole = "whole",
        /// More than a page of it.
        Part = "part",
        /// A page or less, as a search or a preview shows it.
        Excerpt = "excerpt",
    }
}

words! {
    /// The weight of a passage as evidence.
    Grade {
        /// A primary text or scholarship.
        A = "A",
        /// A reference work, a museum, an archive, the press.
        B = "B",
        /// Wikipedia, a blog, a partisan page or another weak one.
        C = "C",
    }
}

/// The reason why a work that nobody has opened is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Further {
    /// What readers find in it.
    pub why: String,
    /// The passage that names the work.
    pub named_by: Option<PassageId>,
}

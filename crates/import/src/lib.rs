//! A file of another program becomes a draft of a story: a folder that builds, in which what is missing is marked, and a list
//! of what had no place, so that nothing is lost in silence.
//!
//! [`read()`] finds out what a file is ([`Format`]) and makes a [`Draft`] of it; [`build`] makes files of the draft.
//!
//! A reader is a module of `read` with a function from a file to a draft. It puts everything that it finds into the draft: into
//! the fields that are made for it, or else into [`Draft::leftovers`] with the place where it stood. It need not care for what
//! the story's format demands: the writer makes ids, marks what is missing, and quotes.

mod draft;
mod error;
mod format;
mod mend;
mod read;
mod text;
mod write;

pub use draft::{
    Article, Citation, Claim, ClaimValue, Draft, Event, Further, Leftover, Life, Office, Passage, Person, Phase, Place,
    Relation, Statement, Stay, Work,
};
pub use error::Error;
pub use format::Format;
pub use mend::build;
pub use read::read;
pub use text::Markdown;
pub use write::Written;

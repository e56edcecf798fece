//! Turns a file from another program into a draft of a story: a folder that builds and marks what is missing, with a list of
//! what had no place in it, so that nothing is lost silently.
//!
//! [`read()`] recognizes the [`Format`] of a file and makes a [`Draft`] from it; [`build`] makes files from the draft.
//!
//! A reader is a module of `read` with a function from a file to a draft. It puts everything it finds into the draft: into
//! the field meant for it, or else into [`Draft::leftovers`], with the place where it stood. It need not know what the
//! story's format requires: the writer makes ids, marks what is missing, and quotes texts.

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

//! Converts a file from another program to a draft of a story: a folder that builds and in which missing parts are marked. A
//! list of everything that had no place in the draft makes sure that nothing is lost silently.
//!
//! [`read()`] detects the [`Format`] of a file and makes a [`Draft`] from it; [`build`] makes files from the draft.
//!
//! A reader is a module of `read` with a function from a file to a draft. It puts everything that it finds into the draft:
//! into the matching field, or else into [`Draft::leftovers`], with its position in the file. It need not know what the
//! story's format requires: the writer creates ids, marks missing parts, and quotes texts.

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

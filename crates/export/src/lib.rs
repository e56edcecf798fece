//! Exports a [`Story`](palimpsest_story::Story) for other programs: its timeline and citations as files ([`Format`]), a
//! citation for everything on its page ([`cite`]), and all of it as data for archiving ([`data`]).
//!
//! Nothing here reads a clock, a file, or the network: the same story always gives the same bytes.

mod citation;
pub mod data;
mod date;
mod digest;
mod epub;
#[cfg(test)]
mod fixture;
mod format;
mod media;
mod xml;

pub use citation::{Citation, Cited, EntryTitle, Templates, cite, entry_title, templates, templates_at};
pub use digest::{integrity, sha256};
pub use format::{Export, Format, Omitted, Reason, Subject, place_name};
pub use media::Media;

//! A [`Story`](palimpsest_story::Story) as text for other programs: its timeline and citations as files ([`Format`]), and a
//! citation of everything on its page ([`cite`]).
//!
//! Nothing here reads a clock, a file, or the network: the same story always gives the same text.

mod citation;
mod date;
#[cfg(test)]
mod fixture;
mod format;

pub use citation::{Citation, Cited, EntryTitle, Templates, cite, entry_title, templates, templates_at};
pub use format::{Export, Format, Subject, place_name};

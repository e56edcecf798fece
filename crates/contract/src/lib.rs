//! What the printed page and the browser program share.
//!
//! The build prints a page, and a program that has never seen the story works on it. Everything that both sides must agree
//! on is defined here: code that uses an item of this crate cannot misspell it, and tests of the printed page check the
//! literals.
//!
//! - [`Outline`] is the part of a story that the page carries as data;
//! - [`hook`] contains every id, class and attribute that one side prints and the other side (or a style sheet) looks for;
//! - [`placeholder`] contains the placeholders in citations for what only the program knows, and [`citing`] fills them in;
//! - [`text`] searches in texts, in few bytes;
//! - [`Message`] lists the program's own messages, which the build takes from the catalog of the page's language.
//!
//! The crate does no I/O and depends neither on Yew nor on the browser.

pub mod citing;
pub mod hook;
mod message;
mod outline;
pub mod placeholder;
pub mod text;
mod wire;

/// The folder of the small pages, one for each entry.
pub const ENTRY_PAGES: &str = "e";

/// Returns the path of an entry's own small page within the site. That page leads on to the entry.
pub fn entry_page(id: &str) -> String {
    [ENTRY_PAGES, "/", id, ".html"].concat()
}

pub use message::{Catalog, Message, Pattern, Variant};
pub use outline::{Citation, CitedTitle, Event, Outline, Person, Span, Target, Titled};
pub use wire::Json;

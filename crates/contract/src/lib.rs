//! What the printed page and the browser program share.
//!
//! The build prints a page, and a program that never saw the story works on it. What both ends must agree on is defined
//! here: an end that uses an item of this crate cannot misspell it, and tests of the printed page check the literals.
//!
//! - [`Outline`] is the part of a story that travels in the page as data;
//! - [`hook`] has every id, class and attribute that one end prints and the other end (or a style sheet) looks for;
//! - [`placeholder`] has what stands in citations for what the program knows, and [`citing`] puts it in;
//! - [`Message`] has the program's own words, which the build takes from the catalog of the page's language.
//!
//! The crate does no I/O and knows neither Yew nor the browser.

pub mod citing;
pub mod hook;
mod message;
mod outline;
pub mod placeholder;
mod wire;

/// The folder of the small pages, one for each entry.
pub const ENTRY_PAGES: &str = "e";

/// The path of an entry's own small page in the site. It leads on to the entry.
pub fn entry_page(id: &str) -> String {
    [ENTRY_PAGES, "/", id, ".html"].concat()
}

pub use message::{Catalog, Message, Pattern, Variant};
pub use outline::{Citation, CitedTitle, Event, Outline, Person, Span, Target, Titled};
pub use wire::Json;

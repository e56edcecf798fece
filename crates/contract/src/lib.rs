//! What the printed page and the browser program share.
//!
//! The build prints a page, and a program that never saw the story works on it. What both ends must agree on is defined
//! here: an end that uses an item of this crate cannot misspell it, and tests of the printed page check the literals.
//!
//! - [`Outline`] is the part of a story that travels in the page as data;
//! - [`Command`] is what a control asks for;
//! - [`hook`] has every id, class and attribute that one end prints and the other end (or a style sheet) looks for;
//! - [`placeholder`] has what the program fills into citations;
//! - [`Message`] has the program's own words, which the build takes from the catalog of the page's language.
//!
//! The crate does no I/O and knows neither Yew nor the browser.

mod command;
pub mod hook;
mod message;
mod outline;
pub mod placeholder;
mod wire;

pub use command::Command;
pub use message::{Catalog, Message, Pattern, Variant};
pub use outline::{Citation, CitedTitle, Event, Outline, Person, Span, Target, Titled};
pub use wire::Json;

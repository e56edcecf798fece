//! The parts of the page, one a file. Parts with handlers are components; parts that only show are functions.

mod article;
mod card;
mod date;
mod drawn;
mod event;
mod facts;
mod masthead;
mod mention;
mod note;
mod person;
mod prose;
pub(crate) mod reader;
mod reading;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod still;
mod theme;
mod timeline;

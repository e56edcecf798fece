//! The parts of the page, one a file. Parts with handlers are components; parts that only show are functions.

mod article;
mod card;
mod date;
mod event;
mod facts;
mod masthead;
mod mention;
mod notes;
mod people;
mod person;
mod prose;
pub(crate) mod reader;
mod reading;
mod sources;
mod timeline;

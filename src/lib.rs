//! The program in the browser. It makes a printed page explorable, and never changes a word of it.
//!
//! Everything that a reader can change is one value ([`state`]); the page's [`address`] is that value as a URL. From the state
//! follow [`marks`] on the printed page and what the `components` draw; what has to be done once is an act ([`acts`]). Only
//! [`browser`] touches the browser.

pub mod acts;
pub mod address;
pub mod app;
mod arrangement;
pub mod browser;
pub mod card;
mod components;
mod handlers;
pub mod lens;
pub mod marks;
pub mod search;
pub mod settings;
pub mod state;
mod words;
pub mod years;

//! What a reader does, as actions on one value, and what the program is then asked to do. No browser.

mod cards;
mod censor;
mod page;
mod program;
mod timeline;

//! The page in other tools: reader modes, find-in-page, printers, translators, the clipboard. What each
//! must do, and which journey checks it in which engine, is in `docs/reading.md`.

mod copy;
mod find;
pub mod print;
mod reader_mode;
mod translation;
mod words;

use crate::harness::Journey;

/// All of them.
pub fn journeys() -> Vec<Journey> {
    [copy::journeys(), find::journeys(), print::journeys(), reader_mode::journeys(), translation::journeys()].concat()
}

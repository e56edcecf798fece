//! What [`reduce`](palimpsest_state::reduce()) asks for, done in the browser.

mod card;
mod perform;
mod share;

pub use perform::Performer;

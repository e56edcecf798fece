//! The acts that [`reduce`](palimpsest_state::reduce()) asks for, performed in the browser.

mod card;
mod perform;
mod share;

pub use perform::Performer;

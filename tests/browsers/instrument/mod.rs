//! Text, time and people as one instrument: what a reader comes for, done by pointer and by keyboard alone, on a desk
//! (1280 px) and on a phone (320 px).

mod follow;
mod hover;
mod look_up;
mod order;
mod reader;
mod scale;
mod search;
mod settings;
mod share;

use crate::harness::Journey;

/// All of them.
pub fn journeys() -> Vec<Journey> {
    [
        follow::journeys(),
        hover::journeys(),
        look_up::journeys(),
        order::journeys(),
        scale::journeys(),
        search::journeys(),
        settings::journeys(),
        share::journeys(),
    ]
    .concat()
}

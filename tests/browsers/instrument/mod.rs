//! Text, time and people as one instrument: what readers come for, done by pointer alone and by keyboard alone, on a desktop
//! (1280 px) and on a phone (320 px).

mod chart;
mod follow;
mod hover;
mod look_up;
mod order;
mod reader;
mod scale;
mod search;
mod settings;
mod share;
mod take;

use crate::harness::Journey;

/// All journeys of the submodules.
pub fn journeys() -> Vec<Journey> {
    [
        chart::journeys(),
        follow::journeys(),
        hover::journeys(),
        look_up::journeys(),
        order::journeys(),
        scale::journeys(),
        search::journeys(),
        settings::journeys(),
        share::journeys(),
        take::journeys(),
    ]
    .concat()
}

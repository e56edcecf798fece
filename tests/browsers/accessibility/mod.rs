//! What the page is to those who do not see it, do not point, or set their system otherwise: roles and names as the
//! browsers compute them, the way of the focus, what is told of changes, the outline, text that is made larger, targets
//! for a finger, colors and motion that a reader's system asks for. `docs/accessibility.md` says which criterion of
//! WCAG each of them holds.

pub mod axe;
mod keyboard;
mod live;
mod outline;
mod preferences;
mod roles;
mod states;
mod targets;
mod zoom;

use crate::harness::Journey;

/// All of them.
pub fn journeys() -> Vec<Journey> {
    [
        axe::journeys(),
        keyboard::journeys(),
        live::journeys(),
        outline::journeys(),
        preferences::journeys(),
        roles::journeys(),
        targets::journeys(),
        zoom::journeys(),
    ]
    .concat()
}

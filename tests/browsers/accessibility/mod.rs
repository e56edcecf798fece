//! What the page is to those who do not see it, do not use a pointer, or have set preferences in their system: roles and
//! names as the browsers compute them, the path of the focus, announcements of changes, the outline, enlarged text, targets
//! for a finger, and the colors and motion that a reader's system asks for. `docs/accessibility.md` says which criterion of
//! WCAG each of them checks.

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

/// All journeys of the submodules.
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

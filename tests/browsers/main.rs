//! What a reader does, done in three real browsers with the built page in `dist/`. Run by `cargo xtask test`, which
//! installs the browsers, builds the page and names both in the environment.
//!
//! A journey is an async function that takes an [`engine::Engine`]. `journeys!` names those of a module, and [`harness`]
//! makes three tests of each: `name::chromium`, `name::firefox`, `name::webkit`. What an engine cannot be asked a journey
//! leaves out there, and `docs/browsers.md` says so with the reason. A journey
//!
//! 1. serves a folder ([`site`]), sound or with any trouble on the way, from an origin of its own,
//! 2. has a browser for itself ([`driver`], [`engine`]): a new tab, where nothing is known of that origin,
//! 3. does what a reader does, by real clicks and keys, and waits for states, never for time ([`page`], [`hand`]),
//! 4. asserts what the page then is, and that nothing complained ([`page::Page::complaints`]).
//!
//! As many journeys run at once as the machine has processors: that is how the harness counts its threads, and each
//! journey keeps about one of them busy. A browser that comes out of a journey well is kept for the next one.

#![allow(clippy::doc_markdown, reason = "WebDriver, WebKit and DevTools are names and not code")]
#![allow(clippy::unwrap_used, reason = "a test ends at the first thing that is not as it must be")]

#[macro_use]
mod harness;

mod accessibility;
mod cards;
mod driver;
mod endurance;
mod engine;
mod engines;
mod events;
mod failures;
mod hand;
mod hydration;
mod instrument;
mod narrow;
mod notes;
mod offline;
mod other_story;
mod page;
mod patience;
mod reading;
mod screen;
mod security;
mod shots;
mod site;
mod theme;
mod travel;
mod without_program;

fn main() -> std::process::ExitCode {
    let journeys = [
        accessibility::journeys(),
        cards::journeys(),
        endurance::journeys(),
        endurance::long_journeys(),
        engines::journeys(),
        events::journeys(),
        failures::journeys(),
        hydration::journeys(),
        instrument::journeys(),
        narrow::journeys(),
        notes::journeys(),
        offline::journeys(),
        other_story::journeys(),
        reading::journeys(),
        security::journeys(),
        theme::journeys(),
        travel::journeys(),
        without_program::journeys(),
    ];
    harness::run(&journeys.concat(), || Box::pin(shots::pictures()))
}

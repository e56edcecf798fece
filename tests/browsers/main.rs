//! What a reader does, in three real browsers, with the built page in `dist/`. `cargo xtask test` installs the browsers,
//! builds the page and sets the environment variables.
//!
//! A journey is an async function that takes an [`engine::Engine`]. `journeys!` names those of a module, and [`harness`]
//! makes three tests of each: `name::chromium`, `name::firefox`, `name::webkit`. A journey skips what an engine cannot do;
//! `docs/browsers.md` gives the reason. A journey
//!
//! 1. serves a folder from its own origin ([`site`]), with or without injected failures,
//! 2. has a browser to itself ([`driver`], [`engine`]): a new tab, with nothing stored for that origin,
//! 3. acts by real clicks and keys, and waits for states, never for time ([`page`], [`input`]),
//! 4. asserts the state of the page, and that nothing was reported ([`page::Page::complaints`]).
//!
//! As many journeys run in parallel as the machine has processors, because each keeps about one busy. The browser of a
//! journey that passes is reused for the next one.

#![allow(clippy::doc_markdown, reason = "WebDriver, WebKit and DevTools are names and not code")]
#![allow(clippy::unwrap_used, reason = "a test ends at the first thing that is not as it must be")]

#[macro_use]
mod harness;

mod accessibility;
mod card_place;
mod cards;
mod censor;
mod driver;
mod embed;
mod endurance;
mod engine;
mod engines;
mod events;
mod examples;
mod failures;
mod file;
mod input;
mod instrument;
mod journey;
mod narrow;
mod notes;
mod offline;
mod other_story;
mod page;
mod patience;
mod reading;
mod screen;
mod security;
mod shape;
mod shots;
mod site;
mod start;
mod theme;
mod travel;
mod without_program;

fn main() -> std::process::ExitCode {
    let journeys = [
        accessibility::journeys(),
        card_place::journeys(),
        cards::journeys(),
        censor::journeys(),
        embed::journeys(),
        endurance::journeys(),
        endurance::long_journeys(),
        engines::journeys(),
        events::journeys(),
        examples::journeys(),
        failures::journeys(),
        file::journeys(),
        start::journeys(),
        instrument::journeys(),
        journey::journeys(),
        narrow::journeys(),
        notes::journeys(),
        offline::journeys(),
        other_story::journeys(),
        reading::journeys(),
        security::journeys(),
        shape::journeys(),
        theme::journeys(),
        travel::journeys(),
        without_program::journeys(),
    ];
    harness::run(&journeys.concat(), || Box::pin(shots::pictures()))
}

//! What a reader does, done in three real browsers with the built page in `dist/`. Run by `cargo xtask test`, which
//! installs the browsers, builds the page and names both in the environment.
//!
//! A journey is an async function that takes an [`Engine`]. `journey!(name)` makes three tests of it: `name::chromium`,
//! `name::firefox`, `name::webkit`. None is left out in any engine. A journey
//!
//! 1. serves a folder ([`site`]), sound or with a program that is missing, corrupt or late,
//! 2. starts a browser of its own ([`driver`], [`engine`]), with a new profile, which ends with the journey,
//! 3. does what a reader does, by real clicks and keys, and waits for states, never for time ([`page`]),
//! 4. asserts what the page then is, and that nothing complained ([`page::Page::complaints`]).
//!
//! As many journeys run at once as the machine has processors: that is how the test harness counts its threads, and
//! each journey keeps about one of them busy.

#![allow(clippy::doc_markdown, reason = "WebDriver, WebKit and DevTools are names and not code")]
#![allow(clippy::unwrap_used, reason = "a test ends at the first thing that is not as it must be")]

/// Makes the tests of a journey, one for each engine.
macro_rules! journey {
    ($name:ident) => {
        mod $name {
            journey!(@runs $name chromium Chromium);
            journey!(@runs $name firefox Firefox);
            journey!(@runs $name webkit WebKit);
        }
    };
    (@runs $name:ident $test:ident $engine:ident) => {
        #[tokio::test]
        async fn $test() {
            let journey = Box::pin(super::$name(crate::engine::Engine::$engine));
            tokio::time::timeout(crate::page::JOURNEY, journey).await.expect("the journey ends in time");
        }
    };
}

mod accessibility;
mod cards;
mod driver;
mod engine;
mod events;
mod hydration;
mod instrument;
mod narrow;
mod notes;
mod other_story;
mod page;
mod shots;
mod site;
mod theme;
mod travel;
mod without_program;

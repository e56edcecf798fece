//! The program in the browser. It makes a printed page explorable and never changes a word of it.
//!
//! Everything that a reader can change is a single value, and everything that follows from it is computed without side
//! effects in `palimpsest_state`. This crate connects that value to the browser: `handlers` turn what the browser reports
//! into actions, `components` draw what changes, and `acts` perform one-time effects. Only `browser` touches the browser.
//!
//! This file is the entry point: it finds the outline and the islands on the page and mounts the program. If a part is
//! missing, the page stays as it is printed, and it is complete without the program.

mod acts;
mod app;
mod arrangement;
mod browser;
mod components;
mod handlers;
mod words;

use app::{App, AppProps};
use browser::islands::Islands;
use browser::page;

/// A small allocator that runs in constant time, whatever was allocated before.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The amount of memory that is allocated in advance, 1 MiB, so that memory does not grow in use. Before this was done,
/// memory grew with the first cards, and there `WebKit` 2.50 twice reported an out-of-bounds access that nobody could
/// reproduce (docs/endurance.md).
const RESERVED: usize = 1 << 20;

fn main() {
    let mut reserved = Vec::<u8>::new();
    // If less is available, memory grows as needed.
    drop(reserved.try_reserve_exact(RESERVED));
    drop(std::hint::black_box(reserved));
    let parts = || -> Result<_, String> {
        let root = page::required(palimpsest_contract::hook::id::PROGRAM)?;
        Ok((root, AppProps { outline: page::outline()?.into(), islands: Islands::find()? }))
    };
    match parts() {
        // This runs in a task of its own, so that clicks and keys are handled in between.
        Ok((root, props)) => page::in_next_task(move || {
            yew::Renderer::<App>::with_root_and_props(root, props).render();
        }),
        Err(reason) => page::report(&reason),
    }
}

//! The program in the browser. It makes a printed page explorable, and never changes a word of it.
//!
//! Everything that a reader can change is one value, and what follows from it is pure: that is `palimpsest_state`. Here it
//! meets the browser: `handlers` turn what the browser reports into actions, `components` draw what changes, `acts` are
//! done once. Only `browser` touches the browser.
//!
//! This file is the entry point: it finds the outline and the islands on the page, and mounts the program. When a part is
//! missing the page stays as it is printed, which is complete without the program.

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

/// Small, and never slow: it takes the same time whatever was allocated before.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Pre-allocate 1 MiB so that memory does not grow in use. Before this was done, memory grew with the first cards, and there
/// `WebKit` 2.50 twice reported an access out of bounds that nobody could reproduce (docs/endurance.md).
const RESERVED: usize = 1 << 20;

fn main() {
    let mut reserved = Vec::<u8>::new();
    // Where there is less, memory grows as it is needed.
    drop(reserved.try_reserve_exact(RESERVED));
    drop(std::hint::black_box(reserved));
    let parts = || -> Result<_, String> {
        let root = page::required(palimpsest_contract::hook::id::PROGRAM)?;
        Ok((root, AppProps { outline: page::outline()?.into(), islands: Islands::find()? }))
    };
    match parts() {
        // In a task of its own, so that clicks and keys get their turn.
        Ok((root, props)) => page::in_next_task(move || {
            yew::Renderer::<App>::with_root_and_props(root, props).render();
        }),
        Err(reason) => page::report(&reason),
    }
}

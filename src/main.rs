//! Browser entry: takes the story from the page, hydrates `#reader`, nothing else.
//!
//! When a part is missing the printed page stays as it is: it is complete without this program.

/// Small, and never slow: it takes the same time whatever was allocated before.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Bytes that are asked for at once when the program begins, and then given out: all that it needs. Before, memory grew with the
/// first cards, and there `WebKit` 2.50 was twice seen to tell of an access out of bounds. Nobody could repeat it, so this may be
/// its cure and may not (docs/endurance.md).
#[cfg(target_arch = "wasm32")]
const ROOM: usize = 1 << 20;

#[cfg(target_arch = "wasm32")]
fn main() {
    use palimpsest::{Reader, ReaderProps, Still, browser::page};

    let mut room = Vec::<u8>::new();
    // Where there is less, it grows as it goes.
    drop(room.try_reserve_exact(ROOM));
    drop(std::hint::black_box(room));
    match page::story() {
        Ok((root, story)) => {
            let props = ReaderProps { story: story.into(), still: Still::default().into() };
            page::soon(move || drop(yew::Renderer::<Reader>::with_root_and_props(root, props).hydrate()));
        }
        Err(reason) => page::report(&reason),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: `cargo xtask serve` shows the page.");
    std::process::exit(2);
}

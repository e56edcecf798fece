//! Browser entry: takes the story from the page, hydrates `#reader`, nothing else.
//!
//! When a part is missing the printed page stays as it is: it is complete without this program.

#[cfg(target_arch = "wasm32")]
fn main() {
    use palimpsest::{Reader, ReaderProps, Still, browser::page};

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

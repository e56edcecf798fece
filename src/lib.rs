//! The reader: a [`Story`](palimpsest_story::Story) goes in, the page comes out.
//!
//! The press prints [`Reader`] natively; the browser hydrates the same component over what was printed. Everything that
//! a reader can change is one value ([`state`]), its place in the page's URL is [`address`], and only [`browser`]
//! touches the browser. The reader knows no story and parses none: the compiler did.

pub mod address;
pub mod browser;
mod components;
#[cfg(not(target_arch = "wasm32"))]
mod print;
pub mod scale;
pub mod state;
pub mod still;

pub use components::reader::{Reader, ReaderProps};
#[cfg(not(target_arch = "wasm32"))]
pub use print::print;
pub use still::Still;

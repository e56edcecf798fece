//! The reader: a [`Story`](palimpsest_story::Story) goes in, the page comes out.
//!
//! The press prints [`Reader`] natively; the browser hydrates the same component over what was printed. Everything that
//! a reader can change is one value ([`state`]), the page's URL is that value's [`address`], and only [`browser`] touches
//! the browser. The reader knows no story and parses none: the compiler did.

pub mod address;
pub mod age;
pub mod browser;
pub mod command;
mod components;
mod effects;
pub mod lens;
#[cfg(not(target_arch = "wasm32"))]
mod print;
mod reports;
pub mod scale;
pub mod search;
pub mod settings;
pub mod state;
pub mod still;
pub mod take;

pub use components::reader::{Reader, ReaderProps};
#[cfg(not(target_arch = "wasm32"))]
pub use print::print;
pub use still::Still;

//! Everything that a reader can change, as one value, and everything that follows from it.
//!
//! [`reduce()`] takes an [`Action`] from one [`State`] to the next and returns the [`Act`]s to perform once. How the page
//! then looks follows from the state alone: [`marks()`] returns the attributes that the printed page bears, and [`Address`]
//! is the state as a URL. [`Command`] is what a control asks for, with its effect; [`settings`] contains the choices that a
//! device remembers; [`search`] finds what is on the page.
//!
//! The build prints controls from [`Command`] and [`settings`], and the program performs what they ask for. The crate does
//! no I/O: it cannot touch the browser, and all of it is tested natively.

mod act;
mod action;
mod address;
mod answer;
mod card;
mod command;
mod history;
mod lens;
mod marks;
mod nearest;
mod pointing;
mod reduce;
mod reduction;
pub mod search;
pub mod settings;
mod state;
mod timeline;
mod years;

pub use act::{Act, Delayed};
pub use action::Action;
pub use address::Address;
pub use card::{Anchor, Card};
pub use command::{Command, UnknownCommand};
pub use history::{History, HistoryEntry, Known};
pub use lens::{Lens, Order, Scope};
pub use marks::{Group, Key, Mark, Node, marks, result_id};
pub use pointing::{Line, Pointed, Pointing, Spot};
pub use reduce::{Outcome, reduce};
pub use settings::{Choice, Settings};
pub use state::{Course, Panel, State};
pub use timeline::Gesture;
pub use years::Years;

//! The only code that touches the browser. It makes no decisions: it reads, writes and reports.

pub(crate) mod anchor;
pub mod apply;
pub mod clicks;
pub mod clipboard;
pub mod clock;
pub mod copy;
pub mod dialog;
mod drawing;
pub mod events;
pub mod gestures;
pub mod history;
pub mod hover;
pub mod index;
pub mod islands;
pub mod keys;
pub mod language;
pub mod links;
pub mod motion;
pub mod page;
pub mod passage;
pub mod pointing;
pub mod popover;
pub mod printer;
pub mod rail;
pub mod settings;
pub mod share;

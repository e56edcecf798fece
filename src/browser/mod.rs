//! The only code that touches the browser. Nothing here decides anything: it reads, it acts, it reports.

pub mod details;
pub mod dialog;
pub mod gestures;
pub mod history;
pub mod hover;
pub mod keys;
pub mod links;
pub mod marks;
pub mod motion;
pub mod page;
pub mod passage;
pub mod popover;
pub mod printed;
pub mod settings;
pub mod sharing;

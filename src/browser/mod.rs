//! The only code that touches the browser. Nothing here decides anything: it reads, it acts, it reports.

pub mod details;
pub mod links;
pub mod page;
pub mod popover;
pub mod theme;

//! Works as CSL-JSON describes them: the file (`file`), addresses (`address`), the fields and the kinds of works (`fields`,
//! `kind`), names, dates and texts, and how a style
//! sets them (`style`, `case`, `quotes`).

pub(crate) mod address;
pub(crate) mod case;
pub(crate) mod date;
pub(crate) mod fields;
pub(crate) mod file;
pub(crate) mod kind;
pub(crate) mod names;
pub(crate) mod quotes;
pub(crate) mod season;
pub(crate) mod style;
pub(crate) mod text;

//! The readers, one for each format.

mod gedcom;

use crate::draft::Draft;
use crate::error::Error;
use crate::format::Format;

/// Makes a draft of a file.
///
/// # Errors
///
/// What is wrong with the file, and where: see [`Error`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Draft, Error> {
    let format = Format::of(name, bytes)?;
    if format == Format::Gedcom {
        return gedcom::read(name, bytes);
    }
    Err(Error::new(name, format!("{format:?} is not read yet"), "wait for the next version"))
}

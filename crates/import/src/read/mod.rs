//! The readers, one for each format.

mod bibtex;
mod csl;
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
    match format {
        Format::Bibtex => return bibtex::read(name, bytes),
        Format::Csl => return csl::read(name, bytes),
        Format::Gedcom => return gedcom::read(name, bytes),
        _ => {}
    }
    Err(Error::new(name, format!("{format:?} is not read yet"), "wait for the next version"))
}

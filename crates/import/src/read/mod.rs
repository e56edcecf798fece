//! The readers, one for each format.

mod article;
mod bibtex;
mod csl;
mod date;
mod front;
mod gedcom;
mod html;
mod json;
mod passages;
mod sheet;
mod slide;
mod table;
mod timeline;
mod timeline_js;
mod works;

use std::path::Path;

use crate::draft::Draft;
use crate::error::Error;
use crate::format::Format;
use table::Table;

/// Makes a draft from a file. Pictures are looked for in `folder`, the folder of the file.
///
/// # Errors
///
/// Returns an error if the file cannot be read. The [`Error`] says what is wrong with it, where, and how to fix it.
pub fn read(name: &str, bytes: &[u8], folder: Option<&Path>) -> Result<Draft, Error> {
    let format = Format::of(name, bytes)?;
    let draft = match format {
        Format::TimelineJs => timeline_js::read(name, bytes),
        Format::Table => sheet::read(name, Table::csv(name, bytes)?),
        Format::Spreadsheet => sheet::read(name, Table::spreadsheet(name, bytes)?),
        Format::Timeline => timeline::read(name, bytes),
        Format::Passages => passages::read(name, Table::csv(name, bytes)?),
        Format::Markdown => article::read(name, bytes, folder),
        Format::Csl => csl::read(name, bytes),
        Format::Bibtex => bibtex::read(name, bytes),
        Format::Gedcom => gedcom::read(name, bytes),
    }?;
    if draft.is_empty() {
        let what = match format {
            Format::TimelineJs | Format::Table | Format::Spreadsheet | Format::Timeline => "events",
            Format::Passages => "passages",
            Format::Csl => "works",
            Format::Bibtex => "entries",
            Format::Gedcom => "people",
            Format::Markdown => "text",
        };
        let help = "check that it is the right file; if it is an export, check that something was selected";
        return Err(Error::new(name, format!("the file has no {what}"), help));
    }
    Ok(draft)
}

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

use std::borrow::Cow;
use std::path::Path;

use palimpsest_compiler::encoding_rs;

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
    let bytes = &*utf_8(bytes);
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

/// Returns a file in UTF-8 if a byte order mark says that it is UTF-16, as in what Excel calls Unicode text. Anything else is
/// returned as it is, also what the mark wrongly calls so.
fn utf_8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => encoding_rs::UTF_16LE,
        [0xFE, 0xFF, ..] => encoding_rs::UTF_16BE,
        _ => return Cow::Borrowed(bytes),
    };
    match encoding.decode_with_bom_removal(bytes) {
        (text, false) => Cow::Owned(text.into_owned().into_bytes()),
        (_, true) => Cow::Borrowed(bytes),
    }
}

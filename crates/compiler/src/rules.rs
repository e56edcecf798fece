//! What programs that write stories need to know about the format: which ids, dates and characters it accepts.

use std::collections::BTreeMap;

use palimpsest_story::Date;
use palimpsest_words::Words;
use serde_json::value::RawValue;

use crate::csl::date::Language;
pub use crate::csl::file::Works;
use crate::csl::style::Terms;
use crate::diagnostic::Severity;
use crate::files::Files;
use crate::{csl, date, encoding, hidden, ids, plain_text, typed_date, typed_text, works};

/// Returns why a text cannot be an id, or `None` if it can.
pub fn id_refusal(id: &str) -> Option<&'static str> {
    ids::refusal(id)
}

/// Turns words into the form of an id: `Trotsky in Exile` becomes `trotsky-in-exile`. The result may be empty, or not valid
/// as an id.
pub fn slug(words: &str) -> String {
    ids::slug(words)
}

/// Parses a date in EDTF and puts it into words.
///
/// # Errors
///
/// Returns what is wrong with the date.
pub fn date(edtf: &str, words: &Words) -> Result<Date, String> {
    date::parse(edtf, words).map_err(|(_, message)| message)
}

/// Returns the EDTF dates that a text probably means, such as `1887-01-08` for `8 January 1887`, in the language of `words` or
/// in English: several if it is ambiguous, and none if it is EDTF already.
pub fn meant_dates(text: &str, words: &Words) -> Vec<String> {
    typed_date::meant(text, words, date::parse)
}

/// Formats a date in EDTF. Years are astronomical: 1 BC is 0. There may be no such day, which [`date()`] reports.
pub fn edtf(year: i64, month: Option<u8>, day: Option<u8>) -> String {
    typed_text::edtf(year, month, day)
}

/// Returns the text after a word for “about”, such as `circa` or `~`, with which people begin an approximate date.
pub fn about(text: &str) -> Option<&str> {
    typed_text::about(text)
}

/// Reports whether two dates in words differ only in case, spaces, commas and the kind of dash, which vary among programs.
pub fn is_same_date(one: &str, other: &str) -> bool {
    typed_text::is_same(one, other)
}

/// Returns a text without invisible characters, which a story may not contain.
pub fn visible(text: &str) -> String {
    hidden::without(text)
}

/// Returns in what encoding a text file probably is, and how to save it as UTF-8. Returns `None` if it is UTF-8.
pub fn misread(bytes: &[u8]) -> Option<(String, String)> {
    encoding::decoded(bytes.to_vec()).err().map(|misread| (misread.message, misread.help))
}

/// Returns a text for a field that is plain text: without Markdown marks, which would be printed.
pub fn plain_text(text: &str) -> String {
    plain_text::unmarked(text)
}

/// Returns the works of a file in CSL-JSON: those of a list, those in an object that wraps a list, or a single one.
pub fn works(file: &RawValue) -> Works<'_> {
    csl::file::works(file)
}

/// Returns the id by which citations name a work in CSL-JSON, or `None` if it has neither an id nor what could be one.
pub fn work_id(work: &RawValue) -> Option<String> {
    csl::file::key(work)
}

thread_local! {
    /// The words in which dates are written. No message depends on them.
    static LANGUAGE: (Words, Terms) = (Words::default(), csl::style::terms("en"));
}

/// Returns the fields of a work in CSL-JSON that a story cannot read, each with the reason. `work` is JSON; anything but an
/// object has no fields.
pub fn refused_fields(work: &str) -> Vec<(String, String)> {
    let mut files = Files::default();
    let id = files.add("sources.json".to_owned(), work.to_owned());
    let file = files.get(id);
    let Ok(raw) = serde_json::from_str::<&RawValue>(&file.text) else { return Vec::new() };
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(raw.get()).unwrap_or_default();
    let mut problems = Vec::new();
    LANGUAGE.with(|(words, terms)| works::read(file, raw, "id", Language { words, terms }, &mut problems));
    problems.retain(|problem| problem.severity == Severity::Error);
    let refused = problems.into_iter().filter_map(|problem| {
        let at = problem.location.span.start;
        let (name, _) = fields.iter().find(|(_, value)| works::location(file, value).span.contains(&at))?;
        Some((name.clone(), problem.message))
    });
    refused.collect()
}

//! What programs that write stories have to know of the format: which ids, dates and characters it takes.

use std::collections::BTreeMap;

use palimpsest_story::Date;
use palimpsest_words::Words;
use serde_json::value::RawValue;

use crate::csl_date::Language;
use crate::csl_style::{self, Terms};
use crate::diagnostic::Severity;
use crate::files::Files;
use crate::{date, hidden, ids, works};

/// Why a text cannot be an id; `None` when it can.
pub fn id_refusal(id: &str) -> Option<&'static str> {
    ids::refusal(id)
}

/// Words as an id would have them: `Trotsky in Exile` becomes `trotsky-in-exile`. It may be empty, or refused as an id.
pub fn slug(words: &str) -> String {
    ids::slug(words)
}

/// A date in EDTF, put into words.
///
/// # Errors
///
/// What is wrong with it.
pub fn date(edtf: &str, words: &Words) -> Result<Date, String> {
    date::parse(edtf, words).map_err(|(_, message)| message)
}

/// A text without the characters that nobody sees, which a story may not have.
pub fn visible(text: &str) -> String {
    hidden::without(text)
}

thread_local! {
    /// The words that dates are put into, of which no reason speaks.
    static LANGUAGE: (Words, Terms) = (Words::default(), csl_style::terms("en"));
}

/// The fields of a work in CSL-JSON that a story cannot read, each with why. `work` is JSON; what is no table has none.
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

//! What programs that write stories have to know of the format: which ids, dates and characters it takes.

use palimpsest_story::Date;
use palimpsest_words::Words;

use crate::{date, hidden, ids};

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

//! The parts of a story's files that no reader sees: comments, and what works in CSL-JSON hold beyond their citations, such as
//! abstracts and the institutions of authors.

use std::ops::Range;

use serde_json::value::RawValue;

use crate::csl::fields::{DATES, Fields, TEXTS, fields};
use crate::csl::names::{NAMES, PARTS};
use crate::files::SourceFile;
use crate::works::location;

/// The fields of a date that are read.
const PARTS_OF_DATES: [&str; 7] = ["circa", "date-parts", "date-time", "edtf", "literal", "raw", "season"];

/// Returns the positions of the values of a work that no citation prints.
pub(crate) fn values(file: &SourceFile, work: &RawValue) -> Vec<Range<usize>> {
    let mut unseen: Vec<&RawValue> = Vec::new();
    for (field, value) in fields(work).unwrap_or_default() {
        let field = field.as_str();
        let items = || serde_json::from_str::<Vec<&RawValue>>(value.get()).unwrap_or_default();
        if TEXTS.contains(&field) || field == "subtitle" {
            // Of several titles, the first one counts.
            unseen.extend(items().into_iter().skip(1));
        } else if NAMES.contains(&field) {
            unseen.extend(items().into_iter().flat_map(|name| others(name, &PARTS)));
        } else if DATES.contains(&field) {
            unseen.extend(others(value, &PARTS_OF_DATES));
        } else if !["id", "type"].contains(&field) {
            unseen.push(value);
        }
    }
    unseen.into_iter().map(|value| location(file, value).span).collect()
}

/// Returns the values of an object other than those of the given fields.
fn others<'a>(object: &'a RawValue, seen: &[&str]) -> Vec<&'a RawValue> {
    let fields: Fields = serde_json::from_str(object.get()).unwrap_or_default();
    fields.into_iter().filter(|(field, _)| !seen.contains(&field.as_str())).map(|(_, value)| value).collect()
}

/// Returns the positions of the comments in a part of a file that is TOML.
pub(crate) fn comments(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let mut at = within.start;
    let end = within.end;
    while let Some(found) = text.get(at..end).and_then(|rest| rest.find(['#', '"', '\''])) {
        let start = at + found;
        let rest = &text[start..end];
        let line = rest.split('\n').next().unwrap_or_default();
        let Some(quote) = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| rest.starts_with(quote)) else {
            comments.push(start..start + line.len());
            at = start + line.len();
            continue;
        };
        let inner = if quote.len() > 1 { &rest[quote.len()..] } else { &line[quote.len()..] };
        let mut escaped = false;
        let closing = inner.char_indices().find(|(at, letter)| {
            let is_end = !escaped && inner[*at..].starts_with(quote);
            escaped = *letter == '\\' && !escaped && quote.starts_with('"');
            is_end
        });
        at = start + quote.len() + closing.map_or(inner.len(), |(at, _)| at + quote.len());
    }
    comments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_found_outside_of_texts() {
        for (text, expected) in [
            ("# a\nb = 1 # c\n", vec!["# a", "# c"]),
            ("a = \"# no\" # yes", vec!["# yes"]),
            ("a = \"\\\"# no\" # yes\n", vec!["# yes"]),
            ("a = '\\' # yes", vec!["# yes"]),
            ("a = \"\"\"\n# no \"\n\"\"\" # yes\n#", vec!["# yes", "#"]),
            ("a = '''# no\n\\''' # it's\nb = 'c#'", vec!["# it's"]),
            ("a = \"# not closed\n# yes", vec!["# yes"]),
            ("a = \"\"\"# not closed", vec![]),
            ("", vec![]),
        ] {
            let found: Vec<&str> = comments(text, 0..text.len()).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(comments("# a\n# b\n# c\n", 4..8), vec![4..7]);
    }
}

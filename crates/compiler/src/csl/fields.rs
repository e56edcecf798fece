//! The fields of a work in CSL-JSON, also where a program calls them otherwise.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::csl::names::NAMES;

/// The fields of a work, each with its value as the file has it.
pub(crate) type Fields<'a> = BTreeMap<String, &'a RawValue>;

pub(crate) const DATES: [&str; 6] =
    ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"];

/// The text fields that citations print.
pub(crate) const TEXTS: [&str; 36] = [
    "DOI",
    "ISBN",
    "ISSN",
    "URL",
    "archive",
    "archive-place",
    "archive_location",
    "authority",
    "chapter-number",
    "collection-number",
    "collection-title",
    "container-title",
    "container-title-short",
    "dimensions",
    "edition",
    "event-place",
    "event-title",
    "genre",
    "issue",
    "language",
    "medium",
    "number",
    "number-of-pages",
    "number-of-volumes",
    "original-title",
    "page",
    "publisher",
    "publisher-place",
    "section",
    "source",
    "status",
    "title",
    "title-short",
    "version",
    "volume",
    "volume-title",
];

/// The other fields that have a meaning for a page.
const OTHERS: [&str; 4] = ["citation-key", "id", "subtitle", "type"];

/// What other programs call a field, in lowercase letters, with CSL's name for it. Of several names for one field, the first
/// one counts.
const ALIASES: [(&str, &str); 49] = [
    ("accessdate", "accessed"),
    ("address", "publisher-place"),
    ("approved", "issued"),
    ("authors", "author"),
    ("booktitle", "container-title"),
    ("conferencename", "event-title"),
    ("date", "issued"),
    ("editionnumber", "edition"),
    ("editors", "editor"),
    ("encyclopediatitle", "container-title"),
    ("event", "event-title"),
    ("fulljournaltitle", "container-title"),
    ("institution", "publisher"),
    ("journal", "container-title"),
    ("journaltitle", "container-title"),
    ("lang", "language"),
    ("langid", "language"),
    ("location", "publisher-place"),
    ("magazine", "container-title"),
    ("newspaper", "container-title"),
    ("numpages", "number-of-pages"),
    ("organization", "publisher"),
    ("origdate", "original-date"),
    ("originaldate", "original-date"),
    ("pages", "page"),
    ("pagetotal", "number-of-pages"),
    ("place", "publisher-place"),
    ("posted", "issued"),
    ("publicationdate", "issued"),
    ("publicationtitle", "container-title"),
    ("publicationyear", "issued"),
    ("published", "issued"),
    ("publishedprint", "issued"),
    ("publishedonline", "issued"),
    ("publisherlocation", "publisher-place"),
    ("school", "publisher"),
    ("series", "collection-title"),
    ("seriesnumber", "collection-number"),
    ("seriestitle", "collection-title"),
    ("shortcontainertitle", "container-title-short"),
    ("shortjournal", "container-title-short"),
    ("shorttitle", "title-short"),
    ("thesistype", "genre"),
    ("translators", "translator"),
    ("university", "publisher"),
    ("urldate", "accessed"),
    ("volumes", "number-of-volumes"),
    ("websitetitle", "container-title"),
    ("year", "issued"),
];

/// What Crossref and `DataCite` have within an object, or within the first one of a list: the field, its part, and CSL's name for
/// that.
const NESTED: [(&str, &str, &str); 5] = [
    ("institution", "name", "publisher"),
    ("publisher", "name", "publisher"),
    ("event", "name", "event-title"),
    ("event", "location", "event-place"),
    ("degree", "", "genre"),
];

/// Returns the texts of a list as one, if the field may have several: publishers and their places.
pub(crate) fn joined(field: &str, list: &[Value]) -> Option<String> {
    let is_one = field.contains("title") || ["DOI", "ISBN", "ISSN", "URL", "language"].contains(&field);
    let texts: Vec<&str> = list.iter().map(Value::as_str).collect::<Option<_>>()?;
    (!is_one).then(|| texts.join(", "))
}

/// Returns the letters and digits of a name, in lowercase: `publisherPlace` and `publisher_place` are the same.
fn bare(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns the fields of a work by CSL's names for them, or `None` if it is not an object. A field that has another name counts
/// if the work has none of that name, and if its value is of the kind that is expected.
pub(crate) fn fields(work: &RawValue) -> Option<Fields<'_>> {
    let own: Fields = serde_json::from_str(work.get()).ok()?;
    let mut fields = own.clone();
    for (given, value) in own.iter().filter(|(given, _)| !is_known(given)) {
        let name = bare(given);
        let known = || known().find(|known| bare(known) == name);
        let alias = ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, meant)| *meant);
        let Some(meant) = alias.or_else(known).filter(|meant| fits(meant, value)) else { continue };
        let is_first = |other: &&RawValue| is_empty(other) || !own.contains_key(meant) && rank(&own, other, &name);
        if fields.get(meant).is_none_or(is_first) {
            fields.insert(meant.to_owned(), *value);
        }
    }
    for (given, part, meant) in NESTED {
        let Some(value) = own.get(given) else { continue };
        let object = serde_json::from_str::<Vec<&RawValue>>(value.get()).ok().and_then(|list| list.first().copied());
        let object = object.unwrap_or(value);
        let inner = if part.is_empty() {
            Some(object)
        } else {
            serde_json::from_str::<Fields>(object.get()).ok().and_then(|parts| parts.get(part).copied())
        };
        let is_free = fields.get(meant).is_none_or(|taken| is_empty(taken) || given == meant);
        if let Some(inner) = inner.filter(|inner| is_free && fits(meant, inner)) {
            fields.insert(meant.to_owned(), inner);
        }
    }
    Some(fields)
}

/// Reports whether the field that is called `name` precedes the one with the value `other` in the order of [`ALIASES`].
fn rank(own: &Fields, other: &RawValue, name: &str) -> bool {
    let position = |name: &str| ALIASES.iter().position(|(alias, _)| *alias == name);
    let taken = own.iter().find(|(_, value)| std::ptr::eq(**value, other)).map(|(given, _)| bare(given));
    position(name) < taken.and_then(|taken| position(&taken))
}

fn known() -> impl Iterator<Item = &'static str> {
    TEXTS.into_iter().chain(NAMES).chain(DATES).chain(OTHERS)
}

fn is_known(name: &str) -> bool {
    known().any(|known| known == name)
}

/// Reports whether a value says nothing.
pub(crate) fn is_empty(value: &RawValue) -> bool {
    let tight: String = value.get().chars().filter(|letter| !letter.is_whitespace()).collect();
    ["null", "\"\"", "[]", "{}", "{\"date-parts\":[[null]]}", "{\"date-parts\":[[]]}"].contains(&tight.as_str())
}

/// Reports whether a field can have this value.
fn fits(field: &str, value: &RawValue) -> bool {
    let json = value.get();
    if is_empty(value) {
        return false;
    }
    if NAMES.contains(&field) {
        return json.starts_with('[');
    }
    if DATES.contains(&field) {
        return !json.starts_with(['t', 'f', '[']);
    }
    let is_text = json.starts_with(|first: char| first == '"' || first == '-' || first.is_ascii_digit());
    is_text || serde_json::from_str::<Vec<String>>(json).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_under_other_names() {
        for (work, field, expected) in [
            (r#"{"pages": "1-2"}"#, "page", Some(r#""1-2""#)),
            (r#"{"pages": "1-2", "page": "3"}"#, "page", Some(r#""3""#)),
            (r#"{"pages": "1-2", "page": ""}"#, "page", Some(r#""1-2""#)),
            (r#"{"doi": "10.1/a"}"#, "DOI", Some(r#""10.1/a""#)),
            (r#"{"publisherPlace": "Rome"}"#, "publisher-place", Some(r#""Rome""#)),
            (r#"{"citationKey": "a"}"#, "citation-key", Some(r#""a""#)),
            (r#"{"institution": [{"name": "WHO"}]}"#, "publisher", Some(r#""WHO""#)),
            (r#"{"institution": [{"name": "WHO"}], "publisher": "P"}"#, "publisher", Some(r#""P""#)),
            (r#"{"publisher": {"name": "Zenodo"}}"#, "publisher", Some(r#""Zenodo""#)),
            (r#"{"degree": ["PhD"]}"#, "genre", Some(r#""PhD""#)),
            (r#"{"event": {"name": "Congress"}}"#, "event-title", Some(r#""Congress""#)),
            (r#"{"event": {"start": {}}}"#, "event-title", None),
            (r#"{"event": "Congress"}"#, "event-title", Some(r#""Congress""#)),
            (r#"{"year": 1970}"#, "issued", Some("1970")),
            (r#"{"year": 1970, "date": "1970-05"}"#, "issued", Some(r#""1970-05""#)),
            (r#"{"date": "1970-05", "year": 1970}"#, "issued", Some(r#""1970-05""#)),
            (r#"{"issued": {"date-parts": [[null]]}, "year": 1970}"#, "issued", Some("1970")),
            (r#"{"authors": "Jane Doe"}"#, "author", None),
            (r#"{"authors": ["Jane Doe"]}"#, "author", Some(r#"["Jane Doe"]"#)),
        ] {
            let raw: &RawValue = serde_json::from_str(work).expect("it is JSON");
            let fields = fields(raw).expect("it is an object");
            assert_eq!(fields.get(field).map(|value| value.get()), expected, "{work}");
        }
        assert!(fields(serde_json::from_str("3").expect("it is JSON")).is_none());
    }
}

//! The works in a file of CSL-JSON, and the ids by which citations name them.

use std::collections::BTreeMap;

use palimpsest_story::csl::bare_doi;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::ids::slug;

/// The fields in which programs wrap a list of works: other processors of CSL, and the answers of Crossref.
const WRAPPERS: [&str; 3] = ["items", "message", "references"];

/// How deep a list of works may be wrapped: `{"message": {"items": […]}}`.
const DEPTH: usize = 3;

/// The works of a file, and what stands beside them.
#[derive(Debug, Default)]
pub struct Works<'a> {
    /// The works.
    pub works: Vec<&'a RawValue>,
    /// The other fields of the objects that wrap the works.
    pub others: Vec<(String, &'a RawValue)>,
}

/// Returns the works of a file: those of a list, those in an object that wraps a list, or a single one.
pub(crate) fn works(whole: &RawValue) -> Works<'_> {
    let mut others = Vec::new();
    let mut raw = whole;
    for _ in 0..=DEPTH {
        if let Ok(works) = serde_json::from_str::<Vec<&RawValue>>(raw.get()) {
            return Works { works, others };
        }
        let Ok(mut fields) = serde_json::from_str::<BTreeMap<String, &RawValue>>(raw.get()) else { break };
        let is_work = fields.contains_key("title");
        let Some(inner) = WRAPPERS.into_iter().filter(|_| !is_work).find_map(|name| fields.remove(name)) else { break };
        others.extend(fields);
        raw = inner;
    }
    Works { works: vec![raw], others }
}

/// Returns the id by which citations name a work: its `id`, which is a text or a number. Crossref has none, and identifies
/// works by their DOI, as Better BibTeX does by a key of its own. Of a work that has none of these, the author and the year
/// are its id.
pub(crate) fn key(work: &RawValue) -> Option<String> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(work.get()).ok()?;
    let value = |field: &str| serde_json::from_str::<Value>(fields.get(field)?.get()).ok();
    let text = |field: &str| match value(field)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let of_its_own = text("id").or_else(|| text("citation-key"));
    of_its_own.or_else(|| Some(bare_doi(&text("DOI")?).to_owned()).filter(|doi| !doi.is_empty())).or_else(|| {
        let makers = ["author", "editor"].into_iter().find_map(|field| value(field).filter(Value::is_array))?;
        let name = ["family", "literal", "name", "given"].into_iter().find_map(|part| makers[0].get(part)?.as_str())?;
        let (name, year) = (slug(name), year(&value("issued")?)?);
        (!name.is_empty()).then(|| format!("{name}-{year}"))
    })
}

/// Returns the year of a date, in digits.
fn year(date: &Value) -> Option<String> {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|letter| letter.is_ascii_digit());
    let parts = match &date["date-parts"][0][0] {
        Value::Number(year) => Some(year.to_string()),
        Value::String(year) => Some(year.trim().to_owned()),
        _ => None,
    };
    let words = || {
        let text =
            date.as_str().or_else(|| ["edtf", "raw", "literal"].into_iter().find_map(|form| date[form].as_str()));
        text.and_then(|text| text.trim().get(..4).map(str::to_owned))
    };
    parts.or_else(words).filter(|year| is_year(year))
}

/// Returns a work as readers take it into programs of their own: as its file has it, without white space, but with an id and
/// with CSL's name for its type.
pub(crate) fn exported(work: &RawValue, key: &str, kind: &str) -> String {
    let json = work.get();
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(json).unwrap_or_default();
    let quoted = |text: &str| Value::from(text).to_string();
    let mut changes = Vec::new();
    for (field, meant) in [("id", key), ("type", kind)] {
        if let Some(value) = fields.get(field) {
            // A raw value is a slice of the text from which it was read.
            let start = value.get().as_ptr() as usize - json.as_ptr() as usize;
            let given = serde_json::from_str::<Value>(value.get()).unwrap_or_default();
            let is_meant = given.is_number() || given.as_str().is_some_and(|given| given.trim() == meant);
            changes.extend((!is_meant).then(|| (start..start + value.get().len(), quoted(meant))));
        } else {
            let start = json.find('{').map_or(0, |brace| brace + 1);
            let comma = if fields.is_empty() { "" } else { "," };
            changes.push((start..start, format!("\"{field}\":{}{comma}", quoted(meant))));
        }
    }
    changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut json = json.to_owned();
    for (range, meant) in changes {
        json.replace_range(range, &meant);
    }
    compact(&json)
}

/// Returns JSON without the whitespace between its tokens.
fn compact(json: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    let kept = |letter: &char| {
        if *letter == '"' && !escaped {
            inside = !inside;
        }
        escaped = inside && *letter == '\\' && !escaped;
        inside || !letter.is_ascii_whitespace()
    };
    json.chars().filter(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(json: &str) -> &RawValue {
        serde_json::from_str(json).expect("it is JSON")
    }

    #[test]
    fn works_are_found_in_whatever_wraps_them() {
        for (json, count, others) in [
            (r#"[{"title": "A"}, {"title": "B"}]"#, 2, 0),
            (r#"{"title": "A", "type": "book"}"#, 1, 0),
            (r#"{"items": [{"title": "A"}]}"#, 1, 0),
            (r#"{"status": "ok", "message-type": "work", "message": {"title": ["A"], "DOI": "10.1/a"}}"#, 1, 2),
            (r#"{"status": "ok", "message": {"items": [{"title": ["A"]}, {"title": ["B"]}], "query": {}}}"#, 2, 2),
            (r#"{"title": "A", "references": ["B"]}"#, 1, 0),
            ("[]", 0, 0),
            ("{}", 1, 0),
            ("3", 1, 0),
        ] {
            let found = works(raw(json));
            assert_eq!((found.works.len(), found.others.len()), (count, others), "{json}");
        }
    }

    #[test]
    fn a_work_has_an_id_or_gets_one() {
        for (json, expected) in [
            (r#"{"id": " a ", "DOI": "10.1/a"}"#, Some("a")),
            (r#"{"id": 7}"#, Some("7")),
            (r#"{"id": "", "citation-key": "b1938"}"#, Some("b1938")),
            (r#"{"DOI": "https://doi.org/10.1/a"}"#, Some("10.1/a")),
            (
                r#"{"author": [{"family": "García Márquez"}], "issued": {"date-parts": [[1967]]}}"#,
                Some("garcia-marquez-1967"),
            ),
            (r#"{"author": [{"name": "A Body"}], "issued": {"raw": "1967-03"}}"#, Some("a-body-1967")),
            (r#"{"editor": [{"literal": "B"}], "issued": "1967"}"#, Some("b-1967")),
            (r#"{"author": [{"family": "Троцкий"}], "issued": {"date-parts": [[1930]]}}"#, None),
            (r#"{"author": [{"family": "A"}], "issued": {"date-parts": [[null]]}}"#, None),
            (r#"{"author": [{"family": "A"}], "issued": {"literal": "im Jahr 1930"}}"#, None),
            (r#"{"id": []}"#, None),
            ("3", None),
        ] {
            assert_eq!(key(raw(json)).as_deref(), expected, "{json}");
        }
    }

    #[test]
    fn an_exported_work_has_an_id_and_a_type_of_csl() {
        for (json, expected) in [
            (r#"{ "id": "a", "type": "book" }"#, r#"{"id":"a","type":"book"}"#),
            (r#"{"type": "journal-article", "DOI": "10.1/a b"}"#, r#"{"id":"a","type":"book","DOI":"10.1/a b"}"#),
            (r#"{"id": 7, "type": "monograph"}"#, r#"{"id":7,"type":"book"}"#),
            (r#"{"id": null, "type": "book"}"#, r#"{"id":"a","type":"book"}"#),
        ] {
            assert_eq!(exported(raw(json), "a", "book"), expected, "{json}");
        }
    }

    #[test]
    fn only_whitespace_between_tokens_is_removed() {
        let json = "{\n  \"b\": [ 1, 2.50 ],\t\"a\": \"two  \\\" \\\\\", \"c\" : true\r\n}";
        let compact = compact(json);
        assert_eq!(compact, "{\"b\":[1,2.50],\"a\":\"two  \\\" \\\\\",\"c\":true}");
        let read = |json: &str| serde_json::from_str::<Value>(json).expect("it is JSON");
        assert_eq!(read(&compact), read(json));
    }
}

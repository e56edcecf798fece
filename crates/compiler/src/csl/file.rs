//! The works in a file of CSL-JSON, and the ids by which citations name them.

use std::collections::BTreeMap;

use palimpsest_story::csl::bare_doi;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::csl::fields::{DATES, Fields, TEXTS, fields, joined};
use crate::csl::names::NAMES;
use crate::ids::slug;

/// The fields in which programs wrap a list of works: other processors of CSL, the answers of Crossref and `DataCite`, and the
/// citations in documents of Word.
const WRAPPERS: [&str; 5] = ["items", "message", "references", "data", "citationItems"];

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
            return Works { works: works.into_iter().map(cited).collect(), others };
        }
        let Ok(mut fields) = serde_json::from_str::<BTreeMap<String, &RawValue>>(raw.get()) else { break };
        let is_work = fields.contains_key("title");
        let Some(inner) = WRAPPERS.into_iter().filter(|_| !is_work).find_map(|name| fields.remove(name)) else { break };
        others.extend(fields);
        raw = inner;
    }
    Works { works: vec![raw], others }
}

/// Returns the work that an item of a citation in a document cites, or the item itself.
fn cited(item: &RawValue) -> &RawValue {
    let fields = serde_json::from_str::<Fields>(item.get()).unwrap_or_default();
    fields.get("itemData").copied().unwrap_or(item)
}

/// Returns what a work is that is not CSL-JSON but the own format of a program, and how to get CSL-JSON from there.
pub(crate) fn foreign(work: &RawValue) -> Option<(&'static str, &'static str)> {
    let own: Fields = serde_json::from_str(work.get()).unwrap_or_default();
    let within = |name: &str| -> Fields {
        own.get(name).and_then(|inner| serde_json::from_str(inner.get()).ok()).unwrap_or_default()
    };
    if own.contains_key("itemType") || within("data").contains_key("itemType") {
        return Some((
            "this is Zotero's own JSON, not CSL-JSON",
            "choose the format CSL JSON, or Better CSL JSON, when you export",
        ));
    }
    let is_datacite = |fields: &Fields| fields.contains_key("titles") && fields.contains_key("creators");
    (is_datacite(&own) || is_datacite(&within("attributes"))).then_some((
        "this is DataCite's own JSON, not CSL-JSON",
        "DataCite has the work as CSL-JSON, at https://api.datacite.org/dois/application/vnd.citationstyles.csl+json/ and its DOI",
    ))
}

/// Returns the id by which citations name a work: its `id`, which is a text or a number. Crossref has none, and identifies
/// works by their DOI, as Better BibTeX does by a key of its own. Of a work that has none of these, the author and the year
/// are its id.
pub(crate) fn key(work: &RawValue) -> Option<String> {
    let fields = fields(work)?;
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

/// Returns a work as readers take it into programs of their own: as its file has it, without white space, but with an id, with
/// CSL's names for its type and its fields, and with values of the form that CSL demands.
pub(crate) fn exported(work: &RawValue, key: &str, kind: &str) -> String {
    let json = work.get();
    let own: Fields = serde_json::from_str(json).unwrap_or_default();
    let quoted = |text: &str| Value::from(text).to_string();
    let mut changes = Vec::new();
    for (field, value) in fields(work).unwrap_or_default() {
        // A raw value is a slice of the text from which it was read.
        let start = value.get().as_ptr() as usize - json.as_ptr() as usize;
        let text = canonical(&field, value, &own, [key, kind]);
        let given = own.iter().find(|(_, known)| std::ptr::eq(**known, value)).map_or(&field, |(given, _)| given);
        if let Some(nothing) = own.get(&field).filter(|nothing| !std::ptr::eq(**nothing, value)) {
            // The field is there, but says nothing.
            let start = nothing.get().as_ptr() as usize - json.as_ptr() as usize;
            changes.push((start..start + nothing.get().len(), text.unwrap_or_else(|| value.get().to_owned())));
            continue;
        }
        if !own.contains_key(given) {
            // The value is a part of another field.
            let start = json.find('{').map_or(0, |brace| brace + 1);
            let text = text.unwrap_or_else(|| value.get().to_owned());
            changes.push((start..start, format!("{}:{text},", quoted(&field))));
            continue;
        }
        changes.extend(text.map(|text| (start..start + value.get().len(), text)));
        let name = if *given == field { None } else { json[..start].rfind(&quoted(given)) };
        changes.extend(name.map(|at| (at..at + quoted(given).len(), quoted(&field))));
    }
    for (field, meant) in [("id", key), ("type", kind)].into_iter().filter(|(field, _)| !own.contains_key(*field)) {
        let start = json.find('{').map_or(0, |brace| brace + 1);
        let comma = if own.is_empty() { "" } else { "," };
        changes.push((start..start, format!("\"{field}\":{}{comma}", quoted(meant))));
    }
    changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut json = json.to_owned();
    for (range, meant) in changes {
        json.replace_range(range, &meant);
    }
    compact(&json)
}

/// Returns the value of a field in the form that CSL demands, if it has another one: Crossref writes titles as lists, and names
/// organizations with `name`.
fn canonical(field: &str, value: &RawValue, own: &Fields, [key, kind]: [&str; 2]) -> Option<String> {
    let json: Value = serde_json::from_str(value.get()).ok()?;
    let meant = match field {
        "id" | "type" => {
            let meant = if field == "id" { key } else { kind };
            let is_meant = json.is_number() || json.as_str().is_some_and(|given| given.trim() == meant);
            return (!is_meant).then(|| Value::from(meant).to_string());
        }
        "title" => {
            let title = first(&json)?;
            let rest = own.get("subtitle").and_then(|rest| serde_json::from_str::<Value>(rest.get()).ok());
            match rest.as_ref().and_then(first).filter(|rest| !rest.trim().is_empty() && !title.contains(rest)) {
                Some(rest) => Value::from(format!("{title}: {rest}")),
                None => Value::from(title),
            }
        }
        _ if TEXTS.contains(&field) && json.is_array() => {
            Value::from(joined(field, json.as_array()?).or_else(|| first(&json).map(str::to_owned))?)
        }
        _ if DATES.contains(&field) && json.is_string() => serde_json::json!({ "raw": json }),
        _ if DATES.contains(&field) && json.is_number() => serde_json::json!({ "date-parts": [[json]] }),
        _ if DATES.contains(&field) && json.get("year").is_some() && json.get("date-parts").is_none() => {
            let parts: Vec<&Value> = ["year", "month", "day"].into_iter().map_while(|part| json.get(part)).collect();
            serde_json::json!({ "date-parts": [parts] })
        }
        _ if DATES.contains(&field)
            && json["date-parts"].is_null()
            && json["literal"].is_null()
            && json["raw"].is_null() =>
        {
            serde_json::json!({ "raw": json.get("date-time")? })
        }
        _ if NAMES.contains(&field) => {
            let name = |name: &Value| match name {
                Value::String(name) => serde_json::json!({ "literal": name }),
                Value::Object(parts) if parts.contains_key("name") && !parts.contains_key("literal") => {
                    let mut parts = parts.clone();
                    let whole = parts.remove("name").unwrap_or_default();
                    parts.insert("literal".to_owned(), whole);
                    Value::Object(parts)
                }
                other => other.clone(),
            };
            Value::Array(json.as_array()?.iter().map(name).collect())
        }
        _ => return None,
    };
    (meant != json).then(|| meant.to_string())
}

/// Returns a text, or the first one of a list.
fn first(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.as_array()?.first()?.as_str())
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
            (r#"{"data": [{"title": "A"}], "links": {}}"#, 1, 1),
            (r#"{"citationItems": [{"id": "ITEM-1", "itemData": {"title": "A"}}], "schema": ""}"#, 1, 1),
            ("[]", 0, 0),
            ("{}", 1, 0),
            ("3", 1, 0),
        ] {
            let found = works(raw(json));
            assert_eq!((found.works.len(), found.others.len()), (count, others), "{json}");
        }
    }

    #[test]
    fn formats_of_programs_are_told_from_csl() {
        for (json, is_foreign) in [
            (r#"{"itemType": "book", "title": "A"}"#, true),
            (r#"{"key": "A", "data": {"itemType": "book"}}"#, true),
            (r#"{"id": "10.1/a", "attributes": {"titles": [], "creators": []}}"#, true),
            (r#"{"titles": [], "creators": []}"#, true),
            (r#"{"title": "A", "type": "book", "data": 3, "attributes": {}}"#, false),
            ("3", false),
        ] {
            assert_eq!(foreign(raw(json)).is_some(), is_foreign, "{json}");
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
            (r#"{"id": "a", "type": "book", "pages": 3}"#, r#"{"id":"a","type":"book","page":3}"#),
            (r#"{"page": "", "pages": "3", "type": "book"}"#, r#"{"id":"a","page":"3","pages":"3","type":"book"}"#),
            (r#"{"year": 1970, "type": "book"}"#, r#"{"id":"a","issued":{"date-parts":[[1970]]},"type":"book"}"#),
            (
                r#"{"type": "book", "title": ["War"], "subtitle": ["A Tale"], "ISSN": ["1", "2"], "issued": "May 1970"}"#,
                r#"{"id":"a","type":"book","title":"War: A Tale","subtitle":["A Tale"],"ISSN":"1","issued":{"raw":"May 1970"}}"#,
            ),
            (
                r#"{"type": "book", "author": ["A", {"name": "B"}, {"family": "C"}]}"#,
                r#"{"id":"a","type":"book","author":[{"literal":"A"},{"literal":"B"},{"family":"C"}]}"#,
            ),
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

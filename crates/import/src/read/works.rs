//! Parts of a draft that several readers create: works from short citations, places from names, dates from EDTF.

use palimpsest_compiler::rules;
use palimpsest_story::Author;
use palimpsest_words::Words;
use serde_json::{Value, json};

use crate::draft::{Draft, Place, Work};

/// Returns the catalog of the draft's language, or else of English.
pub(super) fn words(draft: &Draft) -> Words {
    draft.language.as_deref().and_then(|language| Words::load(language).ok()).unwrap_or_default()
}

/// Adds a work of which only a short citation is known, such as `Avrich 1970`.
pub(super) fn cited(draft: &mut Draft, id: &str, citation: &str, url: Option<&str>) {
    if draft.works.iter().any(|work| work.get("id").and_then(Value::as_str) == Some(id)) {
        return;
    }
    let mut work: Work = Work::new();
    work.insert("id".to_owned(), json!(id));
    work.insert("type".to_owned(), json!(if url.is_some() { "webpage" } else { "document" }));
    let year = citation.rsplit_once(' ').and_then(|(author, year)| {
        let digits = year.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        (digits.len() == 4).then(|| Some((author, digits.parse::<u16>().ok()?))).flatten()
    });
    // The text after a comma may be the abbreviation for “no date” in the page's language.
    let undated = citation.rsplit_once(", ").filter(|(_, words)| {
        words.contains('.') && words.chars().count() <= 7 && !words.contains(|letter: char| letter.is_ascii_digit())
    });
    if let Some((author, _)) = undated {
        work.insert("author".to_owned(), json!([{ "literal": author }]));
    }
    if let Some((author, year)) = year {
        work.insert("author".to_owned(), json!([{ "literal": author }]));
        work.insert("issued".to_owned(), json!({ "date-parts": [[year]] }));
    }
    if let Some(url) = url {
        work.insert("URL".to_owned(), json!(url));
    }
    work.insert("title".to_owned(), json!(citation));
    draft.works.push(work);
}

/// Returns the key of a place, and adds the place if it is new. Its name may be like `Alma-Ata, now Almaty`, in the draft's
/// language.
pub(super) fn place(draft: &mut Draft, name: &str, words: &Words) -> String {
    let name = name.trim();
    if draft.places.iter().all(|place| place.key != name) {
        let parts = || {
            let pattern = words.format("place-now", &[("name", "\u{1}".into()), ("now", "\u{1}".into())]);
            let around: Vec<&str> = pattern.split('\u{1}').collect();
            let [before, between, after] = around.as_slice() else { return None };
            let inner = name.strip_prefix(before)?.strip_suffix(after)?;
            inner.split_once(between).filter(|(then, now)| !then.is_empty() && !now.is_empty())
        };
        let (then, now) = parts().map_or((name, None), |(then, now)| (then, Some(now.to_owned())));
        draft.places.push(Place { key: name.to_owned(), name: then.to_owned(), now, ..Place::default() });
    }
    name.to_owned()
}

/// Checks that a date is EDTF and has a first day. Otherwise it is left over.
pub(super) fn date(draft: &mut Draft, at: &str, edtf: String) -> Option<String> {
    match rules::date(&edtf, &Words::default()) {
        Ok(date) if date.earliest.is_some() => Some(edtf),
        Ok(_) => {
            draft.leave(at, edtf, "an event needs a first day");
            None
        }
        Err(wrong) => {
            draft.leave(at, edtf, format!("it is not a date: {wrong}"));
            None
        }
    }
}

/// Splits a name at a comma or the last space, if it has one.
pub(super) fn author(name: &str) -> Author {
    let name = name.trim();
    let parts = name.split_once(',').map(|(family, given)| (given.trim(), family.trim()));
    match parts.or_else(|| name.rsplit_once(' ')) {
        Some((given, family)) if !given.is_empty() && !family.is_empty() => {
            Author::Person { given: Some(given.to_owned()), family: family.to_owned() }
        }
        _ => Author::Person { given: None, family: name.trim_matches(',').to_owned() },
    }
}

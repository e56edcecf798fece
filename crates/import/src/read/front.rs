//! The front matter of an article in Markdown: TOML between `+++`, or YAML between `---`.

use serde_json::Value;

use super::works::{self, author};
use crate::draft::Draft;
use crate::error::Error;
use crate::text::Markdown;
use palimpsest_compiler::rules;
use palimpsest_story::Author;
use palimpsest_words::Words;

/// The fields with the day of publication, as programs for websites call it.
const DATES: [&str; 5] = ["date", "published", "pubdate", "publishdate", "published_at"];

/// Reads the front matter into the draft, and returns the text that follows it.
pub(super) fn read<'a>(name: &str, text: &'a str, draft: &mut Draft) -> Result<&'a str, Error> {
    let Some((first, rest)) = text.split_once('\n') else { return Ok(text) };
    let fence = first.trim_end();
    if fence != "+++" && fence != "---" {
        return Ok(text);
    }
    let mut end = 0;
    let close = rest.split_inclusive('\n').find_map(|line| {
        let start = end;
        end += line.len();
        (line.trim_end() == fence || fence == "---" && line.trim_end() == "...").then_some((start, end))
    });
    let Some((start, end)) = close else {
        // Without a closing line, a line of hyphens is a thematic break.
        if fence == "---" {
            return Ok(text);
        }
        let help = "write +++ on a line of its own after the title, the authors and so on";
        return Err(Error::new(name, "the front matter does not end", help).at("line 1"));
    };
    let (matter, body) = (&rest[..start], &rest[end..]);
    let fields = if fence == "+++" { toml_fields(name, matter)? } else { yaml_fields(matter, draft) };
    // The date may be in words of the language, which may stand after it.
    let is_date = |field: &str| DATES.contains(&field);
    let (dates, others): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(field, _)| is_date(field));
    for (field, value) in others.into_iter().chain(dates) {
        take(&field, value, fence == "+++", draft);
    }
    Ok(body)
}

fn toml_fields(name: &str, matter: &str) -> Result<Vec<(String, Value)>, Error> {
    let table: toml::Table = toml::from_str(matter).map_err(|error| {
        let before = error.span().map_or("", |span| matter.get(..span.start).unwrap_or_default());
        let line = before.matches('\n').count() + 2;
        Error::new(name, format!("the front matter is not TOML: {}", error.message()), "write it as in title = \"…\"")
            .at(format!("line {line}"))
    })?;
    Ok(table.into_iter().map(|(field, value)| (field, json(value))).collect())
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Boolean(flag) => Value::Bool(flag),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Datetime(day) => Value::String(day.to_string()),
        toml::Value::Array(list) => list.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(field, value)| (field, json(value))).collect())
        }
    }
}

/// Reads the fields that are texts or lists of texts. Anything else in YAML is left over, verbatim.
fn yaml_fields(matter: &str, draft: &mut Draft) -> Vec<(String, Value)> {
    let mut fields: Vec<(String, Value)> = Vec::new();
    for (number, line) in matter.lines().enumerate() {
        let at = format!("line {}", number + 2);
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        let is_inner = line.starts_with([' ', '\t', '-']);
        let item = bare.strip_prefix("- ").filter(|item| !item.contains(": "));
        match (is_inner, item, fields.last_mut(), bare.split_once(':')) {
            (true, Some(item), Some((_, Value::Array(list))), _) => list.push(Value::String(unquoted(item))),
            (false, _, _, Some((field, value))) => {
                let value = value.trim();
                let listed = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
                let value = match listed {
                    Some(list) => list.split(',').map(|item| Value::String(unquoted(item))).collect(),
                    None if value.is_empty() => Value::Array(Vec::new()),
                    None => Value::String(unquoted(value)),
                };
                fields.push((field.trim().to_lowercase(), value));
            }
            _ => draft.leave(at, line, "only texts and lists of texts are read in YAML"),
        }
    }
    fields
}

/// Returns a value of YAML without its quotation marks, or without the comment after it.
fn unquoted(text: &str) -> String {
    let text = text.trim();
    let inner = [('"', "\\\"", "\""), ('\'', "''", "'")].iter().find_map(|(quote, escape, meant)| {
        let inner = text.strip_prefix(*quote)?.replace(escape, "\u{0}");
        let (inner, rest) = inner.split_once(*quote)?;
        (rest.is_empty() || rest.trim_start().starts_with('#')).then(|| inner.replace('\u{0}', meant))
    });
    inner.unwrap_or_else(|| text.split_once(" #").map_or(text, |(value, _)| value.trim_end()).to_owned())
}

/// Puts a field into the draft. In a story's own front matter, texts are Markdown.
fn take(field: &str, value: Value, is_markdown: bool, draft: &mut Draft) {
    let texts: Vec<String> = match &value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect(),
        Value::Number(number) => vec![number.to_string()],
        _ => Vec::new(),
    };
    let text = texts.join(", ");
    let markdown = || Some(if is_markdown { Markdown::written(text.clone()) } else { Markdown::plain(&text) });
    let article = &mut draft.article;
    match field {
        "title" if !text.is_empty() => article.title = markdown(),
        "author" | "authors" | "by" if !texts.is_empty() || value.is_array() => {
            article.authors = match &value {
                Value::Array(list) if is_markdown => list.iter().filter_map(listed_author).collect(),
                _ => texts.iter().filter(|name| !name.trim().is_empty()).map(|name| author(name)).collect(),
            };
        }
        "byline" if !text.is_empty() => article.byline = markdown(),
        "subtitle" | "standfirst" | "lead" | "excerpt" if !text.is_empty() => article.standfirst = markdown(),
        "caption" => article.caption = markdown(),
        "description" | "summary" if !text.is_empty() => draft.description = Some(text),
        "lang" | "language" if !text.is_empty() => draft.language = Some(text),
        field if DATES.contains(&field) && !text.is_empty() => {
            let words = works::words(draft);
            match day(text.trim(), &words) {
                Some(day) if draft.article.date.is_none() => draft.article.date = Some(day),
                _ => draft.leave(format!("front matter, {field}"), text, "an article has one date, which is a day"),
            }
        }
        _ => {
            let is_empty = text.is_empty() && matches!(&value, Value::Null | Value::String(_) | Value::Array(_));
            if !is_empty {
                let what = if text.is_empty() { value.to_string() } else { text };
                draft.leave(
                    format!("front matter, {field}"),
                    what,
                    "an article has no such field, or not with such a value",
                );
            }
        }
    }
}

/// Reads an author in the format of a story's own front matter.
fn listed_author(value: &Value) -> Option<Author> {
    let part = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    match value.as_str() {
        Some(body) => Some(Author::Body(body.to_owned())),
        None => Some(Author::Person { given: part("given"), family: part("family")? }),
    }
}

/// Returns the day that a text means, in ISO 8601: `2016-12-26`, `2016-12-26T10:00:00Z`, `2016/12/26` and `20161226`, and
/// `26 December 2016` or `December 26, 2016`, in the language of the article or in English.
fn day(text: &str, words: &Words) -> Option<String> {
    let meant = match rules::date(text, words) {
        Ok(_) => vec![text.to_owned()],
        Err(_) => rules::meant_dates(text, words),
    };
    let is_day = |edtf: &&String| {
        let parts: Vec<&str> = edtf.split('-').collect();
        parts.len() == 3 && parts.iter().all(|part| part.bytes().all(|letter| letter.is_ascii_digit()))
    };
    match meant.as_slice() {
        [only] => Some(only).filter(is_day).cloned(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_any_form_are_read() {
        for (text, expected) in [
            ("2016-12-26", Some("2016-12-26")),
            ("2016-12-26T10:00:00Z", Some("2016-12-26")),
            ("2016-12-26 10:00:00 +0200", Some("2016-12-26")),
            ("2024-5-1", Some("2024-05-01")),
            ("2024/05/01", Some("2024-05-01")),
            ("20240501", Some("2024-05-01")),
            ("May 1, 2024", Some("2024-05-01")),
            ("1 May 2024", Some("2024-05-01")),
            ("2024-02-30", None),
            ("2024-05", None),
            ("2024", None),
            ("true", None),
            ("2024–05–01", Some("2024-05-01")),
            ("2024—5—1", Some("2024-05-01")),
            ("2024年5月1日", Some("2024-05-01")),
            ("05/01/2024", None),
            ("2024-05-01/2024-05-02", None),
            ("abédefgh", None),
            ("ä024-05-01", None),
            ("", None),
        ] {
            assert_eq!(day(text, &Words::default()).as_deref(), expected, "{text}");
        }
        let german = Words::load("de").expect("there is a German catalog");
        assert_eq!(day("1. Mai 2024", &german).as_deref(), Some("2024-05-01"));
    }

    #[test]
    fn comments_and_quotation_marks_of_yaml_are_not_read() {
        for (text, expected) in [
            ("2024-05-01 # first", "2024-05-01"),
            ("\"A # b\" # c", "A # b"),
            ("C#", "C#"),
            ("'It''s'", "It's"),
            ("\"Who said \\\"no\\\"\"", "Who said \"no\""),
            ("\"He\" and \"she\"", "\"He\" and \"she\""),
            ("\"A\" and B", "\"A\" and B"),
        ] {
            assert_eq!(unquoted(text), expected);
        }
    }
}

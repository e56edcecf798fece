//! Converts an entry to a work in CSL-JSON.

use serde_json::{Value, json};

use super::{Values, dates, kinds};
use crate::draft::Work;
use crate::error::Error;

/// The note that a page's own export writes for CSL's “circa”.
const ABOUT: &str = "The year is approximate";

/// The fields with names, and their CSL fields.
const NAMES: [(&str, &str); 9] = [
    ("author", "author"),
    ("bookauthor", "container-author"),
    ("editor", "editor"),
    ("translator", "translator"),
    ("director", "director"),
    ("organizer", "organizer"),
    ("recipient", "recipient"),
    ("annotator", "contributor"),
    ("commentator", "contributor"),
];

/// The text fields, and their CSL fields. If several map to the same CSL field, the first one that is present is used.
const TEXTS: [(&str, &str); 34] = [
    ("shorttitle", "title-short"),
    ("shortjournal", "container-title-short"),
    ("series", "collection-title"),
    ("volume", "volume"),
    ("volumes", "number-of-volumes"),
    ("chapter", "chapter-number"),
    ("edition", "edition"),
    ("version", "version"),
    ("pagetotal", "number-of-pages"),
    ("address", "publisher-place"),
    ("location", "publisher-place"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("doi", "DOI"),
    ("language", "language"),
    ("langid", "language"),
    ("abstract", "abstract"),
    ("keywords", "keyword"),
    ("note", "note"),
    ("annote", "note"),
    ("annotation", "note"),
    ("pubstate", "status"),
    ("type", "genre"),
    ("eventtitle", "event-title"),
    ("venue", "event-place"),
    ("origtitle", "original-title"),
    ("origpublisher", "original-publisher"),
    ("origlocation", "original-publisher-place"),
    ("library", "call-number"),
    ("publisher", "publisher"),
    ("school", "publisher"),
    ("institution", "publisher"),
    ("organization", "publisher"),
    ("howpublished", "publisher"),
];

/// The fields with dates, and their CSL fields.
const DATES: [(&str, &str); 4] =
    [("date", "issued"), ("urldate", "accessed"), ("origdate", "original-date"), ("eventdate", "event-date")];

/// Makes a work from an entry, taking the fields that CSL has a place for.
pub(super) fn work(values: &mut Values, entry: &str) -> Result<Work, Error> {
    let mut work = Work::new();
    work.insert("id".to_owned(), json!(values.key));
    let subtype = values.fields.get("entrysubtype").map(|(_, text)| text.trim().to_owned());
    let kind = kinds::kind(entry, subtype.as_deref());
    if matches!(kind, Some("article-magazine" | "article-newspaper")) {
        values.raw("entrysubtype");
    }
    if kind.is_none() {
        // Fields that are not taken are left over, which also reports the unknown type.
        values.fields.insert("entrytype".to_owned(), (values.start, entry.to_owned()));
    }
    let kind = kind.unwrap_or("document");
    work.insert("type".to_owned(), json!(kind));
    titles(values, kind, &mut work)?;
    for (field, csl) in NAMES {
        // If two fields map to the same CSL field, the second is left over.
        if !work.contains_key(csl)
            && let Some(names) = values.names(field)?
        {
            work.insert(csl.to_owned(), names);
        }
    }
    numbers(values, kind, &mut work)?;
    // The field `howpublished` may contain an address.
    if let Some((at, text)) = values.fields.get("howpublished").cloned()
        && let Some(address) = address(&text)
        && !values.has("url")
    {
        values.raw("howpublished");
        values.fields.insert("url".to_owned(), (at, address));
    }
    if let Some(url) = values.text("url")? {
        let is_address = url.starts_with("https://") || url.starts_with("http://");
        if is_address {
            work.insert("URL".to_owned(), json!(url));
        } else {
            values.fields.insert("url".to_owned(), (0, url));
        }
    }
    if kind == "webpage" && !work.contains_key("container-title") {
        set(values, "organization", "container-title", &mut work)?;
    }
    for (field, csl) in TEXTS {
        if !work.contains_key(csl) {
            set(values, field, csl, &mut work)?;
        }
    }
    match (entry, work.contains_key("genre")) {
        ("mastersthesis", false) => work.insert("genre".to_owned(), json!("Master’s thesis")),
        ("phdthesis", false) => work.insert("genre".to_owned(), json!("PhD thesis")),
        _ => None,
    };
    issued(values, &mut work)?;
    Ok(work)
}

/// Takes a text field.
fn set(values: &mut Values, field: &str, csl: &str, work: &mut Work) -> Result<(), Error> {
    if let Some(text) = values.text(field)? {
        work.insert(csl.to_owned(), json!(text));
    }
    Ok(())
}

/// Takes the titles of the work and of its container, each with its subtitle and addition.
fn titles(values: &mut Values, kind: &str, work: &mut Work) -> Result<(), Error> {
    let holder = ["journaltitle", "journal", "booktitle", "maintitle"].into_iter().find(|field| values.has(field));
    for (field, csl) in [(Some("title"), "title"), (holder, "container-title")] {
        let Some(field) = field else { continue };
        let Some(mut title) = values.text(field)? else { continue };
        let stem = field.strip_suffix("title").unwrap_or(field);
        if let Some(subtitle) = values.text(&format!("{stem}subtitle"))? {
            let stop = if title.ends_with(['?', '!', ':']) { "" } else { ":" };
            title = format!("{title}{stop} {subtitle}");
        }
        if let Some(more) = values.text(&format!("{stem}titleaddon"))? {
            title = format!("{title}. {more}");
        }
        work.insert(csl.to_owned(), json!(title));
    }
    // A book within a multivolume work is one of its volumes, not a chapter.
    if kind == "book"
        && holder == Some("maintitle")
        && let Some(whole) = work.remove("container-title")
        && let Some(own) = work.insert("title".to_owned(), whole)
    {
        work.insert("volume-title".to_owned(), own);
    }
    Ok(())
}

/// Takes the pages and numbers. The meaning of numbers depends on the type.
fn numbers(values: &mut Values, kind: &str, work: &mut Work) -> Result<(), Error> {
    if let Some(pages) = values.text("pages")? {
        work.insert("page".to_owned(), json!(pages.replace(['–', '—'], "-")));
    }
    let is_article = kind.starts_with("article");
    let number = match kind {
        _ if is_article => "issue",
        "book" | "chapter" | "paper-conference" if values.has("series") => "collection-number",
        _ => "number",
    };
    set(values, "number", number, work)?;
    if !work.contains_key("issue") {
        set(values, "issue", "issue", work)?;
    }
    if !work.contains_key("number") {
        set(values, "eid", "number", work)?;
    }
    Ok(())
}

/// Takes the dates.
fn issued(values: &mut Values, work: &mut Work) -> Result<(), Error> {
    for (field, csl) in DATES {
        if let Some(text) = values.text(field)? {
            work.insert(csl.to_owned(), dates::date(&text));
        }
    }
    if !work.contains_key("issued")
        && let Some(year) = values.text("year")?
    {
        let (month, day) = (values.text("month")?, values.text("day")?);
        work.insert("issued".to_owned(), dates::split(&year, month.as_deref(), day.as_deref()));
    }
    if work.get("note").and_then(Value::as_str) == Some(ABOUT)
        && let Some(Value::Object(issued)) = work.get_mut("issued")
    {
        issued.insert("circa".to_owned(), json!(true));
        work.remove("note");
    }
    Ok(())
}

/// Returns the web address in a text that contains nothing else.
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = text.strip_prefix("\\url{").and_then(|text| text.strip_suffix('}')).unwrap_or(text);
    let is_address = (bare.starts_with("https://") || bare.starts_with("http://")) && !bare.contains([' ', '{', '}']);
    is_address.then(|| bare.to_owned())
}

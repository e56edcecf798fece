//! `sources.json`: the cited works in CSL-JSON. hayagriva formats them in the Chicago author-date style.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren};
use palimpsest_story::{Emphasis, Inline, Prose, Source};
use serde_json::value::RawValue;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};

/// The citation style and its locales, unpacked once: that takes longer than compiling a story.
static STYLE: LazyLock<(IndependentStyle, Vec<Locale>)> = LazyLock::new(|| {
    let Style::Independent(style) = ArchivedStyle::ChicagoAuthorDate.get() else {
        unreachable!("hayagriva has the Chicago author-date style as an independent style")
    };
    (style, locales())
});

/// A work, with what a story has of it besides its citation.
struct Work {
    item: Item,
    /// For a work that appeared over several years, the first year and the range: `1954`, `1954–1963`.
    range: Option<(String, String)>,
    address: Option<String>,
    csl: String,
}

/// Reads the file, registers its ids and formats the citations, in whose alphabetical order the works are.
pub(crate) fn parse(file: &SourceFile, ids: &mut Ids, problems: &mut Vec<Diagnostic>) -> Vec<Source> {
    const HELP: &str = "sources.json is a list of works in CSL-JSON, as Zotero exports it";
    let works: Vec<&RawValue> = match serde_json::from_str(&file.text) {
        Ok(works) => works,
        Err(_) if file.text.is_empty() => {
            ids.set_unread(Kind::Source);
            return Vec::new();
        }
        Err(error) => {
            ids.set_unread(Kind::Source);
            let at = offset(&file.text, error.line(), error.column());
            problems.push(Diagnostic::error(file.id.at(at..at), format!("this is not CSL-JSON: {error}")).help(HELP));
            return Vec::new();
        }
    };
    let mut read = Vec::new();
    for work in works {
        // A raw value is a slice of the text it was read from.
        let start = work.get().as_ptr() as usize - file.text.as_ptr() as usize;
        let location = file.id.at(start..start + work.get().len());
        let parsed = serde_json::from_str(work.get()).and_then(|mut parsed: serde_json::Value| {
            let (range, address) = (take_range(&mut parsed), take_address(&mut parsed));
            let item: Item = serde_json::from_value(parsed)?;
            Ok(Work { item, range, address, csl: compact(work.get()) })
        });
        let work = match parsed {
            Ok(work) => work,
            Err(error) => {
                let message = format!("this is not a work in CSL-JSON: {error}");
                problems.push(Diagnostic::error(location, message).help(HELP));
                continue;
            }
        };
        if let Some(id) = work.item.id() {
            ids.claim(&id, Kind::Source, location.clone(), problems);
        }
        if let Some(address) = &work.address
            && !(address.starts_with("https://") || address.starts_with("http://"))
        {
            let message = format!("\"{address}\" is not a web address");
            problems.push(Diagnostic::error(location.clone(), message).help("a URL begins with https:// or http://"));
        }
        let missing = ["id", "type", "title"].into_iter().find(|field| text_field(&work.item, field).is_none());
        if let Some(field) = missing {
            let message = format!("this work has no \"{field}\"");
            problems.push(Diagnostic::error(location, message).help("every work needs an id, a type and a title"));
            continue;
        }
        read.push(work);
    }
    let sources = cited(&read);
    // The style leaves some types out of bibliographies, such as entries of encyclopedias.
    let is_empty = |source: &Source| !text(&source.citation).contains(char::is_alphanumeric);
    for source in sources.iter().filter(|source| is_empty(source)) {
        let location = ids.location(&source.id).unwrap_or_else(|| file.id.at(0..0));
        let message = format!("nothing can be printed for the work \"{}\"", source.id);
        problems.push(Diagnostic::error(location, message).help(
            "the Chicago style does not list works of this type: call an entry of an encyclopedia a \"webpage\" or a \"chapter\"",
        ));
    }
    for source in &sources {
        ids.set_source_label(&source.id, &source.short);
    }
    sources
}

/// Removes the ends of date ranges from a work, because hayagriva 0.10 panics on them. Returns the first year of `issued` and
/// the range (`1954`, `1954–1963`) if it was one; [`cited`] replaces the year by the range.
fn take_range(work: &mut serde_json::Value) -> Option<(String, String)> {
    let year = |date: &serde_json::Value| date.get(0).map(|year| year.to_string().trim_matches('"').to_owned());
    let mut issued = None;
    for (field, value) in work.as_object_mut()? {
        let Some(dates) = value.get_mut("date-parts").and_then(serde_json::Value::as_array_mut) else {
            continue;
        };
        if let (Some(start), Some(end)) = (dates.first().and_then(year), dates.get(1).and_then(year))
            && field == "issued"
        {
            let both = format!("{start}–{end}");
            issued = Some((start, both));
        }
        dates.truncate(1);
    }
    issued
}

/// Removes the address of a work and returns it, because the page has a link in place of a printed address.
fn take_address(work: &mut serde_json::Value) -> Option<String> {
    let work = work.as_object_mut()?;
    let doi = work.remove("DOI").and_then(|doi| Some(format!("https://doi.org/{}", doi.as_str()?)));
    let url = work.remove("URL").and_then(|url| url.as_str().map(str::to_owned));
    doi.or(url)
}

fn text_field(item: &Item, field: &str) -> Option<String> {
    item.0.get(field)?.to_str().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// JSON without the whitespace between its tokens.
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

fn cited(works: &[Work]) -> Vec<Source> {
    let (style, locales) = &*STYLE;
    let locale = LocaleCode("en-US".to_owned());
    let mut driver = BibliographyDriver::new();
    for work in works {
        let cited = vec![CitationItem::with_entry(&work.item)];
        driver.citation(CitationRequest::new(cited, style, Some(locale.clone()), locales, None));
    }
    let rendered = driver.finish(BibliographyRequest::new(style, Some(locale), locales));
    // Citations are in the order of the requests, the bibliography is sorted alphabetically.
    let shorts: Vec<String> = rendered.citations.iter().map(|citation| text(&prose(&citation.citation))).collect();
    let bibliography = rendered.bibliography.map(|bibliography| bibliography.items).unwrap_or_default();
    let mut positions = BTreeMap::new();
    for (position, work) in works.iter().enumerate() {
        positions.entry(work.item.id().unwrap_or_default()).or_insert(position);
    }
    bibliography
        .into_iter()
        .filter_map(|entry| {
            let position = *positions.get(entry.key.as_str())?;
            let Work { range, address, csl, .. } = works.get(position)?;
            let mut short = shorts.get(position)?.trim_matches(['(', ')']).to_owned();
            let mut citation = prose(&entry.content);
            if let Some((start, both)) = range {
                short = short.replacen(start, both, 1);
                if let Some(inline) = citation.iter_mut().find(|inline| inline.text.contains(start)) {
                    inline.text = inline.text.replacen(start, both, 1);
                }
            }
            Some(Source {
                id: entry.key.as_str().into(),
                short,
                citation,
                url: address.clone(),
                csl: csl.clone(),
                supports: Vec::new(),
                passages: Vec::new(),
                further: None,
            })
        })
        .collect()
}

fn text(prose: &Prose) -> String {
    prose.iter().map(|inline| inline.text.as_str()).collect()
}

/// The words of a citation, with titles emphasized and typographic apostrophes and dashes.
fn prose(children: &ElemChildren) -> Prose {
    let mut prose = Prose::new();
    collect(children, &mut prose);
    for inline in &mut prose {
        // The style ends a citation with a full stop where the title has one already.
        inline.text = typographic(&inline.text).replace(".”.", ".”");
    }
    prose
}

/// `Lenin's` becomes `Lenin’s`, `1879-1940` becomes `1879–1940`; catalogs have the plain characters.
fn typographic(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let beside = |at: usize, kind: fn(&char) -> bool| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        before.is_some_and(kind) && letters.get(at + 1).is_some_and(kind)
    };
    let set = |(at, letter): (usize, &char)| match letter {
        '\'' if beside(at, |letter| letter.is_alphabetic()) => '’',
        '-' if beside(at, char::is_ascii_digit) => '–',
        _ => *letter,
    };
    letters.iter().enumerate().map(set).collect()
}

fn collect(children: &ElemChildren, prose: &mut Prose) {
    for child in &children.0 {
        let (text, emphasis) = match child {
            ElemChild::Text(text) => {
                let italic = text.formatting.font_style == FontStyle::Italic;
                (&text.text, italic.then_some(Emphasis::Stress))
            }
            ElemChild::Elem(element) => {
                collect(&element.children, prose);
                continue;
            }
            ElemChild::Link { text, .. } => (&text.text, None),
            ElemChild::Markup(markup) => (markup, None),
            ElemChild::Transparent { .. } => continue,
        };
        match prose.last_mut() {
            Some(last) if last.emphasis == emphasis => last.text.push_str(text),
            _ => prose.push(Inline { text: text.clone(), emphasis, mention: None, link: None, passage: None }),
        }
    }
}

/// The byte offset of `serde_json`'s line (from 1) and column (in bytes, from 1).
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whitespace_between_tokens_is_removed() {
        let json = "{\n  \"b\": [ 1, 2.50 ],\t\"a\": \"two  \\\" \\\\\", \"c\" : true\r\n}";
        let compact = compact(json);
        assert_eq!(compact, "{\"b\":[1,2.50],\"a\":\"two  \\\" \\\\\",\"c\":true}");
        let read = |json: &str| serde_json::from_str::<serde_json::Value>(json).expect("it is JSON");
        assert_eq!(read(&compact), read(json));
    }
}

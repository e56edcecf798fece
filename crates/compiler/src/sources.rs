//! `sources.json`: the works that our statements rest on, in CSL-JSON, set in Chicago's author-date style by hayagriva.

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{FontStyle, LocaleCode, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren};
use palimpsest_story::{Emphasis, Inline, Prose, Source};
use serde_json::value::RawValue;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};

/// Reads the file, claims its ids, and sets each work's citation; in alphabetical order of the citations.
pub(crate) fn parse(file: &SourceFile, ids: &mut Ids, problems: &mut Vec<Diagnostic>) -> Vec<Source> {
    const HELP: &str = "sources.json is what Zotero exports as CSL-JSON: a list of works";
    let works: Vec<&RawValue> = match serde_json::from_str(&file.text) {
        Ok(works) => works,
        Err(_) if file.text.is_empty() => return Vec::new(),
        Err(error) => {
            let at = offset(&file.text, error.line(), error.column());
            problems.push(Diagnostic::error(file.id.at(at..at), format!("this is not CSL-JSON: {error}")).help(HELP));
            return Vec::new();
        }
    };
    let mut items = Vec::new();
    for work in works {
        // A raw value is a slice of the text it was read from.
        let start = work.get().as_ptr() as usize - file.text.as_ptr() as usize;
        let location = file.id.at(start..start + work.get().len());
        let item: Item = match serde_json::from_str(work.get()) {
            Ok(item) => item,
            Err(error) => {
                let message = format!("this is not a work in CSL-JSON: {error}");
                problems.push(Diagnostic::error(location, message).help(HELP));
                continue;
            }
        };
        let missing = ["id", "type", "title"].into_iter().find(|field| text_field(&item, field).is_none());
        if let Some(field) = missing {
            let message = format!("this work has no \"{field}\"");
            problems.push(Diagnostic::error(location, message).help("every work needs an id, a type and a title"));
            continue;
        }
        if let Some(id) = item.id() {
            ids.claim(&id, Kind::Source, location, problems);
        }
        items.push(item);
    }
    cited(&items)
}

fn text_field(item: &Item, field: &str) -> Option<String> {
    item.0.get(field)?.to_str().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn cited(items: &[Item]) -> Vec<Source> {
    let Style::Independent(style) = ArchivedStyle::ChicagoAuthorDate.get() else {
        unreachable!("hayagriva holds Chicago's author-date style as a style of its own")
    };
    let locales = locales();
    let locale = LocaleCode("en-US".to_owned());
    let mut driver = BibliographyDriver::new();
    for item in items {
        let cited = vec![CitationItem::with_entry(item)];
        driver.citation(CitationRequest::new(cited, &style, Some(locale.clone()), &locales, None));
    }
    let rendered = driver.finish(BibliographyRequest::new(&style, Some(locale), &locales));
    // Citations come in the order of the requests, the bibliography in the order of the alphabet.
    let shorts: Vec<String> =
        rendered.citations.iter().map(|citation| text(&prose(&citation.citation))).collect();
    let bibliography = rendered.bibliography.map(|bibliography| bibliography.items).unwrap_or_default();
    bibliography
        .into_iter()
        .filter_map(|entry| {
            let position = items.iter().position(|item| item.id().as_deref() == Some(entry.key.as_str()))?;
            Some(Source {
                id: entry.key.as_str().into(),
                short: shorts.get(position)?.trim_matches(['(', ')']).to_owned(),
                citation: prose(&entry.content),
                url: text_field(items.get(position)?, "URL").filter(|url| is_web_address(url)),
            })
        })
        .collect()
}

fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn text(prose: &Prose) -> String {
    prose.iter().map(|inline| inline.text.as_str()).collect()
}

/// The citation's words; titles are stressed. Addresses stay out of it: they stand in [`Source::url`].
fn prose(children: &ElemChildren) -> Prose {
    let mut prose = Prose::new();
    collect(children, &mut prose);
    prose
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
            _ => prose.push(Inline { text: text.clone(), emphasis, mention: None }),
        }
    }
}

/// The byte offset of serde_json's line (from 1) and column (in bytes, from 1).
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

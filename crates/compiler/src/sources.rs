//! `sources.json`: the cited works in CSL-JSON, as Zotero, Better BibTeX and Crossref write it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use palimpsest_story::{CalendarDay, Inline, Source, SourceId, words_of};
use palimpsest_words::Words;
use serde_json::value::RawValue;

use crate::bibliography::{Cited, cited};
use crate::csl;
use crate::csl::date::Language;
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::quotation_marks::{is_typographic, straight};
use crate::unseen;
use crate::works::{self, Work};

const HELP: &str = "sources.json is a list of works in CSL-JSON, as Zotero exports it";

const BIBTEX: &str =
    "this is BibTeX: name the file works.bib, and palimpsest import works.bib makes sources.json from it";

const RIS: &str = "this is RIS: import it into Zotero, and export it from there in the format CSL JSON";

/// The days on which works without a date of publication were looked up.
type Accessed = BTreeMap<SourceId, Looked>;

/// The day on which a work was looked up: in the words of the style, and as a calendar day if it is one.
type Looked = (String, Option<CalendarDay>);

/// Reads the file, registers its ids and formats the citations. The sources are in the alphabetical order of their
/// citations. `language` is the language tag of the page.
pub(crate) fn parse(
    file: &SourceFile,
    language: &str,
    words: &Words,
    ids: &mut Ids,
    problems: &mut Vec<Diagnostic>,
) -> (Vec<Source>, Accessed) {
    let list: Vec<&RawValue> = match serde_json::from_str(&file.text) {
        Ok(whole) => csl::file::works(whole).works,
        Err(_) if file.text.trim().is_empty() => {
            if file.unread {
                ids.set_unread(Kind::Source);
            }
            return (Vec::new(), Accessed::new());
        }
        Err(error) => {
            ids.set_unread(Kind::Source);
            let at = offset(&file.text, error.line(), error.column());
            let help = match file.text.trim_start() {
                text if text.starts_with('@') => BIBTEX.to_owned(),
                text if text.starts_with("TY  -") => RIS.to_owned(),
                _ if file.text[at..].starts_with(is_typographic) => straight(""),
                _ => HELP.to_owned(),
            };
            problems.push(Diagnostic::error(file.id.at(at..at), format!("this is not CSL-JSON: {error}")).help(help));
            return (Vec::new(), Accessed::new());
        }
    };
    // All ids are claimed before anything else is read, so that citations of a work with a mistake are not reported as well.
    let keys: Vec<Option<String>> = list.iter().map(|raw| csl::file::key(raw)).collect();
    let given = list.iter().zip(&keys).filter_map(|(raw, key)| Some((key.as_deref()?, works::id_location(file, raw))));
    ids.claim_sources(given, problems);
    // Any citation may mean a work without an id, which is reported.
    if keys.iter().any(Option::is_none) {
        ids.set_unread(Kind::Source);
    }
    let mut read: Vec<Work> = Vec::new();
    let mut taken = BTreeSet::new();
    let terms = csl::style::terms(language);
    let said = Language { words, terms: &terms };
    for (raw, key) in list.iter().zip(&keys) {
        let id = key.as_deref().map(|key| ids.source(key).to_owned());
        let work = works::read(file, raw, id.as_deref().unwrap_or_default(), said, problems);
        // The second of two works with the same id was reported when the ids were claimed.
        read.extend(work.filter(|_| id.is_some_and(|id| taken.insert(id))));
    }
    let (cited, broken) = cited(&read, language);
    for work in broken {
        problems.push(
            Diagnostic::error(work.location.clone(), format!("the work \"{}\" cannot be cited", work.key))
                .help("something in it is more than the citation style can read: shorten its fields one by one"),
        );
    }
    // The style leaves some types out of bibliographies.
    let is_empty = |cited: &&Cited| !cited.citation.iter().any(|inline| inline.text.contains(char::is_alphanumeric));
    for cited in cited.iter().filter(is_empty) {
        let message = format!("nothing can be printed for the work \"{}\"", cited.work.key);
        problems.push(
            Diagnostic::error(cited.work.location.clone(), message)
                .help("the Chicago style does not list works of this type: call it a \"webpage\" or a \"document\""),
        );
    }
    for cited in &cited {
        let citation = words_of(&cited.citation);
        for field in csl::names::unnamed(&cited.work.plain, &citation) {
            let message = format!("the citation of the work \"{}\" does not name its \"{field}\"", cited.work.key);
            problems.push(
                Diagnostic::warning(cited.work.location.clone(), message)
                    .help("the Chicago style has no place for it in works of this type: name them in the title, or check the type"),
            );
        }
        ids.set_source_label(&cited.work.id, &cited.short, &cited.author);
        let titles = ["title", "title-short"].into_iter().filter_map(|field| cited.work.plain.0.get(field));
        ids.call(Kind::Source, titles.filter_map(|title| Some((title.to_str()?, cited.work.id.as_str()))));
    }
    let undated = cited.iter().filter(|cited| cited.work.issued.is_none());
    let accessed = undated.filter_map(|cited| Some((cited.work.id.as_str().into(), cited.work.accessed.clone()?)));
    let accessed = accessed.collect();
    (cited.into_iter().map(source).collect(), accessed)
}

/// Adds the day of access to citations, as the style requires for a work without a date. A work with passages gets none,
/// because the page shows the days on which they were read. Neither does a work that nobody opened.
pub(crate) fn add_access(sources: &mut [Source], accessed: &Accessed, language: &str, words: &Words) {
    for source in sources.iter_mut().filter(|source| source.passages.is_empty() && source.further.is_none()) {
        let Some((text, day)) = accessed.get(&source.id) else { continue };
        // If both are in English, the style writes the parts of a day in another order than the page.
        let is_english = language.split('-').next() == Some("en");
        let date = match day.filter(|_| !is_english) {
            Some(day) => crate::date_words::calendar_day(day, words).unwrap_or_else(|_| text.clone()),
            None => text.clone(),
        };
        let text = format!(" {} {date}.", csl::style::accessed(language));
        match source.citation.last_mut().filter(|last| last.marks.is_empty()) {
            Some(last) => last.text.push_str(&text),
            None => source.citation.push(Inline::plain(text)),
        }
    }
}

/// Returns the parts of the file that the page does not show, in order: abstracts, notes, keywords. Returns the whole file
/// if it cannot be read.
pub(crate) fn unseen(file: &SourceFile) -> Vec<Range<usize>> {
    // If the file cannot be read, that is the one problem to fix first.
    let Ok(whole) = serde_json::from_str::<&RawValue>(&file.text) else {
        return std::iter::once(0..file.text.len()).collect();
    };
    let csl::file::Works { works, others } = csl::file::works(whole);
    let others = others.into_iter().map(|(_, value)| works::location(file, value).span);
    let mut unseen: Vec<Range<usize>> =
        works.into_iter().flat_map(|work| unseen::values(file, work)).chain(others).collect();
    unseen.sort_by_key(|range| range.start);
    unseen
}

fn source(Cited { work, short, citation, .. }: Cited) -> Source {
    Source {
        id: work.id.as_str().into(),
        short,
        citation,
        url: work.address.clone(),
        csl: work.csl.clone(),
        supports: Vec::new(),
        passages: Vec::new(),
        further: None,
    }
}

/// Returns the byte offset of `serde_json`'s line (from 1) and column (in bytes, from 1).
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

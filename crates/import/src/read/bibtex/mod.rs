//! Bibliographies for BibTeX and biblatex.
//!
//! The crate `biblatex` finds the entries and their fields, and converts accents and special characters. [`tex`] preserves
//! the markup that the crate would drop. [`work`] maps fields to CSL-JSON, and [`kinds`] maps the types of entries;
//! [`dates`] and [`names`] parse dates and names.

mod dates;
mod kinds;
mod names;
mod tex;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use biblatex::{Bibliography, Field, Pair, RawBibliography, RawChunk, RawEntry, Spanned};

use crate::draft::Draft;
use crate::error::Error;

/// The fields without markup: addresses, and dates, in which `~` is not a space. The crate would convert two hyphens to a
/// dash.
const VERBATIM: [&str; 8] = ["date", "doi", "eprint", "eventdate", "file", "origdate", "url", "urldate"];

/// The abbreviations of the months, which every style defines.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// How to fix a file that the crate cannot parse.
const HELP: &str = "an entry is written as in @book{avrich1970, author = {Avrich, Paul}, title = {Kronstadt 1921}, \
                    year = {1970}}; look for a brace, a comma or a quotation mark that is missing on this line or \
                    before it";

/// The offset of a value in the file, and the value with its abbreviations expanded.
type Raw = (usize, String);

/// Makes a draft from a bibliography.
///
/// # Errors
///
/// Returns an error with the position if the file is not BibTeX.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Draft, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::not_utf8(file, bytes))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let raw = RawBibliography::parse(text).map_err(|error| {
        Error::new(file, format!("this is not BibTeX: {}", error.kind), HELP).at(place(text, error.span.start))
    })?;
    let mut reader = Reader { file, text, draft: Draft::of(file) };
    reader.outside(&raw);
    let entries = reader.entries(&raw);
    let mut taken = BTreeSet::new();
    for entry in &entries {
        reader.entry(entry, &entries, &mut taken)?;
    }
    Ok(reader.draft)
}

/// Returns the line and the column of an offset, both counted from 1.
fn place(text: &str, offset: usize) -> String {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    format!("line {line}, column {column}")
}

/// An entry with the values of its fields, whose names are in lower case.
struct Entry<'a> {
    key: &'a str,
    kind: String,
    /// The offset at which it begins.
    start: usize,
    fields: BTreeMap<String, Raw>,
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    draft: Draft,
}

impl<'a> Reader<'a> {
    fn line(&self, offset: usize) -> String {
        format!("line {}", self.text.get(..offset).unwrap_or(self.text).matches('\n').count() + 1)
    }

    /// Leaves over the text outside entries: comments, and data that programs keep there for themselves.
    fn outside(&mut self, raw: &RawBibliography) {
        let end = |from: usize| self.text[from..].find('}').map_or(self.text.len(), |at| from + at + 1);
        let mut read: Vec<Range<usize>> =
            raw.entries.iter().map(|entry| entry.span.start..end(entry.span.end)).collect();
        // Abbreviations are expanded where they are used.
        read.extend(raw.abbreviations.iter().map(|pair| {
            let start = self.text[..pair.key.span.start].rfind('@').unwrap_or(pair.key.span.start);
            start..end(pair.value.span.end)
        }));
        read.sort_by_key(|range| range.start);
        let mut at = 0;
        let mut left = Vec::new();
        let end = self.text.len();
        for range in read.into_iter().chain(std::iter::once(end..end)) {
            if let Some(between) = self.text.get(at..range.start).filter(|text| !text.trim().is_empty()) {
                let start = at + between.len() - between.trim_start().len();
                left.push((start, between.trim().to_owned()));
            }
            at = at.max(range.end);
        }
        for (start, text) in left {
            self.draft.leave(self.line(start), text, "it stands outside entries, where BibTeX reads nothing");
        }
    }

    /// Returns the entries with their abbreviations expanded.
    fn entries<'r>(&mut self, raw: &'r RawBibliography<'a>) -> Vec<Entry<'r>> {
        let abbreviations: BTreeMap<String, &Field> =
            raw.abbreviations.iter().map(|pair| (pair.key.v.to_ascii_lowercase(), &pair.value.v)).collect();
        let mut entries = Vec::new();
        for Spanned { v: RawEntry { key, kind, fields }, span } in &raw.entries {
            let mut values: BTreeMap<String, Raw> = BTreeMap::new();
            for Pair { key: name, value } in fields {
                let mut text = String::new();
                for chunk in &value.v {
                    match chunk.v {
                        RawChunk::Normal(part) => text.push_str(part),
                        RawChunk::Abbreviation(name) => {
                            text.push_str(&self.written_out(name, chunk.span.start, &abbreviations));
                        }
                    }
                }
                let at = value.span.start;
                if values.contains_key(&name.v.to_ascii_lowercase()) {
                    let what = format!("{}: {} = {{{text}}}", key.v, name.v);
                    self.draft.leave(self.line(at), what, "the entry has this field already");
                    continue;
                }
                values.insert(name.v.to_ascii_lowercase(), (at, text));
            }
            entries.push(Entry { key: key.v, kind: kind.v.to_ascii_lowercase(), start: span.start, fields: values });
        }
        entries
    }

    /// Expands an abbreviation. An undefined one is used as a word, and reported.
    fn written_out(&mut self, name: &str, at: usize, abbreviations: &BTreeMap<String, &Field>) -> String {
        let lower = name.to_ascii_lowercase();
        let mut text = String::new();
        // Abbreviations may contain others. One that refers back to itself ends there.
        let mut open = vec![(lower.clone(), 0)];
        while let Some((name, next)) = open.pop() {
            let Some(field) = abbreviations.get(&name) else {
                if !MONTHS.contains(&name.as_str()) {
                    self.draft.leave(
                        self.line(at),
                        name.clone(),
                        "no @string defines this abbreviation; it is taken as a word",
                    );
                }
                text.push_str(&name);
                continue;
            };
            let Some(chunk) = field.get(next) else { continue };
            open.push((name, next + 1));
            match chunk.v {
                RawChunk::Normal(part) => text.push_str(part),
                RawChunk::Abbreviation(inner) => {
                    let inner = inner.to_ascii_lowercase();
                    if open.iter().any(|(name, _)| *name == inner) || open.len() > 8 || text.len() > 10_000 {
                        self.draft.leave(self.line(at), inner, "this abbreviation stands for itself");
                    } else {
                        open.push((inner, 0));
                    }
                }
            }
        }
        text
    }

    fn entry(&mut self, entry: &Entry<'a>, entries: &[Entry<'a>], taken: &mut BTreeSet<&'a str>) -> Result<(), Error> {
        if ["xdata", "set"].contains(&entry.kind.as_str()) {
            if entry.kind == "set" {
                self.draft.leave(
                    self.line(entry.start),
                    entry.key,
                    "a set of entries, which are works of their own here",
                );
            }
            return Ok(());
        }
        if !taken.insert(entry.key) {
            let text: Vec<String> =
                entry.fields.iter().map(|(name, (_, value))| format!("{name} = {{{value}}}")).collect();
            let what = format!("@{}{{{}, {}}}", entry.kind, entry.key, text.join(", "));
            self.draft.leave(self.line(entry.start), what, "an earlier entry has the same key");
            return Ok(());
        }
        let fields = with_inherited(entry, entries);
        let mut values = Values { reader: self, key: entry.key, start: entry.start, fields };
        let work = work::work(&mut values, &entry.kind)?;
        let left = std::mem::take(&mut values.fields);
        for (name, (at, value)) in left {
            let what = format!("{}: {name} = {{{}}}", entry.key, value.trim());
            self.draft.leave(self.line(at), what, format!("CSL has no field for {name}"));
        }
        self.draft.works.push(work);
        Ok(())
    }
}

/// Returns the fields of an entry, including those that it inherits: `crossref` names the containing work, `xdata` shared
/// data.
fn with_inherited(entry: &Entry, entries: &[Entry]) -> BTreeMap<String, Raw> {
    let mut fields = entry.fields.clone();
    let find = |key: &str| entries.iter().find(|other| other.key == key.trim() && !std::ptr::eq(*other, entry));
    if let Some(whole) = fields.get("crossref").and_then(|(_, key)| find(key)) {
        let holds = match (entry.kind.as_str(), whole.kind.as_str()) {
            ("article" | "suppperiodical", _) | (_, "periodical") => "journal",
            _ => "book",
        };
        for (name, value) in &whole.fields {
            let own = match name.as_str() {
                "title" | "subtitle" | "titleaddon" => format!("{holds}{name}"),
                "author" if entry.kind == "inbook" => "bookauthor".to_owned(),
                "author" | "crossref" | "xref" | "xdata" | "ids" | "shorttitle" | "pages" | "keywords" | "label"
                | "doi" | "url" | "urldate" | "abstract" | "note" | "file" => continue,
                name => name.to_owned(),
            };
            fields.entry(own).or_insert_with(|| value.clone());
        }
        fields.remove("crossref");
    }
    if let Some((_, keys)) = fields.get("xdata").cloned() {
        let found: Vec<&Entry> = keys.split(',').filter_map(find).collect();
        if found.len() == keys.split(',').count() {
            fields.remove("xdata");
        }
        for (name, value) in found.into_iter().flat_map(|data| &data.fields) {
            fields.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    fields
}

/// The fields of an entry that have not been taken yet.
struct Values<'r, 'a> {
    reader: &'r Reader<'a>,
    key: &'r str,
    start: usize,
    fields: BTreeMap<String, Raw>,
}

impl Values<'_, '_> {
    fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// Takes the raw value of a field.
    fn raw(&mut self, name: &str) -> Option<Raw> {
        self.fields.remove(name)
    }

    /// Takes a field as CSL-JSON text; `None` if it is empty.
    fn text(&mut self, name: &str) -> Result<Option<String>, Error> {
        let Some((at, value)) = self.raw(name) else { return Ok(None) };
        let text = self.read(at, name, &value)?;
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// Converts a value to CSL-JSON text.
    fn read(&self, at: usize, name: &str, value: &str) -> Result<String, Error> {
        let is_title = name.ends_with("title");
        if VERBATIM.contains(&name) {
            return Ok(tex::verbatim(value));
        }
        let prepared = tex::prepared(value).ok_or_else(|| {
            let message = format!("the braces in {name} of {} are nested too deeply", self.key);
            Error::new(self.reader.file, message, "remove those that have no effect").at(self.reader.line(at))
        })?;
        Ok(tex::restored(&self.crate_text(at, name, &prepared)?, is_title))
    }

    fn crate_text(&self, at: usize, name: &str, value: &str) -> Result<String, Error> {
        // The crate computes with the spans of its input, so they have to be valid.
        let field = vec![Spanned::new(RawChunk::Normal(value), 0..value.len())];
        // Any text field would do, because its meaning does not matter here.
        let name_read = "title";
        let pair = Pair::new(Spanned::new(name_read, 0..0), Spanned::new(field, 0..value.len()));
        let entry = RawEntry { key: Spanned::new("k", 0..0), kind: Spanned::new("misc", 0..0), fields: vec![pair] };
        let raw = RawBibliography {
            preamble: String::new(),
            entries: vec![Spanned::new(entry, 0..value.len())],
            abbreviations: Vec::new(),
        };
        let read = Bibliography::from_raw(raw).map_err(|error| {
            let message = format!("{name} of {} is not TeX: {}", self.key, error.kind);
            Error::new(self.reader.file, message, HELP).at(self.reader.line(at))
        })?;
        Ok(read
            .get("k")
            .and_then(|entry| entry.get(name_read))
            .map(biblatex::ChunksExt::format_verbatim)
            .unwrap_or_default())
    }
}

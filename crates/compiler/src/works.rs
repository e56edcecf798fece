//! Converts one work of `sources.json` to the form that the citation style takes. The style's library panics on dates that
//! it does not expect, and names neither the field nor the place of what it cannot read, so it is given only texts, names
//! and days of a known form.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{Item, NameValue, Value as Field};
use palimpsest_story::CalendarDay;
use palimpsest_story::csl::{bare_doi, bare_pages};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::csl;
use crate::csl::date::{CslDate, Language};
use crate::csl::fields::{DATES, Fields, TEXTS};
use crate::csl::names::{NAMES, address_letter, name};
use crate::diagnostic::{Diagnostic, Location};
use crate::files::SourceFile;
use crate::plain_text;

/// A work, with what a story uses of it besides its citation.
pub(crate) struct Work {
    /// The id on the page, by which the citation is found again.
    pub id: String,
    /// The id by which the file and its citations name the work.
    pub key: String,
    /// The work without markup, by which it is sorted.
    pub plain: Item,
    /// The work with stand-ins for markup and for letters that keep their case.
    pub item: Item,
    /// The date of publication.
    pub issued: Option<CslDate>,
    /// What the style prints for other dates, and what to print instead.
    pub instead: Vec<(String, String)>,
    /// The day on which the work was looked up: in the words of the style, and as a calendar day if it is one.
    pub accessed: Option<(String, Option<CalendarDay>)>,
    pub address: Option<String>,
    pub csl: String,
    pub location: Location,
}

/// Help text on a work that has no id, and nothing that could be one.
const NO_ID: &str = "every work needs an id, a type and a title; write the id, as in \"id\": \"avrich-1970\", or a \"DOI\", or \
                     an author and a year, which are its id where it has none";

/// Help text on TeX and other code in the place of letters.
const CODE: &str = "write the letter itself, as in ö or &; CSL writes italics as in <i>Potemkin</i>, and has \
                    <span class=\"nocase\"> for braces that keep capitals";

/// A field that cannot be read: where it is, why, and how to fix it.
type Wrong = (Location, String, &'static str);

/// Reads a work of the file. `id` is its id on the page. Reports a work that cannot be cited, and returns `None` for it.
pub(crate) fn read(
    file: &SourceFile,
    raw: &RawValue,
    id: &str,
    language: Language,
    problems: &mut Vec<Diagnostic>,
) -> Option<Work> {
    let location = location(file, raw);
    let Some(fields) = csl::fields::fields(raw) else {
        problems.push(
            Diagnostic::error(location, "this is not a work in CSL-JSON")
                .help("a work is a table, as in { \"id\": \"avrich-1970\", \"type\": \"book\", \"title\": \"…\" }"),
        );
        return None;
    };
    if let Some((message, help)) = csl::file::foreign(raw) {
        problems.push(Diagnostic::error(location, message).help(help));
        return None;
    }
    let before = problems.len();
    let mut reader = Reader { file, fields: &fields, language, problems };
    let given_type = reader.text("type");
    let is_type_told = reader.problems.len() > before;
    let title = reader.text("title");
    let is_title_told = reader.problems.len() > before + usize::from(is_type_told);
    let kind = given_type.as_deref().and_then(|given| match csl::kind::known(given) {
        Ok(kind) => Some(kind),
        Err(help) => {
            let place = reader.place("type");
            let message = format!("\"{given}\" is not a type of work in CSL");
            reader.problems.push(Diagnostic::error(place, message).help(help));
            None
        }
    });
    let missing = [
        ("id", !id.is_empty()),
        ("type", given_type.is_some() || is_type_told),
        ("title", title.is_some() || is_title_told),
    ];
    let missing: Vec<_> =
        missing.into_iter().filter(|(_, given)| !given).map(|(field, _)| format!("\"{field}\"")).collect();
    if !missing.is_empty() {
        let message = format!("this work has no {}", missing.join(", no "));
        let help = if id.is_empty() { NO_ID } else { "every work needs an id, a type and a title" };
        reader.problems.push(Diagnostic::error(location.clone(), message).help(help));
    }
    let is_english = language.words.language().split('-').next() == Some("en");
    // The library asks the work for its language before it asks the page.
    let is_cased = reader.text("language").map_or(is_english, |own| own.starts_with("en")) && csl::kind::is_cased(kind);
    let [mut item, mut plain] = reader.texts(kind, is_english, is_cased);
    if kind == Some("article-journal") {
        [&mut item, &mut plain].into_iter().for_each(number_issue);
    }
    let mut issued = None;
    let mut accessed = None;
    let mut instead = Vec::new();
    for (distance, field) in (0..).zip(DATES) {
        let Some(date) = reader.date(field) else { continue };
        let date = if field == "issued" { date } else { date.apart(distance + 1) };
        item.insert(field.to_owned(), Field::Date(date.value.clone()));
        match field {
            "issued" => issued = Some(date),
            "accessed" => accessed = Some((date.text, date.day)),
            _ => instead.extend(date.instead),
        }
    }
    for field in NAMES {
        let names = reader.names(field);
        if !names.is_empty() {
            item.insert(field.to_owned(), Field::Names(names));
        }
    }
    address_letter(&mut item, language);
    reader.doi(&item);
    // The page has a link instead of a printed address.
    let address = csl::address::take(&mut item);
    let has = |field: &str| item.contains_key(field);
    let is_contained = has("container-title");
    let printed = csl::kind::printed(kind.unwrap_or("document"), has);
    let head = [("id", id), ("type", printed)].map(|(field, text)| (field.to_owned(), Field::String(text.to_owned())));
    item.extend(head);
    if is_contained {
        item.insert(csl::style::CONTAINED.to_owned(), Field::String("1".to_owned()));
    }
    for (field, value) in &item {
        // The recipients of a letter may have been added to its genre.
        let given = plain.entry(field.clone()).or_insert_with(|| value.clone());
        if field == "genre" {
            given.clone_from(value);
        }
    }
    plain.retain(|field, _| item.contains_key(field));
    reader.address(address.as_deref());
    title.and(kind)?;
    let key = csl::file::key(raw).unwrap_or_default();
    let (id, csl) = (id.to_owned(), csl::file::exported(raw, &key, kind.unwrap_or_default()));
    Some(Work { id, key, plain: Item(plain), item: Item(item), issued, instead, accessed, address, csl, location })
}

/// Makes the number of a journal its issue, as which BibTeX means it. The style prints a number in place of the pages.
fn number_issue(fields: &mut BTreeMap<String, Field>) {
    if !fields.contains_key("issue")
        && let Some(number) = fields.remove("number")
    {
        fields.insert("issue".to_owned(), number);
    }
}

/// Returns the location of a value in its file.
pub(crate) fn location(file: &SourceFile, raw: &RawValue) -> Location {
    // A raw value is a slice of the text from which it was read.
    let start = raw.get().as_ptr() as usize - file.text.as_ptr() as usize;
    file.id.at(start..start + raw.get().len())
}

/// Returns the location of the `id` of a work, or else of the whole work.
pub(crate) fn id_location(file: &SourceFile, raw: &RawValue) -> Location {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(raw.get()).unwrap_or_default();
    location(file, fields.get("id").copied().unwrap_or(raw))
}

struct Reader<'a> {
    file: &'a SourceFile,
    fields: &'a Fields<'a>,
    language: Language<'a>,
    problems: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Returns the location of a field's value. The field must be present.
    fn place(&self, field: &str) -> Location {
        self.fields.get(field).map_or_else(|| self.file.id.at(0..0), |raw| location(self.file, raw))
    }

    fn value(&self, field: &str) -> Option<Value> {
        // The field has already been read as JSON, as a part of something larger.
        serde_json::from_str(self.fields.get(field)?.get()).ok()
    }

    fn report(&mut self, wrong: Wrong) {
        let (place, message, help) = wrong;
        // A field may be read twice: to see whether it is present, and for the citation.
        let is_told = |problem: &Diagnostic| problem.location == place && problem.message == message;
        if !self.problems.iter().any(is_told) {
            self.problems.push(Diagnostic::error(place, message).help(help));
        }
    }

    /// Reads a text. Accepts a number, and a list of texts, as Crossref writes titles, of which it takes the first.
    fn text(&mut self, field: &str) -> Option<String> {
        let value = self.value(field)?;
        let text = match &value {
            Value::Null => return None,
            Value::Array(list) if list.is_empty() => return None,
            Value::Array(list) => match list.as_slice() {
                [Value::String(text), rest @ ..] if rest.iter().all(Value::is_string) => {
                    csl::fields::joined(field, list).unwrap_or_else(|| text.clone())
                }
                _ => String::new(),
            },
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Bool(_) | Value::Object(_) => String::new(),
        };
        if text.is_empty() && !value.is_string() {
            let place = self.place(field);
            self.report((place, format!("\"{field}\" of this work is not a text"), "write it in quotes, as in \"12\""));
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Markup alone is no text.
        Some(text).filter(|text| !csl::text::plain(text).trim().is_empty())
    }

    /// Reports an address that is not one of the web.
    fn address(&mut self, address: Option<&str>) {
        if let Some(address) = address.filter(|given| !given.starts_with("https://") && !given.starts_with("http://")) {
            let problem = Diagnostic::error(self.place("URL"), format!("\"{address}\" is not a web address"));
            self.problems.push(problem.help("a URL begins with https:// or http://"));
        }
    }

    /// Warns of a DOI that is none, which would become a dead link.
    fn doi(&mut self, item: &BTreeMap<String, Field>) {
        let Some(Field::String(doi)) = item.get("DOI").filter(|_| self.fields.contains_key("DOI")) else { return };
        if !bare_doi(doi).starts_with("10.") {
            let problem = Diagnostic::warning(self.place("DOI"), format!("\"{doi}\" is not a DOI"));
            let help = "a DOI begins with 10., as in 10.1000/182; another address is the \"URL\"";
            self.problems.push(problem.help(help));
        }
    }

    /// Returns a text, with CSL's markup in place of Markdown in titles. Warns of markup that is printed as it is written: in
    /// citations, or in the files that the page offers.
    fn tagged(&mut self, field: &str, text: String) -> String {
        let tagged = if field.contains("title") { plain_text::tagged(&text) } else { text.clone() };
        if !["DOI", "URL"].contains(&field) {
            self.markup(field, &text);
        }
        tagged
    }

    fn markup(&mut self, field: &str, text: &str) {
        let is_title = field.contains("title");
        let emphasis = plain_text::emphasized(text).filter(|_| is_title).map(|range| &text[range]);
        let (mark, what, help) = match (csl::text::printed_tag(text), emphasis) {
            (Some(tag), _) => (
                tag,
                "is printed as it is written",
                "CSL has <i>, <b>, <sup>, <sub> and <span class=\"nocase\">, each with its end, as in <i>Potemkin</i>",
            ),
            (None, Some(mark)) => (
                mark.to_owned(),
                "is Markdown, which programs for references do not know",
                "CSL writes italics as in <i>Potemkin</i>",
            ),
            (None, None) => match csl::text::printed_code(text) {
                Some(code) => (code, "is printed as it is written", CODE),
                None => return,
            },
        };
        let message = format!("\"{mark}\" in the \"{field}\" of this work {what}");
        let place = self.place(field);
        let is_told = |problem: &Diagnostic| problem.location == place && problem.message == message;
        if !self.problems.iter().any(is_told) {
            self.problems.push(Diagnostic::warning(place, message).help(help));
        }
    }

    /// Reads the texts of the work: in the form that is passed to the style, and without markup.
    fn texts(&mut self, kind: Option<&str>, is_english: bool, is_cased: bool) -> [BTreeMap<String, Field>; 2] {
        let mut item = BTreeMap::new();
        let mut plain = BTreeMap::new();
        for field in TEXTS {
            let Some(mut text) = self.text(field) else { continue };
            // Crossref has a separate field for what follows the colon.
            let rest = if field == "title" { self.text("subtitle") } else { None };
            if let Some(rest) = rest.filter(|rest| !text.contains(rest.as_str())) {
                text = format!("{text}: {rest}");
            }
            let text = self.tagged(field, text);
            let text = match field {
                "page" => bare_pages(&text).replace("--", "-"),
                // The style adds the noun.
                "number-of-volumes" => text.trim_end_matches(|letter: char| !letter.is_ascii_digit()).to_owned(),
                // Of a book, it adds it only to a number: “Rev. ed.” would lose it.
                "edition"
                    if kind != Some("article-newspaper") && !text.starts_with(|first: char| first.is_ascii_digit()) =>
                {
                    text
                }
                _ => self.language.terms.bare(field, &text).to_owned(),
            };
            let text = if text.is_empty() { continue } else { text.as_str() };
            plain.insert(field.to_owned(), Field::String(csl::text::plain(text)));
            let shown = if field.contains("title") {
                csl::text::protected(text, is_english, is_cased)
            } else {
                csl::text::plain(text)
            };
            item.insert(field.to_owned(), Field::String(shown));
        }
        [item, plain]
    }

    fn date(&mut self, field: &str) -> Option<CslDate> {
        let value = self.value(field).filter(|value| !csl::date::is_undated(value))?;
        match csl::date::read(&value, self.language) {
            Ok(Some(date)) => {
                if let Some(reason) = &date.unworded {
                    let message = format!("\"{field}\" of this work is printed as it is written: {reason}");
                    let place = self.place(field);
                    self.problems.push(Diagnostic::warning(place, message).help(
                        "readers need not know EDTF: say it in words, as in {\"literal\": \"spring of 1938 or 1939\"}",
                    ));
                }
                Some(date)
            }
            Ok(None) => {
                let message = format!("\"{field}\" of this work says nothing");
                let problem = Diagnostic::warning(self.place(field), message);
                self.problems.push(problem.help(format!("remove it, or {}", csl::date::HELP)));
                None
            }
            Err(message) => {
                let message = format!("\"{field}\" of this work is not a date: {message}");
                let place = self.place(field);
                self.report((place, message, csl::date::HELP));
                None
            }
        }
    }

    fn names(&mut self, field: &str) -> Vec<NameValue> {
        const HELP: &str = "write a list of names, as in [{ \"family\": \"Avrich\", \"given\": \"Paul\" }, { \"literal\": \"Pravda\" }]";
        let value = self.value(field);
        let list = match value {
            None | Some(Value::Null) => return Vec::new(),
            Some(Value::Array(list)) => list,
            Some(_) => {
                let place = self.place(field);
                self.report((place, format!("\"{field}\" of this work is not a list of names"), HELP));
                return Vec::new();
            }
        };
        let mut names = Vec::new();
        for given in &list {
            if let Some(name) = name(given) {
                let parts = given.as_object().into_iter().flat_map(|parts| parts.values());
                let code =
                    parts.chain([given]).filter_map(Value::as_str).find(|part| csl::text::printed_code(part).is_some());
                if let Some(part) = code {
                    self.markup(field, part);
                }
                names.push(name);
            } else {
                let place = self.place(field);
                self.report((place, format!("\"{field}\" of this work has something that is not a name"), HELP));
            }
        }
        names
    }
}

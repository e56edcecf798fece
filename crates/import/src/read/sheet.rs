//! A table of events: the spreadsheet of `TimelineJS`, or the table that a page offers for download.

use palimpsest_compiler::rules;
use palimpsest_words::{Words, languages};

use super::date::{AMERICAN, Moment};
use super::slide::{self, Media, Slide};
use super::table::{Table, column, unguarded};
use super::works;
use crate::draft::{Draft, Event, Person};
use crate::error::Error;
use crate::text::Markdown;

/// The fields of an event, and the lower-case names of their columns.
const COLUMNS: [(&str, &[&str]); 24] = [
    ("id", &["id", "unique id", "unique_id"]),
    ("edtf", &["date (edtf)", "edtf", "date"]),
    ("start", &["start date", "start"]),
    ("end", &["end date", "end"]),
    ("year", &["year", "start year"]),
    ("month", &["month", "start month"]),
    ("day", &["day", "start day"]),
    ("time", &["time", "start time"]),
    ("end year", &["end year"]),
    ("end month", &["end month"]),
    ("end day", &["end day"]),
    ("end time", &["end time"]),
    ("display", &["display date", "date in words"]),
    ("headline", &["headline", "title", "name", "event"]),
    ("text", &["text", "description", "body"]),
    ("media", &["media", "media url"]),
    ("credit", &["media credit"]),
    ("caption", &["media caption"]),
    ("alt", &["alt text", "media alt text"]),
    ("link", &["link", "media link"]),
    ("type", &["type"]),
    ("group", &["group", "tag"]),
    ("place", &["place", "location"]),
    ("people", &["people"]),
];
/// The columns of a page's own table, in order.
const OURS: [(&str, &str); 10] = [
    ("id", "export-id"),
    ("edtf", "export-edtf"),
    ("words", "export-date"),
    ("headline", "export-title"),
    ("text", "export-text"),
    ("place", "export-place"),
    ("people", "export-people"),
    ("sources", "export-sources"),
    ("group", "export-group"),
    ("address", "export-address"),
];
const HELP: &str = "the first row names the columns: Year, Month, Day, End Year, End Month, End Day, Display Date, \
                    Headline, Text, Media, Media Credit, Media Caption, Type, Group; or those of a page's timeline.csv";

/// Reads a table of events.
pub(super) fn read(name: &str, table: Table) -> Result<Draft, Error> {
    let mut draft = Draft::of(name);
    for (at, text) in &table.others {
        draft.leave(at, text, "only the first sheet is read");
    }
    if let Some((language, columns)) = ours(&table.header) {
        let rows = table.rows.iter().map(|(row, cells)| Row::new(*row, cells, &columns, &table.header, true));
        let rows: Vec<Row> = rows.collect();
        draft.language = Some(form_of(language, &rows).to_owned());
        let words = works::words(&draft);
        for row in rows {
            own(row, &mut draft, &words);
        }
        return Ok(draft);
    }
    let columns: Vec<&str> = table
        .header
        .iter()
        .map(|header| {
            let header = header.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            COLUMNS.iter().find(|(_, names)| names.contains(&header.as_str())).map_or("", |(field, _)| *field)
        })
        .collect();
    let is_dated = ["year", "edtf", "start"].iter().any(|field| columns.contains(field));
    if !is_dated || !columns.contains(&"headline") {
        let missing = if is_dated { "Headline" } else { "Year" };
        return Err(Error::new(name, format!("no column is called {missing}"), HELP).at("row 1"));
    }
    let rows: Vec<Entry> = table
        .rows
        .iter()
        .map(|(row, cells)| entry(Row::new(*row, cells, &columns, &table.header, false), &mut draft))
        .collect();
    draft.language = slide::language(rows.iter().map(|entry| &entry.slide)).map(str::to_owned);
    let words = works::words(&draft);
    for entry in rows {
        entry.place(&mut draft, &words);
    }
    Ok(draft)
}

/// Returns the language of a page's own table, and its columns in the order of the header; `None` for any other table.
fn ours(header: &[String]) -> Option<(&'static str, Vec<&'static str>)> {
    languages().find_map(|language| {
        let words = Words::load(language).ok()?;
        let named =
            |header: &String| OURS.iter().find(|(_, key)| words.text(key) == header.trim()).map(|(field, _)| *field);
        let columns: Vec<&str> = header.iter().map(named).collect::<Option<_>>()?;
        OURS.iter().take(5).all(|(field, _)| columns.contains(field)).then_some((language, columns))
    })
}

/// Returns the tag of the language in whose form a page's own table has its dates. English has two forms of dates, with the
/// same header.
fn form_of(language: &'static str, rows: &[Row]) -> &'static str {
    let agreeing = |language: &str| {
        let Ok(words) = Words::load(language) else { return 0 };
        let says = |edtf: &str, said: &str| {
            rules::date(edtf, &words).is_ok_and(|date| rules::is_same_date(&date.text(), said))
        };
        rows.iter()
            .filter(|row| row.get("edtf").zip(row.get("words")).is_some_and(|(edtf, said)| says(edtf, said)))
            .count()
    };
    if language == "en" && agreeing(AMERICAN) > agreeing(language) { AMERICAN } else { language }
}

/// A row of which nothing is lost: cells that no reader takes are left over.
struct Row<'a> {
    number: usize,
    cells: Vec<(&'a str, Option<String>)>,
    header: &'a [String],
}

impl<'a> Row<'a> {
    /// Creates a row. If it is `guarded`, its cells may begin with an apostrophe, as in a page's own table.
    fn new(number: usize, cells: &[String], columns: &[&'a str], header: &'a [String], guarded: bool) -> Self {
        let bare = |cell: &String| {
            let cell = if guarded { unguarded(cell) } else { cell.trim() };
            Some(cell.to_owned()).filter(|cell| !cell.is_empty())
        };
        let fields = columns.iter().copied().chain(std::iter::repeat(""));
        Self { number, cells: fields.zip(cells.iter().map(bare)).collect(), header }
    }

    fn get(&self, field: &str) -> Option<&str> {
        self.cells.iter().find(|(name, _)| *name == field).and_then(|(_, cell)| cell.as_deref())
    }

    fn take(&mut self, field: &str) -> Option<String> {
        self.cells.iter_mut().find(|(name, cell)| *name == field && cell.is_some()).and_then(|(_, cell)| cell.take())
    }

    fn place(&self, field: &str) -> String {
        let position = self.cells.iter().position(|(name, _)| *name == field);
        position.map_or_else(|| format!("row {}", self.number), |position| self.cell(position))
    }

    fn cell(&self, position: usize) -> String {
        let name = self.header.get(position).map(|name| format!(" ({})", name.trim())).filter(|name| name.len() > 3);
        format!("row {}, column {}{}", self.number, column(position), name.unwrap_or_default())
    }

    fn finish(self, draft: &mut Draft) {
        for (position, (_, cell)) in self.cells.iter().enumerate() {
            if let Some(cell) = cell {
                draft.leave(self.cell(position), cell, "a story has no field for this column");
            }
        }
    }
}

/// The contents of a row.
struct Entry {
    slide: Slide,
    /// The date in EDTF, from columns that contain whole dates.
    written: Option<String>,
    place: Option<String>,
    people: Option<String>,
    /// The type of the row, in lower case.
    kind: String,
}

fn entry(mut row: Row, draft: &mut Draft) -> Entry {
    let mut slide = Slide { at: format!("row {}", row.number), key: row.take("id"), ..Slide::default() };
    slide.display = row.take("display");
    slide.headline = row.take("headline");
    slide.text = row.take("text");
    slide.group = row.take("group");
    let at = row.place("media");
    let [url, credit, caption, alt, link] = ["media", "credit", "caption", "alt", "link"].map(|field| row.take(field));
    if let Some(url) = url {
        slide.media = Some(Media { at, url, caption, credit, alt, link });
    } else {
        let about: Vec<String> = [caption, credit, alt, link].into_iter().flatten().collect();
        if !about.is_empty() {
            draft.leave(at, about.join("\n"), "the media have no address");
        }
    }
    for field in ["time", "end time"] {
        let at = row.place(field);
        if let Some(time) = row.take(field) {
            draft.leave(at, time, "dates in a story have no time of day");
        }
    }
    slide.start = moment(&mut row, ["year", "month", "day"], draft);
    slide.end = moment(&mut row, ["end year", "end month", "end day"], draft);
    let written = written(&mut row, draft);
    let (place, people) = (row.take("place"), row.take("people"));
    let kind = row.take("type").unwrap_or_default().to_lowercase();
    row.finish(draft);
    Entry { slide, written, place, people, kind }
}

impl Entry {
    /// Adds the entry to the draft.
    fn place(self, draft: &mut Draft, words: &Words) {
        let Self { slide, written, place, people, kind } = self;
        match kind.as_str() {
            "title" => return slide.title(draft),
            "era" => return slide.era(draft),
            "" => {}
            _ => draft.leave(
                format!("{}, type", slide.at),
                kind,
                "a row is a title, an era or an event; this one is now an event",
            ),
        }
        let has_start = slide.start.is_some();
        slide.event(draft, words);
        let place = place.map(|place| works::place(draft, &place, words));
        let people = people.map(|people| self::people(&people, draft)).unwrap_or_default();
        if let Some(event) = draft.events.last_mut() {
            (event.place, event.people) = (place, people);
            if !has_start {
                event.date = written;
            }
        }
    }
}

/// Reads a date such as `1921-03-08` from a single column, or its start and end from two.
fn written(row: &mut Row, draft: &mut Draft) -> Option<String> {
    let at = row.place("edtf");
    if let Some(edtf) = row.take("edtf") {
        return works::date(draft, &at, edtf);
    }
    let at = row.place("start");
    let [start, end] = ["start", "end"].map(|field| row.take(field));
    match (start, end) {
        (Some(start), Some(end)) => works::date(draft, &at, format!("{start}/{end}")),
        (Some(only), None) | (None, Some(only)) => works::date(draft, &at, only),
        (None, None) => None,
    }
}

fn moment(row: &mut Row, fields: [&str; 3], draft: &mut Draft) -> Option<Moment> {
    let at = row.place(fields[0]);
    let parts = fields.map(|field| row.take(field));
    if parts.iter().all(Option::is_none) {
        return None;
    }
    let [year, month, day] = parts.each_ref().map(Option::as_deref);
    match Moment::of(year, month, day) {
        Ok(moment) => Some(moment),
        Err(wrong) => {
            let what =
                fields.iter().zip(&parts).filter_map(|(field, part)| Some(format!("{field} {}", part.as_deref()?)));
            draft.leave(at, what.collect::<Vec<_>>().join(", "), format!("{wrong}: write the date in EDTF"));
            None
        }
    }
}

/// Returns the keys of the people whose names a cell lists, and adds the new ones.
fn people(cell: &str, draft: &mut Draft) -> Vec<String> {
    let names = cell.split(';').map(str::trim).filter(|name| !name.is_empty());
    let mut keys = Vec::new();
    for name in names {
        if draft.people.iter().all(|person| person.key != name) {
            draft.people.push(Person { key: name.to_owned(), name: name.to_owned(), ..Person::default() });
        }
        keys.push(name.to_owned());
    }
    keys
}

/// Reads a row of a page's own table.
fn own(mut row: Row, draft: &mut Draft, words: &Words) {
    let mut event = Event { title: row.take("headline").unwrap_or_default(), ..Event::default() };
    event.key = row.take("id").unwrap_or_else(|| format!("row {}", row.number));
    let (at, edtf, said) = (row.place("edtf"), row.take("edtf"), row.take("words"));
    event.date = edtf.and_then(|edtf| works::date(draft, &at, edtf));
    if let Some(said) = said.filter(|_| event.date.is_none()) {
        event.comments.push(format!("TODO the date in words: {said}"));
        draft.leave(row.place("words"), said, "words are no date: write in EDTF what they say");
    }
    let mut paragraphs = Markdown::paragraphs(&row.take("text").unwrap_or_default()).into_iter();
    (event.summary, event.text) = (paragraphs.next(), paragraphs.collect());
    event.place = row.take("place").map(|place| works::place(draft, &place, words));
    event.people = row.take("people").map(|names| people(&names, draft)).unwrap_or_default();
    for citation in row.take("sources").unwrap_or_default().split(';').map(str::trim).filter(|name| !name.is_empty()) {
        works::cited(draft, citation, citation, None);
        event.sources.push(citation.to_owned());
    }
    match row.take("group") {
        Some(group) if group == words.text("export-in-article") => event.told = true,
        Some(group) if group != words.text("export-context") => {
            draft.leave(row.place("group"), group, "events in a story have no groups");
        }
        _ => {}
    }
    if let Some(page) = row.take("address").as_deref().and_then(|address| address.split('#').next()) {
        draft.address = Some(page.to_owned()).filter(|page| page.starts_with("https://") && page.ends_with('/'));
    }
    row.finish(draft);
    draft.events.push(event);
}

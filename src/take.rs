//! What a reader can take along: the timeline as files for other programs, and a citation of the page. Plain text goes
//! in, text comes out. The formats are templates that one function fills: that is the smallest code.

/// An event as files tell it: all plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// Its name in the page's address: the part after `#`.
    pub id: String,
    /// When, in EDTF (ISO 8601-2, levels 0 and 1): `1921-03-08/1921-03-16`.
    pub edtf: String,
    /// When, in words: `8–16 March 1921`.
    pub date: String,
    /// What happened, as a headline.
    pub title: String,
    /// What happened. An empty line divides paragraphs; the first is the summary.
    pub text: String,
    /// Where; may be empty.
    pub place: String,
    /// Who took part: `Leon Trotsky; Lev Kamenev`.
    pub people: String,
    /// Where it is from: `Avrich 1970; Service 2009`.
    pub sources: String,
    /// Whether the article tells it. Otherwise it is context that the editors add.
    pub told: bool,
}

/// What a citation of the page says. What is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The article's title.
    pub title: String,
    /// Its author, the family name last.
    pub author: String,
    /// When it was published: an ISO 8601 day, month or year.
    pub date: String,
    /// The name of the edition: `Palimpsest`.
    pub edition: String,
    /// The page's address.
    pub address: String,
    /// The day when the reader saw it, in ISO 8601.
    pub accessed: String,
}

/// The timeline in the JSON format of `TimelineJS` 3, whose texts are HTML. Events whose date cannot be read are left
/// out. Dates are as precise as they are known, and also in words: "about" is in no number.
pub fn timeline_js(title: &str, address: &str, events: &[Dated]) -> String {
    let mut out = String::new();
    // TimelineJS makes the address a link.
    fill(&mut out, "{\"title\":{\"text\":{\"headline\":\"$\",\"text\":\"$\"}},\"events\":[", &[title, address], HTML);
    let mut before = "\n{\"start_date\":{\"year\":";
    for event in events {
        let Some(Span { start, end, .. }) = span(&event.edtf) else { continue };
        push_numbers(&mut out, [before, ",\"month\":", ",\"day\":"], start);
        before = ",\n{\"start_date\":{\"year\":";
        if start != end {
            push_numbers(&mut out, ["},\"end_date\":{\"year\":", ",\"month\":", ",\"day\":"], end);
        }
        fill(
            &mut out,
            "},\"display_date\":\"$\",\"text\":{\"headline\":\"$\",\"text\":\"<p>$</p>\"},\"unique_id\":\"$\",\
             \"group\":\"$\"}",
            &[&event.date, &event.title, &event.text, &event.id, group(event)],
            HTML,
        );
    }
    out.push_str("\n]}\n");
    out
}

/// The timeline as a calendar in iCalendar (RFC 5545) with an all-day event for each. `stamp` is the present moment:
/// `20261123T120000Z`. Events whose date cannot be read or is not in the years 0 to 9999 are left out.
pub fn calendar(title: &str, address: &str, stamp: &str, events: &[Dated]) -> String {
    let mut out = String::new();
    let page = without_fragment(address);
    // The name as RFC 7986 has it, and as it was before.
    let begin = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Palimpsest//Timeline//EN\nNAME:$\nX-WR-CALNAME:$\n";
    fill(&mut out, begin, &[title, title], CALENDAR);
    for event in events {
        let Some(Span { start, end, exact }) = span(&event.edtf) else { continue };
        let (start, end) = (first_day(start), day_after(end));
        if start < 0 || end > 99_991_231 {
            continue;
        }
        // A calendar cannot say "about", nor "March": the event stands on all days of the month or of the year.
        let note = ". A calendar has only exact days, so it shows whole days, months or years.\n\n";
        let (date, note) = if exact { ("", "") } else { (event.date.as_str(), note) };
        fill(
            &mut out,
            "BEGIN:VEVENT\nUID:$@$\nDTSTAMP:$\nDTSTART;VALUE=DATE:$\nDTEND;VALUE=DATE:$\nSUMMARY:$\nDESCRIPTION:$$$\n\
             TRANSP:TRANSPARENT\nCATEGORIES:$\n",
            &[
                &event.id,
                site(page),
                stamp,
                &eight_digits(start),
                &eight_digits(end),
                &event.title,
                date,
                note,
                &event.text,
                group(event),
            ],
            CALENDAR,
        );
        fill_known(&mut out, "LOCATION:$\n", &event.place, CALENDAR);
        // Addresses have no signs that would have to be escaped.
        fill_known(&mut out, "URL:$\n", &link(page, &event.id), &[]);
        out.push_str("END:VEVENT\n");
    }
    out.push_str("END:VCALENDAR\n");
    folded(&out)
}

/// The timeline as a table in CSV (RFC 4180) with a header. It begins with a byte order mark, from which spreadsheets
/// know that it is UTF-8.
pub fn table(address: &str, events: &[Dated]) -> String {
    let mut out = "\u{feff}id,date (EDTF),date in words,title,text,place,people,sources,told,address\r\n".to_owned();
    for event in events {
        let told = if event.told { "article" } else { "context" };
        let address = link(without_fragment(address), &event.id);
        let Dated { id, edtf, date, title, text, place, people, sources, .. } = event;
        let mut before = "\"";
        for cell in [id, edtf, date, title, text, place, people, sources, told, &address] {
            out.push_str(before);
            before = ",\"";
            // Spreadsheets run cells that begin so as formulas, which could do harm: an apostrophe makes them text. A
            // date before the year 0 gets one, too.
            if matches!(cell.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r')) {
                out.push('\'');
            }
            push(&mut out, cell, CELL);
            out.push('"');
        }
        out.push_str("\r\n");
    }
    out
}

/// A citation in words, much as the Chicago Manual of Style has it.
pub fn plain(page: &Page) -> String {
    let mut out = String::new();
    push_sentence(&mut out, "", &inverted(&page.author), ".");
    push_sentence(&mut out, "“", &page.title, ".”");
    push_sentence(&mut out, "", &words(&page.date), ".");
    push_sentence(&mut out, "", &page.edition, " edition.");
    push_sentence(&mut out, "Accessed ", &words(&page.accessed), ".");
    push_sentence(&mut out, "", &page.address, ".");
    out
}

/// A citation in BibTeX: an entry `@online`, as BibLaTeX knows it.
pub fn bibtex(page: &Page) -> String {
    let mut out = String::new();
    fill(&mut out, "@online{$", &[&key(page)], &[]);
    fill_known(&mut out, ",\n  author = {$}", &inverted(&page.author), TEX);
    // Two pairs of braces keep its capitals.
    fill_known(&mut out, ",\n  title = {{$}}", &page.title, TEX);
    fill_known(&mut out, ",\n  date = {$}", &page.date, TEX_AS_IS);
    fill_known(&mut out, ",\n  note = {$ edition}", &page.edition, TEX);
    fill_known(&mut out, ",\n  url = {$}", &page.address, TEX_AS_IS);
    fill_known(&mut out, ",\n  urldate = {$}", &page.accessed, TEX_AS_IS);
    out.push_str("\n}\n");
    out
}

/// A citation in CSL-JSON, which Zotero and Pandoc read: a list of one web page. Dates that cannot be read are left
/// out.
pub fn csl_json(page: &Page) -> String {
    let mut out = String::new();
    fill(&mut out, "[{\"type\":\"webpage\",\"id\":\"$\"", &[&key(page)], JSON);
    let (given, family) = names(&page.author);
    if given.is_empty() {
        fill_known(&mut out, ",\"author\":[{\"literal\":\"$\"}]", family, JSON);
    } else {
        fill(&mut out, ",\"author\":[{\"family\":\"$\",\"given\":\"$\"}]", &[family, given], JSON);
    }
    fill_known(&mut out, ",\"title\":\"$\"", &page.title, JSON);
    push_csl_date(&mut out, ",\"issued\":{\"date-parts\":[[", &page.date);
    fill_known(&mut out, ",\"edition\":\"$\"", &page.edition, JSON);
    fill_known(&mut out, ",\"URL\":\"$\"", &page.address, JSON);
    push_csl_date(&mut out, ",\"accessed\":{\"date-parts\":[[", &page.accessed);
    out.push_str("}]\n");
    out
}

/// A year, a month and a day; a month or a day that is not known is 0.
type Day = [i32; 3];

/// What a date covers: from its start to the end of its end.
struct Span {
    start: Day,
    end: Day,
    /// Whether both are days, and neither uncertain nor about right.
    exact: bool,
}

/// Reads an EDTF date. An end that is open or unknown is that of the other side.
fn span(edtf: &str) -> Option<Span> {
    let (start, end) = edtf.split_once('/').unwrap_or((edtf, edtf));
    let (no_start, no_end) = (matches!(start, "" | ".."), matches!(end, "" | ".."));
    let from = single(if no_start { end } else { start })?;
    let to = single(if no_end { start } else { end })?;
    let exact = from.exact && to.exact && !no_start && !no_end;
    (first_day(from.start) < day_after(to.end)).then_some(Span { start: from.start, end: to.end, exact })
}

/// Reads an EDTF date that is no range. Of a season only the year is kept.
fn single(text: &str) -> Option<Span> {
    let (before_zero, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let (year, rest) = text.split_once('-').unwrap_or((text, ""));
    let (month, day) = rest.split_once('-').unwrap_or((rest, ""));
    let mut sure = true;
    let (year, years) = digits(year, 4, &mut sure)?;
    let (mut month, months) = digits(month, 2, &mut sure)?;
    let (mut day, days) = digits(day, 2, &mut sure)?;
    if years > 1 || months > 1 || matches!(month, 21..=24) {
        month = 0;
    }
    if month == 0 || days > 1 {
        day = 0;
    }
    if years > 100 || month > 12 || day > days_of(year, month) {
        return None;
    }
    let (first, last) = if before_zero { (1 - year - years, -year) } else { (year, year + years - 1) };
    Some(Span { start: [first, month, day], end: [last, month, day], exact: sure && day > 0 })
}

/// A number and how many numbers it stands for: `192X` is 1920, and 10. A month or a day may be missing: that is 0.
fn digits(text: &str, length: u8, sure: &mut bool) -> Option<(i32, i32)> {
    let (mut value, mut width, mut missing) = (0, 1, length);
    for sign in text.bytes() {
        match sign {
            b'?' | b'~' | b'%' => {
                *sure = false;
                continue;
            }
            b'0'..=b'9' if width == 1 => value = value * 10 + i32::from(sign - b'0'),
            b'X' => {
                value *= 10;
                width *= 10;
            }
            _ => return None,
        }
        missing = missing.checked_sub(1)?;
    }
    (missing == 0 || (text.is_empty() && length == 2)).then_some((value, width))
}

/// How many days a month has.
fn days_of(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A day as one number, in the order of days: 8 March 1921 is 19,210,308.
fn number([year, month, day]: Day) -> i32 {
    year * 10_000 + month * 100 + day
}

/// The first day of a year, a month or a day.
fn first_day([year, month, day]: Day) -> i32 {
    number([year, month.max(1), day.max(1)])
}

/// The day after the last of a year, a month or a day.
fn day_after([mut year, mut month, mut day]: Day) -> i32 {
    if month == 0 {
        month = 12;
    }
    day += 1;
    // 1 if it is not known.
    if day == 1 || day > days_of(year, month) {
        day = 1;
        month += 1;
    }
    if month > 12 {
        month = 1;
        year += 1;
    }
    number([year, month, day])
}

/// A day as iCalendar writes it: `19210308`. Its year has up to four digits.
fn eight_digits(day: i32) -> String {
    // The first digit is there to keep zeros.
    (100_000_000 + day).to_string().strip_prefix('1').unwrap_or_default().to_owned()
}

/// A day or a month in words; anything else as it is.
fn words(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut out = String::new();
    if let Some(Span { start: [year, month, day], .. }) = single(iso)
        && let Some(month) = usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index))
    {
        if day > 0 {
            out.push_str(&day.to_string());
            out.push(' ');
        }
        out.push_str(month);
        out.push(' ');
        out.push_str(&year.to_string());
    } else {
        out.push_str(iso);
    }
    out
}

/// How the two kinds of events are named.
fn group(event: &Dated) -> &'static str {
    if event.told { "Told by the article" } else { "Context" }
}

/// The page without a place on it.
fn without_fragment(address: &str) -> &str {
    address.split_once('#').map_or(address, |(page, _)| page)
}

/// The address of an event; empty when the page has none.
fn link(page: &str, id: &str) -> String {
    if page.is_empty() { String::new() } else { [page, "#", id].concat() }
}

/// What tells the page's events from those of others: its host and folder.
fn site(page: &str) -> &str {
    let (_, page) = page.split_once(':').unwrap_or_default();
    let page = page.strip_prefix("//").unwrap_or_default();
    let (page, _) = page.split_once('?').unwrap_or((page, ""));
    // Servers may add the name of a file.
    let folder = page.strip_suffix(last(page, '/')).and_then(|folder| folder.strip_suffix('/'));
    // A file on the reader's own disk has no host.
    folder.filter(|folder| !folder.is_empty() && !folder.starts_with('/')).unwrap_or("palimpsest")
}

/// What stands after the last `sign`; all when there is none.
fn last(mut text: &str, sign: char) -> &str {
    while let Some((_, rest)) = text.split_once(sign) {
        text = rest;
    }
    text
}

/// Texts with what is written instead of them. The first that fits counts.
type Replacements = [(&'static str, &'static str)];

/// HTML in a JSON string, within a paragraph.
const HTML: &Replacements = &[
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ("\n\n", "</p><p>"),
    // JavaScript once took the last two for ends of lines.
    ("\"", "\\\""),
    ("\\", "\\\\"),
    ("\n", "\\n"),
    ("\u{2028}", "\\u2028"),
    ("\u{2029}", "\\u2029"),
];

/// A JSON string (RFC 8259).
const JSON: &Replacements = HTML.split_at(4).1;

/// A text in iCalendar (RFC 5545, section 3.3.11).
const CALENDAR: &Replacements = &[("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")];

/// A quoted cell in CSV.
const CELL: &Replacements = &[("\"", "\"\""), ("\n", "\n")];

/// Quotation marks within quotation marks. No other part of a citation has any.
const QUOTED: &Replacements = &[("“", "‘"), ("”", "’")];

/// BibTeX counts braces even after a backslash, so those of the text are named.
const TEX: &Replacements = &[
    ("\\", "\\textbackslash{}"),
    ("{", "\\textbraceleft{}"),
    ("}", "\\textbraceright{}"),
    ("~", "\\textasciitilde{}"),
    ("^", "\\textasciicircum{}"),
    ("&", "\\&"),
    ("%", "\\%"),
    ("$", "\\$"),
    ("#", "\\#"),
    ("_", "\\_"),
];

/// BibLaTeX takes dates and addresses as they are, but braces must match even there.
const TEX_AS_IS: &Replacements = &[("\\", "%5C"), ("{", "%7B"), ("}", "%7D")];

/// Adds a template in which each `$` stands for the next of the values.
fn fill(out: &mut String, template: &str, values: &[&str], replacements: &Replacements) {
    let mut values = values.iter();
    for sign in template.chars() {
        if sign == '$' {
            push(out, values.next().copied().unwrap_or_default(), replacements);
        } else {
            out.push(sign);
        }
    }
}

/// Adds a template with one `$` unless its value is empty.
fn fill_known(out: &mut String, template: &str, value: &str, replacements: &Replacements) {
    if !value.is_empty() {
        fill(out, template, &[value], replacements);
    }
}

/// Adds a value. Control characters that are not replaced become spaces: no format here has a use for them.
fn push(out: &mut String, value: &str, replacements: &Replacements) {
    let mut rest = value.chars();
    'next: loop {
        for (from, to) in replacements {
            if let Some(after) = rest.as_str().strip_prefix(from) {
                out.push_str(to);
                rest = after.chars();
                continue 'next;
            }
        }
        match rest.next() {
            Some('\0'..' ' | '\u{7f}') => out.push(' '),
            Some(sign) => out.push(sign),
            None => break,
        }
    }
}

/// Adds the known ones of a year, month and day, each after its name.
fn push_numbers(out: &mut String, names: [&str; 3], date: Day) {
    for (index, (name, number)) in names.into_iter().zip(date).enumerate() {
        // There is a year 0.
        if index == 0 || number != 0 {
            out.push_str(name);
            out.push_str(&number.to_string());
        }
    }
}

fn push_csl_date(out: &mut String, before: &str, iso: &str) {
    if let Some(date) = single(iso) {
        push_numbers(out, [before, ",", ","], date.start);
        out.push_str("]]}");
    }
}

/// A calendar with its lines as RFC 5545 wants them: of 75 octets at the most, with CRLF.
fn folded(text: &str) -> String {
    let mut out = String::new();
    let mut octets = 0;
    for sign in text.chars() {
        octets += sign.len_utf8();
        if sign == '\n' {
            out.push('\r');
            octets = 0;
        } else if octets > 75 {
            out.push_str("\r\n ");
            octets = 1 + sign.len_utf8();
        }
        out.push(sign);
    }
    out
}

/// Adds a sentence of a citation. A full stop is left out after a mark of the text's own; empty texts are left out.
fn push_sentence(out: &mut String, before: &str, text: &str, after: &str) {
    let Some(last) = text.as_bytes().last() else { return };
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(before);
    push(out, text, QUOTED);
    let marked = matches!(last, b'.' | b'!' | b'?');
    out.push_str(if marked { after.strip_prefix('.').unwrap_or(after) } else { after });
}

/// An author's given names, if there are any, and the family name.
fn names(author: &str) -> (&str, &str) {
    let author = author.trim();
    let family = last(author, ' ');
    (author.strip_suffix(family).unwrap_or_default().trim(), family)
}

/// An author's name as lists have it: `Last, First`.
fn inverted(author: &str) -> String {
    let (given, family) = names(author);
    [family, if given.is_empty() { "" } else { ", " }, given].concat()
}

/// What the citation is called in a bibliography: `clear2016`. BibTeX wants ASCII, and a letter first.
fn key(page: &Page) -> String {
    let mut key = String::new();
    let (year, _) = page.date.split_once('-').unwrap_or((&page.date, ""));
    for piece in [names(&page.author).1, year] {
        for sign in piece.bytes().filter(u8::is_ascii_alphanumeric) {
            key.push(char::from(sign.to_ascii_lowercase()));
        }
        if key.is_empty() {
            key.push_str("palimpsest");
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://example.org/trotsky/index.html?theme=dark#tenth-congress";

    fn event(edtf: &str, date: &str) -> Dated {
        Dated {
            id: "tenth-congress".into(),
            edtf: edtf.into(),
            date: date.into(),
            title: "The Tenth Congress".into(),
            text: "It meets.\n\nIt ends.".into(),
            place: "Moscow".into(),
            people: "Leon Trotsky; Lev Kamenev".into(),
            sources: "Avrich 1970; Service 2009".into(),
            told: true,
        }
    }

    fn citation() -> Page {
        Page {
            title: "The “Slap” & its $5 echo".into(),
            author: "Ada Maria Lovelace".into(),
            date: "2016-12-26".into(),
            edition: "Palimpsest".into(),
            address: "https://example.org/a_b%20c/".into(),
            accessed: "2026-11-23".into(),
        }
    }

    /// The lines of a calendar of one event, unfolded.
    fn lines(event: Dated) -> Vec<String> {
        let calendar = calendar("Timeline", PAGE, "20261123T120000Z", &[event]);
        assert!(calendar.ends_with("\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n']));
        calendar.replace("\r\n ", "").lines().map(str::to_owned).collect()
    }

    /// The first day and the day after the last, as a calendar has them.
    fn days(edtf: &str) -> Option<(String, String)> {
        let lines = lines(event(edtf, "then"));
        let value = |name| lines.iter().find_map(|line| Some(line.strip_prefix(name)?.to_owned()));
        Some((value("DTSTART;VALUE=DATE:")?, value("DTEND;VALUE=DATE:")?))
    }

    /// What `TimelineJS` is told of a date.
    fn timeline_dates(edtf: &str) -> String {
        let json = timeline_js("", "", &[event(edtf, "then")]);
        let event = json.split_once("[\n{").and_then(|(_, event)| event.split_once(",\"display_date"));
        event.map(|(dates, _)| dates.to_owned()).unwrap_or_default()
    }

    #[test]
    fn an_event_is_all_of_its_days_in_a_calendar() {
        for (edtf, start, end) in [
            ("1917-11-07", "19171107", "19171108"),
            ("1921-03-08/1921-03-16", "19210308", "19210317"),
            ("1921-12-31", "19211231", "19220101"),
            ("1921-02-28", "19210228", "19210301"),
            ("1924-02-29", "19240229", "19240301"),
            ("1924-02-28", "19240228", "19240229"),
            ("2000-02", "20000201", "20000301"),
            ("1900-02", "19000201", "19000301"),
            ("1921-04", "19210401", "19210501"),
            ("1921-12", "19211201", "19220101"),
            ("1925", "19250101", "19260101"),
            ("1922-12~/1925", "19221201", "19260101"),
            ("1936?", "19360101", "19370101"),
            ("1928-01-17%", "19280117", "19280118"),
            ("1921-21", "19210101", "19220101"),
            ("1921-24?", "19210101", "19220101"),
            ("192X", "19200101", "19300101"),
            ("19XX", "19000101", "20000101"),
            ("1921-XX", "19210101", "19220101"),
            ("1921-03-XX", "19210301", "19210401"),
            ("1921-XX-XX", "19210101", "19220101"),
            ("1921/..", "19210101", "19220101"),
            ("../1921-03", "19210301", "19210401"),
            ("1921-03-08/", "19210308", "19210309"),
            ("/1921", "19210101", "19220101"),
            ("0044-03-15", "00440315", "00440316"),
            ("0000", "00000101", "00010101"),
            ("9998", "99980101", "99990101"),
        ] {
            assert_eq!(days(edtf), Some((start.into(), end.into())), "{edtf}");
        }
    }

    #[test]
    fn what_no_calendar_can_say_is_left_out() {
        for edtf in ["-0043", "-0001/0001", "9999", "9999-12-31"] {
            assert_eq!(days(edtf), None, "{edtf}");
            assert!(span(edtf).is_some(), "{edtf}");
        }
        for edtf in [
            "",
            "..",
            "/",
            "../..",
            "soon",
            "21",
            "19215",
            "Y12345",
            "1921-3",
            "1921-13",
            "1921-25",
            "1921-02-30",
            "1921-04-31",
            "1900-02-29",
            "1921-03-08-01",
            "1921-03-08T10:00",
            "1921/1920",
            "1921/1922/1923",
            "XXXX",
            "1X21",
            "1921-X1",
            "1921/soon",
            "?",
        ] {
            assert!(span(edtf).is_none(), "{edtf}");
            assert_eq!(days(edtf), None, "{edtf}");
            assert_eq!(timeline_js("", "", &[event(edtf, "then")]).matches("start_date").count(), 0, "{edtf}");
            assert_eq!(table(PAGE, &[event(edtf, "then")]).lines().count(), 4, "{edtf}");
        }
    }

    #[test]
    fn an_inexact_date_is_said_in_words() {
        let said = |edtf, date: &str| {
            let note = ". A calendar has only exact days\\, so it shows whole days\\, months or years.\\n\\n";
            let text = "It meets.\\n\\nIt ends.";
            let lines = lines(event(edtf, date));
            let in_words = lines.contains(&["DESCRIPTION:", date, note, text].concat());
            assert_eq!(in_words, !lines.contains(&["DESCRIPTION:", text].concat()), "{lines:?}");
            in_words
        };
        assert!(!said("1917-11-07", "7 November 1917"));
        assert!(!said("1921-03-08/1921-03-16", "8–16 March 1921"));
        for (edtf, date) in [
            ("1921-03", "March 1921"),
            ("1925", "1925"),
            ("1928-01-17~", "about 17 January 1928"),
            ("1917-11-08/1928-01-17?", "8 November 1917 – 17 January 1928 (uncertain)"),
            ("1922-04-03/..", "since 3 April 1922"),
            ("/1922-04-03", "until 3 April 1922"),
            ("1922-04-03/1925", "3 April 1922 – 1925"),
            ("192X", "the 1920s"),
        ] {
            assert!(said(edtf, date), "{edtf}");
        }
    }

    #[test]
    fn a_calendar_is_icalendar() {
        let mut event = event("1917-11-07", "7 November 1917");
        event.title = "Bread, peace; land\\".into();
        event.text = "One.\r\n\u{1}Two.".into();
        assert_eq!(
            lines(event.clone()),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Palimpsest//Timeline//EN",
                "NAME:Timeline",
                "X-WR-CALNAME:Timeline",
                "BEGIN:VEVENT",
                "UID:tenth-congress@example.org/trotsky",
                "DTSTAMP:20261123T120000Z",
                "DTSTART;VALUE=DATE:19171107",
                "DTEND;VALUE=DATE:19171108",
                "SUMMARY:Bread\\, peace\\; land\\\\",
                "DESCRIPTION:One. \\n Two.",
                "TRANSP:TRANSPARENT",
                "CATEGORIES:Told by the article",
                "LOCATION:Moscow",
                "URL:https://example.org/trotsky/index.html?theme=dark#tenth-congress",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
        event.place.clear();
        event.told = false;
        let calendar = calendar("Timeline", "", "20261123T120000Z", &[event]);
        assert!(!calendar.contains("LOCATION") && !calendar.contains("URL"));
        assert!(calendar.contains("CATEGORIES:Context\r\n") && calendar.contains("UID:tenth-congress@palimpsest\r\n"));
    }

    #[test]
    fn pages_on_one_host_keep_their_events_apart() {
        for (address, expected) in [
            ("https://example.org/", "example.org"),
            ("https://example.org/index.html", "example.org"),
            ("http://localhost:8080/a/b/?x=1/2", "localhost:8080/a/b"),
            ("file:///books/page.html", "palimpsest"),
            ("file:///page.html", "palimpsest"),
            ("page.html", "palimpsest"),
            ("", "palimpsest"),
        ] {
            assert_eq!(site(address), expected, "{address}");
        }
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        for lead in 0..4 {
            let title = ["a".repeat(lead), "Троцкий и Каменев, 🚩; ".repeat(20)].concat();
            let calendar = calendar(&title, PAGE, "20261123T120000Z", &[]);
            let longest = calendar.split("\r\n").map(str::len).max();
            assert!(longest.is_some_and(|octets| (72..=75).contains(&octets)), "{longest:?}");
            let unfolded = calendar.replace("\r\n ", "");
            let name = unfolded.lines().find_map(|line| line.strip_prefix("NAME:"));
            assert_eq!(name, Some(&*title.replace(',', "\\,").replace(';', "\\;")));
        }
        let exactly = ["NAME:", &"a".repeat(70)].concat();
        assert_eq!(folded(&[&exactly, "\n"].concat()), [&exactly, "\r\n"].concat());
        assert_eq!(folded(&[&exactly, "b\n"].concat()), [&exactly, "\r\n b\r\n"].concat());
    }

    #[test]
    fn a_timeline_is_timeline_js() {
        let mut other = event("soon", "soon");
        other.told = false;
        let mut events = [event("1922-12~/1925", "about December 1922 – 1925"), other.clone(), other];
        events[2].edtf = "1917-11-07".into();
        events[2].title = "\"<b>\" & \\ \u{2028}\u{2029}\u{1}\t.".into();
        events[2].text = "a < b\nc\n\nd".into();
        assert_eq!(
            timeline_js("Cause & effect", "https://a.example/?b&c", &events),
            [
                r#"{"title":{"text":{"headline":"Cause &amp; effect","text":"https://a.example/?b&amp;c"}},"events":["#,
                concat!(
                    r#"{"start_date":{"year":1922,"month":12},"end_date":{"year":1925},"#,
                    r#""display_date":"about December 1922 – 1925","#,
                    r#""text":{"headline":"The Tenth Congress","text":"<p>It meets.</p><p>It ends.</p>"},"#,
                    r#""unique_id":"tenth-congress","group":"Told by the article"},"#,
                ),
                concat!(
                    r#"{"start_date":{"year":1917,"month":11,"day":7},"display_date":"soon","#,
                    r#""text":{"headline":"\"&lt;b&gt;\" &amp; \\ \u2028\u2029  .","#,
                    r#""text":"<p>a &lt; b\nc</p><p>d</p>"},"unique_id":"tenth-congress","group":"Context"}"#,
                ),
                "]}\n",
            ]
            .join("\n")
        );
        assert_eq!(
            timeline_js("", "", &[]),
            "{\"title\":{\"text\":{\"headline\":\"\",\"text\":\"\"}},\"events\":[\n]}\n"
        );
    }

    #[test]
    fn a_timeline_has_plain_numbers() {
        for (edtf, expected) in [
            ("1921", r#""start_date":{"year":1921}"#),
            ("1921-03", r#""start_date":{"year":1921,"month":3}"#),
            ("1921-03-08?", r#""start_date":{"year":1921,"month":3,"day":8}"#),
            ("1921-22", r#""start_date":{"year":1921}"#),
            ("1921-03-08/..", r#""start_date":{"year":1921,"month":3,"day":8}"#),
            ("/1921~", r#""start_date":{"year":1921}"#),
            ("1921/1921", r#""start_date":{"year":1921}"#),
            ("192X", r#""start_date":{"year":1920},"end_date":{"year":1929}"#),
            ("1917/192X", r#""start_date":{"year":1917},"end_date":{"year":1929}"#),
            ("0079-08", r#""start_date":{"year":79,"month":8}"#),
            ("0000", r#""start_date":{"year":0}"#),
            ("-0043-03-15", r#""start_date":{"year":-43,"month":3,"day":15}"#),
            ("-004X", r#""start_date":{"year":-49},"end_date":{"year":-40}"#),
            ("-0044/-0043-03", r#""start_date":{"year":-44},"end_date":{"year":-43,"month":3}"#),
        ] {
            assert_eq!(timeline_dates(edtf), expected);
        }
    }

    #[test]
    fn a_table_is_csv() {
        let mut events = [event("1922-12~", "about December 1922"), event("-0043", "44 BC")];
        events[0].title = "He said: \"No, never\"".into();
        events[1].title = "=1+1".into();
        events[1].people = "@all".into();
        events[1].place = "+".into();
        events[1].sources = "\tTab".into();
        events[1].text = String::new();
        events[1].told = false;
        assert_eq!(
            table(PAGE, &events),
            concat!(
                "\u{feff}id,date (EDTF),date in words,title,text,place,people,sources,told,address\r\n",
                "\"tenth-congress\",\"1922-12~\",\"about December 1922\",\"He said: \"\"No, never\"\"\",",
                "\"It meets.\n\nIt ends.\",\"Moscow\",\"Leon Trotsky; Lev Kamenev\",\"Avrich 1970; Service 2009\",",
                "\"article\",\"https://example.org/trotsky/index.html?theme=dark#tenth-congress\"\r\n",
                "\"tenth-congress\",\"'-0043\",\"44 BC\",\"'=1+1\",\"\",\"'+\",\"'@all\",\"' Tab\",\"context\",",
                "\"https://example.org/trotsky/index.html?theme=dark#tenth-congress\"\r\n",
            )
        );
        assert!(table("", &events[..1]).ends_with("\"article\",\"\"\r\n"));
    }

    #[test]
    fn a_citation_reads_as_a_sentence() {
        assert_eq!(
            plain(&citation()),
            "Lovelace, Ada Maria. “The ‘Slap’ & its $5 echo.” 26 December 2016. Palimpsest edition. \
             Accessed 23 November 2026. https://example.org/a_b%20c/."
        );
        let page = Page { author: " Plato ".into(), title: "Why?".into(), date: "2016-12".into(), ..Page::default() };
        assert_eq!(plain(&page), "Plato. “Why?” December 2016.");
        let page = Page { title: "Etc.".into(), date: "2016".into(), ..Page::default() };
        assert_eq!(plain(&page), "“Etc.” 2016.");
        assert_eq!(plain(&Page { date: "in spring".into(), ..Page::default() }), "in spring.");
        assert_eq!(plain(&Page::default()), "");
    }

    #[test]
    fn a_citation_is_bibtex() {
        assert_eq!(
            bibtex(&citation()),
            concat!(
                "@online{lovelace2016,\n",
                "  author = {Lovelace, Ada Maria},\n",
                "  title = {{The “Slap” \\& its \\$5 echo}},\n",
                "  date = {2016-12-26},\n",
                "  note = {Palimpsest edition},\n",
                "  url = {https://example.org/a_b%20c/},\n",
                "  urldate = {2026-11-23}\n",
                "}\n",
            )
        );
        let page = Page { title: "50% {of} #_~^\\".into(), address: "a{\\}".into(), ..Page::default() };
        assert_eq!(
            bibtex(&page),
            concat!(
                "@online{palimpsest,\n",
                "  title = {{50\\% \\textbraceleft{}of\\textbraceright{} ",
                "\\#\\_\\textasciitilde{}\\textasciicircum{}\\textbackslash{}}},\n",
                "  url = {a%7B%5C%7D}\n",
                "}\n",
            )
        );
        let named = |author: &str| key(&Page { author: author.into(), date: "2016".into(), ..Page::default() });
        assert_eq!([named("Лев Троцкий"), named("Jean O’Neil-Roy")], ["palimpsest2016", "oneilroy2016"]);
    }

    #[test]
    fn a_citation_is_csl_json() {
        assert_eq!(
            csl_json(&citation()),
            concat!(
                r#"[{"type":"webpage","id":"lovelace2016","author":[{"family":"Lovelace","given":"Ada Maria"}],"#,
                r#""title":"The “Slap” & its $5 echo","issued":{"date-parts":[[2016,12,26]]},"edition":"Palimpsest","#,
                r#""URL":"https://example.org/a_b%20c/","accessed":{"date-parts":[[2026,11,23]]}}]"#,
                "\n",
            )
        );
        let page = Page { title: "\"\n\\".into(), author: "Plato".into(), date: "2016-12".into(), ..Page::default() };
        assert_eq!(
            csl_json(&page),
            concat!(
                r#"[{"type":"webpage","id":"plato2016","author":[{"literal":"Plato"}],"title":"\"\n\\","#,
                r#""issued":{"date-parts":[[2016,12]]}}]"#,
                "\n",
            )
        );
        assert_eq!(csl_json(&Page::default()), "[{\"type\":\"webpage\",\"id\":\"palimpsest\"}]\n");
    }
}

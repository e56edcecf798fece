//! The timeline as a calendar.

use icalendar::{Calendar, Component, Event as Entry, EventLike, Property};
use palimpsest_story::{CalendarDay, Event, Story};
use palimpsest_words::Words;

use super::{Export, Omitted, Reason, event};
use crate::date::{Span, Unit, iso};

/// Writes the timeline as iCalendar (RFC 5545), with an all-day entry for each event. Calendars cover the years 1 to 9999;
/// events outside this range are omitted and named in the description of the calendar.
pub(super) fn write(story: &Story, words: &Words) -> Export {
    let mut omitted = Vec::new();
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", format!("-//Palimpsest//Timeline//{}", words.language().to_uppercase()).as_str()));
    let title = event::clean(&story.article.title);
    // RFC 7986 defines NAME; older programs read X-WR-CALNAME. The crate knows only of the latter that it is text.
    calendar.append_property(Property::new("NAME", title.as_str()).add_parameter("VALUE", "TEXT").done());
    calendar.append_property(("X-WR-CALNAME", title.as_str()));
    for event in &story.events {
        match entry(event, story, words) {
            Ok(entry) => {
                calendar.push(entry);
            }
            Err(reason) => omitted.push((event, reason)),
        }
    }
    if !omitted.is_empty() {
        let titles: Vec<&str> = omitted.iter().map(|(event, _)| event.title.as_str()).collect();
        let text = event::clean(&words.format("export-left-out", &[("events", titles.join("; ").into())]));
        for name in ["DESCRIPTION", "X-WR-CALDESC"] {
            calendar.append_property(Property::new(name, text.as_str()).add_parameter("VALUE", "TEXT").done());
        }
    }
    let omitted = omitted.into_iter().map(|(event, reason)| Omitted { event: event.id.clone(), reason });
    Export { text: folded(&calendar.to_string()), omitted: omitted.collect() }
}

/// Reports whether a calendar can contain an event.
pub(super) fn holds(event: &Event) -> bool {
    days(event).is_ok()
}

/// Returns the span of an event and the day after its last, or the reason why a calendar cannot contain it.
fn days(event: &Event) -> Result<(Span, CalendarDay), Reason> {
    let span = Span::of(&event.date).ok_or(Reason::Unbounded)?;
    let after = CalendarDay::from_number(span.last.number() + 1);
    match span.first.year {
        ..1 => Err(Reason::TooEarly),
        _ if after.year > 9999 => Err(Reason::TooLate),
        _ => Ok((span, after)),
    }
}

fn entry(event: &Event, story: &Story, words: &Words) -> Result<Entry, Reason> {
    let (span, after) = days(event)?;
    let mut description = event::paragraphs(event).collect::<Vec<_>>().join("\n\n");
    if !span.exact {
        // A calendar can express neither "about" nor "March", so the event covers all days of the month or the year.
        let note = words.format("export-inexact", &[("date", event.date.text().into())]);
        description = format!("{note}\n\n{description}");
    }
    let uid = format!("{}@{}", event.id, site(event::page(story)));
    let mut entry = Entry::new();
    entry
        .uid(&uid)
        .add_property("DTSTAMP", stamp(&story.article.date))
        .append_property(day("DTSTART", span.first))
        .append_property(day("DTEND", after))
        .summary(&event::clean(&event.title))
        .description(&event::clean(&description))
        .add_property("TRANSP", "TRANSPARENT")
        .categories([event::group(event, words).as_str()]);
    let (place, address) = (event::place(event, words), event::address(event, story));
    if !place.is_empty() {
        entry.location(&event::clean(&place));
    }
    if !address.is_empty() {
        entry.url(&address);
    }
    Ok(entry)
}

/// Formats a day for iCalendar: `19210308`.
fn day(name: &str, day: CalendarDay) -> Property {
    Property::new(name, iso(day).replace('-', "")).add_parameter("VALUE", "DATE").done()
}

/// Returns the required DTSTAMP of an event. It should be the time of the last change, but a build that reads the clock
/// would not be reproducible, so it is the day on which the article was published.
fn stamp(published: &str) -> String {
    let day = Unit::parse(published).filter(|unit| unit.day.is_some());
    let digits = day.map_or_else(|| "19700101".to_owned(), |_| published.replace('-', ""));
    format!("{digits}T000000Z")
}

/// Returns the page's host and path, which distinguish its events from those of other pages.
fn site(page: &str) -> &str {
    let (_, page) = page.split_once("://").unwrap_or_default();
    let page = page.trim_end_matches('/');
    if page.is_empty() { "palimpsest" } else { page }
}

/// Folds lines to at most 75 octets, as RFC 5545 (section 3.1) requires. The crate also folds them, but if 75 octets remain,
/// its last line has 76.
fn folded(calendar: &str) -> String {
    let mut text = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut octets = 0;
        for letter in line.chars() {
            octets += letter.len_utf8();
            if octets > 75 {
                text.push_str("\r\n ");
                octets = 1 + letter.len_utf8();
            }
            text.push(letter);
        }
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format;
    use crate::fixture::{event, story, words};

    /// Returns the lines of a calendar, unfolded. The calendar is also parsed with the crate's parser.
    fn lines(story: &Story) -> Vec<String> {
        let text = write(story, &words()).text;
        assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        text.parse::<Calendar>().expect("the calendar is iCalendar");
        text.replace("\r\n ", "").lines().map(str::to_owned).collect()
    }

    #[test]
    fn the_calendar_says_what_it_lacks() {
        let mut story = story([event("-0043-03-15"), event("1921")]);
        story.events[0].title = "The Ides, of March".into();
        let lines = lines(&story);
        let said = "Left out\\, because a calendar has only the years 1 to 9999: The Ides\\, of March.";
        for name in ["DESCRIPTION", "X-WR-CALDESC"] {
            assert!(lines.contains(&format!("{name};VALUE=TEXT:{said}")), "{lines:?}");
        }
        assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
    }

    /// Returns the first day, and the day after the last.
    fn days(edtf: &str) -> Option<(String, String)> {
        let lines = lines(&story([event(edtf)]));
        let value = |name| lines.iter().find_map(|line| Some(line.strip_prefix(name)?.to_owned()));
        Some((value("DTSTART;VALUE=DATE:")?, value("DTEND;VALUE=DATE:")?))
    }

    #[test]
    fn an_event_is_all_of_its_days() {
        for (edtf, start, end) in [
            ("1917-11-07", "19171107", "19171108"),
            ("1921-03-08/1921-03-16", "19210308", "19210317"),
            ("1921-12-31", "19211231", "19220101"),
            ("1922-12~/1925", "19221201", "19260101"),
            ("192X", "19200101", "19300101"),
            ("0044-03-15", "00440315", "00440316"),
            ("0001", "00010101", "00020101"),
            ("9998", "99980101", "99990101"),
        ] {
            assert_eq!(days(edtf), Some((start.into(), end.into())), "{edtf}");
        }
    }

    #[test]
    fn events_beyond_the_calendar_are_omitted_and_listed() {
        for (edtf, reason) in [
            ("-0043", Reason::TooEarly),
            ("-0001/0001", Reason::TooEarly),
            ("0000", Reason::TooEarly),
            ("9999", Reason::TooLate),
            ("9999-12-31", Reason::TooLate),
        ] {
            let export = write(&story([event("1921"), event(edtf)]), &words());
            assert_eq!(export.omitted, [Omitted { event: "event-1".into(), reason }], "{edtf}");
            assert_eq!(export.text.matches("BEGIN:VEVENT").count(), 1, "{edtf}");
        }
        assert_eq!(write(&story([event("1921")]), &words()).omitted, []);
    }

    #[test]
    fn a_calendar_of_nothing_is_not_offered() {
        let offers = |events: Vec<Event>| {
            let story = Story { events, ..story([]) };
            Format::of(&story).filter(|format| format.file_name.starts_with("timeline")).count()
        };
        assert_eq!(offers(vec![event("-0043-03-15"), event("-0026/0014")]), 3, "all but the calendar");
        assert_eq!(offers(vec![event("-0043-03-15"), event("0014")]), 4);
        assert_eq!(offers(Vec::new()), 0);
    }

    #[test]
    fn an_inexact_date_is_said_in_words() {
        let said = |edtf: &str| {
            let event = event(edtf);
            let note = ". A calendar has only exact days\\, so it shows whole days\\, months or years.\\n\\n";
            let text = "It meets.\\n\\nIt ends.";
            let in_words = format!("DESCRIPTION:{}{note}{text}", event.date.text());
            let lines = lines(&story([event]));
            assert_ne!(lines.contains(&in_words), lines.contains(&format!("DESCRIPTION:{text}")), "{lines:?}");
            lines.contains(&in_words)
        };
        assert!(!said("1917-11-07") && !said("1921-03-08/1921-03-16"));
        for edtf in ["1921-03", "1925", "1928-01-17~", "1917-11-08/1928-01-17?", "1922-04-03/..", "192X"] {
            assert!(said(edtf), "{edtf}");
        }
    }

    #[test]
    fn a_calendar_is_icalendar() {
        let mut event = event("1917-11-07");
        event.title = "Bread, peace; land\\".into();
        event.summary[0].text = "One.\r\n\u{1}Two.".into();
        event.text.clear();
        let mut story = story([event]);
        story.article.title = "Timeline, all".into();
        assert_eq!(
            lines(&story),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Palimpsest//Timeline//EN",
                "NAME;VALUE=TEXT:Timeline\\, all",
                "X-WR-CALNAME:Timeline\\, all",
                "BEGIN:VEVENT",
                "DESCRIPTION:One.\\n Two.",
                "DTEND;VALUE=DATE:19171108",
                "DTSTAMP:20161226T000000Z",
                "DTSTART;VALUE=DATE:19171107",
                "LOCATION:Moscow",
                "SUMMARY:Bread\\, peace\\; land\\\\",
                "TRANSP:TRANSPARENT",
                "UID:event-0@example.org/trotsky",
                "URL:https://example.org/trotsky/#event-0",
                "CATEGORIES:Told by the article",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
        let calendar: Calendar = write(&story, &words()).text.parse().expect("the calendar is iCalendar");
        let read = calendar.events().next().expect("there is an event");
        assert_eq!((read.get_summary(), read.get_description()), (Some("Bread, peace; land\\"), Some("One.\n Two.")));
        story.events[0].place = None;
        story.events[0].told = None;
        story.publication.address = None;
        let text = write(&story, &words()).text;
        assert!(!text.contains("LOCATION") && !text.contains("URL"));
        assert!(text.contains("CATEGORIES:Context\r\n") && text.contains("UID:event-0@palimpsest\r\n"));
    }

    #[test]
    fn pages_on_one_host_keep_their_events_apart() {
        for (address, expected) in [
            ("https://example.org/", "example.org"),
            ("http://localhost:8080/a/b/", "localhost:8080/a/b"),
            ("page/", "palimpsest"),
            ("", "palimpsest"),
        ] {
            assert_eq!(site(address), expected, "{address}");
        }
    }

    #[test]
    fn a_stamp_is_the_same_in_every_build() {
        assert_eq!(stamp("2016-12-26"), "20161226T000000Z");
        assert_eq!(stamp("2016-12"), "19700101T000000Z");
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut story = story([]);
        for lead in 0..80 {
            let title = ["a".repeat(lead), "Троцкий и Каменев, 🚩; ".repeat(20)].concat();
            story.article.title.clone_from(&title);
            let text = write(&story, &words()).text;
            let longest = text.split("\r\n").map(str::len).max();
            assert!(longest.is_some_and(|octets| (72..=75).contains(&octets)), "{longest:?}");
            let unfolded = text.replace("\r\n ", "");
            let name = unfolded.lines().find_map(|line| line.strip_prefix("X-WR-CALNAME:"));
            assert_eq!(name, Some(&*title.replace(',', "\\,").replace(';', "\\;")));
        }
        let exactly = format!("NAME:{}", "a".repeat(70));
        assert_eq!(folded(&format!("{exactly}\r\n")), format!("{exactly}\r\n"));
        assert_eq!(folded(&format!("{exactly}b\r\n")), format!("{exactly}\r\n b\r\n"));
    }
}

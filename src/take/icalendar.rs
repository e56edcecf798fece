//! The timeline as a calendar, in iCalendar.

use palimpsest_story::CalendarDay;

use super::date::span;
use super::template::{Replacements, fill, fill_known};
use super::{Dated, group, last, link, without_fragment};

/// A text in iCalendar (RFC 5545, section 3.3.11).
const CALENDAR: &Replacements = &[("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")];

/// The timeline as a calendar in iCalendar (RFC 5545) with an all-day event for each. `stamp` is the present moment:
/// `20261123T120000Z`. Events whose date cannot be read or is not in the years 0 to 9999 are left out.
pub fn calendar(title: &str, address: &str, stamp: &str, events: &[Dated]) -> String {
    let mut out = String::new();
    let page = without_fragment(address);
    // The name as RFC 7986 has it, and as it was before.
    let begin = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Palimpsest//Timeline//EN\nNAME:$\nX-WR-CALNAME:$\n";
    fill(&mut out, begin, &[title, title], CALENDAR);
    for event in events {
        let Some(span) = span(&event.edtf) else { continue };
        let (start, end) = (CalendarDay::numbered(span.first), CalendarDay::numbered(span.after));
        if start.year < 0 || end.year > 9999 {
            continue;
        }
        // A calendar cannot say "about", nor "March": the event stands on all days of the month or of the year.
        let note = ". A calendar has only exact days, so it shows whole days, months or years.\n\n";
        let (date, note) = if span.exact { ("", "") } else { (event.date.as_str(), note) };
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

/// A day as iCalendar writes it: `19210308`. Its year has up to four digits.
fn eight_digits(CalendarDay { year, month, day }: CalendarDay) -> String {
    // The first digit is there to keep zeros.
    let digits = 100_000_000 + year * 10_000 + i32::from(month) * 100 + i32::from(day);
    digits.to_string().strip_prefix('1').unwrap_or_default().to_owned()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::example::{PAGE, UNREADABLE, event};

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

    #[test]
    fn an_event_is_all_of_its_days_in_a_calendar() {
        for (edtf, start, end) in [
            ("1917-11-07", "19171107", "19171108"),
            ("1921-03-08/1921-03-16", "19210308", "19210317"),
            ("1922-12~/1925", "19221201", "19260101"),
            ("192X", "19200101", "19300101"),
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
        for edtf in UNREADABLE {
            assert_eq!(days(edtf), None, "{edtf}");
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
}

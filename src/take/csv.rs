//! The timeline as a table, in CSV.

use super::template::{Replacements, push};
use super::{Dated, link, without_fragment};

/// A quoted cell in CSV.
const CELL: &Replacements = &[("\"", "\"\""), ("\n", "\n")];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::example::{PAGE, UNREADABLE, event};

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
    fn what_has_no_date_has_its_row() {
        for edtf in UNREADABLE {
            assert_eq!(table(PAGE, &[event(edtf, "then")]).lines().count(), 4, "{edtf}");
        }
    }
}

//! Reads CSV and spreadsheets as rows of texts.

use std::io::Cursor;

use calamine::{Data, Reader as _, open_workbook_auto_from_rs};

use crate::error::Error;

/// A table with a header.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) header: Vec<String>,
    /// The non-empty rows below the header, each with its number in the file, counted from 1.
    pub(super) rows: Vec<(usize, Vec<String>)>,
    /// The other contents of the file, each with its position.
    pub(super) others: Vec<(String, String)>,
}

/// Returns the letters of a spreadsheet column, counted from 0: A, B, …, Z, AA.
pub(super) fn column(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(number % 26).unwrap_or(0)));
        match (number / 26).checked_sub(1) {
            Some(rest) => number = rest,
            None => break,
        }
    }
    letters.into_iter().rev().collect()
}

/// Removes the apostrophe from a cell of a page's own table; it keeps spreadsheets from treating the cell as a formula. Pages
/// once put it before every date before Christ, too.
pub(super) fn unguarded(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', ' '])).unwrap_or(cell)
}

impl Table {
    fn of(name: &str, rows: impl Iterator<Item = (usize, Vec<String>)>) -> Result<Self, Error> {
        let mut rows = rows.filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
        let Some((_, header)) = rows.next() else {
            return Err(Error::new(
                name,
                "the table is empty",
                "export it again, with a first row that names the columns",
            ));
        };
        Ok(Self { header, rows: rows.collect(), others: Vec::new() })
    }

    /// Reads a text in which commas, semicolons or tabs separate the cells.
    pub(super) fn csv(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let text = std::str::from_utf8(bytes).map_err(|_| Error::not_utf8(name, bytes))?;
        let text = text.trim_start_matches('\u{feff}');
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let separator = [b',', b';', b'\t']
            .into_iter()
            .max_by_key(|separator| (first.bytes().filter(|byte| byte == separator).count(), *separator == b','));
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(separator.unwrap_or(b','));
        let mut rows = Vec::new();
        for (number, record) in reader.from_reader(text.as_bytes()).records().enumerate() {
            let record = record.map_err(|error| {
                Error::new(name, format!("this is not CSV: {error}"), "export the table again as CSV")
                    .at(format!("row {}", number + 1))
            })?;
            rows.push((number + 1, record.iter().map(str::to_owned).collect::<Vec<_>>()));
        }
        // Quotation marks around a cell come in pairs, and those within it are doubled, so their total is even.
        if text.matches('"').count() % 2 == 1 {
            let row = rows.last().map_or(1, |(row, _)| *row);
            let help = "double a quotation mark within a cell, and put the cell in quotation marks";
            return Err(Error::new(name, "a quotation mark is not closed", help).at(format!("row {row}")));
        }
        Self::of(name, rows.into_iter())
    }

    /// Reads the first non-empty sheet of a spreadsheet. The others are left over.
    pub(super) fn spreadsheet(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let help = "save it again as .xlsx or .ods, or export it as CSV";
        let mut book = open_workbook_auto_from_rs(Cursor::new(bytes))
            .map_err(|error| Error::new(name, format!("this spreadsheet cannot be read: {error}"), help))?;
        let mut table: Option<Self> = None;
        let mut others = Vec::new();
        for sheet in book.sheet_names() {
            let range = book.worksheet_range(&sheet).map_err(|error| {
                Error::new(name, format!("this sheet cannot be read: {error}"), help).at(format!("sheet {sheet}"))
            })?;
            let (first_row, first_column) = range.start().unwrap_or_default();
            let cells = |row: &[Data]| {
                let before = std::iter::repeat_n(String::new(), usize::try_from(first_column).unwrap_or(0).min(1000));
                before.chain(row.iter().map(text)).collect::<Vec<_>>()
            };
            let first = usize::try_from(first_row).unwrap_or(0) + 1;
            let rows = range.rows().enumerate().map(|(number, row)| (first + number, cells(row)));
            if table.is_none() && !range.is_empty() {
                table = Some(Self::of(name, rows).map_err(|error| error.at(format!("sheet {sheet}")))?);
            } else {
                let rows = rows
                    .map(|(_, cells)| cells.join(" | "))
                    .filter(|row| row.contains(|letter| !" |".contains(letter)));
                let rows = rows.collect::<Vec<_>>().join("\n");
                others.extend(Some(rows).filter(|rows| !rows.is_empty()).map(|rows| (format!("sheet {sheet}"), rows)));
            }
        }
        let table = table.ok_or_else(|| Error::new(name, "the spreadsheet is empty", help))?;
        Ok(Self { others, ..table })
    }
}

/// Returns the text of a cell. Dates are formatted in EDTF.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        // Programs store years as numbers such as 1922.0.
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(flag) => flag.to_string(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        Data::DateTime(day) if day.is_datetime() => {
            let (year, month, day, hour, minute, ..) = day.to_ymd_hms_milli();
            let time = if (hour, minute) == (0, 0) { String::new() } else { format!("T{hour:02}:{minute:02}") };
            format!("{year:04}-{month:02}-{day:02}{time}")
        }
        Data::DateTime(duration) => duration.as_f64().to_string(),
        Data::Error(error) => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(column), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_guarded_cell_is_read_as_one_that_is_not() {
        for (cell, expected) in [
            ("'-0043-03-15", "-0043-03-15"),
            ("-0043-03-15", "-0043-03-15"),
            ("'=1+1", "=1+1"),
            ("' x", " x"),
            ("'s-Gravenhage", "'s-Gravenhage"),
        ] {
            assert_eq!(unguarded(cell), expected);
        }
    }

    #[test]
    fn csv_has_one_of_three_separators() {
        for text in ["a,b\n1,\"x\ny\"\n", "\u{feff}a;b\r\n1;\"x\ny\"\r\n", "a\tb\n\n1\t\"x\ny\""] {
            let table = Table::csv("t.csv", text.as_bytes()).expect("a table");
            assert_eq!(
                (table.header, table.rows),
                (vec!["a".into(), "b".into()], vec![(2, vec!["1".into(), "x\ny".into()])])
            );
        }
        let error = Table::csv("t.csv", b"a,b\n1,\"x\n2,y\n").expect_err("it is not closed");
        assert_eq!(error.at, "row 2");
        assert!(Table::csv("t.csv", b"\n\n").is_err());
        assert!(Table::csv("t.csv", b"a,\xff\n").is_err());
    }
}

//! Detects the format of a file from its name and contents.

use serde_json::Value;

use crate::error::Error;

/// A format that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `TimelineJS` 3, as JSON.
    TimelineJs,
    /// A table of events: that of `TimelineJS`, or the one that a page offers for download.
    Table,
    /// Such a table as `.xlsx`, `.xls`, `.xlsb` or `.ods`.
    Spreadsheet,
    /// The timeline that a page offers for download as JSON.
    Timeline,
    /// The passages that a page offers for download as CSV.
    Passages,
    /// A list of works in CSL-JSON.
    Csl,
    /// A bibliography for BibTeX or biblatex.
    Bibtex,
    /// A family tree in GEDCOM 5.5.1 or 7.
    Gedcom,
    /// An article in Markdown.
    Markdown,
}

/// The formats that can be imported, in words.
const KNOWN: &str = "TimelineJS (JSON, CSV, XLSX, ODS), CSL-JSON, BibTeX or biblatex, GEDCOM 5.5.1 or 7, Markdown, and what \
                     a page offers for download can be imported";

/// The extensions of documents that may contain an article, but not as text that can be copied verbatim.
const DOCUMENTS: [&str; 9] = ["doc", "docx", "epub", "htm", "html", "odt", "pages", "pdf", "rtf"];

/// How to get the article out of such a document.
const TO_MARKDOWN: &str = "save it as Markdown, and import that: Google Docs downloads documents as Markdown, and pandoc \
                           converts those of Word and others; or paste the text into a file that ends in .md";

/// How to get a bibliography out of a program that wrote it in another format.
const TO_BIBLIOGRAPHY: &str = "export it as CSL-JSON or BibTeX, and import that: in Zotero, File > Export Library, format \
                               CSL JSON or BibTeX; in Mendeley, File > Export, BibTeX; in EndNote, File > Export, output \
                               style BibTeX Export, and rename the file so that it ends in .bib. A file that another \
                               program wrote can be imported into Zotero first";

/// The formats of bibliographies that cannot be imported: the extension of their files, how the first entry begins, and
/// their names.
const REFERENCES: [(&str, &str, &str); 5] = [
    ("ris", "TY  -", "RIS"),
    ("enw", "%0 ", "a bibliography of EndNote"),
    ("nbib", "PMID-", "a bibliography of PubMed"),
    ("ciw", "FN Clarivate", "a bibliography of Web of Science"),
    ("rdf", "<rdf:RDF", "a bibliography in RDF"),
];

/// Returns the name of the format if a file is a bibliography that cannot be imported. Some programs call it `.txt`.
fn references(extension: &str, text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    let is = |(known, start, _): &&(&str, &str, &str)| extension == *known || text.starts_with(start);
    REFERENCES.iter().find(is).map(|(.., name)| *name)
}

impl Format {
    /// Detects the format of a file.
    ///
    /// # Errors
    ///
    /// Returns an error if the format is not one that can be imported.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
        let text = || std::str::from_utf8(bytes).map(|text| text.trim_start_matches('\u{feff}')).unwrap_or_default();
        if DOCUMENTS.contains(&extension.as_str()) {
            return Err(Error::new(
                name,
                "an article is imported from Markdown, not from such a document",
                TO_MARKDOWN,
            ));
        }
        // Whatever its name, a spreadsheet is a ZIP archive or, in older formats, a compound file.
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Ok(Self::Spreadsheet);
        }
        if text().trim_start().starts_with("0 HEAD") {
            return Ok(Self::Gedcom);
        }
        if let Some(references) = references(&extension, text()) {
            return Err(Error::new(name, format!("{references} cannot be imported"), TO_BIBLIOGRAPHY));
        }
        match extension.as_str() {
            "json" => Self::of_json(name, text()),
            "csv" | "tsv" | "tab" => Ok(Self::of_table(text())),
            "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" => Ok(Self::Spreadsheet),
            "bib" | "bibtex" | "biblatex" => Ok(Self::Bibtex),
            "ged" | "gedcom" => Ok(Self::Gedcom),
            "md" | "markdown" | "mdown" | "mkd" | "txt" => Ok(Self::Markdown),
            _ if text().trim_start().starts_with(['{', '[']) => Self::of_json(name, text()),
            _ => Err(Error::new(name, "this kind of file cannot be imported", KNOWN)),
        }
    }

    fn of_json(name: &str, text: &str) -> Result<Self, Error> {
        let value: Value = serde_json::from_str(text).map_err(|error| {
            Error::new(name, format!("this is not JSON: {error}"), "save it again in the program that wrote it")
                .at(format!("line {}, column {}", error.line(), error.column()))
        })?;
        let events = value.get("events").and_then(Value::as_array);
        match (&value, events) {
            (Value::Array(_), _) => Ok(Self::Csl),
            // Only the timeline of a page has dates in EDTF.
            (_, Some(events)) if events.iter().any(|event| event["date"]["edtf"].is_string()) => Ok(Self::Timeline),
            (_, Some(events)) if events.is_empty() && value.get("language").is_some() => Ok(Self::Timeline),
            (_, Some(_)) => Ok(Self::TimelineJs),
            // Some programs wrap the list, and Crossref also a single work.
            _ if [&value["items"], &value["message"]["items"]].into_iter().any(Value::is_array) => Ok(Self::Csl),
            _ if [&value, &value["message"]].into_iter().any(is_work) => Ok(Self::Csl),
            _ => Err(Error::new(name, "this JSON has neither a list of events nor a list of works", KNOWN)),
        }
    }

    /// Distinguishes the passages of a page from a table of events by the column names, in any language of the interface.
    fn of_table(text: &str) -> Self {
        let header = text.lines().next().unwrap_or_default();
        let is_passages = palimpsest_words::languages().any(|language| {
            let Ok(words) = palimpsest_words::Words::load(language) else { return false };
            ["export-says", "export-rests"].iter().all(|key| header.contains(&words.text(key)))
        });
        if is_passages { Self::Passages } else { Self::Table }
    }
}

/// Reports whether a JSON object is a work: whether it has a title or a DOI, and something else that works have.
fn is_work(value: &Value) -> bool {
    let has = |fields: &[&str]| fields.iter().any(|field| value.get(field).is_some());
    has(&["title", "DOI"]) && has(&["type", "author", "issued", "container-title", "publisher"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_refused_with_a_way_out() {
        // Like a spreadsheet, a Word document is a ZIP archive.
        for (name, bytes) in [("a.docx", &b"PK\x03\x04"[..]), ("a.PDF", b"%PDF-1.7"), ("a.html", b"<p>Text")] {
            let problem = Format::of(name, bytes).expect_err("it is a document").to_string();
            assert!(
                problem.contains("not from such a document") && problem.contains("save it as Markdown"),
                "{problem}"
            );
        }
        assert_eq!(Format::of("a.xlsx", b"PK\x03\x04").ok(), Some(Format::Spreadsheet));
        for (name, bytes) in [
            ("a.ris", &b""[..]),
            ("a.RIS", b"TY  - BOOK"),
            ("a.txt", b"\xEF\xBB\xBF\r\nTY  - JOUR\r\nER  - "),
            ("a.enw", b"%0 Book"),
            ("pubmed.txt", b"PMID- 1"),
        ] {
            let problem = Format::of(name, bytes).expect_err("it is a bibliography").to_string();
            assert!(
                problem.contains("cannot be imported") && problem.contains("format CSL JSON or BibTeX"),
                "{problem}"
            );
        }
        assert_eq!(Format::of("a.txt", b"Text").ok(), Some(Format::Markdown));
        for work in [
            r#"{"title": ["A"], "DOI": "10.1/a", "publisher": "B"}"#,
            r#"{"status": "ok", "message": {"DOI": "10.1/a", "type": "book"}}"#,
            r#"{"message": {"items": []}}"#,
        ] {
            assert_eq!(Format::of("a.json", work.as_bytes()).ok(), Some(Format::Csl), "{work}");
        }
    }
}
